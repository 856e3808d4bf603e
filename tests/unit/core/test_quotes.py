import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.quotes import Vocabulary, as_printed, same_words

parts = st.lists(
    st.text(
        st.sampled_from("abAﬁﬅ é\u0301-‐–/\u00ad\n\u3000日本か。、“”0𠮷😀각и\u200b葛\U000e0100กข\ufefb\ufc5e\ufb21ﬓ")
    ),
    min_size=1,
)


def vocabulary(text):
    return Vocabulary(lambda: text)


@pytest.mark.parametrize(
    ("exact", "quote"),
    [
        ("free  \n  and open", "free and open"),
        ("防衛\n装備。\n　次", "防衛装備。次"),
        ("葛\U000e0100\n城", "葛\U000e0100城"),
        ("日本\nFOIP", "日本 FOIP"),
        ("日本、\nFOIP（\nA2）", "日本、FOIP（A2）"),
        ("“中国”\n“威胁”", "“中国”“威胁”"),
        ("said “so”\n“no”", "said “so” “no”"),
        ("반격\n능력 「헌법」\n제1조", "반격 능력 「헌법」 제1조"),
        ("ความ\nมั่นคง \nของ", "ความมั่นคง ของ"),
        ("one.\n \n  two", "one.\n\ntwo"),
        ("Anglo-\nAmerican F-\n35", "Anglo-American F-35"),
        ("short-\nand long-term", "short- and long-term"),
        ("two  blanks, a dash -\nhere", "two  blanks, a dash - here"),
        ("1990–\n1995, so—\nor so\n—perhaps, A2/\nAD", "1990–1995, so—or so—perhaps, A2/AD"),
        ("a pause –\nlonger,\n– and on", "a pause – longer, – and on"),
    ],
)
def test_lines_are_joined_by_script(exact, quote):
    assert as_printed([exact]) == quote


@pytest.mark.parametrize(
    ("exact", "quote"),
    [
        ("תתקבל בשנת 2025\n, ולא לפני כן", "תתקבל בשנת 2025, ולא לפני כן"),
        ("سيتخذ في عام 2025\n، وليس قبل ذلك", "سيتخذ في عام 2025، وليس قبل ذلك"),
        ("as was said\n.", "as was said."),
        ("and so on\n. . . to the end", "and so on . . . to the end"),
        ("it runs on\n.NET alone", "it runs on .NET alone"),
        ("mot\n: suite", "mot : suite"),
    ],
)
def test_what_no_line_begins_with_follows_its_word(exact, quote):
    assert as_printed([exact]) == quote


@pytest.mark.parametrize(
    ("exact", "quote"),
    [
        ("T\nhe government of the region", "The government of the region"),
        ("T\nHE GOVERNMENT of the region", "THE GOVERNMENT of the region"),
        ("A\nmajor part of it", "A major part of it"),
        ("T\n\nhe other part", "T\n\nhe other part"),
        ("Plan\nB\nwas chosen", "Plan B was chosen"),
        ("J\nSMITH", "J SMITH"),
    ],
)
def test_a_high_initial_is_part_of_its_word(exact, quote):
    assert as_printed([exact], vocabulary("the government")) == quote


def test_figures_and_letters_stand_to_cjk_characters_as_elsewhere_in_the_passage():
    assert as_printed(["2022\n年と2023年のFOIP\nは"]) == "2022年と2023年のFOIPは"
    assert as_printed(["2022\n年と 2023 年の FOIP\nは"]) == "2022 年と 2023 年の FOIP は"


@pytest.mark.parametrize(
    ("exact", "quote"),
    [
        ("coun\u00ad\nter a\u00adb\u00ad \n c", "counter abc"),
        ("ﬁre eﬀort oﬃce baﬄe ﬂow ﬆep", "fire effort office baffle flow step"),
        ("Waﬅer", "Waſter"),
        ("մﬔ", "մմե"),
        ("\ufefb\ufe91 \ufb4f \ufb28", "لاب אל ת"),
        (
            "㈱①½ＦＯＩＰ𠮷😀神\ufa19 e\u0301 ĳ ſ ﷺ \ufc5e \ufb2a",
            "㈱①½ＦＯＩＰ𠮷😀神\ufa19 e\u0301 ĳ ſ ﷺ \ufc5e \ufb2a",
        ),
    ],
)
def test_ligatures_are_opened_and_soft_hyphens_go_and_nothing_else_changes(exact, quote):
    assert as_printed([exact]) == quote


