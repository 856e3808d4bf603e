"""The area pages lie in: how they are arranged, zoomed, turned and scrolled, and what of them is in sight."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, TypeAlias

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QNativeGestureEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QScrollBar, QWidget

from core.records import Box, Page
from desktop.reader.geometry import GAP, Arrangement, PageLayout, PlacedPage

Fit: TypeAlias = Literal["width", "page", "none"]

_ZOOMS = (0.25, 0.33, 0.5, 0.67, 0.8, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0, 2.5, 3.0, 4.0, 6.0, 8.0)
_SMALLEST = 0.1
_STEP = 40
_SCREENS = {Qt.Key.Key_PageDown: 0.95, Qt.Key.Key_PageUp: -0.95, Qt.Key.Key_Space: 0.9}


class PageArea(QAbstractScrollArea):
    """Lays empty pages out and scrolls them.

    Signals:
        page_changed: Another page takes most of the view; carries its index, -1 where nothing is shown.
        zoom_changed: Carries the zoom, 1.0 being the printed size.
        turned_changed: Carries by how many degrees all pages are turned clockwise.
        sight_changed: What is in sight may be something else.
    """

    page_changed = Signal(int)
    zoom_changed = Signal(float)
    turned_changed = Signal(int)
    sight_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self._sheets: Sequence[Page] = ()
        self._layout = PageLayout((), 1.0)
        self._zoom = 1.0
        self._fit: Fit = "width"
        self._arrangement: Arrangement = "continuous"
        self._turned = 0
        self._page = -1
        self._leaf = 0

    def set_pages(self, pages: Sequence[Page]) -> None:
        """Lay other pages out, from the first one on, as they are printed."""
        self._sheets, self._page, self._turned, self._leaf = pages, -1, 0, 0
        self.verticalScrollBar().setValue(0)
        self._lay_out()

    # Zoom and arrangement

    @property
    def zoom(self) -> float:
        return self._zoom

    @property
    def current_page(self) -> int:
        """The index of the page that takes most of the view; -1 where nothing is shown."""
        return self._page

    def set_zoom(self, zoom: float, around: QPointF | None = None) -> None:
        """Zoom, so that what lies at a point of the viewport (else at its top) stays there."""
        self._fit = "none"
        self._apply_zoom(zoom, around)

    def set_fit(self, fit: Fit) -> None:
        """Keep whole pages, or their width, in sight."""
        self._fit = fit
        self._apply_zoom(self._fitting_zoom(), None)

    def zoom_in(self) -> None:
        self.set_zoom(next((zoom for zoom in _ZOOMS if zoom > self._zoom + 0.005), _ZOOMS[-1]))

    def zoom_out(self) -> None:
        self.set_zoom(next((zoom for zoom in reversed(_ZOOMS) if zoom < self._zoom - 0.005), _ZOOMS[0]))

    @property
    def arrangement(self) -> Arrangement:
        return self._arrangement

    def set_arrangement(self, arrangement: Arrangement) -> None:
        """Lay the pages out one below the other, two by two, or one at a time."""
        self._arrangement = arrangement
        self._lay_out_around_page()

    @property
    def turned(self) -> int:
        """By how many degrees all pages are turned clockwise."""
        return self._turned

    def turn(self, degrees: int) -> None:
        """Turn all pages clockwise."""
        if degrees % 360:
            self._turned = (self._turned + degrees) % 360
            self._lay_out_around_page()
            self.turned_changed.emit(self._turned)

    # Going

    def go_to_page(self, index: int) -> None:
        """Bring a page's top to the view's."""
        if self._layout.pages:
            page = self._layout.pages[max(0, min(index, len(self._layout.pages) - 1))]
            self._take_leaf(page.index)
            self.verticalScrollBar().setValue(int(page.top - 4))

    def reveal(self, page: int, box: Box) -> None:
        """Bring a box of a page into sight, a third down the view where it was out of it."""
        self._take_leaf(page)
        left, top, right, bottom = self._layout.pages[page].box_to_view(box)
        down, across = self.verticalScrollBar(), self.horizontalScrollBar()
        height, width = self.viewport().height(), self.viewport().width()
        if not down.value() + 20 <= top <= bottom <= down.value() + height - 20:
            down.setValue(int((top + bottom) / 2 - height / 3))
        if not across.value() <= left <= right <= across.value() + width:
            across.setValue(int((left + right) / 2 - width / 2))

    def page_down(self, screens: float) -> None:
        """Scroll by so many heights of the view; upwards where it is negative."""
        if not self._turn_leaf(screens):
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + round(screens * self.viewport().height()))

    def _take_leaf(self, index: int) -> None:
        """Where one page is shown at a time, show this one."""
        self._leaf = index
        self._set_range()

    def _turn_leaf(self, step: float) -> bool:
        """Where one page is shown at a time, and its end that way, go on to the next; return whether there is one."""
        bar, other = self.verticalScrollBar(), self._leaf + (1 if step > 0 else -1)
        # What is left may be no more than the gap around a page that is to fit.
        at_end = abs(bar.value() - (bar.maximum() if step > 0 else bar.minimum())) <= GAP
        if self._arrangement != "single" or not at_end or not 0 <= other < len(self._layout.pages):
            return False
        self._take_leaf(other)
        bar.setValue(bar.minimum() if step > 0 else bar.maximum())
        self._look()
        return True

    # What is where

    def seen(self) -> list[PlacedPage]:
        """Return the pages of which something is in sight."""
        top = self.verticalScrollBar().value()
        return self._layout.visible(top, top + self.viewport().height())

    def around(self) -> list[PlacedPage]:
        """Return the pages a screen before and behind what is in sight, those that are behind it first."""
        top, height = self.verticalScrollBar().value(), self.viewport().height()
        seen = {page.index for page in self.seen()}
        near = [page for page in self._layout.visible(top - height, top + 2 * height) if page.index not in seen]
        return sorted(near, key=lambda page: (page.top < top, abs(page.top - top)))

    def placed(self, index: int) -> PlacedPage:
        return self._layout.pages[index]

    def paper(self, page: PlacedPage) -> QRectF:
        """Return where a page lies in the viewport."""
        x, y = self._offset()
        return QRectF(page.left - x, page.top - y, page.width, page.height)

    def rectangles(self, page: PlacedPage, boxes: Sequence[Box]) -> list[QRectF]:
        """Return where boxes of a page lie in the viewport."""
        x, y = self._offset()
        corners = [page.box_to_view(box) for box in boxes]
        return [QRectF(left - x, top - y, right - left, bottom - top) for left, top, right, bottom in corners]

    def on_page(self, point: QPointF, page: PlacedPage | None = None) -> tuple[PlacedPage, float, float] | None:
        """Return the page at a point of the viewport, or nearest to it (else the one given), and the point on it."""
        x, y = self._offset()
        found = page or self._layout.nearest(point.x() + x, point.y() + y)
        return (found, *found.to_page(point.x() + x, point.y() + y)) if found else None

    def _offset(self) -> tuple[float, float]:
        """Return what is to be taken from a point of the layout to get one of the viewport."""
        # Whole pixels, so that a page's picture is drawn as it is and never stretched.
        spare = round(max(self.viewport().width() - self._layout.width, 0) / 2)
        return self.horizontalScrollBar().value() - spare, self.verticalScrollBar().value()

    # Layout

    def _lay_out(self) -> None:
        if self._fit != "none":
            self._zoom = self._fitting_zoom()
        self._layout = self._made_layout(self._zoom)
        self._set_range()
        self._look()

    def _set_range(self) -> None:
        """Let the bars reach all pages; where one is shown at a time, that one."""
        size, top, bottom = self.viewport().size(), 0.0, self._layout.height
        if self._arrangement == "single" and self._layout.pages:
            top, bottom = self._layout.row_of(min(self._leaf, len(self._layout.pages) - 1))
        self._set_bar(self.horizontalScrollBar(), 0, self._layout.width, size.width())
        self._set_bar(self.verticalScrollBar(), top, bottom, size.height())

    def _set_bar(self, bar: QScrollBar, low: float, high: float, seen: int) -> None:
        bar.setRange(int(low), max(int(low), int(high) - seen))
        bar.setPageStep(seen)
        bar.setSingleStep(_STEP)

    def _made_layout(self, zoom: float) -> PageLayout:
        # Where one page is shown at a time no other comes into sight beside it.
        least = self.viewport().height() if self._arrangement == "single" else 0
        facing = self._arrangement == "facing"
        return PageLayout(self._sheets, zoom, turned=self._turned, facing=facing, least=least)

    def _lay_out_around_page(self) -> None:
        page = self._page
        self._lay_out()
        self.go_to_page(page)

    def _fitting_zoom(self) -> float:
        if not self._sheets or self._fit == "none":
            return self._zoom
        plain = self._made_layout(1.0)
        zoom = (self.viewport().width() - 1 - plain.gaps) / (plain.width - plain.gaps)
        if self._fit == "page":
            zoom = min(zoom, (self.viewport().height() - 2 * GAP) / plain.pages[max(self._page, 0)].height)
        return max(min(zoom, _ZOOMS[-1]), _SMALLEST)

    def _apply_zoom(self, zoom: float, around: QPointF | None) -> None:
        point = around or QPointF(self.viewport().width() / 2, 0)
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        x = (across.value() + point.x()) / max(self._layout.width, 1)
        y = (down.value() + point.y()) / max(self._layout.height, 1)
        self._zoom = max(min(zoom, _ZOOMS[-1]), _SMALLEST)
        self._lay_out()
        across.setValue(round(x * self._layout.width - point.x()))
        down.setValue(round(y * self._layout.height - point.y()))
        self.zoom_changed.emit(self._zoom)

    def _look(self) -> None:
        """Notice which page takes most of the view."""
        top, height = self.verticalScrollBar().value(), self.viewport().height()
        most = max(self.seen(), key=lambda page: min(page.bottom, top + height) - max(page.top, top), default=None)
        index = most.index if most else -1
        if index != self._page:
            self._page = index
            self.page_changed.emit(index)
        self.sight_changed.emit()
        self.viewport().update()

    # Qt's own

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.set_zoom(self._zoom * 1.1 ** (event.angleDelta().y() / 120), event.position())
            event.accept()
        elif not (event.angleDelta().y() and self._turn_leaf(-event.angleDelta().y())):
            super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar, key = self.verticalScrollBar(), Qt.Key(event.key())
        if (screens := _SCREENS.get(key)) is not None:
            back = key == Qt.Key.Key_Space and event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            self.page_down(-screens if back else screens)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End) and self._layout.pages:
            self.go_to_page(0 if key == Qt.Key.Key_Home else len(self._layout.pages) - 1)
            bar.setValue(bar.minimum() if key == Qt.Key.Key_Home else bar.maximum())
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QNativeGestureEvent) and event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture:
            self.set_zoom(self._zoom * (1 + event.value()), event.position())
            return True
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._fit == "none":
            self._lay_out()
        else:
            self._lay_out_around_page()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self._look()
