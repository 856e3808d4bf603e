"""Printed page labels by a PDF's rules."""

import pymupdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from commonplace.documents.fixed.labels import LabelRule, labels


def test_without_rules_pages_have_no_labels():
    assert labels([], 3) == ["", "", ""]


def test_roman_then_arabic():
    assert labels([LabelRule(0, "r"), LabelRule(3, "D")], 5) == ["i", "ii", "iii", "1", "2"]


def test_a_prefix_and_a_first_number():
    assert labels([LabelRule(0, "D", "A-", 8)], 2) == ["A-8", "A-9"]


def test_letters_double_after_z():
    found = labels([LabelRule(0, "A")], 54)
    assert (found[0], found[25], found[26], found[27], found[52]) == ("A", "Z", "AA", "BB", "AAA")


def test_no_style_leaves_the_prefix():
    assert labels([LabelRule(0, "", "Cover"), LabelRule(1, "D")], 2) == ["Cover", "1"]


def test_pages_before_the_first_rule_have_no_labels():
    assert labels([LabelRule(2, "r")], 4) == ["", "", "i", "ii"]


def test_numbers_beyond_reason_do_not_run_away():
    assert labels([LabelRule(0, "R", "", 2**31), LabelRule(1, "a", "", 2**31)], 2) == [str(2**31), str(2**31)]


rules = st.lists(
    st.builds(
        LabelRule,
        st.integers(1, 40),
        st.sampled_from(["D", "R", "r"]),
        st.text(alphabet="abc- ", max_size=3),
        st.integers(1, 400),
    ),
    max_size=4,
    unique_by=lambda rule: rule.start,
)


@given(rules)
def test_they_are_what_pymupdf_says(others):
    others = [LabelRule(0, "D", "p", 1), *others]
    with pymupdf.open() as document:
        for _ in range(12):
            document.new_page()
        document.set_page_labels(
            [
                {"startpage": r.start, "style": r.style, "prefix": r.prefix, "firstpagenum": r.first}
                for r in sorted(others, key=lambda rule: rule.start)
            ]
        )
        assert labels(others, 12) == [page.get_label() for page in document]


@pytest.mark.parametrize("number", [1, 4, 9, 14, 40, 90, 400, 999, 1994])
def test_roman_numerals(number):
    assert labels([LabelRule(0, "R", "", number)], 1)[0] == pymupdf.utils.integerToRoman(number)
