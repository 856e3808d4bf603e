"""Selecting: by characters, words and paragraphs, further ranges, and moving the end."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.reader.text_selection import (
    TextSelection,
    next_character,
    next_word,
    paragraph_at,
    previous_character,
    previous_word,
    united,
    word_at,
)

texts = st.text("ab'c- \n反撃かカー𠮷e\u0301.", max_size=30)


def word(text, position):
    start, end = word_at(text, position)
    return text[start:end]


@pytest.mark.parametrize(
    ("text", "position", "expected"),
    [
        ("the policy was", 6, "policy"),
        ("the policy was", 10, "policy"),
        ("the long-term plan", 6, "long-term"),
        ("Japan’s role", 3, "Japan’s"),
        ("cafe\u0301 au", 2, "cafe\u0301"),
        ("反撃能力を保有する", 1, "反撃能力"),
        ("ミサイル防衛", 2, "ミサイル"),
        ("𠮷野家へ", 0, "𠮷野家"),
        ("one, two", 4, " "),
    ],
)
def test_the_word_at_a_place(text, position, expected):
    assert word(text, position) == expected


def test_a_drag_selects_from_where_it_began_to_where_it_is_in_both_directions():
    begun = TextSelection("the policy was").begun(4)

    assert begun.extended(10).ranges == ((4, 10),)
    assert begun.extended(0).ranges == ((0, 4),)
    assert begun.extended(10).extended(2).ranges == ((2, 4),)


def test_a_drag_by_words_keeps_the_word_it_began_in():
    begun = TextSelection("the policy was new").begun(6, "word")

    assert begun.extended(12).ranges == ((4, 14),)
    assert begun.extended(1).ranges == ((0, 10),)


def test_a_further_range_stands_beside_the_first():
    first = TextSelection("the policy was new").begun(0).extended(3)
    both = first.begun(11, further=True).extended(14)

    assert both.ranges == ((0, 3), (11, 14))
    assert both.selected_text() == "the\nwas"


def test_ranges_that_touch_are_one():
    assert united(((5, 8), (0, 3), (3, 5))) == ((0, 8),)


def test_the_end_moves_by_words():
    selection = TextSelection("the policy was").begun(4).extended(10)

    assert selection.moved(next_word).ranges == ((4, 14),)
    assert selection.moved(previous_character).ranges == ((4, 9),)


def test_a_paragraph_ends_at_blank_lines():
    text = "one\ntwo\n\nthree\nfour"

    assert text[slice(*paragraph_at(text, 1))] == "one\ntwo"
    assert text[slice(*paragraph_at(text, 12))] == "three\nfour"


@given(texts, st.integers(0, 30))
def test_a_word_lies_around_its_place(text, position):
    position = min(position, len(text))
    start, end = word_at(text, position)

    assert 0 <= start <= position <= end + 1
    assert end <= len(text)


@given(texts)
def test_steps_lead_through_the_whole_text_and_back(text):
    for step, back in ((next_character, previous_character), (next_word, previous_word)):
        forth = [0]
        while forth[-1] < len(text):
            forth.append(step(text, forth[-1]))
        home = [len(text)]
        while home[-1] > 0:
            home.append(back(text, home[-1]))

        assert forth == sorted(set(forth))
        assert home == sorted(set(home), reverse=True)
