"""The concept tree."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Signal, Slot
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeView, QVBoxLayout, QWidget

from core.records import Concept
from desktop.models.concept_tree import ConceptTree


class ConceptsPanel(QWidget):
    """Shows the concepts; the current one is what ``H`` tags with.

    Signals:
        current_changed: Carries the id of the current concept, or "".
        move_requested: Carries the ids of concepts and of their new parent, or "".
    """

    current_changed = Signal(str)
    move_requested = Signal(object, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = ConceptTree(self)
        self.tree = QTreeView(self)
        self.tree.setModel(self.model)
        self.tree.setAccessibleName(self.tr("Concepts"))
        self.tree.setHeaderHidden(True)
        self.tree.setUniformRowHeights(True)
        self.tree.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.tree.header().setStretchLastSection(False)
        self.tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.tree.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.tree.selectionModel().currentChanged.connect(self._tell)
        self.model.move_requested.connect(self.move_requested)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.tree)

    def set_concepts(self, concepts: Sequence[Concept]) -> None:
        """Show these concepts; what was current and open stays so."""
        current = self.model.concept(self.tree.currentIndex())
        self.model.set_rows(concepts)
        self.tree.expandAll()
        if current is not None:
            self.tree.setCurrentIndex(self.model.index_of(current.id))

    @Slot(QModelIndex, QModelIndex)
    def _tell(self, index: QModelIndex, _before: QModelIndex) -> None:
        concept = self.model.concept(index)
        self.current_changed.emit(concept.id if concept else "")
