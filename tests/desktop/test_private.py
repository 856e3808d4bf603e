"""What is private: marked so, switched, badged, and left out of an export unless it is wanted."""

import pytest

pytestmark = pytest.mark.gui


def test_a_highlight_that_is_made_privately_is_private_and_so_is_its_note(opened, window, qtbot):
    from desktop.models.rows import RECORD

    flow = opened("sea")
    flow.select([(0, 8)])

    window.actions_by_name["highlight-privately"].trigger()
    qtbot.waitUntil(lambda: [mark.highlight.private for mark in window.desk.marks] == [True])
    qtbot.waitUntil(lambda: window.note.private.isChecked())

    assert not window.note.private.isEnabled()
    index = window.highlights.model.index(0, 0)
    assert index.data(RECORD).line.private
    assert index.data().endswith("private")


def test_a_note_is_switched_to_private_and_back(opened, window, qtbot):
    def notes():
        return [(note.text, note.private) for mark in window.desk.marks for note in mark.highlight.notes]

    opened("sea")
    window.desk.highlight([(0, 8)])
    qtbot.waitUntil(lambda: bool(window.highlights.current))
    window.desk.write_note(window.highlights.current, "mine")
    qtbot.waitUntil(lambda: notes() == [("mine", False)])

    window.actions_by_name["private-note"].trigger()
    qtbot.waitUntil(lambda: notes() == [("mine", True)])
    qtbot.waitUntil(window.actions_by_name["private-note"].isChecked)
    window.actions_by_name["private-note"].trigger()

    qtbot.waitUntil(lambda: notes() == [("mine", False)])


def test_an_export_leaves_out_what_is_private_unless_it_is_wanted(opened, window, qtbot, tmp_path):
    opened("sea")
    window.desk.highlight([(0, 8)])
    window.desk.highlight([(10, 13)], private=True)
    qtbot.waitUntil(lambda: len(window.desk.marks) == 2)
    qtbot.waitUntil(window.actions_by_name["export"].isEnabled)
    window.actions_by_name["export"].trigger()
    dialog = window.errands.exports.dialog

    assert not dialog.private.isChecked()
    qtbot.waitUntil(lambda: dialog.status.text() == "Quotes: 1", timeout=10_000)
    dialog.private.click()

    qtbot.waitUntil(lambda: dialog.status.text() == "Quotes: 2", timeout=10_000)
    window.actions_by_name["export"].trigger()
    assert not dialog.private.isChecked()


def made(window, qtbot, *, private):
    window.desk.highlight([(0, 8)], private=private)
    qtbot.waitUntil(lambda: [mark.highlight.private for mark in window.desk.marks] == [private])
    qtbot.waitUntil(lambda: bool(window.highlights.current))


def test_a_highlight_is_made_private_and_its_person_told_what_stays(opened, window, qtbot):
    from commonplace.library.privacy import EARLIER

    opened("sea")
    made(window, qtbot, private=False)
    former = window.highlights.current
    make_private, make_shared = (window.actions_by_name[name] for name in ("make-private", "make-shared"))
    assert (make_private.isEnabled(), make_shared.isEnabled()) == (True, False)

    make_private.trigger()
    qtbot.waitUntil(lambda: [mark.highlight.private for mark in window.desk.marks] == [True])

    assert window.privacy.notice.text == EARLIER
    qtbot.waitUntil(lambda: window.highlights.current not in ("", former))
    assert (make_private.isEnabled(), make_shared.isEnabled()) == (False, True)


@pytest.mark.parametrize("private", [False, True])
def test_the_notice_takes_back_the_whole_switch(opened, window, qtbot, private):
    opened("sea")
    made(window, qtbot, private=private)
    window.actions_by_name["make-shared" if private else "make-private"].trigger()
    qtbot.waitUntil(lambda: [mark.highlight.private for mark in window.desk.marks] == [not private])
    qtbot.waitUntil(lambda: bool(window.privacy.notice.text))

    window.privacy.notice.acted.emit()

    qtbot.waitUntil(lambda: [mark.highlight.private for mark in window.desk.marks] == [private])
    assert not window.privacy.notice.text


def test_without_a_chosen_highlight_nothing_is_switched(opened, window):
    opened("sea")

    assert not window.actions_by_name["make-private"].isEnabled()
    assert not window.actions_by_name["make-shared"].isEnabled()


def test_the_menu_of_a_highlight_offers_both(window):
    from desktop.panels.highlight_menu import HighlightMenu

    names = [action.objectName() for action in HighlightMenu(window.actions_by_name, window).actions()]

    assert {"make-private", "make-shared"} <= set(names)


def test_what_is_done_elsewhere_leaves_the_notice(opened, window, qtbot):
    from core.records import Changes

    window.privacy.notice.say("told", "Undo")
    window.desk.jobs.changed.emit(Changes())
    assert window.privacy.notice.text == "told"

    window.desk.jobs.changed.emit(Changes(action="1"))
    assert not window.privacy.notice.text


def test_a_window_says_that_private_notes_are_on_another_computer(library_file, monkeypatch, tmp_path, qtbot):
    from functools import partial

    from commonplace.library.highlighting import write_note
    from commonplace.library.session import open_session
    from commonplace.library.sources import list_sources
    from commonplace.library.viewing import highlight_ranges
    from desktop.application import made_window

    with open_session(library_file, "Aiko", writing=True) as library:
        made = highlight_ranges(library, list_sources(library)[0].id, [(0, 8)], ())
        write_note(library, made.id, "mine", private=True)
    for name in ("DATA", "CONFIG", "CACHE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / "elsewhere" / name))
    window = made_window(partial(open_session, library_file, "Aiko", writing=True), "work")
    qtbot.addWidget(window)
    window.resize(960, 600)
    window.show()
    window.desk.load()

    qtbot.waitUntil(lambda: "not on this computer" in window.privacy.notice.text)
    assert window.privacy.notice.width() <= window.width()
    window.privacy.notice.hide()
    window.privacy.missing.click()
    assert "not on this computer" in window.privacy.notice.text
    window.close()


def test_a_window_says_nothing_where_no_private_notes_are_missing(window, qtbot):
    qtbot.waitUntil(lambda: bool(window.desk.person))

    assert not window.privacy.missing.isVisible()
