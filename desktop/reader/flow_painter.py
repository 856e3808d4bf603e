"""What is drawn under and over one block of flowing text: marks, places of a search, what is selected."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPalette

from desktop.reader import marks as drawing
from desktop.reader.marks import Mark
from desktop.theme import FOUND, UNTAGGED, Scheme, Slot

_SELECTED = 0.38


@dataclass(frozen=True, slots=True)
class Covered:
    """A mark with what it covers of a block."""

    mark: Mark
    rectangles: Sequence[QRectF]


def paint_tints(painter: QPainter, marks: Sequence[Covered], scheme: Scheme) -> None:
    """Draw what lies under the text."""
    for covered in marks:
        for rectangle in covered.rectangles:
            painter.fillRect(rectangle, _slot(covered.mark).mark(scheme))


def paint_lines(painter: QPainter, marks: Sequence[Covered], chosen: str) -> None:
    """Draw the line of each mark's concept, and the frame of the chosen one."""
    for covered in marks:
        slot = _slot(covered.mark)
        for rectangle in covered.rectangles:
            drawing.paint_line(painter, rectangle, slot, covered.mark.level)
            if covered.mark.id == chosen:
                drawing.paint_frame(painter, rectangle, QColor(slot.base))


def paint_initials(painter: QPainter, marks: Sequence[Covered], start: int, palette: QPalette) -> None:
    """Draw the initials of the marks that begin in a block, beside the column, those of one line one after another."""
    taken: dict[int, float] = {}
    painter.setPen(palette.color(QPalette.ColorRole.PlaceholderText))
    metrics = painter.fontMetrics()
    for covered in marks:
        if not covered.rectangles or not covered.mark.initials or covered.mark.ranges[0][0] < start:
            continue
        first = covered.rectangles[0]
        line = round(first.top())
        right = taken.get(line, -metrics.averageCharWidth())
        wide = metrics.horizontalAdvance(covered.mark.initials)
        room = QRectF(right - wide, first.top(), wide + 1, first.height())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, covered.mark.initials)
        taken[line] = right - wide - metrics.averageCharWidth()


def paint_selection(painter: QPainter, rectangles: Sequence[QRectF], palette: QPalette) -> None:
    colour = QColor(palette.color(QPalette.ColorRole.Highlight))
    colour.setAlphaF(_SELECTED)
    for rectangle in rectangles:
        painter.fillRect(rectangle, colour)


def paint_hits(painter: QPainter, found: Sequence[QRectF], shown: Sequence[QRectF], scheme: Scheme) -> None:
    """Draw the places of a search, and a frame around the one that is shown."""
    for rectangle in found:
        painter.fillRect(rectangle, FOUND.mark(scheme))
    for rectangle in shown:
        drawing.paint_frame(painter, rectangle.adjusted(-1, -1, 1, 1), QColor(FOUND.base))


def _slot(mark: Mark) -> Slot:
    return mark.slots[0] if mark.slots else UNTAGGED
