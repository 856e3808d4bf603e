"""The rows of tables as flowing text shows them: cells beside each other, in columns of one width.  Knows no widget.

A row is one thing to lay out, with those below it that its cells reach into.  One that is too large for that, as a page
that is laid out as a table has, and one of a single column, is shown as other text is, a block below the other.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TypeAlias

from core.cells import Cell, cell_of
from core.records import Block, Span

_LARGEST = 6000
# The narrower the columns, the more lines there are to be made of a text.
_LARGEST_IN_COLUMNS = 24_000
_MOST_BLOCKS = 100
_MOST_COLUMNS = 12
_ROWS_LOOKED_AT = 100
# Longer lines are broken rather than given more room.
_WIDEST = 60
_WORD = re.compile("[^\\s\u3000-\u30ff\u3400-\u9fff\uac00-\ud7a3\uf900-\ufaff\uff00-\uffef]+")
_WIDE = re.compile("[\u3000-\u30ff\u3400-\u9fff\uac00-\ud7a3\uf900-\ufaff\uff00-\uffef]")

Run: TypeAlias = list[tuple[Cell, Block]]
"""Blocks of one table that follow each other, with their cells."""


class Ruled:
    """How wide the columns of a table are to be."""

    def __init__(self, text: str, run: Run) -> None:
        self._text, self._run = text, run
        self.columns = max(cell.column + cell.columns for cell, _ in run)

    @cached_property
    def needs(self) -> list[tuple[str, int]]:
        """For each column its longest word, and how many characters its longest line has."""
        needs = [("", 3)] * self.columns
        last = self._run[0][0].row + _ROWS_LOOKED_AT
        for cell, block in self._run:
            if cell.columns == 1 and cell.row < last:
                text = self._text[block.start : min(block.end, block.start + 4 * _WIDEST)]
                word, line = needs[cell.column]
                words = (found[0][: _WIDEST // 2] for found in _WORD.finditer(text))
                long = min(len(text) + len(_WIDE.findall(text)), _WIDEST)
                needs[cell.column] = max([word, *words], key=len), max(line, long)
        return needs

    def widths(self, room: float, measured: Callable[[str], float], beside: float) -> list[float]:
        """Return the widths of the columns, which fill the room.

        Args:
            room: How wide the table is.
            measured: Tells how wide a word is.
            beside: What a cell takes besides its text.
        """
        sign = measured("n")
        least = [max(measured(word), 2 * sign) + beside for word, _ in self.needs]
        most = [max(line * sign + beside, word) for (_, line), word in zip(self.needs, least, strict=True)]
        spare = room - sum(least)
        if spare <= 0:
            return [room * one / sum(least) for one in least]
        more = [wide - narrow for narrow, wide in zip(least, most, strict=True)]
        shares = more if spare < sum(more) else most
        return [one + spare * share / (sum(shares) or 1) for one, share in zip(least, shares, strict=True)]


@dataclass(frozen=True, slots=True)
class Band:
    """A row of a table with those it is held together with.

    Attributes:
        cells: Its blocks with their cells, in order.
        ruled: The table's columns.
        opens: Whether it is the table's first, and ``closes`` whether it is the last.
    """

    cells: tuple[tuple[Cell, Block], ...]
    ruled: Ruled
    opens: bool = False
    closes: bool = False

    @property
    def start(self) -> int:
        return self.cells[0][1].start

    @property
    def end(self) -> int:
        return self.cells[-1][1].end

    @property
    def spans(self) -> tuple[Span, ...]:
        return tuple(span for _, block in self.cells for span in block.spans)

    def block_at(self, position: int) -> Block:
        """Return the block that a position lies in, or that it follows."""
        return next((block for _, block in reversed(self.cells) if block.start <= position), self.cells[0][1])


Shown: TypeAlias = Block | Band
"""What is laid out as one thing."""


def in_rows(text: str, blocks: Sequence[Block]) -> Sequence[Shown]:
    """Return blocks with those of tables put together in their rows; the same blocks where there is no table."""
    shown: list[Shown] = []
    run: Run = []
    for block in blocks:
        spans = block.spans
        cell = cell_of(block) if spans and spans[0].start == block.start else None
        if run and (cell is None or cell.table != run[0][0].table):
            shown += _bands(text, run)
            run = []
        if cell is None:
            shown.append(block)
        else:
            run.append((cell, block))
    if run:
        shown += _bands(text, run)
    return shown if any(isinstance(one, Band) for one in shown) else blocks


def _bands(text: str, run: Run) -> Iterator[Shown]:
    ruled = Ruled(text, run)
    rows = list(_rows(run))
    largest = min(_LARGEST, _LARGEST_IN_COLUMNS // ruled.columns)
    for number, row in enumerate(rows):
        size = row[-1][1].end - row[0][1].start
        if 1 < ruled.columns <= _MOST_COLUMNS and size <= largest and len(row) <= _MOST_BLOCKS:
            yield Band(tuple(row), ruled, opens=number == 0, closes=number == len(rows) - 1)
        else:
            yield from (block for _, block in row)


def _rows(run: Run) -> Iterator[Run]:
    """Part a table into rows that no cell reaches over; one that says more rows than are there reaches to the end."""
    row: Run = []
    until = 0
    for cell, block in run:
        if row and cell.row >= until:
            yield row
            row, until = [], 0
        row.append((cell, block))
        until = max(until, cell.row + cell.rows)
    yield row
