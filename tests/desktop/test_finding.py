"""Finding in the open document and searching the library from the window."""

import pytest

pytestmark = pytest.mark.gui


def find(window, qtbot, words):
    window.actions_by_name["find"].trigger()
    qtbot.keyClicks(window.find_bar.line, words)


def test_find_counts_the_places_and_f3_goes_round(opened, window, qtbot):
    opened("order")

    find(window, qtbot, "th")
    qtbot.waitUntil(lambda: " of " in window.find_bar.count.text())
    place, number = (int(part) for part in window.find_bar.count.text().split(" of "))
    told = []
    for name in ("find-next", "find-previous", "find-previous"):
        window.actions_by_name[name].trigger()
        told.append(window.find_bar.count.text())

    assert number > 2
    steps = (place % number, place - 1, (place - 2) % number)
    assert told == [f"{step + 1} of {number}" for step in steps]
    assert window.pages._hits.shown == window.side.finding._hits[steps[-1]]


def test_what_is_found_lies_marked_on_the_page(opened, window, qtbot):
    from PySide6.QtCore import QRect, QSize

    pages = opened("order")
    place = pages.place_of(window.desk.source.layer.text.index("four tasks"))
    around = QRect(place, QSize(12, 12))
    before = pages.viewport().grab(around).toImage()

    find(window, qtbot, "four tasks")
    qtbot.waitUntil(lambda: window.find_bar.count.text() == "1 of 1")

    assert pages.viewport().grab(around).toImage() != before


def test_japanese_is_found_in_flowing_text_and_escape_forgets_it(opened, window, qtbot):
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QInputMethodEvent
    from PySide6.QtWidgets import QApplication

    flow = opened("sea")
    window.actions_by_name["find"].trigger()
    line = window.find_bar.line
    QApplication.sendEvent(line, QInputMethodEvent("はんげき", []))
    assert not window.find_bar._pause.isActive()
    done = QInputMethodEvent("", [])
    done.setCommitString("反撃能力")
    QApplication.sendEvent(line, done)
    qtbot.waitUntil(lambda: window.find_bar.count.text() == "1 of 1")

    qtbot.keyClick(line, Qt.Key.Key_Escape)

    assert flow.hasFocus()
    assert not window.find_bar.isVisible()
    assert flow._hits.ranges == ()


def test_the_escape_ladder_ends_in_the_reader(opened, window, qtbot):
    from PySide6.QtCore import Qt

    pages = opened("order")
    find(window, qtbot, "four")
    qtbot.waitUntil(lambda: window.find_bar.count.text() == "1 of 1")
    pages.setFocus()
    pages.select([(0, 6)])

    qtbot.keyClick(pages, Qt.Key.Key_Escape)
    assert not pages.ranges
    assert window.find_bar.isVisible()
    qtbot.keyClick(pages, Qt.Key.Key_Escape)
    assert not window.find_bar.isVisible()
    assert pages.hasFocus()


def test_search_shows_places_by_source_and_opens_them(opened, window, qtbot):
    from PySide6.QtCore import Qt

    opened("order")
    window.actions_by_name["search"].trigger()
    panel = window.side.search
    qtbot.keyClicks(panel.line, "sea")
    qtbot.waitUntil(lambda: panel.model.rowCount() == 1, timeout=10_000)
    qtbot.keyClick(panel.line, Qt.Key.Key_Down)
    qtbot.keyClick(panel.list, Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: window.desk.source is not None and not window.desk.source.has_pages)
    assert "2 place" in panel.said.text()


def test_search_says_what_to_do_where_nothing_is_found(opened, window, qtbot):
    panel = window.side.search
    qtbot.keyClicks(panel.line, "zebra")

    qtbot.waitUntil(lambda: "zebra*" in panel.hint.button.text(), timeout=10_000)


def test_the_history_says_who_did_what(opened, window, qtbot):
    opened("order")
    window.desk.highlight([(0, 6)])
    qtbot.waitUntil(lambda: len(window.desk.marks) == 1)

    window.actions_by_name["history"].trigger()
    panel = window.side.history
    qtbot.waitUntil(lambda: panel.model.rowCount() > 1)
    step = panel.model.records()[0]
    assert step.label.startswith("Highlight in")
    assert step.person == "Aiko"
    panel.filter.setText("highl")
    assert panel.list.model().rowCount() == 1

    window.desk.undo()
    qtbot.waitUntil(lambda: any(one.undone for one in panel.model.records()))


def test_the_tree_of_places_is_a_proper_model(qtbot, qtmodeltester):
    from commonplace.library.searching import Hit
    from desktop.models.hit_tree import HitTree

    model = HitTree()
    hits = tuple(Hit("s", "Key", "1", "p. 1", at, at + 3, f"words {at}", "sources") for at in range(3))
    model.set_rows([("One", hits), ("Two", hits[:1])])

    qtmodeltester.check(model)
    assert model.rowCount(model.index(0, 0)) == 3


@pytest.mark.parametrize("first", ["order", "sea"])
def test_a_place_that_the_library_was_searched_for_is_marked_in_its_source(opened, window, qtbot, first):
    from PySide6.QtCore import Qt

    opened(first)
    window.actions_by_name["search"].trigger()
    window.side.search.line.setText("common")
    model = window.side.search.model
    qtbot.waitUntil(lambda: model.rowCount() == 1)
    window.side.search.hit_chosen.emit(model.index(0, 0, model.index(0, 0)).data(Qt.ItemDataRole.UserRole))

    qtbot.waitUntil(lambda: window.flow._hits.shown is not None and window.flow.isVisible())
    start, end = window.flow._hits.shown
    assert window.desk.source.layer.text[start:end] == "common"
    window.flow.setFocus()
    qtbot.keyClick(window.flow, Qt.Key.Key_Escape)
    assert window.flow._hits.shown is None
