"""Captions that stand in the middle of a sentence are no part of it; all others are text."""

import pymupdf
import pytest

from commonplace.documents.fixed.pdf import read_pdf

LINES = [
    "The committee met for the first time in the spring of that year and found",
    "that none of its members had read the report which the ministry had sent",
    "them a month before, so that the chair proposed to adjourn and to meet again",
    "when the papers had been read by all who were present, and by the others too",
]
CAPTION = ["Figure 3. What the members of the committee had read before they met, and", "when they had read it."]


def nothing(done, total):
    pass


def captions(rows):
    """Draw rows of a text and its size, and return what of them is known as captions that tear a sentence."""
    with pymupdf.open() as made:
        page = made.new_page()
        y = 100.0
        for text, size in rows:
            page.insert_text((72, y), text, fontsize=size, fontname="japan" if not text.isascii() else "helv")
            y += 1.3 * size
        read = read_pdf(made.tobytes(), "", nothing)
    return [read.text[span.start : span.end] for span in read.asides if span.style == "caption"]


def text(lines):
    return [(line, 11) for line in lines]


def small(lines):
    return [(line, 9) for line in lines]


def test_a_caption_in_the_middle_of_a_sentence():
    assert captions([*text(LINES[:2]), *small(CAPTION), *text(LINES[2:])]) == ["\n".join([*CAPTION, ""])]


def test_a_caption_at_the_top_of_a_page_on_which_a_sentence_goes_on():
    assert captions([*small(CAPTION), *text(LINES[1:]), *text(LINES)]) == ["\n".join([*CAPTION, ""])]


@pytest.mark.parametrize(
    "rows",
    [
        [*text([LINES[0], LINES[1] + " it."]), *small(CAPTION), *text([LINES[0]])],
        [*text(LINES[:2]), *small(CAPTION), *text([LINES[0], LINES[1]])],
        [*text(LINES[:2]), *text(CAPTION), *text(LINES[2:])],
        [*text(LINES[:2]), *small(["Figure 3 shows what they had read before they met."]), *text(LINES[2:])],
        [*text(LINES[:2]), *small(["Figures of speech had been in use there."]), *text(LINES[2:])],
        [*text(LINES[:2]), *small(CAPTION)],
    ],
    ids=["between sentences", "before a sentence", "in its type", "a sentence", "other words", "at the end"],
)
def test_what_is_text_stays(rows):
    assert captions(rows) == []


def test_a_japanese_caption_in_the_middle_of_a_sentence():
    lines = [("委員会はその年の春に初めて開かれ、報告書を読んだ者は一人もいなかった", 10)] * 3
    caption = [("図３　委員が読んだ報告書の一覧とその日付", 8)]
    assert captions([*lines, *caption, *lines]) == ["図３　委員が読んだ報告書の一覧とその日付\n"]
    assert captions([*lines, ("という。", 10), *caption, *lines]) == []
