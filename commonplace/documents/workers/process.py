"""One worker process as its parent holds it: started, spoken to, listened to by a thread, and ended."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
import time
from collections import deque
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from queue import SimpleQueue
from typing import Any, BinaryIO, cast

from commonplace.documents.reading import MEBIBYTE, ReadRequest
from commonplace.documents.workers.frames import Frame, FrameError, read_frame, write_frame

_BOOT = """
import json, sys
sys.path[:] = json.loads(sys.argv[1])
from commonplace.documents.workers.worker import main
main(int(sys.argv[2]), with_test_operations=sys.argv[3] == "test")
"""
_KEPT_ENVIRONMENT = ("LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "SYSTEMROOT", "TEMP", "TMP")
_IMPORT_ROOT = Path(__file__).resolve().parents[3]

_SILENCE = 20.0
_SILENCE_PER_MEGABYTE = 1.0
_WHOLE = 600.0
_WHOLE_PER_MEGABYTE = 30.0


@dataclass(slots=True)
class Job:
    """A request on its way; ``began`` is when the worker came to it, ``more`` what an operation needs besides."""

    number: int
    request: ReadRequest
    operation: str = "read"
    megabytes: float = 0.0
    began: float = field(default_factory=time.monotonic)
    more: Mapping[str, Any] = field(default_factory=dict)

    def message(self) -> dict[str, Any]:
        return {
            "op": self.operation,
            "id": self.number,
            "path": os.fsencode(self.request.path.absolute()).hex(),
            "sha256": self.request.sha256,
            "password": self.request.password,
            "whole_page": self.request.whole_page,
            "encoding": self.request.encoding,
            **self.more,
        }


@dataclass(frozen=True, slots=True)
class Heard:
    """What a worker said; no frame where it ended."""

    worker: WorkerProcess
    frame: Frame | None


class WorkerProcess:
    """A running worker and the jobs it has; what it says goes to ``inbox``."""

    def __init__(self, inbox: SimpleQueue[Heard | None], folder: Path, *, memory: int, testing: bool = False) -> None:
        self.jobs: deque[Job] = deque()
        self.ready = False
        self.leaving = False
        self.silent_since = time.monotonic()
        self._inbox = inbox
        self._process = subprocess.Popen(
            _command(memory, testing=testing),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=folder,
            env=_environment(os.environ),
            start_new_session=True,
        )
        self._thread = threading.Thread(target=self._listen, name="document worker", daemon=True)
        self._thread.start()

    @property
    def pid(self) -> int:
        return self._process.pid

    def send(self, job: Job) -> bool:
        """Give the worker a job; False where it is gone and did not get it."""
        if not self.jobs:
            job.began = self.silent_since = time.monotonic()
        try:
            write_frame(cast("BinaryIO", self._process.stdin), job.message())
        except OSError:
            return False
        self.jobs.append(job)
        return True

    def done(self) -> Job:
        """Take the finished job off; the next one begins now."""
        job = self.jobs.popleft()
        if self.jobs:
            self.jobs[0].began = time.monotonic()
        return job

    def seconds_left(self) -> float:
        """Return how long the job in hand may still take; less than 0 where it has hung."""
        job = self.jobs[0]
        silence = self.silent_since + _SILENCE + _SILENCE_PER_MEGABYTE * job.megabytes
        whole = job.began + _WHOLE + _WHOLE_PER_MEGABYTE * job.megabytes
        return min(silence, whole) - time.monotonic()

    def kill(self) -> None:
        """End the process without waiting for it; any thread may call this."""
        with suppress(OSError):
            self._process.kill()

    def close(self) -> None:
        """End the process and whatever belongs to it; nothing is left behind."""
        self.kill()
        self._process.wait()
        self._thread.join()
        for pipe in (self._process.stdin, self._process.stdout):
            # What could not be written to a dead worker makes closing its pipe fail.
            with suppress(OSError):
                cast("BinaryIO", pipe).close()

    def _listen(self) -> None:
        pipe = cast("BinaryIO", self._process.stdout)
        with suppress(FrameError, OSError, MemoryError):
            while (frame := read_frame(pipe)) is not None:
                self.silent_since = time.monotonic()
                self._inbox.put(Heard(self, frame))
        self._inbox.put(Heard(self, None))


def megabytes(path: Path) -> float:
    try:
        return path.stat().st_size / MEBIBYTE
    except OSError:
        return 0.0


def _command(memory: int, *, testing: bool) -> list[str]:
    paths = [str(_IMPORT_ROOT), *(path for path in sys.path if Path(path).is_absolute())]
    return [sys.executable, "-I", "-X", "utf8", "-c", _BOOT, json.dumps(paths), str(memory), "test" if testing else ""]


def _environment(whole: Mapping[str, str]) -> dict[str, str]:
    return {name: whole[name] for name in _KEPT_ENVIRONMENT if name in whole}
