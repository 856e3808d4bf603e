"""Asking a worker about a stranger's file: it looks at it behind the walls of those that read documents."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import Any

import commonplace.library.examining as worker_side
from commonplace.documents.reading import ReadRequest
from commonplace.documents.workers.answers import failure_of
from commonplace.documents.workers.frames import Frame, FrameError
from commonplace.documents.workers.pool import MEMORY_LIMIT
from commonplace.documents.workers.process import Heard, Job, WorkerProcess
from core.errors import LibraryTooNewError
from core.scratch import ScratchFolder
from db.opening import FORMAT
from db.strangers import IncompleteError, RefusedError

Alive = Callable[[], bool]

# The first tables come after the whole file was copied to the worker's side of the wall.
_SILENCE = 30.0


def nothing() -> None:
    """Do nothing while the worker looks."""


def going_on() -> bool:
    """Say that nobody has called it off."""
    return True


def stop_unless(alive: Alive) -> None:
    if not alive():
        raise KeyboardInterrupt


def asked_of_worker(
    operation: str, path: Path, alive: Alive = going_on, meanwhile: Callable[[], None] = nothing
) -> Mapping[str, Any]:
    """Have a worker do something with a stranger's file, by a name of ``examining.OPERATIONS``; return what it said.

    Raises:
        RefusedError: The file is not to be taken, or its worker died or hung over it.
        LibraryTooNewError: It was written by a later version.
    """
    inbox: SimpleQueue[Heard | None] = SimpleQueue()
    with ScratchFolder() as folder:
        worker = WorkerProcess(inbox, folder, memory=MEMORY_LIMIT, module=worker_side.__name__, readable=(*_OWN, path))
        try:
            job = Job(1, ReadRequest(path), operation)
            worker.send(job)
            meanwhile()
            return _understood(_answer(worker, inbox, alive))
        except (FrameError, KeyError, TypeError, ValueError) as error:
            raise RefusedError("Its reader said nothing that makes sense.") from error
        finally:
            worker.close()


_OWN = tuple(Path(__file__).parents[2] / name for name in ("db", "commonplace", "core"))


def _answer(worker: WorkerProcess, inbox: SimpleQueue[Heard | None], alive: Alive) -> Frame:
    """Wait for the answer, as long as the worker gives signs of life and its time is not up."""
    while True:
        stop_unless(alive)
        silent = time.monotonic() - worker.silent_since
        if silent > _SILENCE or worker.seconds_left() < 0:
            raise RefusedError("Looking through it took too long and was stopped.")
        try:
            heard = inbox.get(timeout=0.2)
        except Empty:
            continue
        if heard is None or heard.frame is None:
            raise RefusedError("Looking through it crashed its reader; it may be damaged or hostile.")
        if heard.frame.header.get("id") == 1 and "done" not in heard.frame.header:
            return heard.frame


def _understood(frame: Frame) -> Mapping[str, Any]:
    failure = failure_of(frame)
    if failure is not None:
        raise RefusedError(failure.reason)
    header = frame.header
    if "refused" in header:
        if header.get("code") == LibraryTooNewError.code:
            raise LibraryTooNewError(FORMAT + 1, FORMAT)
        kind = IncompleteError if header.get("incomplete") else RefusedError
        raise kind(str(header["refused"])[:500])
    return header
