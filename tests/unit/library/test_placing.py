"""Rectangles of passages on their pages."""

from dataclasses import replace

import pymupdf
import pytest

from commonplace.library.importing import import_paths
from commonplace.library.placing import boxes, offset_at
from commonplace.library.sources import read_text
from core.errors import NotDoneError, UnknownNameError
from core.records import Span
from db.documents import read_layer
from db.sources import sources


@pytest.fixture
def paper(library, tmp_path):
    """Return the key of a paper of two pages, the second turned by a quarter."""
    document = pymupdf.open()
    first = document.new_page(width=400, height=300)
    first.insert_text((40, 100), "A sentence that goes on")
    first.insert_text((40, 120), "over two lines.")
    second = document.new_page(width=400, height=300)
    second.insert_text((40, 100), "And a page that lies on its side.")
    second.set_rotation(90)
    document.set_page_labels([{"startpage": 0, "prefix": "", "style": "D", "firstpagenum": 61}])
    path = tmp_path / "paper.pdf"
    document.save(path)
    (line,) = import_paths(library, [path])
    return line.citekey


def ranges(library, paper, words):
    text = read_text(library, paper).text
    return text.index(words), text.index(words) + len(words)


def test_a_word_has_one_rectangle_on_its_printed_page(library, paper):
    (box,) = boxes(library, paper, *ranges(library, paper, "sentence"))

    assert (box.page, box.label) == (1, "61")
    assert box.x0 > 40
    assert box.y0 < 100 < box.y1
    assert box.x1 - box.x0 < 60


def test_a_passage_over_two_lines_has_two(library, paper):
    found = boxes(library, paper, *ranges(library, paper, "goes on\nover"))

    assert [round(box.y1 - box.y0) > 0 for box in found] == [True, True]
    assert found[0].y0 < found[1].y0


def test_a_line_that_is_parted_at_a_wide_space_has_one_and_columns_have_two(library, tmp_path):
    with pymupdf.open() as document:
        page = document.new_page(width=400, height=300)
        for x, words in ((40, "One sentence."), (122, "Another one."), (300, "aside")):
            page.insert_text((x, 100), words)
        document.save(tmp_path / "wide.pdf")
    (line,) = import_paths(library, [tmp_path / "wide.pdf"])
    text = read_text(library, line.citekey).text
    assert text == "One sentence.\nAnother one.\naside\n"

    together, aside = boxes(library, line.citekey, 0, len(text))

    assert together.x1 > 180
    assert aside.x0 > 290


def test_a_passage_over_a_page_break_has_rectangles_on_both(library, paper):
    found = boxes(library, paper, *ranges(library, paper, "two lines.\nAnd a"))

    assert [(box.page, box.label) for box in found] == [(1, "61"), (2, "62")]


def test_what_the_quote_leaves_out_is_not_covered(library, paper, reread):
    (facts,) = sources(library.engine)
    layer = read_layer(library.engine, facts.layer)
    place = layer.text.index("that")
    number = layer.text.index("two")
    asides = (Span(place, place + 4, "note-mark", "1"), Span(number, number + 3, "page-number"))
    reread(facts.id, replace(layer, extractor="hand/1", asides=asides))

    marked, goes = boxes(library, paper, *ranges(library, paper, "sentence that goes"))
    over, lines = boxes(library, paper, *ranges(library, paper, "over two lines"))
    (two,) = boxes(library, paper, *ranges(library, paper, "two"))

    (that,) = boxes(library, paper, place, place + 4)
    assert marked.x1 <= that.x0 < that.x1 <= goes.x0
    assert over.x1 <= two.x0 < two.x1 <= lines.x0


def test_a_turned_page_is_measured_as_if_it_were_not(library, paper):
    (box,) = boxes(library, paper, *ranges(library, paper, "lies on its side"))

    assert box.y0 < 100 < box.y1


def test_a_point_gives_the_character_that_is_drawn_there(library, paper):
    for words in ("sentence", "over two lines", "lies on"):
        start, end = ranges(library, paper, words)
        (box,) = boxes(library, paper, start, end)
        middle = (box.y0 + box.y1) / 2
        assert offset_at(library, paper, box.page, box.x0 + 1, middle) == start
        assert offset_at(library, paper, box.page, box.x1 - 1, middle) == end - 1


def test_a_point_beside_a_line_gives_its_end_and_one_on_no_page_is_said(library, paper):
    assert offset_at(library, paper, 1, 390, 98) == ranges(library, paper, "goes on")[1] - 1
    with pytest.raises(UnknownNameError, match="no page 3"):
        offset_at(library, paper, 3, 0, 0)


def test_nothing_has_no_rectangle(library, paper):
    assert boxes(library, paper, 3, 3) == []


@pytest.mark.parametrize(("start", "end"), [(0, 10**6), (5, 4), (-1, 2)])
def test_a_range_outside_the_text_is_said(library, paper, start, end):
    with pytest.raises(UnknownNameError):
        boxes(library, paper, start, end)


def test_a_document_without_pages_has_no_places(library, tmp_path):
    (tmp_path / "plain.txt").write_text("Only words, and no paper.\n", "utf-8")
    (line,) = import_paths(library, [tmp_path / "plain.txt"])

    with pytest.raises(NotDoneError, match="no fixed pages"):
        boxes(library, line.citekey, 0, 4)
