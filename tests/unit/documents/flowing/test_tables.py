"""Where the cells of tables stand, whatever kind of file they are from; the axis holds one after another."""

import pytest

from commonplace.documents.flowing.docx import read_docx
from commonplace.documents.flowing.epub import read_epub
from commonplace.documents.flowing.html import read_html
from commonplace.documents.flowing.markdown import read_markdown
from commonplace.documents.flowing.odt import read_odt
from commonplace.documents.flowing.rtf import read_rtf
from core.cells import Cell, cell_of


def grid(read):
    """Return text, table, row, column, rows, columns and heading of each block; the text alone outside of tables."""
    shown = []
    for block in read.blocks:
        cell, text = cell_of(block), read.text[block.start : block.end]
        shown.append((text, *((cell.table, cell.row, cell.column, cell.rows, cell.columns) if cell else ())))
    return shown


def heads(read):
    return [read.text[block.start : block.end] for block in read.blocks if (cell := cell_of(block)) and cell.heads]


HTML = """<p>before</p><table><caption>Said</caption><thead><tr><td>Year<th>Event</thead><tr><th rowspan=2>2013
<td><p>one<p>two<tr><td>three<tr><td colspan="2">wide</table><table><tr><td>a<td></td><td>c<tr><td><td>e</table>"""
GRID = [
    ("before",), ("Said",), ("Year", 0, 0, 0, 1, 1), ("Event", 0, 0, 1, 1, 1), ("2013", 0, 1, 0, 2, 1),
    ("one", 0, 1, 1, 1, 1), ("two", 0, 1, 1, 1, 1), ("three", 0, 2, 1, 1, 1), ("wide", 0, 3, 0, 1, 2),
    ("a", 1, 0, 0, 1, 1), ("c", 1, 0, 2, 1, 1), ("e", 1, 1, 1, 1, 1),
]  # fmt: skip


def test_tables_of_pages_and_books(book):
    page = f"<html><body>{HTML}</body></html>".encode()
    for read in (read_html(page, whole_page=True), read_epub(book({"a.html": page}))):
        assert grid(read) == GRID
        assert heads(read) == ["Year", "Event", "2013"]


def test_a_table_in_a_table_and_one_that_only_lays_out(book):
    inner = "<table><tr><td>in</td></tr></table>"
    html = f"<table><tr><td>out{inner}after</td><td><h2>next</h2></td></tr></table>"
    laid = "<table role='presentation'><tr><td>laid</td><td>out</td></tr></table>"
    read = read_html(f"<body>{html}{laid}<td>no table</body>".encode(), whole_page=True)
    assert grid(read) == [
        ("out", 0, 0, 0, 1, 1), ("in", 1, 0, 0, 1, 1), ("after", 0, 0, 0, 1, 1), ("next", 0, 0, 1, 1, 1),
        ("laid",), ("out",), ("no table",),
    ]  # fmt: skip


@pytest.mark.parametrize("said", ["rowspan=0", "rowspan=99999999999999999999", "colspan=-3", "colspan=x rowspan"])
def test_what_a_page_says_of_its_cells_may_be_anything(said):
    read = read_html(f"<table><tr><td {said}>a<td>b<tr><td>c</table>".encode(), whole_page=True)
    assert [one[0] for one in grid(read)] == ["a", "b", "c"]
    assert all(0 < part <= 1000 for one in grid(read) for part in one[4:])


def test_tables_of_markdown():
    read = read_markdown(b"| Year | Event |\n|---|---|\n| 2013 | one |\n| | two |\n\nafter\n")
    assert grid(read) == [
        ("Year", 0, 0, 0, 1, 1), ("Event", 0, 0, 1, 1, 1), ("2013", 0, 1, 0, 1, 1), ("one", 0, 1, 1, 1, 1),
        ("two", 0, 2, 1, 1, 1), ("after",),
    ]  # fmt: skip
    assert heads(read) == ["Year", "Event"]


def tc(text, properties=""):
    paragraphs = "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in text.split("|"))
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraphs}</w:tc>"


