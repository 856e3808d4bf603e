"""The main window on a library with one long document, and the times it takes."""

from __future__ import annotations

import time
from collections.abc import Sequence
from functools import partial
from pathlib import Path

import pymupdf

from benchmarks.heartbeat import Heartbeat, wait
from benchmarks.table import timed
from commonplace.library.importing import import_paths
from commonplace.library.session import Library, new_library, open_session
from commonplace.library.viewing import highlight_ranges

_STEP = 1 / 60
_SCROLLED = 100
_STEPS_A_PAGE = 6
_QUIET = 2.5


class Reader:
    """A window that is running; use it with ``with``."""

    def __init__(self, book: Path, library: Path) -> None:
        from PySide6.QtWidgets import QApplication

        from desktop.application import made_window

        self._application = QApplication.instance() or QApplication([])
        self._book, self._library = book, library
        with new_library(library, "Bench") as made:
            list(import_paths(made, [book]))
        self.window = made_window(self._open, "bench")
        self.pages = self.window.pages
        self.window.show()
        self.window.desk.load()
        wait(lambda: bool(self.window.desk.sources))
        self._source = self.window.desk.sources[0].id

    @property
    def _open(self) -> partial[Library]:
        return partial(open_session, self._library, "Bench", writing=True)

    def __enter__(self) -> Reader:
        return self

    def __exit__(self, *_error: object) -> None:
        self.window.close()
        self.window.deleteLater()
        self._application.processEvents()

    def open(self) -> float:
        """Return how long it takes from asking for the document to its first page, painted."""
        self._put_away()
        began = time.perf_counter()
        self.window.desk.open_source(self._source)
        wait(self._is_sharp)
        self.pages.viewport().repaint()
        taken = time.perf_counter() - began
        wait(lambda: self.pages.is_drawn)
        return taken

    def jumps(self, count: int) -> tuple[tuple[float, ...], tuple[float, ...]]:
        """Return the seconds of jumps to a sharp page, and of drawing the same pages barely."""
        ours, engine = [], []
        pages = self.window.desk.sources[0].pages
        with pymupdf.open(self._book) as document:
            for number in range(count):
                index = (number * 137 + 50) % pages
                wait(self._is_idle)
                ours.append(timed(partial(self._jump, index)))
                drawn = [(page.index, page.scale) for page in self.pages.seen()]
                engine.append(timed(partial(_draw, document, drawn)))
        return tuple(ours), tuple(engine)

    def scrolled(self) -> tuple[Heartbeat, float]:
        """Scroll through pages; return how each step held the thread, and the longest time a page was blank."""
        bar = self.pages.verticalScrollBar()
        bar.setValue(0)
        wait(lambda: self.pages.is_drawn)
        step = self.pages.placed(_SCROLLED).top / (_SCROLLED * _STEPS_A_PAGE)
        beats, blank, blank_since = Heartbeat(), 0.0, 0.0
        for number in range(_SCROLLED * _STEPS_A_PAGE):
            taken = beats.beat(partial(self._scroll, int(number * step)))
            now = time.perf_counter()
            blank_since = (blank_since or now) if self._is_blank() else 0.0
            blank = max(blank, now - blank_since if blank_since else 0.0)
            wait(lambda end=now + _STEP - taken: time.perf_counter() >= end)  # type: ignore[misc]
        return beats, blank

    def marked(self, count: int) -> tuple[tuple[float, ...], tuple[float, ...], tuple[float, ...]]:
        """Return the seconds from H to the mark on the screen and to its being kept, and of keeping one barely."""
        self.pages.go_to_page(20)
        wait(lambda: self.pages.is_drawn)
        page = self.window.desk.source.layer.pages[20]  # type: ignore[union-attr]
        drawn, kept = zip(*(self._mark(page.start + 60 * number) for number in range(count)), strict=True)
        with self._open() as library:
            engine = [
                timed(partial(highlight_ranges, library, self._source, [(start, start + 40)], ()))
                for start in range(page.start + 60 * count, page.start + 120 * count, 60)
            ]
        return drawn, kept, tuple(engine)

    def mark(self, count: int) -> None:
        """Draw so many marks all over the document."""
        from desktop.reader.marks import Mark
        from desktop.theme import SLOTS

        source = self.window.desk.source
        assert source is not None
        apart = len(source.layer.text) // count
        self.pages.set_marks(
            [Mark(str(n), ((n * apart, n * apart + 40),), None, (SLOTS[n % 7],), "Se") for n in range(count)]
        )

    def imported(self, files: Sequence[Path]) -> Heartbeat:
        """Import files in the window; return how that held the interface thread."""
        beats, imports = Heartbeat(), self.window.errands.imports
        imports.take(files)
        beats.beat_until(lambda: not imports.is_busy)
        return beats

    def _put_away(self) -> None:
        """Be as before the document was opened, with a worker ready for the next one."""
        self.window._end_server()
        self.window.desk.source = None
        self.window.spare_worker.prepare()
        until = time.perf_counter() + _QUIET
        wait(lambda: time.perf_counter() > until)

    def _is_sharp(self) -> bool:
        seen = self.pages.seen()
        return bool(seen) and self.pages._supply.is_sharp(seen)

    def _is_idle(self) -> bool:
        return self.window._server is not None and self.window._server.is_idle()

    def _is_blank(self) -> bool:
        return any(not self.pages._supply.pictures_of(page) for page in self.pages.seen())

    def _jump(self, index: int) -> None:
        self.pages.go_to_page(index)
        wait(self._is_sharp)
        self.pages.viewport().repaint()

    def _scroll(self, value: int) -> None:
        self.pages.verticalScrollBar().setValue(value)
        self.pages.viewport().repaint()

    def _mark(self, start: int) -> tuple[float, float]:
        known = len(self.window.desk.marks)
        self.pages.select([(start, start + 40)])
        began = time.perf_counter()
        self.window.actions_by_name["highlight"].trigger()
        self.pages.viewport().repaint()
        drawn = time.perf_counter() - began
        wait(lambda: len(self.window.desk.marks) > known)
        return drawn, time.perf_counter() - began


def _draw(document: pymupdf.Document, pages: Sequence[tuple[int, float]]) -> None:
    for index, scale in pages:
        document.load_page(index).get_pixmap(matrix=pymupdf.Matrix(scale, scale), alpha=False)
