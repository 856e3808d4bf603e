"""Lists and tables of records for Qt's views: set as a whole, drawn through a few named columns."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

Row = TypeVar("Row")
Index = QModelIndex | QPersistentModelIndex

RECORD = int(Qt.ItemDataRole.UserRole)
"""The role under which a row's record is had."""


@dataclass(frozen=True, slots=True)
class Column(Generic[Row]):
    """One column.

    Attributes:
        title: What its head says.
        text: What a record shows in it.
        tip: What is told besides when the mouse rests there; without, nothing.
        number: Whether it is set to the right.
    """

    title: str
    text: Callable[[Row], str]
    tip: Callable[[Row], str] | None = None
    number: bool = False


class RowsModel(QAbstractTableModel, Generic[Row]):
    """Rows of one kind of record; the columns say what of it is shown."""

    def __init__(
        self, columns: Sequence[Column[Row]], identity: Callable[[Row], str], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._columns = tuple(columns)
        self._identity = identity
        self._rows: list[Row] = []
        self._places: dict[str, int] = {}

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show these rows; where the same things stand in the same order, only what changed is drawn anew."""
        new = list(rows)
        places = {self._identity(row): place for place, row in enumerate(new)}
        if places == self._places:
            changed = [place for place, (old, row) in enumerate(zip(self._rows, new, strict=True)) if old != row]
            self._rows = new
            for place in changed:
                self.dataChanged.emit(self.index(place, 0), self.index(place, len(self._columns) - 1))
            return
        self.beginResetModel()
        self._rows, self._places = new, places
        self.endResetModel()

    def record(self, index: Index) -> Row | None:
        """Return the record a row shows."""
        return self._rows[index.row()] if index.isValid() else None

    def records(self) -> list[Row]:
        return self._rows

    def index_of(self, identity: str) -> QModelIndex:
        """Return where a thing stands; an invalid index where it does not."""
        place = self._places.get(identity)
        return QModelIndex() if place is None else self.index(place, 0)

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], self._columns[index.column()]
        if role == RECORD:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return column.text(row)
        if role == Qt.ItemDataRole.ToolTipRole and column.tip is not None:
            return column.tip(row)
        if role == Qt.ItemDataRole.TextAlignmentRole and column.number:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._columns[section].title
        return None
