"""The highlights of the open source, in reading order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QModelIndex, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QVBoxLayout, QWidget

from commonplace.library.viewing import Marked
from core.records import Concept
from desktop import icons
from desktop.models.chips import Chip, chips_of, paint_chips
from desktop.models.rows import RECORD, Column, RowsModel
from desktop.panels.hint import Hint


class HighlightsPanel(QWidget):
    """Lists what is marked.

    Signals:
        highlight_chosen: One is to be shown; carries its id.
        current_changed: Another one is the current one, or none.
        menu_wanted: What can be done with the current one is to be offered; carries the place on the screen.
    """

    highlight_chosen = Signal(str)
    current_changed = Signal()
    menu_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        private = self.tr("private")
        self.model: RowsModel[Marked] = RowsModel(
            (Column(self.tr("Highlight"), lambda mark: _spoken(mark, private), lambda mark: mark.line.quote),),
            lambda mark: mark.highlight.id,
            self,
        )
        self.list = QListView(self)
        self.list.setModel(self.model)
        self.list.setAccessibleName(self.tr("Highlights of this source"))
        self._lines = _Lines(self.list)
        self.list.setItemDelegate(self._lines)
        self.hint = Hint(self.list)
        self.hint.say(self.tr("Open a source to see what is marked in it."))
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.list.customContextMenuRequested.connect(
            lambda place: self.menu_wanted.emit(self.list.viewport().mapToGlobal(place))
        )
        self.list.activated.connect(self._choose)
        self.list.clicked.connect(self._choose)
        self.list.selectionModel().currentChanged.connect(lambda *_: self.current_changed.emit())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.list)

    def set_concepts(self, concepts: Sequence[Concept]) -> None:
        """Show concepts by their names and colours."""
        self._lines.chips = chips_of(concepts)
        self.list.viewport().update()

    def set_marks(self, marks: Sequence[Marked]) -> None:
        """Show the highlights of the source that is open."""
        self.hint.say(self.tr("Nothing is marked here yet. Select text and press H."))
        current = self.current
        self.model.set_rows(marks)
        self.set_current(current)

    @property
    def current(self) -> str:
        mark = self.list.currentIndex().data(RECORD)
        return mark.highlight.id if mark else ""

    def set_current(self, id: str) -> None:
        """Choose a highlight without going there."""
        index = self.model.index_of(id)
        if index.isValid():
            self.list.setCurrentIndex(index)
            self.list.scrollTo(index)

    @Slot(QModelIndex)
    def _choose(self, index: QModelIndex) -> None:
        mark = index.data(RECORD)
        if mark is not None:
            self.highlight_chosen.emit(mark.highlight.id)


def _spoken(mark: Marked, private: str) -> str:
    line = mark.line
    said = f"“{line.quote}”", line.locator, ", ".join(line.concepts), line.note, private if _is_private(mark) else ""
    return ", ".join(filter(None, said))


def _is_private(mark: Marked) -> bool:
    """Whether the highlight, or a note on it, is."""
    return mark.highlight.private or any(note.private for note in mark.highlight.notes)


class _Lines(QStyledItemDelegate):
    """Draws a highlight in a few lines: the quote, then locator and concepts, then the note.

    Attributes:
        chips: The concepts' by their ids.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.chips: Mapping[str, Chip] = {}

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:  # type: ignore[override]
        mark = index.data(RECORD)
        style = option.widget.style()
        style.drawPrimitive(QStyle.PrimitiveElement.PE_PanelItemViewItem, option, painter, option.widget)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        ink = option.palette.color(QPalette.ColorRole.HighlightedText if chosen else QPalette.ColorRole.Text)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(option.font)
        metrics = QFontMetrics(option.font)
        room = option.rect.adjusted(8, 4, -8, -4)
        if _is_private(mark):
            size = metrics.height()
            palette = QPalette(option.palette)
            palette.setColor(QPalette.ColorRole.ButtonText, ink)
            lock = icons.icon("lock", palette, size)
            lock.paint(painter, room.right() - size, room.top() + metrics.lineSpacing(), size, size)
        for number, line in enumerate(_lines(mark)):
            painter.setPen(ink)
            place = QRect(room.left(), room.top() + number * metrics.lineSpacing(), room.width(), metrics.height())
            shown = metrics.elidedText(line, Qt.TextElideMode.ElideRight, room.width())
            painter.drawText(place.left(), place.top() + metrics.ascent(), shown)
            if number == 1:
                place.setRight(place.right() - (metrics.height() * 5 // 4 if _is_private(mark) else 0))
                place.setLeft(place.left() + metrics.horizontalAdvance(f"{shown}  ") if shown else place.left())
                chips = [self.chips[id] for id in mark.highlight.concepts if id in self.chips]
                paint_chips(painter, place, chips, option.palette, metrics)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex) -> QSize:  # type: ignore[override]
        spacing = QFontMetrics(option.font).lineSpacing()
        return QSize(120, spacing * len(_lines(index.data(RECORD))) + 10)


def _lines(mark: Marked) -> list[str]:
    """Return the quote, the locator before the chips, and the note where there is one."""
    line = mark.line
    quote = f"“{' '.join(line.quote.split())}”" if line.quote else "▭"
    note = " ".join(line.note.split())
    return [quote, line.locator, *([note] if note else [])]
