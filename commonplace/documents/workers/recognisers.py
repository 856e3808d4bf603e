"""The parent's side of text recognition: the pages of one document, given to several workers, one at a time each."""

from __future__ import annotations

from collections.abc import Generator, Iterable, Sequence
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from queue import Empty, SimpleQueue
from types import TracebackType
from typing import Any, Self

from commonplace.documents.reading import Failure, ReadRequest, UnreadableError
from commonplace.documents.recognised import RecognisedPage
from commonplace.documents.workers.answers import failure_of
from commonplace.documents.workers.frames import Frame, FrameError
from commonplace.documents.workers.pool import MEMORY_LIMIT
from commonplace.documents.workers.process import Heard, Job, WorkerProcess
from core.errors import PlaceError
from core.records import Word
from core.scratch import ScratchFolder

_CRASHED = Failure("crashed", "Its reader crashed.")
_HUNG = Failure("too-slow", "It took too long and was stopped.")
_UNFIT = frozenset(["\x00", *map(chr, range(0xD800, 0xE000))])


@dataclass(frozen=True, slots=True)
class HowToRead:
    """What the pages are read with: the folder of trained data, and languages by Tesseract's names for them."""

    trained: Path
    languages: tuple[str, ...]


class PageRecognisers:
    """Workers that recognise the text of one document's pages; use it with ``with``, which ends them.

    A page whose worker dies or hangs costs that page, nothing else.
    """

    def __init__(self, path: Path, password: str, how: HowToRead, workers: int) -> None:
        self._request = ReadRequest(path, password=password)
        self._how = how
        self._most = max(workers, 1)
        self._inbox: SimpleQueue[Heard | None] = SimpleQueue()
        self._numbers = count(1)
        self._workers: list[WorkerProcess] = []
        self._downwards = False
        self._folder = ScratchFolder()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for worker in list(self._workers):
            self._end(worker)
        self._folder.close()

    def recognise(self, pages: Iterable[int]) -> Generator[tuple[int, RecognisedPage | Failure], None, None]:
        """Yield the pages, given by their indexes, as they are done, in no order.

        Raises:
            PlaceError: The workers cannot be started.
        """
        waiting = iter(pages)
        while True:
            yield from self._give_out(waiting)
            busy = [worker for worker in self._workers if worker.jobs]
            if not busy:
                return
            heard = self._hear(busy)
            if heard is not None and heard.worker in busy:
                yield from self._handle(heard)
            for worker in [worker for worker in self._workers if worker.jobs and worker.seconds_left() < 0]:
                yield self._lost(worker, _HUNG)

    def _give_out(self, waiting: Iterable[int]) -> Generator[tuple[int, Failure], None, None]:
        while worker := self._idle():
            index = next(iter(waiting), None)
            if index is None:
                return
            how = {"page": index, "trained": str(self._how.trained), "languages": self._how.languages}
            job = Job(next(self._numbers), self._request, "ocr", more={**how, "downwards": self._downwards})
            try:
                sent = worker.send(job)
            except UnreadableError as error:
                yield index, error.failure
                continue
            if not sent:
                self._end(worker)
                yield index, _CRASHED

    def _idle(self) -> WorkerProcess | None:
        for worker in self._workers:
            if not worker.jobs:
                return worker
        if len(self._workers) == self._most:
            return None
        try:
            worker = WorkerProcess(self._inbox, self._folder.path, memory=MEMORY_LIMIT)
        except OSError as error:
            raise PlaceError(f"The process that reads documents cannot be started: {error.strerror}.") from error
        self._workers.append(worker)
        return worker

    def _hear(self, busy: Sequence[WorkerProcess]) -> Heard | None:
        try:
            return self._inbox.get(timeout=max(min(worker.seconds_left() for worker in busy), 0) + 0.01)
        except Empty:
            return None

    def _handle(self, heard: Heard) -> Generator[tuple[int, RecognisedPage | Failure], None, None]:
        worker, frame = heard.worker, heard.frame
        if frame is None:
            yield self._lost(worker, _CRASHED)
            return
        job = worker.jobs[0]
        if frame.header.get("id") != job.number or "done" in frame.header:
            return
        try:
            found = failure_of(frame) or _page(frame)
        except (FrameError, KeyError, TypeError, ValueError):
            yield self._lost(worker, _CRASHED)
            return
        worker.done()
        if isinstance(found, RecognisedPage) and found.text:
            self._downwards = found.downwards
        yield int(job.more["page"]), found

    def _lost(self, worker: WorkerProcess, failure: Failure) -> tuple[int, Failure]:
        index = int(worker.jobs[0].more["page"])
        self._end(worker)
        return index, failure

    def _end(self, worker: WorkerProcess) -> None:
        self._workers.remove(worker)
        worker.close()


def _page(frame: Frame) -> RecognisedPage:
    """Return what a worker says of a page, checked: it may have been taken over by the document."""
    header: dict[str, Any] = frame.header
    text = str(header["text"])
    words = tuple(Word(int(start), int(end), _box(edges)) for start, end, *edges in header["words"])
    ends = [0, *(word.end for word in words)]
    in_order = all(before <= word.start < word.end for before, word in zip(ends, words, strict=False))
    if not in_order or ends[-1] > len(text) or _UNFIT & set(text) or (text and not text.endswith("\n")):
        raise FrameError("a worker's recognised page is not understood")
    return RecognisedPage(
        text, words, str(header["engine"]), tuple(str(name) for name in header["languages"]), bool(header["downwards"])
    )


def _box(edges: Sequence[Any]) -> tuple[int, int, int, int]:
    left, top, right, bottom = (int(edge) for edge in edges)
    if left > right or top > bottom:
        raise ValueError("a box without extent")
    return left, top, right, bottom