def test_parts_are_joined_by_an_ellipsis():
    assert as_printed(["one\ntwo", "three"]) == "one two […] three"


def test_the_document_knows_which_hyphens_stay():
    words = vocabulary("Deterrence, a long‐term and state-of-the-art matter; a re-entry, a reentry.")
    assert as_printed(["Deter-\nrence"], words) == "Deterrence"
    assert as_printed(["long-\nterm"], words) == "long-term"
    assert as_printed(["state-of-the-\nart"], words) == "state-of-the-art"
    assert as_printed(["re-\nentry"], words) == "re-entry"


def test_a_hyphen_stays_between_two_words_of_the_document():
    words = vocabulary("The user specified it; Waffen, ein System; he may be; it comes.")
    assert as_printed(["user-\nspecified"], words) == "user-specified"
    assert as_printed(["Waffen-\nsystem"], words) == "Waffensystem"
    assert as_printed(["be-\ncomes"], words) == "becomes"
    assert as_printed(["low-\nlevel, low-\nering"], vocabulary("one level")) == "low-level, lowering"


@pytest.mark.parametrize(
    ("exact", "quote"),
    [
        ("the right of self-\ndefence", "the right of self-defence"),
        ("a well-\nknown, self-\nish man's well-\nness", "a well-known, selfish man's wellness"),
        ("a long-\nterm plan, a high-\nlevel one", "a long-term plan, a high-level one"),
        ("short-\nages on the high-\nway, long-\ner and low-\nered", "shortages on the highway, longer and lowered"),
        ("a state-\nof-the-art, up-to-\ndate one", "a state-of-the-art, up-to-date one"),
        ("of-\nfice and long-stand-\ning", "office and long-standing"),
        ("the U.S.-\nJapan alliance", "the U.S.-Japan alliance"),
        ("one -\ntwo", "one - two"),
    ],
)
def test_some_words_tell_their_hyphens_without_evidence(exact, quote):
    assert as_printed([exact]) == quote


def test_without_evidence_only_latin_halves_are_joined():
    words = vocabulary("")
    assert as_printed(["Abschre‐\nckung fe\u0301-\nvrier"], words) == "Abschreckung fe\u0301vrier"
    assert as_printed(["кон-\nверт"], words) == "кон-верт"
    assert as_printed(["кон-\nверт"], vocabulary("Конверт")) == "конверт"
    assert as_printed(["DETER-\nRENCE"], words) == "DETER-RENCE"
    assert as_printed(["DETER-\nRENCE"], vocabulary("deterrence")) == "DETERRENCE"


def test_a_vocabulary_knows_words_in_any_case_and_form():
    words = vocabulary("Oﬃce coun\u00adter, Well-Known; bro-\nken, hy\u00ad\nphen")
    assert all(map(words.knows, ["office", "COUNTER", "well-known", "well\u2010known", "known"]))
    assert not any(map(words.knows, ["broken", "bro-ken", "bro", "ken", "count", "hy", "phen"]))


def test_a_vocabulary_is_gathered_once_and_when_it_is_needed():
    asked = []
    words = Vocabulary(lambda: asked.append("") or "Deterrence")
    assert as_printed(["one\ntwo"], words) == "one two"
    assert asked == []
    assert as_printed(["Deter-\nrence", "deter-\nrence"], words) == "Deterrence […] deterrence"
    assert asked == [""]


@given(parts)
def test_a_quote_says_what_its_layer_says(exact):
    assert same_words(exact, as_printed(exact))
    assert same_words(exact, as_printed(exact, vocabulary("\n".join(exact))))


@given(parts)
def test_what_is_printed_is_printed_as_itself(exact):
    words = vocabulary("\n".join(exact))
    for part in exact:
        quote = as_printed([part], words)
        assert as_printed([quote], words) == quote == as_printed([quote])


def test_other_words_are_noticed():
    assert not same_words(["to resign"], "to re-sign")
    assert not same_words(["one", "two"], "one two")
    assert not same_words(["Deterrence"], "deterrence")


@pytest.mark.parametrize(("lines", "printed"), [("by e-\nmail", "by e-mail"), ("an x-\nray", "an x-ray")])
def test_one_letter_before_a_lines_end_keeps_its_hyphen(lines, printed):
    assert as_printed([lines], None) == printed
