"""Counting along with lists of several levels."""

from hypothesis import given
from hypothesis import strategies as st

from commonplace.documents.flowing.numbering import Counters, Level

DEEPEST = 4
LEVELS = {
    at: Level("decimal", tuple(piece for one in range(at + 1) for piece in (".", one))[1:]) for at in range(DEEPEST)
}


@given(st.lists(st.integers(0, DEEPEST - 1)))
def test_numbers_grow_and_each_stands_in_the_one_above_it(wanted):
    counters, before = Counters(), ()
    for depth in wanted:
        level = min(depth, len(before))
        number = tuple(map(int, counters.count(level, LEVELS).split(".")))
        assert len(number) == level + 1
        assert number > before
        assert number[:-1] == before[:level]
        before = number


def test_a_level_above_that_has_not_begun_is_not_used_up():
    counters = Counters()
    assert [counters.count(level, LEVELS) for level in (1, 1, 0, 1)] == ["1.1", "1.2", "1", "1.1"]


def test_a_level_that_is_not_known_counts_nothing():
    assert Counters().count(7, LEVELS) == ""
