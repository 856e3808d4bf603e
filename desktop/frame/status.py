"""The status bar's lasting part: how much is marked, and in which library."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QStatusBar, QToolButton, QWidget


class StatusBar(QStatusBar):
    """Shows passing messages, and at its end what waits, the number of highlights and the library's name.

    Signals:
        conflicts_wanted: The conflicts are to be shown.
    """

    conflicts_wanted = Signal()

    def __init__(self, library: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeGripEnabled(False)
        self.marked = QLabel(self)
        self.library = QLabel(library, self)
        self.conflicts = QToolButton(self)
        self.conflicts.setAutoRaise(True)
        self.conflicts.clicked.connect(self.conflicts_wanted)
        for widget in (self.conflicts, self.marked, self.library):
            self.addPermanentWidget(widget)
        self.set_conflicts(0)

    def set_conflicts(self, number: int) -> None:
        """Say how many conflicts wait; without any nothing is said."""
        said = self.tr("%n conflict(s)", "", number)
        self.conflicts.setText(said)
        self.conflicts.setAccessibleName(said)
        self.conflicts.setVisible(bool(number))

    def set_highlights(self, number: int | None) -> None:
        """Say how many highlights the open source has; None where none is open."""
        self.marked.setText("" if number is None else self.tr("%n highlight(s)", "", number))
