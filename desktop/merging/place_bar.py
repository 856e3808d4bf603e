"""Asks in the reader where a highlight stands now: what is selected becomes its place."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

_LONGEST = 80


class PlaceBar(QFrame):
    """Lies over the head of the reader while a place is looked for.

    Signals:
        taken: What is selected is the place.
        left: Nobody looks for it any more.
    """

    taken = Signal()
    left = Signal()

    def __init__(self, room: QWidget) -> None:
        super().__init__(room)
        self._room = room
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAutoFillBackground(True)
        self.label = QLabel(self)
        self.label.setTextFormat(Qt.TextFormat.PlainText)
        self.label.setWordWrap(True)
        self.take = QPushButton(self.tr("It &stands here"), self)
        self.leave = QPushButton(self.tr("&Leave it"), self)
        self.take.clicked.connect(self.taken)
        self.leave.clicked.connect(self.left)
        row = self._row = QHBoxLayout(self)
        row.addWidget(self.label, 1)
        row.addWidget(self.take)
        row.addWidget(self.leave)
        room.installEventFilter(self)
        self.hide()

    def ask(self, quote: str) -> None:
        """Ask where a quote stands now."""
        words = " ".join(quote.split())
        shown = words if len(words) <= _LONGEST else f"{words[:_LONGEST]}…"
        self.label.setText(self.tr("Select where this stands now: “{quote}”").format(quote=shown))
        self._place()
        self.show()
        self.raise_()

    def _place(self) -> None:
        width = self._room.width()
        self.setGeometry(0, 0, width, self._row.totalHeightForWidth(width))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)
