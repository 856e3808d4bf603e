"""The parent's side of looking at pages again: one worker for one document, asked one thing at a time."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Sequence
from contextlib import suppress
from itertools import count
from pathlib import Path
from queue import Empty
from types import TracebackType
from typing import Any, Self, TypeVar

from commonplace.documents.reading import MOST_PIXELS, Failure, PagePicture, ReadRequest, UnreadableError
from commonplace.documents.workers.answers import failure_of
from commonplace.documents.workers.frames import Frame, FrameError
from commonplace.documents.workers.process import Job
from commonplace.documents.workers.ready import ReadyWorker
from core.errors import NotDoneError
from core.links import safe_link
from core.records import Box

T = TypeVar("T")

_MOST_LOSSES = 2

UNSAFE = "unsafe-document"
"""The code of a failure after which a document is given to no worker any more."""


class DocumentViewer:
    """A document held ready; use it with ``with``.

    A document whose worker dies or hangs is said to be one that cannot be shown; nothing else is touched. After two
    such losses it is given to no worker any more.
    """

    def __init__(self, path: Path, password: str = "", worker: Callable[[], ReadyWorker] = ReadyWorker) -> None:
        """Show a document by a worker, which is asked for when it is first needed."""
        self._request = ReadRequest(path, password=password)
        self._numbers = count(1)
        self._new_worker = worker
        self._worker: ReadyWorker | None = None
        self._losses = 0
        self._cancelled = False

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._end()

    def cancel(self) -> None:
        """End what is being asked, and answer nothing any more; any thread may call this, and it waits for nothing."""
        self._cancelled = True
        worker = self._worker
        if worker is not None:
            worker.process.kill()

    def boxes(self, pages: Sequence[tuple[int, str]]) -> list[list[Box]]:
        """Return for each page, given as index and stretch of the axis, a box for each of its characters.

        Boxes are in thousandths of a point from the top left of the unrotated page; a page that draws no text has
        none.

        Raises:
            NotDoneError: The document cannot be drawn.
        """
        lengths = [len(text) for _, text in pages]
        wanted = {"pages": [[index, text] for index, text in pages]}
        return self._ask("boxes", wanted, lambda frame: _boxes(frame, lengths))

    def picture(self, index: int, zoom: float, rotation: int = 0, clip: Box | None = None) -> PagePicture:
        """Return the picture of a page on white, with the marks that the file itself holds.

        Args:
            index: Which page, from 0.
            zoom: How many pixels a point takes.
            rotation: How far it is turned clockwise from the unrotated page: 0, 90, 180 or 270.
            clip: The part that is wanted, in thousandths of a point of the unrotated page; all of it without.

        Raises:
            NotDoneError: The document cannot be drawn, has no such page or no such part, or not in that size.
        """
        wanted = {"page": index, "zoom": zoom, "rotation": rotation, "clip": clip}
        return self._ask("picture", wanted, _picture)

    def outline(self) -> list[tuple[int, str, int]]:
        """Return the document's outline in order: depth from 1, title, and a page's index, -1 where it has none.

        Raises:
            NotDoneError: The document cannot be opened.
        """
        return self._ask("outline", {}, _outline)

    def links(self, index: int) -> list[tuple[Box, int | str]]:
        """Return the links of a page: where, as ``boxes`` are given, and a page's index or a safe address.

        Raises:
            NotDoneError: The document cannot be opened, or has no such page.
        """
        return self._ask("links", {"page": index}, _links)

    def carried(self, target: str) -> bytes:
        """Return the bytes of a picture that a flowing document carries, by what its mark names.

        Raises:
            NotDoneError: There is no such picture, or it is too large to be shown.
        """
        return self._ask("carried", {"target": target}, lambda frame: frame.body)

    def font(self) -> bytes:
        """Return the font that MuPDF sets Chinese, Japanese and Korean in; it is no part of the document.

        Raises:
            NotDoneError: The worker could not be asked.
        """
        return self._ask("font", {}, lambda frame: frame.body)

    def _ask(self, operation: str, more: dict[str, Any], understood: Callable[[Frame], T]) -> T:
        if self._losses >= _MOST_LOSSES:
            raise _not_drawn("its reader crashed or hung on it before, and it is not safe to try again.", UNSAFE)
        if self._worker is None:
            self._worker = self._new_worker()
        worker, heard_from = self._worker.process, self._worker.heard
        # Whoever cancels later than this finds the worker and kills it.
        if self._cancelled:
            raise _not_drawn("it is being closed.")
        job = Job(next(self._numbers), self._request, operation, more=more)
        try:
            sent = worker.send(job)
        except UnreadableError as error:
            raise _told(error.failure) from error
        while sent and worker.seconds_left() > 0:
            try:
                heard = heard_from.get(timeout=worker.seconds_left())
            except Empty:
                break
            if heard is None or heard.frame is None:
                break
            if heard.frame.header.get("id") == job.number and "done" not in heard.frame.header:
                worker.done()
                # A worker that answers nonsense may have been taken over: it is lost, too.
                with suppress(FrameError):
                    return understood(_answered(heard.frame))
                break
        self._end()
        self._losses += 1
        raise _not_drawn("its reader crashed or hung.", UNSAFE if self._losses >= _MOST_LOSSES else "")

    def _end(self) -> None:
        if self._worker is not None:
            self._worker.close()
            self._worker = None


def _answered(frame: Frame) -> Frame:
    failure = failure_of(frame)
    if failure is not None:
        raise _told(failure)
    return frame


def _told(failure: Failure) -> NotDoneError:
    return _not_drawn(failure.reason)


def _not_drawn(reason: str, code: str = "") -> NotDoneError:
    return NotDoneError(f"This document cannot be drawn: {reason} Its text and highlights are safe.", code=code)


def _picture(frame: Frame) -> PagePicture:
    width, height = frame.header.get("width"), frame.header.get("height")
    if not isinstance(width, int) or not isinstance(height, int) or not 0 < width * height <= 2 * MOST_PIXELS:
        raise FrameError("a worker's picture has no such size")
    if width < 1 or width * height * 3 != len(frame.body):
        raise FrameError("a worker's picture is not understood")
    return PagePicture(width, height, frame.body)


def _outline(frame: Frame) -> list[tuple[int, str, int]]:
    entries = frame.header.get("outline")
    if not isinstance(entries, list):
        raise FrameError("a worker's outline is not understood")
    found: list[tuple[int, str, int]] = []
    for entry in entries:
        match entry:
            case [int(level), str(title), int(page)]:
                found.append((level, title, page))
            case _:
                raise FrameError("a worker's outline is not understood")
    return found


def _links(frame: Frame) -> list[tuple[Box, int | str]]:
    links = frame.header.get("links")
    if not isinstance(links, list):
        raise FrameError("a worker's links are not understood")
    found: list[tuple[Box, int | str]] = []
    for link in links:
        match link:
            case [int(x0), int(y0), int(x1), int(y1), int(target)]:
                found.append(((x0, y0, x1, y1), target))
            # What came out of a stranger's document is judged here again: the worker may have been taken over.
            case [int(x0), int(y0), int(x1), int(y1), str(address)] if safe_link(address):
                found.append(((x0, y0, x1, y1), address))
            case _:
                raise FrameError("a worker's links are not understood")
    return found


def _boxes(frame: Frame, lengths: Sequence[int]) -> list[list[Box]]:
    counts = frame.header.get("boxes")
    edges = array("i")
    try:
        edges.frombytes(frame.body)
        if not isinstance(counts, list) or sum(counts) * 4 != len(edges):
            raise ValueError
        if any(found not in (0, length) for found, length in zip(counts, lengths, strict=True)):
            raise ValueError
    except (TypeError, ValueError) as error:
        raise FrameError("a worker's boxes are not understood") from error
    flat = iter(edges)
    every = list(zip(flat, flat, flat, flat, strict=True))
    found: list[list[Box]] = []
    at = 0
    for length in counts:
        found.append(every[at : at + length])
        at += length
    return found
