"""What would become of a source's highlights with a new version of it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from commonplace.library.replacing import Replaced
from core.errors import UserError
from desktop.telling import said_of


class ReplaceDialog(QDialog):
    """Tells it before anything is changed, and asks.

    Signals:
        replace_requested: The new version is to take the place of the old one.
    """

    replace_requested = Signal()

    def __init__(self, name: str, file: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Replace a source"))
        self.title = QLabel(self.tr("{file} in place of {name}").format(file=file, name=name), self)
        self.text = QLabel(self)
        for label in (self.title, self.text):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.progress = QProgressBar(self)
        self.progress.setRange(0, 0)
        self.progress.setAccessibleName(self.tr("Progress"))
        self.replace = QPushButton(self.tr("&Replace"), self)
        self.dismiss = QPushButton(self.tr("&Not now"), self)
        self.replace.clicked.connect(self.replace_requested)
        self.dismiss.clicked.connect(self.close)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.replace)
        buttons.addWidget(self.dismiss)
        column = QVBoxLayout(self)
        for widget in (self.title, self.text, self.progress):
            column.addWidget(widget)
        column.addStretch(1)
        column.addLayout(buttons)
        em = self.fontMetrics().height()
        self.resize(em * 32, em * 18)
        self.show_busy()

    def show_busy(self) -> None:
        """Say that the new version is being read."""
        self.text.setText(self.tr("It is being read, and the highlights are looked for in it …"))
        self.progress.show()
        self.replace.setEnabled(False)

    def show_outcome(self, found: Replaced) -> None:
        """Say what would become of the highlights, and ask."""
        lines = [
            self.tr("%n highlight(s) stand where they stood", "", len(found.exact)),
            self.tr("%n highlight(s) stand elsewhere with the same words", "", len(found.moved)),
            self.tr("%n highlight(s) are uncertain: there is a proposal", "", len(found.uncertain)),
            self.tr("%n highlight(s) are lost: their words are not in it", "", len(found.lost)),
        ]
        said = self.tr(
            "The old version is kept. What is uncertain or lost stays in it and waits for you to look; nothing is "
            "placed on a guess, and one step of undo takes it all back."
        )
        self.text.setText("\n".join(filter(None, ("\n".join(lines), "", found.reason, said))))
        self.progress.hide()
        self.replace.setEnabled(True)
        self.replace.setFocus()

    def show_problem(self, error: UserError) -> None:
        """Say why it cannot take the place."""
        self.text.setText(said_of(error))
        self.progress.hide()
        self.replace.setEnabled(False)
