"""What the terminal or another window writes is seen in this one, without being asked for."""

from functools import partial

import pytest

pytestmark = pytest.mark.gui


def test_what_is_written_elsewhere_comes_to_sight(window, opened, library_file, qtbot):
    from commonplace.library.concepts import add_concept
    from commonplace.library.session import open_session
    from commonplace.library.viewing import highlight_ranges

    opened("sea")
    qtbot.waitUntil(lambda: window.desk._elsewhere._known is not None)
    with open_session(library_file, "Aiko", writing=True) as other:
        add_concept(other, "written elsewhere")
        highlight_ranges(other, window.desk.source.id, [(0, 8)], ())

    qtbot.waitUntil(lambda: [concept.name for concept in window.desk.concepts] == ["written elsewhere"])
    qtbot.waitUntil(lambda: [mark.line.quote for mark in window.desk.marks] == ["On order"])
    qtbot.waitUntil(window.actions_by_name["undo"].isEnabled)


def test_two_windows_show_what_either_does(window, opened, library_file, qtbot):
    from commonplace.library.session import open_session
    from desktop.application import made_window

    other = made_window(partial(open_session, library_file, "Aiko", writing=True), "work")
    qtbot.addWidget(other)
    other.show()
    other.desk.load()
    qtbot.waitUntil(lambda: other.desk._elsewhere._known is not None)
    opened("sea")

    window.desk.highlight([(0, 8)], (), ["order"])

    qtbot.waitUntil(lambda: any(line.highlights == 1 for line in other.desk.sources))
    assert [concept.name for concept in other.desk.concepts] == ["order"]
    other.close()


def test_what_is_done_here_is_nothing_new(window, opened, qtbot):
    opened("sea")
    qtbot.waitUntil(lambda: window.desk._elsewhere._known is not None)
    known = window.desk._elsewhere._known

    window.desk.highlight([(0, 8)])
    qtbot.waitUntil(lambda: len(window.desk.marks) == 1)
    with qtbot.waitSignal(window.desk._elsewhere._timer.timeout):
        pass
    answered = []
    window.desk.jobs.change(lambda _: None, answered.append)
    qtbot.waitUntil(lambda: bool(answered))

    assert window.desk._elsewhere._known == known
