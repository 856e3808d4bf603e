"""How closely a page is looked at."""

import pymupdf
import pytest

from commonplace.documents.fixed.lines import Sheet, outlined_lines, typed_runs
from commonplace.documents.fixed.looking import Look, drawn, looked_at, sheet_of


def page_of(*texts):
    """Return a drawn page with a text at each of these places, in points."""
    page = pymupdf.open().new_page(width=400, height=500)
    for at, text in texts:
        page.insert_text(at, text, fontsize=11)
    return page


def content_of(page):
    return page.get_textpage(flags=pymupdf.TEXTFLAGS_TEXT)


@pytest.mark.parametrize(
    "texts",
    [
        [],
        [((72, 72), "A single line.")],
        [((72, 72), "Two lines\nof one block."), ((72, 300), "Another block."), ((250, 72), "Beside it.")],
        [((-30, 72), "Half of it is beyond the paper."), ((72, 499), "At the foot.")],
    ],
)
def test_blocks_stand_where_the_engine_says(texts):
    page = page_of(*texts)
    content = content_of(page)
    found = drawn(content, Sheet(400, 500, 0))
    assert found.whole
    assert [block[:4] for block in found.blocks] == [pytest.approx(block[:4]) for block in content.extractBLOCKS()]
    assert found.text == content.extractText()


def test_a_page_without_raised_names_is_taken_as_its_blocks_whatever_is_looked_for_in_its_lines():
    page = page_of(((72, 72), "Running text of version2, with figures.\nIt goes on here."))
    content, sheet = content_of(page), sheet_of(page)
    found = drawn(content, sheet)
    for look in (Look.NOTHING, Look.RAISED, Look.NOTES):
        assert looked_at(content, found, sheet, look) is None
    seen = looked_at(content, found, sheet, Look.LINES)
    assert seen is not None and seen.is_plain
    assert [line.text for line in seen.lines] == found.text.splitlines()


def test_a_raised_figure_is_seen_where_figures_are_looked_for():
    page = pymupdf.open().new_page(width=400, height=500)
    page.insert_htmlbox((50, 50, 350, 200), "<p>As a minister said in public<sup>1</sup> and later denied.</p>")
    content, sheet = content_of(page), sheet_of(page)
    found = drawn(content, sheet)
    assert looked_at(content, found, sheet, Look.NOTHING) is None
    seen = looked_at(content, found, sheet, Look.RAISED)
    assert seen is not None and [mark.name for mark in seen.marks] == ["1"]


def test_a_description_that_cannot_be_read_costs_no_page():
    broken = '{"blocks":[{"lines":[{"text":"\\'
    assert typed_runs('<p style="top:1pt;left:1pt;line-height:1pt"></p>', broken) == []
    assert outlined_lines(broken, ["text"], Sheet(400, 500, 0)) == []
