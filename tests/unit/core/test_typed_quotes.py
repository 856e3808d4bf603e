"""What a file says and a reader does not see: the passage typed from a keyboard is found all the same."""

import pytest

from core.folding import fold
from core.passages import find
from core.quotes import as_printed, same_words

TYPED = {
    "ligature": ("ﬁnal oﬃce", "final office"),
    "long s and t": ("beﬅ", "best"),
    "minus": ("−5 − x", "-5 - x"),
    "ellipsis": ("and so… on", "and so... on"),
    "ellipsis typed": ("and so... on", "and so… on"),
    "points apart": ("so . . . on", "so ... on"),
    "quotation marks": ("“a” ‘b’ „c“ «d» ‹e›", '"a" \'b\' "c" "d" \'e\''),
    "quotation marks as TeX writes them": ("``a''", '"a"'),
    "primes": ("6′ 2″", "6' 2\""),
    "acute as apostrophe": ("it´s", "it's"),
    "no-break blank": ("a\u00a0b\u202fc\u2009d", "a b c d"),
    "no-break hyphen": ("well\u2011known", "well-known"),
    "Unicode's hyphen": ("well\u2010known", "well-known"),
    "hyphen typed": ("well-known", "well\u2011known"),
    "soft hyphen": ("coop\u00aderate", "cooperate"),
    "zero-width signs": ("ab\u200bcd\u200def\ufeffgh\u2060ij", "abcdefghij"),
    "full width": ("ＮＡＴＯ　２０２４－５", "NATO 2024-5"),
    "marks of kana": ("か゛き は゜ん", "がき ぱん"),
    "decomposed kana": ("か\u3099き", "がき"),
    "half-width katakana": ("ﾃﾞｰﾀ", "データ"),
    "Kangxi radicals": ("⽇本⼈", "日本人"),
    "other radicals": ("⺠主 ⻑い ⻄", "民主 長い 西"),
    "compatibility ideograph": ("\ufa19社", "神社"),
    "variation selector": ("葛\U000e0100城", "葛城"),
    "square words": ("㈱ ㍿ ①", "(株) 株式会社 1"),
    "wave dashes": ("１〜２ 3～4", "1~2 3〜4"),
    "middle dots": ("ア・イ·ウ･エ", "ア・イ・ウ・エ"),
    "fractions and strokes": ("½ a∕b 3∶4", "1/2 a/b 3:4"),
    "signs of units": ("5 ℃ µm Ω №", "5 °C μm Ω No"),
    "old-style figures": ("in \uf731\uf739\uf734\uf735", "in 1945"),
    "small capitals": ("\uf76e\uf761\uf774\uf76f \uf7e9", "nato é"),
    "letters as apostrophes": ("Hawaiʻi ʿAbd", "Hawai'i 'Abd"),
}


@pytest.mark.parametrize("name", TYPED)
def test_what_is_typed_is_found(name):
    drawn, typed = TYPED[name]
    text = f"Here stands {drawn} and no more."
    assert find(text, f"stands {typed} and") == [(5, 12 + len(drawn) + 4)]


@pytest.mark.parametrize("name", TYPED)
def test_a_search_sees_no_difference(name):
    drawn, typed = TYPED[name]
    assert fold(drawn) == fold(typed)


@pytest.mark.parametrize(
    ("drawn", "printed"),
    [
        ("in \uf731\uf739\uf734\uf735", "in 1945"),
        ("\uf76e\uf761\uf774\uf76f’s", "nato’s"),
        ("199\uf735", "1995"),
        ("\uf735 pictures", "\uf735 pictures"),
        ("か゛は゜", "がぱ"),
        ("｢ﾃﾞｰﾀ｣ ＮＡＴＯ ⼈ “…” ½", "｢ﾃﾞｰﾀ｣ ＮＡＴＯ ⼈ “…” ½"),
    ],
)
def test_the_quote_has_what_is_seen(drawn, printed):
    assert as_printed([drawn]) == printed
    assert same_words([drawn], printed)


def test_different_words_stay_different():
    for drawn, typed in [("日本", "曰本"), ("résumé", "resume"), ("5 × 3", "5 x 3"), ("x²", "x 3"), ("あ゛", "あ")]:
        assert find(f"Here stands {drawn} and.", f"stands {typed} and") == []
