"""Tokens are placed where folding the whole text, with the origin of each character, places them."""

import re
from array import array

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from core.folding import clusters, fold, folded
from core.token_places import (
    _LETTERS,
    _SIGNS,
    _SINGLE,
    TokenPlaces,
    _plain_tokens,
    disjoint,
    fold_with_marks,
    folded_unit,
)

ODD = [
    *("ﬁnancial eﬀorts", "Straße STRASSE", "ＦＯＩＰ　Ｆ－３５", "cafe\u0301 s\u0323\u0307", "K¨onig ´etat x\u0338= y"),
    *(
        "𠮷野家は𠮷",
        "😀🤔 👨\u200d👩\u200d👧",
        "漢《かん》字｜振《ふ》り仮名",
        "שָׁלוֹם עולם",
        "السَّلامُ عليكم لا",
        "counter-\nstrike",
    ),
    *(
        "co\u00adoper\u00ad\nation",
        "Anglo-\nAmerican",
        "か\u3099ｶﾞ゛が",
        "한국어 각ᄀ\u1161",
        "ⅷ½㍿ İıſŉĿ",
        "Ho\u02bbomana",
    ),
    *(
        "क्षि हिन्दी ไทย",
        "A2/AD – ‘so’… x−y⟨z⟩",
        "反撃能力（はんげき）。ーー々",
        "\ufa19社⽇⻑",
        "a\u200bb\ufeffc",
        "  \n\n ",
    ),
]
texts = st.lists(
    st.one_of(st.sampled_from(ODD), st.text(max_size=8), st.sampled_from(["word ", "the sea, ", " ", "-\n", "日本の"])),
    max_size=60,
).map("".join)


def placed_by_folding_all(text):
    """The definition: where the characters of each token came from, found by folding the whole text."""
    whole, places, at = folded(text), [], 0
    for token in whole.text.split():
        places.append(whole.original(at, at + len(token)))
        at += len(token) + 1
    return places


@given(texts)
@example("".join(ODD * 4))
@example("´ K¨onig " * 40)
def test_tokens_are_placed_as_by_folding_all(text):
    text = text.encode("utf-8", "ignore").decode()
    words, marks = fold_with_marks(text)
    assert words == fold(text)
    truth, places = placed_by_folding_all(text), TokenPlaces(text, marks)
    assert [places.place(at, at + 1) for at in range(len(truth))] == truth
    assert places.place(len(truth), len(truth) + 1) is None


@given(texts, st.data())
def test_several_tokens_reach_from_the_first_to_the_last(text, data):
    text = text.encode("utf-8", "ignore").decode() + "end of it"
    truth = placed_by_folding_all(text)
    first = data.draw(st.integers(0, len(truth) - 1))
    last = data.draw(st.integers(first, len(truth) - 1))
    places = TokenPlaces(text, fold_with_marks(text)[1])
    assert places.place(first, last + 1) == (truth[first][0], truth[last][1])


def test_a_unit_is_folded_with_places_in_itself():
    unit = folded_unit("Before. The ﬁeld, after", 8, 17)
    assert (unit.start, unit.end, unit.text) == (8, 17, "the field")
    assert TokenPlaces("The ﬁeld,", unit.marks).place(1, 2) == (4, 8)


@given(st.text(max_size=40), st.lists(st.integers(0, 2**32 - 1), max_size=12), st.integers(0, 50), st.integers(1, 4))
def test_marks_of_another_text_are_no_fault(text, numbers, first, length):
    place = TokenPlaces(text, array("I", numbers).tobytes()).place(first, first + length)
    assert place is None or len(place) == 2


def test_a_long_text_is_looked_at_in_one_place(monkeypatch):
    """One piece for the first token and one for the last, whatever the length of the text."""
    text = "Die Sicherheit – Größe der See 安全保障を " * 2000
    places, looked_at = TokenPlaces(text, fold_with_marks(text)[1]), []

    def watched(piece):
        looked_at.append(len(piece))
        return _plain_tokens(piece)

    monkeypatch.setattr("core.token_places._plain_tokens", watched)
    assert text[slice(*places.place(9000, 9003))] in text
    assert 0 < sum(looked_at) < 1000


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        ([(1, [3, 5]), (1, [0])], [(0, 1), (3, 4), (5, 6)]),
        ([(2, [0, 1, 2])], [(0, 2), (2, 4)]),
        ([(1, [1]), (3, [1])], [(1, 4)]),
        ([(3, [0]), (1, [1, 2, 3])], [(0, 3), (3, 4)]),
        ([(2, [0]), (2, [1])], [(0, 2), (1, 3)]),
        ([], []),
    ],
)
def test_places_of_phrases(found, expected):
    assert disjoint(found) == expected


def test_the_characters_that_are_taken_for_plain_fold_by_themselves():
    letter, single, sign = (re.compile(f"[{kind}]").fullmatch for kind in (_LETTERS, _SINGLE, _SIGNS))
    for char in map(chr, (code for code in range(0x110000) if not 0xD800 <= code < 0xE000)):
        kinds = [bool(kind(char)) for kind in (letter, single, sign)]
        if not any(kinds):
            continue
        assert sum(kinds) == 1
        beside = fold(f"a{char}b{char}").split()
        whole = fold(char)
        assert beside == {0: [f"a{whole}b{whole}"], 1: ["a", char, "b", char], 2: ["a", "b"]}[kinds.index(True)], char
        assert list(clusters(f"a{char}")) == [(0, 1), (1, 2)]
