import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.squeezing import squeeze, squeezed


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Deter-\nrence  of\tﬁre", "Deterrenceoffire"),
        ("ＦＯＩＰ　（自由）", "FOIP(自由)"),
        ("e\u0301 ｶﾞ ⽇\ufa19⺠", "éガ日神民"),
        ("co\u00ad\u200b\u2010op 葛\U000e0100", "coop葛"),
        ("“A”—b…", "“A”—b..."),
    ],
)
def test_squeezing(text, expected):
    assert squeeze(text) == expected


def test_loosely_squeezed_texts_have_one_case_and_plain_signs():
    assert squeeze("“Straße” – it’s", loose=True) == squeeze('"STRASSE" - It\'s', loose=True) == "''strasse''it's"
    assert squeeze("THE `end'", loose=True) == "the'end'"


def test_a_character_squeezes_to_its_compatibility_form():
    for char in filter(str.isprintable, map(chr, range(0xA1, sys.maxunicode + 1))):
        plain = unicodedata.normalize("NFKC", char)
        if plain.isalnum() and not unicodedata.combining(plain[0]):
            assert squeeze(char) == plain.replace("\u2010", "")


@given(st.text(st.sampled_from("aﬁ \n-e\u0301日本ｶﾞ😀\u00ad"), min_size=1, max_size=3000))
def test_every_squeezed_character_comes_from_its_place(text):
    result = squeezed(text, False)
    assert result.text == squeeze(text)
    for position, char in enumerate(result.text):
        start, end = result.original(position, position + 1)
        assert char in squeeze(text[start:end])
