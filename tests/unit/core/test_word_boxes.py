"""The boxes of characters in layers that know the places of their words."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from core.records import Word
from core.word_boxes import boxes_of_words

#          0123456789
TEXT = "one three\n"
WORDS = (Word(0, 3, (100, 50, 160, 70)), Word(4, 9, (200, 50, 300, 70)))


def test_the_characters_of_a_word_share_its_box():
    assert boxes_of_words(WORDS, 0, 3) == [(100, 50, 120, 70), (120, 50, 140, 70), (140, 50, 160, 70)]


def test_a_blank_and_a_line_end_take_the_box_before_them():
    boxes = boxes_of_words(WORDS, 0, len(TEXT))

    assert boxes[3] == boxes[2]
    assert boxes[9] == boxes[8]


def test_what_stands_before_the_first_word_takes_its_box():
    assert boxes_of_words((Word(2, 3, (0, 0, 9, 9)),), 0, 3) == [(0, 0, 9, 9)] * 3


def test_a_range_may_begin_and_end_inside_words():
    assert boxes_of_words(WORDS, 2, 5) == boxes_of_words(WORDS, 0, 10)[2:5]


def test_without_a_word_there_are_no_boxes():
    assert boxes_of_words(WORDS, 10, 20) == []
    assert boxes_of_words((), 0, 3) == []


@given(st.integers(1, 40), st.integers(0, 1000), st.integers(0, 1000))
def test_the_parts_of_a_word_cover_it_without_gaps(count, left, width):
    boxes = boxes_of_words((Word(0, count, (left, 1, left + width, 2)),), 0, count)

    assert boxes[0][0] == left
    assert boxes[-1][2] == left + width
    assert all(one[2] == other[0] for one, other in pairwise(boxes))
