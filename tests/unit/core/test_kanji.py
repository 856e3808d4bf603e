import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.kanji import digits, kanji, kanji_value


@given(st.integers(1, 12_000))
def test_a_number_reads_back_from_both_manners(number):
    assert kanji_value(kanji(number)) == kanji_value(digits(number)) == number


@pytest.mark.parametrize(
    ("text", "value"),
    [("九", 9), ("十", 10), ("十二", 12), ("二十", 20), ("百三", 103), ("三百二十一", 321), ("二〇二二", 2022)],
)
def test_numbers_as_they_are_written(text, value):
    assert kanji_value(text) == value


@pytest.mark.parametrize("text", ["", "〇", "二二十", "十百", "十〇", "12", "表紙"])
def test_what_is_no_number(text):
    assert kanji_value(text) is None
