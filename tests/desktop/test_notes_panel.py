"""All notes of the open source: in order, filtered, gone to, changed where they stand, and never behind the library."""

import pytest

pytestmark = pytest.mark.gui

PASSAGES = ((0, 8), (10, 17), (22, 28))


@pytest.fixture
def notes(opened, window, qtbot):
    """Return the panel, in sight, for a text with two highlights, of which the second is noted on."""
    opened("sea")
    for count, place in enumerate(PASSAGES[:2], 1):
        window.desk.highlight([place])
        qtbot.waitUntil(lambda count=count: len(window.desk.marks) == count)
    window.desk.write_note(window.desk.marks[1].highlight.id, "whose?")
    window.right_tabs.setCurrentWidget(window.side.notes)
    qtbot.waitUntil(lambda: shown(window.side.notes) == ["whose?"])
    return window.side.notes


def shown(panel):
    from desktop.models.rows import RECORD

    model = panel.list.model()
    return [model.index(row, 0).data(RECORD).text for row in range(model.rowCount())]


def spoken(panel, row=0):
    return panel.list.model().index(row, 0).data()


def choose(panel, row):
    panel.list.setCurrentIndex(panel.list.model().index(row, 0))


@pytest.fixture
def editing(notes, qtbot):
    """Return what opens the editor of a note in its place."""
    from PySide6.QtCore import Qt

    from desktop.panels.note_panel import NoteEditor

    def edit(row=0):
        notes.list.setFocus()
        choose(notes, row)
        qtbot.keyClick(notes.list, Qt.Key.Key_F2)
        qtbot.waitUntil(lambda: notes.list.findChild(NoteEditor) is not None)
        editor = notes.list.findChild(NoteEditor)
        qtbot.waitUntil(editor.hasFocus)
        return editor

    return edit


def test_it_is_the_third_tab(window):
    assert [window.right_tabs.tabText(n) for n in range(3)] == ["Highlights", "Source", "Notes"]


def test_before_there_is_a_note_it_says_what_to_do(opened, window, qtbot):
    panel = window.side.notes
    window.right_tabs.setCurrentWidget(panel)
    assert "Open a source" in panel.hint.text

    opened("sea")

    qtbot.waitUntil(lambda: "press N" in panel.hint.text)
    assert not panel.edit.isEnabled()
    assert not panel.go.isEnabled()


def test_notes_stand_in_reading_order_with_their_quotes(notes, window, qtbot):
    window.desk.write_note(window.desk.marks[0].highlight.id, "the head")

    qtbot.waitUntil(lambda: shown(notes) == ["the head", "whose?"])
    assert "“On order”" in spoken(notes)


def test_a_filter_finds_by_words_of_note_and_quote(notes, window, qtbot):
    window.desk.write_note(window.desk.marks[0].highlight.id, "the head")
    qtbot.waitUntil(lambda: len(shown(notes)) == 2)

    notes.filter.setText("order HEAD")
    assert shown(notes) == ["the head"]

    notes.filter.setText("nowhere")
    assert "answers" in notes.hint.text
    notes.hint.button.click()
    assert len(shown(notes)) == 2


def test_enter_goes_to_the_highlight(notes, window, qtbot):
    from PySide6.QtCore import Qt

    notes.list.setFocus()
    choose(notes, 0)

    with qtbot.waitSignal(window.chosen.place_wanted) as gone:
        qtbot.keyClick(notes.list, Qt.Key.Key_Return)

    assert gone.args == [PASSAGES[1][0]]
    assert window.highlights.current == window.desk.marks[1].highlight.id


