"""Qt's positions and those of the axis: wide characters, pictures and the gaps between blocks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

pytestmark = pytest.mark.gui

blocks = st.lists(st.tuples(st.text("ab𠮷😀é ", max_size=6), st.integers(1, 3), st.booleans()), min_size=1, max_size=6)


@given(blocks)
def test_every_place_is_found_both_ways(drawn):
    from desktop.reader.offsets import Offsets

    text, ranges, pictures, expected, units = "", [], [], {}, 0
    for number, (words, gap, has_picture) in enumerate(drawn):
        if number:
            text, units = text + "\n" * gap, units + 1
        if has_picture:
            pictures.append(len(text))
            units += 1
        ranges.append((len(text), len(text) + len(words)))
        for char in words:
            expected[len(text)] = units
            text, units = text + char, units + len(char.encode("utf-16-le")) // 2
        expected[len(text)] = units

    offsets = Offsets(text, ranges, pictures)

    assert {place: offsets.to_qt(place) for place in expected} == expected
    assert [offsets.to_text(place) for place in expected.values()] == list(expected)


@given(blocks, st.integers(0, 100), st.integers(0, 100))
def test_no_place_overtakes_another(drawn, one, other):
    from desktop.reader.offsets import Offsets

    text = "\n\n".join(words for words, _, _ in drawn)
    ranges, at = [], 0
    for words, _, _ in drawn:
        ranges.append((at, at + len(words)))
        at += len(words) + 2
    offsets = Offsets(text, ranges)
    low, high = sorted((one, other))

    assert offsets.to_qt(low) <= offsets.to_qt(high)
    assert offsets.to_text(low) <= offsets.to_text(high)
