"""The view of flowing text: selecting, marks and their ends, readings, pictures, and texts of any length."""

import time
from contextlib import contextmanager

import pytest

from core.errors import NotDoneError
from core.records import Block, Layer, Span
from tests.desktop.mouse import clicks, drag

pytestmark = pytest.mark.gui

TEXT = "On order\nThe sea is common, and 𠮷野 lies on it.\nNobody owns the sea, or its waves.\nنص عربي طويل"


def layer_of(text, spans=(), kinds=()):
    """Return a layer with a block a line."""
    blocks, at = [], 0
    for number, line in enumerate(text.split("\n")):
        kind = kinds[number] if number < len(kinds) else "paragraph"
        own = tuple(span for span in spans if at <= span.start <= at + len(line))
        blocks.append(Block(kind, at, at + len(line), 1 if kind == "heading" else 0, own))
        at += len(line) + 1
    return Layer("", "", text, blocks=tuple(blocks))


@contextmanager
def no_pictures():
    """Stand where a document's pictures would be drawn."""
    raise NotDoneError("There are none.")
    yield


@pytest.fixture
def shown(qtbot):
    """Return what shows a layer in a view of its own."""
    from commonplace.library.viewing import OpenedSource
    from desktop.reader.flow_blocks import shown_blocks
    from desktop.reader.flow_pictures import FlowPictures
    from desktop.reader.flow_view import FlowView

    drawn = []

    def show(layer):
        pictures = FlowPictures(no_pictures, 1.0)
        drawn.append(pictures)
        view = FlowView()
        qtbot.addWidget(view)
        view.resize(700, 500)
        view.show()
        view.show_source(OpenedSource("", "", "", "text", layer, ()), pictures, shown_blocks(layer))
        return view

    yield show
    for pictures in drawn:
        pictures.close()


def test_two_clicks_take_a_word_and_three_a_paragraph(shown):
    view = shown(layer_of(TEXT))
    place = view.place_of(TEXT.index("common") + 2)

    clicks(view, place, 2)
    assert view.selected_text() == "common"
    clicks(view, place, 3)
    assert view.selected_text() == "The sea is common, and 𠮷野 lies on it."


@pytest.mark.parametrize("word", ["common", "𠮷野", "lies", "Nobody", "عربي"])
def test_a_drag_from_the_first_to_the_last_character_of_a_word_gives_the_word(shown, word):
    view = shown(layer_of(TEXT))
    start = TEXT.index(word)

    drag(view, view.place_of(start), view.place_of(start + len(word) - 1))

    assert view.selected_text() == word


def test_ctrl_adds_a_further_range(shown):
    from PySide6.QtCore import Qt

    view = shown(layer_of(TEXT))
    clicks(view, view.place_of(TEXT.index("common")), 2)
    clicks(view, view.place_of(TEXT.index("waves")), 2, Qt.KeyboardModifier.ControlModifier)

    assert view.selected_text() == "common\nwaves"
    assert len(view.ranges) == 2


def test_arrows_with_shift_move_the_end_by_characters_words_and_lines(shown, qtbot):
    from PySide6.QtCore import Qt

    shift, control = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
    view = shown(layer_of(TEXT))
    start = TEXT.index("sea is")
    view.select([(start, start + 3)])

    qtbot.keyClick(view, Qt.Key.Key_Right, shift | control)
    assert view.selected_text() == "sea is"
    qtbot.keyClick(view, Qt.Key.Key_Left, shift)
    assert view.selected_text() == "sea i"
    qtbot.keyClick(view, Qt.Key.Key_Down, shift)
    assert view.selected_text().startswith("sea is common, and 𠮷野 lies on it.\nNobody")
    qtbot.keyClick(view, Qt.Key.Key_A, control)
    assert view.selected_text() == TEXT


def test_an_arrow_leads_leftwards_where_the_writing_does(shown, qtbot):
    from PySide6.QtCore import Qt

    view = shown(layer_of(TEXT))
    start = TEXT.index("عربي")
    view.select([(start, start + 1)])

    qtbot.keyClick(view, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)

    assert view.ranges == ((start, start + 2),)


@pytest.fixture
def marked(shown):
    """Return the view with one chosen mark, on "sea is"."""
    from desktop.reader.marks import Mark
    from desktop.theme import SLOTS

    view = shown(layer_of(TEXT))
    start = TEXT.index("sea is")
    view.set_marks([Mark("one", ((start, start + 6),), None, SLOTS[:1], "or")])
    view.choose_mark("one")
    return view


def test_the_ends_of_the_chosen_mark_are_dragged_and_moved_by_words(marked, qtbot):
    from PySide6.QtCore import QPoint, Qt

    start = TEXT.index("sea is")
    shift, alt = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.AltModifier
    with qtbot.waitSignal(marked.range_change_requested) as told:
        qtbot.keyClick(marked, Qt.Key.Key_Right, shift)
    assert told.args == ["one", ((start, TEXT.index(", and")),)]
    with qtbot.waitSignal(marked.range_change_requested) as told:
        qtbot.keyClick(marked, Qt.Key.Key_Left, shift | alt)
    assert told.args[1] == ((TEXT.index("The sea"), start + 6),)

    to = marked.place_of(TEXT.index("common") + 5) + QPoint(4, 0)
    with qtbot.waitSignal(marked.range_change_requested) as told:
        drag(marked, marked.edge_point("end"), to)
    assert told.args[1] == ((start, TEXT.index(", and")),)
    assert not marked.ranges


