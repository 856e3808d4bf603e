"""Highlights as they are listed and exported: with quote, locator, concepts by name and notes."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from functools import cache

from commonplace.library.locating import place_of, place_of_page, place_text
from commonplace.library.naming import concept_named, source_named
from commonplace.library.session import Library
from core.errors import UnknownNameError
from core.folding import fold_name
from core.quotes import as_printed, vocabulary
from core.records import Highlight, Range
from db.concepts import concepts, subtree
from db.documents import read_layer
from db.highlights import highlights, persons
from db.references import references
from db.sources import SourceFacts, sources


@dataclass(frozen=True, slots=True)
class Filter:
    """Which highlights: names of one kind mean *or*, different kinds *and*; concepts include what is below them.

    Attributes:
        exact: Take concepts without what is below them.
    """

    concepts: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    persons: tuple[str, ...] = ()
    exact: bool = False


@dataclass(frozen=True, slots=True)
class NoteLine:
    text: str
    author: str
    created: str


@dataclass(frozen=True, slots=True)
class HighlightLine:
    """A highlight as `highlights` lists it.

    Attributes:
        exact: The very characters of the source, the parts of several ranges on lines of their own.
        quote: The same as it is printed.
        note: One's own note; ``notes`` are everybody's.
    """

    id: str
    source: str
    citekey: str
    exact: str
    quote: str
    locator: str
    concepts: tuple[str, ...]
    note: str
    notes: tuple[NoteLine, ...]
    author: str
    created: str
    private: bool
    ranges: tuple[Range, ...]


def list_highlights(library: Library, chosen: Filter) -> list[HighlightLine]:
    """Return the highlights a filter lets through, source by source in reading order."""
    return highlight_lines(library, chosen)


def highlight_lines(library: Library, chosen: Filter, ids: Collection[str] | None = None) -> list[HighlightLine]:
    """Return highlights ready to be listed; with ``ids`` only those."""
    found = find_highlights(library, chosen, ids)
    by_source = {facts.id: facts for facts in sources(library.engine)}
    keys = {reference.id: reference.citekey for reference in references(library.engine)}
    names = {concept.id: concept.name for concept in concepts(library.engine)}
    people = persons(library.engine)
    printed = printer(library)
    return [
        HighlightLine(
            id=one.id,
            source=one.anchor.source,
            citekey=keys.get(by_source[one.anchor.source].reference, ""),
            exact=one.exact,
            quote=one.edited_quote or printed(one),
            locator=locator_text(by_source[one.anchor.source], one),
            concepts=tuple(names[concept] for concept in one.concepts if concept in names),
            note=next((note.text for note in one.notes if note.person == library.person), ""),
            notes=tuple(NoteLine(note.text, people.get(note.person, ""), note.created) for note in one.notes),
            author=people.get(one.person, ""),
            created=one.created,
            private=False,
            ranges=one.anchor.ranges,
        )
        for one in found
    ]


def find_highlights(library: Library, chosen: Filter, ids: Collection[str] | None = None) -> list[Highlight]:
    """Return the records a filter lets through.

    Raises:
        UnknownNameError: A name in the filter is unknown or ambiguous.
    """
    wanted = {concept_named(library, name).id for name in chosen.concepts}
    return highlights(
        library.engine,
        ids=ids,
        sources={source_named(library, name) for name in chosen.sources} if chosen.sources else None,
        concepts=(wanted if chosen.exact else subtree(library.engine, wanted)) if chosen.concepts else None,
        persons=_persons(library, chosen.persons) if chosen.persons else None,
    )


def parts(highlight: Highlight) -> list[str]:
    """Return the text of each range of a highlight."""
    found, position = [], 0
    for start, end in highlight.anchor.ranges:
        found.append(highlight.exact[position : position + end - start])
        position += end - start + 1
    return found


def printer(library: Library) -> Callable[[Highlight], str]:
    """Return what gives a highlight's quote as printed; a layer is opened only where a word is divided."""

    @cache
    def words(layer: str) -> Callable[[str], bool]:
        return vocabulary(read_layer(library.engine, layer).text)

    def printed(highlight: Highlight) -> str:
        layer = highlight.anchor.layer

        def known(word: str) -> bool:
            return words(layer)(word)

        return as_printed(parts(highlight), known)

    return printed


def locator_text(source: SourceFacts, highlight: Highlight) -> str:
    area = highlight.anchor.area
    return place_text(place_of_page(source, area[0]) if area else place_of(source, highlight.anchor.ranges))


def _persons(library: Library, names: Sequence[str]) -> set[str]:
    known = persons(library.engine)
    found: set[str] = set()
    for name in names:
        own = {id for id, known_name in known.items() if fold_name(known_name) == fold_name(name)}
        if not own:
            raise UnknownNameError(f"Nobody named {name} has worked in this library.", code="unknown-person")
        found |= own
    return found
