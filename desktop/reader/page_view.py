"""The view of a document with fixed pages: what is drawn on them, selected from them and marked in them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from commonplace.library.viewing import OpenedSource
from core.points import Hit
from core.records import Layer, Range
from desktop.reader import page_painter
from desktop.reader.arrows import led
from desktop.reader.autoscroll import AutoScroll
from desktop.reader.drag import Drag
from desktop.reader.geometry import PlacedPage
from desktop.reader.hits import Hits
from desktop.reader.holds import AreaHold, EdgeHold
from desktop.reader.mark_edges import Edge, edge_of, moved_edge
from desktop.reader.marked_pages import MarkedPages
from desktop.reader.marks import Mark
from desktop.reader.page_area import PageArea
from desktop.reader.page_places import Way
from desktop.reader.page_server import PageServer
from desktop.reader.page_supply import PageSupply
from desktop.reader.text_selection import TextSelection, united

_EMPTY = Layer("", "", "")
_Control, _Shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
_Alt = Qt.KeyboardModifier.AltModifier
_ARROWS: Mapping[Qt.Key, Way] = {
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Down: (0, 1),
    Qt.Key.Key_Up: (0, -1),
}
_EDGES: tuple[Edge, ...] = ("start", "end")


class PageView(PageArea):
    """Shows pages and lets text and areas on them be selected.

    With nothing selected, Shift and the arrows move the end of the chosen mark by words, with Alt its beginning.

    Signals:
        ranges_changed: Carries the selected ranges of the axis.
        area_selected: A rectangle was drawn; carries the page's index and the rectangle, in thousandths of a point.
        area_mode_changed: Carries whether the mouse draws a rectangle now.
        mark_activated: A mark was clicked; carries the ids of all that lie there, the shortest first.
        link_activated: A link was clicked; carries the index of the page or the address it leads to.
        range_change_requested: A mark shall have other bounds; carries its id and the ranges.
        trouble: Pages cannot be shown; carries the ``UserError``.
    """

    ranges_changed = Signal(object)
    area_selected = Signal(int, object)
    area_mode_changed = Signal(bool)
    mark_activated = Signal(object)
    link_activated = Signal(object)
    range_change_requested = Signal(str, object)
    trouble = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Pages"))
        self._layer = _EMPTY
        self._supply = PageSupply(self)
        self._supply.measured.connect(self._arrive)
        self._supply.trouble.connect(self.trouble)
        self._marks = MarkedPages(self, self._supply)
        self._hits = Hits()
        self._chosen = ""
        self._mark_has_keys = False
        self._selection = TextSelection("")
        self._drag = Drag()
        self._hold: AreaHold | EdgeHold | None = None
        self._draws_area = False
        self._pressed: QPoint | None = None
        self._clicks = 0
        self._heading = -1
        self._autoscroll = AutoScroll(self)
        self._autoscroll.scrolled.connect(self._draw_out)
        self.viewport().setMouseTracking(True)
        self._point_with(Qt.CursorShape.IBeamCursor)

    # What is shown

    def show_source(self, source: OpenedSource, server: PageServer) -> None:
        """Show a document from its first page on; the server stays its owner's."""
        self.clear_source()
        self._layer = source.layer
        self._supply.begin(source.layer, server)
        self._selection = TextSelection(source.layer.text, paragraph=self._supply.places.paragraph)
        self.set_pages(source.layer.pages)

    def clear_source(self) -> None:
        """Show nothing."""
        self._supply.end()
        self._autoscroll.stop()
        self._layer, self._heading, self._hold, self._chosen = _EMPTY, -1, None, ""
        self._selection = TextSelection("")
        self.set_marks(())
        self.set_hits((), -1)
        self.set_pages(())

    @property
    def is_drawn(self) -> bool:
        """Whether all that is in sight is there, sharp and measured."""
        seen = self.seen()
        return bool(seen) and not self._supply.needs(seen)

    def set_marks(self, marks: Sequence[Mark]) -> None:
        """Draw these marks from now on."""
        self._marks.set_marks(marks, self._layer.pages)

    def set_hits(self, hits: Sequence[Range], current: int) -> None:
        """Draw the places of a search, in reading order, and show the one of this number; -1 shows none."""
        self._hits = Hits(hits, current)
        if self._hits.shown is not None:
            self.go_to(self._hits.shown[0])
        self.viewport().update()

    def choose_mark(self, id: str) -> None:
        """Frame one mark, which the keys then move the ends of; an empty id frames none."""
        self._chosen, self._mark_has_keys = id, bool(id)
        self.viewport().update()

    def go_to(self, position: int) -> None:
        """Bring a position of the axis into sight; its page at once, its line as soon as that is measured."""
        if not self._layer.pages:
            return
        page = self._supply.places.page_of(position)
        box = self._supply.places.box(page, position)
        self._heading = position if box is None else -1
        if box is None:
            self.go_to_page(page)
        else:
            self.reveal(page, box)

    @property
    def position(self) -> int:
        """The position of the axis a third down the view, where ``go_to`` brings one to."""
        found = self.on_page(QPointF(self.viewport().width() / 2, self.viewport().height() / 3))
        if found is None:
            return 0
        hit = self._supply.places.hit(found[0].index, found[1], found[2])
        return hit.start if hit else self._layer.pages[found[0].index].start

    @Slot(int)
    def _arrive(self, page: int) -> None:
        if self._heading >= 0 and self._supply.places.page_of(self._heading) == page:
            self.go_to(self._heading)

    # Selection

    @property
    def ranges(self) -> tuple[Range, ...]:
        """What is selected."""
        return self._selection.ranges

    def selected_text(self) -> str:
        return self._selection.selected_text()

    def select(self, ranges: Sequence[Range]) -> None:
        """Select ranges of the axis."""
        paragraph = self._selection.paragraph
        self._set_selection(TextSelection(self._layer.text, kept=united(tuple(ranges)), paragraph=paragraph))

    def selection_rectangle(self) -> QRect:
        """Return what of the viewport the selection covers; empty where it is out of sight."""
        around = QRectF()
        for page in self.seen():
            for rectangle in self._covered(page, self.ranges):
                around = around.united(rectangle)
        return around.toAlignedRect().intersected(self.viewport().rect())

    def set_area_mode(self, on: bool) -> None:
        """Let the next drag draw a rectangle instead of selecting text."""
        if on != self._draws_area:
            self._draws_area = on
            self._point_with(Qt.CursorShape.CrossCursor if on else Qt.CursorShape.IBeamCursor)
            self.area_mode_changed.emit(on)

    def _set_selection(self, selection: TextSelection) -> None:
        before = self._selection.ranges
        self._selection = selection
        if selection.ranges != before:
            self.viewport().update()
            self.ranges_changed.emit(selection.ranges)

    def _covered(self, page: PlacedPage, ranges: Sequence[Range]) -> list[QRectF]:
        return self.rectangles(page, self._supply.places.lines(page.index, ranges))

    # Marks

    def marks_at(self, point: QPointF) -> list[str]:
        """Return the ids of the marks at a point of the viewport, the shortest first."""
        found = self.on_page(point)
        return self._marks.at(found[0].index, found[1], found[2]) if found else []

    def place_of(self, position: int) -> QPoint:
        """Return the middle of a character of the axis in the viewport; its page is in sight and measured."""
        page = self.placed(self._supply.places.page_of(position))
        box = self._supply.places.box(page.index, position)
        return self.rectangles(page, [box])[0].center().toPoint() if box else QPoint()

    def edge_point(self, edge: Edge) -> QPoint | None:
        """Return where an end of the chosen mark can be taken hold of; None where it is out of sight."""
        mark = self._marks.get(self._chosen)
        if mark is None or not mark.ranges:
            return None
        position = edge_of(mark.ranges, edge) - (edge == "end")
        page = self._supply.places.page_of(position)
        ends = self._supply.places.ends(page, position)
        if ends is None or page not in [seen.index for seen in self.seen()]:
            return None
        x, y = ends[edge == "end"]
        return self.rectangles(self.placed(page), [(x, y, x, y)])[0].topLeft().toPoint()

    def _edge_at(self, point: QPointF) -> Edge | None:
        near = self.fontMetrics().height() / 2
        for edge in _EDGES:
            place = self.edge_point(edge)
            if place is not None and (point - QPointF(place)).manhattanLength() <= near:
                return edge
        return None

    # Mouse

    def _hit(self, point: QPointF) -> Hit | None:
        found = self.on_page(point)
        return self._supply.places.hit(found[0].index, found[1], found[2]) if found else None

    def _press(self, event: QMouseEvent) -> None:
        point, held = event.position(), event.modifiers()
        self._pressed, self._mark_has_keys = point.toPoint(), False
        if self._draws_area:
            found = self.on_page(point)
            self._hold = found and AreaHold(found[0], self._layer.pages[found[0].index], found[1], found[2])
        elif (edge := self._edge_at(point)) and (mark := self._marks.get(self._chosen)):
            self._hold = EdgeHold(mark.id, mark.ranges, edge)
        elif (hit := self._hit(point)) is not None:
            extends, further = bool(held & _Shift), bool(held & _Control)
            self._set_selection(self._drag.press(self._selection, hit, self._clicks, extends=extends, further=further))

    @Slot(QPointF)
    def _draw_out(self, point: QPointF) -> None:
        """Bring what the button holds to a point of the viewport."""
        if isinstance(self._hold, AreaHold):
            found = self.on_page(point, self.placed(self._hold.page.index))
            if found is not None:
                self._hold.move(found[1], found[2])
        elif (hit := self._hit(point)) is not None:
            if self._hold is None:
                self._set_selection(self._drag.move(self._selection, hit))
            else:
                self._hold.move(hit.caret)
        self.viewport().update()

    def _let_go(self) -> None:
        """Tell what was made of an area or of a mark's end."""
        hold, self._hold = self._hold, None
        self.viewport().update()
        if isinstance(hold, AreaHold):
            self.set_area_mode(False)
            if not hold.is_empty:
                self.area_selected.emit(hold.page.index, hold.box)
        elif hold is not None:
            self._mark_has_keys = True
            if hold.has_moved:
                self.range_change_requested.emit(hold.id, hold.ranges)

    def _activate(self, point: QPointF) -> None:
        """Tell what was clicked: a mark before the link it lies over."""
        if marks := self.marks_at(point):
            self.mark_activated.emit(marks)
        elif (target := self._link_at(point)) is not None:
            self.link_activated.emit(target)

    def _link_at(self, point: QPointF) -> int | str | None:
        found = self.on_page(point)
        return self._supply.link_at(found[0].index, found[1], found[2]) if found else None

    def _show_what_is_under(self, point: QPointF) -> None:
        """Let the pointer tell whether a click selects text, follows a link or moves the end of a mark."""
        if self._draws_area:
            return
        if self._edge_at(point):
            self._point_with(Qt.CursorShape.SplitHCursor)
        else:
            linked = self._link_at(point) is not None
            self._point_with(Qt.CursorShape.PointingHandCursor if linked else Qt.CursorShape.IBeamCursor)

    def _is_click(self, event: QMouseEvent) -> bool:
        """Return whether the mouse is where its button was pressed last."""
        if self._pressed is None:
            return False
        away = (event.position().toPoint() - self._pressed).manhattanLength()
        # Qt's own distance for dragging is as wide as a short word.
        return away < self.fontMetrics().height() / 4

    def _point_with(self, shape: Qt.CursorShape) -> None:
        self.viewport().setCursor(shape)

    # Keys

    def _led(self, position: int, arrow: Way, *, words: bool) -> int:
        places = self._supply.places
        turned = self.placed(places.page_of(position)).turned
        return led(places, self._layer.text, position, arrow, turned=turned, words=words)

    def _extend(self, arrow: Way, *, words: bool) -> None:
        if self._selection.focus is None and self.ranges:
            # What was selected from elsewhere goes on from its end.
            (start, end), kept = self.ranges[-1], self.ranges[:-1]
            self.select(kept)
            self._set_selection(self._selection.begun(start, further=True).moved_to(end))
        if self._selection.focus is not None:
            end = self._led(self._selection.end, arrow, words=words)
            self._set_selection(self._selection.moved_to(end))
            self.go_to(max(min(end, len(self._layer.text) - 1), 0))

    def _move_edge(self, mark: Mark, arrow: Way, edge: Edge) -> None:
        position = self._led(edge_of(mark.ranges, edge), arrow, words=True)
        ranges = moved_edge(mark.ranges, edge, position)
        if ranges != mark.ranges:
            self.range_change_requested.emit(mark.id, ranges)

    # Qt's own

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self.palette().mid().color())
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        for page in self.seen():
            paper = self.paper(page)
            if page.index in self._supply.broken:
                page_painter.paint_trouble(painter, paper, self._supply.broken[page.index])
                continue
            self._marks.paint(painter, page, self._chosen)
            self._paint_hits(painter, page)
            ranges = self._hold.ranges if isinstance(self._hold, EdgeHold) else self.ranges
            page_painter.paint_selection(painter, paper, self._covered(page, ranges))
            if isinstance(self._hold, AreaHold) and self._hold.page.index == page.index:
                page_painter.paint_area(painter, self.rectangles(page, [self._hold.box])[0])
        for edge in _EDGES:
            if (place := self.edge_point(edge)) is not None:
                page_painter.paint_knob(painter, QPointF(place), self.fontMetrics().height() / 4, self.palette())

    def _paint_hits(self, painter: QPainter, page: PlacedPage) -> None:
        own = self._layer.pages[page.index]
        found = self._covered(page, self._hits.between(own.start, own.end))
        shown = self._covered(page, [self._hits.shown]) if self._hits.shown else []
        page_painter.paint_hits(painter, self.paper(page), found, shown)

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

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if not event.buttons():
            self._show_what_is_under(event.position())
        if self._pressed is None or not event.buttons() & Qt.MouseButton.LeftButton or self._is_click(event):
            return
        self._clicks = min(self._clicks, 2)
        self._autoscroll.follow(event.position())
        self._draw_out(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        self._autoscroll.stop()
        if self._hold is not None:
            self._let_go()
        elif self._is_click(event) and not self.ranges:
            self._activate(event.position())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        held, key = event.modifiers(), Qt.Key(event.key())
        arrow = _ARROWS.get(key) if held & _Shift else None
        mark = self._marks.get(self._chosen) if self._mark_has_keys and not self.ranges else None
        if arrow is not None and mark is not None and mark.ranges:
            self._move_edge(mark, arrow, "start" if held & _Alt else "end")
        elif arrow is not None:
            self._extend(arrow, words=bool(held & _Control))
        elif key == Qt.Key.Key_Space:
            self.page_down(-0.9 if held & _Shift else 0.9)
        elif key == Qt.Key.Key_Escape and self._draws_area:
            self._hold = None
            self.set_area_mode(False)
        else:
            super().keyPressEvent(event)
