"""Sources as a tree for Qt: headings with their sources, or the sources alone."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from commonplace.library.sources import SourceLine
from desktop.models.rows import RECORD
from desktop.models.source_groups import Group, called

Index = QModelIndex | QPersistentModelIndex

_TOP = 0
"""The internal id of a heading's row, and of all rows without headings; below one it is the heading's number + 1."""
TITLE, BADGES, COUNT = range(3)


@dataclass(frozen=True, slots=True)
class Badges:
    """What is wrong with a source: in a word or two, and at length."""

    short: str = ""
    long: str = ""


class SourceTree(QAbstractItemModel):
    """Sources with their badges and their numbers of highlights; a source's record is its ``SourceLine``."""

    def __init__(self, badges: Callable[[SourceLine], Badges], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._badges = badges
        self._groups: list[Group] = []
        self._lines: list[SourceLine] = []
        self._headed = False

    def set_rows(self, groups: Sequence[Group], *, headed: bool) -> None:
        """Show these groups; not headed, there is one of them, and its heading is not shown."""
        if headed == self._headed and _ids(groups) == _ids(self._groups):
            self._groups = list(groups)
            self._take_lines()
            self._tell_changed()
            return
        self.beginResetModel()
        self._groups, self._headed = list(groups), headed
        self._take_lines()
        self.endResetModel()

    def index_of(self, id: str) -> QModelIndex:
        """Return where a source stands first; an invalid index where it does not."""
        for number, (_, lines) in enumerate(self._groups):
            for row, line in enumerate(lines):
                if line.id == id:
                    return self.createIndex(row, 0, number + 1 if self._headed else _TOP)
        return QModelIndex()

    def _take_lines(self) -> None:
        self._lines = [] if self._headed else [line for _, lines in self._groups for line in lines]

    def _tell_changed(self) -> None:
        for parent in [QModelIndex(), *(self.index(row, 0) for row in range(len(self._groups)) if self._headed)]:
            if last := self.rowCount(parent):
                self.dataChanged.emit(self.index(0, 0, parent), self.index(last - 1, COUNT, parent))

    def _line(self, index: Index) -> SourceLine | None:
        if not self._headed:
            return self._lines[index.row()]
        if index.internalId() == _TOP:
            return None
        return self._groups[index.internalId() - 1][1][index.row()]

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:
        if not (0 <= row < self.rowCount(parent) and 0 <= column <= COUNT):
            return QModelIndex()
        return self.createIndex(row, column, parent.row() + 1 if parent.isValid() else _TOP)

    def parent(self, index: Index) -> QModelIndex:  # type: ignore[override]
        if not index.isValid() or index.internalId() == _TOP:
            return QModelIndex()
        return self.createIndex(index.internalId() - 1, 0, _TOP)

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        if not parent.isValid():
            return len(self._groups) if self._headed else len(self._lines)
        inner = self._headed and parent.internalId() == _TOP and parent.column() == 0
        return len(self._groups[parent.row()][1]) if inner else 0

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return COUNT + 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        line = self._line(index)
        if line is None:
            title, lines = self._groups[index.row()]
            return f"{title} ({len(lines)})" if role == Qt.ItemDataRole.DisplayRole and not index.column() else None
        if role == RECORD:
            return line
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return (called(line), self._badges(line).short, str(line.highlights or ""))[index.column()]
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._badges(line).long if index.column() == BADGES else _details(line)
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() == COUNT:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None


def _ids(groups: Sequence[Group]) -> list[tuple[str, list[str]]]:
    return [(title, [line.id for line in lines]) for title, lines in groups]


def _details(line: SourceLine) -> str:
    authors = "; ".join(line.authors)
    return "\n".join(filter(None, (called(line), authors, line.date, line.citekey, line.kind)))
