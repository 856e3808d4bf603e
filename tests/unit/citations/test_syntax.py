import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commonplace.citations.locators import KINDS, locator, text
from commonplace.citations.syntax import biblatex, pandoc
from core.errors import NotDoneError

PARA = locator("paragraph", "3")


@pytest.mark.parametrize(
    ("place", "shown"),
    [
        (("page", "62"), "p. 62"),
        (("page", "12", "13"), "pp. 12–13"),
        (("page", "12", "12"), "p. 12"),
        (("page", "xv", "xvii"), "pp. xv–xvii"),
        (("page", "", "13"), "p. 13"),
        (("page", " A\n3 "), "p. A 3"),
        (("page", ""), ""),
        (("paragraph", "4"), "para. 4"),
        (("paragraph", "4", "6"), "paras. 4–6"),
        (("section", "3.2"), "sec. 3.2"),
        (("section", "2.1", "2.2"), "secs. 2.1–2.2"),
        (("section", "2.1", "", locator("paragraph", "3")), "sec. 2.1, para. 3"),
        (("article", "9", "", locator("paragraph", "1", "2")), "art. 9, paras. 1–2"),
        (("article", "IX", "X"), "arts. IX–X"),
        (("chapter", "2", "", locator("paragraph", "3")), "chap. 2, para. 3"),
    ],
)
def test_locators_read_as_they_are_cited(place, shown):
    assert text(locator(*place)) == shown


@pytest.mark.parametrize(
    ("key", "place", "markdown", "latex"),
    [
        ("doe99", (), "[@doe99]", r"\autocite{doe99}"),
        ("doe99", ("page", "62"), "[@doe99, p. 62]", r"\autocite[62]{doe99}"),
        ("doe99", ("page", "12", "13"), "[@doe99, pp. 12–13]", r"\autocite[12--13]{doe99}"),
        ("doe99", ("page", "xv"), "[@doe99, p. xv]", r"\autocite[xv]{doe99}"),
        ("doe99", ("page", "A-3"), r"[@doe99, {p. A\-3}]", r"\autocite[\pno~A-3]{doe99}"),
        ("doe99", ("page", "A", "B"), "[@doe99, {pp. A–B}]", r"\autocite[\ppno~A--B]{doe99}"),
        ("doe99", ("page", "[5]"), r"[@doe99, {p. \[5\]}]", r"\autocite[{\pno~[5]}]{doe99}"),
        ("doe99", ("page", "a]b"), r"[@doe99, p. a\]b]", r"\autocite[{\pno~a]b}]{doe99}"),
        ("doe99", ("page", "3_%"), r"[@doe99, {p. 3\_\%}]", r"\autocite[\pno~3\_\%]{doe99}"),
        ("doe99", ("paragraph", "4", "6"), "[@doe99, paras. 4–6]", r"\autocite[paras.~4--6]{doe99}"),
        ("doe99", ("section", "§ 5"), "[@doe99, {sec. § 5}]", r"\autocite[sec.~§ 5]{doe99}"),
        ("doe99", ("section", "2.1", "", PARA), "[@doe99, sec. 2.1, para. 3]", r"\autocite[sec.~2.1, para.~3]{doe99}"),
        ("doe99", ("section", "序", "", PARA), "[@doe99, {sec. 序}, para. 3]", r"\autocite[sec.~序, para.~3]{doe99}"),
        ("doe99", ("article", "9"), "[@doe99, art. 9]", r"\autocite[art.~9]{doe99}"),
        (
            "doe99",
            ("article", "12-2", "", PARA),
            r"[@doe99, art. 12\-2, para. 3]",
            r"\autocite[art.~12-2, para.~3]{doe99}",
        ),
        ("https://x.org/a?b", ("page", "3"), "[@{https://x.org/a?b}, p. 3]", r"\autocite[3]{https://x.org/a?b}"),
        ("a--b", (), "[@{a--b}]", r"\autocite{a--b}"),
        ("山田2010", (), "[@山田2010]", r"\autocite{山田2010}"),
    ],
)
def test_citations(key, place, markdown, latex):
    where = locator(*place) if place else None

    assert pandoc(key, where) == markdown
    assert biblatex(key, where) == latex


