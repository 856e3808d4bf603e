"""From a point on a page to the text that is drawn there: pure geometry on the boxes of a page's characters.

Characters are gathered into lines as they follow each other on the axis, lines into paragraphs.  Which way a line
runs is seen from its boxes, so vertical, right-to-left and turned writing need no rule of their own.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from core.records import Box, Range

# Lines of a paragraph stand closer than this, in heights of a line, and are of about one size.
_WIDEST_GAP = 0.8
_SIZES_APART = 1.3
_HALF = 0.38


@dataclass(frozen=True, slots=True)
class Hit:
    """The character at a point, or nearest to it.

    Attributes:
        start: Its place in the page's text; ``end`` is behind it and the marks drawn with it.
        share: How much of it lies before the point as it is read, from 0.0 to 1.0.
    """

    start: int
    end: int
    share: float

    @property
    def caret(self) -> int:
        """Where a caret set at the point stands: before or behind the character, by which half is hit."""
        return self.end if self.share > 0.5 else self.start


def selected(pressed: Hit, released: Hit) -> Range:
    """Return what is selected from one point to another, in either order: what is covered by half, or nearly so.

    Pressing on the first character of a word and releasing on its last gives the word; a mouse points at whole
    pixels, of which a character has few.
    """
    first, last = sorted((pressed, released), key=lambda hit: (hit.start, hit.share))
    start = first.start if first.share <= 1 - _HALF else first.end
    end = last.end if last.share >= _HALF else last.start
    return start, max(start, end)


def side_by_side(one: Box, other: Box) -> bool:
    """Return whether two boxes overlap by half in height or in width: neighbours in a line or in a column."""
    if one[1] == other[1] and one[3] == other[3]:  # as nearly all neighbours on a page
        return True
    wide = min(one[2], other[2]) - max(one[0], other[0])
    high = min(one[3], other[3]) - max(one[1], other[1])
    least_width = min(one[2] - one[0], other[2] - other[0])
    least_height = min(one[3] - one[1], other[3] - other[1])
    return high * 2 >= least_height or wide * 2 >= least_width


class PagePoints:
    """A page's text and boxes, made ready to be asked for points."""

    def __init__(self, text: str, boxes: Sequence[Box]) -> None:
        """Gather the lines.

        Args:
            text: The page's stretch of the axis.
            boxes: A box for each of its characters, or none at all.
        """
        self._paragraphs = _paragraphs(list(_lines(text, boxes)))

    def hit(self, x: float, y: float) -> Hit | None:
        """Return the character at a point, or the nearest in the nearest line; None on a page without text.

        The point is given as boxes are: in thousandths of a point from the top left of the unrotated page.  Beside a
        line's end it is its last character, between two columns that of the nearer.
        """
        cells = [cell for paragraph in self._paragraphs for line in paragraph.lines for cell in line.under(x, y)]
        if cells:
            return min(cells, key=lambda cell: _apart(_middle(cell.box), (x, y))).hit(x, y)
        if not self._paragraphs:
            return None
        paragraph = min(self._paragraphs, key=lambda paragraph: _distance(paragraph.box, x, y))
        line = min(paragraph.lines, key=lambda line: line.misses(x, y))
        return line.nearest(x, y).hit(x, y)

    def offset(self, x: float, y: float) -> int | None:
        """Return the place of the character that ``hit`` finds."""
        hit = self.hit(x, y)
        return hit.start if hit else None


@dataclass(slots=True)
class _Cell:
    """Characters drawn in one box: one with its marks, or those of a ligature.

    ``forward`` is the way it is read: right (1, 0), left (-1, 0), down (0, 1) or up (0, -1).
    """

    box: Box
    starts: list[int]
    end: int
    forward: tuple[int, int] = (1, 0)

    def hit(self, x: float, y: float) -> Hit:
        x0, y0, x1, y1 = self.box
        right, down = self.forward
        along = ((x - x0) / (x1 - x0) if right else (y - y0) / (y1 - y0)) if x0 < x1 and y0 < y1 else 0.0
        share = min(max(along if right + down > 0 else 1 - along, 0.0), 1.0) * len(self.starts)
        place = min(int(share), len(self.starts) - 1)
        ends = [*self.starts[1:], self.end]
        return Hit(self.starts[place], ends[place], share - place)


