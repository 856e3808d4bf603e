"""Notices what the terminal or another window wrote to the library meanwhile."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Slot

from commonplace.library import elsewhere
from core.records import Changes
from desktop.jobs import Jobs

_EVERY_MS = 1500
_KINDS = ("source", "reference", "file-name", "concept", "label", "same", "highlight", "tagging", "note", "person")


class Elsewhere(QObject):
    """Has ``jobs`` tell a change of everything where somebody else wrote."""

    def __init__(self, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._known: tuple[int, int] | None = None
        self._timer = QTimer(self, singleShot=True, interval=_EVERY_MS)
        self._timer.timeout.connect(self._look)

    def begin(self) -> None:
        """Look from now on, again and again."""
        self._look()

    @Slot()
    def _look(self) -> None:
        # On the thread that writes what is done here: to it that is nothing new.
        self._jobs.change(elsewhere.version, self._compare, lambda _: self._timer.start())

    def _compare(self, version: tuple[int, int]) -> None:
        if self._known is not None and version != self._known:
            self._jobs.changed.emit(Changes(touched={kind: frozenset() for kind in _KINDS}))
        self._known = version
        self._timer.start()
