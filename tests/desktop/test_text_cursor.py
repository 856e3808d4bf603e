"""Selecting with the keyboard alone: the text cursor, and what was found."""

import pytest

pytestmark = pytest.mark.gui


@pytest.fixture
def keys(qtbot):
    from PySide6.QtCore import Qt

    def press(widget, *keys, shift=False, ctrl=False):
        held = Qt.KeyboardModifier.NoModifier
        held |= Qt.KeyboardModifier.ShiftModifier if shift else held
        held |= Qt.KeyboardModifier.ControlModifier if ctrl else held
        for key in keys:
            qtbot.keyClick(widget, getattr(Qt.Key, f"Key_{key}"), held)

    return press


@pytest.mark.parametrize("name", ["order", "sea"])
def test_the_text_cursor_selects_from_where_the_arrows_bring_it(opened, window, keys, name):
    reader = opened(name)
    first = window.desk.source.layer.text.split()
    keys(reader, "F7")
    assert reader.hasFocus()
    while reader._gestures._end:
        keys(reader, "Left", ctrl=True)

    keys(reader, "Right", ctrl=True)
    keys(reader, "Right", shift=True, ctrl=True)

    assert reader.selected_text() == first[1]
    assert reader._gestures.cursor_line() is not None
    keys(reader, "Escape", "Right")
    keys(reader, "Right", shift=True, ctrl=True)
    assert reader.selected_text().strip() == first[2]


@pytest.mark.parametrize("name", ["order", "sea"])
def test_the_text_cursor_goes_on_behind_what_was_marked(opened, window, keys, qtbot, name):
    reader = opened(name)
    keys(reader, "F7")
    while reader._gestures._end:
        keys(reader, "Left", ctrl=True)
    keys(reader, "Right", "Right", shift=True)
    keys(reader, "H")
    qtbot.waitUntil(lambda: len(window.desk.marks) == 1)

    keys(reader, "Right")
    keys(reader, "Right", "Right", shift=True)
    keys(reader, "H")
    qtbot.waitUntil(lambda: len(window.desk.marks) == 2)

    assert [mark.highlight.anchor.ranges for mark in window.desk.marks] == [((0, 2),), ((3, 5),)]


def test_without_the_text_cursor_arrows_scroll_and_with_shift_select_from_what_is_in_sight(opened, window, keys):
    flow = opened("sea")
    keys(flow, "Right")
    assert flow._gestures._end is None
    assert flow._gestures.cursor_line() is None

    keys(flow, "Right", "Right", shift=True)

    assert flow.ranges == ((0, 2),)


def test_a_text_cursor_out_of_sight_begins_anew_where_one_reads(opened, window, keys, qtbot):
    pages = opened("order")
    keys(pages, "F7")
    text = window.desk.source.layer.text
    pages.go_to(len(text) - 1)
    qtbot.waitUntil(lambda: pages.is_drawn)
    assert pages._gestures.cursor_line() is None

    keys(pages, "Right", shift=True)

    assert pages.ranges[0][0] > text.index("December")


def test_the_place_that_was_found_is_selected_when_finding_ends(opened, window, keys, qtbot):
    from PySide6.QtCore import Qt

    pages = opened("order")
    window.actions_by_name["find"].trigger()
    qtbot.keyClicks(window.find_bar.line, "rule of law")
    qtbot.waitUntil(lambda: window.find_bar.count.text() == "1 of 1")
    qtbot.keyClick(window.find_bar.line, Qt.Key.Key_Escape)

    assert pages.selected_text() == "rule of law"
    keys(pages, "H")
    qtbot.waitUntil(lambda: [mark.line.quote for mark in window.desk.marks] == ["rule of law"])
