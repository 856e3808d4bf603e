"""The page box and the zoom field."""

import pytest

pytestmark = pytest.mark.gui

LABELS = ("i", "ii", "1", "2", "3", "2")


@pytest.mark.parametrize(
    ("typed", "near", "page"),
    [("ii", 0, 1), ("II ", 0, 1), ("2", 0, 3), ("2", 3, 5), ("2", 5, 3), ("#1", 0, 0), ("6", 0, 5), ("7", 0, None)],
)
def test_a_page_is_meant_by_its_label_and_else_by_its_place(typed, near, page):
    from desktop.frame.toolbar import page_named

    assert page_named(typed, LABELS, near) == page


def test_the_page_box_shows_where_one_is_and_goes_where_one_wants(opened, window, qtbot):
    from PySide6.QtCore import Qt

    pages = opened("order")
    box = window.toolbar.page_box
    assert (box.line.text(), box.count.text()) == ("1", "/ 3")

    box.line.setFocus()
    box.line.setText("2")
    qtbot.keyClick(box.line, Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: pages.current_page == 1)
    assert box.line.text() == "2"


def test_the_zoom_field_shows_the_zoom(opened, window):
    pages = opened("order")

    pages.set_zoom(1.5)

    assert window.toolbar.zoom_field.text() == "150 %"


def test_the_status_bar_counts_the_highlights(opened, window, qtbot):
    opened("sea")
    window.desk.highlight([(0, 8)])
    qtbot.waitUntil(lambda: window.status.marked.text().startswith("1 "))


def test_a_page_can_be_typed_by_key_and_one_that_is_not_there_is_said(opened, window, qtbot):
    from PySide6.QtCore import Qt

    pages = opened("order")
    window.actions_by_name["go-to-page"].trigger()
    line = window.toolbar.page_box.line
    assert (window.focusWidget(), line.selectedText()) == (line, "1")
    qtbot.keyClicks(line, "3")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: pages.current_page == 2)
    assert window.focusWidget() is pages

    window.actions_by_name["go-to-page"].trigger()
    qtbot.keyClicks(line, "xii")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert "xii" in window.statusBar().currentMessage()
    qtbot.keyClick(line, Qt.Key.Key_Escape)
    assert window.focusWidget() is pages
    assert line.text() == "3"

    opened("sea")
    window.actions_by_name["go-to-page"].trigger()
    assert "no pages" in window.statusBar().currentMessage()
