"""What every test stands on: a computer of its own, no network, and nothing left behind."""

from __future__ import annotations

import importlib
import os
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from functools import partial
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from commonplace.documents.trained import languages, trained_folder

CORPUS = Path(__file__).resolve().parents[2] / "shared" / "corpus"

QT_FAILS = ""
try:
    importlib.import_module("PySide6.QtWidgets")
except ImportError as error:
    QT_FAILS = str(error)
else:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ.setdefault("QT_SCALE_FACTOR", "1")
    pytest_plugins = ["pytestqt.plugin"]

_PATIENCE_MS = 60_000

OCR_MISSES = {"eng", "jpn", "jpn_vert"}.difference(languages(trained_folder() or Path()))

# A busy computer is no fault of the code: nothing here is measured in time.
settings.register_profile("here", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("ci", settings.get_profile("here"), derandomize=True, database=None)
settings.register_profile("slow", settings.get_profile("here"), max_examples=2000)


def pytest_addoption(parser):
    parser.addoption("--slow", action="store_true", help="run the tests that take minutes, too")


def pytest_configure(config):
    if not config.getoption("--hypothesis-profile"):
        usual = "ci" if os.environ.get("CI") else "here"
        settings.load_profile("slow" if config.getoption("--slow") else usual)
    sys.addaudithook(_refuse_network)


def pytest_collection_modifyitems(config, items):
    for marker, reason in _reasons_to_skip(config):
        for item in items:
            if item.get_closest_marker(marker):
                item.add_marker(pytest.mark.skip(reason=reason))


def _reasons_to_skip(config):
    if not config.getoption("--slow"):
        yield "slow", "takes minutes; run with --slow"
    if not CORPUS.is_dir():
        yield "corpus", "the corpus is not beside this checkout"
    if QT_FAILS and not os.environ.get("COMMONPLACE_REQUIRE_GUI"):
        yield "gui", f"Qt cannot load ({QT_FAILS}); see the README on system libraries"
    if OCR_MISSES and not os.environ.get("COMMONPLACE_REQUIRE_OCR"):
        yield "ocr", f"Tesseract's data are not all installed ({', '.join(sorted(OCR_MISSES))} missing)"


def _refuse_network(event, args):
    # Seen here are all sockets of this process, whichever library makes them; AF_UNIX is this computer alone.
    if event == "socket.__new__" and args[1] in _NETWORK:
        raise RuntimeError("Commonplace is offline: no network socket may be opened")
    if event == "socket.getaddrinfo":
        raise RuntimeError("Commonplace is offline: no name may be looked up")


_NETWORK = frozenset({2, 10, 23, 30})  # AF_INET; AF_INET6 on Linux, Windows and macOS


@pytest.fixture(scope="session", autouse=True)
def _computer_of_the_session(tmp_path_factory):
    """Give what is set up once for many tests a computer that is not the user's."""
    with pytest.MonkeyPatch.context() as patch:
        _at_home(patch, tmp_path_factory.mktemp("home"))
        yield


@pytest.fixture(autouse=True)
def _computer(monkeypatch, _computer_of_the_session, tmp_path_factory):
    """Give each test folders of its own for data, settings and cache; they are not there until something is written."""
    _at_home(monkeypatch, tmp_path_factory.getbasetemp() / "homes" / os.urandom(8).hex())


def _at_home(patch, folder: Path) -> None:
    for kind in ("data", "config", "cache", "state"):
        patch.setenv(f"XDG_{kind.upper()}_HOME", str(folder / kind))
    for name in ("COMMONPLACE_LIBRARY", "COMMONPLACE_DEBUG", "LANGUAGE", "LC_ALL"):
        patch.delenv(name, raising=False)
    patch.setenv("LANG", "C.UTF-8")


@pytest.fixture(autouse=True)
def _nothing_is_left_behind(_computer):
    """Fail a test after which threads or processes still run that it started."""
    before = _running()
    yield
    left = _left(before)
    for _ in range(100):
        if not left:
            return
        time.sleep(0.02)
        left = _left(before)
    pytest.fail(f"left behind: {', '.join(sorted(left))}")


@pytest.fixture
def qtbot(qtbot):
    """Wait as long for the window as a busy computer needs; five seconds are pytest-qt's own patience."""
    for name in ("waitUntil", "waitSignal", "waitSignals"):
        setattr(qtbot, name, partial(getattr(qtbot, name), timeout=_PATIENCE_MS))
    return qtbot


@pytest.fixture
def running():
    """Return what lists the threads and the child processes of this process."""
    return _running


def _left(before: set[str]) -> set[str]:
    return _running() - before


def _running() -> set[str]:
    """Return the threads and the child processes of this process, as words to be read."""
    threads = (thread for thread in threading.enumerate() if thread.name not in _KEPT_THREADS)
    return {f"thread {thread.name} ({thread.ident})" for thread in threads} | _children()


# tqdm makes one with its first bar and keeps it.
_KEPT_THREADS = frozenset({"tqdm_monitor"})


def _children() -> set[str]:
    if not hasattr(os, "waitid"):
        return set()
    try:
        os.waitid(os.P_ALL, 0, os.WEXITED | os.WNOHANG | os.WNOWAIT)
    except ChildProcessError:
        return set()
    return {f"process {pid}" for pid in _pids_of_children()} or {"a process"}


def _pids_of_children() -> Iterator[str]:
    for stat in Path("/proc").glob("[0-9]*/stat"):
        # A process may end while we look.
        with suppress(OSError):
            if stat.read_text().rpartition(")")[2].split()[1] == str(os.getpid()):
                yield stat.parent.name
