"""What documents are cited by whose numbers the program prints and nobody typed."""

from itertools import groupby

import pytest

from core.landmarks import landmarks
from core.records import Block, Layer, Span


def layer_of(*lines):
    """Make a layer of lines: a kind and level, the numbers printed before it, and its text."""
    blocks, at = [], 0
    for kind, level, numbers, text in lines:
        spans = tuple(Span(at, at, "number", number) for number in numbers.split("|") if number)
        blocks.append(Block(kind, at, at + len(text), level, spans))
        at += len(text) + 1
    return Layer("docx", "", "\n".join(text for *_, text in lines), blocks=tuple(blocks))


def h(level, number, text):
    return "heading", level, number, text


def p(text, number=""):
    return "list-item" if number else "paragraph", int(bool(number)), number, text


def cited(layer):
    """Return the parts, each with the paragraphs that are counted in it."""
    found = landmarks(layer)
    heads = [mark for mark in found if mark[0] != "paragraph"]
    inside = {
        key: [mark[2] for mark in group if mark[0] == "paragraph"] for key, group in groupby(found, head_of(heads))
    }
    return [(kind, label, inside.get(at, [])) for kind, at, label in heads]


def head_of(heads):
    return lambda mark: max(at for _, at, _ in heads if at <= mark[1])


def test_sections():
    layer = layer_of(
        h(1, "", "A report"), h(1, "1", "Aims"), p("A."), p("B."), h(1, "2", "Means"), h(2, "2.1", "2020 and after"),
        p("C."), h(2, "2.4", "More"), p("D."), h(1, "", "Thanks"), p("E."),
    )  # fmt: skip
    assert cited(layer) == [
        ("section", "1", ["1", "2"]), ("section", "2", []), ("section", "2.1", ["1"]), ("section", "2.4", ["1"]),
        ("section", "", []),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("numbers", "kind", "labels"),
    [
        (["Section 1.01", "Section 1.02"], "section", ["1.01", "1.02"]),
        (["第１章", "第２章"], "chapter", ["1", "2"]),
        (["第一節", "第二節"], "section", ["1", "2"]),
        (["§ 1 ", "§ 2 "], "section", ["1", "2"]),
        (["1)", "2)"], "section", ["1", "2"]),
        (["Article I.", "Article II."], "article", ["I", "II"]),
        (["ARTICLE 1 –", "ARTICLE 2 –"], "article", ["1", "2"]),
        (["第十条", "第十一条"], "article", ["10", "11"]),
        (["I.", "II."], "section", ["I", "II"]),
        (["A.", "B."], "section", ["A", "B"]),
    ],
)
def test_forms(numbers, kind, labels):
    lines = [line for number in numbers for line in (h(1, number, "Some title"), p("Some words stand here."))]
    assert [mark[:2] for mark in cited(layer_of(*lines))] == [(kind, label) for label in labels]


def test_an_article_may_be_a_paragraph_that_goes_on_as_a_sentence():
    layer = layer_of(
        p("The Parties shall settle disputes by peaceful means.", "Article 1"),
        p("The Parties shall consult, and they shall meet.", "Article 2"),
        p("They shall do so every year."),
    )
    assert cited(layer) == [("article", "1", []), ("article", "2", ["1", "2"])]


def test_the_numbers_of_an_articles_paragraphs():
    layer = layer_of(
        h(2, "Article 1", "Aims"), p("This is the aim.", "1."), p("An item;", "(a)"), p("An item.", "(b)"),
        p("This is another aim.", "2."), h(2, "Article 2", "Means"), p("By these means."), h(1, "", "Annex"), p("X."),
    )  # fmt: skip
    assert cited(layer) == [("article", "1", ["1", "2"]), ("article", "2", []), ("article", "", [])]


def test_an_articles_number_may_stand_alone_above_it():
    layer = layer_of(
        p("Aims", "Article 1"), p("This is the aim.", "1."), p("This is another aim.", "2."),
        p("By these means.", "Article 2|1."), p("And by these.", "2."),
    )  # fmt: skip
    assert cited(layer) == [("article", "1", ["1", "2"]), ("article", "2", ["1", "2"])]


def test_letters_and_roman_numerals_count_on_one_level_only():
    layer = layer_of(
        h(1, "I.", "One"), p("A."), h(2, "A.", "Sub"), p("B."), h(2, "C.", "Sub"), p("C."), h(1, "II.", "Two"), p("D."),
    )  # fmt: skip
    assert [mark[:2] for mark in cited(layer)] == [("section", "I"), ("section", "II")]


