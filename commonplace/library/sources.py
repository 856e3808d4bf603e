"""Sources as lists show them, their text, and their page labels."""

from __future__ import annotations

from dataclasses import dataclass

from commonplace.library.described import described, entry_fields
from commonplace.library.naming import page_named, source_named
from commonplace.library.session import Library
from core.errors import NotDoneError, UnknownNameError
from core.records import Found
from db.documents import read_layer
from db.kinds import SOURCE
from db.references import references
from db.sources import SourceFacts, sources

_LONGEST_LABEL = 100


@dataclass(frozen=True, slots=True)
class SourceLine:
    """A source as `sources` lists it; ``found`` is what its file says of itself, with where and how sure."""

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
    file_names: tuple[str, ...]
    found: tuple[Found, ...]


@dataclass(frozen=True, slots=True)
class Stretch:
    """A page or block on the axis of text."""

    label: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class SourceText:
    """A source's canonical text, or one page of it; ``stretches`` are pages where ``paged``, else blocks."""

    layer: str
    extractor: str
    text: str
    paged: bool
    stretches: tuple[Stretch, ...]


def list_sources(library: Library) -> list[SourceLine]:
    """Return all sources in the order they came in."""
    by_id = {reference.id: reference for reference in references(library.engine)}
    lines = []
    for source in sources(library.engine):
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
                file_names=source.names,
                found=source.found,
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
    if layer.pages:
        pairs = zip(facts.page_labels, layer.pages, strict=True)
        stretches = tuple(Stretch(label, own.start, own.end) for label, own in pairs)
    else:
        stretches = tuple(Stretch(block.kind, block.start, block.end) for block in layer.blocks)
    text = layer.text
    if page is not None:
        if not layer.pages:
            raise UnknownNameError("This source has no pages.", hint="Ask for all of its text.", code="unknown-page")
        chosen = stretches[page_named(facts, page)]
        text, stretches = text[chosen.start : chosen.end], (chosen,)
    return SourceText(facts.layer, layer.extractor, text, bool(layer.pages), stretches)


def set_page_label(library: Library, name: str, page: str, label: str) -> SourceLine:
    """Say what is printed on a page; the pages after it count on, up to the next that somebody spoke of.

    Raises:
        UnknownNameError: There is no such source or page.
        NotDoneError: It has no pages, or the label cannot be one.
    """
    facts = sources(library.engine, [source_named(library, name)])[0]
    if not facts.page_labels:
        raise NotDoneError("This source has no pages to label; it is cited by paragraph.", code="no-pages")
    shown = " ".join(label.split())
    if not shown or len(shown) > _LONGEST_LABEL or not shown.isprintable():
        raise NotDoneError("A page label is a short text that can be printed; nothing was changed.", code="bad-label")
    index = page_named(facts, page)
    said = {**dict(facts.said_labels), index: shown}
    with library.action(f"Label page {index + 1} of {_called(facts)} {shown}") as action:
        action.set(SOURCE, facts.id, "labels", [[at, text] for at, text in sorted(said.items())])
    return next(line for line in list_sources(library) if line.id == facts.id)


def _called(facts: SourceFacts) -> str:
    return facts.names[0] if facts.names else facts.id[:12]
