"""The reader of the window, offscreen, beside PyMuPDF drawing the same pages in this process."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from statistics import quantiles

import pymupdf

from benchmarks.table import Line, Pairs, seconds, timed
from commonplace.documents.fixed.pdf import read_pdf
from commonplace.library.viewing import OpenedSource, PageViewer
from core.records import Layer

_PAGES = 400
_JUMPS = 9
_STEP_MS = 1000 / 60
_A_STEP = 0.016
_SCROLLED = 100
_MARKS = 10_000


def window_lines(scratch: Path) -> Iterator[Line]:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    path = _book(scratch)
    with _Reader(path) as reader:
        yield Line("first page painted", seconds(reader.opening), "", "", seconds(0.25), reader.opening <= 0.25)
        yield reader.jumps().at_most_more(f"jump to a page of {_PAGES}, sharp", 0.03)
        yield _steps("scroll 100 pages, a step", reader.scrolled())
        reader.mark(_MARKS)
        yield _steps(f"the same with {_MARKS:,} marks", reader.scrolled())


def _steps(work: str, taken: list[float]) -> Line:
    high = quantiles(taken, n=20)[-1]
    return Line(f"{work} (95 %)", seconds(high), "", "", seconds(_A_STEP), high <= _A_STEP)


def _book(scratch: Path) -> Path:
    path = scratch / "book.pdf"
    with pymupdf.open() as document:
        for number in range(_PAGES):
            page = document.new_page(width=595, height=842)
            for line in range(50):
                page.insert_text((60, 60 + 15 * line), f"{number} {line} The sea is common and nobody owns it. " * 2)
        document.save(path, deflate=True)
    return path


class _Reader:
    """A view of a document, and the times it takes."""

    def __init__(self, path: Path) -> None:
        from PySide6.QtWidgets import QApplication

        from desktop.reader.page_server import PageServer
        from desktop.reader.page_view import PageView

        self._application = QApplication.instance() or QApplication([])
        self._path = path
        read = read_pdf(path.read_bytes(), "", lambda _done, _total: None)
        self._layer = Layer("pdf", "", read.text, tuple(read.pages))
        self.view = PageView()
        self.view.resize(900, 800)
        self.view.show()
        self._wait(self.view.isVisible)
        began = time.perf_counter()
        self._server = PageServer(partial(PageViewer, path))
        self.view.show_source(OpenedSource("", "", "", "pdf", self._layer, ()), self._server)
        self._wait(lambda: self.view.is_drawn)
        self.opening = time.perf_counter() - began

    def __enter__(self) -> _Reader:
        return self

    def __exit__(self, *_error: object) -> None:
        self.view.clear_source()
        self._server.close()
        self.view.deleteLater()

    def jumps(self) -> Pairs:
        ours, engine = [], []
        zoom = self.view.zoom * 96 / 72
        with pymupdf.open(self._path) as document:
            for number in range(_JUMPS):
                index = (number * 137 + 50) % _PAGES
                self._wait(self._server.is_idle)
                ours.append(timed(partial(self._jump, index)))
                engine.append(timed(partial(_drawn, document, index, zoom)))
        return Pairs(tuple(ours), tuple(engine))

    def scrolled(self) -> list[float]:
        """Return how long each step of scrolling holds the interface thread."""
        bar = self.view.verticalScrollBar()
        bar.setValue(0)
        step = max(self.view.placed(_SCROLLED).top / (_SCROLLED * 6), 1)
        taken = []
        for number in range(_SCROLLED * 6):
            began = time.perf_counter()
            bar.setValue(int(number * step))
            self.view.viewport().repaint()
            self._application.processEvents()
            taken.append(time.perf_counter() - began)
            time.sleep(max(_STEP_MS / 1000 - taken[-1], 0))
        return taken

    def mark(self, count: int) -> None:
        from desktop.reader.marks import Mark
        from desktop.theme import SLOTS

        apart = len(self._layer.text) // count
        self.view.set_marks(
            [Mark(str(n), ((n * apart, n * apart + 40),), None, (SLOTS[n % 7],), "Se") for n in range(count)]
        )

    def _jump(self, index: int) -> None:
        self.view.go_to_page(index)
        self._wait(lambda: self.view.is_drawn)
        self.view.viewport().repaint()

    def _wait(self, until: Callable[[], bool]) -> None:
        while not until():
            self._application.processEvents()
            time.sleep(0.0005)


def _drawn(document: pymupdf.Document, index: int, zoom: float) -> None:
    document.load_page(index).get_pixmap(matrix=pymupdf.Matrix(zoom, zoom), alpha=False)
