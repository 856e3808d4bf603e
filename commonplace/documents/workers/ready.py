"""A worker that looks at pages, started with a folder of its own; and one kept started for the next document."""

from __future__ import annotations

import threading
from queue import SimpleQueue

from commonplace.documents.workers.pool import MEMORY_LIMIT
from commonplace.documents.workers.process import Heard, WorkerProcess
from core.scratch import ScratchFolder


class ReadyWorker:
    """A worker with nobody else's jobs, which has imported what draws pages before it hears of one.

    Attributes:
        process: The worker.
        heard: What it says.
    """

    def __init__(self) -> None:
        self.heard: SimpleQueue[Heard | None] = SimpleQueue()
        self._folder = ScratchFolder()
        try:
            self.process = WorkerProcess(self.heard, self._folder.path, memory=MEMORY_LIMIT, draws=True)
        except OSError:
            self._folder.close()
            raise

    def close(self) -> None:
        """End the process; nothing is left behind."""
        self.process.close()
        self._folder.close()


class Spare:
    """Keeps one worker started, so that the next document needs no more than to be opened; for any thread.

    Starting a worker and importing MuPDF takes some ten times as long as opening a large PDF and drawing a page.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._worker: ReadyWorker | None = None
        self._closed = False

    def prepare(self) -> None:
        """Start a worker unless one waits already."""
        with self._lock:
            if self._worker is None and not self._closed:
                self._worker = ReadyWorker()

    def take(self) -> ReadyWorker:
        """Return the worker that waits, else a new one; whoever takes it closes it."""
        with self._lock:
            worker, self._worker = self._worker, None
        if worker is not None and not worker.process.is_running:
            worker.close()
            worker = None
        return worker or ReadyWorker()

    def close(self) -> None:
        """End the worker that waits; none is started any more but for who takes one."""
        with self._lock:
            worker, self._worker, self._closed = self._worker, None, True
        if worker is not None:
            worker.close()
