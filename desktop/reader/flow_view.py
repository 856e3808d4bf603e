"""The view of a flowing document: one column of text in the reader's own type, with marks and selection."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from commonplace.library.viewing import OpenedSource
from core.points import Hit
from core.records import Layer, Range
from desktop.reader import flow_painter, page_painter
from desktop.reader.flow_area import FlowArea, Laid
from desktop.reader.flow_blocks import block_at
from desktop.reader.flow_links import link_in, links_of
from desktop.reader.flow_marks import FlowMarks
from desktop.reader.flow_painter import Covered
from desktop.reader.flow_pictures import FlowPictures
from desktop.reader.flow_tables import Band, Shown
from desktop.reader.gestures import EDGES, Gestures
from desktop.reader.hits import Hits
from desktop.reader.link_keys import Link, next_link, parts_from
from desktop.reader.mark_edges import Edge, edge_of
from desktop.reader.marks import Mark
from desktop.reader.page_places import Way
from desktop.reader.spoken_sight import SpokenSight
from desktop.reader.text_selection import next_character, next_word, previous_character, previous_word
from desktop.theme import Scheme

_EMPTY = Layer("", "", "")


class FlowView(FlowArea):
    """Shows flowing text.  It loads nothing and follows no link by itself.

    Signals:
        ranges_changed: Carries the selected ranges of the axis.
        mark_activated: A mark was clicked; carries the ids of all that lie there, the shortest first.
        link_activated: A link was clicked; carries the position of the axis or the address it leads to.
        link_sought: A link was sought; carries the ``Link``, or None where there is none.
        range_change_requested: A mark shall have other bounds; carries its id and the ranges.
    """

    ranges_changed = Signal(object)
    mark_activated = Signal(object)
    link_activated = Signal(object)
    link_sought = Signal(object)
    range_change_requested = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Text"))
        self._layer = _EMPTY
        self._drawer: FlowPictures | None = None
        self._marks = FlowMarks((), ())
        self._hits = Hits()
        self._chosen = ""
        self._scheme: Scheme = "light"
        self._gestures = Gestures(self, self)
        self._gestures.ranges_changed.connect(self.ranges_changed)
        self._gestures.mark_activated.connect(self.mark_activated)
        self._gestures.link_activated.connect(self.link_activated)
        self._gestures.range_change_requested.connect(self.range_change_requested)

        self._spoken = SpokenSight(self, self.text_in_sight)
        self.sight_changed.connect(self._spoken.renew_soon)

    # What is shown

    def show_source(self, source: OpenedSource, pictures: FlowPictures, blocks: Sequence[Shown]) -> None:
        """Show a document from its beginning on; what draws its pictures stays its owner's."""
        self.clear_source()
        self._drawer = pictures
        self.pictures_wanted.connect(pictures.want)
        pictures.drawn.connect(self.take_picture)
        self._show(source.layer, blocks)

    def clear_source(self) -> None:
        """Show nothing."""
        if self._drawer is not None:
            self.pictures_wanted.disconnect(self._drawer.want)
            self._drawer.drawn.disconnect(self.take_picture)
            self._drawer = None
        self._show(_EMPTY, ())

    def _show(self, layer: Layer, blocks: Sequence[Shown]) -> None:
        self._layer, self._marks, self._hits, self._chosen = layer, FlowMarks((), ()), Hits(), ""
        self._gestures.begin(layer.text, self._paragraph)
        self.set_text(layer.text, blocks)

    def text_in_sight(self) -> str:
        """Return the blocks of which something is in sight."""
        return "\n".join(self._layer.text[laid.block.start : laid.block.end] for _, laid, _ in self.seen())

    def set_marks(self, marks: Sequence[Mark]) -> None:
        """Draw these marks from now on."""
        self._marks = FlowMarks(marks, self._blocks)
        self.viewport().update()

    def set_hits(self, hits: Sequence[Range], current: int) -> None:
        """Draw the places of a search, in reading order, and show the one of this number; -1 shows none."""
        self._hits = Hits(hits, current)
        if self._hits.shown is not None:
            self.go_to(self._hits.shown[0])
        self.viewport().update()

    def set_scheme(self, scheme: Scheme) -> None:
        self._scheme = scheme
        self.viewport().update()

    def choose_mark(self, id: str) -> None:
        """Frame one mark, which the keys then move the ends of; an empty id frames none."""
        self._chosen = id
        self._gestures.give_mark_keys(bool(id))
        self.viewport().update()

    def go_to(self, position: int) -> None:
        """Bring a position of the axis into sight, a third down the view where it was out of it."""
        self.reveal(position, third=False)

    @property
    def position(self) -> int:
        """The position of the axis a third down the view, where ``go_to`` brings one to; the text's beginning is 0."""
        if self.verticalScrollBar().value() == 0:
            return 0
        found = self.hit(QPointF(self.left, self.viewport().height() / 3))
        return found.start if found else 0

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
        return self._around(mark.ranges if mark else ())

    def _around(self, ranges: Sequence[Range]) -> QRect:
        around = QRectF()
        for _, laid, y in self.seen():
            for rectangle in _covered(laid, ranges):
                around = around.united(rectangle.translated(self.left, y))
        return around.toAlignedRect().intersected(self.viewport().rect())

    def hit(self, point: QPointF) -> Hit | None:
        """Return the character at a point of the viewport, or nearest to it."""
        found = self.under(point)
        return found[0].hit(found[1], found[2]) if found else None

    def caret_at(self, position: int) -> QRectF | None:
        """Return the line in the viewport on which a text cursor stands; None where it is out of sight."""
        number = block_at(self._blocks, position)
        for seen, laid, y in self.seen():
            line = laid.caret(position).translated(self.left, y)
            if seen == number and QRectF(self.viewport().rect()).contains(line.center()):
                return line
        return None

    def show_text_cursor(self, on: bool) -> None:
        """Show a text cursor that the arrows move, or not."""
        self._gestures.show_cursor(on)

    def link_at(self, point: QPointF) -> int | str | None:
        """Return where a link at a point of the viewport leads: to a position of the axis or an address."""
        found = self.under(point)
        if found is None or not found[0].holds(found[1], found[2]):
            return None
        start = found[0].hit(found[1], found[2]).start
        return link_in(self._layer, self._blocks, block_at(self._blocks, start), start)

    def links_in_sight(self) -> list[Link]:
        """Return the links of the blocks of which something is in sight."""
        return [link for _, laid, _ in self.seen() for link in links_of(self._layer, laid.block)]

    def seek_link(self, step: int) -> None:
        """Look for the next link after what is selected in sight, else from what is in sight on; with -1 back."""
        seen = [number for number, _, _ in self.seen()]
        selected = self.ranges[0] if self.ranges else None
        here = block_at(self._blocks, selected[0]) if selected else -1
        start, beyond = (here, selected) if here in seen else ((seen or [0])[0 if step > 0 else -1], None)
        found = None
        for number in parts_from(start, len(self._blocks), step) if seen else ():
            found = next_link(list(links_of(self._layer, self._blocks[number])), beyond, step)
            if found is not None:
                break
            beyond = None
        self.link_sought.emit(found)

    def led(self, position: int, arrow: Way, *, words: bool) -> int:
        """Return the place on the axis that an arrow leads to from another."""
        number = block_at(self._blocks, position)
        if not arrow[0]:
            return self._over_or_under(number, position, down=arrow[1] > 0)
        back = (arrow[0] < 0) != self.laid(number).is_leftwards(position)
        if words:
            return (previous_word if back else next_word)(self._layer.text, position)
        return (previous_character if back else next_character)(self._layer.text, position)

    def _over_or_under(self, number: int, position: int, *, down: bool) -> int:
        laid = self.laid(number)
        caret = laid.caret(position)
        y = caret.bottom() + caret.height() * 0.8 if down else caret.top() - caret.height() * 0.8
        found = laid.hit(caret.x(), y)
        if laid.caret(found.start).top() == caret.top():
            other = number + (1 if down else -1)
            if not 0 <= other < len(self._blocks):
                return len(self._layer.text) if down else 0
            laid = self.laid(other)
            found = laid.hit(caret.x(), 0 if down else laid.height)
        return found.caret

    def _paragraph(self, _text: str, position: int) -> Range:
        shown = self._blocks[block_at(self._blocks, position)]
        block = shown.block_at(position) if isinstance(shown, Band) else shown
        return block.start, block.end

    # Marks

    @property
    def chosen_mark(self) -> Mark | None:
        """The mark that is framed."""
        return self._marks.get(self._chosen)

    def marks_at(self, point: QPointF) -> list[str]:
        """Return the ids of the marks at a point of the viewport, the shortest first."""
        found = self.under(point)
        if found is None or not found[0].holds(found[1], found[2]):
            return []
        return self._marks.at(self._blocks, found[0].hit(found[1], found[2]).start)

    def place_of(self, position: int) -> QPoint:
        """Return the middle of a character of the axis in the viewport; its block is in sight."""
        number = block_at(self._blocks, position)
        for seen, laid, y in self.seen():
            if seen == number and (found := laid.rectangles(position, position + 1)):
                return found[0].translated(self.left, y).center().toPoint()
        return QPoint()

    def edge_point(self, edge: Edge) -> QPoint | None:
        """Return where an end of the chosen mark can be taken hold of; None where it is out of sight."""
        mark = self.chosen_mark
        if mark is None or not mark.ranges:
            return None
        position = edge_of(mark.ranges, edge) - (edge == "end")
        number = block_at(self._blocks, position)
        for seen, laid, y in self.seen():
            if seen == number and (found := laid.rectangles(position, position + 1)):
                box = found[0].translated(self.left, y)
                right = (edge == "end") != laid.is_leftwards(position)
                return QPointF(box.right() if right else box.left(), box.center().y()).toPoint()
        return None

    # Qt's own

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self.palette().base())
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        for number, laid, y in self.seen():
            painter.save()
            painter.translate(self.left, round(y))
            self._paint_block(painter, number, laid)
            painter.restore()
        if (line := self._gestures.cursor_line()) is not None:
            page_painter.paint_cursor(painter, line, self.palette().text().color())
        for edge in EDGES:
            if (place := self.edge_point(edge)) is not None:
                page_painter.paint_knob(painter, QPointF(place), self.fontMetrics().height() / 4, self.palette())

    def _paint_block(self, painter: QPainter, number: int, laid: Laid) -> None:
        marks = [Covered(mark, _covered(laid, mark.ranges)) for mark in self._marks.in_block(number)]
        hits = self._hits.between(laid.block.start, laid.block.end)
        shown = [self._hits.shown] if self._hits.shown in hits and self._hits.shown else []
        laid.paint_ground(painter)
        flow_painter.paint_tints(painter, marks, self._scheme)
        flow_painter.paint_hits(painter, _covered(laid, hits), _covered(laid, shown), self._scheme)
        flow_painter.paint_selection(painter, _covered(laid, self._gestures.shown_ranges), self.palette())
        laid.paint(painter)
        flow_painter.paint_lines(painter, marks, self._chosen)
        painter.setFont(self.font())
        flow_painter.paint_initials(painter, marks, laid.block.start, self.palette())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._gestures.press(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._gestures.press(event, double=True)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._gestures.move(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._gestures.release(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._gestures.key(event):
            super().keyPressEvent(event)


def _covered(laid: Laid, ranges: Sequence[Range]) -> list[QRectF]:
    met = [one for one in ranges if one[0] < laid.block.end and one[1] > laid.block.start]
    return [rectangle for start, end in met for rectangle in laid.rectangles(start, end)]
