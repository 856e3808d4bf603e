"""Accents that a file draws as glyphs of their own: what is read, typed, searched and exported has them on letters."""

from pathlib import Path

import pymupdf
import pytest

CORPUS = Path(__file__).resolve().parents[4] / "shared" / "corpus"


@pytest.fixture
def drawn(run, home):
    """A library with a page as old fonts of TeX draw it."""
    with pymupdf.open() as document:
        page = document.new_page()
        page.insert_text((72, 100), "Der K¨onig liest G¨odel an der Universit´e; Fran-")
        page.insert_text((72, 114), "¸cois h¨ort zu. It´s `code` and x^2.")
        document.save(home / "drawn.pdf")
    assert run("--library", "l.commonplace", "new").status == 0
    assert run("--library", "l.commonplace", "import", "drawn.pdf").status == 0
    return lambda *words: run("--library", "l.commonplace", *words)


def test_the_text_stays_what_the_file_says(drawn):
    key = drawn("sources", "--json").json[0]["citekey"]
    assert "K¨onig liest G¨odel" in drawn("text", key).out.decode()


@pytest.mark.parametrize("query", ["König", "konig", "K¨onig", "université", '"Gödel an der"', "François"])
def test_search_finds_what_is_printed(drawn, query):
    assert len(drawn("search", query, "--json").json) == 1


def test_a_quote_typed_as_it_is_printed_is_highlighted_and_exported(drawn, home):
    key = drawn("sources", "--json").json[0]["citekey"]
    printed = "König liest Gödel an der Université; François hört zu."
    marked = drawn("highlight", key, "--quote", printed, "--concept", "Kings", "--create", "--json").json
    assert marked["quote"] == printed
    assert marked["exact"].startswith("K¨onig liest G¨odel")
    assert drawn("export", "--format", "md", "-o", "notes.md").status == 0
    assert printed in (home / "notes.md").read_text("utf-8")


def test_signs_that_are_no_accents_stay_in_the_quote(drawn):
    key = drawn("sources", "--json").json[0]["citekey"]
    assert drawn("highlight", key, "--quote", "It's `code` and x^2", "--json").json["quote"] == "It´s `code` and x^2"


@pytest.mark.corpus
def test_a_word_of_a_real_paper(run):
    assert run("--library", "l.commonplace", "new").status == 0
    assert run("--library", "l.commonplace", "import", CORPUS / "pdf/highlights.pdf").status == 0
    key = run("--library", "l.commonplace", "sources", "--json").json[0]["citekey"]
    assert len(run("--library", "l.commonplace", "search", "naïve", "--json").json) == 3
    quote = "In a naïve implementation, inner loops would become hot first"
    marked = run("--library", "l.commonplace", "highlight", key, "--quote", quote, "--json").json
    assert marked["quote"] == quote
