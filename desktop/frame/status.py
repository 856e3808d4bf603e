"""The status bar's lasting part: how much is marked, and in which library."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QStatusBar, QWidget


class StatusBar(QStatusBar):
    """Shows passing messages, and at its end the number of highlights and the library's name."""

    def __init__(self, library: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeGripEnabled(False)
        self.marked = QLabel(self)
        self.library = QLabel(library, self)
        for label in (self.marked, self.library):
            self.addPermanentWidget(label)

    def set_highlights(self, number: int | None) -> None:
        """Say how many highlights the open source has; None where none is open."""
        self.marked.setText("" if number is None else self.tr("%n highlight(s)", "", number))
