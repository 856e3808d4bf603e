"""Where a passage stands on its pages: the rectangles that a mark covers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from commonplace.documents.workers.viewer import DocumentViewer
from commonplace.library.naming import source_named
from commonplace.library.session import Library
from core.asides import left_out
from core.errors import NotDoneError, UnknownNameError
from core.points import PagePoints, side_by_side
from core.records import Box, Layer, Page, Range
from core.scratch import ScratchFolder
from core.word_boxes import boxes_of_words
from db.documents import blob_chunks, read_layer
from db.sources import SourceFacts, sources, sources_by_layer

# In heights of a line's box: between sentences of a stretched line, less than between columns.
_WIDEST_SPACE = 1.2


@dataclass(frozen=True, slots=True)
class PageBox:
    """A rectangle in points from the top left of the unrotated page; ``page`` counts the file's pages from 1."""

    page: int
    label: str
    x0: float
    y0: float
    x1: float
    y1: float


def boxes(library: Library, name: str, start: int, end: int, password: str = "", layer_id: str = "") -> list[PageBox]:
    """Return the rectangles of ``[start, end)`` of a source's text, a line each, in reading order.

    Positions count in the layer that the source shows, or in another of its layers that is named.

    Raises:
        UnknownNameError: There is no such source or layer, or the range lies outside its text.
        NotDoneError: It is a document without fixed pages, or cannot be drawn.
    """
    facts = _with_pages(library, name, layer_id)
    if start > end:
        raise UnknownNameError(f"A passage ends after it begins; {start} to {end} does not.", code="bad-range")
    if not 0 <= start <= end <= facts.characters:
        raise UnknownNameError(
            f"The text has {facts.characters} characters; there is no {start} to {end}.", code="bad-range"
        )
    layer = read_layer(library.engine, facts.layer)
    wanted = [index for index, page in enumerate(layer.pages) if page.start < end and page.end > start]
    found = _boxes_of(library, facts, layer, wanted, password)
    return [
        _page_box(index, facts.page_labels[index], rectangle)
        for index, own in zip(wanted, found, strict=True)
        for rectangle in line_boxes(layer, layer.pages[index], own, (start, end))
    ]


def offset_at(library: Library, name: str, page: int, x: float, y: float, password: str = "") -> int | None:
    """Return the place in a source's text of the character at a point, or nearest to it; None on an empty page.

    The page is one of the file's, from 1 as in a ``PageBox``; the point is in points from the top left of that page,
    unrotated.

    Raises:
        UnknownNameError: There is no such source, or no such page.
        NotDoneError: It is a document without fixed pages, or cannot be drawn.
    """
    facts = _with_pages(library, name)
    layer = read_layer(library.engine, facts.layer)
    if not 1 <= page <= len(layer.pages):
        raise UnknownNameError(
            f"The file has {len(layer.pages)} pages; there is no page {page} in it.", code="bad-page"
        )
    place = layer.pages[page - 1]
    (own,) = _boxes_of(library, facts, layer, [page - 1], password)
    found = PagePoints(layer.text[place.start : place.end], own).offset(x * 1000, y * 1000)
    return None if found is None else place.start + found


def _with_pages(library: Library, name: str, layer: str = "") -> SourceFacts:
    facts = sources(library.engine, [source_named(library, name)])[0]
    if layer:
        kept = sources_by_layer(library.engine, [layer]).get(layer)
        if kept is None or kept.id != facts.id:
            raise UnknownNameError(f"This source has no layer {layer}.", code="unknown-layer")
        facts = kept
    if not facts.page_labels:
        raise NotDoneError("This source has no fixed pages; its text has no place on paper.", code="no-pages")
    return facts


def _boxes_of(
    library: Library, facts: SourceFacts, layer: Layer, wanted: Sequence[int], password: str
) -> list[list[Box]]:
    """Return the boxes of some pages: those the layer was made with, else those the file draws now."""
    pages = [layer.pages[index] for index in wanted]
    found = {
        index: boxes_of_words(layer.words, page.start, page.end) for index, page in zip(wanted, pages, strict=True)
    }
    drawn = [
        (index, layer.text[page.start : page.end])
        for index, page in zip(wanted, pages, strict=True)
        if not found[index]
    ]
    if drawn:
        with stored_file(library, facts) as path, DocumentViewer(path, password) as viewer:
            found.update(zip((index for index, _ in drawn), viewer.boxes(drawn), strict=True))
    return [found[index] for index in wanted]


@contextmanager
def stored_file(library: Library, source: SourceFacts) -> Iterator[Path]:
    """Lend a source's bytes as a file that is gone afterwards."""
    with ScratchFolder() as folder:
        path = folder / f"document.{source.kind}"
        with path.open("wb") as file:
            for chunk in blob_chunks(library.engine, bytes.fromhex(source.sha256)):
                file.write(chunk)
        yield path


def line_boxes(layer: Layer, page: Page, own: Sequence[Box], wanted: Range) -> list[Box]:
    """Return what a passage covers of a page: one rectangle for each stretch of a line, none where its quote skips.

    A stretch ends where the next box is elsewhere.  A newline ends it too, but for a wide space, at which MuPDF may
    break a printed line in two.

    Args:
        layer: The layer the passage counts in.
        page: The page.
        own: The boxes of its characters.
        wanted: The passage.
    """
    text, (start, end) = layer.text, wanted
    out = left_out(text[start:end], start, layer.asides)
    aside = {place for span in out for place in range(span.start, span.end)}
    rectangles: list[Box] = []
    last: Box | None = None
    goes_on = side_by_side
    for position in range(max(page.start, wanted[0]), min(page.end, wanted[1])):
        if position in aside:
            last = None
        if text[position] == "\n":
            goes_on = _in_one_line
        if text[position].isspace() or position in aside or not own:
            continue
        box = own[position - page.start]
        if last is not None and goes_on(last, box):
            rectangles[-1] = _around(rectangles[-1], box)
        else:
            rectangles.append(box)
        last, goes_on = box, side_by_side
    return rectangles


def _in_one_line(one: Box, other: Box) -> bool:
    """Return whether two boxes stand in one printed line, with a space between them that is wide at most."""
    high = min(one[3], other[3]) - max(one[1], other[1])
    height = min(one[3] - one[1], other[3] - other[1])
    gap = max(other[0] - one[2], one[0] - other[2])
    return high * 2 >= height and 0 <= gap <= height * _WIDEST_SPACE


def _around(one: Box, other: Box) -> Box:
    return min(one[0], other[0]), min(one[1], other[1]), max(one[2], other[2]), max(one[3], other[3])


def _page_box(index: int, label: str, box: Box) -> PageBox:
    x0, y0, x1, y1 = (edge / 1000 for edge in box)
    return PageBox(index + 1, label, x0, y0, x1, y1)
