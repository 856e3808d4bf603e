"""The road off the interface thread."""

import threading
from functools import partial

import pytest

pytestmark = pytest.mark.gui


@pytest.fixture
def jobs(qtbot, library_file):
    from commonplace.library.session import open_session
    from desktop.jobs import Jobs

    made = Jobs(partial(open_session, library_file, "Aiko", writing=True))
    yield made
    made.close()


def test_a_change_gets_in_while_a_long_one_is_under_way(jobs, qtbot):
    from commonplace.library.concepts import add_concept, concept_records

    go_on, told = threading.Event(), []

    def work_at_length(library):
        add_concept(library, "first")
        assert go_on.wait(20)
        add_concept(library, "third")

    jobs.change_at_length(work_at_length, lambda _: told.append("long"))
    jobs.change(lambda library: add_concept(library, "second"), lambda _: told.append("short"))
    qtbot.waitUntil(lambda: told == ["short"])
    go_on.set()
    qtbot.waitUntil(lambda: told == ["short", "long"])

    names = []
    jobs.ask(concept_records, lambda found: names.extend(sorted(one.name for one in found)))
    qtbot.waitUntil(lambda: names == ["first", "second", "third"])


def test_a_passage_is_marked_while_documents_come_in(window, opened, qtbot, tmp_path):
    for number in range(12):
        (tmp_path / f"more-{number}.txt").write_text(f"Number {number}.\n\n" + "The sea is common. " * 400, "utf-8")
    opened("sea")
    marked_at, running = [], window.errands.imports
    window.desk.marks_changed.connect(lambda marks: marked_at.append((len(marks), running.is_busy)) if marks else None)

    running.take([tmp_path])
    window.desk.highlight([(4, 9)])
    qtbot.waitUntil(lambda: bool(marked_at), timeout=20_000)
    qtbot.waitUntil(lambda: not running.is_busy, timeout=20_000)

    assert marked_at[0] == (1, True)
    qtbot.waitUntil(lambda: len(window.desk.sources) == 14)
