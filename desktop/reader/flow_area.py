"""The column flowing text lies in: its blocks laid out as they come into sight, zoomed and scrolled.

Only what is seen is laid out, so a long text is there as soon as a short one.  How tall the rest is, is guessed;
while nothing else happens it is measured, and what is in sight stays where it is.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from time import perf_counter
from typing import TypeAlias

from PySide6.QtCore import QEvent, QPointF, Qt, QTimer, Signal, Slot
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QImage,
    QKeyEvent,
    QNativeGestureEvent,
    QPalette,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from desktop.reader.flow_band import LaidBand
from desktop.reader.flow_block import LaidBlock
from desktop.reader.flow_blocks import Heights, block_at
from desktop.reader.flow_style import Sheet
from desktop.reader.flow_tables import Band, Shown

Laid: TypeAlias = LaidBlock | LaidBand

_KEPT = 300
_MEASURED = 5000
_SLICE = 0.006
_ZOOMS = (0.5, 0.67, 0.8, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0, 2.5, 3.0)
_MARGIN = 4.0
_STEP = 40
_SCREENS = {Qt.Key.Key_PageDown: 0.95, Qt.Key.Key_PageUp: -0.95, Qt.Key.Key_Space: 0.9}


class FlowArea(QAbstractScrollArea):
    """Lays text out and scrolls it.

    Signals:
        sight_changed: Something else is in sight.
        zoom_changed: Carries the zoom, 1.0 being the reader's own size of type.
        pictures_wanted: Pictures of the document are in sight and not there; carries their names.
    """

    sight_changed = Signal()
    zoom_changed = Signal(float)
    pictures_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._text = ""
        self._blocks: Sequence[Shown] = ()
        self._type, self._line_width, self._zoom = QFont(self.font()), 68, 1.0
        self._pictures: dict[str, QImage] = {}
        self._laid: OrderedDict[int, Laid] = OrderedDict()
        self._first, self._offset = 0, 0.0
        self._at, self._sets_bar = 0, False
        self._to_measure = 0
        self._measuring = QTimer(self)
        self._measuring.timeout.connect(self._measure)
        self._sheet = self._made_sheet()
        self._heights = self._made_heights()

    def set_text(self, text: str, blocks: Sequence[Shown]) -> None:
        """Lay another text out, from its beginning on; ``blocks`` are those to be shown of it."""
        self._text, self._blocks = text, blocks
        self._pictures.clear()
        self._first, self._offset = 0, 0.0
        self._lay_out()

    # Type and zoom

    def set_font(self, font: QFont, line_width: int) -> None:
        """Set the reader's own type; ``line_width`` is in average characters."""
        self._type, self._line_width = QFont(font), line_width
        self._lay_out()

    @property
    def type_size(self) -> float:
        """How large running text is shown, in points."""
        return self._sheet.font.pointSizeF()

    @property
    def zoom(self) -> float:
        return self._zoom

    def set_zoom(self, zoom: float) -> None:
        self._zoom = max(_ZOOMS[0], min(zoom, _ZOOMS[-1]))
        self._lay_out()
        self.zoom_changed.emit(self._zoom)

    def zoom_in(self) -> None:
        self.set_zoom(next((zoom for zoom in _ZOOMS if zoom > self._zoom + 0.005), _ZOOMS[-1]))

    def zoom_out(self) -> None:
        self.set_zoom(next((zoom for zoom in reversed(_ZOOMS) if zoom < self._zoom - 0.005), _ZOOMS[0]))

    @Slot(str, QImage)
    def take_picture(self, name: str, image: QImage) -> None:
        """Show a picture of the document wherever it stands."""
        self._pictures[name] = image
        for number in [number for number, laid in self._laid.items() if name in laid.pictures]:
            del self._laid[number]
        self._look()

    # Going

    def reveal(self, position: int, *, third: bool = True) -> None:
        """Bring a position of the axis a third down the view; else only into sight, where it is not."""
        if not self._blocks:
            return
        number = block_at(self._blocks, position)
        caret = self.laid(number).caret(position)
        if not third and self._is_seen(number, caret.top(), caret.bottom()):
            return
        self._first, self._offset = number, caret.center().y() - self.viewport().height() / 3
        self._look()

    def _is_seen(self, number: int, top: float, bottom: float) -> bool:
        tops = {seen: y for seen, _, y in self.seen()}
        return number in tops and 0 <= tops[number] + top <= tops[number] + bottom <= self.viewport().height()

    def page_down(self, screens: float) -> None:
        """Scroll by so many heights of the view; upwards where it is negative."""
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + round(screens * self.viewport().height()))

    # What is where

    def laid(self, number: int) -> Laid:
        """Return a block laid out."""
        found = self._laid.get(number)
        if found is None:
            found = self._laid[number] = self._made(number)
            self._heights.set(number, found.height)
            while len(self._laid) > _KEPT:
                self._laid.popitem(last=False)
        self._laid.move_to_end(number)
        return found

    def _made(self, number: int) -> Laid:
        shown = self._blocks[number]
        if isinstance(shown, Band):
            return LaidBand(self._text, shown, self._sheet, self._pictures)
        return LaidBlock(self._text, shown, self._sheet, self._pictures)

    def seen(self) -> list[tuple[int, Laid, float]]:
        """Return the blocks in sight, with their numbers and where they begin in the viewport."""
        found, y = [], -self._offset
        for number in range(self._first, len(self._blocks)):
            if y >= self.viewport().height():
                break
            laid = self.laid(number)
            found.append((number, laid, y))
            y += laid.height
        return found

    def under(self, point: QPointF) -> tuple[Laid, float, float] | None:
        """Return the block at a point of the viewport, or nearest to it, and the point on it."""
        seen = self.seen()
        if not seen:
            return None
        _, laid, y = next((one for one in reversed(seen) if one[2] <= point.y()), seen[0])
        return laid, point.x() - self.left, point.y() - y

    @property
    def left(self) -> float:
        """Where the column begins in the viewport."""
        return float(round(max((self.viewport().width() - self._sheet.column) / 2, 0)))

    # Layout

    def _made_sheet(self) -> Sheet:
        font = QFont(self._type)
        font.setPointSizeF(max(font.pointSizeF() * self._zoom, 1.0))
        metrics = QFontMetricsF(font)
        room = self.viewport().width() - 2 * _MARGIN * self.fontMetrics().averageCharWidth()
        return Sheet(
            font,
            max(min(metrics.averageCharWidth() * self._line_width, room), metrics.height() * 4),
            QPalette(self.palette()),
        )

    def _made_heights(self) -> Heights:
        metrics = QFontMetricsF(self._sheet.font)
        line, signs = metrics.lineSpacing() * 1.4, self._sheet.column / metrics.averageCharWidth()
        blocks = self._blocks

        def guess(low: int, high: int) -> float:
            return (high - low) * line * 1.3 + (blocks[high - 1].end - blocks[low].start) / signs * line

        return Heights(len(blocks), guess)

    def _lay_out(self) -> None:
        """Lay everything out anew; what stands at the top of the view stays there."""
        top = self._top_position()
        self._sheet = self._made_sheet()
        self._heights = self._made_heights()
        self._laid.clear()
        self._to_measure = 0
        self._measuring.start()
        if top is not None:
            self._first = block_at(self._blocks, top)
            self._offset = self.laid(self._first).caret(top).top() if top > self._blocks[0].start else 0.0
        self._look()

    def _top_position(self) -> int | None:
        """Return the position of the axis at the top of the view, as it is laid out now."""
        laid = self._laid.get(self._first)
        at_beginning = self._first == 0 and self._offset <= 0
        return None if laid is None or at_beginning else laid.hit(0, self._offset).start

    def _look(self) -> None:
        """Lay out what is in sight, and let the bar tell where that is."""
        self._settle()
        self._set_bar()
        wanted = [name for _, laid, _ in self.seen() for name in laid.pictures if name not in self._pictures]
        if wanted:
            self.pictures_wanted.emit(wanted)
        self.viewport().update()
        self.sight_changed.emit()

    def _set_bar(self) -> None:
        self._sets_bar = True
        height, bar = self.viewport().height(), self.verticalScrollBar()
        bar.setRange(0, max(0, int(self._heights.total) - height))
        bar.setPageStep(height)
        bar.setSingleStep(_STEP)
        bar.setValue(round(self._heights.top(self._first) + self._offset) if self._blocks else 0)
        self._at = bar.value()
        self._sets_bar = False

    def _settle(self) -> None:
        """Let the first block be the one the view's top is in, and the view end with the text."""
        if not self._blocks:
            self._first, self._offset = 0, 0.0
            return
        last = len(self._blocks) - 1
        while self._offset >= self.laid(self._first).height and self._first < last:
            self._offset -= self.laid(self._first).height
            self._first += 1
        self._go_up()
        below, number = -self._offset, self._first
        while number <= last and below < self.viewport().height():
            below += self.laid(number).height
            number += 1
        if below < self.viewport().height():
            self._offset -= self.viewport().height() - below
            self._go_up()

    def _go_up(self) -> None:
        while self._offset < 0 and self._first > 0:
            self._first -= 1
            self._offset += self.laid(self._first).height
        self._offset = max(self._offset, 0.0)

    @Slot()
    def _measure(self) -> None:
        """Lay further blocks out for a moment, to know how tall they are."""
        end = perf_counter() + _SLICE
        last = min(len(self._blocks), _MEASURED)
        while self._to_measure < last and perf_counter() < end:
            number = self._to_measure
            if number not in self._laid:
                self._heights.set(number, self._made(number).height)
            self._to_measure += 1
        if self._to_measure >= last:
            self._measuring.stop()
        self._set_bar()

    # Qt's own

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        if self._sets_bar or not self._blocks:
            return
        value = self.verticalScrollBar().value()
        if abs(value - self._at) <= 2 * self.viewport().height():
            # What is known stays where it is; what comes into sight above it need not be as tall as was guessed.
            self._offset += value - self._at
        else:
            self._first = self._heights.at(value)
            self._offset = value - self._heights.top(self._first)
        self._look()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() == event.size().width():
            self._look()
        else:
            self._lay_out()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            (self.zoom_in if event.angleDelta().y() > 0 else self.zoom_out)()
            event.accept()
        else:
            super().wheelEvent(event)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QNativeGestureEvent) and event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture:
            self.set_zoom(self._zoom * (1 + event.value()))
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar, key = self.verticalScrollBar(), Qt.Key(event.key())
        if (screens := _SCREENS.get(key)) is not None:
            back = key == Qt.Key.Key_Space and event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            self.page_down(-screens if back else screens)
        elif key == Qt.Key.Key_Home:
            bar.setValue(bar.minimum())
        elif key == Qt.Key.Key_End:
            self._first, self._offset = max(len(self._blocks) - 1, 0), 0.0
            self._look()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._lay_out()
