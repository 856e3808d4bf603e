"""Choosing a name by a few letters."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.choosing import choices

NAMES = [("FOIP", "Free and Open Indo-Pacific"), ("counterstrike", "反撃能力"), ("counsel risk",), ("rule of law",)]


def first(typed):
    return NAMES[choices(typed, NAMES)[0].place][0]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("cntr", "counterstrike"),
        ("foip", "FOIP"),
        ("open free", "FOIP"),
        ("反撃", "counterstrike"),
        ("couns", "counsel risk"),
        ("law rule", "rule of law"),
        ("conterstrik", "counterstrike"),
    ],
)
def test_what_comes_first(typed, expected):
    assert first(typed) == expected


def test_the_matched_letters_are_told():
    (choice, *_) = choices("cntr", NAMES)
    assert [choice.name[at] for at in choice.matched] == ["c", "n", "t", "r"]


def test_a_short_name_is_not_like_a_long_one():
    assert choices("a day's own concept", [("active cyber defense", "ACD"), ("Council", "NSC")]) == []


def test_nothing_typed_offers_all_in_their_order():
    assert [choice.place for choice in choices("", NAMES)] == [0, 1, 2, 3]


def test_what_is_not_there_has_no_choice():
    assert choices("xyzzy", NAMES) == []


names = st.lists(st.lists(st.text("abc 反é", min_size=1, max_size=8), min_size=1, max_size=3), max_size=8)


@given(st.text("abc 反é", max_size=5), names)
def test_each_thing_is_chosen_once_by_a_name_of_its_own(typed, given_names):
    found = choices(typed, given_names)
    assert len({choice.place for choice in found}) == len(found)
    assert all(choice.name in given_names[choice.place] for choice in found)


@given(names)
def test_a_whole_name_is_found_by_itself(given_names):
    for own in given_names:
        if own[0].strip():
            assert any(given_names[choice.place][0] == own[0] for choice in choices(own[0], given_names))
