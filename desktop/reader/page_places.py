"""Where the text of pages stands, as far as it was measured: from points to text and from text to boxes."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import TypeAlias

from commonplace.library.viewing import line_boxes
from core.points import Hit, PagePoints
from core.records import Box, Layer, Range
from desktop.reader.paragraphs import paragraph_of
from desktop.reader.text_selection import paragraph_at

Point: TypeAlias = tuple[int, int]
Way: TypeAlias = tuple[int, int]


_MOST_KEPT = 50


class PagePlaces:
    """The boxes of a layer's characters, page by page as they come in, for the pages that were asked about last.

    Half a megabyte is kept of a page: of a long document that was read to its end, it would be most of the memory.
    """

    def __init__(self, layer: Layer) -> None:
        self._layer = layer
        self._starts = [page.start for page in layer.pages]
        self._boxes: dict[int, list[Box]] = {}
        self._points: dict[int, PagePoints] = {}

    def add(self, page: int, boxes: list[Box]) -> None:
        self._boxes[page] = boxes
        while len(self._boxes) > _MOST_KEPT:
            gone = next(iter(self._boxes))
            del self._boxes[gone]
            self._points.pop(gone, None)

    def knows(self, page: int) -> bool:
        """Return whether a page was measured, or has no text that could be."""
        if page in self._boxes:
            self._boxes[page] = self._boxes.pop(page)
            return True
        own = self._layer.pages[page]
        return own.start == own.end

    def text(self, page: int) -> str:
        own = self._layer.pages[page]
        return self._layer.text[own.start : own.end]

    def hit(self, page: int, x: float, y: float) -> Hit | None:
        """Return the character at a point of a page, in points; its places count on the axis."""
        if page not in self._boxes:
            return None
        if page not in self._points:
            self._points[page] = PagePoints(self.text(page), self._boxes[page])
        found = self._points[page].hit(x * 1000, y * 1000)
        start = self._layer.pages[page].start
        return found and Hit(start + found.start, start + found.end, found.share)

    def lines(self, page: int, ranges: Sequence[Range]) -> list[Box]:
        """Return what ranges of the axis cover of a page, a box for each stretch of a line."""
        own, boxes = self._layer.pages[page], self._boxes.get(page)
        if not boxes:
            return []
        met = [one for one in ranges if one[0] < own.end and one[1] > own.start]
        return [box for one in met for box in line_boxes(self._layer, own, boxes, one)]

    def box(self, page: int, position: int) -> Box | None:
        """Return the box of one character of the axis, where its page was measured."""
        boxes = self._boxes.get(page)
        return boxes[min(position - self._layer.pages[page].start, len(boxes) - 1)] if boxes else None

    def within(self, page: int, area: Box) -> Range | None:
        """Return from the first to the last of the characters whose middles lie in an area of a measured page.

        What stands between words is in it only between two of them.
        """
        left, top, right, bottom = area
        text = self.text(page)
        inside = [
            number
            for number, (x, y, far_x, far_y) in enumerate(self._boxes.get(page, ()))
            if far_x > x
            and not text[number].isspace()
            and left <= (x + far_x) // 2 <= right
            and top <= (y + far_y) // 2 <= bottom
        ]
        start = self._layer.pages[page].start
        return (start + inside[0], start + inside[-1] + 1) if inside else None

    def ends(self, page: int, position: int) -> tuple[Point, Point] | None:
        """Return the middles of a character's two sides, the one where it begins first, in thousandths of a point."""
        box = self.box(page, position)
        if box is None:
            return None
        (across, down), x, y = self.forward(page, position), (box[0] + box[2]) // 2, (box[1] + box[3]) // 2
        ends = ((box[0], y), (box[2], y)) if across else ((x, box[1]), (x, box[3]))
        return ends if across + down > 0 else (ends[1], ends[0])

    def caret(self, page: int, position: int) -> Box | None:
        """Return the line across the writing, before a character, that a text cursor stands on; a box without width."""
        own = self._layer.pages[page]
        behind = position > own.start and (position >= own.end or self._layer.text[position] == "\n")
        ends, box = self.ends(page, position - behind), self.box(page, position - behind)
        if ends is None or box is None:
            return None
        x, y = ends[behind]
        return (x, box[1], x, box[3]) if self.forward(page, position - behind)[0] else (box[0], y, box[2], y)

    def forward(self, page: int, position: int) -> Way:
        """Return the way the writing runs at a place: right (1, 0), left (-1, 0), down (0, 1) or up (0, -1)."""
        text = self._layer.text
        for one, other in ((position, position + 1), (position - 1, position), (position - 2, position - 1)):
            if one < 0 or other >= len(text) or text[one].isspace() or text[other].isspace():
                continue
            first, second = self.box(page, one), self.box(page, other)
            if first and second and first != second:
                return _way(first, second)
        return 1, 0

    def page_of(self, position: int) -> int:
        """Return the index of the page a position lies on; the last that begins before it where it is on none."""
        return max(bisect_right(self._starts, position) - 1, 0)

    def paragraph(self, text: str, position: int) -> Range:
        """Return the paragraph at a position of the axis, as its page shows it."""
        page = self.page_of(position)
        own, boxes = self._layer.pages[page], self._boxes.get(page)
        if not boxes:
            return paragraph_at(text, position)
        start, end = paragraph_of(self.text(page), boxes, position - own.start)
        return own.start + start, own.start + end

    def neighbour(self, page: int, *, onward: bool) -> int:
        """Return where the next page begins, or where the one before ends; a page's own far end where there is none."""
        own = self._layer.pages[page]
        return own.end if onward else max(own.start - 1, 0)


def _way(one: Box, other: Box) -> Way:
    across, down = other[0] + other[2] - one[0] - one[2], other[1] + other[3] - one[1] - one[3]
    if abs(across) >= abs(down):
        return (1 if across > 0 else -1), 0
    return 0, (1 if down > 0 else -1)
