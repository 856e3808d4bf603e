"""The interface thread is never held: a probe on it while something long goes on.

What counts is the processor's time of this very thread, so that a busy computer fails no test; and what the tests
before left in memory is not looked through meanwhile, as the program keeps its own from being.
"""

import gc
import os
import signal
import time

import pytest
from PySide6.QtCore import QCoreApplication

pytestmark = pytest.mark.gui

MOST = 0.05


@pytest.fixture
def longest_turn():
    """Return what lets events happen until something is done, and tells the longest turn of the event loop."""

    def beat_until(done, patience=30):
        longest, until = 0.0, time.monotonic() + patience
        while not done():
            began = time.thread_time()
            QCoreApplication.processEvents()
            longest = max(longest, time.thread_time() - began)
            assert time.monotonic() < until, "what was waited for did not happen"
            time.sleep(0.001)
        return longest

    gc.collect()
    gc.freeze()
    yield beat_until
    gc.unfreeze()


@pytest.fixture
def texts(tmp_path):
    """Return a folder of forty texts."""
    folder = tmp_path / "texts"
    folder.mkdir()
    for number in range(40):
        (folder / f"{number}.txt").write_text(f"Text {number}\n\n" + "The sea is common. " * 500, "utf-8")
    return folder


@pytest.fixture
def book(window, tmp_path, qtbot):
    """Return the line of a book of 300 pages in the library."""
    import pymupdf

    with pymupdf.open() as document:
        for number in range(300):
            document.new_page(width=420, height=595).insert_text((50, 80), f"Page {number} of a long book.")
        document.save(tmp_path / "book.pdf")
    window.errands.imports.take([tmp_path / "book.pdf"])
    qtbot.waitUntil(lambda: len(window.desk.sources) == 3, timeout=60_000)
    return next(line for line in window.desk.sources if "book" in line.file_names[0])


def test_while_documents_come_in(window, texts, longest_turn):
    imports = window.errands.imports
    imports.take([texts])

    assert longest_turn(lambda: not imports.is_busy) < MOST


def test_while_a_long_book_is_opened(window, book, longest_turn):
    window.desk.open_source(book.id)

    assert longest_turn(lambda: window.pages.is_drawn) < MOST


def test_while_a_document_worker_crashes(window, opened, qtbot, longest_turn):
    opened("order")
    qtbot.waitUntil(window._server.is_idle)
    troubles = []
    window.pages.trouble.connect(lambda error: troubles.append(error))
    os.kill(window._server._viewer._worker.process.pid, signal.SIGKILL)
    window.pages.set_zoom(1.7)

    assert longest_turn(lambda: bool(troubles)) < MOST
    assert window.desk.sources


def test_while_the_library_is_searched(window, book, longest_turn):
    from desktop.panels.search_panel import SearchPanel

    panel = window.findChild(SearchPanel)
    assert panel is not None
    panel.line.setText("long book")

    assert longest_turn(lambda: panel.model.rowCount() > 0) < MOST


def test_while_a_passage_is_marked_it_is_drawn_at_once(window, opened, longest_turn):
    opened("order")
    drawn = []
    window.desk.highlighting.connect(lambda *_: drawn.extend(window.pages._marks._marks.on_page(0)))
    window.pages.select([(2, 6)])
    window.actions_by_name["highlight"].trigger()

    assert [one.mark.ranges for one in drawn] == [((2, 6),)]
    assert longest_turn(lambda: len(window.desk.marks) == 1) < MOST
