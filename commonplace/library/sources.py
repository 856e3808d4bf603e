"""Sources as lists show them, their text, and their page labels."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from commonplace.library.described import described, entry_fields
from commonplace.library.locating import cited_by
from commonplace.library.naming import label_named, page_named, source_named
from commonplace.library.session import Library
from commonplace.library.shelving import collection_named
from core.errors import NotDoneError, UnknownNameError
from core.page_labels import Origin
from core.records import Found, Layer
from db.copies import replaces
from db.documents import read_layer
from db.kinds import SOURCE
from db.references import references
from db.sources import SourceFacts, sources
from db.step_labels import named

_LONGEST_LABEL = 100


@dataclass(frozen=True, slots=True)
class SourceLine:
    """A source as `sources` lists it.

    Attributes:
        page_label_origins: Who says each of the ``page_labels``: file, printed, person, or position.
        cited_by: page, article, section, chapter or paragraph; empty where it has no text.
        found: What its file says of itself, with where and how sure.
        replaces: The id of the source of which this is a later version, or empty; ``replaced`` where it has a later
            one itself.
        collections: Those it is in, by name.
    """

    id: str
    citekey: str
    title: str
    authors: tuple[str, ...]
    date: str
    kind: str
    pages: int
    characters: int
    highlights: int
    page_labels: tuple[str, ...]
    page_label_origins: tuple[Origin, ...]
    cited_by: str
    file_names: tuple[str, ...]
    found: tuple[Found, ...]
    replaces: str = ""
    replaced: bool = False
    collections: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Stretch:
    """A page or block on the axis of text.

    Attributes:
        label: A page's label as it is cited, or the kind of a block.
        origin: Who says so: file, printed, person or position; empty for a block.
        file: What the file names the page; ``printed`` is what is printed on it; empty where nothing is.
    """

    label: str
    start: int
    end: int
    origin: str = ""
    file: str = ""
    printed: str = ""


@dataclass(frozen=True, slots=True)
class SourceText:
    """A source's canonical text, or one page of it; ``stretches`` are pages where ``paged``, else blocks."""

    layer: str
    extractor: str
    text: str
    paged: bool
    stretches: tuple[Stretch, ...]


def list_sources(library: Library, collections: Sequence[str] = ()) -> list[SourceLine]:
    """Return all sources in the order they came in; with names of collections those in any of them.

    Raises:
        UnknownNameError: There is no such collection.
    """
    among = {id for name in collections for id in collection_named(library, name).sources}
    by_id = {reference.id: reference for reference in references(library.engine)}
    older = replaces(library.engine)
    newer = set(older.values())
    lines = []
    for source in sources(library.shown, among if collections else None):
        reference = by_id.get(source.reference)
        fields = entry_fields(reference, source) if reference else {}
        work = described(fields, source.names)
        lines.append(
            SourceLine(
                id=source.id,
                citekey=reference.citekey if reference else "",
                title=work.title,
                authors=work.authors,
                date=work.date,
                kind=source.kind,
                pages=source.pages,
                characters=source.characters,
                highlights=source.highlights,
                page_labels=source.page_labels,
                page_label_origins=tuple(label.origin for label in source.labels),
                cited_by=cited_by(source),
                file_names=source.names,
                found=source.found,
                replaces=older.get(source.id, ""),
                replaced=source.id in newer,
                collections=source.collections,
            )
        )
    return lines


def read_text(library: Library, name: str, page: str | None = None) -> SourceText:
    """Return a source's canonical text; with ``page`` only that page's, positions still counting from its beginning.

    Raises:
        UnknownNameError: There is no such source or page.
    """
    facts = sources(library.engine, [source_named(library, name)])[0]
    if not facts.layer:
        raise NotDoneError("This source has no text in this library.", hint="Import its document again.")
    layer = read_layer(library.engine, facts.layer)
    pages = _pages(facts, layer)
    if page is not None:
        if not pages:
            raise UnknownNameError("This source has no pages.", hint="Ask for all of its text.", code="unknown-page")
        chosen = pages[label_named([one.label for one in pages], page)]
        return SourceText(facts.layer, layer.extractor, layer.text[chosen.start : chosen.end], True, (chosen,))
    blocks = tuple(Stretch(block.kind, block.start, block.end) for block in layer.blocks)
    return SourceText(facts.layer, layer.extractor, layer.text, bool(layer.pages), pages if layer.pages else blocks)


def _pages(facts: SourceFacts, layer: Layer) -> tuple[Stretch, ...]:
    """Return the pages of a fixed document, or the printed pages that a flowing one tells of."""
    if layer.pages:
        return tuple(
            Stretch(label.text, page.start, page.end, label.origin, page.label, page.printed)
            for label, page in zip(facts.labels, layer.pages, strict=True)
        )
    marks = [(start, label) for kind, start, label in facts.landmarks if kind == "page"]
    ends = [*(start for start, _ in marks[1:]), len(layer.text)]
    return tuple(Stretch(label, start, end, "file", label) for (start, label), end in zip(marks, ends, strict=False))


def set_page_label(library: Library, name: str, page: str, label: str) -> SourceLine:
    """Say what is printed on a page; the pages after it count on, up to the next that somebody spoke of.

    Raises:
        UnknownNameError: There is no such source or page.
        NotDoneError: It has no pages, or the label cannot be one.
    """
    facts, index = _page_to_label(library, name, page)
    shown = " ".join(label.split())
    if not shown or len(shown) > _LONGEST_LABEL or not shown.isprintable():
        raise NotDoneError("A page label is a short text that can be printed; nothing was changed.", code="bad-label")
    said = {**dict(facts.said_labels), index: shown}
    return _say(library, facts, f"Label page {index + 1} of {named(facts.id)} {shown}", said)


def clear_page_label(library: Library, name: str, page: str) -> SourceLine:
    """Take back what a person said of a page; it and those after it go by what was said before it, or by the file.

    Raises:
        UnknownNameError: There is no such source or page.
        NotDoneError: It has no pages, or nobody said what this one is.
    """
    facts, index = _page_to_label(library, name, page)
    said = dict(facts.said_labels)
    if index not in said:
        listed = ", ".join(f"#{at + 1} ({label})" for at, label in facts.said_labels)
        hint = f"Labels were given to {listed}; those after them count on." if listed else ""
        raise NotDoneError(f"Nobody gave page #{index + 1} its label; nothing was changed.", hint=hint, code="no-label")
    label = said.pop(index)
    return _say(library, facts, f"Take back the label {label} of page {index + 1} of {named(facts.id)}", said)


def _page_to_label(library: Library, name: str, page: str) -> tuple[SourceFacts, int]:
    facts = sources(library.engine, [source_named(library, name)])[0]
    if not facts.labels:
        raise NotDoneError("This source has no pages of its own to label.", code="no-pages")
    return facts, page_named(facts, page)


def _say(library: Library, facts: SourceFacts, what: str, said: Mapping[int, str]) -> SourceLine:
    with library.action(what) as action:
        action.set(SOURCE, facts.id, "labels", [[at, label] for at, label in sorted(said.items())])
    return next(line for line in list_sources(library) if line.id == facts.id)
