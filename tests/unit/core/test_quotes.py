import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.quotes import as_printed, same_words, vocabulary

parts = st.lists(
    st.text(st.sampled_from("abAﬁ é\u0301-‐\u00ad\n\u3000日本か。、“”0𠮷😀각и\u200b葛\U000e0100")), min_size=1
)


@pytest.mark.parametrize(
    ("exact", "quote"),
    [
        ("free  \n  and open", "free and open"),
        ("防衛\n装備。\n　次", "防衛装備。次"),
        ("葛\U000e0100\n城", "葛\U000e0100城"),
        ("日本\nFOIP", "日本 FOIP"),
        ("반격\n능력", "반격 능력"),
        ("one.\n \n  two", "one.\n\ntwo"),
        ("coun\u00ad\nter", "coun\u00adter"),
        ("Anglo-\nAmerican F-\n35", "Anglo-American F-35"),
        ("short-\nand long-term", "short- and long-term"),
        ("two  blanks, a dash -\nhere", "two  blanks, a dash - here"),
        ("ﬁre 𠮷 😀 \ufa19 e\u0301 a\u00adb", "ﬁre 𠮷 😀 \ufa19 e\u0301 a\u00adb"),
    ],
)
def test_lines_are_joined_by_script(exact, quote):
    assert as_printed([exact]) == quote


def test_parts_are_joined_by_an_ellipsis():
    assert as_printed(["one\ntwo", "three"]) == "one two […] three"


def test_the_document_knows_which_hyphens_stay():
    words = vocabulary("Deterrence, a long‐term and state-of-the-art matter; a re-entry, a reentry.")
    assert as_printed(["Deter-\nrence"], words) == "Deterrence"
    assert as_printed(["long-\nterm"], words) == "long-term"
    assert as_printed(["state-of-the-\nart"], words) == "state-of-the-art"
    assert as_printed(["re-\nentry"], words) == "re-entry"


def test_without_evidence_only_latin_halves_are_joined():
    words = vocabulary("")
    assert as_printed(["Abschre‐\nckung fe\u0301-\nvrier"], words) == "Abschreckung fe\u0301vrier"
    assert as_printed(["кон-\nверт"], words) == "кон-верт"
    assert as_printed(["кон-\nверт"], vocabulary("Конверт")) == "конверт"


def test_a_vocabulary_knows_words_in_any_case_and_form():
    words = vocabulary("Oﬃce coun\u00adter, Well-Known; bro-\nken")
    assert all(map(words, ["office", "COUNTER", "well-known", "well\u2010known", "known"]))
    assert not any(map(words, ["broken", "bro-ken", "count"]))


@given(parts)
def test_a_quote_says_what_its_layer_says(exact):
    assert same_words(exact, as_printed(exact))
    assert same_words(exact, as_printed(exact, vocabulary("\n".join(exact))))


def test_other_words_are_noticed():
    assert not same_words(["to resign"], "to re-sign")
    assert not same_words(["one", "two"], "one two")
    assert not same_words(["Deterrence"], "deterrence")
