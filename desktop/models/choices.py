"""A list of things to tick."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

Index = QModelIndex | QPersistentModelIndex

_CHECK = Qt.ItemDataRole.CheckStateRole


class Choices(QAbstractListModel):
    """Things by id and name, of which some are ticked.

    Signals:
        ticked_changed: Somebody ticked or unticked something.
    """

    ticked_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[tuple[str, str]] = []
        self._ticked: set[str] = set()

    def set_rows(self, rows: Sequence[tuple[str, str]]) -> None:
        """Show these pairs of id and name; what was ticked and is still there stays ticked."""
        if list(rows) == self._rows:
            return
        self.beginResetModel()
        self._rows = list(rows)
        self._ticked &= {id for id, _ in rows}
        self.endResetModel()

    def tick(self, ids: Collection[str]) -> None:
        """Tick these and nothing else, without a word."""
        self._ticked = set(ids) & {id for id, _ in self._rows}
        self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1), [_CHECK])

    @property
    def ticked(self) -> tuple[str, ...]:
        """The ids that are ticked, in the order of the list."""
        return tuple(id for id, _ in self._rows if id in self._ticked)

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        id, name = self._rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return name
        if role == Qt.ItemDataRole.ToolTipRole:
            return name.strip()
        if role == _CHECK:
            return Qt.CheckState.Checked if id in self._ticked else Qt.CheckState.Unchecked
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != _CHECK or not index.isValid():
            return False
        id = self._rows[index.row()][0]
        (self._ticked.add if Qt.CheckState(value) == Qt.CheckState.Checked else self._ticked.discard)(id)
        self.dataChanged.emit(index, index, [_CHECK])
        self.ticked_changed.emit()
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable
