"""The outline of a document as a tree: its parts, the section one reads marked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont

AnyIndex = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_Role = Qt.ItemDataRole


@dataclass(frozen=True, slots=True)
class Heading:
    """A part of a document: its depth from 1, its title, and where it begins on the axis; -1 where it leads nowhere."""

    level: int
    title: str
    start: int


@dataclass(slots=True, eq=False)
class _Node:
    heading: Heading
    parent: _Node | None
    row: int = 0
    parts: list[_Node] = field(default_factory=list)


class OutlineModel(QAbstractItemModel):
    """Headings under headings; a role ``START`` carries where one begins."""

    START = _Role.UserRole

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._top = _Node(Heading(0, "", -1), None)
        self._nodes: list[_Node] = []
        self._current: _Node | None = None

    def set_rows(self, headings: Sequence[Heading]) -> None:
        """Show these headings, which stand in reading order; a level that is left out is none."""
        self.beginResetModel()
        self._top = _Node(Heading(0, "", -1), None)
        self._nodes, self._current = [], None
        way = [self._top]
        for heading in headings:
            while len(way) > 1 and way[-1].heading.level >= heading.level:
                way.pop()
            node = _Node(heading, way[-1], len(way[-1].parts))
            way[-1].parts.append(node)
            self._nodes.append(node)
            way.append(node)
        self.endResetModel()

    def set_position(self, position: int) -> QModelIndex:
        """Mark the part that a position lies in; return its index."""
        before = [node for node in self._nodes if 0 <= node.heading.start <= position]
        found = max(before, key=lambda node: node.heading.start, default=None)
        changed = [node for node in (self._current, found) if node is not None] if found is not self._current else []
        self._current = found
        for node in changed:
            self.dataChanged.emit(self._index_of(node), self._index_of(node), [_Role.FontRole])
        return self._index_of(found) if found else QModelIndex()

    def _index_of(self, node: _Node) -> QModelIndex:
        return self.createIndex(node.row, 0, node)

    def _node(self, index: AnyIndex) -> _Node:
        node = index.internalPointer() if index.isValid() else self._top
        assert isinstance(node, _Node)
        return node

    # Qt's own

    def index(self, row: int, column: int, parent: AnyIndex = _ROOT) -> QModelIndex:
        parts = self._node(parent).parts
        if column or not 0 <= row < len(parts):
            return QModelIndex()
        return self._index_of(parts[row])

    def parent(self, index: AnyIndex = _ROOT) -> Any:
        above = self._node(index).parent
        return QModelIndex() if above is None or above is self._top else self._index_of(above)

    def rowCount(self, parent: AnyIndex = _ROOT) -> int:
        return len(self._node(parent).parts)

    def columnCount(self, _parent: AnyIndex = _ROOT) -> int:
        return 1

    def data(self, index: AnyIndex, role: int = _Role.DisplayRole) -> Any:
        if not index.isValid():
            return None
        node = self._node(index)
        if role in (_Role.DisplayRole, _Role.ToolTipRole):
            return node.heading.title
        if role == _Role.FontRole and node is self._current:
            font = QFont()
            font.setBold(True)
            return font
        return node.heading.start if role == self.START else None
