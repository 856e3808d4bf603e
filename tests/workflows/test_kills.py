"""A process that is killed at any moment: the library opens, what was confirmed is there, and the work can go on."""

import json
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from commonplace.library.highlighting import HighlightRequest, highlight
from commonplace.library.highlights import Filter, list_highlights
from commonplace.library.importing import import_paths
from commonplace.library.session import new_library, open_session
from commonplace.library.sources import list_sources, read_text
from commonplace.library.upkeep import check_library

ROOT = Path(__file__).resolve().parents[2]

# Marks passages one after the other, and says of each that it is done only when the use case has returned.
MARKING = """
import sys
from pathlib import Path
from commonplace.library.highlighting import HighlightRequest, highlight
from commonplace.library.session import open_session

with open_session(Path(sys.argv[1]), None, writing=True) as library:
    for number in range(int(sys.argv[2]), 100000):
        quotes, concepts = ("passage %04d" % (number % 400),), ("Concept %d" % (number % 7),)
        request = HighlightRequest(quotes, concepts=concepts, create=True, note="note %d" % number)
        line = highlight(library, sys.argv[3], request)
        print(number, line.id, flush=True)
"""


@pytest.fixture
def documents(tmp_path) -> Path:
    """Texts enough for an import of a second or so, some of them of several megabytes."""
    folder = tmp_path / "documents"
    folder.mkdir()
    for number in range(20):
        body = f"Document {number} of twenty, and what it says is its own.\n" * (20_000 if number % 10 == 0 else 40)
        (folder / f"{number:02}.txt").write_text(body)
    return folder


@contextmanager
def started(words: list[object]) -> Iterator[subprocess.Popen[str]]:
    """A process and its children, all killed in the end."""
    process = subprocess.Popen(
        [sys.executable, *map(str, words)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        start_new_session=True,
    )
    try:
        yield process
    finally:
        # The workers of a killed process end by themselves when their pipe breaks; nothing here may wait for that.
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        assert process.stdout is not None
        process.stdout.close()


def killed(words: list[object], seconds: float) -> list[str]:
    """Start a process, kill it after its first words and so many seconds; return the whole lines it had written."""
    with started(words) as process:
        assert process.stdout is not None
        first = process.stdout.readline()
        time.sleep(seconds)
        process.kill()
        rest = process.stdout.read()
    return [line for line in (first + rest).splitlines(keepends=True) if line.endswith("\n")]


def is_clean(path: Path) -> bool:
    with open_session(path, None, writing=True) as library:
        return check_library(library).problems == ()


def kill_imports(path: Path, documents: Path, times: int) -> None:
    dice = random.Random(times)
    for _ in range(times):
        with new_library(path, None):
            pass
        # The first line may come late or soon: from the first moment to the last.
        with started(["main.py", "--library", path, "import", documents]) as process:
            time.sleep(dice.uniform(0.1, 1.5))
            process.kill()
            assert process.stdout is not None
            lines = process.stdout.read().splitlines(keepends=True)
        confirmed = [line.split()[1] for line in lines if line.endswith("\n") and line.startswith("imported")]

        with open_session(path, None, writing=True) as library:
            assert check_library(library).problems == ()
            stored = {name for source in list_sources(library) for name in source.file_names}
            assert {Path(name).name for name in confirmed} <= stored
            for source in list_sources(library):
                assert len(read_text(library, source.id).text) == source.characters
            again = list(import_paths(library, [documents]))
            assert {line.status for line in again} <= {"imported", "duplicate"}
            assert len(list_sources(library)) == 20
            assert check_library(library).problems == ()
        for file in path.parent.glob(f"{path.name}*"):
            file.unlink()


def kill_highlighting(path: Path, folder: Path, times: int) -> None:
    text = folder / "passages.txt"
    text.write_text("".join(f"This is passage {number:04} of many.\n\n" for number in range(400)))
    with new_library(path, None) as library:
        (source,) = [line.source for line in import_paths(library, [text])]
    dice = random.Random(times)
    confirmed: set[str] = set()
    for _ in range(times):
        lines = killed(["-c", MARKING, path, len(confirmed), source], dice.uniform(0, 0.6))
        confirmed |= {line.split()[1] for line in lines}
        with open_session(path, None, writing=True) as library:
            found = {line.id: line for line in list_highlights(library, Filter())}
        assert confirmed <= found.keys()
        assert all(len(line.concepts) == 1 and line.note for line in found.values())
    with open_session(path, None, writing=True) as library:
        assert check_library(library).problems == ()
        line = highlight(library, source, HighlightRequest(("passage 0001",)))
        assert line.exact == "passage 0001"
    assert len(confirmed) >= times


def test_imports_that_are_killed(tmp_path, documents):
    kill_imports(tmp_path / "notes.commonplace", documents, 8)


def test_highlighting_that_is_killed(tmp_path):
    kill_highlighting(tmp_path / "notes.commonplace", tmp_path, 12)


@pytest.mark.slow
def test_many_imports_that_are_killed(tmp_path, documents):
    kill_imports(tmp_path / "notes.commonplace", documents, 80)


@pytest.mark.slow
def test_much_highlighting_that_is_killed(tmp_path):
    kill_highlighting(tmp_path / "notes.commonplace", tmp_path, 120)


def test_the_workers_of_a_killed_import_end_by_themselves(tmp_path, documents):
    path = tmp_path / "notes.commonplace"
    with new_library(path, None):
        pass
    with started(["main.py", "--library", path, "import", documents]) as process:
        assert process.stdout is not None
        process.stdout.readline()
        process.kill()
        process.wait()
        for _ in range(200):
            if not group(process.pid):
                break
            time.sleep(0.05)
        assert group(process.pid) == []


def group(leader: int) -> list[str]:
    """The processes of a group that still run, zombies left out."""
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            state, _, pgrp = stat.read_text().rpartition(")")[2].split()[:3]
        except OSError:
            continue
        if int(pgrp) == leader and state != "Z":
            found.append(stat.parent.name)
    return found


def test_a_command_that_said_it_is_done_is_done(tmp_path):
    """Exit status 0 is a promise: each command's work is there although the next one is killed."""
    text = tmp_path / "passages.txt"
    text.write_text("".join(f"This is passage {number:04} of many.\n\n" for number in range(40)))
    path = tmp_path / "notes.commonplace"
    words = [sys.executable, "main.py", "--library", str(path)]
    subprocess.run([*words, "new"], cwd=ROOT, check=True, capture_output=True)
    done = subprocess.run([*words, "import", str(text), "--json"], cwd=ROOT, check=True, capture_output=True)
    source = json.loads(done.stdout)[0]["source"]
    dice = random.Random(7)
    promised = []
    for number in range(6):
        command = [*words, "highlight", source, "--quote", f"passage {number:04}"]
        process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            process.wait(dice.uniform(0.1, 0.8))
        except subprocess.TimeoutExpired:
            process.kill()
        if process.wait() == 0:
            promised.append(f"passage {number:04}")
        with open_session(path, None, writing=False) as library:
            assert set(promised) <= {line.exact for line in list_highlights(library, Filter())}
    assert is_clean(path)
