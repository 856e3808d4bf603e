"""The search over the whole library: what is typed, and the places by source."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import groupby

from PySide6.QtCore import QEvent, QModelIndex, QObject, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import (
    QLabel,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from commonplace.library.searching import Hit, SearchResult
from desktop.models.hit_tree import HitTree
from desktop.models.rows import RECORD
from desktop.panels.hint import Hint
from desktop.panels.widening import widened

_PAUSE_MS = 250


class SearchPanel(QWidget):
    """Finds while one types; what an input method composes is looked for when it is a word.

    Signals:
        search_requested: Carries what is to be found; empty where nothing is.
        hit_chosen: A place is to be shown; carries the ``Hit``.
        left: ``Esc`` was pressed.
    """

    search_requested = Signal(str)
    hit_chosen = Signal(object)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._composing = False
        self._wanted = ""
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self._ask)
        self.line = QLineEdit(self)
        self.line.setPlaceholderText(self.tr("Search the library"))
        self.line.setAccessibleName(self.tr("Search the library"))
        self.line.setClearButtonEnabled(True)
        self.line.textChanged.connect(self._pause.start)
        self.line.installEventFilter(self)
        self.said = QLabel(self)
        self.said.setWordWrap(True)
        self.said.setMargin(4)
        self.said.setAccessibleName(self.tr("Result of the search"))
        self.model = HitTree(self)
        self.list = QTreeView(self)
        self.list.setModel(self.model)
        self.list.setAccessibleName(self.tr("Places found"))
        self.list.setHeaderHidden(True)
        self.list.setWordWrap(True)
        self.list.setItemDelegate(_Lines(self.list))
        self.list.setIndentation(self.fontMetrics().averageCharWidth() * 2)
        self.list.activated.connect(self._choose)
        self.list.clicked.connect(self._choose)
        self.list.installEventFilter(self)
        self.hint = Hint(self.list)
        self.hint.acted.connect(lambda: self.open_panel(widened(self._wanted)))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.line)
        column.addWidget(self.said)
        column.addWidget(self.list, 1)

    def open_panel(self, words: str = "") -> None:
        """Go to the line, with words to be found where some are given."""
        if words:
            self.line.setText(words)
        self.line.selectAll()
        self.line.setFocus()

    def show_result(self, wanted: str, result: SearchResult, titles: Mapping[str, str]) -> None:
        """Show what was found, unless something else is looked for by now.

        Args:
            wanted: What was looked for.
            result: What was found.
            titles: Of the sources, by their ids.
        """
        if wanted != self._wanted:
            return
        order = list(dict.fromkeys(hit.source for hit in result.hits))
        ranked = sorted(result.hits, key=lambda hit: order.index(hit.source))
        groups = groupby(ranked, key=lambda hit: hit.source)
        self.model.set_rows([(titles.get(source, source), tuple(hits)) for source, hits in groups])
        self.list.expandAll()
        self.said.setText(self._summary(result, len(order)))
        wider = widened(wanted)
        offer = self.tr("Look for {words}").format(words=wider) if wider else ""
        self.hint.say(self.tr("Nothing found in sources, highlights and notes."), offer)

    def show_failure(self, wanted: str, said: str) -> None:
        """Say why nothing could be looked for."""
        if wanted == self._wanted:
            self.model.set_rows(())
            self.hint.say("")
            self.said.setText(said)

    def _summary(self, result: SearchResult, sources: int) -> str:
        if not result.hits:
            return self.tr("Nothing found")
        places = self.tr("%n place(s)", "", len(result.hits))
        within = self.tr("in %n source(s)", "", sources)
        return f"{places}{'+' if result.more else ''} {within}"

    @Slot()
    def _ask(self) -> None:
        self._pause.stop()
        self._wanted = self.line.text().strip()
        if not self._wanted:
            self.model.set_rows(())
            self.said.clear()
            self.hint.say("")
        self.search_requested.emit(self._wanted)

    @Slot(QModelIndex)
    def _choose(self, index: QModelIndex) -> None:
        hit = index.data(RECORD)
        if isinstance(hit, Hit):
            self.hit_chosen.emit(hit)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.line and isinstance(event, QInputMethodEvent):
            self._composing = bool(event.preeditString())
        elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and not self._composing:
            if event.key() == Qt.Key.Key_Escape:
                self.left.emit()
                return True
            if watched is self.line:
                return self._key(event)
        return super().eventFilter(watched, event)

    def _key(self, event: QKeyEvent) -> bool:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._ask()
            return True
        if event.key() == Qt.Key.Key_Down and self.model.rowCount():
            self.list.setFocus()
            self.list.setCurrentIndex(self.model.index(0, 0, self.model.index(0, 0)))
            return True
        return False


class _Lines(QStyledItemDelegate):
    """Gives a place three lines, so that the words that were found are in sight in a narrow panel, too."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex) -> QSize:  # type: ignore[override]
        size = super().sizeHint(option, index)
        if index.parent().isValid():
            size.setHeight(option.fontMetrics.lineSpacing() * 7 // 2)
        return size
