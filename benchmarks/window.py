"""The window, offscreen: started, reading a book of 1,611 pages, marking in it, and importing meanwhile.

Beside it stands what bare PyMuPDF takes for the same pages in this process, or an empty window.  Where the interface
thread must not be held, its time on the processor decides, because other programs are none of the window's fault; the
clock's is told beside it.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import quantiles

import pymupdf

from benchmarks.heartbeat import Heartbeat
from benchmarks.inputs import pdfs
from benchmarks.table import Line, Pairs, seconds, timed
from benchmarks.window_child import memory_after_reading, start, start_empty
from benchmarks.window_reader import Reader

PAGES = 1611
_MADE = 200
_STARTS = 7
_OPENINGS = 5
_JUMPS = 9
_MARKINGS = 9
_MARKS = 10_000
_STEP, _STALL = 0.016, 0.05
_MEGABYTES = 350


def window_lines(scratch: Path, folder: Path | None) -> Iterator[Line]:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    yield from _start_lines(scratch)
    files = pdfs(folder, scratch)
    book = _book(scratch, files if folder else [])
    with Reader(book, scratch / "window.commonplace") as reader:
        opened, drawn = zip(*((reader.open(), _first_page(book)) for _ in range(_OPENINGS)), strict=True)
        yield _at_most(f"first page of {PAGES:,}, painted", Pairs(opened, drawn), 0.25)
        yield Pairs(*reader.jumps(_JUMPS)).at_most_more("jump to a page, sharp", 0.03)
        yield from _scroll_lines("scroll 100 pages", *reader.scrolled())
        drawn, kept, barely = reader.marked(_MARKINGS)
        yield _at_most("H to the mark on the screen", Pairs(drawn, barely), 0.05)
        yield Pairs(kept, barely).at_most_more("  until it is kept", 0.05)
        reader.mark(_MARKS)
        yield from _scroll_lines(f"the same with {_MARKS:,} marks", *reader.scrolled())
        yield from _stall_lines(f"import {len(files)} PDFs", reader.imported(files))
    held = memory_after_reading(scratch / "window.commonplace")
    yield Line("memory, all pages read", f"{held:.0f} MB", "", "", f"{_MEGABYTES} MB", held <= _MEGABYTES)


def _start_lines(scratch: Path) -> Iterator[Line]:
    from commonplace.library.demo import make_demo

    folder = scratch / "sample"
    folder.mkdir()
    library = make_demo(folder, "Bench").library
    # The first start compiles.
    start(library)
    ours, empty = zip(*((start(library), start_empty()) for _ in range(_STARTS)), strict=True)
    for number, work in enumerate(("window from the command", "  its processor time")):
        pairs = Pairs(tuple(one[number] for one in ours), tuple(one[number] for one in empty))
        yield pairs.at_most_more(work, 0.5)


def _at_most(work: str, pairs: Pairs, most: float) -> Line:
    line = pairs.at_most_more(work, most)
    middle = sorted(pairs.ours)[len(pairs.ours) // 2]
    return Line(work, line.ours, line.engine, line.ratio, seconds(most), middle <= most)


def _scroll_lines(work: str, steps: Heartbeat, blank: float) -> Iterator[Line]:
    high = quantiles(steps.processor, n=20)[-1]
    by_clock = seconds(quantiles(steps.clock, n=20)[-1])
    yield Line(f"{work}, a step (95 %)", seconds(high), "", f"clock {by_clock}", seconds(_STEP), high <= _STEP)
    yield from _stall_lines("  longest step", steps)
    yield Line("  longest blank", seconds(blank), "", "", seconds(0.15), blank <= 0.15)


def _stall_lines(work: str, beats: Heartbeat) -> Iterator[Line]:
    longest = max(beats.processor)
    by_clock = f"clock {seconds(max(beats.clock))}"
    yield Line(f"{work}, interface thread", seconds(longest), "", by_clock, seconds(_STALL), longest <= _STALL)


def _first_page(book: Path) -> float:
    def drawn() -> None:
        with pymupdf.open(book) as document:
            document.load_page(0).get_pixmap(matrix=pymupdf.Matrix(1.6, 1.6), alpha=False)

    return timed(drawn)


def _book(scratch: Path, files: Sequence[Path]) -> Path:
    """Return a book of so many pages, joined of what is there, else of pages of words."""
    path = scratch / "book.pdf"
    with pymupdf.open() as book:
        for file in files:
            with pymupdf.open(file) as document:
                book.insert_pdf(document, to_page=min(document.page_count, PAGES - book.page_count) - 1)
            if book.page_count == PAGES:
                break
        else:
            with _pages_of_words() as words:
                while book.page_count < PAGES:
                    book.insert_pdf(words, to_page=min(_MADE, PAGES - book.page_count) - 1)
        book.save(path, deflate=True, garbage=1)
    return path


def _pages_of_words() -> pymupdf.Document:
    document = pymupdf.open()
    for number in range(_MADE):
        page = document.new_page(width=595, height=842)
        for line in range(50):
            page.insert_text((60, 60 + 15 * line), f"{number} {line} The sea is common and nobody owns it. " * 2)
    return document
