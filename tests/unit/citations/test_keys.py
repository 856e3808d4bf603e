import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commonplace.citations.keys import TakenKeys, check_key, key_for, make_key, usable_key, valid_key
from commonplace.citations.names import Name
from core.errors import UserError


@pytest.mark.parametrize(
    ("authors", "year", "title", "site", "key"),
    [
        ([Name("Tokuchi", "Hideshi")], "2022", "Japan’s New Strategy", "", "Tokuchi2022Japan"),
        ([Name("Tokuchi", "Hideshi")], "2022-12-16", "The Japan Strategy", "", "Tokuchi2022Japan"),
        ([Name("Ørsted", "Å."), Name("B")], "1999", "On the Łódź Talks", "", "Orsted1999Lodz"),
        ([Name("Weiß")], "", "Über alles", "", "WeissUber"),
        ([Name("Brinch Hansen", "Per")], "1970", "Nucleus", "", "BrinchHansen1970Nucleus"),
        ([Name("O'Neil", "J.")], "1970", "2022 White Paper", "", "ONeil1970White"),
        ([Name("あべ", "しんぞう")], "平成12年", "ガイドライン", "", "Abe2000Gaidorain"),
        ([Name("さとう")], "2001", "日本の防衛", "", "Sato2001"),
        ([Name("高橋", "杉雄")], "2023", "反撃能力", "", "Source2023"),
        ([Name(literal="Council on Foreign Relations")], "2013", "Report", "", "CFR2013Report"),
        ([Name(literal="Japan Center (JCIE)")], "2013", "Report", "", "JCIE2013Report"),
        ([Name(literal="防衛省")], "2013", "Defense of Japan", "", "Defense2013"),
        ([], "2013", "Counterstrike Now", "www.nippon.com", "Nippon2013Counterstrike"),
        ([], "2013", "Counterstrike Now", "The Diplomat", "Diplomat2013Counterstrike"),
        ([], "2013", "Counterstrike Now", "", "Counterstrike2013"),
        ([], "2013", "", "", "Source2013"),
        ([], "", "", "", "Source"),
    ],
)
def test_keys_are_author_year_word(authors, year, title, site, key):
    assert make_key(authors, year, title, set(), site=site) == key


def test_clashes_get_letters():
    taken = TakenKeys(["doe2000japan"])
    made = []
    for _ in range(28):
        made.append(make_key([Name("Doe")], "2000", "Japan", taken))
        taken.add(made[-1])

    assert made[:2] == ["Doe2000Japana", "Doe2000Japanb"]
    assert made[25:] == ["Doe2000Japanz", "Doe2000Japanaa", "Doe2000Japanab"]


def test_a_reading_gives_the_key_that_kanji_cannot():
    assert (
        key_for({"author": "安倍, 晋三", "yomi": "あべ しんぞう", "year": "2013", "title": "演説"}, set()) == "Abe2013"
    )


@given(st.builds(Name, st.text(), st.text(), literal=st.text()), st.text(), st.text(), st.text(), st.sets(st.text()))
def test_whatever_the_words_a_key_can_be_used_and_is_new(author, year, title, site, taken):
    first = make_key([author], year, title, taken, site=site)
    second = make_key([author], year, title, {*taken, first}, site=site)

    assert valid_key(first)
    assert valid_key(second)
    assert first not in taken
    assert first != second
    assert first == make_key([author], year, title, taken, site=site)


def test_which_keys_may_be_given():
    assert valid_key("Doe:2000.a_b+c/d-e")
    assert not any(valid_key(key) for key in ["", "a b", "a\n", "é", "a{", "x" * 101])
    check_key("ok")
    with pytest.raises(UserError) as refused:
        check_key("a b")
    assert refused.value.hint


def test_which_keys_of_others_can_be_cited():
    assert all(usable_key(key) for key in ["山田2010", "doi:10.1000/(x)", "O'Neil"])
    assert not any(usable_key(key) for key in ["", "a b", "a}b", "a\\b", "a%b", "a~b", "a^^5cb", "a,b", "\ud800"])
    assert re.fullmatch(r"\S+", "山田2010")
