"""The worker process: reads files for its parent, one at a time, and answers in frames.

It is started with the parent's import path, an empty folder to stand in and next to no environment, and raises the
walls of ``sandbox`` around itself before it hears of a file. Files come to it open, through a socket of their own; it
may open none itself. It ends when its parent closes the pipe, or is gone.
"""

from __future__ import annotations

import os
import queue
import runpy
import socket
import sys
import threading
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import asdict
from importlib import import_module
from pathlib import Path
from typing import Any, BinaryIO, TypeVar

from commonplace.documents.reading import MEBIBYTE, Failure, ReadRequest, UnreadableError
from commonplace.documents.workers import sandbox
from commonplace.documents.workers.frames import Answer, Frame, FrameError, read_frame, write_frame
from commonplace.documents.workers.operations import OPERATIONS, Asked, Operation

T = TypeVar("T")

_BEAT = 0.25


def main(
    memory: int, files: int, readable: Sequence[str], trials: str = "", *, module: str = "", draws: bool = False
) -> None:
    """Serve requests from standard input until it closes.

    Args:
        memory: How many bytes of address space a request may take beside its file; 0 for no limit.
        files: The descriptor of the socket through which open files come; -1 where they come by their path.
        readable: The folders that may be read: those of the interpreter, its packages and their data.
        trials: For tests: a file of Python whose ``TRIALS`` are obeyed too.
        module: A module of another part of the program, whose ``OPERATIONS`` are obeyed too.
        draws: Whether it is there to draw pages, and imports at once what does.
    """
    requests, answers = _own_pipes()
    operations = {**OPERATIONS, **runpy.run_path(trials)["TRIALS"]} if trials else OPERATIONS
    incoming = socket.socket(fileno=files) if files >= 0 else None
    held = sandbox.enter(readable)
    sys.addaudithook(_refuse_network)
    if module:
        operations = {**operations, **import_module(module).OPERATIONS}
    write_frame(answers, {"ready": True, "held": held})
    waiting: queue.SimpleQueue[Frame] = queue.SimpleQueue()
    threading.Thread(target=_listen, args=(requests, incoming, waiting), daemon=True).start()
    if draws:
        import_module("commonplace.documents.workers.viewing")
    while True:
        frame = waiting.get()
        operation = operations.get(str(frame.header.get("op")))
        if operation is not None:
            _answer(operation, frame.header, answers, memory)


def _own_pipes() -> tuple[BinaryIO, BinaryIO]:
    """Take the pipes off the standard streams, so that nothing a library prints gets into a frame."""
    requests = os.fdopen(os.dup(0), "rb")
    answers = os.fdopen(os.dup(1), "wb")
    nothing = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(nothing, stream)
    os.close(nothing)
    return requests, answers


def _refuse_network(event: str, _: Any) -> None:
    if event in ("socket.__new__", "socket.connect", "socket.bind", "socket.getaddrinfo", "subprocess.Popen"):
        raise PermissionError("a document worker opens no connection and starts no program")


def _listen(requests: BinaryIO, incoming: socket.socket | None, waiting: queue.SimpleQueue[Frame]) -> None:
    """Hand on the requests; end the process at once when the parent is gone, whatever it is doing."""
    # A file that did not come is a ValueError.
    with suppress(FrameError, OSError, ValueError):
        while (frame := read_frame(requests)) is not None:
            if incoming is not None:
                (frame.header["descriptor"],) = socket.recv_fds(incoming, 1, 1)[1]
            waiting.put(frame)
    os._exit(0)


class _GoneError(Exception):
    """The parent no longer listens."""


class _Beat:
    """Tells the parent how far a file is, a few times a second at most."""

    def __init__(self, number: int, answers: BinaryIO) -> None:
        self._number = number
        self._answers = answers
        self._next = time.monotonic() + _BEAT

    def __call__(self, done: int, total: int) -> None:
        now = time.monotonic()
        if now >= self._next:
            self._next = now + _BEAT
            try:
                write_frame(self._answers, {"id": self._number, "done": done, "total": total})
            except OSError as error:
                raise _GoneError from error


def _answer(operation: Operation, header: dict[str, Any], answers: BinaryIO, memory: int) -> None:
    number, descriptor = int(header["id"]), header.get("descriptor")
    asked = Asked(_request(header), header, _Beat(number, answers))
    size = float(header["megabytes"])
    sandbox.allow(memory and memory + int(size * MEBIBYTE), operation.limits.processor_for(size))
    outcome = _attempt(lambda: operation.run(asked))
    if isinstance(outcome, Failure):
        outcome = Answer({"failure": asdict(outcome)})
    if descriptor is not None:
        os.close(descriptor)
    write_frame(answers, {**outcome.header, "id": number, "rss": _resident()}, outcome.body)


def _request(header: dict[str, Any]) -> ReadRequest:
    return ReadRequest(
        path=Path(os.fsdecode(bytes.fromhex(header["path"]))),
        sha256=header["sha256"],
        password=header["password"],
        whole_page=header["whole_page"],
        encoding=header["encoding"],
        descriptor=header.get("descriptor"),
    )


def _attempt(work: Callable[[], T]) -> T | Failure:
    try:
        return work()
    except UnreadableError as error:
        return error.failure
    except (MemoryError, RecursionError):
        return Failure("memory", "The file needs more memory than one document may take.")
    except _GoneError:
        raise
    except Exception as error:  # noqa: BLE001 - whatever a parser raises over a foreign file, that file is the matter
        return Failure("damaged", f"The file is damaged or unusual and could not be read ({type(error).__name__}).")


def _resident() -> int:
    """Return the memory the process holds now, in bytes; 0 where the system does not say."""
    if _MEMORY is None:
        return 0
    try:
        return int(os.pread(_MEMORY, 200, 0).split()[1]) * os.sysconf("SC_PAGE_SIZE")
    except (OSError, ValueError, IndexError):
        return 0


def _open_memory() -> int | None:
    """Return a descriptor of what Linux says of this process's memory, opened while that may still be done."""
    try:
        return os.open("/proc/self/statm", os.O_RDONLY)
    except OSError:
        return None


_MEMORY = _open_memory()
