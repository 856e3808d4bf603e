import random
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.accents import combined
from core.folding import clusters
from core.nearness import nearest
from core.passages import agree, find
from core.squeezing import squeeze
from core.surroundings import context

HARD = "aAbeﬁ ﬀ\n-‐\u00ad\u200b\u3000が゙ｶﾞカ日本神\ufa19⽇é\u0301“’—…ßİ𠮷😀각ᄀ\u1161ㄱㅏ゛½＊ａ－"
texts = st.text(st.one_of(st.sampled_from(HARD), st.characters(exclude_categories=["Cs"])), max_size=40)


def found(text, quote):
    return [text[start:end] for start, end in find(text, quote)]


@pytest.mark.parametrize(
    ("text", "quote", "passage"),
    [
        ("a Deter-\nrence b", "Deterrence", "Deter-\nrence"),
        ("a Deter-\nrence b", "Deter-rence", "Deter-\nrence"),
        ("a Deter\u00ad \nrence b", "Deterrence", "Deter\u00ad \nrence"),
        ("so Deterrence is", "Deter-\nrence", "Deterrence"),
        ("free \n and   open", "free and open", "free \n and   open"),
        ("the oﬃce staﬀ", "office staff", "oﬃce staﬀ"),
        ("the oﬃce", "off", "oﬃ"),
        ("coun\u00adter\u200bstrike", "counterstrike", "coun\u00adter\u200bstrike"),
        ("ＦＯＩＰ（自由）", "FOIP(自由)", "ＦＯＩＰ（自由）"),
        ("第⼀章 ⺠主", "第一章民主", "第⼀章 ⺠主"),
        ("防衛\n　省は", "防衛省", "防衛\n　省"),
        ("a cafe\u0301.", "café", "cafe\u0301"),
        ("a café.", "cafe\u0301", "café"),
        ("神\ufa19社", "神神社", "神\ufa19社"),
        ("葛\U000e0100、", "葛", "葛\U000e0100"),
        ("𠮷野家 😀 x", "野家😀", "野家 😀"),
        ("long-\nterm and Deter-\nrence", "long-term and Deterrence", "long-\nterm and Deter-\nrence"),
        ("He said “no” — it’s over…", 'he said "no" - it\'s OVER...', "He said “no” — it’s over…"),
        ("a rule -based b", "-based", "-based"),
        ("a\n-\n-\n0.93x b", "- - 0.93x", "-\n-\n0.93x"),
        ("x השלום עליכם y", "השלום  עליכם", "השלום עליכם"),
    ],
)
def test_a_passage_is_found_however_it_was_read(text, quote, passage):
    assert found(text, quote) == [passage]


def test_a_hyphen_inside_a_line_tells_words_apart():
    assert found("to resign", "re-sign") == []
    assert found("to re-sign", "resign") == []


def test_case_counts_where_it_can():
    assert found("The the", "the") == ["the"]
    assert found("The THE", "the") == ["The", "THE"]


def test_whole_words_come_before_parts_of_words():
    assert find("part art party", "art") == [(5, 8)]
    assert find("part party", "art") == [(1, 4), (6, 9)]
    assert found("now here, nowhere", "nowhere") == ["nowhere"]
    assert found("nowhere, now\nhere", "now here") == ["now\nhere"]
    assert found("日本国と日本", "日本") == ["日本", "日本"]


def test_places_are_in_reading_order_and_apart():
    assert find("aa bb\naa\nbb aa  bb", "aa bb") == [(0, 5), (6, 11), (12, 18)]
    assert find("anana", "ana") == [(0, 3)]


@pytest.mark.parametrize("quote", ["", "  \n", "absent"])
def test_nothing_is_found_for_nothing(quote):
    assert find("some text", quote) == []
    assert find("", "text") == []


def test_signs_alone_are_found_as_they_are():
    assert find("a - b -- c", "--") == [(6, 8)]


@given(texts)
def test_squeezing_characters_apart_is_squeezing_them_together(text):
    text = combined(text)
    assert "".join(squeeze(text[start:end]) for start, end in clusters(text)) == squeeze(text)
    assert "".join(text[start:end] for start, end in clusters(text)) == text


@given(
    before=texts, words=st.lists(st.sampled_from(["Deterrence", "ﬁre", "日本", "café", "x—y"]), min_size=1), after=texts
)
def test_what_stands_in_a_text_is_found_where_it_stands(before, words, after):
    quote = " ".join(words)
    text = f"{before} . {quote} . {after}"
    place = (len(before) + 3, len(before) + 3 + len(quote))
    assert place in find(text, quote)


@given(texts, texts)
def test_what_is_found_says_the_same(text, quote):
    places = find(text, quote)
    assert all(one[1] <= other[0] for one, other in pairwise(places))
    for start, end in places:
        assert 0 <= start < end <= len(text)
        assert not text[start].isspace()
        assert not text[end - 1].isspace()


def test_places_hold_in_a_long_text():
    text = "Über die “Abschreckung”\nund 日本（の）安全。 " * 2000 + "The ﬁnal Deter-\nrence"
    assert found(text, "The final Deterrence") == ["The ﬁnal Deter-\nrence"]
    assert len(find(text, "“Abschreckung” und")) == 2000


def test_the_nearest_passage_goes_from_word_to_word():
    near = nearest("The quick brown fox jumps over the lazy dog, and runs.", "quick brwn fox jumped over")
    assert near is not None
    assert near.exact == "quick brown fox jumps over"
    assert near.range == (4, 30)
    assert 80 <= near.score < 100


def test_the_nearest_passage_of_a_long_quote_with_words_left_out():
    rng = random.Random(1)
    words = ["".join(rng.choices("abcdefghij", k=rng.randint(2, 9))) for _ in range(4000)]
    passage = words[2000:2150]
    near = nearest(" ".join(words), " ".join(passage[:70] + passage[78:]))
    assert near is not None
    assert near.exact == " ".join(passage)


@pytest.mark.parametrize(
    ("text", "quote"), [("", "a"), ("a", ""), ("entirely other words", "日本国憲法"), ("x", "- -")]
)
def test_nothing_is_near(text, quote):
    assert nearest(text, quote) is None


@given(texts, texts)
def test_the_nearest_passage_lies_in_the_text(text, quote):
    near = nearest(text, quote)
    if near is not None:
        assert near.exact == text[slice(*near.range)] != ""
        assert 60 <= near.score <= 100


def test_context_is_as_wide_as_there_is_text():
    assert context("abcdefghij", 4, 6, 3) == ("bcd", "ghi")
    assert context("abc", 1, 2) == ("a", "c")
    prefix, suffix = context("x" * 100, 50, 51)
    assert (len(prefix), len(suffix)) == (32, 32)


@pytest.mark.parametrize("drawn", ["e\u0301", "葛\U000e0100", "👩\u200d👧", "👍🏽", "🇯🇵", "ᄀ\u1161"])
def test_context_cuts_no_character(drawn):
    text = drawn * 20
    middle = len(drawn) * 10
    prefix, suffix = context(text, middle, middle, len(drawn) * 2 - 1)
    assert (prefix, suffix) == (drawn * 2, drawn * 2)


def test_agreement_overlooks_only_layout():
    assert agree("Deter-\nrence of  ﬁre", "Deterrence of fire")
    assert not agree("Deterrence", "deterrence")
    assert not agree("re-sign", "resign")