@pytest.mark.parametrize("key", ["", "a b", "a}\\input{x", "a^^5cinput", "a%b"])
def test_a_key_that_would_break_out_is_refused(key):
    for cite in (pandoc, biblatex):
        with pytest.raises(NotDoneError):
            cite(key)


LABELS = st.text(st.sampled_from("12xvABc-–[]{}()*_`<>$^~\\@;:,.%#&§ 表'\"!|+="), min_size=1, max_size=6)


@given(st.sampled_from(KINDS), LABELS, st.one_of(st.just(""), LABELS))
def test_no_label_brings_a_control_sequence_or_ends_the_argument(kind, first, last):
    cited = biblatex("doe99", locator(kind, first, last))
    note = re.fullmatch(r"\\autocite(?:\[(.*)\])?\{doe99\}", cited)[1] or ""
    rest = re.sub(r"\\(?:text(?:backslash|asciicircum|asciitilde)\{\}|p?pno~|[{}$&#_%])", "", note)

    assert "\\" not in rest
    assert "]" not in note or note.startswith("{")


BIB = """@book{doe99, author={Doe, J.}, title={T}, year=1999}
@book{https://x.org/a?b, author={Doe, J.}, title={T}, year=1999}
@book{a--b, author={Doe, J.}, title={T}, year=1999}
@book{山田2010, author={Doe, J.}, title={T}, year=1999}
"""


@pytest.mark.parametrize("key", ["doe99", "https://x.org/a?b", "a--b", "山田2010"])
def test_pandoc_finds_the_key(pandoc_, key):
    shown, warnings = pandoc_(f"Text {pandoc(key, locator('page', '62'))}.", BIB)

    assert warnings == ""
    assert shown.startswith("Text (Doe 1999, 62).")


@pytest.mark.parametrize(
    ("place", "shown"),
    [
        (("page", "xv", "xvii"), "xv–xvii"),
        (("page", "B12"), "B12"),
        (("page", "3; 4"), "3; 4"),
        (("page", "[5]"), "[5]"),
        (("page", "a@b"), "a@b"),
        (("page", "*1*"), "*1*"),
        (("page", "表紙"), "表紙"),
        (("page", "{x}"), "{x}"),
        (("paragraph", "4", "6"), "paras. 4–6"),
        (("section", "Two: the end"), "Two: the end"),
        (("section", "2.1", "2.2"), "2.1–2.2"),
        (("section", "2.1", "", PARA), "sec. 2.1, para. 3"),
        (("chapter", "2", "", PARA), "chap. 2, para. 3"),
        (("article", "9"), "art. 9"),
        (("article", "IX", "X"), "arts. IX–X"),
        (("article", "12-2", "", PARA), "art. 12-2, para. 3"),
    ],
)
def test_pandoc_takes_the_label_for_a_locator(pandoc_, place, shown):
    said, warnings = pandoc_(f"Text {pandoc('doe99', locator(*place))}.", BIB)

    assert warnings == ""
    # A page that is recognised stands without "p.", which the style leaves out.
    assert said.split("\n")[0].removeprefix("Text (Doe 1999, ").removesuffix(").").replace("secs. ", "") == shown


def test_even_a_label_with_a_lone_bracket_does_not_lose_the_citation(pandoc_):
    said, warnings = pandoc_(f"Text {pandoc('doe99', locator('page', 'a]b'))}.", BIB)

    assert warnings == ""
    assert said.startswith("Text (Doe 1999, p.\u00a0a]b).")


@pytest.fixture(name="pandoc_")
def pandoc_program(pandoc):
    return pandoc
