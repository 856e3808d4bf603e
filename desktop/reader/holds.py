"""What the held button of the mouse is doing on a page besides selecting text: drawing an area, moving a mark's end."""

from __future__ import annotations

from collections.abc import Sequence

from core.records import Box, Page, Range
from desktop.reader.geometry import PlacedPage
from desktop.reader.mark_edges import Edge, moved_edge


class AreaHold:
    """A rectangle being drawn on one page, between two points of it."""

    def __init__(self, page: PlacedPage, sheet: Page, x: float, y: float) -> None:
        self.page = page
        self._width, self._height = sheet.width, sheet.height
        self._from = self._to = self._inside(x, y)

    def move(self, x: float, y: float) -> None:
        """Draw it out to a point of the page, given in points; beyond its edges the edge is meant."""
        self._to = self._inside(x, y)

    @property
    def box(self) -> Box:
        """The area in thousandths of a point; it may be empty."""
        (x0, x1), (y0, y1) = (sorted(pair) for pair in zip(self._from, self._to, strict=True))
        return x0, y0, x1, y1

    @property
    def is_empty(self) -> bool:
        x0, y0, x1, y1 = self.box
        return x0 == x1 or y0 == y1

    def _inside(self, x: float, y: float) -> tuple[int, int]:
        return max(0, min(round(x * 1000), self._width)), max(0, min(round(y * 1000), self._height))


class EdgeHold:
    """One end of a mark being moved."""

    def __init__(self, id: str, ranges: Sequence[Range], edge: Edge) -> None:
        self.id = id
        self._before = tuple(ranges)
        self._edge = edge
        self.ranges = self._before

    def move(self, position: int) -> None:
        """Bring the end to a position of the axis."""
        self.ranges = moved_edge(self._before, self._edge, position)

    @property
    def has_moved(self) -> bool:
        return self.ranges != self._before
