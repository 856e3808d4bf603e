"""Where the blocks of a table stand in it.

A layer keeps it as a mark at the block's beginning, ``cell``, so that the axis and what counts on it stay as they are;
a layer without such marks shows its cells below each other.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from core.records import Block

STYLE = "cell"
MOST = 1000
_SAID = re.compile(r"(\d{1,9}) (\d{1,9}) (\d{1,4}) (\d{1,4}) (\d{1,4})( head)?", re.A)


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell; several blocks may stand in one, and one without words has none.

    Attributes:
        table: The number of its table in the document.
        row: Counted from 0, as ``column``.
        rows: How many rows it reaches over, as ``columns``.
        heads: It says what stands in its row or column.
    """

    table: int
    row: int
    column: int
    rows: int = 1
    columns: int = 1
    heads: bool = False

    def said(self) -> str:
        """Return the cell as a mark's target."""
        head = " head" if self.heads else ""
        return f"{self.table} {self.row} {self.column} {self.rows} {self.columns}{head}"


def cell_of(block: Block) -> Cell | None:
    """Return the cell that a block stands in; None outside of tables."""
    for span in block.spans:
        if span.start > block.start:
            return None
        if span.style == STYLE and (said := _SAID.fullmatch(span.target)):
            table, row, column, rows, columns = (int(part) for part in said.groups()[:5])
            return Cell(table, row, column, max(rows, 1), max(columns, 1), bool(said[6]))
    return None
