"""Where passages of flowing documents are cited, from the text of a file to the locator."""

from itertools import groupby

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commonplace.documents.flowing.markdown import read_markdown
from commonplace.documents.flowing.text import read_text
from commonplace.library.locating import page_label, place_of, place_text
from core.landmarks import landmarks
from core.layers import numbered_starts
from core.page_labels import effective
from core.records import Block, Layer, Page, Span
from db.sources import SourceFacts


def facts(layer):
    return SourceFacts(
        id="",
        sha256="",
        reference="",
        layer="",
        kind=layer.kind,
        pages=len(layer.pages),
        characters=len(layer.text),
        found=(),
        labels=effective([(page.label, page.printed) for page in layer.pages], ()),
        said_labels=(),
        starts=tuple(numbered_starts(layer)),
        landmarks=tuple(landmarks(layer)),
        names=(),
        highlights=0,
    )


def layer_of(read, text):
    read_ = read(text.encode())
    return Layer(read_.kind, "", read_.text, blocks=read_.blocks)


def cited(layer, *words):
    """Return the locator of the passage from the first of the words to the last."""
    start, end = layer.text.index(words[0]), layer.text.index(words[-1]) + len(words[-1])
    return place_text(place_of(facts(layer), [(start, end)]))


TREATY = """\
Treaty of the North

The Parties reaffirm their faith in peace. Article 1 of the Charter says why.

ARTICLE I

The Parties settle disputes by peaceful means.

ARTICLE II

The Parties contribute to peace, as Article I demands of them in plain words.

Article 1 of the Charter, which they all have read, says the same again.

ARTICLE III

1. The Parties will consult.
2. The Parties will meet:
(a) every year; and
(b) when they need to.
3. Nothing else is said.

ANNEX

This belongs to no article.
"""

LAW = """\
ある法律

第一章　総則

（目的）
第一条　この法律は、平和を目的とする。

第二条　次の各号に掲げる用語の意義は、当該各号に定める。
一　海　広い水をいう。
２　前項の規定は、第一条には適用しない。

第十二条の二　この条は後に加えられた。

附則

第一条　この法律は、公布の日から施行する。
"""

REPORT = """\
# A report

Summary.

## 1 Introduction

First.

Second.

## 2 Method

### 2.1 Sample

Alpha.

#### Without a number

Beta.

### 2.1.3 Detail

Gamma.

## Conclusion

End.
"""

CONTENTS_FIRST = """\
1 Introduction

1.1 Scope

2 Findings

1 Introduction

The introduction says little about the sea.

1.1 Scope

The scope is wide and the ship is small.

2 Findings

The findings are few, and they come late.
"""


@pytest.mark.parametrize(
    ("words", "locator"),
    [
        (["reaffirm"], "para. 1"),
        (["settle disputes"], "art. I"),
        (["contribute to peace"], "art. II, para. 1"),
        (["contribute to peace", "same again"], "art. II, paras. 1–2"),
        (["settle disputes", "contribute"], "arts. I–II"),
        (["ARTICLE III"], "art. III"),
        (["will consult"], "art. III, para. 1"),
        (["when they need to"], "art. III, para. 2"),
        (["Nothing else"], "art. III, para. 3"),
        (["belongs to no article"], "para. 9"),
        (["Nothing else", "belongs"], "paras. 8–9"),
    ],
)
def test_a_treaty_is_cited_by_article(words, locator):
    assert cited(layer_of(read_text, TREATY), *words) == locator


@pytest.mark.parametrize(
    ("words", "locator"),
    [
        (["平和を"], "art. 1"),
        (["用語の意義"], "art. 2, para. 1"),
        (["広い水"], "art. 2, para. 1"),
        (["前項の"], "art. 2, para. 2"),
        (["後に加え"], "art. 12-2"),
        (["公布の日"], "para. 6"),
    ],
)
def test_a_japanese_law_is_cited_by_article(words, locator):
    assert cited(layer_of(read_text, LAW), *words) == locator


@pytest.mark.parametrize(
    ("words", "locator"),
    [
        (["Summary"], "para. 1"),
        (["Second"], "sec. 1, para. 2"),
        (["First", "Second"], "sec. 1, paras. 1–2"),
        (["Method"], "sec. 2"),
        (["Alpha"], "sec. 2.1, para. 1"),
        (["Beta"], "sec. 2.1, para. 2"),
        (["Beta", "Gamma"], "secs. 2.1–2.1.3"),
        (["Gamma"], "sec. 2.1.3, para. 1"),
        (["End"], "para. 7"),
    ],
)
def test_numbered_headings_are_cited(words, locator):
    assert cited(layer_of(read_markdown, REPORT), *words) == locator


def test_a_table_of_contents_is_not_cited():
    layer = layer_of(read_text, CONTENTS_FIRST)

    assert cited(layer, "few") == "sec. 2, para. 1"
    assert cited(layer, "scope is wide") == "sec. 1.1, para. 1"


def test_a_heading_that_was_taken_for_a_list_item_is_not_missed():
    layer = layer_of(
        read_text,
        "1.1 Scope\n\nThe scope is wide.\n\n2. Findings\n\nThey are few.\n\n2.1 Seas\n\nSeas are wide.\n",
    )

    assert cited(layer, "are few") == "sec. 2, para. 1"


