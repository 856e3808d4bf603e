"""What in a flowing document is not running text."""

from commonplace.documents.flowing.html import read_html
from commonplace.documents.flowing.notes import note_asides
from core.records import Block, Span

PAGE = """<html><head><title>T</title></head><body><h1>Title</h1>
<p>Own<sup><a href="#fn1">1</a></sup> and <a href="https://example.org/a#cite_note-2"><sup>[2]</sup></a>,
pandoc<a href="#fn3" role="doc-noteref">3</a>, x<sup>2</sup>, <a href="#part">4</a>,
<sup><a href="https://example.org/5">5</a></sup> and <sup><a href="#long">not a mark</a></sup>.</p></body></html>"""


def test_notes_and_marks_with_a_text_are_asides():
    text = "A word[1] more, two\nThe note.\nB"
    blocks = (
        Block("paragraph", 0, 19, 0, (Span(6, 9, "note", "n1"), Span(11, 13, "bold"), Span(19, 19, "note", "2"))),
        Block("note", 20, 29, 0, (Span(20, 20, "note", "n1"),)),
        Block("paragraph", 30, 31),
    )
    assert list(note_asides(text, blocks)) == [Span(6, 9, "note-mark", "1"), Span(20, 29, "footnote")]


def test_the_marks_of_a_web_page_are_told_by_their_links():
    read = read_html(PAGE.encode(), whole_page=True)
    assert [aside.target for aside in note_asides(read.text, read.blocks)] == ["1", "2", "3"]
