"""A short message at the window's foot, with one thing to do about it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QWidget

_SHOWN_MS = 8000


class Toast(QFrame):
    """Lies over the foot of its parent for eight seconds and takes no focus.

    Signals:
        acted: The button was pressed.
    """

    acted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(self.palette().ColorRole.ToolTipBase)
        self._label = QLabel(self)
        self._button = QToolButton(self)
        self._button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._button.clicked.connect(self._act)
        row = QHBoxLayout(self)
        row.addWidget(self._label)
        row.addWidget(self._button)
        self._timer = QTimer(self, singleShot=True, interval=_SHOWN_MS)
        self._timer.timeout.connect(self.hide)
        self._room = parent
        parent.installEventFilter(self)
        self.hide()

    def say(self, text: str, button: str = "") -> None:
        """Show a message, in place of the one before."""
        self._label.setText(text)
        self._button.setText(button)
        self._button.setAccessibleName(button)
        self._button.setVisible(bool(button))
        self._fit()
        self._place()
        self.show()
        self.raise_()
        self._timer.start()

    @Slot()
    def withdraw(self) -> None:
        """Go away where something is offered: after another change it would be done to that one."""
        if self._button.text():
            self.hide()

    @property
    def text(self) -> str:
        return self._label.text() if self.isVisible() else ""

    def _act(self) -> None:
        self.hide()
        self.acted.emit()

    def _fit(self) -> None:
        """Break into lines what is longer than the window is wide."""
        self._label.setWordWrap(False)
        self._label.setMinimumWidth(0)
        self.adjustSize()
        if self.width() > self._room.width():
            self._label.setWordWrap(True)
            self._label.setMinimumWidth(self._room.width() * 2 // 3)
            self.adjustSize()

    def _place(self) -> None:
        room = self._room
        self.move((room.width() - self.width()) // 2, room.height() - self.height() - 40)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)
