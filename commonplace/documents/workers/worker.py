"""The worker process: reads files for its parent, one at a time, and answers in frames.

It is started by ``pool`` with the parent's import path, an empty folder to stand in and next to no environment.
It ends when its parent closes the pipe, or is gone.
"""

from __future__ import annotations

import os
import queue
import sys
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from typing import Any, BinaryIO, TypeVar

from commonplace.documents.reading import MEBIBYTE, Failure, ReadRequest, UnreadableError
from commonplace.documents.workers.frames import Frame, FrameError, read_frame, write_frame
from commonplace.documents.workers.operations import OPERATIONS, Answer, Asked, Operation

T = TypeVar("T")

_BEAT = 0.25
_CPU_SECONDS = 3600


def main(memory: int, *, with_test_operations: bool = False) -> None:
    """Serve requests from standard input until it closes.

    Args:
        memory: How many bytes of address space the process may take; 0 for no limit.
        with_test_operations: Also obey "segv", "spin" and "alloc", which break the process.
    """
    requests, answers = _own_pipes()
    _limit(memory)
    sys.addaudithook(_refuse_network)
    write_frame(answers, {"ready": True})
    waiting: queue.SimpleQueue[Frame] = queue.SimpleQueue()
    threading.Thread(target=_listen, args=(requests, waiting), daemon=True).start()
    while True:
        frame = waiting.get()
        name = str(frame.header.get("op"))
        if name in OPERATIONS:
            _answer(OPERATIONS[name], frame.header, answers)
        elif with_test_operations:
            _break(name)


def _own_pipes() -> tuple[BinaryIO, BinaryIO]:
    """Take the pipes off the standard streams, so that nothing a library prints gets into a frame."""
    requests = os.fdopen(os.dup(0), "rb")
    answers = os.fdopen(os.dup(1), "wb")
    nothing = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(nothing, stream)
    os.close(nothing)
    return requests, answers


def _limit(memory: int) -> None:
    try:
        import resource
    except ImportError:  # Windows has no such limits; there the parent's watch over time and size must do.
        return
    limits = [(resource.RLIMIT_CORE, 0), (resource.RLIMIT_NOFILE, 64), (resource.RLIMIT_CPU, _CPU_SECONDS)]
    if memory:
        limits.append((resource.RLIMIT_AS, memory))
    for limit, value in limits:
        with suppress(OSError, ValueError):
            resource.setrlimit(limit, (value, value))


def _refuse_network(event: str, _: Any) -> None:
    if event in ("socket.__new__", "socket.connect", "socket.bind", "socket.getaddrinfo", "subprocess.Popen"):
        raise PermissionError("a document worker opens no connection and starts no program")


def _listen(requests: BinaryIO, waiting: queue.SimpleQueue[Frame]) -> None:
    """Hand on the requests; end the process at once when the parent is gone, whatever it is doing."""
    with suppress(FrameError, OSError):
        while (frame := read_frame(requests)) is not None:
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


def _answer(operation: Operation, header: dict[str, Any], answers: BinaryIO) -> None:
    number = int(header["id"])
    asked = Asked(_request(header), header, _Beat(number, answers))
    outcome = _attempt(lambda: operation.run(asked))
    if isinstance(outcome, Failure):
        outcome = Answer({"failure": asdict(outcome)})
    write_frame(answers, {**outcome.header, "id": number, "rss": _resident()}, outcome.body)


def _request(header: dict[str, Any]) -> ReadRequest:
    return ReadRequest(
        path=Path(os.fsdecode(bytes.fromhex(header["path"]))),
        sha256=header["sha256"],
        password=header["password"],
        whole_page=header["whole_page"],
        encoding=header["encoding"],
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
    try:
        pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
        return pages * os.sysconf("SC_PAGE_SIZE")
    except (OSError, ValueError, IndexError):
        return 0


def _break(operation: str) -> None:
    if operation == "segv":
        import signal

        os.kill(os.getpid(), signal.SIGSEGV)
    while operation == "spin":
        pass
    if operation == "alloc":
        held = []
        while True:
            held.append(bytearray(64 * MEBIBYTE))


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 0)
