"""The outermost rows of a page, where heads, feet and page numbers stand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple, TypeAlias

from commonplace.documents.fixed.lines import Rect

Edge: TypeAlias = Literal["top", "bottom"]

_DEPTH = 4
_REACH = 0.2
_LONGEST = 150
_NUMBERS = re.compile(r"[0-9０-９]+|\b(?:[ivxlc]+|[IVXLC]+)\b")


class Stretch(NamedTuple):
    """A stretch of a page's text and where it is drawn, on the page as it is read: a block, or a line of its own."""

    start: int
    text: str
    box: Rect


class EdgeLine(NamedTuple):
    """A line in a row at the top or bottom of a page.

    Attributes:
        page: The page's index.
        start: Where it begins in the page's text; ``text`` is without its newline.
        place: How far it is from that edge of the page, in points.
        row: 0 for the outermost row.
        beside: What else stands in its row.
        key: What it has in common with heads of other pages; empty where it has no words.
        alone: Whether its stretch holds no more than such rows: no text of the page's own.
    """

    page: int
    edge: Edge
    start: int
    text: str
    place: float
    row: int
    alone: bool
    key: str
    beside: str = ""

    @property
    def row_key(self) -> str:
        """What its whole row has in common with rows of other pages."""
        return _key(f"{self.text} {self.beside}")


def _key(text: str) -> str:
    plain = " ".join(_NUMBERS.sub("#", text).split()).casefold()
    return plain if any(map(str.isalpha, plain)) else ""


def edges(height: float) -> tuple[float, float]:
    """Return down to where heads may begin, and from where feet may end, on a page of this height."""
    return height * _REACH, height * (1 - _REACH)


def edge_lines(page: int, stretches: Sequence[Stretch], height: float) -> list[EdgeLine]:
    """Return the lines of the outermost rows of a page, from the edge inwards, the top's first."""
    top: list[tuple[float, Stretch]] = []
    bottom: list[tuple[float, Stretch]] = []
    head, foot = edges(height)
    for stretch in stretches:
        _, text, (_, above, _, below) = stretch
        if not text.isspace():
            if above <= head:
                top.append((above, stretch))
            if below >= foot:
                bottom.append((height - below, stretch))
    return [*_edge(page, "top", top), *_edge(page, "bottom", bottom)]


def _edge(page: int, edge: Edge, able: list[tuple[float, Stretch]]) -> Iterator[EdgeLine]:
    """Yield the lines of the outer rows, up to the first that holds text of the page's own."""
    able.sort(key=_place)
    rows: list[list[EdgeLine]] = []
    last: Rect | None = None
    for place, stretch in able:
        if last is None or not _in_row(stretch.box, last):
            if len(rows) >= _DEPTH or (rows and not all(line.alone for line in rows[-1])):
                break
            last = stretch.box
            rows.append([])
        first = len(rows) - 1
        for line in _outer(page, edge, stretch, place, first):
            rows.extend([] for _ in range(line.row - len(rows) + 1))
            rows[line.row].append(line)
    for row in rows:
        for line in row:
            others = " ".join(other.text for other in row if other is not line) if len(row) > 1 else ""
            yield line._replace(beside=others) if others else line


def _place(one: tuple[float, Stretch]) -> float:
    return one[0]


def _in_row(box: Rect, other: Rect) -> bool:
    shared = min(box[3], other[3]) - max(box[1], other[1])
    return shared > 0.5 * min(box[3] - box[1], other[3] - other[1])


def _outer(page: int, edge: Edge, stretch: Stretch, place: float, row: int) -> Iterator[EdgeLine]:
    """Yield a stretch's lines where they are all in one row, else the one nearest to the edge."""
    text = stretch.text.rstrip("\n")
    if "\n" not in text:
        if _is_short(text):
            yield EdgeLine(page, edge, stretch.start, text, place, row, True, _key(text))
        return
    lines = text.split("\n")
    side_by_side = are_side_by_side(lines, stretch.box)
    step = 0 if side_by_side else (stretch.box[3] - stretch.box[1]) / len(lines)
    inwards = list(enumerate(lines)) if edge == "top" else list(enumerate(lines))[::-1]
    alone = side_by_side or len(lines) <= _DEPTH - 1
    for depth, (at, line) in enumerate(inwards if alone else inwards[:1]):
        if line.strip() and _is_short(line):
            start = stretch.start + sum(len(other) + 1 for other in lines[:at])
            inner = 0 if side_by_side else depth
            yield EdgeLine(page, edge, start, line, place + depth * step, row + inner, alone, _key(line))


def _is_short(line: str) -> bool:
    """Return whether a line may be a head; a wide gap before its page number may have come out as many spaces."""
    return len(line) <= _LONGEST or len(" ".join(line.split())) <= _LONGEST


def are_side_by_side(lines: Sequence[str], box: Rect) -> bool:
    """Return whether a block's lines are parts of one row: wide enough for all of them in type as high as the block."""
    if len(lines) > _DEPTH:
        return False
    left, top, right, bottom = box
    return sum(map(len, lines)) * _NARROW * (bottom - top) < right - left


# How wide a character is at least, on the average, for each point of its line's height.
_NARROW = 0.29
