import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commonplace.citations.bibfile import read_bib
from commonplace.citations.latex import escape_latex, is_balanced, plain, to_bibtex, to_sound_tex
from commonplace.citations.rendering import render_entry


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("Plain text, 日本", "Plain text, 日本"),
        ("The {Two {Seas}}", "The Two Seas"),
        ("pp. 10--20 --- and ``so''", "pp. 10–20 — and “so”"),
        ("Donald~E. Knuth", "Donald E. Knuth"),
        (r"M{\"u}ller \& S{\o}n, {\'E}cole", "Müller & Søn, École"),
        (r"100\% of 5 \$ in a\_b \#1", "100% of 5 $ in a_b #1"),
        ("50% off & more #1 a_b", "50% off & more #1 a_b"),
        (r"{\'e} 50% off & more", "é 50% off & more"),
        (r"\emph{A} in \LaTeX{} {\textbraceleft}x{\textbraceright}", "A in LaTeX {x}"),
        ("costs $5 and $10", "costs $5 and $10"),
        ("one\n   two", "one two"),
        (r"\unknown{abc} \input{x}", "abc"),
        ("{unbalanced", "unbalanced"),
        ("{" * 3000 + r"\x", r"\x"),
    ],
)
def test_raw_values_are_shown_as_text(raw, text):
    assert plain(raw) == text


def test_verbatim_fields_are_shown_as_they_are():
    assert plain("https://x.org/~a--b_{c}", "url") == "https://x.org/~a--b_{c}"


@pytest.mark.parametrize(
    ("text", "raw"),
    [
        ("R&D at 50% #1 a_b $5", r"R\&D at 50\% \#1 a\_b \$5"),
        (r"already \& \% escaped", r"already \& \% escaped"),
        ("the $x_1$ and $5 or $10", r"the $x_1$ and \$5 or \$10"),
        ("The {FOIP} idea", "The {FOIP} idea"),
        ("a } b { c", r"a {\textbraceright} b {\textbraceleft} c"),
        ("ends in \\", r"ends in \textbackslash"),
        ("𠮷野家 é e\u0301 so\u00adft", "𠮷野家 é e\u0301 so\u00adft"),
    ],
)
def test_typed_text_is_escaped_as_little_as_possible(text, raw):
    assert to_bibtex(text) == raw


def test_verbatim_fields_are_not_escaped():
    assert to_bibtex("https://x.org/a_b?c=1&d=%20#x", "url") == "https://x.org/a_b?c=1&d=%20#x"


@pytest.mark.parametrize(
    ("typed", "raw"),
    [
        ("R&D in {NATO}: 5% of #1", r"R\&D in {NATO}: 5\% of \#1"),
        (r"\emph{A \& B} and 5\% {\\& C}", r"\emph{A \& B} and 5\% {\\\& C}"),
        (r"see \url{https://x.org/a_b%20c?d=1&e#f} & more", r"see \url{https://x.org/a_b%20c?d=1&e#f} \& more"),
        (r"$a_1 & b$ & {c}_d", r"$a_1 & b$ \& {c}_d"),
        (r"{\LaTeX} $ x_1 $ ~ ^", r"{\LaTeX} $ x_1 $ ~ ^"),
        (r"{A_b} costs $5, or \$6", r"{A\_b} costs \$5, or \$6"),
    ],
)
def test_typed_tex_is_left_but_for_signs_that_print_nothing_bare(typed, raw):
    assert to_sound_tex(typed) == raw
    assert to_sound_tex(raw) == raw
    assert to_sound_tex(typed, "url") == typed


@given(st.text(st.characters(exclude_characters="\\{}~$`'-\r\n\t\0", exclude_categories=["Cs", "Z"])))
def test_typed_text_is_shown_as_it_was_typed(text):
    assert plain(to_bibtex(text)) == text


@given(st.text(st.sampled_from('ab{}\\%$&"@,=\n')))
def test_typed_text_never_breaks_out_of_its_field(text):
    raw = to_bibtex(text)

    assert is_balanced(raw)
    file = read_bib((render_entry("misc", "k", {"title": raw}) + "\n@misc{l, title={L}}").encode())
    assert [(entry.key, dict(entry.fields)) for entry in file.entries] == [("k", {"title": raw}), ("l", {"title": "L"})]


ALLOWED = re.compile(r"\\(?:textbackslash|textasciicircum|textasciitilde)\{\}|\\[{}$&#_%]")


@given(st.one_of(st.text(), st.text(st.sampled_from("\\{}$&#^_~%\x00\x1b\x7f\x85aM\n"))))
def test_no_control_sequence_comes_out_but_those_of_the_list(text):
    rest = ALLOWED.sub("", escape_latex(text))

    assert not set(rest) & set("\\{}$&#^_~%")


@given(st.text())
def test_the_very_characters_come_out(text):
    names = {"textbackslash{}": "\\", "textasciicircum{}": "^", "textasciitilde{}": "~"}
    back = ALLOWED.sub(lambda m: names.get(m[0][1:], m[0][1:]), escape_latex(text))

    assert back == re.sub("[\x00-\x08\x0b-\x1f\x7f-\x9f]", "", text)
