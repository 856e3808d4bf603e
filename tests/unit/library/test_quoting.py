"""Quotes as printed and as edited: what lists and exports show, and what it costs them to know."""

import itertools
import re
from bisect import bisect_left
from pathlib import Path

import pytest

from commonplace.documents.reader import read_file
from commonplace.documents.reading import ReadRequest
from commonplace.library import highlights
from commonplace.library.exporting import export_notes
from commonplace.library.highlighting import HighlightRequest, highlight
from commonplace.library.highlights import Filter, list_highlights
from commonplace.library.quoting import edit_quote
from commonplace.library.session import open_session
from commonplace.library.upkeep import history, redo, undo
from core.asides import RunningText, without
from core.errors import NotDoneError, UnknownNameError
from core.layers import unpack
from core.passages import find
from core.quotes import as_printed
from core.records import Layer, Page, Span

CORPUS = Path(__file__).resolve().parents[3].parent / "shared" / "corpus"
ONE = "Of the oﬃce it is said that counter-\n1 See the paper.\n12\n"
TWO = "A history of the sea\nstrike1 was the commit-\ntee’s word, and co\u00adoperation.\n13\n"
ASIDES = {
    "1 See the paper.": "footnote",
    "12": "page-number",
    "A history of the sea": "running-head",
    "13": "page-number",
}
WHOLE = "Of the office it is said that counterstrike was the committee’s word, and cooperation."


@pytest.fixture
def book(paper, reread):
    """The id of a source of two pages with a head, page numbers, a footnote and its mark."""
    text = ONE + TWO
    spans = [Span(text.index(words), text.index(words) + len(words), style) for words, style in ASIDES.items()]
    mark = text.index("1 was")
    spans.append(Span(mark, mark + 1, "note-mark", "1"))
    pages = (Page("12", 0, len(ONE), 595_000, 842_000), Page("13", len(ONE), len(text), 595_000, 842_000))
    asides = tuple(sorted(spans, key=lambda span: span.start))
    reread(paper, Layer("pdf", "hand/1", text, pages=pages, asides=asides))
    return paper


@pytest.fixture
def export(library, tmp_path):
    def exported() -> str:
        export_notes(library, Filter(), format="md", out=tmp_path / "notes.md")
        return (tmp_path / "notes.md").read_text("utf-8")

    return exported


def test_a_passage_over_a_page_break_is_one_range_without_what_stands_between(mark, book, export):
    line = mark(book, WHOLE)

    assert line.ranges == ((0, (ONE + TWO).index("\n13")),)
    assert line.exact == (ONE + TWO)[: line.ranges[0][1]]
    assert line.quote == line.printed == WHOLE
    assert line.edited is False
    assert line.locator == "pp. 12–13"
    assert WHOLE in export()


@pytest.mark.parametrize(
    ("quote", "printed"),
    [
        ("said that counterstrike was", "said that counterstrike was"),
        ("said that counter-\n1 See the paper.\n12\nA history of the sea\nstrike1 was", "said that counterstrike was"),
        ("1 See the paper.", "1 See the paper."),
        ("a history of the sea", "A history of the sea"),
        ("strike", "strike"),
    ],
)
def test_a_quote_is_found_as_it_is_read_or_as_it_stands(mark, book, quote, printed):
    assert mark(book, quote).quote == printed


def test_the_nearest_passage_is_shown_as_it_is_read(mark, book):
    with pytest.raises(NotDoneError) as failure:
        mark(book, "that the counterstrike was a committee’s words")
    assert "counterstrike was the committee’s word" in failure.value.hint


def test_the_marks_of_notes_in_a_web_page_are_left_out(bring, mark, export):
    (page,) = bring(
        {
            "page.html": "<html><head><title>The sea</title></head><body><article><h1>The sea</h1><p>The towns kept "
            "watch<sup><a href='#n1'>1</a></sup>, they traded<sup><a href='#n2'>[2]</a></sup> and they wrote down "
            "what they saw, in long books of which some are kept.</p></article></body></html>"
        }
    )
    line = mark(page, "kept watch, they traded and they wrote")

    assert line.exact == "kept watch1, they traded[2] and they wrote"
    assert line.quote == "kept watch, they traded and they wrote"
    assert line.quote in export()


def test_a_passage_read_over_a_page_break_counts_as_a_place(library, paper, reread):
    text = "A free sea, a free\n12\nsea.\n"
    reread(
        paper,
        Layer("pdf", "hand/1", text, pages=(Page("", 0, len(text)),), asides=(Span(19, 21, "page-number"),)),
    )
    with pytest.raises(NotDoneError) as failure:
        highlight(library, paper, HighlightRequest(quotes=("free sea",)))
    assert "twice" in failure.value.message

    line = highlight(library, paper, HighlightRequest(quotes=("free sea",), occurrence=2))
    assert (line.exact, line.quote) == ("free\n12\nsea", "free sea")


