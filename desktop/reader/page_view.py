"""The view of a document with fixed pages: what is drawn on them, selected from them and marked in them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from commonplace.library.viewing import OpenedSource
from core.points import Hit
from core.records import Layer, Range
from desktop.reader import page_painter
from desktop.reader.area_drawing import AreaDrawing
from desktop.reader.arrows import led
from desktop.reader.geometry import PlacedPage
from desktop.reader.gestures import EDGES, Gestures
from desktop.reader.hits import Hits
from desktop.reader.link_keys import Link
from desktop.reader.link_search import LinkSearch
from desktop.reader.mark_edges import Edge, edge_of
from desktop.reader.marked_pages import MarkedPages
from desktop.reader.marks import Mark
from desktop.reader.page_area import PageArea
from desktop.reader.page_places import Way
from desktop.reader.page_server import PageServer
from desktop.reader.page_supply import PageSupply
from desktop.reader.spoken_sight import SpokenSight

_EMPTY = Layer("", "", "")


class PageView(PageArea):
    """Shows pages and lets text and areas on them be selected.

    Signals:
        ranges_changed: Carries the selected ranges of the axis.
        area_selected: A rectangle was drawn; carries the page's index and the rectangle, in thousandths of a point.
        area_mode_changed: Carries whether the mouse draws a rectangle now.
        mark_activated: A mark was clicked; carries the ids of all that lie there, the shortest first.
        link_activated: A link was clicked; carries the index of the page or the address it leads to.
        link_sought: A link was sought; carries the ``Link``, or None where there is none.
        range_change_requested: A mark shall have other bounds; carries its id and the ranges.
        trouble: Pages cannot be shown; carries the ``UserError``.
    """

    ranges_changed = Signal(object)
    area_selected = Signal(int, object)
    area_mode_changed = Signal(bool)
    mark_activated = Signal(object)
    link_activated = Signal(object)
    link_sought = Signal(object)
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
        self._links = LinkSearch(self._supply)
        self._links.found.connect(self.link_sought)
        self._marks = MarkedPages(self, self._supply)
        self._hits = Hits()
        self._chosen = ""
        self._heading = -1
        self._veil = "printed"
        self._gestures = Gestures(self, self)
        self._gestures.ranges_changed.connect(self.ranges_changed)
        self._gestures.mark_activated.connect(self.mark_activated)
        self._gestures.link_activated.connect(self.link_activated)
        self._gestures.range_change_requested.connect(self.range_change_requested)
        self._drawing = AreaDrawing(self)
        self._drawing.area_selected.connect(self.area_selected)
        self._drawing.mode_changed.connect(self.area_mode_changed)

        self._spoken = SpokenSight(self, self.text_in_sight)
        self.page_changed.connect(self._spoken.renew_soon)

    # What is shown

    def show_source(self, source: OpenedSource, server: PageServer) -> None:
        """Show a document from its first page on; the server stays its owner's."""
        self.clear_source()
        self._layer = source.layer
        self._supply.begin(source.layer, server)
        self._gestures.begin(source.layer.text, self._supply.places.paragraph)
        self.set_pages(source.layer.pages)

    def clear_source(self) -> None:
        """Show nothing."""
        self._links.end()
        self._supply.end()
        self._layer, self._heading, self._chosen = _EMPTY, -1, ""
        self._gestures.begin("")
        self._drawing.set_mode(False)
        self.set_marks(())
        self.set_hits((), -1)
        self.set_pages(())

    @property
    def is_drawn(self) -> bool:
        """Whether all that is in sight is there, sharp and measured."""
        seen = self.seen()
        return bool(seen) and not self._supply.needs(seen)

    def text_in_sight(self) -> str:
        """Return the text of the page that takes most of the view."""
        return self._supply.places.text(self.current_page) if self.current_page >= 0 else ""

    def set_marks(self, marks: Sequence[Mark]) -> None:
        """Draw these marks from now on."""
        self._marks.set_marks(marks, self._layer.pages)

    def set_hits(self, hits: Sequence[Range], current: int) -> None:
        """Draw the places of a search, in reading order, and show the one of this number; -1 shows none."""
        self._hits = Hits(hits, current)
        if self._hits.shown is not None:
            self.go_to(self._hits.shown[0])
        self.viewport().update()

    def set_veil(self, veil: str) -> None:
        """Show pages as printed, dimmed or inverted."""
        self._veil = veil
        self.viewport().update()

    def choose_mark(self, id: str) -> None:
        """Frame one mark, which the keys then move the ends of; an empty id frames none."""
        self._chosen = id
        self._gestures.give_mark_keys(bool(id))
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
        return self._gestures.ranges

    def selected_text(self) -> str:
        return self._gestures.selected_text()

    def select(self, ranges: Sequence[Range]) -> None:
        """Select ranges of the axis."""
        self._gestures.select(ranges)

    def selection_rectangle(self) -> QRect:
        """Return what of the viewport the selection covers; empty where it is out of sight."""
        return self._around(self.ranges)

    def chosen_rectangle(self) -> QRect:
        """Return what of the viewport the chosen mark covers; empty where it is out of sight."""
        mark = self.chosen_mark
        if mark is None or mark.area is None:
            return self._around(mark.ranges if mark else ())
        page, *box = mark.area
        (place,) = self.rectangles(self.placed(page), [(box[0], box[1], box[2], box[3])])
        return place.toAlignedRect().intersected(self.viewport().rect())

    def _around(self, ranges: Sequence[Range]) -> QRect:
        around = QRectF()
        for page in self.seen():
            for rectangle in self._covered(page, ranges):
                around = around.united(rectangle)
        return around.toAlignedRect().intersected(self.viewport().rect())

    def show_text_cursor(self, on: bool) -> None:
        """Show a text cursor that the arrows move, or not."""
        self._gestures.show_cursor(on)

    def set_area_mode(self, on: bool) -> None:
        """Let the next drag draw a rectangle instead of selecting text."""
        self._drawing.set_mode(on)

    def hit(self, point: QPointF) -> Hit | None:
        """Return the character at a point of the viewport, or nearest to it; its places count on the axis."""
        found = self.on_page(point)
        return self._supply.places.hit(found[0].index, found[1], found[2]) if found else None

    def caret_at(self, position: int) -> QRectF | None:
        """Return the line in the viewport on which a text cursor stands; None where it is out of sight."""
        page = self._supply.places.page_of(position)
        box = self._supply.places.caret(page, position)
        if box is None or page not in [seen.index for seen in self.seen()]:
            return None
        line = self.rectangles(self.placed(page), [box])[0]
        return line if QRectF(self.viewport().rect()).contains(line.center()) else None

    def link_at(self, point: QPointF) -> int | str | None:
        """Return where a link at a point of the viewport leads: to a page's index or an address."""
        found = self.on_page(point)
        return self._supply.link_at(found[0].index, found[1], found[2]) if found else None

    def links_in_sight(self) -> list[Link]:
        """Return the links on words of the pages of which something is in sight."""
        return [link for page in self.seen() for link in self._supply.links_on(page.index)]

    def seek_link(self, step: int) -> None:
        """Look for the next link after what is selected in sight, else from what is in sight on; with -1 back."""
        seen = [page.index for page in self.seen()]
        selected = self.ranges[0] if self.ranges else None
        page = self._supply.places.page_of(selected[0]) if selected else -1
        if page in seen:
            self._links.begin(page, len(self._layer.pages), selected, step)
        elif seen:
            self._links.begin(seen[0 if step > 0 else -1], len(self._layer.pages), None, step)

    def led(self, position: int, arrow: Way, *, words: bool) -> int:
        """Return the place on the axis that an arrow leads to from another."""
        places = self._supply.places
        turned = self.placed(places.page_of(position)).turned
        return led(places, self._layer.text, position, arrow, turned=turned, words=words)

    def _covered(self, page: PlacedPage, ranges: Sequence[Range]) -> list[QRectF]:
        return self.rectangles(page, self._supply.places.lines(page.index, ranges))

    # Marks

    @property
    def chosen_mark(self) -> Mark | None:
        """The mark that is framed."""
        return self._marks.get(self._chosen)

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
        mark = self.chosen_mark
        if mark is None or not mark.ranges:
            return None
        position = edge_of(mark.ranges, edge) - (edge == "end")
        page = self._supply.places.page_of(position)
        ends = self._supply.places.ends(page, position)
        if ends is None or page not in [seen.index for seen in self.seen()]:
            return None
        x, y = ends[edge == "end"]
        return self.rectangles(self.placed(page), [(x, y, x, y)])[0].topLeft().toPoint()

    def _paint_hits(self, painter: QPainter, page: PlacedPage) -> None:
        own = self._layer.pages[page.index]
        found = self._covered(page, self._hits.between(own.start, own.end))
        shown = self._covered(page, [self._hits.shown]) if self._hits.shown else []
        page_painter.paint_hits(painter, self.paper(page), found, shown)

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
            page_painter.paint_selection(painter, paper, self._covered(page, self._gestures.shown_ranges))
            if (area := self._drawing.drawn_on(page.index)) is not None:
                page_painter.paint_area(painter, self.rectangles(page, [area])[0])
            page_painter.paint_veil(painter, paper, self._veil)
        if (line := self._gestures.cursor_line()) is not None:
            page_painter.paint_cursor(painter, line, page_painter.INK)
        for edge in EDGES:
            if (place := self.edge_point(edge)) is not None:
                page_painter.paint_knob(painter, QPointF(place), self.fontMetrics().height() / 4, self.palette())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self._drawing.is_on:
            self._drawing.press(event, self._layer.pages)
        else:
            self._gestures.press(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if not self._drawing.is_on:
            self._gestures.press(event, double=True)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._drawing.is_on:
            self._drawing.move(event)
        else:
            self._gestures.move(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._drawing.is_on:
            self._drawing.release(event)
        else:
            self._gestures.release(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._gestures.key(event):
            return
        if event.key() == Qt.Key.Key_Escape and self._drawing.is_on:
            self._drawing.set_mode(False)
        else:
            super().keyPressEvent(event)
