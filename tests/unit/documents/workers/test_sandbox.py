"""The walls around a worker: what it tries against the system itself is refused."""

import os
import platform
import sys
import tempfile
from pathlib import Path
from queue import SimpleQueue

import pytest

from commonplace.documents.reading import ReadRequest, UnreadableError
from commonplace.documents.workers import landlock, seccomp, surroundings
from commonplace.documents.workers.pool import MEMORY_LIMIT, DocumentWorkers
from commonplace.documents.workers.process import Job, WorkerProcess

TRIALS = Path(__file__).with_name("trials.py")

# What each wall alone is to refuse; together they refuse everything that is tried.
BY_FILTER = frozenset({
    "make a file here", "make a file in /tmp", "make a folder", "make a link", "remove its folder", "change rights",
    "change times", "open a socket", "open a local socket", "open a socket in Python", "start a program",
    "become a program", "fork", "signal its parent", "watch its parent",
})  # fmt: skip


class Conversation:
    """A worker that is asked one thing at a time."""

    def __init__(self, folder):
        self._heard = SimpleQueue()
        self._worker = WorkerProcess(self._heard, folder, memory=MEMORY_LIMIT, trials=TRIALS)
        self.pid = self._worker.pid
        self.held = self._next()["held"]

    def ask(self, path, operation="read"):
        assert self._worker.send(Job(1, ReadRequest(path), operation))
        while "id" not in (header := self._next()) or "done" in header:
            pass
        self._worker.done()
        return header

    def close(self):
        self._worker.close()

    def _next(self):
        frame = self._heard.get(timeout=30).frame
        assert frame is not None, "the worker ended"
        return frame.header


@pytest.fixture
def worker(tmp_path):
    with tempfile.TemporaryDirectory() as folder:
        worker = Conversation(Path(folder))
        yield worker
        worker.close()


@pytest.fixture
def paper(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("Words of a text.")
    return path


@pytest.mark.skipif(sys.platform != "linux", reason="these walls are Linux's")
def test_nothing_that_leads_out_succeeds(worker, paper):
    escapes = worker.ask(paper, "escape")["escapes"]

    tried = set(escapes)
    if "landlock" not in worker.held:
        tried &= BY_FILTER
    if "seccomp" not in worker.held:
        tried -= BY_FILTER
    assert {name for name in tried if not escapes[name]} == set()
    assert not Path("/tmp/commonplace-escape").exists()


@pytest.mark.skipif(sys.platform != "linux", reason="these walls are Linux's")
def test_the_filter_of_calls_holds_where_it_is_known(worker):
    assert "no new rights" in worker.held
    if platform.machine() in ("x86_64", "aarch64"):
        assert "seccomp" in worker.held


class LackingSystem:
    """A C library over a kernel that knows none of these calls."""

    def syscall(self, *_):
        return -1


def test_a_system_without_walls_is_no_failure(monkeypatch):
    assert landlock.restrict(LackingSystem(), [Path("/usr/lib")]) is False
    assert seccomp.refuse_calls(LackingSystem()) is False
    monkeypatch.setattr(platform, "machine", lambda: "riscv64")
    assert seccomp.refuse_calls(LackingSystem()) is False


@pytest.mark.parametrize("version", range(1, 9))
def test_each_version_of_landlock_is_asked_for_what_it_knows(version):
    attributes = landlock._attributes(version)
    files = int.from_bytes(attributes[:8], sys.byteorder)
    assert len(attributes) == (8 if version < 4 else 16 if version < 6 else 24)
    assert files.bit_length() == {1: 13, 2: 14, 3: 15, 4: 15}.get(version, 16)


def test_a_worker_that_tried_everything_still_reads(worker, paper):
    worker.ask(paper, "escape")
    assert "layer" in worker.ask(paper)


def test_limits_are_set(worker, paper):
    worker.ask(paper)
    limits = Path(f"/proc/{worker.pid}/limits").read_text()
    soft = {line[:26].strip(): line[26:].split()[0] for line in limits.splitlines()[1:]}

    assert soft["Max core file size"] == soft["Max file size"] == "0"
    assert soft["Max open files"] == "32"
    assert 60 <= int(soft["Max cpu time"]) <= 70
    assert MEMORY_LIMIT <= int(soft["Max address space"]) < MEMORY_LIMIT + (1 << 20)


def test_a_worker_stands_in_an_empty_folder_without_surroundings(worker, paper):
    worker.ask(paper)
    here = Path(f"/proc/{worker.pid}/cwd")
    environment = Path(f"/proc/{worker.pid}/environ").read_bytes()

    assert list(here.iterdir()) == []
    assert not any(name in environment for name in (b"PATH=", b"PYTHON", b"USER=", b"XDG", b"LANG"))
    assert os.fsencode(Path.home()) not in environment


def test_no_file_stays_open_after_its_reading(worker, paper):
    worker.ask(paper)
    before = len(list(Path(f"/proc/{worker.pid}/fd").iterdir()))
    for _ in range(40):
        worker.ask(paper)
    assert len(list(Path(f"/proc/{worker.pid}/fd").iterdir())) == before


def test_the_variables_of_python_are_not_heard(paper, monkeypatch):
    for name in ("PYTHONHOME", "PYTHONPATH", "PYTHONSTARTUP", "PYTHONWARNINGS", "LD_PRELOAD"):
        monkeypatch.setenv(name, "/nowhere")
    with DocumentWorkers(1) as workers:
        (result,) = workers.read([ReadRequest(paper)])
    assert result.reading.characters == 16


def test_of_a_folder_on_the_import_path_only_packages_are_read(tmp_path):
    (tmp_path / "package").mkdir()
    (tmp_path / "package" / "__init__.py").touch()
    (tmp_path / "module.py").touch()
    (tmp_path / "notes.commonplace").touch()
    (tmp_path / "papers").mkdir()

    assert set(surroundings._packages(tmp_path)) == {tmp_path / "package", tmp_path / "module.py"}


def test_what_may_be_read_holds_nothing_of_the_user():
    for path in surroundings.readable():
        assert not Path.home().is_relative_to(path)
        assert not Path(tempfile.gettempdir()).is_relative_to(path)
        assert not Path("/etc").is_relative_to(path)


def test_a_pipe_is_no_document(tmp_path):
    os.mkfifo(tmp_path / "pipe.pdf")
    with tempfile.TemporaryDirectory() as folder:
        worker = WorkerProcess(SimpleQueue(), Path(folder), memory=0)
        try:
            with pytest.raises(UnreadableError, match="no file"):
                worker.send(Job(1, ReadRequest(tmp_path / "pipe.pdf")))
        finally:
            worker.close()
