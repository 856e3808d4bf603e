"""Where the text of pages stands, as far as it was measured: from points to text and from text to boxes."""

from __future__ import annotations

from collections.abc import Sequence

from commonplace.library.viewing import line_boxes
from core.points import Hit, PagePoints
from core.records import Box, Layer, Range


class PagePlaces:
    """The boxes of a layer's characters, page by page as they come in."""

    def __init__(self, layer: Layer) -> None:
        self._layer = layer
        self._boxes: dict[int, list[Box]] = {}
        self._points: dict[int, PagePoints] = {}

    def add(self, page: int, boxes: list[Box]) -> None:
        self._boxes[page] = boxes

    def knows(self, page: int) -> bool:
        """Return whether a page was measured, or has no text that could be."""
        own = self._layer.pages[page]
        return page in self._boxes or own.start == own.end

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

    def page_of(self, position: int) -> int:
        """Return the index of the page a position lies on; the last where it is the text's end."""
        for index, page in enumerate(self._layer.pages):
            if page.start <= position < page.end:
                return index
        return len(self._layer.pages) - 1
