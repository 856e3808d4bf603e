"""Names as references hold them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commonplace.documents.found.name_lists import people
from commonplace.documents.found.names import is_person, reference_name, split_names


@pytest.mark.parametrize(
    ("name", "held"),
    [
        ("Jane Doe", "Doe, Jane"),
        ("Jane Q. Doe", "Doe, Jane Q."),
        ("Dr. Jane Doe, PhD", "Doe, Jane"),
        ("Doe, Jane", "Doe, Jane"),
        ("Ludwig van Beethoven", "van Beethoven, Ludwig"),
        ("Ursula von der Leyen", "von der Leyen, Ursula"),
        ("Martin Luther King Jr.", "King, Jr., Martin Luther"),
        ("Kenji Sakamoto", "Sakamoto, Kenji"),
        ("Sakamoto Kenji", "Sakamoto, Kenji"),
        ("SAKAMOTO Kenji", "Sakamoto, Kenji"),
        ("Kenji SAKAMOTO", "Sakamoto, Kenji"),
        ("KENJI SAKAMOTO", "Sakamoto, Kenji"),
        ("Ōno Shin’ichi", "Ōno, Shin’ichi"),
        ("Kobayashi Yūko", "Kobayashi, Yūko"),
        ("Kim Jong-un", "Kim, Jong-un"),
        ("高橋一郎", "高橋, 一郎"),
        ("森鷗外", "森, 鷗外"),
        ("長谷川 花子", "長谷川, 花子"),
        ("高橋一郎氏", "高橋, 一郎"),
        ("𠮷田太郎", "𠮷田, 太郎"),
        ("アンナ・ケラー", "ケラー, アンナ"),
        ("Ministry of Defense", "{Ministry of Defense}"),
        ("防衛省", "{防衛省}"),
    ],
)
def test_a_name_as_a_reference_holds_it(name, held):
    assert reference_name(name) == held


@pytest.mark.parametrize(
    ("context", "held"),
    [
        ("", "Kelim, Maro"),
        ("As Maro argues, it is so. Maro said it before.", "Maro, Kelim"),
        ("As Kelim argues, it is so.", "Kelim, Maro"),
        ("Dr. Maro was there.", "Maro, Kelim"),
        ("Maro Kelim was there.", "Kelim, Maro"),
    ],
)
def test_how_a_text_uses_the_parts_tells_the_order(context, held):
    assert reference_name("Maro Kelim", context) == held


@pytest.mark.parametrize(
    "name", ["Jane", "National Security", "Senior Fellow", "the Team", "A B", "Jane 2", "防衛省", "青空文庫"]
)
def test_what_is_no_persons_name(name):
    assert not is_person(name)


@pytest.mark.parametrize(
    ("value", "names"),
    [
        ("Jane Doe", ["Jane Doe"]),
        ("Jane Doe, John Roe", ["Jane Doe", "John Roe"]),
        ("Jane Doe and John Roe", ["Jane Doe", "John Roe"]),
        ("Doe, Jane; Roe, John", ["Doe, Jane", "Roe, John"]),
        ("Doe, Jane", ["Doe, Jane"]),
        ("By Jane Doe", ["Jane Doe"]),
        ("Ministry of Defense", ["Ministry of Defense"]),
        ("高橋一郎、森健太", ["高橋一郎", "森健太"]),
        ("admin", []),
        ("", []),
    ],
)
def test_lists_of_names(value, names):
    assert people(value) == names


@given(st.text(max_size=60))
def test_any_text_gives_some_name_or_none(text):
    for name in [*split_names(text), *people(text)]:
        reference_name(name, text)
        is_person(name)


@pytest.mark.parametrize("heading", ["第一章 総則", "第三節 経緯", "第十条 定義"])
def test_a_heading_is_no_person(heading):
    assert not is_person(heading)