def test_a_double_click_goes_to_the_highlight(notes, window, qtbot):
    from PySide6.QtCore import Qt

    place = notes.list.visualRect(notes.list.model().index(0, 0)).center()
    qtbot.mouseClick(notes.list.viewport(), Qt.MouseButton.LeftButton, pos=place)

    with qtbot.waitSignal(window.chosen.place_wanted):
        qtbot.mouseDClick(notes.list.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_a_note_is_changed_where_it_stands_in_one_step(editing, notes, window, qtbot):
    from PySide6.QtCore import Qt

    editor = editing()
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.keyClicks(editor, "mine")
    qtbot.keyClick(editor, Qt.Key.Key_Escape)

    qtbot.waitUntil(lambda: shown(notes) == ["whose?\nmine"])
    assert notes.list.hasFocus()
    window.desk.undo()
    qtbot.waitUntil(lambda: shown(notes) == ["whose?"])
    window.desk.redo()
    qtbot.waitUntil(lambda: shown(notes) == ["whose?\nmine"])


def test_an_emptied_note_is_gone(editing, notes, qtbot):
    from PySide6.QtCore import Qt

    editor = editing()
    editor.selectAll()
    qtbot.keyClick(editor, Qt.Key.Key_Delete)
    qtbot.keyClick(editor, Qt.Key.Key_Escape)

    qtbot.waitUntil(lambda: shown(notes) == [])


def test_what_is_being_written_outlives_changes_of_the_library(editing, notes, window, qtbot):
    editor = editing()
    qtbot.keyClicks(editor, " half a thou")
    window.desk.write_note(window.desk.marks[0].highlight.id, "the head")

    qtbot.waitUntil(lambda: set(shown(notes)) == {"the head", "whose? half a thou"})


def test_other_windows_and_the_terminal_are_followed(notes, window, qtbot, library_file):
    from commonplace.library.highlighting import write_note
    from commonplace.library.session import open_session

    with open_session(library_file, "Ben", writing=True) as library:
        write_note(library, window.desk.marks[1].highlight.id, "Everybody's.")

    qtbot.waitUntil(lambda: sorted(shown(notes)) == ["Everybody's.", "whose?"], timeout=15_000)
    row = shown(notes).index("Everybody's.")
    assert "Ben" in spoken(notes, row)
    choose(notes, row)
    assert not notes.edit.isEnabled()
    choose(notes, 1 - row)
    assert notes.edit.isEnabled()


def test_of_a_private_note_beside_a_shared_one_only_the_changed_one_changes(
    editing, notes, library_file, window, qtbot
):
    from PySide6.QtCore import Qt

    from commonplace.library.highlighting import write_note
    from commonplace.library.session import open_session

    with open_session(library_file, "Aiko", writing=True) as library:
        write_note(library, window.desk.marks[1].highlight.id, "for me", private=True)
    qtbot.waitUntil(lambda: sorted(shown(notes)) == ["for me", "whose?"], timeout=15_000)
    row = shown(notes).index("for me")
    assert "private" in spoken(notes, row)
    assert "private" not in spoken(notes, 1 - row)

    editor = editing(row)
    qtbot.keyClicks(editor, " alone")
    qtbot.keyClick(editor, Qt.Key.Key_Escape)

    qtbot.waitUntil(lambda: sorted(shown(notes)) == ["for me alone", "whose?"])


def test_what_is_noted_on_the_source_stands_first_and_leads_to_where_it_is_kept(editing, notes, window, qtbot):
    from PySide6.QtCore import Qt

    from commonplace.library.details import source_details

    held = []
    window.desk.ask_of_source(source_details, held.append)
    qtbot.waitUntil(lambda: bool(held))
    window.desk.set_field(held[0].reference, "annotation", "Read twice")
    qtbot.waitUntil(lambda: shown(notes) == ["Read twice", "whose?"])

    editor = editing(0)
    qtbot.keyClicks(editor, ", liked")
    qtbot.keyClick(editor, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: shown(notes) == ["Read twice, liked", "whose?"])

    qtbot.keyClick(notes.list, Qt.Key.Key_Return)
    assert window.right_tabs.currentWidget() is window.side.source


def test_another_source_has_its_own_notes(notes, opened, qtbot):
    opened("order")

    qtbot.waitUntil(lambda: shown(notes) == [])
