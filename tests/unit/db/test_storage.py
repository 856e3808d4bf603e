"""Faults of the disk and of the power: what was confirmed is there, and the next action works."""

import os
import random
import signal
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import apsw
import pytest
from disks import FailingDisk
from ledgers import Person, visible

from core.errors import StorageError
from db.check import check
from db.engine import Engine
from db.kinds import CONCEPT
from db.opening import create, open_library

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture(params=[apsw.FullError, apsw.IOError], ids=["full", "failing"])
def disk(request):
    disk = FailingDisk(request.param)
    yield disk
    disk.unregister()


def _work(person):
    """Three confirmed steps; the names of those that were confirmed are yielded."""
    concept = person.concept("FOIP")
    yield "made"
    person.set(CONCEPT, concept, "definition", "Free and open" * 500)
    yield "defined"
    person.undo()
    yield "undone"


def _state(engine):
    rows = engine.rows("select alive, length(definition) from concept")
    return {(): "empty", ((1, 0),): "made", ((1, 6500),): "defined"}[tuple(rows)]


def test_a_disk_that_fails_at_any_moment_costs_one_step_at_most(path, disk):
    """Each write of a short history fails once; the step fails as a whole, and done again it succeeds."""
    after = {"empty": "empty", "made": "made", "defined": "defined", "undone": "made"}
    create(path).close()
    new = path.read_bytes()
    for moment in range(1, 500):
        path.write_bytes(new)
        with closing(Engine(path, vfs="failing")) as engine:
            person = Person("ann", engine, None)
            engine.rows("select 1 from meta")
            disk.left = moment
            confirmed = "empty"
            try:
                for step in _work(person):
                    confirmed = step
            except StorageError as error:
                assert error.code in {"disk-full", "disk-failed"}
                assert _state(engine) == after[confirmed]
            fired, disk.left = disk.left <= 0, None
            person.concept("Quad")
            assert engine.value("select count(*) from concept where name='Quad'") == 1
        with closing(open_library(path, before_migration=pytest.fail)) as engine:
            assert check(engine, remake=False).problems == ()
        path.unlink()
        if not fired:
            break
    assert moment > 20, moment


def test_an_action_that_failed_may_be_written_again(path, disk):
    create(path).close()
    with closing(Engine(path, vfs="failing")) as engine:
        person = Person("ann", engine, None)
        before = visible(engine)
        with person.action("Long") as action:
            person.concept("FOIP")
            disk.left = 1
            with pytest.raises(StorageError):
                action.flush()
            assert visible(engine) == before
            person.concept("Quad")
        assert engine.rows("select name from concept order by 1") == [("FOIP",), ("Quad",)]
        assert engine.rows("select label from action where label<>''") == [("Long",)]


_WRITER = """
import sys
from pathlib import Path
sys.path[:0] = [{root!r}, {here!r}]
from ledgers import Person, add_document
from db.opening import open_library
engine = open_library(Path({path!r}), before_migration=None)
person = Person("ann", engine, None)
start = engine.value("select count(*) from action")
for number in range(start, start + 10000):
    person.nonce = lambda: str(number)
    with person.action():
        source = person.source(str(number))
        person.note(person.highlight(source))
    add_document(engine, person.writer, f"Text {{number}}. " * 2000)
    print(number, flush=True)
"""


def _kill_while_writing(path, delay):
    """Let a process write and kill it; return the last number it confirmed, or None."""
    code = _WRITER.format(root=str(ROOT), here=str(Path(__file__).parent), path=str(path))
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        first = process.stdout.readline()
        assert first, process.stderr.read().decode()
        time.sleep(delay)
        os.kill(process.pid, signal.SIGKILL)
        said = first + process.stdout.read()
    lines = said.decode().split("\n")
    return int(lines[-2])  # what follows the last line end was cut off


def _survives_kills(path, count):
    create(path).close()
    moments = random.Random(count)
    for _ in range(count):
        last = _kill_while_writing(path, moments.random() * 0.05)
        with closing(open_library(path, before_migration=pytest.fail)) as engine:
            report = check(engine, remake=False)
            assert report.problems == ()
            numbers = {
                nonce for (nonce,) in engine.rows("select json_extract(core, '$.nonce') from entity where kind='note'")
            }
            assert str(last) in numbers
            assert report.counts["note"] == report.counts["highlight"]


def test_a_killed_process_loses_nothing_that_was_confirmed(path):
    _survives_kills(path, 20)


@pytest.mark.slow
def test_a_process_killed_often_loses_nothing_that_was_confirmed(path):
    _survives_kills(path, 200)


def test_nothing_in_the_process_opens_the_library_with_plain_open(path, tmp_path):
    """To open and close it beside SQLite would drop SQLite's locks on it (POSIX); so nothing may, even to read."""
    code = f"""
import sys
from pathlib import Path
sys.path[:0] = [{str(ROOT)!r}, {str(Path(__file__).parent)!r}]
from ledgers import Person, add_document
from db.backup import back_up
from db.check import check
from db.opening import create, open_library
from db.search_index import SearchIndex
path = Path({str(path)!r})
seen = []
def watch(event, args):
    if event == "open" and isinstance(args[0], str) and args[0].startswith(str(path)):
        seen.append(args[0])
sys.addaudithook(watch)
engine = create(path)
person = Person("ann", engine, None)
person.note(person.highlight(person.source()))
add_document(engine, person.writer)
person.undo()
open_library(path, before_migration=None).close()
open_library(path, before_migration=None, sealed=True).close()
back_up(engine, Path({str(tmp_path / "backups")!r}), "daily")
check(engine, remake=True)
index = SearchIndex(engine, Path({str(tmp_path / "index")!r}), "id", lambda layer: [(0, len(layer.text))])
index.catch_up()
print(seen)
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.stdout.strip() == "[]", done.stderr
