"""The tables of Rich Text, whose rows say where their cells end, and whose columns show when all rows are read."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from commonplace.documents.flowing.flow import Draft
from commonplace.documents.flowing.tables import Grid, Laid, joined

ROW_WORDS = frozenset((b"trowd", b"trleft", b"trhdr", b"clmrg", b"clvmrg", b"cellx", b"row"))
# Programs round the edges of one column differently, in twentieths of a point.
_SAME_EDGE = 40


@dataclass(slots=True)
class _Ruled:
    """A cell as a row defines it: its right edge, and whether it goes on from the one beside or above it."""

    right: int = 0
    beside: bool = False
    above: bool = False


@dataclass(slots=True)
class _Row:
    """How a row is ruled, and after which of the blocks its cells end."""

    left: int = 0
    heads: bool = False
    ruled: list[_Ruled] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    first: int = 0


class RtfTable:
    """The table that a flow of text is in."""

    def __init__(self) -> None:
        self._rows: list[_Row] = []
        self._rule = _Row()
        self._next = _Ruled()
        self._ends: list[int] = []
        self._first = 0

    def word(self, word: bytes, number: int) -> None:
        """Take a word of a row's definition, or the row's end."""
        rule = self._rule
        if word == b"trowd":
            self._rule, self._next = _Row(), _Ruled()
        elif word == b"trleft":
            rule.left = number
        elif word == b"trhdr":
            rule.heads = True
        elif word == b"clmrg":
            self._next.beside = True
        elif word == b"clvmrg":
            self._next.above = True
        elif word == b"cellx":
            self._next.right = number
            rule.ruled.append(self._next)
            self._next = _Ruled()
        elif word == b"row":
            self._end_row()

    def end_cell(self, blocks: int) -> None:
        """End a cell, so many blocks having been read."""
        self._ends.append(blocks)

    def _end_row(self) -> None:
        if self._ends:
            rule = self._rule
            self._rows.append(_Row(rule.left, rule.heads, rule.ruled, self._ends, self._first))
            self._ends, self._first = [], self._ends[-1]

    def end(self, drafts: Sequence[Draft], begin: Callable[[], Grid]) -> None:
        """Say of the blocks of the table that is over where they stand; what stands below it is none of it."""
        self._end_row()
        if self._rows:
            edges = _edges(self._rows)
            rows = [(_laid(row, edges), row.heads) for row in self._rows]
            for (first, last), cell in joined(rows, begin()):
                for draft in drafts[first:last]:
                    draft.stand_in(cell)
            self._rows = []
        self._first = len(drafts)


def _edges(rows: Sequence[_Row]) -> list[int]:
    """Return where columns begin or end, in order."""
    edges: list[int] = []
    for edge in sorted({edge for row in rows for edge in (row.left, *(one.right for one in row.ruled))}):
        if not edges or edge - edges[-1] > _SAME_EDGE:
            edges.append(edge)
    return edges


def _laid(row: _Row, edges: Sequence[int]) -> list[Laid[tuple[int, int]]]:
    """Return a row's cells with the first and the last of their blocks."""
    found: list[Laid[tuple[int, int]]] = []
    first, column = row.first, _column(row.left, edges)
    for place, end in enumerate(row.ends):
        ruled = row.ruled[place] if place < len(row.ruled) else _Ruled(-1)
        until = max(_column(ruled.right, edges) if ruled.right > 0 else column + 1, column + 1)
        if ruled.beside and found:
            before = found[-1]
            found[-1] = Laid((before.what[0], end), before.column, until - before.column, before.goes_on)
        else:
            found.append(Laid((first, end), column, until - column, ruled.above))
        first, column = end, until
    return found


def _column(edge: int, edges: Sequence[int]) -> int:
    return max(bisect_left(edges, edge - _SAME_EDGE), 0)
