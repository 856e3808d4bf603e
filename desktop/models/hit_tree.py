"""Places of a search as a tree for Qt: sources, and below each what was found in it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from commonplace.library.searching import Hit
from desktop.models.rows import RECORD

Index = QModelIndex | QPersistentModelIndex

_SOURCE = 0
"""The internal id of a source's row; a place's is one more than the number of its source."""


class HitTree(QAbstractItemModel):
    """Titles of sources with the places in them; a place's record is its ``Hit``."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._groups: list[tuple[str, tuple[Hit, ...]]] = []

    def set_rows(self, groups: Sequence[tuple[str, tuple[Hit, ...]]]) -> None:
        """Show these sources, each with its places."""
        self.beginResetModel()
        self._groups = list(groups)
        self.endResetModel()

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:
        if column != 0 or not 0 <= row < self.rowCount(parent):
            return QModelIndex()
        return self.createIndex(row, 0, parent.row() + 1 if parent.isValid() else _SOURCE)

    def parent(self, index: Index) -> QModelIndex:  # type: ignore[override]
        if not index.isValid() or index.internalId() == _SOURCE:
            return QModelIndex()
        return self.createIndex(index.internalId() - 1, 0, _SOURCE)

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        if not parent.isValid():
            return len(self._groups)
        return len(self._groups[parent.row()][1]) if parent.internalId() == _SOURCE else 0

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        if index.internalId() == _SOURCE:
            title, hits = self._groups[index.row()]
            return f"{title} ({len(hits)})" if role == Qt.ItemDataRole.DisplayRole else None
        hit = self._groups[index.internalId() - 1][1][index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{hit.locator}: {hit.snippet}" if hit.locator else hit.snippet
        if role == Qt.ItemDataRole.ToolTipRole:
            return hit.snippet
        return hit if role == RECORD else None
