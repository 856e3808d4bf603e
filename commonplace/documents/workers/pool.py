"""Several worker processes that read files side by side; one that dies or hangs costs its file, nothing else."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from itertools import count
from pathlib import Path
from queue import Empty, SimpleQueue
from types import TracebackType
from typing import Self

from commonplace.documents.reading import MEBIBYTE, Failure, ReadRequest, ReadResult, UnreadableError
from commonplace.documents.workers.answers import outcome
from commonplace.documents.workers.frames import Frame, FrameError
from commonplace.documents.workers.process import Heard, Job, WorkerProcess
from core.errors import PlaceError
from core.scratch import ScratchFolder

Progress = Callable[[ReadRequest, int, int], None]

MEMORY_LIMIT = 1024 * MEBIBYTE
"""What one file may take beside its own bytes; the 270 real PDFs this was tried on stay under a fifth of it."""

_GROWN = 500 * MEBIBYTE
# While the parent stores one answer the worker has the next file already.
_IN_FLIGHT = 2

_CRASHED = Failure("crashed", "Reading the file crashed its reader; the file may be damaged or hostile.")
_HUNG = Failure("too-slow", "Reading the file took too long and was stopped.")


class DocumentWorkers:
    """Worker processes, started when there is something to read and ended with the ``with`` block.

    One thread at a time may read; any thread may cancel.
    """

    def __init__(
        self,
        workers: int,
        *,
        memory: int = MEMORY_LIMIT,
        operation: Callable[[ReadRequest], str] | None = None,
        trials: Path | None = None,
    ) -> None:
        """Prepare for so many workers.

        Args:
            workers: How many processes at most.
            memory: The address space of each beside the file in hand, in bytes; 0 for no limit.
            operation: For tests: what a worker is told to do with a request, so that it can be made to break.
            trials: For tests: a file of Python with operations of its own.
        """
        self._most = max(workers, 1)
        self._memory = memory
        self._operation = operation
        self._trials = trials
        self._workers: list[WorkerProcess] = []
        self._lock = threading.Lock()
        self._inbox: SimpleQueue[Heard | None] = SimpleQueue()
        self._cancelled = threading.Event()
        self._numbers = count(1)
        self._folder: ScratchFolder | None = None

    def __enter__(self) -> Self:
        self._folder = ScratchFolder()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for worker in list(self._workers):
            self._end(worker)
        if self._folder is not None:
            self._folder.close()

    @property
    def cancelled(self) -> bool:
        return self._cancelled.is_set()

    def cancel(self) -> None:
        """End all workers now and ``read`` with them; what it has yielded stays good."""
        self._cancelled.set()
        with self._lock:
            for worker in self._workers:
                worker.kill()
        self._inbox.put(None)

    def read(
        self, requests: Iterable[ReadRequest], progress: Progress | None = None
    ) -> Generator[ReadResult, None, None]:
        """Read files and yield the results as they come, in no order; largest first is soonest done.

        After ``cancel`` the iteration ends early.

        Args:
            requests: The files, drawn from as workers become free.
            progress: Told now and then of a file how many pages of how many are read; total 0 where unknown.

        Raises:
            PlaceError: The workers cannot be started.
        """
        waiting = iter(requests)
        again: deque[ReadRequest] = deque()
        try:
            while not self.cancelled:
                yield from self._give_out(waiting, again)
                # A worker that was gone before it got its file has left that waiting; its end is yet to be heard of.
                if not again and not any(worker.jobs for worker in self._workers):
                    return
                heard = self._hear()
                if heard is not None:
                    yield from self._handle(heard, again, progress)
                yield from self._end_hung(again)
        finally:
            # Left early, by a cancel or by the caller: nobody wants the answers that are still to come.
            for worker in [worker for worker in self._workers if worker.jobs or self.cancelled]:
                self._end(worker)

    def _give_out(self, waiting: Iterator[ReadRequest], again: deque[ReadRequest]) -> Iterator[ReadResult]:
        """Give each worker what it has room for; yield the failures of the files that cannot be opened."""
        for depth in range(_IN_FLIGHT):
            for place in range(self._most):
                while self._has_room(place, depth):
                    request = again.popleft() if again else next(waiting, None)
                    if request is None:
                        return
                    worker = self._workers[place] if place < len(self._workers) else self._start()
                    try:
                        sent = worker.send(self._job(request))
                    except UnreadableError as error:
                        yield ReadResult(request, failure=error.failure)
                        continue
                    if not sent:
                        again.appendleft(request)
                        break

    def _has_room(self, place: int, depth: int) -> bool:
        if place >= len(self._workers):
            return True
        return not self._workers[place].leaving and len(self._workers[place].jobs) <= depth

    def _job(self, request: ReadRequest) -> Job:
        return Job(next(self._numbers), request, self._operation(request) if self._operation else "read")

    def _start(self) -> WorkerProcess:
        if self._folder is None:
            raise RuntimeError("document workers read inside their with block only")
        try:
            worker = WorkerProcess(self._inbox, self._folder.path, memory=self._memory, trials=self._trials)
        except OSError as error:
            raise PlaceError(f"The process that reads documents cannot be started: {error.strerror}.") from error
        with self._lock:
            self._workers.append(worker)
        if self.cancelled:
            worker.kill()
        return worker

    def _hear(self) -> Heard | None:
        """Wait for a worker's word, or until the first of them has hung."""
        busy = [worker.seconds_left() for worker in self._workers if worker.jobs]
        try:
            return self._inbox.get(timeout=max(min(busy, default=0.0), 0.0) + 0.01)
        except Empty:
            return None

    def _handle(self, heard: Heard, again: deque[ReadRequest], progress: Progress | None) -> Iterator[ReadResult]:
        worker, frame = heard.worker, heard.frame
        if worker not in self._workers:
            return
        if frame is None:
            yield from self._lost(worker, again, _CRASHED)
        elif "ready" in frame.header:
            worker.ready = True
        elif "done" in frame.header:
            if progress is not None and worker.jobs:
                progress(worker.jobs[0].request, _number(frame, "done"), _number(frame, "total"))
        else:
            yield from self._answered(worker, frame, again)

    def _answered(self, worker: WorkerProcess, frame: Frame, again: deque[ReadRequest]) -> Iterator[ReadResult]:
        try:
            if not worker.jobs or frame.header.get("id") != worker.jobs[0].number:
                raise FrameError("an answer to nothing that was asked")
            found = outcome(frame)
        except FrameError:
            yield from self._lost(worker, again, _CRASHED)
            return
        request = worker.done().request
        worker.leaving |= _number(frame, "rss") > _GROWN or (isinstance(found, Failure) and found.code == "memory")
        if worker.leaving and not worker.jobs:
            self._end(worker)
        yield ReadResult(request, failure=found) if isinstance(found, Failure) else ReadResult(request, reading=found)

    def _end_hung(self, again: deque[ReadRequest]) -> Iterator[ReadResult]:
        if not self._inbox.empty():
            return
        for worker in [worker for worker in self._workers if worker.jobs and worker.seconds_left() < 0]:
            yield from self._lost(worker, again, _HUNG)

    def _lost(self, worker: WorkerProcess, again: deque[ReadRequest], failure: Failure) -> Iterator[ReadResult]:
        """End a worker that failed; the file it was at has failed, the one behind it is read anew."""
        ready, jobs = worker.ready, worker.jobs.copy()
        self._end(worker)
        if self.cancelled:
            return
        if not ready:
            raise PlaceError("The process that reads documents ended as it started.", hint="Install Commonplace anew.")
        again.extendleft(job.request for job in reversed(list(jobs)[1:]))
        if jobs:
            yield ReadResult(jobs[0].request, failure=_HUNG if worker.out_of_time else failure)

    def _end(self, worker: WorkerProcess) -> None:
        with self._lock:
            self._workers.remove(worker)
        worker.close()


def _number(frame: Frame, name: str) -> int:
    value = frame.header.get(name, 0)
    return value if isinstance(value, int) else 0
