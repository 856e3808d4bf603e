"""Qt's positions and those of the axis: wide characters, and the edges of a stretch."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.reader.offsets import Offsets

pytestmark = pytest.mark.gui

words = st.text("ab𠮷😀é \n", max_size=12)


@given(words, words, words)
def test_every_place_is_found_both_ways(before, text, behind):
    start, units, expected = len(before), 0, {}
    for number, char in enumerate(text):
        expected[start + number] = units
        units += len(char.encode("utf-16-le")) // 2
    expected[start + len(text)] = units

    offsets = Offsets(before + text + behind, start, start + len(text))

    assert {place: offsets.to_qt(place) for place in expected} == expected
    assert [offsets.to_text(place) for place in expected.values()] == list(expected)


@given(words, st.integers(0, 30), st.integers(0, 30))
def test_no_place_overtakes_another(text, one, other):
    offsets = Offsets("xx" + text + "xx", 2, 2 + len(text))
    low, high = sorted((one, other))

    assert 0 <= offsets.to_qt(low) <= offsets.to_qt(high)
    assert 2 <= offsets.to_text(low) <= offsets.to_text(high) <= 2 + len(text)
