"""The concept tree, and what is said of the current concept."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from functools import partial

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QLineEdit,
    QMenu,
    QSplitter,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from core.records import Concept
from desktop.models.concept_tree import ConceptTree, slot_icon
from desktop.models.rows import RECORD
from desktop.models.word_filter import WordFilter
from desktop.panels.hint import Hint
from desktop.panels.note_panel import NoteEditor
from desktop.theme import SLOTS

_PARTED = "; "


class ConceptsPanel(QWidget):
    """Shows the concepts; the current one is what ``H`` tags with.

    A concept is renamed in place, moved by dragging, and merged by dragging with Ctrl, or, where two are chosen,
    from the menu.

    Signals:
        current_changed: Carries the id of the current concept, or "".
        move_requested: Carries the ids of concepts and of their new parent, or "".
        merge_requested: Carries the id of a concept and of the one it goes into.
        rename_requested: Carries the id of a concept and its new name.
        creation_requested: Carries a name, and the parent's id, or "".
        delete_requested: Carries the id of a concept.
        slot_wanted: Carries the number of a key, from 0, and the id of the concept that is to be on it.
        definition_changed: Carries the id of a concept and what it means.
        colour_chosen: Carries the id of a concept and a colour, or "".
        names_changed: Carries the id of a concept and all names it is to have beside its own.
        conflict_wanted: What people said apart of a concept is to be shown; carries its id.
    """

    current_changed = Signal(str)
    move_requested = Signal(object, str)
    merge_requested = Signal(str, str)
    rename_requested = Signal(str, str)
    creation_requested = Signal(str, str)
    delete_requested = Signal(str)
    slot_wanted = Signal(int, str)
    definition_changed = Signal(str, str)
    colour_chosen = Signal(str, str)
    names_changed = Signal(str, object)
    conflict_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._collapsed: set[str] = set()
        self._defined = ""
        self._newest = ""
        self._aliases: tuple[str, ...] = ()
        self.filter = QLineEdit(self)
        self.filter.setPlaceholderText(self.tr("Filter concepts"))
        self.filter.setAccessibleName(self.tr("Filter concepts"))
        self.filter.setClearButtonEnabled(True)
        self.model = ConceptTree(self)
        self._shown = WordFilter(_said, self)
        # What a concept lies under stays in sight with it.
        self._shown.setRecursiveFilteringEnabled(True)
        self._shown.setSourceModel(self.model)
        self.tree = self._made_tree()
        self._usual_indentation = self.tree.indentation()
        self._shown.modelReset.connect(self._indent)
        self._shown.modelReset.connect(lambda: self._open_all_but(self._collapsed))
        self.definition = NoteEditor(self)
        self.definition.setAccessibleName(self.tr("Definition of the concept"))
        self.definition.note_changed.connect(self._tell_definition)
        self.definition.left.connect(self.tree.setFocus)
        self.names = QLineEdit(self)
        self.names.setAccessibleName(self.tr("Other names of the concept"))
        self.names.setToolTip(self.tr("Synonyms and names in other languages, parted by semicolons"))
        self.names.editingFinished.connect(self._tell_names)
        self.hint = Hint(self.tree)
        self.hint.acted.connect(self._help)
        said = QWidget(self)
        lines = QVBoxLayout(said)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.addWidget(self.names)
        lines.addWidget(self.definition)
        parts = QSplitter(Qt.Orientation.Vertical, self)
        parts.addWidget(self.tree)
        parts.addWidget(said)
        parts.setStretchFactor(0, 4)
        parts.setStretchFactor(1, 1)
        self.filter.textChanged.connect(self._filter)
        self.model.move_requested.connect(self.move_requested)
        self.model.merge_requested.connect(self.merge_requested)
        self.model.rename_requested.connect(self.rename_requested)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.filter)
        column.addWidget(parts, 1)
        self._show_definition(None)
        self._say_hint()

    def _made_tree(self) -> QTreeView:
        tree = QTreeView(self)
        tree.setModel(self._shown)
        tree.setAccessibleName(self.tr("Concepts"))
        tree.setHeaderHidden(True)
        tree.setUniformRowHeights(True)
        tree.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        tree.setDefaultDropAction(Qt.DropAction.MoveAction)
        tree.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        tree.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        tree.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        tree.header().setStretchLastSection(False)
        tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        tree.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        # As wide as what is in sight needs; a thousand rows would be laid out to know more.
        tree.header().setResizeContentsPrecision(0)
        tree.selectionModel().currentChanged.connect(self._tell)
        tree.customContextMenuRequested.connect(self._open_menu)
        tree.clicked.connect(self._click)
        tree.collapsed.connect(lambda index: self._collapsed.add(index.data(RECORD).id))
        tree.expanded.connect(lambda index: self._collapsed.discard(index.data(RECORD).id))
        tree.viewport().installEventFilter(self)
        return tree

    def _indent(self) -> None:
        """Indent so that of the deepest concept's name something can be read, too."""
        depth = max((len(concept.path) for concept in self.model.concepts()), default=1)
        room = self.tree.viewport().width() * 2 // 5 // max(depth, 1)
        self.tree.setIndentation(max(min(self._usual_indentation, room), self.fontMetrics().height() // 3))

    def set_conflicts(self, counts: Mapping[str, int]) -> None:
        """Say how many conflicts there are of concepts, by their ids."""
        self.model.set_conflicts(counts)

    @Slot(QModelIndex)
    def _click(self, index: QModelIndex) -> None:
        concept = index.data(RECORD)
        if concept is not None and index.column() == 1 and self.model.conflicts(concept.id):
            self.conflict_wanted.emit(concept.id)

    def set_concepts(self, concepts: Sequence[Concept]) -> None:
        """Show these concepts; what was current and open stays so."""
        current = self.current
        new = {concept.id for concept in concepts} - {concept.id for concept in self.model.concepts()}
        self.model.set_rows(concepts)
        if current != self.current:
            self.set_current(current)
        if self._newest:
            self._begin_renaming(concepts, new)
        self._show_definition(next((one for one in concepts if one.id == self.current), None))

    @property
    def current(self) -> str:
        """The id of the current concept, or empty."""
        concept = self.tree.currentIndex().data(RECORD)
        return concept.id if concept else ""

    def set_current(self, id: str) -> None:
        """Make a concept the current one."""
        index = self._shown.mapFromSource(self.model.index_of(id))
        if index.isValid():
            self.tree.setCurrentIndex(index)

    def rename_current(self) -> None:
        """Let the current concept's name be written anew in its place."""
        index = self.tree.currentIndex().siblingAtColumn(0)
        if index.isValid():
            self.tree.setFocus()
            self.tree.edit(index)

    def add(self) -> None:
        """Ask for a new concept below the current one; it gets its name in its place."""
        self._newest = self.tr("New concept")
        self.creation_requested.emit(self._newest, self.current)

    def menu(self) -> QMenu:
        """Return what can be done with the concepts that are chosen."""
        menu = QMenu(self)
        concept = self.tree.currentIndex().data(RECORD)
        menu.addAction(self.tr("&New concept"), self.add)
        if concept is None:
            return menu
        menu.addAction(self.tr("&Rename"), self.rename_current)
        menu.addAction(self.tr("To the &top"), partial(self.move_requested.emit, [concept.id], ""))
        for other in self._others(concept):
            said = self.tr("&Merge ‘{0}’ into ‘{1}’").format(other.name, concept.name)
            menu.addAction(said, partial(self.merge_requested.emit, other.id, concept.id))
        colours = menu.addMenu(self.tr("&Colour"))
        for number, (slot, name) in enumerate(zip(SLOTS, self._colour_names(), strict=True), 1):
            action = colours.addAction(slot_icon(slot), f"&{number} {name}")
            action.triggered.connect(partial(self._tell_colour, concept.id, slot.base))
        colours.addAction(self.tr("&Any"), partial(self._tell_colour, concept.id, ""))
        keys = menu.addMenu(self.tr("Put on &key"))
        for number in range(len(SLOTS)):
            keys.addAction(f"&{number + 1}", partial(self.slot_wanted.emit, number, concept.id))
        menu.addSeparator()
        menu.addAction(self.tr("&Delete"), partial(self.delete_requested.emit, concept.id))
        return menu

    def _colour_names(self) -> Sequence[str]:
        """Return what the colours are called, in the order of the slots."""
        return (
            self.tr("orange"),
            self.tr("sky blue"),
            self.tr("green"),
            self.tr("yellow"),
            self.tr("blue"),
            self.tr("vermilion"),
            self.tr("purple"),
        )

    def _others(self, concept: Concept) -> list[Concept]:
        chosen = [index.data(RECORD) for index in self.tree.selectionModel().selectedRows()]
        return [one for one in chosen if one.id != concept.id]

    @Slot(QPoint)
    def _open_menu(self, place: QPoint) -> None:
        self.menu().popup(self.tree.viewport().mapToGlobal(place))

    def _tell_colour(self, concept: str, colour: str, _checked: bool = False) -> None:
        self.colour_chosen.emit(concept, colour)

    def _begin_renaming(self, concepts: Sequence[Concept], new: set[str]) -> None:
        made = next((one for one in concepts if one.id in new and one.name == self._newest), None)
        if made is not None:
            self._newest = ""
            self.set_current(made.id)
            self.rename_current()

    def _open_all_but(self, collapsed: Collection[str]) -> None:
        # Each of thousands would be told to be open.
        with QSignalBlocker(self.tree):
            self.tree.expandAll()
        for id in collapsed:
            index = self._shown.mapFromSource(self.model.index_of(id))
            if index.isValid():
                with QSignalBlocker(self.tree):
                    self.tree.collapse(index)

    @Slot(str)
    def _filter(self, text: str) -> None:
        self._shown.filter_by(text)
        self._say_hint()
        # What is opened to be found is closed again afterwards.
        self._open_all_but(() if text.strip() else self._collapsed)

    def _say_hint(self) -> None:
        if self.filter.text().strip() and self.model.rowCount():
            self.hint.say(self.tr("No concept is called so."), self.tr("Show all"))
        else:
            said = self.tr("No concepts yet. Select words and press V to make one of them, or T to tag with a new one.")
            self.hint.say(said, self.tr("New concept"))

    @Slot()
    def _help(self) -> None:
        if self.filter.text():
            self.filter.clear()
        else:
            self.add()

    def _show_definition(self, concept: Concept | None) -> None:
        id = concept.id if concept else ""
        if id == self._defined and self.definition.document().isModified():
            return
        self.definition.report()
        # What is half typed stays, whatever the library has.
        if id != self._defined or not self.names.isModified():
            self._aliases = concept.aliases if concept else ()
            self.names.setText(_PARTED.join(self._aliases))
            # Of what is longer than the field its beginning is shown.
            self.names.setCursorPosition(0)
        self._defined = id
        self.names.setEnabled(concept is not None)
        self.names.setPlaceholderText(self.tr("Other names; parted; so") if concept else "")
        self.definition.show_note(concept.definition if concept else "")
        self.definition.setEnabled(concept is not None)
        self.definition.setPlaceholderText(self.tr("What it means") if concept else self.tr("Choose a concept"))

    @Slot(str)
    def _tell_definition(self, text: str) -> None:
        if self._defined:
            self.definition_changed.emit(self._defined, text)

    @Slot()
    def _tell_names(self) -> None:
        names = tuple(filter(None, (" ".join(name.split()) for name in re.split("[;；]", self.names.text()))))
        self.names.setModified(False)
        if self._defined and names != self._aliases:
            self._aliases = names
            self.names_changed.emit(self._defined, names)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # It may be told before everything is there.
        if event.type() == QEvent.Type.Resize and hasattr(self, "_usual_indentation"):
            self._indent()
        return super().eventFilter(watched, event)

    @Slot(QModelIndex, QModelIndex)
    def _tell(self, index: QModelIndex, _before: QModelIndex) -> None:
        concept = index.data(RECORD)
        self._show_definition(concept)
        self.current_changed.emit(concept.id if concept else "")


def _said(concept: Concept) -> str:
    return " ".join((concept.name, *concept.aliases))
