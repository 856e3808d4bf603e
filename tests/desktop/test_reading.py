"""Going about: history, overlaps, bounds and areas in the window."""

import pytest

from desktop.reader.history import History, Place
from desktop.reader.overlaps import next_overlapping

pytestmark = pytest.mark.gui


def test_back_and_forward_lead_through_the_places_one_left():
    history = History()
    history.leave(Place("a", 1))
    history.leave(Place("a", 2))

    assert history.back(Place("b", 3)) == Place("a", 2)
    assert history.back(Place("a", 2)) == Place("a", 1)
    assert history.back(Place("a", 1)) is None
    assert history.forward(Place("a", 1)) == Place("a", 2)
    assert history.can_go_forward
    history.leave(Place("a", 2))
    assert not history.can_go_forward


def test_overlapping_marks_are_gone_through_in_a_round():
    passages = {"one": [(0, 10)], "two": [(5, 8)], "far": [(20, 30)], "three": [(6, 22)]}

    assert next_overlapping(passages, "one") == "two"
    assert next_overlapping(passages, "two") == "three"
    assert next_overlapping(passages, "far") == "three"
    assert next_overlapping({"one": [(0, 1)]}, "one") == "one"
    assert next_overlapping(passages, "gone") == "gone"


def test_a_jump_can_be_taken_back(opened, window, qtbot):
    pages = opened("order")
    back, forward = window.actions_by_name["back"], window.actions_by_name["forward"]
    assert not back.isEnabled()
    pages.set_zoom(2.0)

    window.reading.go_to_page(2)
    assert pages.current_page == 2
    back.trigger()
    assert pages.current_page == 0
    assert forward.isEnabled()
    forward.trigger()
    assert pages.current_page == 2


def test_another_source_can_be_left_again(opened, window, qtbot):
    opened("order")
    first = window.desk.source.id
    opened("sea")

    window.actions_by_name["back"].trigger()

    qtbot.waitUntil(lambda: window.desk.source.id == first and window.reader is window.pages)


def test_a_source_opens_where_it_was_left(opened, window, qtbot):
    pages = opened("order")
    pages.set_zoom(2.0)
    pages.go_to_page(2)
    qtbot.waitUntil(lambda: pages.is_drawn)
    opened("sea")

    opened("order")

    qtbot.waitUntil(lambda: pages.current_page == 2)


def test_moved_bounds_are_kept_and_undone(opened, window, qtbot):
    opened("order")
    text = window.desk.source.layer.text
    start = text.index("free and")
    window.desk.highlight([(start, start + 8)])
    qtbot.waitUntil(lambda: bool(window.highlights.current))

    window.pages.range_change_requested.emit(window.highlights.current, ((start, start + 13),))
    qtbot.waitUntil(lambda: window.desk.marks[0].highlight.exact == "free and open")

    window.desk.undo()
    qtbot.waitUntil(lambda: window.desk.marks[0].highlight.exact == "free and")


def test_an_area_is_marked_with_the_concept_at_hand(opened, window, qtbot):
    opened("order")
    window.pages.area_selected.emit(0, (10_000, 10_000, 90_000, 60_000))

    qtbot.waitUntil(lambda: len(window.desk.marks) == 1)

    assert window.desk.marks[0].highlight.anchor.area == (0, 10_000, 10_000, 90_000, 60_000)
