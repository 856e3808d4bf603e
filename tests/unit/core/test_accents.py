import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.accents import combined, composed
from core.folding import fold, folded
from core.nearness import nearest
from core.passages import agree, find
from core.quotes import Vocabulary, as_printed, same_words
from core.squeezing import squeeze, squeezed

PRINTED = {
    "K¨onig": "König",
    "na¨ıve": "naïve",
    "¨Uber": "Über",
    "Universit´e": "Université",
    "´Elie": "Élie",
    "´et´e": "été",
    "l’´ecole": "l’école",
    "d´ecembre": "décembre",
    "L´aszl´o": "László",
    "V´ıt": "Vít",
    "Woli´nski": "Woliński",
    "Dvoˇr´ak": "Dvořák",
    "ˇSkoda": "Škoda",
    "˚Angstr¨om": "Ångström",
    "Erd˝os": "Erdős",
    "Fran¸cois": "François",
    "C¸elik": "Çelik",
    "t¸ar˘a": "ţară",
    "wie˛c": "więc",
    "Ciobˆıc˘a": "Ciobîcă",
    "rˆole": "rôle",
    "ˆıle": "île",
    "Jo˜ao": "João",
    "Espa˜na": "España",
    "N´u˜nez": "Núñez",
    "Devan¯agari": "Devanāgari",
    "Zab˙za": "Zabża",
    "tr`es": "très",
    "o`u": "où",
    "citt`a": "città",
    "H`an": "Hàn",
    "Th´ˆe": "Thế",
    "Thˆe´": "Thế",
    "Thê´": "Thế",
    "ﬁanc´e": "ﬁancé",
    "か゛は゜": "がぱ",
    "x̸ = 0": "x ≠ 0",
    "a̸\n∈ B": "a\n∉ B",
}

AS_THEY_ARE = [
    "it´s",
    "IT´S",
    "don´t",
    "o´clock",
    "O´Connor",
    "l´analyse",
    "dell´arte",
    "dell´Unione",
    "c´est",
    "rock´n´roll",
    "EuroTEX´99",
    "´word´",
    "word´ and",
    "¨word¨",
    "`a quote'",
    "``a''",
    "`code`",
    "a `echo` b",
    "echo`echo`",
    r"\catcode`a",
    "x`y",
    "x^2",
    "~user",
    "/˜ana",
    "see˜Appendix",
    "2ˆn",
    "xˆa",
    "xˆy",
    "ˆxi",
    "ˆˆA",
    "˙S",
    "20˚C",
    "˜ = \\tilde",
    "Ö ö e\u0301 ê",
    "=\u0338=",
    "あ゛´い",
]

words = st.text(st.sampled_from("aeounscCLOıê¨´`ˆ˜˘¸˛\u0338= '’\n-\u0301本"), max_size=30)


@pytest.mark.parametrize(("drawn", "printed"), PRINTED.items())
def test_an_accent_goes_with_its_letter(drawn, printed):
    assert composed(drawn) == printed
    assert len(combined(drawn)) == len(drawn)
    assert unicodedata.normalize("NFC", combined(drawn)) == printed


@pytest.mark.parametrize("text", AS_THEY_ARE)
def test_apostrophes_quotation_marks_and_code_stay(text):
    assert composed(text) == combined(text) == text


@given(st.text().filter(lambda text: not set("`´ˆ˜¯ˉ˘˙¨˚˝ˇ¸˛\u0338") & set(text)))
def test_texts_without_drawn_accents_are_untouched(text):
    assert composed(text) is text
    assert combined(text) is text


@given(words)
def test_places_stay_and_nothing_is_left_for_a_second_time(text):
    assert len(combined(text)) == len(text)
    assert combined(combined(text)) == combined(text)


@given(words)
def test_a_quote_says_what_its_letters_and_accents_say(text):
    assert same_words([text], as_printed([text]))


def test_long_runs_of_letters_take_no_time():
    for text in ("´e" * 200_000, "e´" * 200_000, "a" * 400_000 + "´e"):
        assert len(combined(text)) == len(text)


@pytest.mark.parametrize(("drawn", "printed"), PRINTED.items())
def test_what_is_printed_is_found(drawn, printed):
    text = f"Both say: {drawn}, and so on."
    start = text.index(drawn[0])
    assert find(text, unicodedata.normalize("NFKC", printed)) == [(10, 10 + len(drawn))]
    assert find(text, drawn) == [(10, 10 + len(drawn))]
    assert start <= 10
    assert agree(drawn, printed)
    assert fold(drawn) == fold(printed)


def test_a_passage_covers_accent_and_letter():
    text = "Of Erd˝os and K¨onig, ¨Uber alles."
    assert [text[slice(*place)] for place in find(text, "Erdős and König")] == ["Erd˝os and K¨onig"]
    assert [text[slice(*place)] for place in find(text, "Über")] == ["¨Uber"]
    assert find("K¨onig ¨onig", "önig") == [(7, 12)]
    near = nearest(text, "Erdős und König")
    assert near is not None
    assert near.exact == "Erd˝os and K¨onig"


@pytest.mark.parametrize("quote", ["der K¨", "mit Ai\u0338"])
def test_a_quote_may_end_between_an_accent_and_its_letter(quote):
    text = "So der K¨onig mit Ai\u0338 = 0"
    assert [text[slice(*place)] for place in find(text, quote)] == [quote[:-1]]


def test_a_search_hit_covers_accent_and_letter():
    text = "von der K¨onigin und ¨Ubersicht " * 50
    hits = folded(text)
    assert hits.text == fold(text)
    at = hits.text.index("konigin")
    assert text[slice(*hits.original(at, at + 7))] == "K¨onigin"
    at = hits.text.rindex("ubersicht")
    assert text[slice(*hits.original(at, at + 9))] == "¨Ubersicht"


def test_places_of_squeezed_characters_hold():
    text = "Sch¨opf, Erd˝os und Jos´e " * 40
    hay = squeezed(text, False)
    assert hay.text == squeeze(text)
    at = hay.text.rindex("é")
    assert text[slice(*hay.original(at, at + 1))] == "´e"


@pytest.mark.parametrize(
    ("exact", "quote"),
    [
        ("Der K¨onig hat Fran-\n¸cois gew¨ahlt.", "Der König hat François gewählt."),
        ("im M¨ar-\nchen", "im Märchen"),
        ("a na¨ıve ﬁanc´e", "a naïve fiancé"),
        ("if x̸\n= 0", "if x ≠ 0"),
        ("it´s `code`, x^2 and ~user", "it´s `code`, x^2 and ~user"),
    ],
)
def test_a_quote_has_accents_on_their_letters(exact, quote):
    assert as_printed([exact], Vocabulary(lambda: exact)) == quote
    assert same_words([exact], quote)
