"""The view of a document with fixed pages: they are laid out, asked for, drawn as they come, and selected from."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Literal, TypeAlias

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, Qt, Signal, Slot
from PySide6.QtGui import (
    QImage,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QFrame, QWidget

from commonplace.library.viewing import OpenedSource
from core.errors import UserError
from core.points import Hit
from core.records import Box, Layer, Range
from desktop.reader import page_painter
from desktop.reader.drag import Drag
from desktop.reader.geometry import Arrangement, PageLayout, PlacedPage
from desktop.reader.marks import Mark, stacked
from desktop.reader.page_painter import DrawnMark
from desktop.reader.page_places import PagePlaces
from desktop.reader.page_server import Boxes, Need, PageServer, Picture
from desktop.reader.pictures import PictureCache, parts
from desktop.reader.text_selection import (
    TextSelection,
    next_character,
    next_word,
    previous_character,
    previous_word,
)

Fit: TypeAlias = Literal["width", "page", "none"]

_ZOOMS = (0.25, 0.33, 0.5, 0.67, 0.8, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0, 2.5, 3.0, 4.0, 6.0, 8.0)
_SMALLEST = 0.1
_EMPTY = Layer("", "", "")
_Control, _Shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
_STEPS: Mapping[tuple[Qt.Key, bool], Callable[[str, int], int]] = {
    (Qt.Key.Key_Right, False): next_character,
    (Qt.Key.Key_Left, False): previous_character,
    (Qt.Key.Key_Right, True): next_word,
    (Qt.Key.Key_Left, True): previous_word,
}


class PageView(QAbstractScrollArea):
    """Shows pages and lets text on them be selected.

    Signals:
        page_changed: Another page lies uppermost; carries its index.
        ranges_changed: Carries the selected ranges of the axis.
        mark_activated: A mark was clicked; carries the ids of all that lie there, the shortest first.
        zoom_changed: Carries the zoom, 1.0 being the printed size.
        trouble: Pages cannot be shown; carries the ``UserError``.
    """

    page_changed = Signal(int)
    ranges_changed = Signal(object)
    mark_activated = Signal(object)
    zoom_changed = Signal(float)
    trouble = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(self.tr("Pages"))
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.viewport().setCursor(Qt.CursorShape.IBeamCursor)
        self._layer = _EMPTY
        self._server: PageServer | None = None
        self._layout = PageLayout((), 1.0)
        self._zoom = 1.0
        self._fit: Fit = "width"
        self._arrangement: Arrangement = "continuous"
        self._turned = 0
        self._page = -1
        self._pictures = PictureCache()
        self._places = PagePlaces(_EMPTY)
        self._broken: dict[int, str] = {}
        self._marks: list[Mark] = []
        self._mark_lines: dict[tuple[str, int], list[Box]] = {}
        self._chosen = ""
        self._selection = TextSelection("")
        self._drag = Drag()
        self._pressed: QPoint | None = None
        self._clicks = 0
        self._heading = -1

    # What is shown

    def show_source(self, source: OpenedSource, server: PageServer) -> None:
        """Show a document from its first page on; the server stays its owner's."""
        self.clear_source()
        self._layer, self._server = source.layer, server
        self._places = PagePlaces(source.layer)
        self._selection = TextSelection(source.layer.text)
        server.drawn.connect(self._take_picture)
        server.measured.connect(self._take_boxes)
        server.failed.connect(self._take_failure)
        self.verticalScrollBar().setValue(0)
        self._lay_out()

    def clear_source(self) -> None:
        """Show nothing."""
        if self._server is not None:
            self._server.drawn.disconnect(self._take_picture)
            self._server.measured.disconnect(self._take_boxes)
            self._server.failed.disconnect(self._take_failure)
        self._layer, self._server, self._page, self._heading = _EMPTY, None, -1, -1
        self._places, self._selection = PagePlaces(_EMPTY), TextSelection("")
        self._pictures.clear()
        self._broken.clear()
        self.set_marks(())
        self._lay_out()

    def set_marks(self, marks: Sequence[Mark]) -> None:
        """Draw these marks from now on."""
        self._marks = stacked(marks)
        self._mark_lines.clear()
        self.viewport().update()

    def choose_mark(self, id: str) -> None:
        """Frame one mark; an empty id frames none."""
        self._chosen = id
        self.viewport().update()

    # Zoom and arrangement

    @property
    def zoom(self) -> float:
        return self._zoom

    @property
    def current_page(self) -> int:
        """The index of the page that takes most of the view; -1 where nothing is shown."""
        return self._page

    @property
    def is_drawn(self) -> bool:
        """Whether all that is in sight is there, sharp and measured."""
        seen = self._visible()
        return bool(seen) and not any(self._needs(page) for page in seen)

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

    def set_arrangement(self, arrangement: Arrangement) -> None:
        """Lay the pages out one below the other, or two by two."""
        self._arrangement = arrangement
        self._lay_out_around_page()

    def turn(self, degrees: int) -> None:
        """Turn all pages clockwise."""
        self._turned = (self._turned + degrees) % 360
        self._lay_out_around_page()

    # Going

    def go_to_page(self, index: int) -> None:
        """Bring a page's top to the view's."""
        if self._layout.pages:
            page = self._layout.pages[max(0, min(index, len(self._layout.pages) - 1))]
            self.verticalScrollBar().setValue(int(page.top - 4))

    def go_to(self, position: int) -> None:
        """Bring a position of the axis into sight; its page at once, its line as soon as that is measured."""
        if not self._layout.pages:
            return
        page = self._layout.pages[self._places.page_of(position)]
        box = self._places.box(page.index, position)
        self._heading = position if box is None else -1
        if box is None:
            self.go_to_page(page.index)
            return
        _, top, _, bottom = page.box_to_view(box)
        bar, height = self.verticalScrollBar(), self.viewport().height()
        if not bar.value() + 20 <= top <= bottom <= bar.value() + height - 20:
            bar.setValue(int((top + bottom) / 2 - height / 3))

    # Selection

    @property
    def ranges(self) -> tuple[Range, ...]:
        """What is selected."""
        return self._selection.ranges

    def selected_text(self) -> str:
        return self._selection.selected_text()

    def select(self, ranges: Sequence[Range]) -> None:
        """Select ranges of the axis."""
        self._set_selection(TextSelection(self._selection.text, kept=tuple(ranges)))

    def selection_rectangle(self) -> QRect:
        """Return what of the viewport the selection covers; empty where it is out of sight."""
        around = QRectF()
        for page in self._visible():
            for rectangle in self._rectangles(page, self._places.lines(page.index, self.ranges)):
                around = around.united(rectangle)
        return around.toAlignedRect().intersected(self.viewport().rect())

    def _set_selection(self, selection: TextSelection) -> None:
        before = self._selection.ranges
        self._selection = selection
        if selection.ranges != before:
            self.viewport().update()
            self.ranges_changed.emit(selection.ranges)

    # Layout

    def _lay_out(self) -> None:
        if self._fit != "none":
            self._zoom = self._fitting_zoom()
        self._layout = self._made_layout(self._zoom)
        size = self.viewport().size()
        for bar, whole, seen in (
            (self.horizontalScrollBar(), self._layout.width, size.width()),
            (self.verticalScrollBar(), self._layout.height, size.height()),
        ):
            bar.setRange(0, max(0, int(whole) - seen))
            bar.setPageStep(seen)
            bar.setSingleStep(40)
        self._look()
        self.viewport().update()

    def _made_layout(self, zoom: float) -> PageLayout:
        return PageLayout(self._layer.pages, zoom, turned=self._turned, facing=self._arrangement == "facing")

    def _lay_out_around_page(self) -> None:
        page = self._page
        self._lay_out()
        self.go_to_page(page)

    def _fitting_zoom(self) -> float:
        if not self._layer.pages or self._fit == "none":
            return self._zoom
        plain = self._made_layout(1.0)
        zoom = (self.viewport().width() - 1 - plain.gaps) / (plain.width - plain.gaps)
        if self._fit == "page":
            zoom = min(zoom, (self.viewport().height() - 8) / plain.pages[max(self._page, 0)].height)
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

    def _offset(self) -> tuple[float, float]:
        """Return what is to be taken from a point of the layout to get one of the viewport."""
        spare = self.viewport().width() - self._layout.width
        return self.horizontalScrollBar().value() - max(spare, 0) / 2, self.verticalScrollBar().value()

    def _visible(self) -> list[PlacedPage]:
        top = self.verticalScrollBar().value()
        return self._layout.visible(top, top + self.viewport().height())

    def _paper(self, page: PlacedPage) -> QRectF:
        x, y = self._offset()
        return QRectF(page.left - x, page.top - y, page.width, page.height)

    def _rectangles(self, page: PlacedPage, boxes: Sequence[Box]) -> list[QRectF]:
        x, y = self._offset()
        corners = [page.box_to_view(box) for box in boxes]
        return [QRectF(left - x, top - y, right - left, bottom - top) for left, top, right, bottom in corners]

    # What is needed, and what came

    def _look(self) -> None:
        """Notice which page takes most of the view, and ask for what is in sight and near it."""
        top, height = self.verticalScrollBar().value(), self.viewport().height()
        seen = self._visible()
        most = max(seen, key=lambda page: min(page.bottom, top + height) - max(page.top, top), default=None)
        index = most.index if most else -1
        if index != self._page:
            self._page = index
            self.page_changed.emit(index)
        if self._server is not None:
            ahead = [page for page in self._layout.visible(top - height, top + 2 * height) if page not in seen]
            needs = [need for page in (*seen, *ahead) for need in self._needs(page)]
            self._server.want(needs)

    def _needs(self, page: PlacedPage) -> list[Need]:
        if page.index in self._broken:
            return []
        needs: list[Need] = [key for key in self._parts(page) if self._pictures.get(key) is None]
        if not self._places.knows(page.index):
            needs.append(Boxes(page.index, self._places.text(page.index)))
        return needs

    def _parts(self, page: PlacedPage) -> list[Picture]:
        left, top = self.horizontalScrollBar().value(), self.verticalScrollBar().value()
        right, bottom = left + self.viewport().width(), top + self.viewport().height()
        return list(parts(page, self.devicePixelRatioF(), top, bottom, left, right))

    @Slot(object, QImage)
    def _take_picture(self, key: Picture, image: QImage) -> None:
        self._pictures.add(key, image)
        self.viewport().update()

    @Slot(int, object)
    def _take_boxes(self, page: int, boxes: list[Box]) -> None:
        self._places.add(page, boxes)
        if self._heading >= 0 and self._places.page_of(self._heading) == page:
            self.go_to(self._heading)
        self.viewport().update()

    @Slot(object, object)
    def _take_failure(self, need: Need | None, error: UserError) -> None:
        if need is not None:
            self._broken[need.page] = error.message
        self.trouble.emit(error)
        self.viewport().update()

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self.palette().mid().color())
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        for page in self._visible():
            paper = self._paper(page)
            if page.index in self._broken:
                page_painter.paint_trouble(painter, paper, self._broken[page.index])
                continue
            page_painter.paint_paper(painter, paper, self._drawn_pictures(page, paper))
            page_painter.paint_marks(painter, paper, self._drawn_marks(page), self._chosen)
            lines = self._places.lines(page.index, self.ranges)
            page_painter.paint_selection(painter, paper, self._rectangles(page, lines))

    def _drawn_pictures(self, page: PlacedPage, paper: QRectF) -> list[tuple[QRectF, QImage]]:
        keys = self._parts(page)
        there = [(key, image) for key in keys if (image := self._pictures.get(key)) is not None]
        stand_in = None if len(there) == len(keys) else self._pictures.stand_in(page.index, page.turned)
        drawn = [(paper, stand_in)] if stand_in is not None else []
        for key, image in there:
            target = paper
            if key.clip is not None:
                corner = self._rectangles(page, [key.clip])[0].topLeft()
                target = QRectF(corner, image.size() / self.devicePixelRatioF())
            drawn.append((target, image))
        return drawn

    def _drawn_marks(self, page: PlacedPage) -> list[DrawnMark]:
        drawn = [(mark, self._lines_of_mark(page.index, mark)) for mark in self._marks]
        return [DrawnMark(mark, self._rectangles(page, boxes)) for mark, boxes in drawn if boxes]

    def _lines_of_mark(self, page: int, mark: Mark) -> list[Box]:
        if mark.area is not None:
            return [mark.area[1:]] if mark.area[0] == page else []
        own = self._layer.pages[page]
        if not self._places.knows(page) or mark.ranges[-1][1] <= own.start or mark.ranges[0][0] >= own.end:
            return []
        key = mark.id, page
        if key not in self._mark_lines:
            self._mark_lines[key] = self._places.lines(page, mark.ranges)
        return self._mark_lines[key]

    # Mouse and keys

    def _hit(self, point: QPointF) -> Hit | None:
        x, y = self._offset()
        page = self._layout.nearest(point.x() + x, point.y() + y)
        if page is None:
            return None
        return self._places.hit(page.index, *page.to_page(point.x() + x, point.y() + y))

    def place_of(self, position: int) -> QPoint:
        """Return the middle of a character of the axis in the viewport; its page is in sight and measured."""
        page = self._layout.pages[self._places.page_of(position)]
        box = self._places.box(page.index, position)
        return self._rectangles(page, [box])[0].center().toPoint() if box else QPoint()

    def marks_at(self, point: QPointF) -> list[str]:
        """Return the ids of the marks at a point of the viewport, the shortest first."""
        found = [
            (sum(end - start for start, end in drawn.mark.ranges), drawn.mark.id)
            for page in self._visible()
            for drawn in self._drawn_marks(page)
            if any(rectangle.contains(point) for rectangle in drawn.rectangles)
        ]
        return [id for _, id in sorted(found)]

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            # A third click soon after a double one at the same place takes the paragraph.
            near = self._is_click(event)
            self._clicks = 3 if self._clicks == 2 and near else 1
            self._press(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._clicks = 2
            self._press(event)

    def _press(self, event: QMouseEvent) -> None:
        self._pressed = event.position().toPoint()
        hit = self._hit(event.position())
        if hit is not None:
            held = event.modifiers()
            extends, further = bool(held & _Shift), bool(held & _Control)
            self._set_selection(self._drag.press(self._selection, hit, self._clicks, extends=extends, further=further))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None or not event.buttons() & Qt.MouseButton.LeftButton or self._is_click(event):
            return
        self._clicks = min(self._clicks, 2)
        hit = self._hit(event.position())
        if hit is not None:
            self._set_selection(self._drag.move(self._selection, hit))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        if self._is_click(event) and not self.ranges and (found := self.marks_at(event.position())):
            self.mark_activated.emit(found)

    def _is_click(self, event: QMouseEvent) -> bool:
        """Return whether the mouse is where its button was pressed last."""
        if self._pressed is None:
            return False
        away = (event.position().toPoint() - self._pressed).manhattanLength()
        return away < QApplication.startDragDistance()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & _Control:
            self.set_zoom(self._zoom * 1.1 ** (event.angleDelta().y() / 120), event.position())
            event.accept()
        else:
            super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = event.modifiers()
        step = _STEPS.get((Qt.Key(event.key()), bool(held & _Control))) if held & _Shift else None
        if step is not None:
            self._set_selection(self._selection.moved(step))
        elif event.key() == Qt.Key.Key_Space:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + (-1 if held & _Shift else 1) * int(self.viewport().height() * 0.9))
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
        self.viewport().update()
