"""Where pages lie in the view, and the way between points of a page and points of the view.  Knows no widget.

Lengths in the view are logical pixels, floats; a page's own are points from the top left of the unrotated page, as
boxes are (in thousandths).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from core.records import Box, Page

Arrangement: TypeAlias = Literal["continuous", "single", "facing"]
Rectangle: TypeAlias = tuple[float, float, float, float]
"""Left, top, right and bottom."""

GAP = 12.0
PIXELS_PER_POINT = 96 / 72


@dataclass(frozen=True, slots=True)
class PlacedPage:
    """A page in the view: the corner and size it takes there, and how it is turned and scaled."""

    index: int
    left: float
    top: float
    width: float
    height: float
    turned: int
    scale: float

    @property
    def right(self) -> float:
        return self.left + self.width

    @property
    def bottom(self) -> float:
        return self.top + self.height

    def to_view(self, x: float, y: float) -> tuple[float, float]:
        """Return the view's point of a point of the page."""
        x, y = x * self.scale, y * self.scale
        if self.turned == 90:
            x, y = self.width - y, x
        elif self.turned == 180:
            x, y = self.width - x, self.height - y
        elif self.turned == 270:
            x, y = y, self.height - x
        return self.left + x, self.top + y

    def to_page(self, x: float, y: float) -> tuple[float, float]:
        """Return the page's point of a point of the view, which may lie beside it."""
        x, y = x - self.left, y - self.top
        if self.turned == 90:
            x, y = y, self.width - x
        elif self.turned == 180:
            x, y = self.width - x, self.height - y
        elif self.turned == 270:
            x, y = self.height - y, x
        return x / self.scale, y / self.scale

    def box_to_view(self, box: Box) -> Rectangle:
        """Return the view's rectangle of a box in thousandths of a point."""
        x0, y0 = self.to_view(box[0] / 1000, box[1] / 1000)
        x1, y1 = self.to_view(box[2] / 1000, box[3] / 1000)
        return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)


class PageLayout:
    """The pages of one document in rows, from top to bottom.

    Attributes:
        width: Of all rows together, with a gap around; ``height`` likewise.
        gaps: What of the width is no paper, and stays as it is at any zoom.
    """

    def __init__(
        self, pages: Sequence[Page], zoom: float, *, turned: int = 0, facing: bool = False, least: float = 0.0
    ) -> None:
        """Lay pages out.

        Args:
            pages: With their sizes.
            zoom: 1.0 is the printed size.
            turned: Degrees clockwise, a multiple of 90, on top of each page's own rotation.
            facing: Two pages a row, the first alone at the right as in a book.
            least: The height of a row with the gap above it, where its pages are lower.
        """
        self.pages: list[PlacedPage] = []
        scale = zoom * PIXELS_PER_POINT
        rows = _rows(len(pages), facing=facing)
        sizes = [_size(page, turned, scale) for page in pages]
        self.gaps = (3 if facing else 2) * GAP
        self.width = self.gaps + (
            _facing_width(rows, sizes) if facing else max((width for width, _ in sizes), default=0.0)
        )
        top = GAP
        self._tops: list[float] = []
        self._first_in_row: list[int] = []
        for row in rows:
            height = max(least - GAP, *(sizes[index][1] for index in row))
            self._tops.append(top)
            self._first_in_row.append(row[0])
            left = self._row_left(row, sizes, facing=facing)
            for index in row:
                width, own_height = sizes[index]
                turn = (pages[index].rotation + turned) % 360
                self.pages.append(
                    PlacedPage(index, left, top + (height - own_height) / 2, width, own_height, turn, scale)
                )
                left += width + GAP
            top += height + GAP
        self.height = top

    def row_of(self, index: int) -> tuple[float, float]:
        """Return the upper edge of a page's row, with the gap above it, and that of the next row."""
        row = max(bisect_right(self._first_in_row, index) - 1, 0)
        ends = [*self._tops[row + 1 : row + 2], self.height]
        return self._tops[row] - GAP, ends[0] - GAP

    def _row_left(self, row: Sequence[int], sizes: Sequence[tuple[float, float]], *, facing: bool) -> float:
        if facing:
            # Facing pages meet in the middle; the first page of a book lies to the right of it.
            middle = self.width / 2
            return middle + GAP / 2 if row[0] == 0 else middle - GAP / 2 - sizes[row[0]][0]
        return (self.width - sizes[row[0]][0]) / 2

    def visible(self, top: float, bottom: float) -> list[PlacedPage]:
        """Return the pages of which something lies between two heights."""
        if not self.pages:
            return []
        row = max(bisect_right(self._tops, top) - 1, 0)
        found = []
        for page in self.pages[self._first_in_row[row] :]:
            if page.top >= bottom:
                break
            if page.bottom > top:
                found.append(page)
        return found

    def nearest(self, x: float, y: float) -> PlacedPage | None:
        """Return the page at a point, or the one that is nearest to it."""
        around = self.visible(y - 2 * GAP, y + 2 * GAP) or self.pages[-1:]
        return min(around, key=lambda page: _distance(page, x, y), default=None)


def _rows(count: int, *, facing: bool) -> list[list[int]]:
    if not facing:
        return [[index] for index in range(count)]
    rows = [[0]] if count else []
    return rows + [list(range(index, min(index + 2, count))) for index in range(1, count, 2)]


def _size(page: Page, turned: int, scale: float) -> tuple[float, float]:
    # A page without a size (a damaged one) is shown as an A4 sheet.
    width, height = (page.width or 595_000) / 1000 * scale, (page.height or 842_000) / 1000 * scale
    return (height, width) if (page.rotation + turned) % 180 else (width, height)


def _facing_width(rows: Sequence[Sequence[int]], sizes: Sequence[tuple[float, float]]) -> float:
    """Return twice the wider half."""
    return 2 * max((sizes[index][0] for row in rows for index in row), default=0.0)


def _distance(page: PlacedPage, x: float, y: float) -> float:
    across = max(page.left - x, 0.0, x - page.right)
    down = max(page.top - y, 0.0, y - page.bottom)
    return across * across + down * down
