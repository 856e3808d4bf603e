"""Highlights as they are listed and exported: with quote, locator, concepts by name and notes."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from commonplace.library.anchoring import AnchoredSources, FoundAgain, found_again, parts
from commonplace.library.locating import is_claimed, place_of_anchor, place_text
from commonplace.library.naming import concept_named, source_named
from commonplace.library.session import Library
from core.asides import RunningText, without
from core.errors import UnknownNameError
from core.quotes import Vocabulary, as_printed
from core.records import Highlight, Range
from db.concepts import concepts, subtree
from db.documents import asides, has_layer, read_layer
from db.engine import Engine
from db.highlights import highlights, persons
from db.references import references
from db.same import one_person, persons_called
from db.sources import SourceFacts, sources

_LAYERS_ASKED = 64
# Highlights come source by source, and the words of a long book take megabytes.
_VOCABULARIES = 4


@dataclass(frozen=True, slots=True)
class Filter:
    """Which highlights: names of one kind mean *or*, different kinds *and*; concepts include what is below them.

    Attributes:
        exact: Take concepts without what is below them.
        waiting: Only those that stand in another layer than their source shows.
        with_private: Let what is private go into an export, too; lists show it to its person in any case.
    """

    concepts: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    persons: tuple[str, ...] = ()
    exact: bool = False
    waiting: bool = False
    with_private: bool = False


@dataclass(frozen=True, slots=True)
class NoteLine:
    text: str
    author: str
    created: str
    private: bool = False


@dataclass(frozen=True, slots=True)
class HighlightLine:
    """A highlight as `highlights` lists it.

    Attributes:
        exact: The very characters of the source, the parts of several ranges on lines of their own.
        quote: What is quoted: the person's own wording where ``edited``, else as it is printed.
        printed: The exact text as it is printed.
        note: One's own note, the newest; ``notes`` are everybody's.
        locator_claimed: Whether that is what the highlight's maker said, as its text is not here.
        private: Whether it is kept in the private part, and with it all that is said of it.
        ranges: Where it stands in ``layer``.
        placement: "placed" in the layer that its source shows.  One that waits in another layer is there exact,
            moved, uncertain or lost; of an uncertain one ``proposal`` is the text it may be now, and ``score`` how
            like that is, from 0 to 100.
    """

    id: str
    source: str
    citekey: str
    exact: str
    quote: str
    printed: str
    edited: bool
    locator: str
    concepts: tuple[str, ...]
    note: str
    notes: tuple[NoteLine, ...]
    author: str
    created: str
    private: bool
    ranges: tuple[Range, ...]
    layer: str
    locator_claimed: bool = False
    placement: str = "placed"
    score: int = 100
    proposal: str = ""


def list_highlights(library: Library, chosen: Filter) -> list[HighlightLine]:
    """Return the highlights a filter lets through, source by source in reading order."""
    return highlight_lines(library, chosen)


def highlight_lines(library: Library, chosen: Filter, ids: Collection[str] | None = None) -> list[HighlightLine]:
    """Return highlights ready to be listed; with ``ids`` only those."""
    return lines_of(library, find_highlights(library, chosen, ids), waiting_only=chosen.waiting)


def lines_of(library: Library, found: Sequence[Highlight], *, waiting_only: bool = False) -> list[HighlightLine]:
    """Return highlights that were found ready to be listed, but for those whose source somebody deleted since."""
    shown = sources(library.shown)
    by_source = {facts.id: facts for facts in shown}
    anchored = AnchoredSources(library, shown)
    found = [one for one in found if one.anchor.source in by_source and (not waiting_only or anchored.waits(one))]
    waiting = _waiting(library, anchored, found)
    keys = {reference.id: reference.citekey for reference in references(library.engine)}
    names = {concept.id: concept.name for concept in concepts(library.engine)}
    people, own = persons(library.shown), one_person(library.engine, library.person)
    printer = Printer(library)
    lines = [
        HighlightLine(
            id=one.id,
            source=one.anchor.source,
            citekey=keys.get(by_source[one.anchor.source].reference, ""),
            exact=one.exact,
            quote=one.edited_quote or printed,
            printed=printed,
            edited=bool(one.edited_quote),
            locator=locator_text(anchored.of(one), one),
            locator_claimed=is_claimed(anchored.of(one), one.anchor),
            concepts=tuple(names[concept] for concept in one.concepts if concept in names),
            note=next((note.text for note in reversed(one.notes) if note.person in own), ""),
            notes=tuple(
                NoteLine(note.text, people.get(note.person, ""), note.created, note.private) for note in one.notes
            ),
            author=people.get(one.person, ""),
            created=one.created,
            private=one.private,
            ranges=one.anchor.ranges,
            layer=one.anchor.layer,
        )
        for one, printed in ((one, printer.quote(one)) for one in found)
    ]
    return [_with_placement(line, waiting[line.id]) if line.id in waiting else line for line in lines]


def find_highlights(
    library: Library, chosen: Filter, ids: Collection[str] | None = None, part: Engine | None = None
) -> list[Highlight]:
    """Return the records a filter lets through, of all that its person may see or of the ``part`` given.

    Raises:
        UnknownNameError: A name in the filter is unknown or ambiguous.
    """
    wanted = {concept_named(library, name).id for name in chosen.concepts}
    return highlights(
        part or library.shown,
        ids=ids,
        sources={source_named(library, name) for name in chosen.sources} if chosen.sources else None,
        concepts=(wanted if chosen.exact else subtree(library.engine, wanted)) if chosen.concepts else None,
        persons=persons_named(library, chosen.persons) if chosen.persons else None,
    )


class Printer:
    """Gives the quotes of highlights as they are printed.

    It asks once a layer what in it is not running text, and opens it only where a word is divided.
    """

    def __init__(self, library: Library) -> None:
        self._engine = library.engine
        self._asides = lru_cache(_LAYERS_ASKED)(lambda layer: asides(self._engine, layer))
        self._vocabulary = lru_cache(_VOCABULARIES)(lambda layer: Vocabulary(lambda: self._words_of(layer)))

    def quote(self, highlight: Highlight) -> str:
        """Return a highlight's quote as it is printed, whatever its person made of it."""
        return as_printed(self.running_parts(highlight), self._vocabulary(highlight.anchor.layer))

    def running_parts(self, highlight: Highlight) -> list[str]:
        """Return the text of each range of a highlight without the asides that its quote leaves out."""
        own = self._asides(highlight.anchor.layer)
        starts = (start for start, _ in highlight.anchor.ranges)
        return [without(part, start, own) for part, start in zip(parts(highlight), starts, strict=True)]

    def _words_of(self, layer: str) -> str:
        """Return a layer's text where no mark or head joins its words; notes have words, too."""
        if not has_layer(self._engine, layer):
            return ""
        read = read_layer(self._engine, layer)
        return RunningText(read.text, [aside for aside in read.asides if aside.style != "footnote"]).text


def _waiting(library: Library, anchored: AnchoredSources, found: Sequence[Highlight]) -> dict[str, FoundAgain]:
    """Return where the highlights that wait may stand in the layer that is shown, by their ids."""
    return {
        one.highlight.id: one
        for due, waiting in anchored.waiting(found).items()
        for one in found_again(library, waiting, due, read_layer(library.engine, due.layer))
    }


def _with_placement(line: HighlightLine, found: FoundAgain) -> HighlightLine:
    return replace(line, placement=found.placement.found, score=found.placement.score, proposal=found.text)


def locator_text(source: SourceFacts, highlight: Highlight) -> str:
    return place_text(place_of_anchor(source, highlight.anchor))


def persons_named(library: Library, names: Sequence[str]) -> set[str]:
    """Return the ids of everybody with one of these names, compared folded.

    Raises:
        UnknownNameError: Nobody has one of them.
    """
    found: set[str] = set()
    for name in names:
        own = persons_called(library.shown, name)
        if not own:
            raise UnknownNameError(f"Nobody named {name} has worked in this library.", code="unknown-person")
        found |= own
    return found
