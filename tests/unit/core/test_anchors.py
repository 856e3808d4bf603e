"""Passages found again in another text of the same document."""

import re

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from core.anchors import Passage, Placement, Reanchoring
from core.passages import agree
from core.records import Span
from core.squeezing import squeeze
from core.surroundings import context

SEA = """The harbour towns spoke of an open sea. They kept watch, and they traded.
The paper speaks of counterstrike as a means. Others speak of it as a last resort.
港の町は「自由で開かれた海」を長く語ってきた。𠮷田は反撃能力について書いた。
Nobody had asked them. The winter was long, and the boats stayed in the harbour."""


def passage(text: str, *quotes: str) -> Passage:
    places = [(text.index(quote), text.index(quote) + len(quote)) for quote in quotes]
    return at(text, *places)


def at(text: str, *places: tuple[int, int]) -> Passage:
    prefix, _ = context(text, *places[0])
    _, suffix = context(text, *places[-1])
    return Passage(tuple(text[start:end] for start, end in places), places, prefix, suffix)


def found(old: str, new: str, *quotes: str) -> tuple[str, list[str]]:
    placement = Reanchoring(old, new).place(passage(old, *quotes))
    return placement.found, [new[start:end] for start, end in placement.ranges]


def test_the_same_characters_at_the_same_positions():
    new = SEA.replace("winter", "autumn")
    assert Reanchoring(SEA, new).place(passage(SEA, "open sea")) == Placement("exact", ((30, 38),), 100)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("open sea", "open  \n sea"),
        ("counterstrike", "counter-\nstrike"),
        ("counterstrike", "counter\u00adstrike"),
        ("traded", "tra\u200bded"),
        ("自由で開かれた海", "自由で\n開かれた海"),
        ("Nobody had", "\ufb01\nNobody had"),
    ],
)
def test_what_extraction_alone_changes_is_moved(old, new):
    kind, (text,) = found(SEA, SEA.replace(old, new), "The harbour towns", SEA[40:220])[0], [old]
    assert (kind, text) == ("moved", old)
    assert found(SEA, SEA.replace(old, new), old)[0] == "moved"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("a last resort", "a final resort"),
        ("反撃能力", "反撃力"),
        ("had asked", "has asked"),
        ("long, and", "long and"),
    ],
)
def test_changed_words_are_never_placed(old, new):
    text = SEA.replace(old, new)
    assert found(SEA, text, old) == ("uncertain", [new])


def test_hyphens_inside_a_line_are_words():
    assert found("They co-operate here, as ever.", "They cooperate here, as ever.", "co-operate")[0] == "uncertain"


def test_of_several_places_the_one_with_the_same_words_around_it():
    assert found("x " + SEA, SEA, "speak of")[0] == "moved"
    ranges = Reanchoring("x " + SEA, SEA).place(passage("x " + SEA, "speak of it")).ranges
    assert SEA[slice(*ranges[0])] == "speak of it"


def test_a_quote_that_stands_twice_in_the_same_words_is_not_placed():
    clause = "All of the parties shall meet once a year, and the minutes shall be kept in the tower by the clerk. "
    old = clause * 3
    assert found(old, "Preamble. " + clause * 2, "the minutes")[0] == "uncertain"
    # Nothing but blanks is different: then each is known by its number.
    new = old.replace(" ", "  ")
    starts = [match.start() for match in re.finditer("the minutes", old)]
    finder = Reanchoring(old, new)
    placed = [finder.place(at(old, (start, start + 11))) for start in starts]
    assert [one.found for one in placed] == ["moved"] * 3
    assert [one.ranges[0][0] for one in placed] == [match.start() for match in re.finditer("the  minutes", new)]


def test_a_twin_elsewhere_is_not_taken_for_a_sentence_that_is_gone():
    sentence = "Nobody complained about the toll."
    old = f"In March it rose by two coins. {sentence} The ferry sank. In June it rose again. {sentence} The bell rang."
    new = old.replace(f"{sentence} The ferry", "The ferry")
    assert found(old, new, f"coins. {sentence}")[0] != "moved"
    assert found(old, new, sentence)[0] in ("uncertain", "lost")


