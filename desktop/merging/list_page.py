"""A list of things to decide on, and beside it the one in hand: what the pages of the merge view share."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractItemView, QSplitter, QTreeView, QVBoxLayout, QWidget

from desktop.models.rows import Column, RowsModel
from desktop.panels.hint import Hint

Row = TypeVar("Row")


class ListPage(QWidget, Generic[Row]):
    """Goes through a list by N and P; what is decided leaves it, and the next takes its place.

    Signals:
        current_changed: Another thing is in hand, or none.
    """

    current_changed = Signal()

    def __init__(
        self,
        columns: Sequence[Column[Row]],
        identity: Callable[[Row], str],
        name: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._identity = identity
        self.model: RowsModel[Row] = RowsModel(columns, identity, self)
        self.list = QTreeView(self)
        self.list.setModel(self.model)
        self.list.setAccessibleName(name)
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        self.list.setAlternatingRowColors(True)
        self.list.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.hint = Hint(self.list)
        self.split = QSplitter(Qt.Orientation.Vertical, self)
        self.split.setChildrenCollapsible(False)
        self.split.addWidget(self.list)
        self.column = QVBoxLayout(self)
        self.column.addWidget(self.split, 1)
        self.list.selectionModel().currentChanged.connect(lambda *_: self.current_changed.emit())
        self.on_key("N", lambda: self.step(1))
        self.on_key("P", lambda: self.step(-1))

    @property
    def current(self) -> Row | None:
        """What is in hand."""
        return self.model.record(self.list.currentIndex())

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show these; what was in hand stays so, and where it is gone, what stands in its place is."""
        kept, row = self.current, self.list.currentIndex().row()
        self.model.set_rows(rows)
        index = self.model.index_of(self._identity(kept)) if kept is not None else self.model.index(-1, 0)
        if not index.isValid() and rows:
            index = self.model.index(min(max(row, 0), len(rows) - 1), 0)
        if index.isValid() and index != self.list.currentIndex():
            self.list.setCurrentIndex(index)
        else:
            self.current_changed.emit()

    def choose(self, id: str) -> bool:
        """Take a thing in hand; tell whether it is there."""
        index = self.model.index_of(id)
        if index.isValid():
            self.list.setCurrentIndex(index)
        return index.isValid()

    def step(self, step: int) -> None:
        """Go to the next thing or the one before, from the other end after the last."""
        if count := self.model.rowCount():
            row = (self.list.currentIndex().row() + step) % count
            self.list.setCurrentIndex(self.model.index(row, 0))

    def on_key(self, key: str, act: Callable[[], object]) -> None:
        """Let a key do something anywhere on this page."""
        shortcut = QShortcut(QKeySequence(key), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(act)