def test_a_list_asks_once_for_a_layer_s_asides_and_opens_none_without_need(library, mark, book, monkeypatch):
    for quote in ("Of the office", "it is said", "was the", "and cooperation", "See the paper"):
        mark(book, quote)
    asked = []
    monkeypatch.setattr(highlights, "asides", lambda _engine, layer: asked.append(layer) or ())
    monkeypatch.setattr(highlights, "read_layer", lambda _engine, layer: pytest.fail("it was opened"))

    assert len(list_highlights(library, Filter())) == 5
    assert len(asked) == 1


def test_the_words_of_a_layer_are_read_once(library, mark, book, monkeypatch):
    mark(book, "was the committee’s")
    mark(book, "the committee’s word")
    opened = []
    read = highlights.read_layer
    monkeypatch.setattr(highlights, "read_layer", lambda engine, layer: opened.append(layer) or read(engine, layer))

    list_highlights(library, Filter())

    assert len(opened) == 1


def test_an_edited_quote_is_shown_and_what_is_printed_stays_beside_it(library, mark, book, export):
    line = mark(book, WHOLE)

    edited = edit_quote(library, line.id, "Of the office […] counterstrike was the committee’s word [sic].")

    assert edited.quote == "Of the office […] counterstrike was the committee’s word [sic]."
    assert (edited.edited, edited.printed, edited.exact, edited.ranges) == (True, WHOLE, line.exact, line.ranges)
    assert list_highlights(library, Filter()) == [edited]
    text = export().replace("\\", "")
    assert edited.quote in text
    assert WHOLE not in text


def test_an_edit_is_a_step_and_is_taken_back(library, mark, book):
    line = mark(book, WHOLE)
    edit_quote(library, line.id, "One.")
    edit_quote(library, line.id, "Two.\r\n")
    assert edit_quote(library, line.id, "Two.").quote == "Two."
    given_back = edit_quote(library, line.id, "")
    assert given_back == line

    labels = [step.label for step in history(library)]
    assert labels[:4] == [
        "Give back a quote as it is printed", "Edit a quote", "Edit a quote", "Highlight in paper.pdf"
    ]  # fmt: skip
    shown = []
    for _ in range(3):
        undo(library)
        shown.append(list_highlights(library, Filter())[0].quote)
    assert shown == ["Two.", "One.", WHOLE]
    redo(library)
    assert list_highlights(library, Filter())[0].quote == "One."


def test_giving_back_what_is_not_edited_is_no_step(library, mark, book):
    line = mark(book, WHOLE)
    steps = len(history(library))
    assert edit_quote(library, line.id, "") == line
    assert len(history(library)) == steps


@pytest.mark.parametrize("text", [" ", "\n", "\u3000\n", "x" * (1 << 20) + "x", "half \ud842"])
def test_what_is_no_quote_is_refused(library, mark, book, text):
    line = mark(book, WHOLE)
    with pytest.raises(NotDoneError):
        edit_quote(library, line.id, text)
    assert list_highlights(library, Filter()) == [line]


def test_a_quote_of_no_highlight_is_not_edited(library, book):
    with pytest.raises(UnknownNameError):
        edit_quote(library, "abcdef", "One.")


def test_a_colleague_edits_the_same_quote(library, mark, book):
    line = mark(book, WHOLE)
    with open_session(library.path, "Bob", writing=True) as other:
        assert edit_quote(other, line.id, "Bob’s.").author == "Ann"
    assert list_highlights(library, Filter())[0].quote == "Bob’s."


@pytest.mark.corpus
@pytest.mark.parametrize("name", ["geotopo-thesis-117p.pdf", "highlights.pdf", "multicolumn.pdf"])
def test_what_is_read_over_every_page_break_of_a_real_file_is_found(name):
    layer = unpack(read_file(ReadRequest(CORPUS / "pdf" / name), lambda _done, _total: None).content, "")
    running = RunningText(layer.text, layer.asides)
    origins = [running.original(place, place + 1)[0] for place in range(len(running.text))]
    for page in layer.pages[1:]:
        middle = bisect_left(origins, page.start)
        words = list(re.finditer(r"\S+", running.text[:middle]))[-8:] + list(
            itertools.islice(re.finditer(r"\S+", running.text[middle:]), 8)
        )
        if len(words) < 16:
            continue
        start, end = running.original(words[0].start(), middle + words[-1].end())
        quote = as_printed([without(layer.text[start:end], start, layer.asides)])
        assert quote == as_printed([running.text[words[0].start() : middle + words[-1].end()]])
        assert any(low < end and start < high for low, high in find(layer.text, quote, running))
