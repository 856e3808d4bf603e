"""Merging 100,000 highlights with 300,000 taggings into as many, half of them shared; and the same file once more."""

from __future__ import annotations

import resource
import shutil
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from pathlib import Path

from benchmarks.table import Line, seconds
from commonplace.library.merging import merge
from commonplace.library.session import open_session
from core.ids import digest
from db.engine import Engine
from db.kinds import CONCEPT, HIGHLIGHT, SOURCE, TAGGING
from db.ledger import Action
from db.opening import create
from db.writers import Writer

HALF = 50_000
TAGS = 3
_AT_ONCE = 5_000
_MOST = {"first": 10.0, "again": 1.0, "memory": 400.0}


def uniting_lines(scratch: Path) -> Iterator[Line]:
    mine, theirs = scratch / "mine.commonplace", scratch / "theirs.commonplace"
    _make(mine, theirs)
    with open_session(mine, "Ann", writing=True) as library:
        first = _processor_time(lambda: merge(library, theirs))
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        again = _processor_time(lambda: merge(library, theirs))
    what = f"merge {2 * HALF:,} highlights, {2 * HALF * TAGS:,} tags into as many"
    yield Line(what, seconds(first), "", "", f"under {_MOST['first']:g} s", first <= _MOST["first"])
    yield Line("the same file again", seconds(again), "", "", f"under {_MOST['again']:g} s", again <= _MOST["again"])
    yield Line("memory of it", f"{memory:.0f} MB", "", "", f"under {_MOST['memory']:g} MB", memory <= _MOST["memory"])


def _processor_time(work: Callable[[], object]) -> float:
    """Return what this process takes, and its reader beside which it waits or works."""
    before = time.process_time(), _readers_time()
    work()
    return time.process_time() - before[0] + _readers_time() - before[1]


def _readers_time() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _make(mine: Path, theirs: Path) -> None:
    ann, bob = Writer("ann", "Ann", b"ann-desk"), Writer("bob", "Bob", b"bob-desk")
    with closing(create(mine)) as engine:
        with Action(engine, ann, "Begin") as action:
            sources = [action.make(SOURCE, {"sha256": digest(str(number)).hex()}) for number in range(100)]
            concepts = [action.make(CONCEPT, {"nonce": str(n), "name": f"Concept {n}"}) for n in range(200)]
        _mark(engine, ann, sources, concepts, "shared")
    shutil.copy(mine, theirs)
    for path, writer in ((mine, ann), (theirs, bob)):
        with closing(Engine(path)) as engine:
            _mark(engine, writer, sources, concepts, writer.name)


def _mark(engine: Engine, writer: Writer, sources: Sequence[str], concepts: Sequence[str], called: str) -> None:
    for start in range(0, HALF, _AT_ONCE):
        with Action(engine, writer, "Highlight") as action:
            for number in range(start, start + _AT_ONCE):
                source = sources[number % len(sources)]
                anchor = {"source": source, "layer": "", "ranges": [[number, number + 40]], "prefix": "", "suffix": ""}
                core = {"nonce": f"{called}{number}", "person": action.person, "created": action.at, "exact": called}
                highlight = action.make(HIGHLIGHT, core, {"anchor": anchor})
                for tag in range(TAGS):
                    concept = concepts[(number + 7 * tag) % len(concepts)]
                    action.make(TAGGING, {"highlight": highlight, "concept": concept, "person": action.person})
