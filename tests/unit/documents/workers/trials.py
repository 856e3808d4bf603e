"""What tests ask a worker to do: to break, and to try what its walls are to refuse it."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

from commonplace.documents.reading import MEBIBYTE
from commonplace.documents.workers.frames import Answer
from commonplace.documents.workers.operations import Asked, Limits, Operation


def _segv(_: Asked) -> Answer:
    os.kill(os.getpid(), signal.SIGSEGV)
    return Answer()


def _spin(_: Asked) -> Answer:
    while True:
        pass


def _alloc(_: Asked) -> Answer:
    held = []
    while True:
        held.append(bytearray(64 * MEBIBYTE))


def _half(asked: Asked) -> Answer:
    """Do a page of two, say so, and hang."""
    time.sleep(0.5)
    asked.progress(1, 2)
    return _spin(asked)


def _escape(_: Asked) -> Answer:
    """Try everything, and tell of each attempt what stopped it; an attempt that nothing stopped says nothing."""
    return Answer({"escapes": {name: _stopped(attempt) for name, attempt in _ATTEMPTS.items()}})


def _stopped(attempt: Callable[[], object]) -> str:
    try:
        attempt()
    except OSError as error:
        return type(error).__name__
    return ""


def _thread() -> None:
    thread = threading.Thread(target=_reads_passwords)
    seen: list[str] = []
    threading.excepthook = lambda raised: seen.append(raised.exc_type.__name__)
    thread.start()
    thread.join()
    if seen:
        raise PermissionError(seen[0])


def _reads_passwords() -> None:
    Path("/etc/passwd").read_bytes()


def _library(name: str, *arguments: object) -> None:
    """Call the C library itself, past Python's own hooks.

    Raises:
        PermissionError: The call failed.
    """
    import ctypes

    if getattr(_C, name)(*arguments) < 0:
        raise OSError(ctypes.get_errno(), name)


def _open_c_library() -> object:
    import ctypes

    return ctypes.CDLL(None, use_errno=True) if sys.platform == "linux" else None


_C = _open_c_library()
_HOME = str(Path.home()) if "HOME" in os.environ else "/root"

_ATTEMPTS: dict[str, Callable[[], object]] = {
    "read /etc/passwd": _reads_passwords,
    "read it in a thread": _thread,
    "list /etc": lambda: list(Path("/etc").iterdir()),
    "list /tmp": lambda: list(Path("/tmp").iterdir()),
    "list a home": lambda: list(Path(_HOME).iterdir()),
    "read its own memory": lambda: Path("/proc/self/mem").read_bytes(),
    "read its parent's environment": lambda: Path(f"/proc/{os.getppid()}/environ").read_bytes(),
    "make a file here": lambda: Path("here").write_bytes(b"x"),
    "make a file in /tmp": lambda: Path("/tmp/commonplace-escape").write_bytes(b"x"),
    "make a folder": lambda: Path("folder").mkdir(),
    "make a link": lambda: Path("link").symlink_to("/etc/passwd"),
    "remove its folder": lambda: Path.cwd().rmdir(),
    "change rights": lambda: Path.cwd().chmod(0o777),
    "change times": lambda: os.utime(Path.cwd()),
    "open a socket": lambda: _library("socket", 2, 1, 0),
    "open a local socket": lambda: _library("socket", 1, 1, 0),
    "open a socket in Python": lambda: socket.socket(),
    "start a program": lambda: subprocess.run(["/bin/true"]),
    "become a program": lambda: os.execv("/bin/true", ["true"]),
    "fork": lambda: os._exit(0) if os.fork() == 0 else None,
    "signal its parent": lambda: os.kill(os.getppid(), 0),
    "watch its parent": lambda: _library("ptrace", 16, os.getppid(), 0, 0),
}

TRIALS: dict[str, Operation] = {
    "segv": Operation(_segv),
    "spin": Operation(_spin),
    "burn": Operation(_spin, Limits(processor=1.0)),
    "half": Operation(_half),
    "alloc": Operation(_alloc),
    "escape": Operation(_escape),
}
