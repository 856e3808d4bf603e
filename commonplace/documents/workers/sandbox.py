"""The walls around a worker: what the system is asked to refuse it, as far as the system can.

A wall that this system does not have is left out; a worker never fails to start for want of one.
"""

from __future__ import annotations

import ctypes
import math
import sys
import time
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from commonplace.documents.workers import landlock, seccomp

_PROMISE_NO_NEW_RIGHTS = 38
_OPEN_FILES = 32

_SYSTEM = (
    "/lib", "/lib32", "/lib64", "/usr/lib", "/usr/lib32", "/usr/lib64", "/usr/local/lib", "/nix/store", "/gnu/store",
    "/etc/ld.so.cache", "/etc/localtime", "/etc/timezone", "/dev/null", "/dev/zero", "/dev/urandom",
    "/usr/share/zoneinfo", "/usr/share/fonts", "/usr/local/share/fonts",
)  # fmt: skip


def enter(readable: Iterable[str]) -> list[str]:
    """Raise every wall around this process, which must have one thread yet; return which of them hold.

    Args:
        readable: The folders of the interpreter, its packages and what else is to be read, beside the system's own.
    """
    _limit_files()
    if sys.platform != "linux":
        return []
    system = ctypes.CDLL(None)
    if system.prctl(_PROMISE_NO_NEW_RIGHTS, 1, 0, 0, 0) != 0:
        return []
    held = ["no new rights"]
    if landlock.restrict(system, map(Path, (*_SYSTEM, *readable))):
        held.append("landlock")
    if seccomp.refuse_calls(system):
        held.append("seccomp")
    return held


def allow(memory: int, processor: float) -> None:
    """Allow what one request may take from now on.

    Args:
        memory: Of address space, in bytes; 0 for no limit.
        processor: Of processor time, in seconds.
    """
    try:
        import resource
    except ImportError:  # Windows has no such limits; there the parent's watch over time must do.
        return
    until = math.ceil(time.process_time() + processor)
    for limit, value in ((resource.RLIMIT_CPU, until), (resource.RLIMIT_AS, memory)):
        with suppress(OSError, ValueError):
            if value:
                resource.setrlimit(limit, (value, resource.getrlimit(limit)[1]))


def _limit_files() -> None:
    """Allow few open files, no written one and no picture of the memory in a crash."""
    try:
        import resource
    except ImportError:
        return
    limits = ((resource.RLIMIT_CORE, 0), (resource.RLIMIT_FSIZE, 0), (resource.RLIMIT_NOFILE, _OPEN_FILES))
    for limit, value in limits:
        with suppress(OSError, ValueError):
            resource.setrlimit(limit, (value, value))
