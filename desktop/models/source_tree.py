"""Sources as a tree for Qt: headings with their sources, or the sources alone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from commonplace.library.sources import SourceLine
from desktop.models.rows import RECORD
from desktop.models.source_groups import Group, called

Index = QModelIndex | QPersistentModelIndex

_TOP = 0
"""The internal id of a heading's row, and of all rows without headings; below one it is the heading's number + 1."""
TITLE, BADGES, COUNT, AUTHOR, KIND = range(5)
_YEAR = 4
_TEXT, _SPOKEN = int(Qt.ItemDataRole.DisplayRole), int(Qt.ItemDataRole.AccessibleTextRole)
_TIP, _ALIGNMENT = int(Qt.ItemDataRole.ToolTipRole), int(Qt.ItemDataRole.TextAlignmentRole)
_TOLD = frozenset((RECORD, _TEXT, _SPOKEN, _TIP, _ALIGNMENT))
_TO_THE_END = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True)
class Badges:
    """What is wrong with a source: in a word or two, and at length."""

    short: str = ""
    long: str = ""


NO_BADGES = Badges()


class SourceTree(QAbstractItemModel):
    """Sources with their badges and their numbers of highlights; a source's record is its ``SourceLine``."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._groups: list[Group] = []
        self._lines: list[SourceLine] = []
        self._badged: Mapping[str, Badges] = {}
        self._headed = False

    def set_rows(self, groups: Sequence[Group], *, headed: bool, badges: Mapping[str, Badges] | None = None) -> None:
        """Show these groups; not headed, there is one of them, and its heading is not shown.

        Badges are those of all sources by their ids; None leaves them as they are.
        """
        before, badged = self._groups, self._badged
        self._badged = badged if badges is None else badges
        new = sum(len(lines) for _, lines in groups) - sum(len(lines) for _, lines in before)
        if headed == self._headed and _ids(groups) == _ids(before):
            self._take(groups)
            self._tell_changed(before, badged)
        elif not headed and not self._headed and new > 0 and self._lines and _begins(groups, before):
            # What comes in while one reads moves nothing that stands there already.
            self.beginInsertRows(QModelIndex(), len(self._lines), len(self._lines) + new - 1)
            self._take(groups)
            self.endInsertRows()
            self._tell_changed(before, badged)
        else:
            self.beginResetModel()
            self._headed = headed
            self._take(groups)
            self.endResetModel()

    def index_of(self, id: str) -> QModelIndex:
        """Return where a source stands first; an invalid index where it does not."""
        for number, (_, lines) in enumerate(self._groups):
            for row, line in enumerate(lines):
                if line.id == id:
                    return self.createIndex(row, 0, number + 1 if self._headed else _TOP)
        return QModelIndex()

    def _take(self, groups: Sequence[Group]) -> None:
        self._groups = list(groups)
        lines = [line for _, lines in self._groups for line in lines]
        self._lines = [] if self._headed else lines

    def _tell_changed(self, before: Sequence[Group], badged: Mapping[str, Badges]) -> None:
        """Have drawn anew what is shown otherwise than before; a list of thousands is not gone through for one."""
        for number, ((_, old), (_, new)) in enumerate(zip(before, self._groups, strict=True)):
            parent = self.index(number, 0) if self._headed else QModelIndex()
            changed = [
                row
                for row, (was, line) in enumerate(zip(old, new, strict=False))
                if (was is not line and _shown(was) != _shown(line))
                or badged.get(was.id, NO_BADGES) != self._badged.get(line.id, NO_BADGES)
            ]
            if changed:
                self.dataChanged.emit(self.index(changed[0], 0, parent), self.index(changed[-1], KIND, parent))

    def _line(self, index: Index) -> SourceLine | None:
        if not self._headed:
            return self._lines[index.row()]
        if index.internalId() == _TOP:
            return None
        return self._groups[index.internalId() - 1][1][index.row()]

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:
        # A view that lays thousands of rows out asks for each of them.
        inside = parent.isValid()
        rows = self.rowCount(parent) if inside or self._headed else len(self._lines)
        if 0 <= row < rows and 0 <= column <= KIND:
            return self.createIndex(row, column, parent.row() + 1 if inside else _TOP)
        return QModelIndex()

    def parent(self, index: Index) -> QModelIndex:  # type: ignore[override]
        if not index.isValid() or index.internalId() == _TOP:
            return QModelIndex()
        return self.createIndex(index.internalId() - 1, 0, _TOP)

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        if not parent.isValid():
            return len(self._groups) if self._headed else len(self._lines)
        inner = self._headed and parent.internalId() == _TOP and parent.column() == 0
        return len(self._groups[parent.row()][1]) if inner else 0

    def hasChildren(self, parent: Index = QModelIndex()) -> bool:
        if self._headed and parent.isValid():
            return parent.internalId() == _TOP and self.rowCount(parent) > 0
        return not parent.isValid() and bool(self._groups)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return KIND + 1

    def data(self, index: Index, role: int = _TEXT) -> Any:
        # Most of what a view asks for while it paints is not told here.
        if role not in _TOLD or not index.isValid():
            return None
        line = self._line(index)
        if line is None:
            return self._groups[index.row()][0] if role == _TEXT and not index.column() else None
        if role == RECORD:
            return line
        if role in (_TEXT, _SPOKEN):
            return self._text(line, index.column())
        if role == _TIP:
            return self._badged.get(line.id, NO_BADGES).long if index.column() == BADGES else _details(line)
        return _TO_THE_END if index.column() == COUNT else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        titles = (self.tr("Source"), self.tr("State"), self.tr("Marks"), self.tr("Author, year"), self.tr("Kind"))
        return titles[section]

    def _text(self, line: SourceLine, column: int) -> str:
        if column == AUTHOR:
            family = line.authors[0].partition(",")[0] if line.authors else ""
            return " ".join(filter(None, (family, line.date[:_YEAR])))
        if column == TITLE:
            return called(line)
        if column == BADGES:
            return self._badged.get(line.id, NO_BADGES).short
        return line.kind if column == KIND else str(line.highlights or "")


def _ids(groups: Sequence[Group]) -> list[tuple[str, list[str]]]:
    return [(title, [line.id for line in lines]) for title, lines in groups]


def _begins(groups: Sequence[Group], before: Sequence[Group]) -> bool:
    """Return whether the only group goes on where the one before ended."""
    (_, lines), (_, old) = groups[0], before[0]
    return [line.id for line in lines[: len(old)]] == [line.id for line in old]


def _shown(line: SourceLine) -> tuple[object, ...]:
    """Return what is shown of a source, or looked at to find and order it."""
    return (
        line.title,
        line.citekey,
        line.authors,
        line.date,
        line.kind,
        line.file_names,
        line.highlights,
        line.collections,
    )


def _details(line: SourceLine) -> str:
    authors = "; ".join(line.authors)
    return "\n".join(filter(None, (called(line), authors, line.date, line.citekey, line.kind)))
