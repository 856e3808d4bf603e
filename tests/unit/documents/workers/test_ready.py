"""A worker kept started for the next document."""

import os
import signal

import pytest

from commonplace.documents.workers.ready import Spare
from commonplace.documents.workers.viewer import DocumentViewer


@pytest.fixture
def spare():
    kept = Spare()
    yield kept
    kept.close()


@pytest.fixture
def page(tmp_path):
    import pymupdf

    with pymupdf.open() as document:
        document.new_page(width=100, height=100)
        document.save(tmp_path / "page.pdf")
    return tmp_path / "page.pdf"


def test_the_worker_that_waits_is_the_one_that_is_taken(spare, page):
    spare.prepare()
    spare.prepare()
    taken = []

    def take():
        taken.append(spare.take())
        return taken[-1]

    with DocumentViewer(page, worker=take) as viewer:
        drawn = viewer.picture(0, 1.0)

        assert (drawn.width, drawn.height) == (100, 100)
        assert taken[0].process.is_running

    assert len(taken) == 1
    assert not taken[0].process.is_running


def test_a_worker_that_died_while_it_waited_is_replaced(spare, page):
    spare.prepare()
    os.kill(spare._worker.process.pid, signal.SIGKILL)
    while spare._worker.process.is_running:
        pass

    with DocumentViewer(page, worker=spare.take) as viewer:
        assert viewer.picture(0, 1.0).width == 100


def test_nothing_waits_once_it_is_closed(spare):
    spare.prepare()
    spare.close()

    spare.prepare()

    assert spare._worker is None
