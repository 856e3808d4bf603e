"""One worker process as its parent holds it: started, spoken to, listened to by a thread, and ended."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections import deque
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from queue import SimpleQueue
from typing import Any, BinaryIO, cast

from commonplace.documents.opened import open_file
from commonplace.documents.reading import MEBIBYTE, ReadRequest
from commonplace.documents.workers import surroundings
from commonplace.documents.workers.frames import Frame, FrameError, read_frame, write_frame
from commonplace.documents.workers.operations import limits_of

_BOOT = """
import json, sys
told = json.loads(sys.argv[1])
sys.path[:] = told["path"]
from commonplace.documents.workers.worker import main
main(told["memory"], told["files"], told["readable"], told["trials"], module=told["module"], draws=told["draws"])
"""
_KEPT_ENVIRONMENT = ("LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "SYSTEMROOT", "TEMP", "TMP")
# What ends a process that used up its processor time; Windows has no such signal.
_OUT_OF_TIME = getattr(signal, "SIGXCPU", None)


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
            "megabytes": self.megabytes,
            **self.more,
        }


@dataclass(frozen=True, slots=True)
class Heard:
    """What a worker said; no frame where it ended."""

    worker: WorkerProcess
    frame: Frame | None


class WorkerProcess:
    """A running worker and the jobs it has; what it says goes to ``inbox``."""

    def __init__(
        self,
        inbox: SimpleQueue[Heard | None],
        folder: Path,
        *,
        memory: int,
        trials: Path | None = None,
        module: str = "",
        readable: Sequence[Path] = (),
        draws: bool = False,
    ) -> None:
        """Start it; with a ``module`` it obeys its operations too, and may read what is ``readable`` beside the usual.

        Its answers go to ``inbox``, its folder is ``folder``, and it may take so much ``memory`` beside its file.
        """
        self.jobs: deque[Job] = deque()
        self.ready = False
        self.leaving = False
        self.silent_since = time.monotonic()
        self._between_pages = False
        self._inbox = inbox
        # Windows hands no open file over; there the worker opens it by its path.
        self._files, theirs = _pair() if hasattr(socket, "send_fds") else (None, None)
        handed = [theirs.fileno()] if theirs else []
        surroundings.keep_compiled()
        try:
            self._process = subprocess.Popen(
                _command(memory, handed, trials, module, readable, draws=draws),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                cwd=folder,
                env=_environment(os.environ, folder),
                start_new_session=True,
                pass_fds=handed,
            )
        except OSError:
            self._close_files()
            raise
        finally:
            if theirs:
                theirs.close()
        self._thread = threading.Thread(target=self._listen, name="document worker", daemon=True)
        self._thread.start()

    @property
    def pid(self) -> int:
        return self._process.pid

    @property
    def is_running(self) -> bool:
        return self._process.poll() is None

    def send(self, job: Job) -> bool:
        """Give the worker a job with its open file; False where it is gone and did not get it.

        Raises:
            UnreadableError: The file cannot be opened; the worker heard nothing of it.
        """
        descriptor = open_file(job.request.path)
        if not self.jobs:
            job.began = self.silent_since = time.monotonic()
        try:
            job.megabytes = os.fstat(descriptor).st_size / MEBIBYTE
            if self._files is not None:
                socket.send_fds(self._files, [b"\0"], [descriptor])
            write_frame(cast("BinaryIO", self._process.stdin), job.message())
        except OSError:
            return False
        finally:
            os.close(descriptor)
        self.jobs.append(job)
        return True

    def done(self) -> Job:
        """Take the finished job off; the next one begins now."""
        job = self.jobs.popleft()
        self._between_pages = False
        if self.jobs:
            self.jobs[0].began = time.monotonic()
        return job

    def seconds_left(self) -> float:
        """Return how long the job in hand may still take; less than 0 where it has hung."""
        job = self.jobs[0]
        limits = limits_of(job.operation)
        silence = limits.silence_for(job.megabytes, between_pages=self._between_pages)
        return min(self.silent_since + silence, job.began + limits.whole_for(job.megabytes)) - time.monotonic()

    @property
    def out_of_time(self) -> bool:
        """True of a closed worker that the system had ended for its use of the processor."""
        return _OUT_OF_TIME is not None and self._process.returncode == -_OUT_OF_TIME

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
        self._close_files()

    def _close_files(self) -> None:
        if self._files is not None:
            self._files.close()

    def _listen(self) -> None:
        pipe = cast("BinaryIO", self._process.stdout)
        with suppress(FrameError, OSError, MemoryError):
            while (frame := read_frame(pipe)) is not None:
                self.silent_since = time.monotonic()
                self._between_pages = _is_between_pages(frame)
                self._inbox.put(Heard(self, frame))
        self._inbox.put(Heard(self, None))


def _pair() -> tuple[socket.socket | None, socket.socket | None]:
    return socket.socketpair()


def _is_between_pages(frame: Frame) -> bool:
    done, total = frame.header.get("done", 0), frame.header.get("total", 0)
    return isinstance(done, int) and isinstance(total, int) and 0 < done < total


def _command(
    memory: int, files: Sequence[int], trials: Path | None, module: str, readable: Sequence[Path], *, draws: bool
) -> list[str]:
    told = {
        "path": surroundings.import_path(),
        "readable": [*surroundings.readable(), *map(str, readable)],
        "memory": memory,
        "files": files[0] if files else -1,
        "trials": str(trials or ""),
        "module": module,
        "draws": draws,
    }
    return [sys.executable, "-I", "-X", "utf8", "-c", _BOOT, json.dumps(told)]


def _environment(whole: Mapping[str, str], home: Path) -> dict[str, str]:
    # Without a home named to them, libraries look the user's up.
    return {name: whole[name] for name in _KEPT_ENVIRONMENT if name in whole} | {"HOME": str(home)}
