"""Drawing a rectangle on a page with the mouse, for figures and scans."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPointF, Qt, Signal, Slot
from PySide6.QtGui import QMouseEvent

from core.records import Box, Page
from desktop.reader.autoscroll import AutoScroll
from desktop.reader.holds import AreaHold
from desktop.reader.page_area import PageArea


class AreaDrawing(QObject):
    """Takes the mouse of an area of pages, for one drag, when it is told to.

    Signals:
        area_selected: A rectangle was drawn; carries the page's index and the rectangle, in thousandths of a point.
        mode_changed: Carries whether the mouse draws a rectangle now.
    """

    area_selected = Signal(int, object)
    mode_changed = Signal(bool)

    def __init__(self, area: PageArea) -> None:
        super().__init__(area)
        self._area = area
        self._hold: AreaHold | None = None
        self._on = False
        self._autoscroll = AutoScroll(area)
        self._autoscroll.scrolled.connect(self._draw_out)

    @property
    def is_on(self) -> bool:
        """Whether the next drag draws, or one that draws goes on."""
        return self._on

    def set_mode(self, on: bool) -> None:
        """Let the next drag draw a rectangle, or no more."""
        self._autoscroll.stop()
        self._hold = None
        if on != self._on:
            self._on = on
            shape = Qt.CursorShape.CrossCursor if on else Qt.CursorShape.IBeamCursor
            self._area.viewport().setCursor(shape)
            self._area.viewport().update()
            self.mode_changed.emit(on)

    def drawn_on(self, page: int) -> Box | None:
        """Return what is being drawn on a page."""
        return self._hold.box if self._hold is not None and self._hold.page.index == page else None

    def press(self, event: QMouseEvent, sheets: tuple[Page, ...]) -> None:
        """Begin a rectangle on the page under the mouse."""
        found = self._area.on_page(event.position())
        if event.button() == Qt.MouseButton.LeftButton and found is not None:
            self._hold = AreaHold(found[0], sheets[found[0].index], found[1], found[2])

    def move(self, event: QMouseEvent) -> None:
        """Draw the rectangle out."""
        if self._hold is not None:
            self._autoscroll.follow(event.position())
            self._draw_out(event.position())

    def release(self, event: QMouseEvent) -> None:
        """Tell what was drawn; an empty rectangle is none."""
        if event.button() == Qt.MouseButton.LeftButton and (hold := self._hold) is not None:
            self.set_mode(False)
            if not hold.is_empty:
                self.area_selected.emit(hold.page.index, hold.box)

    @Slot(QPointF)
    def _draw_out(self, point: QPointF) -> None:
        if self._hold is None:
            return
        found = self._area.on_page(point, self._area.placed(self._hold.page.index))
        if found is not None:
            self._hold.move(found[1], found[2])
        self._area.viewport().update()
