"""Notes beside the reader: written, kept when the focus leaves, those of others only read."""

import pytest

pytestmark = pytest.mark.gui


@pytest.fixture
def editor(qtbot):
    from desktop.panels.note_panel import NoteEditor

    made = NoteEditor()
    qtbot.addWidget(made)
    made.show()
    made.setFocus()
    qtbot.waitUntil(made.hasFocus)
    return made


def test_leaving_the_editor_reports_what_was_written(editor, qtbot):
    editor.show_note("first")
    qtbot.keyClicks(editor, "!")

    with qtbot.waitSignal(editor.note_changed) as reported:
        editor.clearFocus()

    assert reported.args == ["!first"]


def test_leaving_an_untouched_editor_reports_nothing(editor, qtbot):
    editor.show_note("first")

    with qtbot.assertNotEmitted(editor.note_changed):
        editor.clearFocus()


def test_an_idle_editor_reports_by_itself_and_once(editor, qtbot):
    editor._idle.setInterval(20)
    editor.show_note("")
    with qtbot.waitSignal(editor.note_changed) as reported:
        qtbot.keyClicks(editor, "word")

    assert reported.args == ["word"]
    with qtbot.assertNotEmitted(editor.note_changed):
        editor.clearFocus()


def test_n_notes_on_the_selection_and_escape_goes_back_to_the_reader(opened, window, qtbot):
    from PySide6.QtCore import Qt

    pages = opened("order")
    start = window.desk.source.layer.text.index("four tasks")
    pages.select([(start, start + len("four tasks"))])

    qtbot.keyClick(pages, Qt.Key.Key_N)
    qtbot.waitUntil(lambda: window.note.editor.hasFocus())
    qtbot.keyClicks(window.note.editor, "which ones")
    qtbot.keyClick(window.note.editor, Qt.Key.Key_Escape)

    assert pages.hasFocus()
    qtbot.waitUntil(lambda: window.desk.marks[0].line.note == "which ones")
    assert window.desk.marks[0].highlight.exact == "four tasks"
    qtbot.waitUntil(lambda: "note" in window.actions_by_name["undo"].text())


def test_enter_edits_the_note_of_the_chosen_highlight(opened, window, qtbot):
    from PySide6.QtCore import Qt

    pages = opened("order")
    window.desk.highlight([(0, 6)])
    qtbot.waitUntil(lambda: bool(window.highlights.current))
    window.desk.write_note(window.highlights.current, "said")
    qtbot.waitUntil(lambda: window.note.editor.toPlainText() == "said")

    qtbot.keyClick(pages, Qt.Key.Key_Return)
    qtbot.keyClicks(window.note.editor, " more")
    pages.setFocus()

    qtbot.waitUntil(lambda: window.desk.marks[0].line.note == "said more")


def test_what_is_being_written_outlives_a_change_of_the_library(opened, window, qtbot):
    opened("order")
    window.desk.highlight([(0, 6)])
    qtbot.waitUntil(lambda: bool(window.note.highlight))
    window.note.write()
    qtbot.keyClicks(window.note.editor, "half a thou")

    window.desk.highlight([(8, 12)])
    qtbot.waitUntil(lambda: len(window.desk.marks) == 2)
    window.desk.jobs.ask(lambda library: None, lambda _: None)

    first = window.desk.marks[0].highlight.id
    qtbot.waitUntil(lambda: window.note.highlight != first or window.note.editor.toPlainText() == "half a thou")
    window.note.editor.report()
    qtbot.waitUntil(lambda: window.desk.marks[0].line.note == "half a thou")


def test_notes_of_others_are_shown_with_author_and_not_to_be_edited(opened, window, qtbot, library_file):
    from commonplace.library.highlighting import write_note
    from commonplace.library.session import open_session

    opened("order")
    window.desk.highlight([(0, 6)])
    qtbot.waitUntil(lambda: bool(window.highlights.current))
    id = window.highlights.current
    with open_session(library_file, "Ben", writing=True) as library:
        write_note(library, id, "Is <this> so?")
    window.desk.write_note(id, "mine")

    qtbot.waitUntil(lambda: window.note.editor.toPlainText() == "mine")
    assert "Ben" in window.note.others.text()
    assert "Is &lt;this&gt; so?" in window.note.others.text()
    assert "mine" not in window.note.others.text()
