"""What is in sight of a reader, as the description that a screen reader tells of it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QWidget

_QUIET_MS = 400
_MOST = 4000


class SpokenSight(QObject):
    """Keeps a widget's accessible description what it shows, once scrolling has come to rest."""

    def __init__(self, shown: QWidget, text: Callable[[], str]) -> None:
        """Describe a widget by what a function returns."""
        super().__init__(shown)
        self._shown, self._text = shown, text
        self._timer = QTimer(self, singleShot=True, interval=_QUIET_MS)
        self._timer.timeout.connect(self.describe)

    @Slot()
    def renew_soon(self) -> None:
        """Describe what is in sight when it has stood still for a moment."""
        self._timer.start()

    @Slot()
    def describe(self) -> None:
        self._shown.setAccessibleDescription(self._text()[:_MOST])
