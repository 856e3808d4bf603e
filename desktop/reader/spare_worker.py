"""A document worker kept started, so that the next document is on the screen as soon as it is opened."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Slot

from commonplace.library.viewing import Spare
from desktop.jobs import Jobs

_QUIET_MS = 1500


class SpareWorker(QObject):
    """Starts a worker when the window has nothing better to do."""

    def __init__(self, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._spare = Spare()
        self.take = self._spare.take
        self._timer = QTimer(self, singleShot=True, interval=_QUIET_MS)
        self._timer.timeout.connect(self.prepare)

    @Slot()
    def prepare_soon(self) -> None:
        """Start one when what is under way now is likely to be done."""
        self._timer.start()

    @Slot()
    def prepare(self) -> None:
        """Start one now, unless one waits."""
        self._jobs.ask_at_length(lambda _: self._spare.prepare(), lambda _: None)

    def close(self) -> None:
        """End the one that waits."""
        self._timer.stop()
        self._spare.close()
