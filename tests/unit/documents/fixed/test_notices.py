"""Notices without a mark at the foot of a first page, in one column and in two."""

import pymupdf
import pytest

from commonplace.documents.fixed.pdf import read_pdf

SENTENCES = [
    "The committee met for the first time in",
    "the spring of that year and found that",
    "none of its members had read the report",
    "which had been sent to them a month ago",
]
NOTICE = [
    "Permission to copy without fee all or part of this is",
    "granted if the copies are not made for any advantage.",
]


def nothing(done, total):
    pass


def column(x, first, rows, size=10):
    return [(x, first + 12 * row, SENTENCES[row % 4], size) for row in range(rows)]


def first_page(lines):
    """Draw lines given as (x, y, text, size) on a page, and text on one more."""
    with pymupdf.open() as made:
        for drawn in (lines, column(72, 80, 20)):
            page = made.new_page()
            for x, y, text, size in drawn:
                page.insert_text((x, y), text, fontsize=size)
        return read_pdf(made.tobytes(), "", nothing)


def at_the_foot(texts, x=72, size=7, gap=30):
    return [(x, 80 + 12 * 53 + gap + 8 * row, text, size) for row, text in enumerate(texts)]


def footnotes(read):
    return [read.text[span.start : span.end] for span in read.asides if span.style == "footnote"]


def test_a_notice_below_the_first_of_two_columns():
    read = first_page([*column(72, 80, 54), *at_the_foot(NOTICE), *column(320, 80, 57)])
    assert footnotes(read) == ["".join(f"{line}\n" for line in NOTICE)]


@pytest.mark.parametrize(
    "text",
    [
        "* Professor of political science at the University of the North.",
        "Corresponding author: A. Author, a.author@example.org, who has the data.",
        "The views expressed are those of the author alone, and of nobody else.",
    ],
)
def test_who_wrote_it(text):
    assert footnotes(first_page([*column(72, 80, 54), *at_the_foot([text])])) == [f"{text}\n"]


def test_text_in_its_own_type_is_none():
    assert footnotes(first_page([*column(72, 80, 54), *at_the_foot(NOTICE, size=10)])) == []


def test_a_quotation_set_in_is_none():
    assert footnotes(first_page([*column(72, 80, 54), *at_the_foot(NOTICE, x=110)])) == []


def test_small_text_that_follows_closely_is_none():
    assert footnotes(first_page([*column(72, 80, 54), *at_the_foot(NOTICE, gap=8)])) == []


def test_small_text_that_says_nothing_of_the_kind_is_none():
    told = ["The king went into the garden, where he met his mother", "and told her that the war was lost, and wept."]
    assert footnotes(first_page([*column(72, 80, 54), *at_the_foot(told)])) == []


def test_a_caption_is_none():
    assert footnotes(first_page([*column(72, 80, 54), *at_the_foot(["Figure 1. The University of the North."])])) == []


def test_only_the_first_page_has_one():
    with pymupdf.open() as made:
        for lines in (column(72, 80, 20), [*column(72, 80, 54), *at_the_foot(NOTICE)]):
            page = made.new_page()
            for x, y, text, size in lines:
                page.insert_text((x, y), text, fontsize=size)
        assert footnotes(read_pdf(made.tobytes(), "", nothing)) == []
