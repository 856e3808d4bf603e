"""How what is read lies: one page at a time, two by two, turned, zoomed; and that it is remembered."""

import pytest

from core.records import Page
from desktop.reader.geometry import GAP, PageLayout

pytestmark = pytest.mark.gui

SHEETS = [Page("", 0, 0, 400_000, 600_000), Page("", 0, 0, 400_000, 200_000), Page("", 0, 0, 400_000, 600_000)]


def test_a_row_can_be_as_high_as_the_view():
    layout = PageLayout(SHEETS, 0.75, least=500.0)

    assert layout.row_of(0) == (0.0, 612.0)
    top, bottom = layout.row_of(1)
    assert bottom - top == 500.0
    low = layout.pages[1]
    assert low.top - (top + GAP) == bottom - low.bottom
    assert layout.row_of(2)[0] == bottom


def test_one_page_is_shown_at_a_time(opened, window, qtbot):
    from PySide6.QtCore import Qt

    pages = opened("order")
    window.actions_by_name["fit-page"].trigger()
    window.actions_by_name["single"].trigger()

    assert window.actions_by_name["single"].isChecked()
    assert not window.actions_by_name["continuous"].isChecked()
    for page in (0, 1, 2, 2):
        assert [seen.index for seen in pages.seen()] == [page]
        assert pages.current_page == page
        qtbot.keyClick(pages, Qt.Key.Key_PageDown)
    qtbot.keyClick(pages, Qt.Key.Key_PageUp)
    assert pages.current_page == 1
    qtbot.keyClick(pages, Qt.Key.Key_Home)
    assert pages.current_page == 0
    text = window.desk.source.layer.text
    qtbot.waitUntil(lambda: pages.is_drawn)
    pages.go_to(text.index("partners"))
    qtbot.waitUntil(lambda: pages.current_page == 2)
    assert [seen.index for seen in pages.seen()] == [2]


def test_the_wheel_turns_the_page_at_its_end(opened, window, qtbot):
    from PySide6.QtCore import QPoint, QPointF, Qt
    from PySide6.QtGui import QWheelEvent
    from PySide6.QtWidgets import QApplication

    pages = opened("order")
    window.actions_by_name["single"].trigger()
    pages.set_zoom(2.0)
    bar = pages.verticalScrollBar()

    def wheel(down):
        at = QPointF(100, 100)
        angle, none = QPoint(0, -down), Qt.MouseButton.NoButton
        held, phase = Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase
        event = QWheelEvent(at, pages.viewport().mapToGlobal(at), QPoint(), angle, none, held, phase, False)
        QApplication.sendEvent(pages.viewport(), event)

    wheel(120)
    assert pages.current_page == 0
    assert bar.value() > bar.minimum()
    bar.setValue(bar.maximum())
    wheel(120)
    assert pages.current_page == 1
    assert bar.value() == bar.minimum()
    wheel(-120)
    assert pages.current_page == 0
    assert bar.value() == bar.maximum()


def test_facing_pages_lie_side_by_side(opened, window):
    pages = opened("order")
    window.actions_by_name["facing"].trigger()

    assert pages.placed(1).top == pages.placed(2).top
    assert pages.placed(1).right < pages.placed(2).left


def test_turning_and_arrangement_are_remembered_for_each_source(opened, window, qtbot):
    pages = opened("order")
    qtbot.waitUntil(lambda: bool(window.looks._source))
    window.actions_by_name["turn-right"].trigger()
    window.actions_by_name["facing"].trigger()
    opened("sea")
    assert not window.actions_by_name["turn-right"].isEnabled()
    window.pages.set_arrangement("continuous")

    opened("order")

    qtbot.waitUntil(lambda: pages.turned == 90)
    assert pages.arrangement == "facing"
    assert window.actions_by_name["facing"].isChecked()


def test_zoom_is_that_of_what_is_shown(opened, window):
    flow = opened("sea")
    size = flow.type_size

    window.actions_by_name["zoom-in"].trigger()

    assert flow.type_size == pytest.approx(size * 1.1)
    assert window.toolbar.zoom_field.text() == "110 %"
    window.toolbar.zoom_field.zoom_wanted.emit(2.0)
    assert flow.type_size == pytest.approx(size * 2)
    window.actions_by_name["zoom-reset"].trigger()
    assert flow.type_size == size


@pytest.mark.parametrize(("look", "paper"), [("printed", 255), ("dim", 217), ("invert", 0)])
def test_pages_in_the_dark_look_as_wanted(opened, window, qtbot, qapp, look, paper):
    from dataclasses import replace

    from desktop import theme

    pages = opened("order")
    corner = pages.paper(pages.seen()[0]).topLeft().toPoint()

    def shade():
        return pages.viewport().grab().toImage().pixelColor(corner.x() + 12, corner.y() + 12).lightness()

    wanted = replace(window.frame.settings, pages=look)
    window.frame._take_settings(wanted)
    assert shade() == 255
    before = qapp.palette()
    window.setPalette(theme.palette("dark"))
    try:
        qtbot.waitUntil(lambda: abs(shade() - paper) <= 1)
    finally:
        window.setPalette(before)
    qtbot.waitUntil(lambda: shade() == 255)
