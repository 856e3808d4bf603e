"""The marking keys: slots, repeat, words as a concept, several tags at once, copying."""

import pytest

pytestmark = pytest.mark.gui


@pytest.fixture
def keys(qtbot):
    from PySide6.QtCore import Qt

    def press(widget, key, modifier=Qt.KeyboardModifier.NoModifier):
        qtbot.keyClick(widget, getattr(Qt.Key, f"Key_{key}"), modifier)

    return press


@pytest.fixture
def concepts(window, qtbot):
    """Return the ids of three concepts by their names."""
    for name in ("counterstrike", "order", "sea"):
        window.desk.add_concept(name)
    qtbot.waitUntil(lambda: len(window.desk.concepts) == 3)
    return {concept.name: concept.id for concept in window.desk.concepts}


def select(window, words):
    start = window.desk.source.layer.text.index(words)
    window.reader.select([(start, start + len(words))])


def names(window):
    return [mark.line.concepts for mark in window.desk.marks]


def test_a_number_marks_with_the_concept_on_its_key_and_takes_it_off_again(opened, window, qtbot, keys, concepts):
    pages = opened("order")
    window.desk.put_into_slot(1, concepts["sea"])
    qtbot.waitUntil(lambda: window.desk.slots[1].name == "sea")
    select(window, "four tasks")

    keys(pages, 2)
    qtbot.waitUntil(lambda: names(window) == [("sea",)])
    qtbot.waitUntil(lambda: bool(window.highlights.current))
    keys(pages, 1)
    qtbot.waitUntil(lambda: len(names(window)[0]) == 2)
    keys(pages, 2)
    qtbot.waitUntil(lambda: names(window) == [("counterstrike",)])


def test_a_key_without_a_concept_says_so(opened, window, keys, concepts):
    pages = opened("order")
    select(window, "four tasks")

    keys(pages, 7)

    assert "7" in window.statusBar().currentMessage()
    assert not window.desk.marks


def test_keys_keep_their_concepts_when_counts_change_and_chosen_ones_after_a_restart(
    opened, window, qtbot, concepts, library_file
):
    from commonplace.library.session import open_session
    from commonplace.library.slots import chosen_slots

    opened("order")
    window.desk.put_into_slot(0, concepts["order"])
    qtbot.waitUntil(lambda: window.desk.slots[0].name == "order")
    before = [one and one.name for one in window.desk.slots]
    for place in ((0, 6), (7, 11)):
        window.desk.highlight([place], [concepts["sea"]])
    qtbot.waitUntil(lambda: any(one.highlights == 2 for one in window.desk.concepts))

    assert [one and one.name for one in window.desk.slots] == before
    with open_session(library_file, "Aiko", writing=False) as library:
        assert chosen_slots(library) == {0: concepts["order"]}


def test_r_repeats_the_last_tags_on_what_is_selected(opened, window, qtbot, keys, concepts):
    pages = opened("order")
    start = window.desk.source.layer.text.index("rule of law")
    window.desk.highlight([(start, start + 11)], [concepts["order"], concepts["sea"]])
    qtbot.waitUntil(lambda: len(window.desk.last) == 2)
    select(window, "minimum measure")

    keys(pages, "R")
    qtbot.waitUntil(lambda: len(window.desk.marks) == 2)

    assert sorted(names(window)[1]) == ["order", "sea"]


def test_v_makes_a_concept_of_the_words_under_the_current_one(opened, window, qtbot, keys, concepts):
    pages = opened("order")
    window.concepts.set_current(concepts["order"])
    select(window, "rule of law")

    keys(pages, "V")
    qtbot.waitUntil(lambda: names(window) == [("rule of law",)])

    qtbot.waitUntil(lambda: any(one.path == ("order", "rule of law") for one in window.desk.concepts))


