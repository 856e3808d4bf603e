"""Looks at the exchange folder now and then, while the window is open and a folder is set."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from core.errors import UserError
from desktop.jobs import Jobs

if TYPE_CHECKING:
    from commonplace.library.noticing import ExchangeLine

_EVERY_MS = 15_000
_LEAST_S = 10.0


class Watch(QObject):
    """Asks on a thread of its own, never twice within ten seconds.

    Signals:
        seen: Carries the ``ExchangeLine`` records of what is in the folder.
        gone: The folder is not there, or cannot be looked at; told once, and carries the ``UserError``.
        back: It is there again.
    """

    seen = Signal(object)
    gone = Signal(object)
    back = Signal()

    def __init__(self, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._timer = QTimer(self, interval=_EVERY_MS)
        self._timer.timeout.connect(self._look)
        self._soon = QTimer(self, singleShot=True)
        self._soon.timeout.connect(self._look)
        self._looked = -_LEAST_S
        self._under_way = False
        self._gone = False

    @property
    def is_on(self) -> bool:
        return self._timer.isActive()

    def start(self) -> None:
        """Look now and from now on."""
        self._gone = False
        self._timer.start()
        self.look_soon()

    def stop(self) -> None:
        """Look no longer."""
        self._timer.stop()
        self._soon.stop()

    @Slot()
    def look_soon(self) -> None:
        """Look as soon as that may be again, as what is in the library has changed."""
        if self.is_on and not self._soon.isActive():
            waits = self._looked + _LEAST_S - time.monotonic()
            self._soon.start(max(0, round(waits * 1000)))

    @Slot()
    def _look(self) -> None:
        self._soon.stop()
        if self._under_way or not self.is_on:
            return
        from commonplace.library.noticing import look

        self._under_way = True
        self._looked = time.monotonic()
        self._jobs.ask_at_length(look, self._take, self._fail)

    def _take(self, lines: list[ExchangeLine]) -> None:
        self._under_way = False
        if self._gone:
            self._gone = False
            self.back.emit()
        if self.is_on:
            self.seen.emit(lines)

    def _fail(self, error: UserError) -> None:
        from commonplace.library.exchange_folder import FolderGoneError

        self._under_way = False
        if not self.is_on:
            return
        if not self._gone:
            self._gone = True
            self.gone.emit(error)
        if not isinstance(error, FolderGoneError):
            # Nothing is set any more, or something is wrong that looking again does not mend.
            self.stop()
