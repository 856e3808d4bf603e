"""The view of a flowing document: one column of text in the reader's own type, with marks and selection."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, QPointF, QRect, Qt, QUrl, Signal, Slot
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QResizeEvent,
    QTextCharFormat,
    QTextCursor,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QTextBrowser, QTextEdit, QWidget

from commonplace.library.viewing import OpenedSource
from core.records import Range
from desktop.reader.flow_text import FlowText
from desktop.reader.hits import Hits
from desktop.reader.marks import Mark, stacked
from desktop.reader.text_selection import united
from desktop.theme import FOUND, UNTAGGED, Scheme

_Underline = QTextCharFormat.UnderlineStyle
_UNDERLINES = {
    "solid": _Underline.SingleUnderline,
    "double": _Underline.SingleUnderline,
    "dashed": _Underline.DashUnderline,
    "dotted": _Underline.DotLine,
    "dash-dot": _Underline.DashDotLine,
    "wavy": _Underline.WaveUnderline,
    "thick": _Underline.SingleUnderline,
}
_FURTHER = "#A9CDEB"


class FlowView(QTextBrowser):
    """Shows flowing text.  It loads nothing and follows no link by itself.

    Signals:
        ranges_changed: Carries the selected ranges of the axis.
        mark_activated: A mark was clicked; carries the ids of all that lie there, the shortest first.
        link_activated: Carries a link's target as the document has it.
    """

    ranges_changed = Signal(object)
    mark_activated = Signal(object)
    link_activated = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setOpenLinks(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(self.tr("Text"))
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
            | Qt.TextInteractionFlag.LinksAccessibleByMouse
        )
        self._source: OpenedSource | None = None
        self._flow: FlowText | None = None
        self._marks: list[Mark] = []
        self._hits = Hits()
        self._chosen = ""
        self._kept: tuple[Range, ...] = ()
        self._scheme: Scheme = "light"
        self._line_width = 68
        self.anchorClicked.connect(self._tell_link)
        self.selectionChanged.connect(self._tell_ranges)
        self.verticalScrollBar().valueChanged.connect(self._draw_marks)

    def show_source(self, source: OpenedSource, flow: FlowText) -> None:
        """Show a document from its beginning on."""
        self._source, self._flow = source, flow
        self._marks, self._kept = [], ()
        flow.document.setParent(self)
        self.setDocument(flow.document)
        self._set_margins()

    def clear_source(self) -> None:
        """Show nothing."""
        self._source, self._flow, self._marks, self._kept, self._hits = None, None, [], (), Hits()
        self.clear()

    def set_marks(self, marks: Sequence[Mark]) -> None:
        """Draw these marks from now on."""
        self._marks = stacked(marks)
        self._draw_marks()

    def set_hits(self, hits: Sequence[Range], current: int) -> None:
        """Draw the places of a search, in reading order, and show the one of this number; -1 shows none."""
        self._hits = Hits(hits, current)
        if self._hits.shown is not None:
            self.go_to(self._hits.shown[0])
        self._draw_marks()

    def set_scheme(self, scheme: Scheme) -> None:
        self._scheme = scheme
        self._draw_marks()

    def choose_mark(self, id: str) -> None:
        self._chosen = id
        self._draw_marks()

    def go_to(self, start: int) -> None:
        """Bring a position of the axis into sight, a third down the view."""
        if self._flow is None:
            return
        cursor = QTextCursor(self.document())
        cursor.setPosition(self._flow.offsets.to_qt(start))
        top = self.cursorRect(cursor).top() + self.verticalScrollBar().value()
        self.verticalScrollBar().setValue(max(0, top - self.viewport().height() // 3))

    @property
    def position(self) -> int:
        """The position of the axis a third down the view, where ``go_to`` brings one to."""
        if self._flow is None:
            return 0
        third = QPointF(0, self.viewport().height() / 3).toPoint()
        return self._flow.offsets.to_text(self.cursorForPosition(third).position())

    # Selection

    @property
    def ranges(self) -> tuple[Range, ...]:
        """What is selected."""
        return united((*self._kept, *self._current()))

    def selected_text(self) -> str:
        text = self._source.layer.text if self._source else ""
        return "\n".join(text[start:end] for start, end in self.ranges)

    def select(self, ranges: Sequence[Range]) -> None:
        """Select ranges of the axis; the last is where the cursor stands."""
        self._kept = tuple(ranges[:-1])
        cursor = self.textCursor()
        if ranges and self._flow is not None:
            cursor.setPosition(self._flow.offsets.to_qt(ranges[-1][0]))
            cursor.setPosition(self._flow.offsets.to_qt(ranges[-1][1]), QTextCursor.MoveMode.KeepAnchor)
        else:
            cursor.clearSelection()
        self.setTextCursor(cursor)
        self._draw_marks()

    def selection_rectangle(self) -> QRect:
        """Return what of the viewport the selection covers; empty where it is out of sight."""
        cursor = self.textCursor()
        if not cursor.hasSelection():
            return QRect()
        first, last = QTextCursor(cursor), QTextCursor(cursor)
        first.setPosition(cursor.selectionStart())
        last.setPosition(cursor.selectionEnd())
        return self.cursorRect(first).united(self.cursorRect(last)).intersected(self.viewport().rect())

    def _current(self) -> tuple[Range, ...]:
        cursor = self.textCursor()
        if self._flow is None or not cursor.hasSelection():
            return ()
        offsets = self._flow.offsets
        start, end = offsets.to_text(cursor.selectionStart()), offsets.to_text(cursor.selectionEnd())
        return ((start, end),) if start < end else ()

    @Slot()
    def _tell_ranges(self) -> None:
        self.ranges_changed.emit(self.ranges)

    @Slot(QUrl)
    def _tell_link(self, url: QUrl) -> None:
        self.link_activated.emit(url.toString())

    # Marks

    def _visible(self) -> Range:
        if self._flow is None:
            return 0, 0
        size = self.viewport().size()
        first = self.cursorForPosition(self.viewport().rect().topLeft()).position()
        last = self.cursorForPosition(QPointF(size.width(), size.height()).toPoint()).position()
        return self._flow.offsets.to_text(first), self._flow.offsets.to_text(last) + 1

    @Slot()
    def _draw_marks(self) -> None:
        """Draw the marks in sight; Qt takes its time with many."""
        low, high = self._visible()
        drawn = [
            self._selection(start, end, mark)
            for mark in self._marks
            for start, end in mark.ranges
            if start < high and end > low
        ]
        drawn += [self._tint(start, end, QColor(_FURTHER)) for start, end in self._kept]
        drawn += [self._hit(place) for place in self._hits.between(low, high)]
        self.setExtraSelections(drawn)

    def _selection(self, start: int, end: int, mark: Mark) -> QTextEdit.ExtraSelection:
        slot = mark.slots[0] if mark.slots else UNTAGGED
        made = self._tint(start, end, slot.mark(self._scheme))
        made.format.setUnderlineStyle(_UNDERLINES[slot.pattern])
        made.format.setUnderlineColor(QColor(slot.base))
        if mark.id == self._chosen:
            made.format.setProperty(QTextCharFormat.Property.OutlinePen, QColor(slot.base))
        return made

    def _hit(self, place: Range) -> QTextEdit.ExtraSelection:
        made = self._tint(*place, FOUND.mark(self._scheme))
        if place == self._hits.shown:
            made.format.setBackground(QColor(FOUND.base))
        return made

    def _tint(self, start: int, end: int, colour: QColor) -> QTextEdit.ExtraSelection:
        assert self._flow is not None
        made = QTextEdit.ExtraSelection()
        made.cursor = QTextCursor(self.document())
        made.cursor.setPosition(self._flow.offsets.to_qt(start))
        made.cursor.setPosition(self._flow.offsets.to_qt(end), QTextCursor.MoveMode.KeepAnchor)
        made.format.setBackground(colour)
        return made

    def _marks_at(self, position: int) -> list[str]:
        found = [
            (sum(end - start for start, end in mark.ranges), mark.id)
            for mark in self._marks
            if any(start <= position < end for start, end in mark.ranges)
        ]
        return [id for _, id in sorted(found)]

    # Looks

    def set_font(self, font: QFont, line_width: int) -> None:
        """Set the reader's own type; ``line_width`` is in average characters."""
        self._line_width = line_width
        self.document().setDefaultFont(font)
        self._set_margins()

    def _set_margins(self) -> None:
        column = QFontMetricsF(self.document().defaultFont()).averageCharWidth() * self._line_width
        spare = max(24, int((self.width() - column) / 2))
        self.setViewportMargins(spare, 16, spare, 16)

    # Qt's own

    def loadResource(self, kind: int, name: QUrl | str) -> Any:
        return None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            further = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            self._kept = self.ranges if further else ()
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        self._draw_marks()
        if self._flow is None or self.ranges:
            return
        position = self._flow.offsets.to_text(self.cursorForPosition(event.position().toPoint()).position())
        if found := self._marks_at(position):
            self.mark_activated.emit(found)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            (self.zoomIn if event.angleDelta().y() > 0 else self.zoomOut)(1)
            self._set_margins()
            event.accept()
        else:
            super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + (-1 if back else 1) * int(self.viewport().height() * 0.9))
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._set_margins()
        super().resizeEvent(event)
        self._draw_marks()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._draw_marks()
