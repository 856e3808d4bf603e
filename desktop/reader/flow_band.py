"""A row of a table, laid out: its cells beside each other, each with its blocks.

It answers what a laid block answers, counted from its own top left corner.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from itertools import accumulate
from math import ceil

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont, QFontMetricsF, QImage, QPainter

from core.cells import Cell
from core.points import Hit
from core.records import Block
from desktop.reader.flow_block import LaidBlock
from desktop.reader.flow_blocks import runs_leftwards
from desktop.reader.flow_style import Sheet
from desktop.reader.flow_tables import Band

_BESIDE = 0.45
_APART = 0.4


@dataclass(slots=True)
class _LaidCell:
    """A cell with its blocks and where they begin in it."""

    cell: Cell
    place: QRectF
    blocks: list[tuple[float, LaidBlock]] = field(default_factory=list)
    height: float = 0.0


class LaidBand:
    """A row with its cells; the attributes are those of a laid block."""

    def __init__(self, text: str, band: Band, sheet: Sheet, pictures: Mapping[str, QImage]) -> None:
        self.block = band
        self._sheet = sheet
        self._pad = sheet.em * _BESIDE
        # A pixel more, so that no word breaks over how its width is rounded.
        measured = QFontMetricsF(_heading(sheet.font)).horizontalAdvance
        self._edges = list(accumulate(band.ruled.widths(sheet.column, measured, 2 * self._pad + 1), initial=0.0))
        self._leftwards = runs_leftwards(text[band.start : band.end])
        own: dict[Cell, list[Block]] = {}
        for cell, block in band.cells:
            own.setdefault(cell, []).append(block)
        self._cells = [self._laid(text, cell, blocks, pictures) for cell, blocks in own.items()]
        self._top = sheet.em * _APART if band.opens else 0.0
        bottom = self._set_rows()
        self.height = bottom + (sheet.em * _APART if band.closes else 0.0)
        self.pictures = tuple(name for _, _, laid in self._each() for name in laid.pictures)

    # Laying out

    def _laid(self, text: str, cell: Cell, blocks: list[Block], pictures: Mapping[str, QImage]) -> _LaidCell:
        made = _LaidCell(cell, self._room(cell.column, cell.column + cell.columns))
        font = _heading(self._sheet.font) if cell.heads else self._sheet.font
        sheet = replace(self._sheet, font=font, column=max(made.place.width() - 2 * self._pad, self._sheet.em))
        for block in blocks:
            # What stands around the text of a cell is drawn for the whole row.
            laid = LaidBlock(text, replace(block, kind="paragraph") if block.kind == "cell" else block, sheet, pictures)
            made.blocks.append((made.height, laid))
            made.height += laid.height
        return made

    def _set_rows(self) -> float:
        """Give every cell the height of its rows; return where the last one ends."""
        rows = sorted({one.cell.row for one in self._cells})
        heights = [0.0] * len(rows)
        reach = {}
        for one in sorted(self._cells, key=lambda one: one.cell.rows):
            # A cell may say that it reaches further down than the table.
            reach[one.cell] = begin, end = (
                bisect_left(rows, one.cell.row),
                bisect_left(rows, one.cell.row + one.cell.rows),
            )
            heights[end - 1] += max(ceil(one.height - sum(heights[begin:end])), 0)
        tops = list(accumulate(heights, initial=self._top))
        free = {(row, column) for row in range(len(rows)) for column in range(len(self._edges) - 1)}
        for one in self._cells:
            begin, end = reach[one.cell]
            one.place.setTop(tops[begin])
            one.place.setBottom(tops[end])
            free -= {(row, one.cell.column + beside) for row in range(begin, end) for beside in range(one.cell.columns)}
        self._empty = [self._room(column, column + 1, tops[row], tops[row + 1]) for row, column in free]
        return tops[-1]

    def _room(self, first: int, last: int, top: float = 0.0, bottom: float = 0.0) -> QRectF:
        """Return the room of columns, which are told from the side that the table is read from."""
        left, right = self._edges[first], self._edges[min(last, len(self._edges) - 1)]
        return QRectF(self._sheet.column - right if self._leftwards else left, top, right - left, bottom - top)

    # Where what is

    def _each(self) -> list[tuple[float, float, LaidBlock]]:
        """Return the blocks in reading order, with where they begin."""
        each = [
            (one.place.left() + self._pad, one.place.top() + top, laid)
            for one in self._cells
            for top, laid in one.blocks
        ]
        return sorted(each, key=lambda one: one[2].block.start)

    def _under(self, x: float, y: float) -> tuple[float, float, LaidBlock]:
        """Return the block at a point, or nearest to it, and where it begins."""
        cell = min(
            self._cells,
            key=lambda one: (
                _outside(y, one.place.top(), one.place.bottom()),
                _outside(x, one.place.left(), one.place.right()),
            ),
        )
        top, laid = next((one for one in reversed(cell.blocks) if cell.place.top() + one[0] <= y), cell.blocks[0])
        return cell.place.left() + self._pad, cell.place.top() + top, laid

    def _of(self, position: int) -> tuple[float, float, LaidBlock]:
        each = self._each()
        return next((one for one in reversed(each) if one[2].block.start <= position), each[0])

    def hit(self, x: float, y: float) -> Hit:
        left, top, laid = self._under(x, y)
        return laid.hit(x - left, y - top)

    def holds(self, x: float, y: float) -> bool:
        left, top, laid = self._under(x, y)
        return laid.holds(x - left, y - top)

    def rectangles(self, start: int, end: int) -> list[QRectF]:
        return [
            rectangle.translated(left, top)
            for left, top, laid in self._each()
            if start < laid.block.end and laid.block.start < end
            for rectangle in laid.rectangles(start, end)
        ]

    def caret(self, position: int) -> QRectF:
        left, top, laid = self._of(position)
        return laid.caret(position).translated(left, top)

    def is_leftwards(self, position: int) -> bool:
        return self._of(position)[2].is_leftwards(position)

    # Drawing

    def paint_ground(self, painter: QPainter) -> None:
        """Draw the lines around the cells, and the ground of those that head the table."""
        palette = self._sheet.palette
        for one in self._cells:
            if one.cell.heads:
                painter.fillRect(one.place, palette.alternateBase())
        painter.setPen(palette.mid().color())
        for place in [*(one.place for one in self._cells), *self._empty]:
            # Of two rows below each other the upper one draws the line.
            painter.drawLine(place.topLeft(), place.bottomLeft())
            painter.drawLine(place.topRight(), place.bottomRight())
            painter.drawLine(place.bottomLeft(), place.bottomRight())
            if self.block.opens and place.top() == self._top:
                painter.drawLine(place.topLeft(), place.topRight())
        self._inside(painter, LaidBlock.paint_ground)

    def paint(self, painter: QPainter) -> None:
        """Draw the text of the cells."""
        self._inside(painter, LaidBlock.paint)

    def _inside(self, painter: QPainter, paint: Callable[[LaidBlock, QPainter], None]) -> None:
        for left, top, laid in self._each():
            painter.save()
            painter.translate(left, top)
            paint(laid, painter)
            painter.restore()


def _heading(font: QFont) -> QFont:
    made = QFont(font)
    made.setWeight(QFont.Weight.DemiBold)
    return made


def _outside(at: float, low: float, high: float) -> float:
    """Return how far a place lies outside a stretch."""
    return max(low - at, at - high, 0.0)