def test_a_short_word_needs_what_stood_around_it():
    old = SEA + "\nFOIP was the word of the year in the northern harbour towns, and nobody knew why it was so."
    assert found(old, "Elsewhere FOIP came up in another connection.\n" + SEA, "FOIP")[0] == "lost"


def test_the_ranges_of_a_passage_are_found_each_by_itself():
    new = SEA.replace("They kept watch", "They kept  watch")
    assert found(SEA, new, "open sea", "kept watch", "last resort") == (
        "moved",
        ["open sea", "kept  watch", "last resort"],
    )
    assert found(SEA, SEA.replace(" as a last resort", ""), "open sea", "as a last resort")[0] == "uncertain"


def test_a_passage_whose_lines_were_parted_becomes_several_ranges():
    old = "He asked for a new bell\nto be hung in the old tower\nbefore the winter came. That was all he asked for."
    new = old.replace("old tower\n", "old tower\nThe Year Book, 212\n")
    assert found(old, new, "for a new bell\nto be hung in the old tower\nbefore the winter came.") == (
        "moved",
        ["for a new bell\nto be hung in the old tower", "before the winter came."],
    )


def test_blocks_that_changed_places_become_several_ranges():
    first, second = "The ferry paid for the lighthouse on the rock.", "The widow kept the key of the tower for years."
    old = f"Introduction of the book.\n{first}\n{second}\nConclusion of the book."
    new = f"Introduction of the book.\n{second}\nA table with numbers.\n{first}\nConclusion of the book."
    assert found(old, new, f"{first}\n{second}") == ("moved", [second, first])


def test_what_is_no_running_text_may_stand_inside_a_passage():
    old = "He asked for a bell\nto be hung in the tower before winter."
    new = "He asked for a bell\n212 The Year Book\nto be hung in the tower before winter."
    asides = (Span(20, 37, "running-head"),)
    whole = passage(old, "asked for a bell\nto be hung")
    placed = Reanchoring(old, new, new_asides=asides).place(whole)
    assert (placed.found, [new[slice(*place)] for place in placed.ranges]) == (
        "moved",
        ["asked for a bell\n212 The Year Book\nto be hung"],
    )
    back = Reanchoring(new, old, old_asides=asides).place(at(new, placed.ranges[0]))
    assert (back.found, [old[slice(*place)] for place in back.ranges]) == ("moved", ["asked for a bell\nto be hung"])


def test_without_the_old_text_what_the_anchor_keeps_is_enough():
    one = passage(SEA, "counterstrike as a means")
    new = "A preface.\n" + SEA
    assert Reanchoring("", new, length=len(SEA)).place(one) == Placement(
        "moved", ((one.ranges[0][0] + 11, one.ranges[0][1] + 11),), 100
    )


def test_nothing_is_found_in_an_empty_text():
    assert Reanchoring(SEA, "").place(passage(SEA, "open sea")) == Placement("lost", (), 0)


WORDS = st.sampled_from(
    [
        "sea",
        "open",
        "a",
        "co-owner",
        "well-\nknown",
        "ﬁnd",
        "cafe\u0301",
        "反撃能力",
        "海",
        "𠮷野",
        "👩\u200d💻",
        "שלום",
        "-",
        "§ 4",
        "神",
    ]
)
TEXTS = st.lists(WORDS, min_size=1, max_size=30).map(" ".join)
BLANKS = st.sampled_from([" ", "\n", "  ", " \n", "\u00a0", "\u3000"])


