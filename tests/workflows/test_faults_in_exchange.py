"""What is shared, merged or taken back is done wholly or not at all, where no file may grow and where the power goes.

Where no file may grow the system itself refuses the writing, whoever writes: SQLite, or the program that copies a
file aside.  The power goes at a write of SQLite's: the process is killed in the middle of it.
"""

import os
import random
import shutil
import signal
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import apsw
import pytest

from commonplace.library.merging import merge
from commonplace.library.session import new_library, open_session
from commonplace.library.sharing import ShareRequest, share
from commonplace.library.upkeep import check_library, redo, undo
from core.errors import UserError
from core.ids import digest
from db import packing
from db.check import dump
from db.documents import add_blob
from db.engine import Engine
from db.kinds import CONCEPT, SOURCE
from db.packages import read_manifest

resource = pytest.importorskip("resource")

PAGE = 4096


@contextmanager
def no_file_larger_than(size: int):
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def furnish(library, name: str, count: int) -> None:
    text = f"The text of {name}. " * 5000
    with library.action("Add many") as action:
        for number in range(count):
            action.make(CONCEPT, {"nonce": f"{name} {number}", "name": f"{name} {number}"})
        action.make(SOURCE, {"sha256": digest(text).hex()})
    add_blob(library.engine, digest(text), [text.encode()])


@pytest.fixture
def mine(tmp_path):
    """A library of Ann's; its path."""
    path = tmp_path / "mine" / "notes.commonplace"
    path.parent.mkdir()
    with new_library(path, "Ann") as library:
        furnish(library, "Ann", 5)
    return path


@pytest.fixture
def package(tmp_path):
    """A package of Bob's with some hundreds of things."""
    out = tmp_path / "bob.commonplace-share"
    with new_library(tmp_path / "bob.commonplace", "Bob") as library:
        furnish(library, "Bob", 300)
        share(library, out, ShareRequest())
    return out


def seen(path: Path):
    """Return what a library shows, how many bytes it holds of whole documents, and its merges; it is in order."""
    with open_session(path, "Ann", writing=False) as library:
        assert check_library(library).problems == ()
        sizes = library.engine.rows(
            "select (select sum(length(data)) from blob_chunk where sha256 in (select sha256 from blob)),"
            " (select count(*) from merged)"
        )
        return dump(library.engine), sizes


def done(path: Path, work, limit: int | None) -> bool:
    """Do something in a library where no file may become larger; return whether it was done."""
    with open_session(path, "Ann", writing=True) as library:
        library.engine.rows("select 1 from meta")
        try:
            with no_file_larger_than(resource.RLIM_INFINITY if limit is None else limit):
                work(library)
        except UserError:
            return False
        return True


def hold_to_all_or_nothing(path: Path, work, limits) -> int:
    """Do something again and again, with ever other limits; return how often it was not done."""
    data, kept = Path(os.environ["XDG_DATA_HOME"]), path.with_name("kept")
    original, before, failed = path.read_bytes(), seen(path), 0
    data.mkdir(exist_ok=True)
    shutil.copytree(data, kept)
    assert done(path, work, None)
    after = seen(path)
    for limit in limits:
        path.write_bytes(original)
        shutil.rmtree(data)
        shutil.copytree(kept, data)
        if done(path, work, limit):
            assert seen(path) == after
            continue
        failed += 1
        assert seen(path) == before
        assert names(data) == names(kept)
        assert not names(Path(os.environ["XDG_CACHE_HOME"]) / "commonplace" / "received")
        assert done(path, work, None)
        assert seen(path) == after
    shutil.rmtree(kept)
    return failed


def names(folder: Path) -> set[str]:
    return {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}


def sizes(path: Path, number: int) -> list[int]:
    """Return some of the sizes between nothing and twice that of a file, each just below or on the edge of a page."""
    largest = 2 * path.stat().st_size // PAGE
    every = [page * PAGE + more for page in range(largest) for more in (0, 100)]
    return every if number > len(every) else random.Random(number).sample(every, number)


# No file may grow


@pytest.mark.parametrize("number", [8, pytest.param(300, marks=pytest.mark.slow)])
def test_a_merge_is_all_or_nothing(mine, package, tmp_path, number):
    failed = hold_to_all_or_nothing(mine, lambda library: merge(library, package), sizes(package, number))
    assert failed > number // 10
    assert {path.name for path in mine.parent.iterdir()} == {mine.name}


