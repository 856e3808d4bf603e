"""Marks as they are drawn: a tint under the text and a line pattern of the concept's own, overlaps stacked.

A mark's tint is multiplied onto the page on light paper, so print stays as dark as it is; each further mark at the
same place draws its line three pixels lower.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

from core.records import Range
from desktop.theme import Pattern, Slot

_STEP = 3.0
_WAVE = 4.0
_FRAME = 1.6
_STYLES = {
    "solid": Qt.PenStyle.SolidLine,
    "dashed": Qt.PenStyle.DashLine,
    "dotted": Qt.PenStyle.DotLine,
    "dash-dot": Qt.PenStyle.DashDotLine,
    "thick": Qt.PenStyle.SolidLine,
}


@dataclass(frozen=True, slots=True)
class Mark:
    """A highlight to be drawn.

    Attributes:
        ranges: On the axis; none for an area.
        area: Page index and a rectangle in thousandths of a point, or None.
        slots: The looks of its concepts; the first gives the tint.
        initials: Of its concepts, for the margin.
        level: How many marks lie under it where it overlaps others.
    """

    id: str
    ranges: tuple[Range, ...]
    area: tuple[int, int, int, int, int] | None
    slots: tuple[Slot, ...]
    initials: str
    level: int = 0


def stacked(marks: Iterable[Mark]) -> list[Mark]:
    """Return the marks in reading order, each with the lowest level that no overlapping mark before it takes."""
    found: list[Mark] = []
    open_marks: list[tuple[int, int]] = []
    for mark in sorted(marks, key=lambda mark: (_start(mark), -_end(mark), mark.id)):
        level = 0
        if mark.area is None:
            start = _start(mark)
            open_marks = [other for other in open_marks if other[0] > start]
            taken = {number for _, number in open_marks}
            while level in taken:
                level += 1
            open_marks.append((_end(mark), level))
        found.append(mark if mark.level == level else replace(mark, level=level))
    return found


def paint_line(painter: QPainter, rectangle: QRectF, slot: Slot, level: int) -> None:
    """Draw a mark's line under a stretch of text."""
    y = rectangle.bottom() + level * _STEP
    paint_pattern(painter, slot.pattern, QColor(slot.base), rectangle.left(), rectangle.right(), y)


def paint_pattern(painter: QPainter, pattern: Pattern, colour: QColor, left: float, right: float, y: float) -> None:
    painter.setPen(QPen(colour, 2.5 if pattern == "thick" else 1.2, _STYLES.get(pattern, Qt.PenStyle.SolidLine)))
    if pattern == "wavy":
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(_wave(left, right, y))
        return
    painter.drawPolyline(QPolygonF([QPointF(left, y), QPointF(right, y)]))
    if pattern == "double":
        painter.drawPolyline(QPolygonF([QPointF(left, y - 2), QPointF(right, y - 2)]))


def paint_frame(painter: QPainter, rectangle: QRectF, colour: QColor) -> None:
    """Frame a stretch of the mark that is chosen."""
    painter.setPen(QPen(colour, _FRAME))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(rectangle)


def _wave(left: float, right: float, y: float) -> QPainterPath:
    path = QPainterPath(QPointF(left, y))
    x, up = left, True
    while x < right:
        end = min(x + _WAVE, right)
        path.quadTo(QPointF((x + end) / 2, y + (-2.2 if up else 2.2)), QPointF(end, y))
        x, up = end, not up
    return path


def _start(mark: Mark) -> int:
    return mark.ranges[0][0] if mark.ranges else -1


def _end(mark: Mark) -> int:
    return mark.ranges[-1][1] if mark.ranges else -1
