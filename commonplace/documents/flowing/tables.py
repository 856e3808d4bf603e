"""The grid of a table, filled row by row as a reader of any format meets its cells."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from core.cells import MOST, Cell

T = TypeVar("T")

_NUMBER = re.compile(r"\s*(\d{1,9})", re.A)


class Grid:
    """Places the cells of one table: those that reach down keep their columns in the rows below."""

    def __init__(self, table: int) -> None:
        """Begin a table; ``table`` is its number in the document."""
        self._table = table
        self._row = -1
        self._column = 0
        self._taken: dict[int, int] = {}

    def row(self) -> None:
        """Begin a row."""
        self._row += 1
        self._column = 0

    def skip(self, columns: int) -> None:
        """Leave columns of the row in hand empty."""
        self._column = min(self._column + max(columns, 0), MOST)

    def at(self, column: int, rows: int = 1, columns: int = 1, *, heads: bool = False) -> Cell:
        """Return a cell of the row in hand that begins in a known column."""
        return Cell(
            self._table, self._row, min(column, MOST), min(max(rows, 1), MOST), min(max(columns, 1), MOST), heads
        )

    def cell(self, rows: int = 1, columns: int = 1, *, heads: bool = False) -> Cell:
        """Place the next cell of the row in hand."""
        if self._row < 0:
            self.row()
        while self._taken.get(self._column, -1) >= self._row:
            self._column += 1
        placed = self.at(self._column, rows, columns, heads=heads)
        if placed.rows > 1:
            covered = range(placed.column, placed.column + placed.columns)
            self._taken |= dict.fromkeys(covered, placed.row + placed.rows - 1)
        self.skip(placed.columns)
        return placed


@dataclass(frozen=True, slots=True)
class Laid(Generic[T]):
    """What a cell holds, where it lies in its row, and whether it goes on from the cell above it."""

    what: T
    column: int
    columns: int
    goes_on: bool


def joined(rows: Sequence[tuple[Sequence[Laid[T]], bool]], grid: Grid) -> Iterator[tuple[T, Cell]]:
    """Yield what the cells of rows hold with their places, in order; what goes on from above stands in that cell.

    Args:
        rows: The cells of each row, and whether it heads the table.
        grid: Places them.
    """
    down = [{cell.column for cell in cells if cell.goes_on} for cells, _ in rows]
    above: dict[int, Cell] = {}
    for at, (cells, heads) in enumerate(rows):
        grid.row()
        for cell in cells:
            if not cell.goes_on or cell.column not in above:
                end = next((end for end in range(at + 1, len(down)) if cell.column not in down[end]), len(down))
                above[cell.column] = grid.at(cell.column, end - at, cell.columns, heads=heads)
            yield cell.what, above[cell.column]


def span_of(said: str | None) -> int:
    """Return how many rows or columns an attribute says; 0 stands for all that come."""
    match = _NUMBER.match(said or "1")
    return (int(match[1]) or MOST) if match else 1
