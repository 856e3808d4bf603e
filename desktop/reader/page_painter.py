"""One page drawn in the view: paper, pictures, marks and what is selected."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPalette, QPen

from desktop.reader import marks as drawing
from desktop.reader.marks import Mark
from desktop.theme import FOUND, UNTAGGED, Slot

INK = QColor("#1A1A1A")
_SELECTED = QColor("#A9CDEB")
_DIM = QColor.fromRgbF(0.85, 0.85, 0.85)
_MARGIN = 3.0


@dataclass(frozen=True, slots=True)
class DrawnMark:
    """A mark with what it covers of a page, in the viewport."""

    mark: Mark
    rectangles: Sequence[QRectF]


def paint_paper(painter: QPainter, paper: QRectF, pictures: Sequence[tuple[QRectF, QImage]]) -> None:
    """Draw a page's pictures on white, a coarser one under the sharp ones that are there."""
    painter.fillRect(paper, Qt.GlobalColor.white)
    for target, image in pictures:
        painter.drawImage(target, image)


def paint_veil(painter: QPainter, paper: QRectF, veil: str) -> None:
    """Dim a page that is drawn (``dim``), or turn light and dark round (``invert``); its marks with it, to be read."""
    if veil != "printed":
        mode = QPainter.CompositionMode
        painter.save()
        painter.setCompositionMode(mode.CompositionMode_Multiply if veil == "dim" else mode.CompositionMode_Difference)
        painter.fillRect(paper, _DIM if veil == "dim" else QColor(Qt.GlobalColor.white))
        painter.restore()


def paint_trouble(painter: QPainter, paper: QRectF, said: str) -> None:
    """Say on the paper why the page is not drawn."""
    painter.fillRect(paper, Qt.GlobalColor.white)
    painter.setPen(INK)
    inner = paper.adjusted(paper.width() / 8, 0, -paper.width() / 8, 0)
    painter.drawText(inner, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, said)


def paint_marks(painter: QPainter, paper: QRectF, marks: Sequence[DrawnMark]) -> None:
    """Draw marks: first all tints, so that no line is covered, then lines and initials."""
    painter.save()
    painter.setClipRect(paper)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
    for drawn in marks:
        for rectangle in drawn.rectangles:
            painter.fillRect(rectangle, _slot(drawn.mark).mark("light"))
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
    for drawn in marks:
        slot = _slot(drawn.mark)
        for rectangle in drawn.rectangles:
            drawing.paint_line(painter, rectangle, slot, drawn.mark.level)
    _paint_initials(painter, paper, [drawn for drawn in marks if drawn.rectangles and drawn.mark.initials])
    painter.restore()


def paint_chosen(painter: QPainter, paper: QRectF, marks: Sequence[DrawnMark]) -> None:
    """Draw the frame of the mark that is chosen, where it is on the page."""
    for drawn in marks:
        painter.save()
        painter.setClipRect(paper)
        for rectangle in drawn.rectangles:
            drawing.paint_frame(painter, rectangle, QColor(_slot(drawn.mark).base))
        painter.restore()


def paint_selection(painter: QPainter, paper: QRectF, rectangles: Sequence[QRectF]) -> None:
    painter.save()
    painter.setClipRect(paper)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
    for rectangle in rectangles:
        painter.fillRect(rectangle, _SELECTED)
    painter.restore()


def paint_hits(painter: QPainter, paper: QRectF, found: Sequence[QRectF], shown: Sequence[QRectF]) -> None:
    """Draw the places of a search, and a frame around the one that is shown."""
    painter.save()
    painter.setClipRect(paper)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
    for rectangle in found:
        painter.fillRect(rectangle, FOUND.mark("light"))
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
    for rectangle in shown:
        drawing.paint_frame(painter, rectangle.adjusted(-1, -1, 1, 1), QColor(FOUND.base))
    painter.restore()


def paint_area(painter: QPainter, rectangle: QRectF) -> None:
    """Draw the rectangle that is being drawn out."""
    painter.save()
    painter.setPen(QPen(INK, 1.0, Qt.PenStyle.DashLine))
    painter.setBrush(QColor(_SELECTED.red(), _SELECTED.green(), _SELECTED.blue(), 90))
    painter.drawRect(rectangle)
    painter.restore()


def paint_cursor(painter: QPainter, line: QRectF, ink: QColor) -> None:
    """Draw the text cursor on a line of the viewport."""
    painter.save()
    painter.setPen(QPen(ink, 2.0))
    painter.drawLine(line.topLeft(), line.bottomRight())
    painter.restore()


def paint_knob(painter: QPainter, place: QPointF, radius: float, palette: QPalette) -> None:
    """Draw what an end of the chosen mark is taken hold of by."""
    painter.save()
    painter.setPen(QPen(palette.base().color(), 1.0))
    painter.setBrush(palette.highlight())
    painter.drawEllipse(place, radius, radius)
    painter.restore()


def _paint_initials(painter: QPainter, paper: QRectF, marks: Sequence[DrawnMark]) -> None:
    """Draw initials in the paper's margin, those of one line one after another."""
    taken: dict[int, float] = {}
    painter.setPen(INK)
    metrics = painter.fontMetrics()
    for drawn in marks:
        first = drawn.rectangles[0]
        line = round(first.top())
        left = taken.get(line, paper.left() + _MARGIN)
        wide = metrics.horizontalAdvance(drawn.mark.initials)
        room = QRectF(left, first.top() - 2, wide + 1, first.height() + 4)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, drawn.mark.initials)
        taken[line] = left + wide + metrics.averageCharWidth()


def _slot(mark: Mark) -> Slot:
    return mark.slots[0] if mark.slots else UNTAGGED
