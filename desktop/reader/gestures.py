"""What mouse and keys do to text that is read, be it on pages or in a column: select it, move a mark's ends, follow."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Protocol

from PySide6.QtCore import QObject, QPoint, QPointF, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QAbstractScrollArea

from core.points import Hit
from core.records import Range
from desktop.reader.autoscroll import AutoScroll
from desktop.reader.drag import Drag
from desktop.reader.holds import EdgeHold
from desktop.reader.mark_edges import Edge, edge_of, moved_edge
from desktop.reader.marks import Mark
from desktop.reader.page_places import Way
from desktop.reader.text_selection import TextSelection, paragraph_at, united, word_begin

EDGES: tuple[Edge, ...] = ("start", "end")
_Control, _Shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
_Alt = Qt.KeyboardModifier.AltModifier
_ARROWS: Mapping[Qt.Key, Way] = {
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Down: (0, 1),
    Qt.Key.Key_Up: (0, -1),
}


class Surface(Protocol):
    """What is asked of a view of text."""

    @property
    def chosen_mark(self) -> Mark | None:
        """The mark whose ends can be moved."""

    @property
    def position(self) -> int:
        """A position of the axis that is in sight."""

    def hit(self, point: QPointF) -> Hit | None:
        """Return the character at a point of the viewport, or nearest to it; its places count on the axis."""

    def caret_at(self, position: int) -> QRectF | None:
        """Return the line in the viewport on which a text cursor stands; None where it is out of sight."""

    def edge_point(self, edge: Edge) -> QPoint | None:
        """Return where an end of the chosen mark can be taken hold of; None where it is out of sight."""

    def marks_at(self, point: QPointF) -> list[str]:
        """Return the ids of the marks at a point of the viewport, the shortest first."""

    def link_at(self, point: QPointF) -> int | str | None:
        """Return where a link at a point of the viewport leads: to a page's index or an address."""

    def led(self, position: int, arrow: Way, *, words: bool) -> int:
        """Return the place on the axis that an arrow leads to from another."""

    def go_to(self, position: int) -> None:
        """Bring a position of the axis into sight."""