@pytest.mark.parametrize(
    ("headings", "locator"),
    [
        (["Background", "Method"], "para. 2"),
        (["3 lessons", "5 questions"], "para. 2"),
        (["6 August", "7 August"], "para. 2"),
        (["2013 in review", "2014 in review"], "para. 2"),
        (["2.5 million more", "3.1 million less"], "para. 2"),
        (["2 Method", "1 Background"], "para. 2"),
        (["1 Background", "Method"], "para. 2"),
        (["Section 4", "Section 5: Means"], "sec. 5, para. 1"),
        (["§ 12", "§ 12a"], "sec. 12a, para. 1"),
        (["第三節", "第四節　手段"], "sec. 4, para. 1"),
        (["第1章", "第2章　手段"], "chap. 2, para. 1"),
        (["Article 9", "Article 96"], "art. 96"),
        (["Article 96", "Article 9"], "para. 2"),
        (["Article 9 and its friends", "Article 96 and its friends"], "para. 2"),
    ],
)
def test_only_numbers_in_order_are_cited(headings, locator):
    layer = layer_of(
        read_markdown, "".join(f"## {heading}\n\nText {place}.\n\n" for place, heading in enumerate(headings))
    )

    assert cited(layer, "Text 1") == locator


def test_sections_that_count_anew_in_each_chapter_are_cited_by_chapter():
    layer = layer_of(
        read_markdown,
        "# 第1章\n\n## 第1節\n\nA。\n\n## 第2節\n\nB。\n\n# 第2章\n\n## 第1節\n\nC。\n\n## 第2節\n\nD。\n",
    )

    assert cited(layer, "D。") == "chap. 2, para. 2"


BOOK = Layer(
    "epub",
    "",
    "Front matter\nThe first page ends here and goes on.\nThe last.",
    blocks=(
        Block("paragraph", 0, 12),
        Block("paragraph", 13, 50, spans=(Span(13, 13, "page", "xii"), Span(38, 38, "page", "1"))),
        Block("paragraph", 51, 60, spans=(Span(51, 51, "page", " 2 "),)),
    ),
)


def test_a_book_is_cited_by_its_printed_pages():
    assert cited(BOOK, "first page") == "p. xii"
    assert cited(BOOK, "first page", "goes on") == "pp. xii–1"
    assert cited(BOOK, "last") == "p. 2"
    assert cited(BOOK, "Front") == "para. 1"
    assert page_label(facts(BOOK), 40) == "1"
    assert page_label(facts(BOOK), 0) == ""


def test_fixed_pages_are_cited_by_the_label_that_counts():
    layer = Layer("pdf", "", "one\ntwo\n", pages=(Page("1", 0, 4, printed="61"), Page("2", 4, 8, printed="62")))

    assert cited(layer, "one", "two") == "pp. 61–62"
    assert page_label(facts(layer), 5) == "62"


def test_paragraphs_with_numbers_of_their_own():
    """The first two stand in no section, the last two in the second."""
    layer = Layer(
        "docx",
        "",
        "Title\nOne.\nTwo.\nPart\nThree.\nPart\nFour.",
        blocks=(
            Block("heading", 0, 5, 1),
            Block("list-item", 6, 10, 1, (Span(6, 6, "number", "1."),)),
            Block("list-item", 11, 15, 1, (Span(11, 11, "number", "2."),)),
            Block("heading", 16, 20, 1, (Span(16, 16, "number", "I."),)),
            Block("list-item", 21, 27, 1, (Span(21, 21, "number", "3."),)),
            Block("heading", 28, 32, 1, (Span(28, 28, "number", "II."),)),
            Block("list-item", 33, 38, 1, (Span(33, 33, "number", "4."),)),
        ),
    )

    assert cited(layer, "One.", "Two.") == "paras. 1–2"
    assert cited(layer, "Three") == "sec. I, para. 3"
    assert cited(layer, "Three", "Four") == "secs. I–II"
    assert cited(layer, "Title") == ""
    assert cited(layer, "One.", "Three") == ""


LINES = st.lists(
    st.sampled_from(
        [
            *["Article 1", "Article 2", "Article 3 (Means)", "Article 3 says more.", "## Article 4", "## Annex"],
            *[
                "第一条",
                "第二条　平和。",
                "２　項。",
                "第1章",
                "## 第1章",
                "## 第2章",
                "1. One.",
                "2. Two.",
                "(a) point;",
            ],
            *["# Title", "## 1 One", "## 2 Two", "### 2.1 More", "Some words.", "Other words stand here.", "- item"],
        ]
    ),
    max_size=14,
)


@given(LINES, st.sampled_from([read_markdown, read_text]))
def test_every_position_has_a_locator_and_none_comes_twice(lines, read):
    layer = layer_of(read, "\n\n".join(["Some opening words.", *lines]))
    source = facts(layer)

    places = [place_text(place_of(source, [(at, at + 1)])) for at in range(len(layer.text))]

    assert all(places)
    runs = [place for place, _ in groupby(places)]
    assert len(runs) == len(set(runs))
