"""Tables in the view of flowing text: rows of cells beside each other, in which everything works as in other text."""

from contextlib import contextmanager

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.cells import Cell
from core.errors import NotDoneError
from core.records import Block, Layer, Span
from tests.desktop.mouse import clicks, drag

pytestmark = pytest.mark.gui

BEFORE, AFTER = "Before the table.", "After the table."


def layer_of(rows, *, table=0):
    """Return a layer with a table between two paragraphs; a cell is its words, and how many rows and columns it has."""
    blocks, texts, at = [], [], 0

    def add(text, cell=None):
        nonlocal at
        spans = (Span(at, at, "cell", cell.said()),) if cell else ()
        blocks.append(Block("cell" if cell else "paragraph", at, at + len(text), 0, spans))
        texts.append(text)
        at += len(text) + 1

    add(BEFORE)
    for row, cells in enumerate(rows):
        for column, said in enumerate(cells):
            text, down, beside = said if isinstance(said, tuple) else (said, 1, 1)
            for paragraph in text.split("|") if text else ():
                add(paragraph, Cell(table, row, column, down, beside, heads=row == 0))
    add(AFTER)
    return Layer("", "", "\n".join(texts), blocks=tuple(blocks))


TABLE = [["Year", "Event", "Source"], ["2013", "council|strategy", "𠮷野 cabinet"], ["2022", "three documents", ""]]


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

    def show(layer, width=700):
        drawn.append(FlowPictures(no_pictures, 1.0))
        view = FlowView()
        qtbot.addWidget(view)
        view.resize(width, 500)
        view.show()
        view.show_source(OpenedSource("", "", "", "text", layer, ()), drawn[-1], shown_blocks(layer))
        return view

    yield show
    for pictures in drawn:
        pictures.close()


def places(view, text, *words):
    return [view.place_of(text.index(word)) for word in words]


def test_cells_of_a_row_stand_beside_each_other_and_rows_below_each_other(shown):
    layer = layer_of(TABLE)
    view = shown(layer)

    year, event, source = places(view, layer.text, "Year", "Event", "Source")
    first, council, strategy, cabinet, last = places(view, layer.text, "2013", "council", "strategy", "cabinet", "2022")

    assert year.x() < event.x() < source.x()
    assert max(abs(year.y() - other.y()) for other in (event, source)) <= 2
    assert abs(year.x() - first.x()) <= 12
    assert abs(first.x() - last.x()) <= 2
    assert abs(council.x() - strategy.x()) <= 12
    assert first.y() < strategy.y() < last.y()
    assert cabinet.x() > council.x()


def test_every_character_of_a_table_is_found_where_it_is_drawn(shown):
    layer = layer_of([*TABLE, [("wide words over two columns", 1, 2), "", "end"], [("tall", 2, 1), "a"], ["", "b"]])
    view = shown(layer)
    for position, char in enumerate(layer.text):
        if not char.isspace():
            hit = view.hit(view.place_of(position).toPointF())
            assert hit is not None
            assert hit.start == position, char


def test_two_clicks_take_a_word_of_a_cell_and_three_its_paragraph(shown):
    layer = layer_of(TABLE)
    view = shown(layer)
    place = view.place_of(layer.text.index("three") + 1)

    clicks(view, place, 2)
    assert view.selected_text() == "three"
    clicks(view, place, 3)
    assert view.selected_text() == "three documents"
    clicks(view, view.place_of(layer.text.index("strategy") + 1), 3)
    assert view.selected_text() == "strategy"


def test_a_drag_over_cells_takes_what_stands_between_them_on_the_axis(shown):
    layer = layer_of(TABLE)
    view = shown(layer)
    first, last = layer.text.index("council"), layer.text.index("2022") + 3

    drag(view, view.place_of(first), view.place_of(last))

    assert view.selected_text() == layer.text[first : last + 1]
    assert view.selection_rectangle().contains(view.place_of(layer.text.index("cabinet")))


def test_arrows_lead_through_the_lines_of_a_column(shown):
    layer = layer_of(TABLE)
    view = shown(layer)
    at = layer.text.index("Event")

    down = view.led(at, (0, 1), words=False)
    further = view.led(down, (0, 1), words=False)
    below = view.led(further, (0, 1), words=False)

    assert [layer.text[place : place + 3] for place in (down, further, below)] == ["cou", "str", "thr"]
    assert view.led(below, (0, -1), words=False) == further


def test_a_mark_and_a_place_of_a_search_cover_their_words_in_the_cell(shown):
    from desktop.reader.marks import Mark

    layer = layer_of(TABLE)
    view = shown(layer)
    start = layer.text.index("strategy")
    whole = start, start + len("strategy")
    view.set_marks([Mark("m", (whole,), None, (), "AB")])
    view.set_hits([whole], 0)

    assert view.marks_at(view.place_of(start + 3).toPointF()) == ["m"]
    assert view.marks_at(view.place_of(layer.text.index("council")).toPointF()) == []
    view.choose_mark("m")
    assert view.edge_point("start").x() < view.place_of(start).x() < view.edge_point("end").x()