@dataclass(slots=True)
class _Line:
    """Cells that follow each other; ``upright`` where they stand above each other."""

    cells: list[_Cell]
    box: Box
    upright: bool

    def under(self, x: float, y: float) -> list[_Cell]:
        if not _holds(self.box, x, y):
            return []
        return [cell for cell in self.cells if _holds(cell.box, x, y)]

    def misses(self, x: float, y: float) -> tuple[float, float]:
        """Return how far a point is beside the line and how far before or behind it; the first counts more."""
        wide, high = _gaps(self.box, x, y)
        return (wide, high) if self.upright else (high, wide)

    def nearest(self, x: float, y: float) -> _Cell:
        # Boxes of one line differ in height: only the way along it counts.
        axis, at = (1, y) if self.upright else (0, x)
        return min(
            self.cells,
            key=lambda cell: (max(cell.box[axis] - at, at - cell.box[axis + 2], 0), abs(_middle(cell.box)[axis] - at)),
        )


@dataclass(slots=True)
class _Paragraph:
    """Lines of one direction and size, close below each other."""

    lines: list[_Line]
    box: Box

    def takes(self, line: _Line) -> bool:
        last = self.lines[-1]
        if last.upright != line.upright:
            return False
        across, along = (0, 1) if line.upright else (1, 0)
        one, other = (box[across + 2] - box[across] for box in (last.box, line.box))
        gap = max(line.box[across] - last.box[across + 2], last.box[across] - line.box[across + 2])
        shared = min(self.box[along + 2], line.box[along + 2]) - max(self.box[along], line.box[along])
        return shared > 0 and gap <= _WIDEST_GAP * min(one, other) and max(one, other) <= _SIZES_APART * min(one, other)


def _lines(text: str, boxes: Sequence[Box]) -> Iterator[_Line]:
    run: list[_Cell] = []
    for cell in _cells(text, boxes):
        if run and (text.find("\n", run[-1].end - 1, cell.starts[0]) >= 0 or not side_by_side(run[-1].box, cell.box)):
            yield _line(run)
            run = []
        run.append(cell)
    if run:
        yield _line(run)


def _cells(text: str, boxes: Sequence[Box]) -> Iterator[_Cell]:
    """Yield what is drawn; white space that has only its neighbour's box is not."""
    cell: _Cell | None = None
    for place, (char, box) in enumerate(zip(text, boxes, strict=False)):
        same = cell is not None and box == cell.box
        if char == "\n" or (char.isspace() and (same or boxes[place : place + 2].count(box) == 2)):
            continue
        if cell is not None and same and cell.end == place:
            cell.end = place + 1
            if not _joins(char):
                cell.starts.append(place)
            continue
        if cell is not None:
            yield cell
        cell = _Cell(box, [place], place + 1)
    if cell is not None:
        yield cell


def _joins(char: str) -> bool:
    """Return whether a character is drawn onto the one before it: a mark, a joiner, a variation selector."""
    return unicodedata.category(char) in ("Mn", "Me", "Mc", "Cf")


def _line(cells: list[_Cell]) -> _Line:
    box = _around([cell.box for cell in cells])
    (first_x, first_y), (last_x, last_y) = _middle(cells[0].box), _middle(cells[-1].box)
    upright = abs(last_y - first_y) > abs(last_x - first_x)
    axis = 1 if upright else 0
    steps = [_middle(other.box)[axis] - _middle(one.box)[axis] for one, other in pairwise(cells)]
    for place, cell in enumerate(cells):
        # At the border of two scripts, one of each direction, the nearer neighbour is of the same.
        step = min(steps[max(place - 1, 0) : place + 1], key=abs, default=1)
        way = -1 if step < 0 else 1
        cell.forward = (0, way) if upright else (way, 0)
    return _Line(cells, box, upright)


def _paragraphs(lines: list[_Line]) -> list[_Paragraph]:
    found: list[_Paragraph] = []
    for line in lines:
        if found and found[-1].takes(line):
            found[-1].lines.append(line)
            found[-1].box = _around([found[-1].box, line.box])
        else:
            found.append(_Paragraph([line], line.box))
    return found


def _around(boxes: Sequence[Box]) -> Box:
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)


def _middle(box: Box) -> tuple[float, float]:
    return (box[0] + box[2]) / 2, (box[1] + box[3]) / 2


def _holds(box: Box, x: float, y: float) -> bool:
    return box[0] <= x <= box[2] and box[1] <= y <= box[3]


def _gaps(box: Box, x: float, y: float) -> tuple[float, float]:
    return max(box[0] - x, x - box[2], 0), max(box[1] - y, y - box[3], 0)


def _distance(box: Box, x: float, y: float) -> float:
    wide, high = _gaps(box, x, y)
    return wide * wide + high * high


def _apart(one: tuple[float, float], other: tuple[float, float]) -> float:
    return (one[0] - other[0]) ** 2 + (one[1] - other[1]) ** 2