def test_ctrl_enter_ticks_several_concepts_for_one_highlight(opened, window, qtbot, keys, concepts):
    from PySide6.QtCore import Qt

    pages = opened("order")
    select(window, "four tasks")
    keys(pages, "T")
    line = window.tag_box.line

    qtbot.keyClicks(line, "sea")
    keys(line, "Return", Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(line, "strike")
    keys(line, "Return", Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(line, "tasks")
    assert window.tag_box.offered[-1] == "Create ‘tasks’"
    keys(line, "Return")
    qtbot.waitUntil(lambda: len(window.desk.marks) == 1)

    assert sorted(names(window)[0]) == ["counterstrike", "sea", "tasks"]
    window.desk.undo()
    qtbot.waitUntil(lambda: not window.desk.marks and len(window.desk.concepts) == 3)


def test_the_box_ticks_what_a_highlight_has_and_takes_it_off(opened, window, qtbot, keys, concepts):
    pages = opened("order")
    window.desk.highlight([(0, 6)], [concepts["sea"]])
    qtbot.waitUntil(lambda: bool(window.highlights.current))

    keys(pages, "T")
    assert window.tag_box.offered[0] == "✓ sea"
    keys(window.tag_box.line, "Return")

    qtbot.waitUntil(lambda: names(window) == [()])


def test_the_box_leaves_keys_to_the_input_method_while_it_composes(opened, window, qtbot, keys, concepts):
    from PySide6.QtGui import QInputMethodEvent
    from PySide6.QtWidgets import QApplication

    pages = opened("order")
    select(window, "four tasks")
    keys(pages, "T")
    line = window.tag_box.line
    QApplication.sendEvent(line, QInputMethodEvent("はんげき", []))

    keys(line, "Return")
    assert window.tag_box.isVisible()
    assert not window.desk.marks

    done = QInputMethodEvent("", [])
    done.setCommitString("反撃能力")
    QApplication.sendEvent(line, done)
    keys(line, "Return")
    qtbot.waitUntil(lambda: names(window) == [("反撃能力",)])


def test_c_copies_the_quote_with_its_citation(opened, window, qtbot, keys):
    from PySide6.QtGui import QGuiApplication

    pages = opened("order")
    text = window.desk.source.layer.text
    start, end = text.index("free and open"), text.index("rests on") + 5
    pages.select([(start, end)])
    clipboard = QGuiApplication.clipboard()
    clipboard.clear()

    keys(pages, "C")
    qtbot.waitUntil(lambda: bool(clipboard.text()))

    key = next(line.citekey for line in window.desk.sources if line.id == window.desk.source.id)
    assert clipboard.text() == f"free and open order rests [@{key}, p. 1]"
    assert "<blockquote><p>free and open order rests</p></blockquote>" in clipboard.mimeData().html()


def test_ctrl_c_copies_the_words_with_lines_joined(opened, window, qtbot, keys):
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QGuiApplication

    flow = opened("sea")
    select(window, "The sea is common")
    QGuiApplication.clipboard().clear()

    keys(flow, "C", Qt.KeyboardModifier.ControlModifier)

    qtbot.waitUntil(lambda: QGuiApplication.clipboard().text() == "The sea is common")


def test_the_bar_goes_with_the_selection_when_something_else_is_opened(opened, window):
    reader = opened("sea")
    reader.select([(0, 8)])
    assert window.bar.isVisible()

    opened("order")

    assert not window.bar.isVisible()


def test_the_bar_stays_with_what_is_read(opened, window, qtbot):
    flow = opened("sea")
    window.desk.highlight([(20, 28)])
    qtbot.waitUntil(window.actions_by_name["quotes"].isEnabled)
    flow.select([(0, 8)])
    assert window.bar.isVisible()

    for name in ("quotes", "merge-view"):
        window.actions_by_name[name].trigger()
        assert not window.bar.isVisible()
        flow.verticalScrollBar().valueChanged.emit(0)
        assert not window.bar.isVisible()
    window.actions_by_name["reader"].trigger()
    assert window.bar.isVisible()


@pytest.mark.parametrize("name", ["order", "sea"])
def test_the_tag_box_opens_beside_the_chosen_highlight(opened, window, qtbot, name):
    reader = opened(name)
    text = window.desk.source.layer.text
    start = text.index("plan" if name == "order" else "Nobody")
    window.desk.highlight([(start, start + 4)])
    qtbot.waitUntil(lambda: bool(window.chosen.id))
    reader.select(())

    window.actions_by_name["tag"].trigger()

    mark = reader.chosen_rectangle()
    mark.moveTopLeft(reader.viewport().mapTo(window.centre, mark.topLeft()))
    assert not mark.isEmpty()
    box = window.tag_box.geometry()
    assert box.left() == mark.left()
    assert 0 <= min(abs(box.top() - mark.bottom()), abs(mark.top() - box.bottom())) <= 10


def test_the_tag_box_opens_beside_an_area(opened, window, qtbot):
    pages = opened("order")
    pages.area_selected.emit(0, (50_000, 200_000, 150_000, 260_000))
    qtbot.waitUntil(lambda: bool(window.chosen.id) and pages.chosen_mark is not None)

    window.actions_by_name["tag"].trigger()

    place = pages.chosen_rectangle()
    assert place.width() > 20
    assert abs(window.tag_box.y() - pages.viewport().mapTo(window.centre, place.bottomLeft()).y()) <= 10
