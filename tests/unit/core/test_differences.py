"""Words that differ between two texts."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.differences import Piece, word_differences

TEXTS = st.text(st.sampled_from("ab 　\n-'’,.反撃能é\u0301\u200d👩𠮷"), max_size=30)


def shown(before: str, after: str) -> str:
    marks = {"same": "{}", "before": "[-{}]", "after": "[+{}]"}
    return "".join(marks[piece.which].format(piece.text) for piece in word_differences(before, after))


@pytest.mark.parametrize(
    ("before", "after", "found"),
    [
        ("", "", ""),
        ("an open sea", "an open sea", "an open sea"),
        ("an open sea", "", "[-an open sea]"),
        ("", "an open sea", "[+an open sea]"),
        ("an open sea", "an opened sea", "an [-open][+opened] sea"),
        ("a free and open sea", "a closed and guarded sea", "a [-free][+closed] and [-open][+guarded] sea"),
        ("the quick brown fox", "the slow red fox", "the [-quick brown][+slow red] fox"),
        ("do not", "don’t", "[-do not][+don’t]"),
        ("to Nairobi, then", "to Nairobi; then", "to Nairobi[-,][+;] then"),
        ("one two", "one  two", "one[- ][+  ]two"),
        ("反撃能力について", "打撃能力に関して", "[-反][+打]撃能力に[-つい][+関し]て"),
        ("港のFOIP構想", "港のQUAD構想", "港の[-FOIP][+QUAD]構想"),
        ("e\u0301tude", "etude", "[-e\u0301tude][+etude]"),
        ("葛\U000e0100飾", "葛飾", "[-葛\U000e0100][+葛]飾"),
        ("자유롭고 열린", "자유롭고 닫힌", "자유롭고 [-열린][+닫힌]"),
    ],
)
def test_words_that_differ_are_marked(before, after, found):
    assert shown(before, after) == found


@given(TEXTS, TEXTS)
def test_the_pieces_are_the_two_texts(before, after):
    pieces = word_differences(before, after)
    assert "".join(one.text for one in pieces if one.which != "after") == before
    assert "".join(one.text for one in pieces if one.which != "before") == after
    assert all(piece.text for piece in pieces)
    assert all(one.which != other.which for one, other in pairwise(pieces))


@given(TEXTS)
def test_equal_texts_are_one_piece(text):
    assert word_differences(text, text) == ((Piece("same", text),) if text else ())


def test_texts_too_long_to_compare_word_by_word_still_share_their_ends():
    before = "same " + " ".join(map(str, range(20_000))) + " end"
    after = "same " + " ".join(map(str, range(20_000, 40_000))) + " end"
    assert [piece.which for piece in word_differences(before, after)] == ["same", "before", "after", "same"]
