"""Numbers in the forms of word processors."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commonplace.documents.flowing.number_forms import formatted
from core.kanji import kanji_value
from core.page_labels import roman_value


@pytest.mark.parametrize(
    ("form", "shown"),
    [
        ("decimal", "1 2 27 48"),
        ("decimalZero", "01 02 27 48"),
        ("upperRoman", "I II XXVII XLVIII"),
        ("lowerLetter", "a b aa vv"),
        ("upperLetterCounted", "A B AA AV"),
        ("ordinal", "1st 2nd 27th 48th"),
        ("japaneseCounting", "一 二 二十七 四十八"),
        ("ideographDigital", "一 二 二七 四八"),
        ("japaneseLegal", "壱 弐 弐拾七 四拾八"),
        ("decimalFullWidth", "１ ２ ２７ ４８"),
        ("decimalEnclosedCircle", "① ② 27 48"),
        ("aiueoFullWidth", "ア イ ヒ イイ"),
        ("aiueo", "ｱ ｲ ﾋ ｲｲ"),
        ("irohaFullWidth", "イ ロ オ ン"),
        ("iroha", "ｲ ﾛ ｵ ﾝ"),
        ("ideographTraditional", "甲 乙 27 48"),
        ("none", "   "),
        ("bullet", "   "),
        ("bahtText", "1 2 27 48"),
    ],
)
def test_forms(form, shown):
    assert " ".join(formatted(number, form) for number in (1, 2, 27, 48)) == shown


@given(st.integers(1, 3999))
def test_what_is_written_can_be_read(number):
    assert roman_value(formatted(number, "lowerRoman")) == number
    assert kanji_value(formatted(number, "japaneseCounting")) == number
    assert kanji_value(formatted(number, "ideographDigital")) == number
    assert int(formatted(number, "decimalFullWidth")) == number


FORMS = ["decimal", "lowerRoman", "upperLetter", "lowerLetterCounted", "decimalZero", "ideographDigital", "ordinal"]
FORMS += ["japaneseCounting", "japaneseLegal", "chineseCounting", "decimalFullWidth", "decimalEnclosedCircle", "hex"]


@given(st.integers(-(10**9), 10**9), st.sampled_from(FORMS))
def test_any_number_is_shown_in_few_signs(number, form):
    assert 1 <= len(formatted(number, form)) <= 30
