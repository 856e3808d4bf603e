"""Starting the program, beside starting Python."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from benchmarks.table import Line, in_pairs, timed

RUNS = 15
_MAIN = str(Path(__file__).resolve().parents[1] / "main.py")


def start_lines(library: Path) -> Iterator[Line]:
    in_library = ("--library", str(library), "search", "--limit", "20")
    yield _line("main.py --help", ("--help",), 0.06)
    yield _line("main.py search default", (*in_library, "default"), 0.2)
    yield _line("main.py search 設定", (*in_library, "設定"), 0.2)


def _line(work: str, words: tuple[str, ...], extra: float) -> Line:
    pairs = in_pairs(lambda: _process(_MAIN, *words), lambda: _process("-c", "pass"), RUNS)
    return pairs.at_most_more(work, extra)


def _process(*words: str) -> float:
    command = [sys.executable, *words]
    return timed(lambda: subprocess.run(command, stdout=subprocess.DEVNULL, check=True))
