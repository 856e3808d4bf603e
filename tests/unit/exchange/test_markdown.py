import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from commonplace.exchange import markdown
from commonplace.exchange.bundle import NoteItem, NotesBundle, QuoteItem, Section
from commonplace.exchange.writing import ANGLED, Output

REFERENCE = Path(__file__).resolve().parents[2] / "reference" / "notes.md"

BIB = """@misc{Abe2016, author = {Abe, Shinzo}, title = {Address}, date = {2016}}
@book{高橋2022, author = {高橋, 杉雄}, title = {現代戦略論}, date = {2022}}
"""


def one(quote="", **fields):
    return NotesBundle("t", (Section("FOIP", 1, "", (QuoteItem("00", quote, "a", None, **fields),)),), "notes.bib")


def quoted(blocks):
    """The words of the block quotes, by pandoc's reading."""
    for block in blocks:
        if block["t"] == "BlockQuote":
            inlines = [part for para in block["c"] for part in [*para["c"], {}]]
            yield " ".join("".join(part.get("c", " ") for part in inlines).split(" "))


def test_notes_are_as_the_reference_file_shows(bundle):
    assert markdown.render(bundle).encode() == REFERENCE.read_bytes()


def test_pandoc_reads_the_quotes_and_their_citations(bundle, pandoc):
    blocks = pandoc(markdown.render(bundle), "markdown-smart")["blocks"]

    printed = [item.quote for section in bundle.sections for item in section.quotes if item.quote]
    assert [text.split() for text in quoted(blocks)] == [text.split() for text in printed]
    cited = [
        (inline["c"][0][0]["citationId"], "".join(part.get("c", " ") for part in inline["c"][0][0]["citationSuffix"]))
        for block in blocks
        if block["t"] == "Para"
        for inline in block["c"]
        if inline["t"] == "Cite"
    ]
    assert cited == [
        ("Abe2016", ", p. 62"),
        ("高橋2022", ", pp. 12–13"),
        ("高橋2022", ", p. iv"),
        ("Abe2016", ""),
    ]


@pytest.mark.parametrize(
    "name", ["notes.bib", 'it\'s my_notes [2] *a* "b" -- c....bib', "メモ # 100%20?.bib", "1. _a_.bib"]
)
def test_citeproc_finds_every_key_without_a_further_option(bundle, tmp_path, name):
    program = shutil.which("pandoc")
    if program is None:
        pytest.skip("pandoc is not installed")
    (tmp_path / name).write_text(BIB, "utf-8")
    notes = tmp_path / "notes.md"
    notes.write_bytes(Output(notes, markdown.render(replace(bundle, bib_name=name)), ANGLED).data())

    done = subprocess.run(
        [program, "--citeproc", "notes.md", "-t", "plain", "--wrap=none"], cwd=tmp_path, capture_output=True, check=True
    )

    assert done.stderr == b""
    text = done.stdout.decode()
    assert "(Abe 2016, 62)" in text
    assert "(高橋 2022, 12–13)" in text
    assert "Commonplace export" not in text


def test_odd_characters_stand_in_the_output_as_they_are():
    text = "𠮷 👩\u200d👧 e\u0301 \ufa19 o\ufb03ce co\u00adop no\u00a0break שלום \u200f\u2028x"
    assert f"> {text}\n" in markdown.render(one(text))


def test_a_long_passage_stays_one_quote():
    assert "\n> first\n>\n> second\n\n[@a]\n" in markdown.render(one("first\n\n second \r\n"))


def test_no_text_can_forge_the_comments_of_the_program(pandoc):
    forged = "<!-- highlight 11 -->"
    bundle = one(forged, notes=(NoteItem(forged, forged),))
    bundle = replace(bundle, title=forged, sections=(replace(bundle.sections[0], heading=forged, definition=forged),))

    text = markdown.render(bundle)

    assert text.count("<!--") == 1
    assert [block["c"][1] for block in pandoc(text)["blocks"] if block["t"] == "RawBlock"] == ["<!-- highlight 00 -->"]


def test_the_title_changes_no_metadata(pandoc):
    title = 'a"\nbibliography: /etc/passwd\n---\n# \\x $y$ \u0085\u2028 <b> *c* *d*'
    meta = pandoc(markdown.render(replace(one(), title=title)), "markdown-smart")["meta"]

    assert set(meta) == {"title", "bibliography", "reference-section-title"}
    assert "".join(part.get("c", " ") for part in meta["title"]["c"]) == " ".join(title.split())


def test_levels_below_the_sixth_are_shown_as_the_sixth():
    bundle = NotesBundle("t", tuple(Section("a", level) for level in (6, 7, 40)), "notes.bib")
    assert markdown.render(bundle).count("\n###### a\n") == 3


def test_a_blank_note_is_left_out():
    assert "\n-" not in markdown.render(one("x", notes=(NoteItem(" \n"),))).removeprefix("---").replace("\n---", "")
