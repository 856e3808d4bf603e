"""The open source: its reference, to be corrected in place, and what its file says of itself."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QToolButton,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from commonplace.library.details import SourceDetails
from core.records import Found
from desktop.columns import Columns
from desktop.models.field_table import FieldTable
from desktop.models.rows import Column, RowsModel
from desktop.panels.edit_key import EditKey

KEY, TYPE = "key", "type"
_FOUND_WIDTHS = (4, 0, 6, 3)


class SourcePanel(QWidget):
    """Shows one source.

    Signals:
        field_changed: Carries the id of a reference, the name of a field, or ``type``, and its value.
        key_changed: Carries the id of a reference and its new key.
        conflict_wanted: What people said apart of the reference is to be shown; carries its id.
    """

    field_changed = Signal(str, str, str)
    key_changed = Signal(str, str)
    conflict_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reference = ""
        self._conflicts: Mapping[str, int] = {}
        self.conflicts = QToolButton(self)
        self.conflicts.setAutoRaise(True)
        self.conflicts.clicked.connect(lambda: self.conflict_wanted.emit(self._reference))
        self.about = QLabel(self)
        self.about.setWordWrap(True)
        self.about.setTextFormat(Qt.TextFormat.PlainText)
        self.about.setMargin(4)
        self.about.setAccessibleName(self.tr("The file"))
        self.fields = FieldTable(self)
        self.fields.edited.connect(self._tell)
        self.table = self._made_view(self.tr("Fields of the reference"))
        self.table.setModel(self.fields)
        self.table.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.AnyKeyPressed
        )
        EditKey(self.table)
        self.table.header().setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        self.table.header().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        self.new_field = QLineEdit(self)
        self.new_field.setPlaceholderText(self.tr("Further field, as: pages = 12–19"))
        self.new_field.setAccessibleName(self.tr("Further field with its value"))
        self.new_field.returnPressed.connect(self._add_field)
        add = QToolButton(self)
        add.setText("+")
        add.setToolTip(self.tr("Add the field"))
        add.setAccessibleName(self.tr("Add the field"))
        add.clicked.connect(self._add_field)
        self.found: RowsModel[Found] = RowsModel(
            (
                Column(self.tr("Field"), lambda one: one.field),
                Column(self.tr("The file says"), lambda one: one.value, lambda one: one.value),
                Column(self.tr("Where"), lambda one: one.where, lambda one: one.where),
                Column(self.tr("Sure"), lambda one: f"{one.sure} %", number=True),
            ),
            lambda one: f"{one.field}\n{one.value}\n{one.where}",
            self,
        )
        self.said = self._made_view(self.tr("What the file says of itself"))
        self.said.setHeaderHidden(False)
        self.said.setModel(self.found)
        self.said.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.said.addAction(Columns(self.said, "found", _FOUND_WIDTHS).menu.menuAction())
        row = QHBoxLayout()
        row.addWidget(self.new_field, 1)
        row.addWidget(add)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.about)
        column.addWidget(self.conflicts)
        column.addWidget(self.table, 3)
        column.addLayout(row)
        column.addWidget(self.said, 2)
        self.show_nothing()

    def set_conflicts(self, counts: Mapping[str, int]) -> None:
        """Say how many conflicts there are of references, by their ids."""
        self._conflicts = counts
        apart = counts.get(self._reference, 0)
        said = self.tr("%n conflict(s): people said different things of it", "", apart)
        self.conflicts.setText(said)
        self.conflicts.setAccessibleName(said)
        self.conflicts.setVisible(bool(apart))

    def show_nothing(self) -> None:
        """Say what would stand here."""
        self._reference = ""
        self.set_conflicts(self._conflicts)
        self.about.setText(self.tr("Open a source to see its reference, and what its file says of itself."))
        self.fields.set_rows(())
        self.found.set_rows(())
        self.new_field.setEnabled(False)

    def show_details(self, details: SourceDetails) -> None:
        """Show a source."""
        self._reference = details.reference
        self.set_conflicts(self._conflicts)
        size = self.tr("%n page(s)", "", details.pages) if details.pages else self.tr("flowing text")
        file = ", ".join(details.names)
        lines = [f"{file}: {size}" if file else size]
        if not details.characters:
            lines.append(self.tr("It has no text layer: mark areas, or read it with text recognition."))
        if details.aliases:
            lines.append(self.tr("Former keys: %s") % ", ".join(details.aliases))
        self.about.setText("\n".join(lines))
        own = [(KEY, details.citekey), (TYPE, details.type)] if details.reference else []
        self.fields.set_rows([*own, *details.fields.items()] if own else [])
        self.found.set_rows(details.found)
        self.new_field.setEnabled(bool(details.reference))

    def _made_view(self, name: str) -> QTreeView:
        view = QTreeView(self)
        view.setAccessibleName(name)
        view.setRootIsDecorated(False)
        view.setUniformRowHeights(True)
        view.setAlternatingRowColors(True)
        view.setHeaderHidden(True)
        view.header().setStretchLastSection(False)
        return view

    @Slot(str, str)
    def _tell(self, name: str, value: str) -> None:
        if name == KEY:
            self.key_changed.emit(self._reference, value)
        else:
            self.field_changed.emit(self._reference, name, value)

    @Slot()
    def _add_field(self) -> None:
        name, sign, value = self.new_field.text().partition("=")
        if sign and name.strip() and value.strip():
            self.new_field.clear()
            self.field_changed.emit(self._reference, name.strip().lower(), value.strip())
