"""The concept tree as a model: a concept under each of its parents, with the number of highlights below it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QMimeData, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap

from core.records import Concept
from desktop.models.looks import slots_of
from desktop.models.rows import RECORD
from desktop.reader.marks import paint_pattern
from desktop.theme import Slot

Index = QModelIndex | QPersistentModelIndex

_CONCEPTS = "application/x-commonplace-concepts"


class _Node:
    __slots__ = ("children", "concept", "parent", "row")

    def __init__(self, concept: Concept | None, parent: _Node | None, row: int) -> None:
        self.concept = concept
        self.parent = parent
        self.row = row
        self.children: list[_Node] = []


class ConceptTree(QAbstractItemModel):
    """Concepts in their tree, by name within a parent.

    Signals:
        move_requested: Concepts were dropped on another, or beside all; carries their ids and the parent's, or "".
        merge_requested: A concept was dropped on another, as a copy; carries both ids.
        rename_requested: A concept was given another name in place; carries its id and the name.
    """

    move_requested = Signal(object, str)
    merge_requested = Signal(str, str)
    rename_requested = Signal(str, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._root = _Node(None, None, 0)
        self._nodes: dict[str, _Node] = {}
        self._slots: dict[str, Slot] = {}
        self._icons: dict[Slot, QIcon] = {}
        self._conflicts: Mapping[str, int] = {}

    def set_conflicts(self, counts: Mapping[str, int]) -> None:
        """Say how many conflicts there are of concepts, by their ids."""
        changed = {id for id in {*counts, *self._conflicts} if counts.get(id, 0) != self.conflicts(id)}
        self._conflicts = counts
        for id in changed & self._nodes.keys():
            index = self.index_of(id).siblingAtColumn(1)
            self.dataChanged.emit(index, index)

    def conflicts(self, id: str) -> int:
        """Return how many conflicts there are of a concept."""
        return self._conflicts.get(id, 0)

    def set_rows(self, concepts: Sequence[Concept]) -> None:
        """Show these concepts; where all stand where they stood, only what changed is drawn anew."""
        slots, (root, nodes) = slots_of(concepts), _tree(concepts)
        if _places(nodes) == _places(self._nodes):
            changed = [
                node
                for id, node in self._nodes.items()
                if (node.concept, self._slots[id]) != (nodes[id].concept, slots[id])
            ]
            self._slots = slots
            for node in changed:
                node.concept = nodes[node.concept.id].concept if node.concept else None
                self.dataChanged.emit(self.createIndex(node.row, 0, node), self.createIndex(node.row, 1, node))
            return
        self.beginResetModel()
        self._slots, self._root, self._nodes = slots, root, nodes
        self.endResetModel()

    def concept(self, index: Index) -> Concept | None:
        return self._node(index).concept

    def concepts(self) -> list[Concept]:
        return [node.concept for node in self._nodes.values() if node.concept is not None]

    def index_of(self, id: str) -> QModelIndex:
        node = self._nodes.get(id)
        return QModelIndex() if node is None else self.createIndex(node.row, 0, node)

    def slot(self, id: str) -> Slot:
        return self._slots[id]

    def _node(self, index: Index) -> _Node:
        return index.internalPointer() if index.isValid() else self._root

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:
        children = self._node(parent).children
        return self.createIndex(row, column, children[row]) if 0 <= row < len(children) else QModelIndex()

    def parent(self, index: Index) -> QModelIndex:  # type: ignore[override]
        above = self._node(index).parent
        return QModelIndex() if above is None or above is self._root else self.createIndex(above.row, 0, above)

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return len(self._node(parent).children) if parent.column() <= 0 else 0

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 2

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        concept = self.concept(index)
        if concept is None:
            return None
        if role == RECORD:
            return concept
        if index.column() == 1:
            apart = self.conflicts(concept.id)
            if role == Qt.ItemDataRole.DisplayRole:
                said = self.tr("%n conflict(s)", "", apart) if apart else ""
                return "  ".join(filter(None, (said, str(concept.highlights or ""))))
            if role == Qt.ItemDataRole.ToolTipRole and apart:
                return self.tr("%n conflict(s): people said different things of it. Click to settle them.", "", apart)
            if role == Qt.ItemDataRole.TextAlignmentRole:
                return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return concept.name
        if role == Qt.ItemDataRole.DecorationRole:
            slot = self._slots[concept.id]
            if slot not in self._icons:
                self._icons[slot] = slot_icon(slot)
            return self._icons[slot]
        if role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join(filter(None, (concept.name, ", ".join(concept.aliases), concept.definition)))
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        concept = self.concept(index)
        name = " ".join(str(value).split())
        if concept is not None and role == Qt.ItemDataRole.EditRole and name and name != concept.name:
            self.rename_requested.emit(concept.id, name)
        # The name is shown once the library has it.
        return False

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled
        usual = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if index.column() == 0:
            usual |= Qt.ItemFlag.ItemIsEditable
        return usual | Qt.ItemFlag.ItemIsDragEnabled | Qt.ItemFlag.ItemIsDropEnabled

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction | Qt.DropAction.CopyAction

    def mimeTypes(self) -> list[str]:
        return [_CONCEPTS]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        data = QMimeData()
        ids = {concept.id for index in indexes if (concept := self.concept(index))}
        data.setData(_CONCEPTS, " ".join(sorted(ids)).encode())
        return data

    def dropMimeData(self, data: QMimeData, action: Qt.DropAction, _row: int, _column: int, parent: Index) -> bool:
        ids = bytes(data.data(_CONCEPTS).data()).decode().split()
        onto = self.concept(parent)
        if action == Qt.DropAction.CopyAction and onto is not None:
            for id in ids:
                self.merge_requested.emit(id, onto.id)
            return False
        self.move_requested.emit(ids, onto.id if onto else "")
        # The tree is drawn anew when the library says so; Qt must not take rows away by itself.
        return False


def _tree(concepts: Sequence[Concept]) -> tuple[_Node, dict[str, _Node]]:
    """Return the root of the tree of some concepts, and their nodes by their ids."""
    root, nodes = _Node(None, None, 0), dict[str, _Node]()
    waiting: dict[str, list[Concept]] = {}
    known = {concept.id for concept in concepts}
    for concept in concepts:
        waiting.setdefault(concept.parent if concept.parent in known else "", []).append(concept)
    pending = [(root, "")]
    while pending:
        above, id = pending.pop()
        for row, concept in enumerate(sorted(waiting.get(id, ()), key=lambda one: one.name.casefold())):
            nodes[concept.id] = node = _Node(concept, above, row)
            above.children.append(node)
            pending.append((node, concept.id))
    return root, nodes


def _places(nodes: Mapping[str, _Node]) -> list[tuple[str, int, str]]:
    """Return where each concept stands: its row below which other; in the order in which trees are made."""
    above = ((id, node.row, node.parent) for id, node in nodes.items())
    return [(id, row, one.concept.id if one and one.concept else "") for id, row, one in above]


def slot_icon(slot: Slot) -> QIcon:
    """Return a swatch: the colour with the line pattern under it."""
    picture = QPixmap(32, 32)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(slot.base))
    painter.drawRoundedRect(4, 2, 24, 18, 4, 4)
    paint_pattern(painter, slot.pattern, QColor(slot.base), 2, 30, 27)
    painter.end()
    return QIcon(picture)