def test_a_link_in_a_cell_is_told(shown):
    layer = layer_of(TABLE)
    start = layer.text.index("cabinet")
    link = Span(start, start + 7, "link", "https://example.org/")
    blocks = [
        Block(one.kind, one.start, one.end, 0, (*one.spans, link)) if one.start <= start < one.end else one
        for one in layer.blocks
    ]
    view = shown(Layer("", "", layer.text, blocks=tuple(blocks)))

    assert view.link_at(view.place_of(start + 2).toPointF()) == "https://example.org/"
    assert view.link_at(view.place_of(layer.text.index("Event")).toPointF()) is None
    assert [where for _, where in view.links_in_sight()] == ["https://example.org/"]


def test_what_cannot_be_a_grid_is_shown_as_other_text(shown):
    from desktop.reader.flow_tables import Band, in_rows

    def bands(rows):
        layer = layer_of(rows)
        return sum(isinstance(one, Band) for one in in_rows(layer.text, layer.blocks))

    assert bands(TABLE) == 3
    assert bands([[("a", 3, 1), "b"], ["", "c"], ["", "d"], ["e", "f"]]) == 2
    assert bands([["one"], ["column"]]) == 0
    assert bands([["menu", "a page laid out as a table " * 300], ["a", "b"]]) == 1
    assert bands([["x"] * 40]) == 0
    plain = layer_of([])
    assert in_rows(plain.text, plain.blocks) is plain.blocks


def test_no_word_is_broken_while_there_is_room_for_all(shown):
    rows = [["Remarks", "Mmmmmm", "Event"], ["x", "y", "words that go on over many lines " * 6]]
    layer = layer_of(rows)
    view = shown(layer, width=360)
    for word in ("Remarks", "Mmmmmm"):
        start = layer.text.index(word)
        tops = {view.caret_at(place).top() for place in range(start, start + len(word))}
        assert len(tops) == 1


def test_a_table_fits_into_the_narrowest_view(shown):
    layer = layer_of([["word" * 30] * 12, ["a"] * 12])
    view = shown(layer, width=120)
    assert all(0 <= view.place_of(place).x() <= 120 for place in (layer.text.index("word"), layer.text.rindex("a")))


def test_a_table_from_right_to_left_begins_at_the_right(shown):
    layer = layer_of([["السنة", "الحدث"], ["أول", "ثان"]])
    view = shown(layer)
    assert view.place_of(layer.text.index("السنة")).x() > view.place_of(layer.text.index("الحدث")).x()


cells = st.builds(
    Cell, st.integers(0, 2), st.integers(0, 10**9 - 1) | st.integers(0, 3), st.integers(0, 9999) | st.integers(0, 4),
    st.integers(1, 9999), st.integers(1, 9999) | st.integers(1, 3), st.booleans(),
)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(st.lists(st.none() | cells, min_size=1, max_size=12))
def test_whatever_another_program_says_of_cells_every_block_is_shown_once(qapp, said):
    from PySide6.QtGui import QFont, QPalette

    from desktop.reader.flow_band import LaidBand
    from desktop.reader.flow_blocks import shown_blocks
    from desktop.reader.flow_style import Sheet
    from desktop.reader.flow_tables import Band

    blocks = tuple(
        Block("cell", 3 * at, 3 * at + 2, 0, (Span(3 * at, 3 * at, "cell", cell.said()),) if cell else ())
        for at, cell in enumerate(said)
    )
    text = "\n".join(["ab"] * len(blocks))
    shown = shown_blocks(Layer("", "", text, blocks=blocks))

    flat = [block for one in shown for block in ([own for _, own in one.cells] if isinstance(one, Band) else [one])]
    assert tuple(flat) == blocks
    for band in (one for one in shown if isinstance(one, Band)):
        laid = LaidBand(text, band, Sheet(QFont(), 300, QPalette()), {})
        assert 0 < laid.height < 10_000
        assert laid.rectangles(band.start, band.end)


def test_of_a_table_of_many_rows_only_those_in_sight_are_laid_out(shown, monkeypatch):
    from desktop.reader import flow_area

    layer = layer_of([["Year", "Event", "Source"], *[[str(row), f"event {row} " * 4, "x"] for row in range(20_000)]])
    view = shown(layer)
    laid = []
    made = flow_area.LaidBand
    monkeypatch.setattr(flow_area, "LaidBand", lambda *args: laid.append(args[1]) or made(*args))
    place = layer.text.index("event 15000")
    view.go_to(place)

    assert view.place_of(place).y() > 0
    assert 0 < len(laid) < 100
