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


@pytest.fixture
def tagged(opened, window, qtbot):
    """Return the reader of a text in a library with two concepts, the first on key 1."""
    flow = opened("sea")
    for name in ("Law & order", "Sea"):
        window.desk.add_concept(name)
    qtbot.waitUntil(lambda: [one and one.name for one in window.desk.slots[:3]] == ["Law & order", "Sea", None])
    return flow


def test_slots_show_what_the_keys_stand_for_and_empty_ones_cannot_be_pressed(tagged, window):
    first, second, third, *_ = buttons = window.toolbar.slots.buttons

    assert [button.isEnabled() for button in buttons] == [True, True, *[False] * 5]
    assert (first.toolTip(), second.toolTip()) == ("Law & order (1)", "Sea (2)")
    assert (first.accessibleName(), second.accessibleName()) == ("Highlight with Law & order", "Highlight with Sea")
    assert "3" in third.toolTip()
    assert third.accessibleName() == third.toolTip()


def test_a_click_on_a_slot_does_what_its_key_does(tagged, window, qtbot):
    from PySide6.QtCore import Qt

    tagged.select([(0, 8)])

    qtbot.mouseClick(window.toolbar.slots.buttons[1], Qt.MouseButton.LeftButton)

    qtbot.waitUntil(lambda: [mark.line.concepts for mark in window.desk.marks] == [("Sea",)])
    assert tagged.hasFocus()


def test_slots_name_no_key_where_letters_are_no_keys(tagged, window):
    from desktop import commands

    commands.use_letters(window.actions_by_name, on=False)
    assert window.toolbar.slots.buttons[0].toolTip() == "Law & order"

    commands.use_letters(window.actions_by_name, on=True)
    assert window.toolbar.slots.buttons[0].toolTip() == "Law & order (1)"


def test_a_narrow_toolbar_folds_the_slots_and_pushes_nothing_out(tagged, window, qtbot):
    from PySide6.QtWidgets import QToolButton

    bar, slots = window.toolbar, window.toolbar.slots
    window.resize(1600, 800)
    qtbot.waitUntil(lambda: slots.buttons[0].isVisible() and not slots.folded.isVisible())
    narrowest = bar.sizeHint().width() - 1

    window.setMinimumWidth(0)
    window.resize(narrowest, 800)
    qtbot.waitUntil(lambda: slots.folded.isVisible() and not slots.buttons[0].isVisible())

    qtbot.waitUntil(lambda: bar.width() <= narrowest)
    overflow = bar.findChild(QToolButton, "qt_toolbar_ext_button")
    assert not overflow.isVisible()
    tagged.select([(0, 8)])
    slots.folded.menu().actions()[0].trigger()
    qtbot.waitUntil(lambda: [mark.line.concepts for mark in window.desk.marks] == [("Law & order",)])
    window.resize(1600, 800)
    qtbot.waitUntil(slots.buttons[0].isVisible)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_slot_has_a_line_of_its_own_without_colours_too(qapp, qtbot, scheme):
    from PySide6.QtCore import QSize
    from PySide6.QtGui import QAction, QImage

    from core.records import Concept
    from desktop.frame.slot_bar import SlotBar
    from desktop.theme import SLOTS, palette

    bar = SlotBar([QAction(qapp) for _ in SLOTS], None)
    qtbot.addWidget(bar)
    bar.setPalette(palette(scheme))
    bar.set_icon_size(QSize(20, 20))
    concepts = [Concept(slot.name, slot.name, (slot.name,), "", (), "", "", 0) for slot in SLOTS]

    bar.set_slots(concepts, {slot.name: slot for slot in SLOTS})

    # The line is drawn at the foot, below the number.
    feet = set()
    for button in bar.buttons:
        picture = button.icon().pixmap(QSize(20, 20)).toImage().convertToFormat(QImage.Format.Format_Alpha8)
        foot = picture.copy(0, picture.height() - 5, picture.width(), 5)
        feet.add(tuple(foot.pixelColor(x, y).alpha() for x in range(foot.width()) for y in range(foot.height())))
    assert len(feet) == len(SLOTS)


def test_from_the_right_the_first_slot_stands_right_of_the_second(tagged, window, qapp):
    from PySide6.QtCore import Qt

    first, second, *_ = window.toolbar.slots.buttons
    assert first.x() < second.x()

    window.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    qapp.processEvents()

    assert first.x() > second.x()