@st.composite
def spaced_otherwise(draw, text: str) -> str:
    """The same text with other white space, and its words divided at other line ends."""
    pieces = []
    for piece in re.split(r"(-\n|\s+)", text):
        if piece == "-\n":
            pieces.append(draw(st.sampled_from(["-\n", "", "- \n"])))
        elif piece.isspace():
            pieces.append(draw(BLANKS))
        elif len(piece) > 3 and piece.isascii() and piece.isalpha() and draw(st.booleans()):
            pieces.append(f"{piece[:2]}-\n{piece[2:]}")
        else:
            pieces.append(piece)
    return "".join(pieces)


@st.composite
def marked(draw, texts=TEXTS):
    text = draw(texts)
    cuts = [0, *(match.start() for match in re.finditer(r"(?<=\s)\S|(?<=\S)\s", text)), len(text)]
    start, end = sorted((draw(st.sampled_from(cuts)), draw(st.sampled_from(cuts))))
    assume(squeeze(text[start:end]))
    return text, (start, end)


@given(marked(), st.data())
def test_other_white_space_and_line_ends_lose_no_passage(marked, data):
    old, place = marked
    new = data.draw(spaced_otherwise(old))
    placed = Reanchoring(old, new).place(at(old, place))
    assert placed.found in ("exact", "moved")
    assert agree(old[slice(*place)] + "\n", "".join(new[start:end] for start, end in placed.ranges) + "\n")


@given(marked(), TEXTS)
def test_what_is_placed_says_the_same_whatever_the_new_text_is(marked, new):
    old, place = marked
    placed = Reanchoring(old, new).place(at(old, place))
    if placed.found in ("exact", "moved"):
        assert sorted(squeeze(old[slice(*place)])) == sorted(
            "".join(squeeze(new[slice(*one)]) for one in placed.ranges)
        )
    assert (placed.found == "exact") <= (new[slice(*place)] == old[slice(*place)])
    assert (placed.found == "lost") == (placed.ranges == ())
    assert all(0 <= start < end <= len(new) for start, end in placed.ranges)
    assert placed.score == 100 if placed.found in ("exact", "moved") else placed.score < 100


@given(marked(), st.data())
def test_a_passage_whose_words_are_gone_is_not_placed(marked, data):
    old, (start, end) = marked
    words = data.draw(st.sampled_from(["quite other ones", "違う言葉", ""]))
    new = f"{old[:start]}{words}{old[end:]}"
    assume(squeeze(old[start:end]) not in squeeze(new))
    assert Reanchoring(old, new).place(at(old, (start, end))).found in ("uncertain", "lost")


REORDERED = (
    "A sea kept open\n\nThe harbour towns spoke of a free and open sea long before.\n\nIn the new paper counterstrike"
    " is named twice: as a means, and as a last resort.\n\nThe council never met again after that winter.",
    "A sea kept open\n\nIn the new paper counterstrike is named twice: as a means, and as a final resort.\n\nThe"
    " harbour towns spoke of a free and open sea long before.",
)


@pytest.mark.parametrize(
    ("quote", "found", "now"),
    [
        ("A sea kept open", "exact", "A sea kept open"),
        ("free and open sea", "moved", "free and open sea"),
        ("twice", "moved", "twice"),
        ("and as a last resort", "uncertain", "and as a final resort"),
        ("The council never met again", "lost", ""),
        ("that winter", "lost", ""),
    ],
)
def test_short_passages_of_paragraphs_that_changed_places(quote, found, now):
    old, new = REORDERED
    start = old.index(quote)
    placed = Reanchoring(old, new).place(Passage((quote,), ((start, start + len(quote)),)))
    assert (placed.found, "".join(new[slice(*place)] for place in placed.ranges)) == (found, now)


def test_words_left_standing_once_beside_other_words_are_not_those_that_went():
    old = "First the towns kept watch.\n\nThen came winter, and the towns kept watch no more."
    new = "Then came winter, and the towns kept watch no more."
    start = old.index("the towns kept watch")
    placed = Reanchoring(old, new).place(Passage(("the towns kept watch",), ((start, start + 20),)))
    assert placed.found in ("uncertain", "lost")
