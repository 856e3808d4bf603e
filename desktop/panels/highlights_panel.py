"""The highlights of the open source: filtered, and ordered."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QFont, QFontMetrics, QMouseEvent, QPainter, QPalette
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QListView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from commonplace.library.viewing import Marked
from core.folding import fold
from core.records import Concept
from desktop import icons
from desktop.columns import hold_choice
from desktop.models.chips import Chip, chips_of, paint_chips
from desktop.models.rows import RECORD, Column, RowsModel
from desktop.models.word_filter import WordFilter
from desktop.panels.hint import Hint

Index = QModelIndex | QPersistentModelIndex


class HighlightsPanel(QWidget):
    """Lists what is marked.

    Signals:
        highlight_chosen: One is to be shown; carries its id.
        current_changed: Another one is the current one, or none.
        menu_wanted: What can be done with the current one is to be offered; carries the place on the screen.
        conflict_wanted: What people said apart of one is to be shown; carries its id.
    """

    highlight_chosen = Signal(str)
    current_changed = Signal()
    menu_wanted = Signal(object)
    conflict_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._conflicts: Mapping[str, int] = {}
        self.model: RowsModel[Marked] = RowsModel(
            (Column(self.tr("Highlight"), self._spoken, lambda mark: mark.line.quote),),
            lambda mark: mark.highlight.id,
            self,
        )
        self._marks: Sequence[Marked] = ()
        self._shown = WordFilter(_said, self)
        self._shown.setSourceModel(self.model)
        self.filter = QLineEdit(self)
        self.filter.setPlaceholderText(self.tr("Filter highlights"))
        self.filter.setAccessibleName(self.tr("Filter highlights"))
        self.filter.setClearButtonEnabled(True)
        self.filter.textChanged.connect(self._filter)
        self.order = QComboBox(self)
        self.order.setAccessibleName(self.tr("Order of the highlights"))
        self.order.setToolTip(self.order.accessibleName())
        self.order.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        for data, text in (
            ("", self.tr("As they stand")),
            ("newest", self.tr("Newest first")),
            ("concept", self.tr("By concept")),
        ):
            self.order.addItem(text, data)
        self.list = QListView(self)
        self.list.setModel(self._shown)
        self.list.setAccessibleName(self.tr("Highlights of this source"))
        self._lines = _Lines(self._apart, self.list)
        self._lines.badge_clicked.connect(self.conflict_wanted)
        self.list.setItemDelegate(self._lines)
        self.hint = Hint(self.list)
        self.hint.acted.connect(self.filter.clear)
        self.hint.say(self.tr("Open a source to see what is marked in it."))
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.list.customContextMenuRequested.connect(
            lambda place: self.menu_wanted.emit(self.list.viewport().mapToGlobal(place))
        )
        self.list.activated.connect(self._choose)
        self.list.clicked.connect(self._choose)
        self.list.selectionModel().currentChanged.connect(lambda *_: self.current_changed.emit())
        self.order.currentIndexChanged.connect(lambda _: self._arrange())
        hold_choice(self.order, "order of highlights")
        above = QHBoxLayout()
        above.addWidget(self.filter, 3)
        above.addWidget(self.order, 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(above)
        column.addWidget(self.list)

    def set_conflicts(self, counts: Mapping[str, int]) -> None:
        """Say how many conflicts there are of highlights, by their ids."""
        self._conflicts = counts
        self.list.viewport().update()

    def set_concepts(self, concepts: Sequence[Concept]) -> None:
        """Show concepts by their names and colours."""
        self._lines.chips = chips_of(concepts)
        self.list.viewport().update()

    def set_marks(self, marks: Sequence[Marked]) -> None:
        """Show the highlights of the source that is open."""
        self._marks = marks
        self._say_hint()
        self._arrange()

    def _arrange(self) -> None:
        current, name = self.current, self.order.currentData()
        key = _ORDERS.get(name)
        self.model.set_rows(sorted(self._marks, key=key, reverse=name == "newest") if key else self._marks)
        self._choose_if_shown(current)

    @Slot(str)
    def _filter(self, text: str) -> None:
        self._shown.filter_by(text)
        self._say_hint()

    def _say_hint(self) -> None:
        if self._marks and self.filter.text().strip():
            self.hint.say(self.tr("No highlight here answers to these words."), self.tr("Show all"))
        else:
            self.hint.say(self.tr("Nothing is marked here yet. Select text and press H."))

    @property
    def current(self) -> str:
        mark = self.list.currentIndex().data(RECORD)
        return mark.highlight.id if mark else ""

    def set_current(self, id: str) -> None:
        """Choose a highlight without going there; a filter that hides it is taken off."""
        if self.model.index_of(id).isValid() and not self._choose_if_shown(id):
            self.filter.clear()
            self._choose_if_shown(id)

    def _choose_if_shown(self, id: str) -> bool:
        index = self._shown.mapFromSource(self.model.index_of(id))
        if index.isValid():
            self.list.setCurrentIndex(index)
            self.list.scrollTo(index)
        return index.isValid()

    @Slot(QModelIndex)
    def _choose(self, index: QModelIndex) -> None:
        mark = index.data(RECORD)
        if mark is not None:
            self.highlight_chosen.emit(mark.highlight.id)

    def _spoken(self, mark: Marked) -> str:
        line = mark.line
        private = self.tr("private") if _is_private(mark) else ""
        said = f"“{line.quote}”", line.locator, ", ".join(line.concepts), line.note, private, self._apart(mark)
        return ", ".join(filter(None, said))

    def _apart(self, mark: Marked) -> str:
        count = self._conflicts.get(mark.highlight.id, 0)
        return self.tr("%n conflict(s)", "", count) if count else ""


_ORDERS: Mapping[str, Callable[[Marked], Any]] = {
    "newest": lambda mark: mark.highlight.created,
    # What has no concept stands behind what has one.
    "concept": lambda mark: (not mark.line.concepts, [fold(name) for name in mark.line.concepts]),
}


def _said(mark: Marked) -> str:
    """Return what a highlight says, and what is said of it."""
    line = mark.line
    return " ".join((line.quote, line.locator, *line.concepts, *(note.text for note in mark.highlight.notes)))


def _is_private(mark: Marked) -> bool:
    """Whether the highlight, or a note on it, is."""
    return mark.highlight.private or any(note.private for note in mark.highlight.notes)


class _Lines(QStyledItemDelegate):
    """Draws a highlight in a few lines: the quote, then locator and concepts, then the note.

    Attributes:
        chips: The concepts' by their ids.

    Signals:
        badge_clicked: What says that people contradict each other was clicked; carries the highlight's id.
    """

    badge_clicked = Signal(str)

    def __init__(self, badge: Callable[[Marked], str], parent: QWidget) -> None:
        super().__init__(parent)
        self.chips: Mapping[str, Chip] = {}
        self._badge = badge

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
        badge = self._badge(mark)
        badge_place = _badge_place(option, metrics, badge, _is_private(mark))
        for number, line in enumerate(_lines(mark)):
            painter.setPen(ink)
            place = QRect(room.left(), room.top() + number * metrics.lineSpacing(), room.width(), metrics.height())
            taken = badge_place.width() + 4 if number == 1 and badge else 0
            shown = metrics.elidedText(line, Qt.TextElideMode.ElideRight, room.width() - taken)
            painter.drawText(place.left(), place.top() + metrics.ascent(), shown)
            if number == 1:
                place.setRight(place.right() - (metrics.height() * 5 // 4 if _is_private(mark) else 0))
                if badge:
                    place.setRight(badge_place.left() - 4)
                place.setLeft(place.left() + metrics.horizontalAdvance(f"{shown}  ") if shown else place.left())
                chips = [self.chips[id] for id in mark.highlight.concepts if id in self.chips]
                paint_chips(painter, place, chips, option.palette, metrics)
        if badge:
            painter.setPen(ink)
            font = QFont(option.font)
            font.setBold(True)
            painter.setFont(font)
            painter.drawText(badge_place, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, badge)
        painter.restore()

    def editorEvent(self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index) -> bool:
        if isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseButtonRelease:
            mark = index.data(RECORD)
            badge = self._badge(mark)
            metrics = QFontMetrics(option.font)
            if badge and _badge_place(option, metrics, badge, _is_private(mark)).contains(event.position().toPoint()):
                self.badge_clicked.emit(mark.highlight.id)
                return True
        return super().editorEvent(event, model, option, index)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex) -> QSize:  # type: ignore[override]
        spacing = QFontMetrics(option.font).lineSpacing()
        return QSize(120, spacing * len(_lines(index.data(RECORD))) + 10)


def _badge_place(option: QStyleOptionViewItem, metrics: QFontMetrics, badge: str, private: bool) -> QRect:
    """Return where a badge stands: at the end of the second line, before the lock."""
    room = option.rect.adjusted(8, 4, -8, -4)
    lock = metrics.height() * 5 // 4 if private else 0
    # It is set bold, which is wider.
    width = metrics.horizontalAdvance(badge) * 5 // 4
    return QRect(room.right() - lock - width, room.top() + metrics.lineSpacing(), width, metrics.height())


def _lines(mark: Marked) -> list[str]:
    """Return the quote, the locator before the chips, and the note where there is one."""
    line = mark.line
    quote = f"“{' '.join(line.quote.split())}”" if line.quote else "▭"
    note = " ".join(line.note.split())
    return [quote, line.locator, *([note] if note else [])]