@pytest.mark.parametrize("numbers", [["C.", "D."], ["II.", "III."], ["I.", "I."], ["A.", "B.", "A.", "B."], ["•", "•"]])
def test_what_does_not_count_from_the_first_is_not_cited(numbers):
    lines = [line for number in numbers for line in (h(1, number, "Some title"), p("Some words stand here."))]
    assert landmarks(layer_of(*lines)) == []


def test_lists_are_no_sections():
    layer = layer_of(
        h(1, "", "Title"), p("Words."), p("One.", "1."), p("Two.", "2."), h(1, "", "More"), p("Words."), p("Words.")
    )
    assert landmarks(layer) == []


def test_items_between_sections_are_none():
    layer = layer_of(
        h(1, "1.", "One"), p("Alone", "1."), p("Words."), h(1, "2.", "Two"), p("Alone", "3."), p("Words."),
        h(1, "3.", "Three"), p("Words."),
    )  # fmt: skip
    assert [label for _, label, _ in cited(layer)] == ["1", "2", "3"]


def paragraphs(layer):
    return [
        (layer.text[start:].partition("\n")[0], label) for kind, start, label in landmarks(layer) if kind == "paragraph"
    ]


def test_paragraphs_that_are_numbered_throughout():
    layer = layer_of(
        h(1, "", "Report"), p("Before."), h(1, "I.", "One"), p("A.", "1."), p("B.", "2."), ("list-item", 2, "1.", "b"),
        p("More."), h(1, "II.", "Two"), p("C.", "3."), p("D.", "4."), h(1, "", "End"), p("E.", "5."),
    )  # fmt: skip
    assert paragraphs(layer) == [("A.", "1"), ("B.", "2"), ("C.", "3"), ("D.", "4"), ("E.", "5")]
    assert [label for kind, _, label in landmarks(layer) if kind == "section"] == ["I", "II", ""]


def test_paragraphs_that_are_numbered_throughout_without_sections():
    layer = layer_of(h(1, "", "One"), p("A.", "1."), p("B.", "2."), h(1, "", "Two"), p("C.", "3."))
    assert [kind for kind, *_ in landmarks(layer)] == ["paragraph"] * 3


def test_paragraphs_that_are_numbered_in_their_section():
    layer = layer_of(
        h(1, "1", "One"), p("A.", "1.1"), p("b", "(a)"), p("B.", "1.2"), h(1, "2", "Two"), p("Before."), p("C.", "2.1"),
        p("D.", "2.2"),
    )  # fmt: skip
    assert paragraphs(layer) == [("A.", "1.1"), ("B.", "1.2"), ("C.", "2.1"), ("D.", "2.2")]


@pytest.mark.parametrize(
    "numbers",
    [
        ["1.", "2.", "", "3.", "", ""],
        ["2.", "3.", "4.", "5.", "6.", "7."],
        ["1.", "2.", "3.", "1.", "2.", "3."],
        ["1.", "2.", "3.", "", "", ""],
        ["1.2", "1.3", "", "2.1", "", ""],
    ],
)
def test_lists_number_no_paragraphs(numbers):
    lines = [p(f"Words {at}.", number) for at, number in enumerate(numbers)]
    layer = layer_of(h(1, "1", "One"), *lines[:3], h(1, "2", "Two"), *lines[3:])
    assert [label for _, label in paragraphs(layer)] == ["1", "2", "3"] * 2


def test_articles_whose_text_follows_the_number_count_where_they_count_on_from_the_first():
    law = layer_of(
        h(1, "", "Act on the Sea"), p("(Purpose)"), p("Article 1 The purpose of this Act is to keep order."),
        p("(Definitions)"), p("Article 2 The sea means all waters."), p("It includes bays."),
        p("Article 3 Japan keeps peace."),
    )  # fmt: skip
    assert [(kind, label) for kind, label, _ in cited(law)] == [("article", "1"), ("article", "2"), ("article", "3")]


def test_sentences_that_speak_of_articles_number_none():
    speech = layer_of(
        p("Article 9 Japan renounces war."), p("Article 96 The Diet starts changes."), p("Article 98 It is supreme.")
    )
    assert cited(speech) == []
