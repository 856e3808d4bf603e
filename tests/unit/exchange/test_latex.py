import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commonplace.exchange import latex
from commonplace.exchange.bundle import NoteItem, NotesBundle, QuoteItem, Section
from core.errors import NotDoneError

REFERENCE = Path(__file__).resolve().parents[2] / "reference" / "notes.tex"

TEXT_COMMANDS = {r"\textbackslash", r"\textasciicircum", r"\textasciitilde", *(rf"\{char}" for char in "{}$&#_%")}
ARRANGING = {r"\section", r"\subsection", r"\subsubsection", r"\paragraph", r"\subparagraph", r"\begin", r"\end"}
ARRANGING |= {r"\autocite", r"\pno", r"\ppno", r"\maketitle", r"\printbibliography"}

HOSTILE = [
    r"\input{/etc/passwd}",
    r"\write18{touch x}",
    "^^5cinput{x}",
    "%\n\\end{document}",
    "}\\end{quote}{",
    "$\\write18{x}$ & # _ ~",
    "\\\n\\begin{verbatim}",
    "[x] \x1b \x85 \x7f",
]


def one(text):
    items = (QuoteItem("00", text, "Abe2016", None, (NoteItem(text, text),)), QuoteItem("01", "", "b", None, area=text))
    return NotesBundle(text, (Section(text, 1, text, items),), "notes.bib")


def body(text):
    return text[text.index(r"\begin{document}") :]


def commands(text):
    return set(re.findall(r"\\(?:[A-Za-z@]+|.|$)", text, re.DOTALL))


def depth(text):
    level = 0
    for brace in re.findall(r"(?<!\\)[{}]", text.replace(r"\\", "")):
        level += 1 if brace == "{" else -1
        assert level >= 0
    return level


def test_notes_are_as_the_reference_file_shows(bundle):
    assert latex.render(bundle).encode() == REFERENCE.read_bytes()


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_brings_no_control_sequence(text):
    rendered = latex.render(one(text))

    assert commands(body(rendered)) <= TEXT_COMMANDS | ARRANGING
    assert body(rendered).count(r"\end{") == 2
    assert "^^" not in rendered
    assert depth(rendered) == 0


@given(st.text(st.sampled_from("\\{}$&#_%^~[]\n ab") | st.characters(exclude_categories=["Cs"])))
def test_no_text_brings_a_control_sequence(text):
    rendered = latex.render(one(text))
    assert commands(body(rendered)) <= TEXT_COMMANDS | ARRANGING
    assert depth(rendered) == 0


def test_pandoc_reads_the_quotes_and_their_citations(bundle, pandoc):
    blocks = pandoc(body(latex.render(bundle)), "latex-smart")["blocks"]

    quotes = [block["c"] for block in blocks if block["t"] == "BlockQuote"]
    printed = [item.quote for section in bundle.sections for item in section.quotes if item.quote]
    assert len(quotes) == len(printed)
    for text, paragraphs in zip(printed, quotes, strict=True):
        inlines = [part for para in paragraphs for part in [*para["c"], {}]]
        words = "".join(part["c"] if part.get("t") == "Str" else " " for part in inlines if part.get("t") != "Cite")
        assert words.split() == text.split()
        assert inlines[-2]["t"] == "Cite"
    assert [block["c"][0] for block in blocks if block["t"] == "Header"] == [1, 1, 2, 3, 1]


def test_odd_characters_stand_in_the_output_as_they_are():
    text = "𠮷 👩\u200d👧 e\u0301 \ufa19 o\ufb03ce co\u00adop no\u00a0break שלום"
    assert f"\\begin{{quote}}\n{text}\n\\autocite{{Abe2016}}\n" in latex.render(one(text))


def test_a_font_for_east_asian_text_is_asked_for_only_where_there_is_some():
    assert "CJK" not in latex.render(one("é — “x” שלום"))
    assert "CJK" in latex.render(one("自由"))
    assert "CJK" in latex.render(one("\U00020bb7"))


def test_levels_below_the_fifth_are_shown_as_the_fifth():
    bundle = NotesBundle("t", tuple(Section("a", level) for level in (4, 5, 6, 40)), "notes.bib")
    assert re.findall(r"\\(\w+)\{a\}", latex.render(bundle)) == ["paragraph", *["subparagraph"] * 3]


@pytest.mark.parametrize("name", ["100%.bib", "a}b.bib", "~/x.bib", "a#b.bib", "a\\b.bib"])
def test_a_bibliography_that_latex_cannot_name_is_refused(bundle, name):
    with pytest.raises(NotDoneError, match="LaTeX cannot read"):
        latex.render(replace(bundle, bib_name=name))
