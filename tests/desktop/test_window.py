"""The window at work: opening, selecting, marking, tagging, undoing."""

import pytest

pytestmark = pytest.mark.gui

WORD = "capability"


@pytest.fixture
def keys(qtbot):
    from PySide6.QtCore import Qt

    def press(widget, key, modifier=Qt.KeyboardModifier.NoModifier):
        qtbot.keyClick(widget, key, modifier)

    return press


def drag_over(qtbot, reader, start, end):
    """Press on one character of the axis and release on another, each in its middle."""
    from PySide6.QtCore import Qt

    first, last = (reader.place_of(position) for position in (start, end - 1))
    qtbot.mousePress(reader.viewport(), Qt.MouseButton.LeftButton, pos=first)
    qtbot.mouseMove(reader.viewport(), last)
    from PySide6.QtCore import QEvent, QPointF
    from PySide6.QtGui import QMouseEvent
    from PySide6.QtWidgets import QApplication

    move = QMouseEvent(
        QEvent.Type.MouseMove,
        QPointF(last),
        reader.viewport().mapToGlobal(QPointF(last)),
        Qt.MouseButton.NoButton,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(reader.viewport(), move)
    qtbot.mouseRelease(reader.viewport(), Qt.MouseButton.LeftButton, pos=last)


def test_selecting_from_the_first_to_the_last_character_of_a_word_gives_the_word(opened, window, qtbot):
    pages = opened("order")
    text = window.desk.source.layer.text
    start = text.index("open order")

    drag_over(qtbot, pages, start, start + len("open"))

    assert pages.selected_text() == "open"
    assert window.bar.isVisible()
    assert not window.bar.geometry().intersects(pages.selection_rectangle())


def test_h_marks_what_is_selected_and_undo_takes_it_back(opened, window, qtbot, keys):
    from PySide6.QtCore import Qt

    pages = opened("order")
    start = window.desk.source.layer.text.index("rule of law")
    drag_over(qtbot, pages, start, start + len("rule of law"))

    keys(pages, Qt.Key.Key_H)
    qtbot.waitUntil(lambda: len(window.desk.marks) == 1)

    assert window.desk.marks[0].highlight.exact == "rule of law"
    assert window.desk.marks[0].line.locator == "p. 1"
    assert not pages.ranges
    assert window.highlights.current == window.desk.marks[0].highlight.id
    undo = window.actions_by_name["undo"]
    qtbot.waitUntil(lambda: undo.isEnabled() and "Highlight" in undo.text())

    undo.trigger()
    qtbot.waitUntil(lambda: not window.desk.marks)
    window.actions_by_name["redo"].trigger()
    qtbot.waitUntil(lambda: len(window.desk.marks) == 1)


def test_a_mark_covers_the_pixels_of_its_words(opened, window, qtbot):
    pages = opened("order")
    start = window.desk.source.layer.text.index("four tasks")
    before = pages.viewport().grab().toImage()

    window.desk.highlight([(start, start + len("four"))])
    qtbot.waitUntil(lambda: len(window.desk.marks) == 1)
    after = pages.viewport().grab().toImage()

    inside, outside = pages.place_of(start), pages.place_of(start + len("four tasks") - 1)
    assert after.pixelColor(inside.x() - 2, inside.y()) != before.pixelColor(inside.x() - 2, inside.y())
    assert after.pixelColor(outside.x() + 30, outside.y()) == before.pixelColor(outside.x() + 30, outside.y())


def test_the_tag_box_finds_a_concept_by_a_few_letters(opened, window, qtbot, keys):
    from PySide6.QtCore import Qt

    window.desk.add_concept("counterstrike")
    qtbot.waitUntil(lambda: len(window.desk.concepts) == 1)
    pages = opened("order")
    start = window.desk.source.layer.text.index("Counterstrike")
    pages.select([(start, start + len("Counterstrike"))])

    keys(pages, Qt.Key.Key_T)
    assert window.tag_box.isVisible()
    qtbot.keyClicks(window.tag_box.line, "cntr")
    keys(window.tag_box.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(window.desk.marks) == 1)

    assert window.desk.marks[0].line.concepts == ("counterstrike",)
    assert not window.tag_box.isVisible()
    assert pages.hasFocus()


def test_a_new_name_in_the_tag_box_makes_a_concept_in_the_same_step(opened, window, qtbot, keys):
    from PySide6.QtCore import Qt

    flow = opened("sea")
    start = window.desk.source.layer.text.index("反撃能力")
    flow.select([(start, start + 4)])

    keys(flow, Qt.Key.Key_T)
    qtbot.keyClicks(window.tag_box.line, "capability")
    keys(window.tag_box.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(window.desk.marks) == 1)

    assert window.desk.marks[0].highlight.exact == "反撃能力"
    assert window.desk.marks[0].line.concepts == ("capability",)
    window.desk.undo()
    qtbot.waitUntil(lambda: not window.desk.concepts and not window.desk.marks)


def test_flowing_text_is_selected_on_the_axis_past_wide_characters(opened, window):
    flow = opened("sea")
    text = window.desk.source.layer.text
    start = text.index("lies on it")

    flow.select([(start, start + 4)])

    assert flow.ranges == ((start, start + 4),)
    assert flow.selected_text() == "lies"


def test_delete_tells_and_can_be_undone_from_the_toast(opened, window, qtbot, keys):
    from PySide6.QtCore import Qt

    pages = opened("order")
    window.desk.highlight([(0, 6)])
    qtbot.waitUntil(lambda: bool(window.highlights.current))
    id = window.highlights.current

    keys(pages, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: not window.desk.marks)
    qtbot.waitUntil(lambda: window.toast.text == "Deleted 1 highlight")
    window.toast.acted.emit()
    qtbot.waitUntil(lambda: len(window.desk.marks) == 1)

    assert window.desk.marks[0].highlight.id == id


def test_j_and_k_go_through_the_highlights_in_order_and_wrap(opened, window, qtbot, keys):
    from PySide6.QtCore import Qt

    pages = opened("order")
    text = window.desk.source.layer.text
    for words in ("partners", "free", "minimum"):
        start = text.index(words)
        window.desk.highlight([(start, start + len(words))])
    qtbot.waitUntil(lambda: len(window.desk.marks) == 3)
    chosen = []
    window.highlights.set_current(window.desk.marks[0].highlight.id)
    for _ in range(3):
        keys(pages, Qt.Key.Key_J)
        chosen.append(next(m.highlight.exact for m in window.desk.marks if m.highlight.id == window.highlights.current))

    assert chosen == ["minimum", "partners", "free"]
    assert window.statusBar().currentMessage()


def test_letters_in_a_text_field_are_letters(opened, window, qtbot):
    opened("order")
    window.sources.filter.setFocus()

    qtbot.keyClicks(window.sources.filter, "h1t")

    assert window.sources.filter.text() == "h1t"
    assert not window.desk.marks


def test_no_two_commands_share_a_key_in_one_place():
    from PySide6.QtGui import QKeySequence

    from desktop.commands import COMMANDS

    keys = [QKeySequence(key).toString() for command in COMMANDS for key in command.keys]

    assert sorted(keys) == sorted(set(keys))


def test_what_a_message_offers_to_undo_is_undone_by_it_or_no_longer_offered(opened, window, qtbot):
    from PySide6.QtCore import Qt

    flow = opened("sea")
    window.desk.highlight([(0, 8)])
    qtbot.waitUntil(lambda: bool(window.chosen.id))
    made = window.chosen.id
    qtbot.keyClick(flow, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: "Deleted" in window.toast.text and not window.desk.marks)

    window.actions_by_name["undo"].trigger()
    qtbot.waitUntil(lambda: len(window.desk.marks) == 1)

    assert not window.toast.text
    assert window.chosen.id == made
    assert window.highlights.current == made
