"""The worker of an open document crashes: its page says so, and everything else goes on."""

from functools import partial
from pathlib import Path

import pytest

pytestmark = pytest.mark.gui

TRIALS = Path(__file__).parents[1] / "unit" / "documents" / "workers" / "trials.py"


@pytest.fixture
def crashing(monkeypatch):
    """Let the worker that draws crash over these pages, by their indices."""
    from commonplace.documents.workers import ready
    from commonplace.documents.workers.process import WorkerProcess
    from commonplace.documents.workers.viewer import DocumentViewer

    pages = set()
    draw = DocumentViewer.picture

    def picture(viewer, index, *how):
        if index in pages:
            return viewer._ask("segv", {}, lambda frame: frame)
        return draw(viewer, index, *how)

    monkeypatch.setattr(ready, "WorkerProcess", partial(WorkerProcess, trials=TRIALS))
    monkeypatch.setattr(DocumentViewer, "picture", picture)
    return pages


@pytest.fixture
def told(window):
    """What the window was told of pages that cannot be shown, in order.

    Collected from before a document is opened: pages are drawn ahead, so their worker may crash at any time.
    """
    troubles = []
    window.pages.trouble.connect(lambda error: troubles.append(error.message))
    return troubles


def test_a_page_its_reader_crashes_over_says_so_and_the_others_are_shown(crashing, opened, told, window, qtbot):
    crashing.add(1)
    pages = opened("order")

    pages.go_to_page(1)
    qtbot.waitUntil(lambda: len(told) == 1, timeout=10_000)

    assert "crashed" in told[0]
    assert "crashed" in window.toast.text
    pages.go_to_page(2)
    qtbot.waitUntil(lambda: pages.is_drawn, timeout=10_000)
    assert list(pages._supply.broken) == [1]
    text = window.desk.source.layer.text
    start = text.index("partners")
    window.desk.highlight([(start, start + 8)])
    qtbot.waitUntil(lambda: len(window.desk.marks) == 1)
    assert opened("sea").position == 0


def test_a_page_that_was_only_drawn_ahead_is_told_of_when_it_is_come_to(crashing, opened, told, window, qtbot):
    crashing.add(1)
    window.resize(960, 600)
    pages = opened("order")
    assert 1 not in [page.index for page in pages.seen()]
    qtbot.waitUntil(lambda: list(pages._supply.broken) == [1], timeout=10_000)

    assert told == []
    assert window.toast.text == ""
    pages.go_to_page(1)

    assert len(told) == 1
    assert "crashed" in window.toast.text
    pages.go_to_page(0)
    pages.go_to_page(1)
    assert len(told) == 1


def test_after_two_crashes_a_document_is_given_to_no_worker_any_more(crashing, opened, told, window, qtbot):
    crashing.update((1, 2))
    pages = opened("order")
    pages.set_zoom(0.4)
    qtbot.waitUntil(lambda: set(pages._supply.broken) >= {1, 2}, timeout=10_000)

    pages.set_zoom(0.5)
    qtbot.waitUntil(lambda: "not safe to try again" in told[-1], timeout=10_000)

    assert "not safe" in window.toast.text
    shown = {line.id: window.sources._badges(line).short for line in window.desk.sources}
    assert "not safe" in shown.pop(window.desk.source.id)
    assert not any("not safe" in badge for badge in shown.values())
    assert window.desk.source.layer.text.startswith("A free and open order")
    assert opened("sea").position == 0
