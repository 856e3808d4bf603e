"""A package under faults of the disk and of the power: a file has it whole, or what it had before, or nothing."""

import os
import random
import signal
import subprocess
import sys
import time
from contextlib import closing
from functools import partial
from pathlib import Path

import apsw
import pytest
from disks import FailingDisk
from ledgers import add_document
from parcels import furnish, ignore, opened, received, request

from commonplace.exchange.writing import whole_file
from core.errors import StorageError
from db import packing
from db.engine import Engine
from db.opening import create
from db.packages import read_manifest, refuse_untrue
from db.packing import write_package

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture(params=[apsw.FullError, apsw.IOError], ids=["full", "failing"])
def disk(request):
    disk = FailingDisk(request.param)
    yield disk
    disk.unregister()


@pytest.fixture
def out(tmp_path):
    (tmp_path / "out").mkdir()
    return tmp_path / "out" / "some.commonplace-share"


def share(engine, out, **chosen):
    with whole_file(out, force=True) as aside:
        return write_package(engine, aside, request(**chosen), ignore)


@pytest.mark.parametrize("before", [None, b"the package of last week"])
def test_a_disk_that_fails_at_any_write_leaves_what_was_there(people, out, disk, monkeypatch, before):
    furnish(people.ann)
    monkeypatch.setattr(packing, "Engine", partial(Engine, vfs="failing"))
    for moment in range(1, 500):
        if before is not None:
            out.write_bytes(before)
        disk.left = moment
        try:
            share(people.ann.engine, out)
        except StorageError as error:
            assert error.code in {"disk-full", "disk-failed"}
            assert [path.read_bytes() for path in out.parent.iterdir()] == ([before] if before else [])
        if disk.left > 0:
            break
        assert not out.exists() or out.read_bytes() == before
    assert moment > 10
    assert list(out.parent.iterdir()) == [out]
    disk.left = None
    _is_whole(out)


def _is_whole(out):
    with opened(out) as package:
        refuse_untrue(package, read_manifest(out))
    received(out).close()


def test_a_package_that_comes_out_otherwise_than_written_is_thrown_away(people, out, monkeypatch):
    furnish(people.ann)
    real = packing._finish

    def finish(package, *more):
        manifest = real(package, *more)
        package.rows("delete from revision where id in (select id from revision limit 1)")
        return manifest

    monkeypatch.setattr(packing, "_finish", finish)
    with pytest.raises(StorageError):
        share(people.ann.engine, out)
    assert list(out.parent.iterdir()) == []


_SHARER = """
import sys
from pathlib import Path
sys.path[:0] = [{root!r}, {here!r}]
from parcels import ignore, request
from commonplace.exchange.writing import whole_file
from db.opening import open_library
from db.packing import write_package
engine = open_library(Path({path!r}), before_migration=None)
while True:
    with whole_file(Path({out!r}), force=True) as aside:
        write_package(engine, aside, request(), ignore)
    print("written", flush=True)
"""


def _kill_while_sharing(path, out, delay):
    code = _SHARER.format(root=str(ROOT), here=str(Path(__file__).parent), path=str(path), out=str(out))
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        first = process.stdout.readline()
        assert first, process.stderr.read().decode()
        time.sleep(delay)
        os.kill(process.pid, signal.SIGKILL)
        process.stdout.read()


def _survives_kills(path, out, ann, count):
    with closing(create(path)) as engine:
        for number in range(20):
            add_document(engine, ann, f"Text {number}. " * 2000)
    moments = random.Random(count)
    for _ in range(count):
        _kill_while_sharing(path, out, moments.random() * 0.1)
        _is_whole(out)


def test_a_process_killed_while_it_shares_leaves_a_whole_package(path, out, ann):
    _survives_kills(path, out, ann, 10)


@pytest.mark.slow
def test_a_process_killed_often_while_it_shares_leaves_a_whole_package(path, out, ann):
    _survives_kills(path, out, ann, 200)
