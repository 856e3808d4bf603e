"""Importing PDFs, beside two bare processes that take the text out of the same files."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from pathlib import Path
from queue import Empty, SimpleQueue
from statistics import median

from benchmarks.table import Line, in_pairs, timed

WORKERS = 2
MEGABYTES = 400

_BARE = """
import sys, pymupdf
pymupdf.TOOLS.mupdf_display_errors(False)
pymupdf.TOOLS.mupdf_display_warnings(False)
for line in sys.stdin:
    with pymupdf.open(line.rstrip("\\n")) as document:
        print(sum(len(page.get_text()) for page in document), flush=True)
"""


def import_lines(pdfs: Sequence[Path], libraries: Iterator[Path], runs: int) -> Iterator[Line]:
    """Yield the lines of the import; each run fills the next library, the last one is left for the search."""
    peaks: list[float] = []
    pages: list[int] = []

    def ours() -> float:
        said = _in_a_process(next(libraries), pdfs)
        peaks.append(said["peak"])
        pages.append(said["pages"])
        return float(said["seconds"])

    pairs = in_pairs(ours, lambda: timed(lambda: _bare(pdfs)), runs)
    yield pairs.at_most(f"import {len(pdfs)} PDFs, {pages[-1]:,} pages", 1.6)
    peak = median(peaks)
    yield Line("peak memory of the main process", f"{peak:.0f} MB", "", "", f"{MEGABYTES} MB", peak <= MEGABYTES)


def fill(library: Path, pdfs: Iterable[Path]) -> dict[str, float]:
    """Import PDFs into a new library, and say how many pages were read in how many seconds."""
    from commonplace.library.importing import import_paths
    from commonplace.library.session import new_library

    with new_library(library, "Bench") as session:

        def work() -> int:
            with closing(import_paths(session, list(pdfs), workers=WORKERS)) as lines:
                return sum(line.pages for line in lines)

        pages: list[int] = []
        seconds = timed(lambda: pages.append(work()))
    return {"seconds": seconds, "pages": pages[0], "peak": _peak()}


def _peak() -> float:
    """Return the most memory this process has held, in megabytes."""
    import resource

    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / 1_000_000


def _in_a_process(library: Path, pdfs: Sequence[Path]) -> dict[str, float]:
    command = [sys.executable, "-m", "benchmarks.reading", str(library)]
    said = subprocess.run(command, input=json.dumps([*map(str, pdfs)]), stdout=subprocess.PIPE, text=True, check=True)
    found: dict[str, float] = json.loads(said.stdout)
    return found


def _bare(pdfs: Sequence[Path]) -> None:
    """Take the text out of all files by two processes; each gets the next largest file when it has done its last."""
    waiting: SimpleQueue[Path] = SimpleQueue()
    for path in sorted(pdfs, key=lambda path: path.stat().st_size, reverse=True):
        waiting.put(path)
    threads = [threading.Thread(target=_feed, args=(waiting,)) for _ in range(WORKERS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def _feed(waiting: SimpleQueue[Path]) -> None:
    pipe = subprocess.PIPE
    with subprocess.Popen([sys.executable, "-c", _BARE], stdin=pipe, stdout=pipe, text=True) as process:
        assert process.stdin and process.stdout
        while True:
            try:
                path = waiting.get_nowait()
            except Empty:
                break
            process.stdin.write(f"{path}\n")
            process.stdin.flush()
            process.stdout.readline()
        process.stdin.close()


if __name__ == "__main__":
    print(json.dumps(fill(Path(sys.argv[1]), map(Path, json.load(sys.stdin)))))
