"""The road off the interface thread: questions on one thread, long ones on another, changes one by one on a third.

An import reads for minutes and writes for moments: such changes have a fourth thread, and a highlight that is made
meanwhile gets in between two documents.  Each thread has the library open for itself; whichever writes, the others
wait for the end of its transaction.  Answers come back on the interface thread, in the order of the questions of
their lane.
"""

from __future__ import annotations

import logging
import sys
import threading
from collections.abc import Callable
from functools import partial
from queue import SimpleQueue
from typing import Any, TypeAlias, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot

from commonplace.library.session import Library
from core.errors import UserError

T = TypeVar("T")
Work: TypeAlias = Callable[[Library], Any]
Then: TypeAlias = Callable[[Any], None]

_TURN = 0.0005
_LANES = ("questions", "long questions", "changes", "long changes")

_log = logging.getLogger(__name__)


class Jobs(QObject):
    """Runs use cases for the window.

    Signals:
        changed: A change is kept; carries its ``Changes``.
        failed: A use case failed and nobody asked to be told; carries the ``UserError``.
    """

    changed = Signal(object)
    failed = Signal(object)
    _back = Signal(object)

    def __init__(self, open_library: Callable[[], Library], parent: QObject | None = None) -> None:
        super().__init__(parent)
        # A list that is painted asks for each of its cells: with Python's usual 5 ms it would wait so long for each.
        sys.setswitchinterval(_TURN)
        self._back.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        self._lanes = {name: _Lane(name, open_library, self._back.emit) for name in _LANES}

    def ask(self, question: Callable[[Library], T], then: Callable[[T], None], failed: Then | None = None) -> None:
        """Answer a question that changes nothing; ``then`` takes the answer."""
        self._lanes["questions"].put(question, then, failed or self.failed.emit)

    def ask_at_length(
        self, question: Callable[[Library], T], then: Callable[[T], None], failed: Then | None = None
    ) -> None:
        """Answer a question that may take seconds, where nothing short has to wait for it."""
        self._lanes["long questions"].put(question, then, failed or self.failed.emit)

    def change(
        self, change: Callable[[Library], T], then: Callable[[T], None] | None = None, failed: Then | None = None
    ) -> None:
        """Change the library; ``changed`` is told first, then ``then`` takes the result."""
        self._change("changes", change, then, failed)

    def change_at_length(
        self, change: Callable[[Library], T], then: Callable[[T], None] | None = None, failed: Then | None = None
    ) -> None:
        """Change the library by work that takes long, in transactions that do not; other changes get in between."""
        self._change("long changes", change, then, failed)

    def close(self) -> None:
        """Finish what was asked and end the threads; answers that are still to come go nowhere."""
        self._back.disconnect(self._deliver)
        for lane in self._lanes.values():
            lane.end()

    def _change(self, lane: str, change: Work, then: Then | None, failed: Then | None) -> None:
        self._lanes[lane].put(partial(_with_changes, change), partial(self._changed, then), failed or self.failed.emit)

    def _changed(self, then: Then | None, outcome: tuple[Any, Any]) -> None:
        result, changes = outcome
        if changes is not None:
            self.changed.emit(changes)
        if then is not None:
            then(result)

    @Slot(object)
    def _deliver(self, answer: Callable[[], None]) -> None:
        answer()


def _with_changes(change: Work, library: Library) -> tuple[Any, Any]:
    library.last_changes = None
    result = change(library)
    return result, library.last_changes() if library.last_changes else None


class _Lane:
    """One thread with the library open, and the work that waits for it."""

    def __init__(self, name: str, open_library: Callable[[], Library], back: Callable[[object], None]) -> None:
        self._open = open_library
        self._back = back
        self._waiting: SimpleQueue[tuple[Work, Then, Then] | None] = SimpleQueue()
        self._thread = threading.Thread(target=self._run, name=name, daemon=True)
        self._thread.start()

    def put(self, work: Work, then: Then, failed: Then) -> None:
        self._waiting.put((work, then, failed))

    def end(self) -> None:
        self._waiting.put(None)
        self._thread.join()

    def _run(self) -> None:
        library: Library | None = None
        try:
            while (job := self._waiting.get()) is not None:
                work, then, failed = job
                try:
                    library = library or self._open()
                    self._back(partial(then, work(library)))
                except UserError as error:
                    self._back(partial(failed, error))
                except Exception as error:  # noqa: BLE001  # a fault of ours must not end the thread
                    _log.exception("a use case failed")
                    self._back(partial(failed, _fault(error)))
        finally:
            if library is not None:
                library.close()


def _fault(error: Exception) -> UserError:
    return UserError(
        f"Something went wrong inside the program ({type(error).__name__}); what was kept before is safe.",
        hint="The log tells more.",
    )
