"""What stands in a list while it is empty: why it is, and what can be done about it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QAbstractItemView, QLabel, QPushButton, QVBoxLayout, QWidget


class Hint(QWidget):
    """Lies over a list and is seen while there is no row in it.

    Signals:
        acted: The button was pressed.
    """

    acted = Signal()

    def __init__(self, view: QAbstractItemView) -> None:
        """Watch a list that has its model already."""
        super().__init__(view.viewport())
        self._view = view
        self.label = QLabel(self)
        self.label.setWordWrap(True)
        self.label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.label.setTextFormat(Qt.TextFormat.PlainText)
        self.label.setForegroundRole(self.palette().ColorRole.PlaceholderText)
        self.button = QPushButton(self)
        self.button.clicked.connect(self.acted)
        column = QVBoxLayout(self)
        column.addStretch(1)
        column.addWidget(self.label)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
        model = view.model()
        for changed in (model.modelReset, model.rowsInserted, model.rowsRemoved, model.layoutChanged):
            changed.connect(self._look)
        view.viewport().installEventFilter(self)
        self.say("")

    def say(self, text: str, button: str = "") -> None:
        """Say this while the list is empty, with a button where one is named."""
        self.label.setText(text)
        self.button.setText(button)
        self.button.setVisible(bool(button))
        self._look()

    @property
    def text(self) -> str:
        """What is seen; empty while the list is not."""
        return self.label.text() if not self.isHidden() else ""

    @Slot()
    def _look(self) -> None:
        shown = not self._view.model().rowCount() and bool(self.label.text())
        self.setGeometry(self._view.viewport().rect())
        self.setVisible(shown)
        # Who reads with the ears hears it with the list.
        self._view.setAccessibleDescription(self.label.text() if shown else "")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self.setGeometry(self._view.viewport().rect())
        return super().eventFilter(watched, event)
