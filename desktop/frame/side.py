"""A side of the window: panels behind tabs, never so narrow that nothing in them could be read."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QTabWidget, QWidget

_LEAST = 9
"""In heights of a line, so that it grows with the interface."""


class Side(QTabWidget):
    """Holds panels."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setDocumentMode(True)

    def minimumSizeHint(self) -> QSize:
        return super().minimumSizeHint().expandedTo(QSize(self.fontMetrics().height() * _LEAST, 0))
