"""Points 9, 17, 18 and 20: keys that do not clash, wrapping with a notice, and the ladder that Escape goes down."""

import pytest

pytestmark = pytest.mark.gui


@pytest.fixture
def press(qtbot):
    from PySide6.QtCore import Qt
    from PySide6.QtWidgets import QApplication

    def press_key(name, modifier=Qt.KeyboardModifier.NoModifier):
        qtbot.keyClick(QApplication.focusWidget(), getattr(Qt.Key, f"Key_{name}"), modifier)

    return press_key


def test_no_two_actions_of_one_place_share_a_key(window):
    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QWidget

    for widget in [window, *window.findChildren(QWidget)]:
        keys = [key.toString() for action in widget.actions() for key in action.shortcuts()]
        assert sorted(keys) == sorted(set(keys)), widget
    everywhere = {key.toString() for action in window.actions() for key in action.shortcuts()}
    here = {key.toString() for action in window.pages.actions() for key in action.shortcuts()}
    assert not everywhere & here
    assert window.findChildren(QAction)


def test_every_action_of_the_menus_is_in_the_palette(window):
    from desktop.frame.words import titled

    window.actions_by_name["palette"].trigger()
    in_menus = [action for top in window.menuBar().actions() for action in top.menu().actions() if action.text()]

    assert {titled(action) for action in in_menus} <= set(window.frame.palette.titles)


def test_escape_goes_down_the_ladder_to_the_page(opened, window, press):
    pages = opened("order")
    window.actions_by_name["find"].trigger()
    window.find_bar.line.setText("order")
    pages.setFocus()
    pages.select([(0, 6)])
    window.actions_by_name["tag"].trigger()
    assert window.tag_box.line.hasFocus()

    press("Escape")
    assert not window.tag_box.isVisible()
    assert pages.ranges and pages.hasFocus()
    press("Escape")
    assert not pages.ranges
    assert window.find_bar.isVisible()
    press("Escape")
    assert not window.find_bar.isVisible()

    for panel in (window.sources.filter, window.sources.list, window.concepts.filter, window.highlights.list):
        for tabs in (window.side._left, window.right_tabs):
            for number in range(tabs.count()):
                if tabs.widget(number).isAncestorOf(panel):
                    tabs.setCurrentIndex(number)
        panel.setFocus()
        assert panel.hasFocus()
        press("Escape")
        assert pages.hasFocus(), panel.accessibleName()


def test_shift_j_goes_to_the_next_of_the_same_concept(opened, window, qtbot, press):
    from PySide6.QtCore import Qt

    flow = opened("sea")
    for start, name in ((0, "order"), (10, "law"), (20, "order")):
        window.desk.highlight([(start, start + 5)], (), [name])
        qtbot.waitUntil(lambda number=start // 10 + 1: len(window.desk.marks) == number)
    marks = window.desk.marks
    window.chosen.go_to(marks[0].highlight.id)
    flow.setFocus()

    press("J", Qt.KeyboardModifier.ShiftModifier)
    assert window.chosen.id == marks[2].highlight.id
    press("J", Qt.KeyboardModifier.ShiftModifier)

    assert window.chosen.id == marks[0].highlight.id
    assert "other end" in window.statusBar().currentMessage()
