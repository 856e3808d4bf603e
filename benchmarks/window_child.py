"""Processes of their own: the program from its command to its painted window, and one that reads a book to its end."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from functools import partial
from pathlib import Path

_ROOT = Path(__file__).resolve().parents[1]

# Both say when they have painted, and how much of the processor they have used by then.
_SAY = "print(time.time(), time.process_time(), flush=True)\n    os._exit(0)"
_EMPTY = f"""
import os, time
from PySide6.QtWidgets import QApplication, QMainWindow
def main():
    application = QApplication([])
    window = QMainWindow()
    window.resize(1280, 800)
    window.show()
    application.processEvents()
    {_SAY}
main()
"""
_OURS = f"""
import os, sys, time
from PySide6.QtWidgets import QApplication
def painted(application):
    application.processEvents()
    {_SAY}
QApplication.exec = painted
import main
main.main()
"""


def start(library: Path) -> tuple[float, float]:
    """Return the seconds from the command to the painted window, by the clock and of the processor."""
    return _started(_OURS, "--library", str(library))


def start_empty() -> tuple[float, float]:
    """Return the same of an empty main window."""
    return _started(_EMPTY)


def memory_after_reading(library: Path) -> float:
    """Return the megabytes that the window holds when a document was read from its first page to its last."""
    said = subprocess.run(
        [sys.executable, "-m", "benchmarks.window_child", str(library)],
        stdout=subprocess.PIPE,
        text=True,
        check=True,
        cwd=_ROOT,
    )
    return float(json.loads(said.stdout))


def _started(code: str, *words: str) -> tuple[float, float]:
    began = time.time()
    command = [sys.executable, "-c", code, *words]
    said = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True, cwd=_ROOT).stdout.split()
    return float(said[0]) - began, float(said[1])


def _read(library: Path) -> float:
    from PySide6.QtWidgets import QApplication

    from benchmarks.heartbeat import wait
    from commonplace.library.session import open_session
    from desktop.application import made_window

    application = QApplication([])
    window = made_window(partial(open_session, library, "Bench", writing=True), "book")
    window.show()
    window.desk.load()
    wait(lambda: bool(window.desk.sources))
    window.desk.open_source(window.desk.sources[0].id)
    wait(lambda: window.pages.is_drawn)
    for page in range(window.desk.sources[0].pages):
        window.pages.go_to_page(page)
        wait(lambda: window.pages.is_drawn)
    held = _resident()
    window.close()
    application.processEvents()
    return held


def _resident() -> float:
    """Return the megabytes this process holds now; the most it ever held where the system does not say."""
    try:
        return int(Path("/proc/self/statm").read_text("ascii").split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6
    except OSError:
        import resource

        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6


if __name__ == "__main__":
    print(json.dumps(_read(Path(sys.argv[1]))))