@pytest.mark.parametrize("number", [5, pytest.param(300, marks=pytest.mark.slow)])
def test_what_a_merge_brought_is_taken_back_wholly_or_not_at_all(mine, package, number):
    assert done(mine, lambda library: merge(library, package), None)
    assert hold_to_all_or_nothing(mine, undo, sizes(mine, number))
    assert hold_to_all_or_nothing(mine, redo, sizes(mine, number))


@pytest.mark.parametrize("number", [8, pytest.param(300, marks=pytest.mark.slow)])
def test_a_package_is_written_wholly_or_not_at_all(mine, tmp_path, number):
    folder = tmp_path / "out"
    folder.mkdir()
    out = folder / "all.commonplace-share"
    last_week = b"the package of last week"
    shutil.copy(mine, tmp_path / "copy")
    for limit in sizes(mine, number):
        out.write_bytes(last_week)
        if done(mine, lambda library: share(library, out, ShareRequest(force=True)), limit):
            assert out.stat().st_size <= limit
        else:
            assert out.read_bytes() == last_week
        assert list(folder.iterdir()) == [out]


# The power goes


class Power(apsw.VFS):
    """Ends the process at the n-th write, sync or truncation of what is opened through it; before it or after it."""

    def __init__(self):
        super().__init__("power", "")
        self.left = 0
        self.writes = 0

    def xOpen(self, name, flags):
        return _PoweredFile(self, name, flags)

    def passes(self) -> None:
        self.writes += 1
        if self.writes == self.left:
            os.kill(os.getpid(), signal.SIGKILL)


class _PoweredFile(apsw.VFSFile):
    def __init__(self, power, name, flags):
        self._power = power
        super().__init__("", name, flags)

    def xWrite(self, data, offset):
        self._power.passes()
        super().xWrite(data, offset)
        self._power.passes()

    def xSync(self, flags):
        self._power.passes()

    def xTruncate(self, size):
        self._power.passes()
        super().xTruncate(size)


@pytest.fixture
def power():
    power = Power()
    yield power
    power.unregister()


def ended(power, work, moment: int) -> bool:
    """Do something in a process of its own that is killed at a moment; return whether it came so far."""
    child = os.fork()
    if child == 0:
        try:
            power.left = moment
            work()
        finally:
            os._exit(0)
    return os.WIFSIGNALED(os.waitpid(child, 0)[1])


def moments(power, work, number: int) -> list[int]:
    """Return some of the moments at which something may end, the first and the last ones among them."""
    power.writes = 0
    work()
    every = range(1, power.writes + 1)
    power.writes = 0
    chosen = {*random.Random(number).sample(every, min(number, len(every))), 1, 2, len(every) - 1, len(every)}
    return sorted(chosen)


@pytest.mark.parametrize("number", [6, pytest.param(1000, marks=pytest.mark.slow)])
def test_a_merge_that_is_killed_at_a_write_has_happened_or_not(mine, package, power, number):
    def work():
        with open_session(mine, "Ann", writing=True) as library:
            library.engine.close()
            library.engine = Engine(mine, vfs="power")
            merge(library, package)

    original, before = mine.read_bytes(), seen(mine)
    chosen = moments(power, work, number)
    after = seen(mine)
    for moment in chosen:
        for path in mine.parent.iterdir():
            path.unlink()
        mine.write_bytes(original)
        assert ended(power, work, moment)
        assert seen(mine) in (before, after)
        assert done(mine, lambda library: merge(library, package), None)
        assert seen(mine) == after


@pytest.mark.parametrize("number", [10, pytest.param(1000, marks=pytest.mark.slow)])
@pytest.mark.parametrize("before", [None, b"the package of last week"])
def test_a_package_is_whole_or_as_before_where_its_writing_is_killed(
    mine, tmp_path, power, monkeypatch, number, before
):
    out = tmp_path / "out" / "all.commonplace-share"
    out.parent.mkdir()
    monkeypatch.setattr(packing, "Engine", partial(Engine, vfs="power"))

    def work():
        with open_session(mine, "Ann", writing=False) as library:
            share(library, out, ShareRequest(force=True))

    for moment in moments(power, work, number):
        out.unlink(missing_ok=True)
        if before:
            out.write_bytes(before)
        assert ended(power, work, moment)
        assert not out.exists() if before is None else out.read_bytes() == before
    work()
    # What a killed process leaves has a name of its own, and goes a day later.
    assert [path for path in out.parent.iterdir() if path.suffix != ".tmp"] == [out]
    read_manifest(out)
