"""The bar that finds words in the open document."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QToolButton, QVBoxLayout, QWidget

_PAUSE_MS = 120


class FindBar(QWidget):
    """One line to type in, and how many places answer.

    What an input method composes is looked for when it is a word.

    Signals:
        wanted_changed: Something else is to be found; carries it.
        step_wanted: The next place is to be shown, or with -1 the one before.
        closed: The bar went away.
    """

    wanted_changed = Signal(str)
    step_wanted = Signal(int)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._composing = False
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self._tell)
        self.line = QLineEdit(self)
        self.line.setPlaceholderText(self.tr("Find in this document"))
        self.line.setAccessibleName(self.tr("Find in this document"))
        self.line.setClearButtonEnabled(True)
        self.line.textChanged.connect(self._pause.start)
        self.line.installEventFilter(self)
        self.count = QLabel(self)
        self.count.setAccessibleName(self.tr("Places found"))
        row = QHBoxLayout(self)
        row.setContentsMargins(6, 2, 6, 2)
        row.addWidget(self.line, 1)
        row.addWidget(self.count)
        for text, tip, step in (
            ("▲", self.tr("Previous place (Shift+F3)"), -1),
            ("▼", self.tr("Next place (F3)"), 1),
        ):
            button = self._button(text, tip)
            button.clicked.connect(lambda _=False, step=step: self.step_wanted.emit(step))
            row.addWidget(button)
        close = self._button("✕", self.tr("Close (Esc)"))
        close.clicked.connect(self.close_bar)
        row.addWidget(close)
        self.hide()

    def open_bar(self, words: str = "") -> None:
        """Show the bar, with words to be found where some are given."""
        self.show()
        if words:
            self.line.setText(words)
        self.line.selectAll()
        self.line.setFocus()

    def close_bar(self) -> None:
        """Go away and find nothing."""
        if self.isVisible():
            self._pause.stop()
            self.hide()
            self.closed.emit()

    def show_count(self, place: int, number: int) -> None:
        """Tell which place is shown, counted from 0, and how many there are."""
        if number:
            self.count.setText(self.tr("%s of %s") % (place + 1, number))
        else:
            self.count.setText(self.tr("Not found") if self.line.text().strip() else "")

    def _button(self, text: str, tip: str) -> QToolButton:
        button = QToolButton(self)
        button.setText(text)
        button.setToolTip(tip)
        button.setAccessibleName(tip)
        button.setAutoRaise(True)
        return button

    @Slot()
    def _tell(self) -> None:
        self._pause.stop()
        self.wanted_changed.emit(self.line.text().strip())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QInputMethodEvent):
            self._composing = bool(event.preeditString())
        elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and not self._composing:
            return self._key(event)
        return super().eventFilter(watched, event)

    def _key(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self._pause.isActive():
                self._tell()
            else:
                self.step_wanted.emit(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        else:
            return False
        return True


def with_bar(head: QWidget, view: QWidget, bar: FindBar) -> QWidget:
    """Return a room with a view, something at its head, and the bar at its foot."""
    room = QWidget(view.parentWidget())
    column = QVBoxLayout(room)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(head)
    column.addWidget(view, 1)
    column.addWidget(bar)
    return room