def test_tables_of_word(word):
    down, on, two = '<w:vMerge w:val="restart"/>', "<w:vMerge/>", '<w:gridSpan w:val="2"/>'
    rows = [
        f"<w:tr><w:trPr><w:tblHeader/></w:trPr>{tc('Year')}{tc('Event')}{tc('Note')}</w:tr>",
        f"<w:tr>{tc('2013', down)}{tc('one|two')}{tc('x', down)}</w:tr>",
        f"<w:tr><w:trPr><w:del/></w:trPr>{tc('gone', on)}{tc('gone')}{tc('gone', on)}</w:tr>",
        f"<w:ins><w:tr>{tc('', on)}{tc('three')}{tc('', on)}</w:tr></w:ins>",
        f"<w:tr>{tc('', on)}{tc('wide', two)}</w:tr>",
        f'<w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>{tc("four")}{tc("five")}</w:tr>',
    ]
    read = read_docx(word(f"<w:tbl>{''.join(rows)}</w:tbl><w:p><w:r><w:t>after</w:t></w:r></w:p>"))
    assert grid(read) == [
        ("Year", 0, 0, 0, 1, 1), ("Event", 0, 0, 1, 1, 1), ("Note", 0, 0, 2, 1, 1), ("2013", 0, 1, 0, 3, 1),
        ("one", 0, 1, 1, 1, 1), ("two", 0, 1, 1, 1, 1), ("x", 0, 1, 2, 2, 1), ("three", 0, 2, 1, 1, 1),
        ("wide", 0, 3, 1, 1, 2), ("four", 0, 4, 1, 1, 1), ("five", 0, 4, 2, 1, 1), ("after",),
    ]  # fmt: skip
    assert heads(read) == ["Year", "Event", "Note"]


def test_tables_of_open_document(open_document):
    def cell(text, said=""):
        return f"<table:table-cell {said}><text:p>{text}</text:p></table:table-cell>"

    down, two = 'table:number-rows-spanned="2"', 'table:number-columns-spanned="2"'
    covered = "<table:covered-table-cell/>"
    inner = f'<table:table-cell><table:table table:is-sub-table="true"><table:table-row>{cell("in")}</table:table-row>'
    rows = [
        f"<table:table-header-rows><table:table-row>{cell('Year')}{cell('Event')}</table:table-row>"
        "</table:table-header-rows>",
        f"<table:table-rows><table:table-row>{cell('2013', down)}{cell('one')}</table:table-row>",
        f"<table:table-row>{covered}{cell('two')}</table:table-row></table:table-rows>",
        f"<table:table-row>{cell('wide', two)}{covered}</table:table-row>",
        f"<table:table-row><table:table-cell/>{inner}</table:table></table:table-cell></table:table-row>",
    ]
    read = read_odt(open_document(f"<table:table>{''.join(rows)}</table:table><text:p>after</text:p>"))
    assert grid(read) == [
        ("Year", 0, 0, 0, 1, 1), ("Event", 0, 0, 1, 1, 1), ("2013", 0, 1, 0, 2, 1), ("one", 0, 1, 1, 1, 1),
        ("two", 0, 2, 1, 1, 1), ("wide", 0, 3, 0, 1, 2), ("in", 1, 0, 0, 1, 1), ("after",),
    ]  # fmt: skip
    assert heads(read) == ["Year", "Event"]


def test_tables_of_rich_text():
    two = r"\trowd\trleft-108\cellx2000\cellx4010"
    body = rf"""before\par {two}\trhdr\pard\intbl Year\cell Event\cell{two}\trhdr\row
\trowd\trleft-108\clvmgf\cellx2010\cellx4000\pard\intbl 2013\cell one\par two\cell\row
\trowd\trleft-108\clvmrg\cellx2000\cellx4000\pard\intbl\cell three\cell\row
\trowd\trleft-108\cellx4000\pard\intbl wide\cell\row
\trowd\trleft-108\clmgf\cellx2000\clmrg\cellx4000\pard\intbl joined\cell\cell\row
\pard after\par \trowd\cellx3000\pard\intbl other\cell\row"""
    read = read_rtf(rf"{{\rtf1\ansi {body}}}".encode("ascii"))
    assert grid(read) == [
        ("before",), ("Year", 0, 0, 0, 1, 1), ("Event", 0, 0, 1, 1, 1), ("2013", 0, 1, 0, 2, 1),
        ("one", 0, 1, 1, 1, 1), ("two", 0, 1, 1, 1, 1), ("three", 0, 2, 1, 1, 1), ("wide", 0, 3, 0, 1, 2),
        ("joined", 0, 4, 0, 1, 2), ("after",), ("other", 1, 0, 0, 1, 1),
    ]  # fmt: skip
    assert heads(read) == ["Year", "Event"]


def test_a_row_of_rich_text_without_a_rule():
    read = read_rtf(rb"{\rtf1 \trowd\intbl a\cell b\cell\row \intbl c\cell\cell e\cell\row}")
    assert [(one[0], one[2], one[3]) for one in grid(read)] == [("a", 0, 0), ("b", 0, 1), ("c", 1, 0), ("e", 1, 2)]


def test_a_cell_is_a_mark_and_no_text():
    block = read_markdown(b"|a|\n|-|\n|**b**|\n").blocks[1]
    assert cell_of(block) == Cell(0, 1, 0)
    assert (block.start, block.end) == (2, 3)