def test_a_mark_is_drawn_under_its_words_and_activated_by_a_click(marked, qtbot):
    start = TEXT.index("sea is")
    marked.choose_mark("")
    with_mark = marked.viewport().grab().toImage()
    with qtbot.waitSignal(marked.mark_activated) as told:
        clicks(marked, marked.place_of(start + 1), 1)
    assert told.args == [["one"]]

    marked.set_marks([])
    without = marked.viewport().grab().toImage()
    for position in range(start, start + 6):
        place = marked.place_of(position)
        column = [(place.x(), place.y() + y) for y in (-6, -3, 0, 3, 6)]
        assert any(with_mark.pixel(x, y) != without.pixel(x, y) for x, y in column)


def test_a_reading_stands_over_its_base_and_leaves_the_axis_alone(shown):
    text = "これは武力である"
    plain = shown(layer_of(text))
    ruby = shown(layer_of(text, [Span(3, 5, "ruby", "ぶりょく")]))

    assert ruby.laid(0).height > plain.laid(0).height
    assert [ruby.place_of(n).x() for n in range(8)] == [plain.place_of(n).x() for n in range(8)]
    drag(ruby, ruby.place_of(3), ruby.place_of(4))
    assert ruby.selected_text() == "武力"


def test_a_picture_is_asked_for_when_it_is_seen_and_has_its_words_until_then(shown, qtbot):
    from PySide6.QtGui import QImage

    far = "\n".join(["A line of text."] * 200) + "\n"
    spans = [Span(len(far), len(far), "image", "a.png"), Span(len(far), len(far), "alt", "A map")]
    view = shown(layer_of(far, spans))
    with qtbot.assertNotEmitted(view.pictures_wanted):
        view.go_to(0)

    with qtbot.waitSignal(view.pictures_wanted) as told:
        view.go_to(len(far) - 1)
    assert told.args == [["a.png"]]
    before = view.laid(200).height
    image = QImage(300, 240, QImage.Format.Format_RGB32)
    image.fill(0)
    view.take_picture("a.png", image)
    assert view.laid(200).height > before


def test_what_is_read_stays_in_place_when_the_type_grows(shown):
    text = "\n".join(
        f"Line {number} of a text that goes on for a while, so that it fills its line." for number in range(300)
    )
    view = shown(layer_of(text))
    place = text.index("Line 150 ")
    view.reveal(place)
    at = view.place_of(place).y()

    view.zoom_in()

    assert abs(view.place_of(place).y() - at) < 60


def test_scrolling_up_into_what_was_not_measured_moves_by_what_was_scrolled(shown):
    text = "\n".join("A paragraph. " * (1 + number % 40) for number in range(6000))
    view = shown(layer_of(text))
    place = text.index("A paragraph.", len(text) // 2)
    view.reveal(place)
    bar, before = view.verticalScrollBar(), view.place_of(place).y()

    bar.setValue(bar.value() - 120)

    assert view.place_of(place).y() - before == pytest.approx(120, abs=1)


def test_the_end_of_a_text_is_reached_by_key_and_fills_the_view(shown, qtbot):
    from PySide6.QtCore import Qt

    text = "\n".join("A paragraph. " * (1 + number % 40) for number in range(500))
    view = shown(layer_of(text))

    qtbot.keyClick(view, Qt.Key.Key_End)

    bottom = max(y + laid.height for _, laid, y in view.seen())
    assert bottom == pytest.approx(view.viewport().height(), abs=1)
    assert view.verticalScrollBar().value() == view.verticalScrollBar().maximum()


def test_ten_megabytes_are_there_at_once_and_anywhere(shown):
    text = "\n".join(f"{number}. " + "The plan names four tasks. " * 18 for number in range(20_000))
    layer = layer_of(text)
    started = time.perf_counter()

    view = shown(layer)
    view.go_to(len(text) // 2)
    view.go_to(len(text) - 1)

    assert len(text) > 9_000_000
    assert view.place_of(len(text) - 1).y() > 0
    assert time.perf_counter() - started < 0.5


def test_a_link_is_told_and_followed_by_nobody_else(shown, qtbot):
    start = TEXT.index("common")
    view = shown(layer_of(TEXT, [Span(start, start + 6, "link", "https://example.org/")]))

    with qtbot.waitSignal(view.link_activated) as told:
        clicks(view, view.place_of(start + 2), 1)

    assert told.args == ["https://example.org/"]


def test_a_screen_reader_is_told_what_is_in_sight(shown, qtbot):
    view = shown(layer_of(TEXT))

    qtbot.waitUntil(lambda: view.accessibleDescription() == TEXT)
