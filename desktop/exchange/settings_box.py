"""The exchange folder among the preferences; it holds for the library that is open."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QFileDialog,
    QGroupBox,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

if TYPE_CHECKING:
    from commonplace.library.exchange_folder import ExchangeState


class ExchangeBox(QGroupBox):
    """Shows what is set and tells each change.

    Signals:
        folder_chosen: Carries the ``Path`` of a folder.
        folder_left: Nothing is to be exchanged any more.
        documents_changed: Carries whether the documents go along.
        closing_changed: Carries whether everything is sent when the window closes.
    """

    folder_chosen = Signal(object)
    folder_left = Signal()
    documents_changed = Signal(bool)
    closing_changed = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTitle(self.tr("Exchange folder of this library"))
        self.folder = QLineEdit(self)
        self.folder.setReadOnly(True)
        self.folder.setAccessibleName(self.tr("Exchange folder of this library"))
        self.folder.setPlaceholderText(self.tr("A folder in a cloud, or on a stick"))
        self.choose = QPushButton(self.tr("C&hoose…"), self)
        self.leave = QPushButton(self.tr("L&eave"), self)
        self.closing = QCheckBox(self.tr("Send my &changes when the window closes"), self)
        self.documents = QCheckBox(self.tr("With the &documents"), self)
        row = QHBoxLayout()
        row.addWidget(self.folder, 1)
        row.addWidget(self.choose)
        row.addWidget(self.leave)
        column = QVBoxLayout(self)
        column.addLayout(row)
        column.addWidget(self.closing)
        column.addWidget(self.documents)
        self.choose.clicked.connect(self._ask_for_folder)
        self.leave.clicked.connect(self.folder_left)
        self.closing.clicked.connect(self.closing_changed)
        self.documents.clicked.connect(self.documents_changed)
        self.setEnabled(False)

    def set_state(self, state: ExchangeState) -> None:
        """Show what is set."""
        self.setEnabled(True)
        self.folder.setText(state.folder)
        self.folder.setToolTip(state.folder)
        self.closing.setChecked(state.at_closing)
        self.documents.setChecked(state.documents)
        for widget in (self.leave, self.closing, self.documents):
            widget.setEnabled(bool(state.folder))

    @Slot()
    def _ask_for_folder(self) -> None:
        asking = QFileDialog(self, self.tr("Exchange folder"), self.folder.text())
        asking.setFileMode(QFileDialog.FileMode.Directory)
        asking.setOption(QFileDialog.Option.ShowDirsOnly)
        asking.fileSelected.connect(lambda name: self.folder_chosen.emit(Path(name)))
        asking.finished.connect(asking.deleteLater)
        asking.open()
