"""The view of pages: selecting by paragraph and key, areas, and the ends of marks."""

import pytest

pytestmark = pytest.mark.gui


@pytest.fixture
def send(qtbot):
    """Return what sends a mouse event to a view, as a hand with the button held would."""
    from PySide6.QtCore import QEvent, QPointF, Qt
    from PySide6.QtGui import QMouseEvent
    from PySide6.QtWidgets import QApplication

    kinds = {
        "press": QEvent.Type.MouseButtonPress,
        "move": QEvent.Type.MouseMove,
        "release": QEvent.Type.MouseButtonRelease,
    }

    def mouse(view, kind, point, held=Qt.KeyboardModifier.NoModifier):
        at, left = QPointF(point), Qt.MouseButton.LeftButton
        button = Qt.MouseButton.NoButton if kind == "move" else left
        buttons = Qt.MouseButton.NoButton if kind == "release" else left
        event = QMouseEvent(kinds[kind], at, view.viewport().mapToGlobal(at), button, buttons, held)
        QApplication.sendEvent(view.viewport(), event)

    return mouse


def drag(send, view, first, last):
    send(view, "press", first)
    send(view, "move", last)
    send(view, "release", last)


def test_a_drag_over_a_page_break_is_one_range(opened, window, qtbot, send):
    pages = opened("order")
    pages.set_zoom(0.5)
    qtbot.waitUntil(lambda: pages.is_drawn, timeout=10_000)
    text = window.desk.source.layer.text
    start, end = text.index("four tasks"), text.index("capability")
    assert len(pages.seen()) > 1

    drag(send, pages, pages.place_of(start), pages.place_of(end - 2))

    assert len(pages.ranges) == 1
    assert pages.selected_text().startswith("four tasks.")
    assert pages.selected_text().endswith("Counterstrike")


def test_arrows_with_shift_move_the_end_by_characters_words_and_lines(opened, window, qtbot, send):
    from PySide6.QtCore import Qt

    shift, control = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
    pages = opened("order")
    start = window.desk.source.layer.text.index("free and")
    pages.select([(start, start + 2)])

    qtbot.keyClick(pages, Qt.Key.Key_Right, shift)
    assert pages.selected_text() == "fre"
    qtbot.keyClick(pages, Qt.Key.Key_Right, shift | control)
    assert pages.selected_text() == "free"
    qtbot.keyClick(pages, Qt.Key.Key_Left, shift)
    assert pages.selected_text() == "fre"
    qtbot.keyClick(pages, Qt.Key.Key_Down, shift)
    assert pages.selected_text().startswith("free and open order\n")
    assert pages.selected_text() != "free and open order\n"


def test_an_area_is_told_in_thousandths_of_a_point_and_the_mode_ends(opened, qtbot, send):
    from PySide6.QtCore import QPoint

    pages = opened("order")
    page = pages.placed(0)
    paper = pages.paper(page)
    first = QPoint(round(paper.left() + 100 * page.scale), round(paper.top() + 50 * page.scale))
    last = QPoint(round(paper.left() + 200 * page.scale), round(paper.top() + 90 * page.scale))
    pages.set_area_mode(True)

    with qtbot.waitSignal(pages.area_mode_changed) as mode, qtbot.waitSignal(pages.area_selected) as told:
        drag(send, pages, first, last)

    assert not pages.ranges
    assert mode.args == [False]
    assert told.args[0] == 0
    assert told.args[1] == pytest.approx((100_000, 50_000, 200_000, 90_000), abs=1200)


def test_an_area_stays_on_its_page(opened, qtbot, send):
    from PySide6.QtCore import QPoint

    pages = opened("order")
    paper = pages.paper(pages.placed(0))
    pages.set_area_mode(True)

    with qtbot.waitSignal(pages.area_selected) as told:
        drag(send, pages, paper.center().toPoint(), QPoint(round(paper.left()) - 50, -40))

    assert told.args[1][:2] == (0, 0)


@pytest.fixture
def marked(opened, window, qtbot):
    """Return the reader with one chosen mark, on "free and"."""
    pages = opened("order")
    start = window.desk.source.layer.text.index("free and")
    window.desk.highlight([(start, start + 8)])
    qtbot.waitUntil(lambda: bool(window.highlights.current))
    pages.choose_mark(window.highlights.current)
    return pages


def test_the_end_of_the_chosen_mark_moves_by_words(marked, qtbot, window):
    from PySide6.QtCore import Qt

    text = window.desk.source.layer.text
    start = text.index("free and")
    shift, alt = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.AltModifier

    with qtbot.waitSignal(marked.range_change_requested) as told:
        qtbot.keyClick(marked, Qt.Key.Key_Right, shift)
    assert told.args == [window.highlights.current, ((start, text.index(" order")),)]

    with qtbot.waitSignal(marked.range_change_requested) as told:
        qtbot.keyClick(marked, Qt.Key.Key_Left, shift | alt)
    assert told.args[1] == ((text.index("A free"), start + 8),)


def test_an_end_of_the_chosen_mark_is_dragged(marked, qtbot, send, window):
    text = window.desk.source.layer.text
    start = text.index("free and")
    to = marked.place_of(text.index("open") + 3)
    to.setX(to.x() + 4)

    with qtbot.waitSignal(marked.range_change_requested) as told:
        drag(send, marked, marked.edge_point("end"), to)

    assert told.args[1] == ((start, text.index(" order")),)
    assert not marked.ranges
