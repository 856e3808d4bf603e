import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from commonplace.citations.bibfile import read_bib
from commonplace.citations.subset import known_entries, subset
from commonplace.citations.tame import tame


@pytest.mark.parametrize(
    "value",
    [
        r"M{\"u}ller \& {\O}rsted {\v S} {\'\i} \textit{a} \emph{b} $\alpha_{1} \rightarrow \mathbb{R}$ 10\% \LaTeX{}",
        "no TeX at all ^ 2",
    ],
)
def test_ordinary_tex_stays(value):
    assert tame(value) == value


@pytest.mark.parametrize(
    ("value", "harmless"),
    [
        (r"\input{/etc/passwd}", r"\textbackslash{}input{/etc/passwd}"),
        (r"\immediate\write18{x}", r"\textbackslash{}immediate\textbackslash{}write18{x}"),
        (r"a^^5cinput", r"a\textasciicircum{}\textasciicircum{}5cinput"),
        (r"\\input", r"\\input"),
        (r"\emphx", r"\textbackslash{}emphx"),
        ("\\1 \\é", "\\textbackslash{}1 \\textbackslash{}é"),
    ],
)
def test_other_commands_are_printed(value, harmless):
    assert tame(value) == harmless


def test_verbatim_fields_cannot_end_being_verbatim():
    assert tame(r"C:\docs\x.pdf", "file") == r"C:\docs\x.pdf"
    assert tame(r"http://x\endverb\input{y}", "url") == r"http://x/endverb\input{y}"


def test_hostile_entries_leave_harmless():
    text = (
        '@preamble{"\\input{a}"}\n@string{m = {\\input{b}}}\n'
        '@misc{k, title = {T \\input{c}}, note = "\\write18{d}" # m, title = {\\input{e}},\n url = {http://x.org/a_b}}\n'
    )
    entries = known_entries(read_bib(text.encode()))
    result = subset(entries, ["k"]).text

    assert not re.search(r"\\(?:input|write)", result)
    assert "http://x.org/a_b" in result
    assert read_bib(result.encode()).entries[0].fields["title"] == r"T \textbackslash{}input{c}"


@example("\\^^5cinput")
@given(st.text(st.sampled_from("\\{}^ainputdefcs@#1 $&%~\n"), max_size=40))
def test_no_command_is_left_but_listed_ones(value):
    harmless = tame(value)
    commands = re.findall(r"\\([A-Za-z]+)", re.sub(r"\\\\", "", harmless))

    assert "^^" not in harmless
    assert all(tame("\\" + name) == "\\" + name for name in commands)