class Gestures(QObject):
    """Keeps what is selected in one view, and tells what its user did there.

    With nothing selected, Shift and the arrows move the end of the chosen mark by words, with Alt its beginning.
    Where no mark was chosen they begin at the text cursor, which the arrows alone move while it is shown.

    Signals:
        ranges_changed: Carries the selected ranges of the axis.
        mark_activated: A mark was clicked; carries the ids of all that lie there, the shortest first.
        link_activated: A link was clicked; carries the index of the page or the address it leads to.
        range_change_requested: A mark shall have other bounds; carries its id and the ranges.
    """

    ranges_changed = Signal(object)
    mark_activated = Signal(object)
    link_activated = Signal(object)
    range_change_requested = Signal(str, object)

    def __init__(self, area: QAbstractScrollArea, surface: Surface) -> None:
        """Work in a view, which is both."""
        super().__init__(area)
        self._area, self._surface = area, surface
        self._selection = TextSelection("")
        self._drag = Drag()
        self._hold: EdgeHold | None = None
        self._mark_has_keys = False
        self._shows_cursor = False
        self._pressed: QPoint | None = None
        self._clicks = 0
        self._autoscroll = AutoScroll(area)
        self._autoscroll.scrolled.connect(self._draw_out)
        area.viewport().setMouseTracking(True)
        self.point_with(Qt.CursorShape.IBeamCursor)

    def begin(self, text: str, paragraph: Callable[[str, int], Range] = paragraph_at) -> None:
        """Work on another axis, of which nothing is selected."""
        self._autoscroll.stop()
        self._hold, self._mark_has_keys, self._pressed = None, False, None
        made = TextSelection(text, paragraph=paragraph)
        self._selection = made.begun(0) if self._shows_cursor else made

    # Selection

    @property
    def ranges(self) -> tuple[Range, ...]:
        """What is selected."""
        return self._selection.ranges

    @property
    def shown_ranges(self) -> tuple[Range, ...]:
        """What is to be drawn as selected: while a mark's end is held, what the mark would be."""
        return self._hold.ranges if self._hold is not None else self.ranges

    def selected_text(self) -> str:
        return self._selection.selected_text()

    def select(self, ranges: Sequence[Range]) -> None:
        """Select ranges of the axis; with none, the text cursor stays where the selection ended."""
        old = self._selection
        made = TextSelection(old.text, kept=united(tuple(ranges)), paragraph=old.paragraph)
        end = self._end
        self._set(made if ranges or end is None else made.begun(end))

    @property
    def _end(self) -> int | None:
        """Where the text cursor is: the moving end of what is selected."""
        if self._selection.focus is not None:
            return self._selection.end
        return self.ranges[-1][1] if self.ranges else None

    def show_cursor(self, on: bool) -> None:
        """Show the text cursor, and let the arrows move it, or not."""
        self._shows_cursor = on
        if on and self._end is None:
            self._set(self._selection.begun(self._surface.position))
        self._area.viewport().update()

    def cursor_line(self) -> QRectF | None:
        """Return where the text cursor is to be drawn in the viewport; None where it is not."""
        return self._surface.caret_at(self._end) if self._shows_cursor and self._end is not None else None

    def give_mark_keys(self, on: bool) -> None:
        """Let the keys move the ends of the chosen mark, or not."""
        self._mark_has_keys = on

    def _set(self, selection: TextSelection) -> None:
        before = self._selection.ranges
        self._selection = selection
        self._area.viewport().update()
        if selection.ranges != before:
            self.ranges_changed.emit(selection.ranges)

    def _extend(self, arrow: Way, *, words: bool) -> None:
        if self._selection.focus is None and self.ranges:
            # What was selected from elsewhere goes on from its end.
            (start, end), kept = self.ranges[-1], self.ranges[:-1]
            self.select(kept)
            self._set(self._selection.begun(start, further=True).moved_to(end))
        elif not self.ranges:
            self._set(self._selection.begun(self._begin_at()))
        self._set(self._selection.moved_to(self._surface.led(self._selection.end, arrow, words=words)))
        self._see_end()

    def _move_cursor(self, arrow: Way, *, words: bool) -> None:
        """Move the text cursor; by words it goes to where they begin, so that a selection holds no blank in front."""
        start = self._begin_at()
        end = self._surface.led(start, arrow, words=words)
        if words and end > start and arrow[0]:
            end = word_begin(self._selection.text, end)
        self._mark_has_keys = False
        self._set(self._selection.begun(end))
        self._see_end()

    def _begin_at(self) -> int:
        """Return where the text cursor is; where nobody sees it, a place that is in sight."""
        end = self._end
        return end if end is not None and self._surface.caret_at(end) is not None else self._surface.position

    def _see_end(self) -> None:
        self._surface.go_to(max(min(self._selection.end, len(self._selection.text) - 1), 0))

    # Ends of marks

    def _edge_at(self, point: QPointF) -> Edge | None:
        near = self._area.fontMetrics().height() / 2
        for edge in EDGES:
            place = self._surface.edge_point(edge)
            if place is not None and (point - QPointF(place)).manhattanLength() <= near:
                return edge
        return None

    def _move_edge(self, mark: Mark, arrow: Way, edge: Edge) -> None:
        position = self._surface.led(edge_of(mark.ranges, edge), arrow, words=True)
        ranges = moved_edge(mark.ranges, edge, position)
        if ranges != mark.ranges:
            self.range_change_requested.emit(mark.id, ranges)

    # Mouse

    def press(self, event: QMouseEvent, *, double: bool = False) -> None:
        """Begin to select, or take hold of a mark's end."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        # A third click soon after a double one at the same place takes the paragraph.
        third = self._clicks == 2 and self.is_click(event)
        self._clicks = 2 if double else 3 if third else 1
        point, held = event.position(), event.modifiers()
        self._pressed, self._mark_has_keys = point.toPoint(), False
        if (edge := self._edge_at(point)) and (mark := self._surface.chosen_mark):
            self._hold = EdgeHold(mark.id, mark.ranges, edge)
        elif (hit := self._surface.hit(point)) is not None:
            extends, further = bool(held & _Shift), bool(held & _Control)
            self._set(self._drag.press(self._selection, hit, self._clicks, extends=extends, further=further))

    def move(self, event: QMouseEvent) -> None:
        """Draw out what the button holds, or show what a click would do."""
        if not event.buttons():
            self._show_what_is_under(event.position())
        elif self._pressed is not None and event.buttons() & Qt.MouseButton.LeftButton and not self.is_click(event):
            self._clicks = min(self._clicks, 2)
            self._autoscroll.follow(event.position())
            self._draw_out(event.position())

    def release(self, event: QMouseEvent) -> None:
        """End a drag, or do what a click does."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        self._autoscroll.stop()
        if self._hold is not None:
            self._let_go(self._hold)
        elif self.is_click(event) and not self.ranges:
            self._activate(event.position())

    def is_click(self, event: QMouseEvent) -> bool:
        """Return whether the mouse is where its button was pressed last."""
        if self._pressed is None:
            return False
        away = (event.position().toPoint() - self._pressed).manhattanLength()
        # Qt's own distance for dragging is as wide as a short word.
        return away < self._area.fontMetrics().height() / 4

    def point_with(self, shape: Qt.CursorShape) -> None:
        self._area.viewport().setCursor(shape)

    @Slot(QPointF)
    def _draw_out(self, point: QPointF) -> None:
        """Bring what the button holds to a point of the viewport."""
        hit = self._surface.hit(point)
        if hit is not None and self._hold is None:
            self._set(self._drag.move(self._selection, hit))
        elif hit is not None and self._hold is not None:
            self._hold.move(hit.caret)
        self._area.viewport().update()

    def _let_go(self, hold: EdgeHold) -> None:
        self._hold, self._mark_has_keys = None, True
        self._area.viewport().update()
        if hold.has_moved:
            self.range_change_requested.emit(hold.id, hold.ranges)

    def _activate(self, point: QPointF) -> None:
        """Tell what was clicked: a mark before the link it lies over."""
        if marks := self._surface.marks_at(point):
            self.mark_activated.emit(marks)
        elif (target := self._surface.link_at(point)) is not None:
            self.link_activated.emit(target)

    def _show_what_is_under(self, point: QPointF) -> None:
        """Let the pointer tell whether a click selects text, follows a link or moves the end of a mark."""
        if self._edge_at(point):
            self.point_with(Qt.CursorShape.SplitHCursor)
        else:
            linked = self._surface.link_at(point) is not None
            self.point_with(Qt.CursorShape.PointingHandCursor if linked else Qt.CursorShape.IBeamCursor)

    # Keys

    def key(self, event: QKeyEvent) -> bool:
        """Do what a key does to the text; return whether it does anything."""
        held = event.modifiers()
        arrow = _ARROWS.get(Qt.Key(event.key())) if self._selection.text else None
        mark = self._surface.chosen_mark if self._mark_has_keys and not self.ranges else None
        if event.matches(QKeySequence.StandardKey.SelectAll):
            self.select([(0, len(self._selection.text))] if self._selection.text else ())
        elif arrow is None or not (held & _Shift or (self._shows_cursor and not held & _Alt)):
            return False
        elif not held & _Shift:
            self._move_cursor(arrow, words=bool(held & _Control))
        elif mark is not None and mark.ranges:
            self._move_edge(mark, arrow, "start" if held & _Alt else "end")
        else:
            self._extend(arrow, words=bool(held & _Control))
        return True
