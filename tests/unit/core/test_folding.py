import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.folding import fold, fold_name, folded, pieces

HARD = "aAeЖйがかｶﾞ゙日本𠮷神\ufa19ﬁéé́ßİı-‐\u00ad\u200b\ufeff \n\t\u3000.,/“😀𠮷각ᄀ\u1161ⅷ½㍿゛\u0301\u0308\U000e0100ㄱㅏ"
texts = st.text(st.one_of(st.sampled_from(HARD), st.characters(exclude_categories=["Cs"])), max_size=60)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Free  and\n\nOpen", "free and open"),
        ("Ｆ－３５ ＦＯＩＰ", "f 35 foip"),
        ("Ångström, Łódź, cafe\u0301, x\u0304", "angstrom lodz cafe x"),
        ("İstanbul IŞIK ışık", "istanbul isik isik"),
        ("ﬁre oﬃce", "fire office"),
        ("coun\u00adter\u200bstrike \ufeffx\u2060y", "counterstrike xy"),
        ("反撃能力", "反 撃 能 力"),
        ("反撃counter能力", "反 撃 counter 能 力"),
        ("が ｶﾞ か\u3099 ー々〆", "が ガ が ー 々 〆"),
        ("й и\u0306 ά", "й й ά"),
        ("за\u0301мок", "замок"),
        ("神\ufa19⽇𠮷⻑", "神 神 日 𠮷 長"),
        ("葛\U000e0100城", "葛 城"),
        ("반격 능력", "반격 능력"),
        ("A2/AD", "a2 ad"),
        ("😀🤔", ""),
        ("", ""),
    ],
)
def test_folding(text, expected):
    assert fold(text) == expected


@pytest.mark.parametrize("hyphen", ["-", "\u2010", "\u00ad"])
@pytest.mark.parametrize("end", ["\n", "  \n", "\n  "])
def test_a_word_divided_at_a_line_end_is_joined(hyphen, end):
    assert fold(f"Deter{hyphen}{end}rence") == "deterrence"
    assert fold(f"fe\u0301{hyphen}{end}vrier “x”") == "fevrier x"


@pytest.mark.parametrize("text", ["Anglo-\nAmerican", "F-\n35", "well-known", "one -\n two", "a-\n\nb"])
def test_other_hyphens_part_words(text):
    assert len(fold(text).split()) == 2


def test_names_keep_signs_and_diacritics():
    assert fold_name("  A2/AD  ") == "a2/ad"
    assert fold_name("ＦＯＩＰ") == fold_name("foip")
    assert fold_name("Rene") != fold_name("Rene\u0301") == fold_name("René")


@given(texts)
def test_a_folded_text_with_places_is_the_folded_text(text):
    assert folded(text).text == fold(text)


@given(texts)
def test_every_folded_character_comes_from_its_place(text):
    result = folded(text)
    for position, char in enumerate(result.text):
        if char != " ":
            start, end = result.original(position, position + 1)
            assert char in fold(text[start:end])


@given(st.lists(texts, min_size=1).map(" ".join), st.integers(1, 40))
def test_pieces_fold_apart_as_they_do_together(text, size):
    parts = [text[start:end] for start, end in pieces(text, size)]
    assert "".join(parts) == text
    assert " ".join(filter(None, map(fold, parts))) == fold(text)


@given(texts)
def test_canonically_equal_texts_fold_alike(text):
    assert fold(unicodedata.normalize("NFD", text)) == fold(unicodedata.normalize("NFC", text))


def test_a_hit_covers_what_was_printed():
    text = "The Deter-\nrence of ﬁre, cafe\u0301 and 反\n撃."

    def printed(wanted):
        result = folded(text)
        start = result.text.index(wanted)
        return text[slice(*result.original(start, start + len(wanted)))]

    assert printed("deterrence") == "Deter-\nrence"
    assert printed("fir") == "ﬁr"
    assert printed("f") == "f"
    assert printed(" cafe ") == "cafe\u0301"
    assert printed("反 撃") == "反\n撃"


def test_blanks_have_no_place():
    with pytest.raises(ValueError, match="nothing"):
        folded("a b").original(1, 2)


def test_places_hold_far_into_a_long_text():
    text = "Über die Ab-\nschreckung, 日本の安全保障。\n" * 500 + "hier"
    result = folded(text)
    start = result.text.index("hier")
    assert result.original(start, start + 4) == (len(text) - 4, len(text))
