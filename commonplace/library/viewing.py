"""A source opened to be read in a window: its layer, its labels, its marks, and the viewer of its pages."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from commonplace.documents.workers.ready import ReadyWorker, Spare
from commonplace.documents.workers.viewer import UNSAFE
from commonplace.documents.workers.viewer import DocumentViewer as PageViewer
from commonplace.library.anchoring import PART_BREAK
from commonplace.library.described import described, entry_fields
from commonplace.library.highlighting import Mark, record
from commonplace.library.highlights import Filter, HighlightLine, find_highlights, highlight_lines, lines_of
from commonplace.library.naming import page_named, source_named
from commonplace.library.passages import anchored, parts_of
from commonplace.library.placing import line_boxes, stored_file
from commonplace.library.retagging import all_found_or_made, concepts_apart
from commonplace.library.session import Library
from core.errors import NotDoneError
from core.records import Highlight, Layer, Range
from db.documents import read_layer
from db.references import references
from db.sources import SourceFacts, sources
from db.step_labels import named

__all__ = [
    "UNSAFE",
    "Marked",
    "OpenedSource",
    "PageViewer",
    "Spare",
    "highlight_ranges",
    "line_boxes",
    "marks_of",
    "open_source",
    "page_viewer",
]


_last_layer: dict[str, Layer] = {}


@dataclass(frozen=True, slots=True)
class OpenedSource:
    """A source as a reader shows it."""

    id: str
    citekey: str
    title: str
    kind: str
    layer: Layer
    labels: tuple[str, ...]

    @property
    def has_pages(self) -> bool:
        return bool(self.layer.pages)


@dataclass(frozen=True, slots=True)
class Marked:
    """A highlight with its line as it is listed."""

    highlight: Highlight
    line: HighlightLine


def open_source(library: Library, name: str) -> OpenedSource:
    """Return a source with its layer.

    Raises:
        UnknownNameError: There is no such source.
        NotDoneError: Its text is not in this library.
    """
    facts = _facts(library, name)
    if not facts.layer:
        raise NotDoneError("This source has no text in this library.", hint="Import its document again.")
    known = references(library.engine, [facts.reference]) if facts.reference else []
    fields = entry_fields(known[0], facts) if known else {}
    return OpenedSource(
        facts.id,
        known[0].citekey if known else "",
        described(fields, facts.names).title,
        facts.kind,
        _layer(library, facts.layer),
        facts.page_labels,
    )


def start_of_page(library: Library, name: str, page: str) -> int:
    """Return where a page begins on a source's text.

    Raises:
        UnknownNameError: There is no such source or page.
    """
    facts = _facts(library, name)
    return facts.starts[page_named(facts, page)]


def marks_of(library: Library, source: str) -> list[Marked]:
    """Return the highlights of a source in reading order."""
    found = find_highlights(library, Filter(sources=(source,)))
    lines = {line.id: line for line in lines_of(library, found)}
    return [Marked(one, lines[one.id]) for one in found if one.id in lines]


@contextmanager
def page_viewer(
    open_library: Callable[[], Library],
    source: str,
    password: str = "",
    worker: Callable[[], ReadyWorker] = ReadyWorker,
) -> Iterator[PageViewer]:
    """Lend the viewer of a source's pages; the library is open only while its bytes are fetched."""
    with open_library() as library:
        lent = stored_file(library, _facts(library, source))
        path = lent.__enter__()
    try:
        with PageViewer(path, password, worker) as viewer:
            yield viewer
    finally:
        lent.__exit__(None, None, None)


def highlight_ranges(
    library: Library,
    source: str,
    ranges: Sequence[Range],
    concepts: Sequence[str],
    *,
    new: Sequence[str] = (),
    parent: str = "",
    colours: Sequence[str] = (),
    private: bool = False,
) -> HighlightLine:
    """Highlight ranges of a source's text, tagged with concepts by id and with others by name.

    For a name that no single concept has, one is made under the parent, which is given by its id, in one of the
    colours, of which there may be one for each name.
    """
    facts = _facts(library, source)
    layer = _layer(library, facts.layer)
    exact, anchor = PART_BREAK.join(parts_of(layer, ranges)), anchored(facts, layer, ranges)
    if private:
        concepts, new = (*concepts, *concepts_apart(library, new, parent, colours)), ()
    label = f"Highlight in {named(facts.id)}"
    with library.action(label, private=private) as action:
        made = all_found_or_made(library, action, new, parent, colours)
        (id,) = record(action, [Mark(exact, anchor, (*concepts, *made))])
    return highlight_lines(library, Filter(), ids=[id])[0]


def _facts(library: Library, name: str) -> SourceFacts:
    return sources(library.engine, [source_named(library, name)])[0]


def _layer(library: Library, id: str) -> Layer:
    """Return a layer; the last one is kept, for every mark in what is open needs it, and a layer never changes."""
    layer = _last_layer.get(id)
    if layer is None:
        layer = read_layer(library.engine, id)
        _last_layer.clear()
        _last_layer[id] = layer
    return layer
