"""The first steps: four of them in a strip over the reader, each ticked when it was taken."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QWidget

STEPS = ("import", "select", "tag", "export")


class FirstSteps(QFrame):
    """Shows what to begin with, until it is all done or sent away.

    Signals:
        dismissed: It is not wanted any more.
    """

    dismissed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(self.palette().ColorRole.AlternateBase)
        self._names = {
            "import": self.tr("Import"),
            "select": self.tr("Select"),
            "tag": self.tr("Tag"),
            "export": self.tr("Export"),
        }
        self._hints = {
            "import": self.tr("Bring documents in with Ctrl+O, or drop them here."),
            "select": self.tr("Open a source and select words in it with the mouse or with Shift and the arrows."),
            "tag": self.tr("Press T to tag what is selected with a concept, or H to highlight it."),
            "export": self.tr("Press Ctrl+E to write your quotes with their citations."),
        }
        row = QHBoxLayout(self)
        self.steps = {name: QLabel(self) for name in STEPS}
        for label in self.steps.values():
            row.addWidget(label)
        self.hint = QLabel(self)
        self.hint.setWordWrap(True)
        self.hint.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        row.addSpacing(self.fontMetrics().height())
        row.addWidget(self.hint, 1)
        close = QToolButton(self)
        close.setText("✕")
        close.setAutoRaise(True)
        close.setToolTip(self.tr("Hide the first steps"))
        close.setAccessibleName(close.toolTip())
        close.clicked.connect(self.dismissed)
        self.close_button = close
        row.addWidget(close)
        self.show_done(())

    def show_done(self, done: Collection[str]) -> None:
        """Tick these steps, and say how the first of the others is taken."""
        ahead = next((name for name in STEPS if name not in done), "")
        for number, (name, label) in enumerate(self.steps.items(), 1):
            label.setText(f"{'✓' if name in done else number} {self._names[name]}")
            label.setAccessibleName(self.tr("{step}: done").format(step=self._names[name]) if name in done else "")
            font = label.font()
            font.setBold(name == ahead)
            label.setFont(font)
            label.setEnabled(name not in done)
        self.hint.setText(
            self._hints.get(ahead)
            or self.tr("These were the first steps. Ctrl+K finds all that can be done; Ctrl+? lists the keys.")
        )
