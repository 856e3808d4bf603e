"""Asking before a link of a document's leads out of the program; nothing waits for the answer."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urlsplit

from PySide6.QtCore import QEvent, QObject, Qt, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from core.links import safe_link

_WIDE = 56


class LinkQuestion(QFrame):
    """Lies over the foot of its parent, shows an address as it is, and opens it where that is wanted.

    Signals:
        refused: An address is none that is opened; carries what to say.
        left: It was answered, and the focus is to go back to the reader.
    """

    refused = Signal(str)
    left = Signal()

    def __init__(self, room: QWidget, open_address: Callable[[QUrl], bool] = QDesktopServices.openUrl) -> None:
        super().__init__(room)
        self._room, self._open_address = room, open_address
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAutoFillBackground(True)
        self.setAccessibleName(self.tr("A link out of the document"))
        self._label = QLabel(self)
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self.address = QLineEdit(self)
        self.address.setReadOnly(True)
        self.address.setAccessibleName(self.tr("Address"))
        self.address.setMinimumWidth(self.fontMetrics().averageCharWidth() * _WIDE)
        self.open_button = QPushButton(self.tr("&Open"), self)
        self.open_button.clicked.connect(self._open)
        self.leave_button = QPushButton(self.tr("&Do not open"), self)
        self.leave_button.clicked.connect(self._leave)
        row = QHBoxLayout()
        row.addWidget(self._label, 1)
        row.addWidget(self.open_button)
        row.addWidget(self.leave_button)
        column = QVBoxLayout(self)
        column.addLayout(row)
        column.addWidget(self.address)
        room.installEventFilter(self)
        self.hide()

    @Slot(str)
    def ask(self, address: str) -> None:
        """Ask whether an address shall be opened; one that leads anywhere else than to the web is told."""
        safe = safe_link(address)
        if safe is None:
            self.hide()
            self.refused.emit(self.tr("This link leads neither to a web page nor to a mailbox; it was not opened."))
            return
        where = urlsplit(safe).hostname
        known = self.tr("Open a page of {host} outside of this program?").format(host=where)
        self._label.setText(known if where else self.tr("Write to this address outside of this program?"))
        self.address.setText(safe)
        self.address.setCursorPosition(0)
        self._place()
        self.show()
        self.raise_()
        self.leave_button.setFocus()

    @Slot()
    def _open(self) -> None:
        self._leave()
        if not self._open_address(QUrl(self.address.text(), QUrl.ParsingMode.StrictMode)):
            self.refused.emit(self.tr("No program on this computer opens the address."))

    @Slot()
    def _leave(self) -> None:
        self.hide()
        self.left.emit()

    def _place(self) -> None:
        self.adjustSize()
        self.resize(min(self.width(), self._room.width()), self.height())
        self.move((self._room.width() - self.width()) // 2, self._room.height() - self.height())

    # Qt's own

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)
