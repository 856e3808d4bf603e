"""Highlights, their concepts and notes, and what listing them shows."""

import pytest

HIGHLIGHT = {
    "id", "source", "citekey", "exact", "quote", "locator", "concepts", "note", "notes", "author", "created", "private",
    "ranges", "printed", "edited",
}  # fmt: skip


@pytest.fixture
def marked(library, sea):
    """The id of a highlight with a concept and a note."""
    made = library(
        "highlight",
        sea,
        "--quote",
        "a free and open sea",
        "--concept",
        "FOIP",
        "--create",
        "--note",
        "First.",
        "--json",
    )
    return made.json["id"]


def test_a_highlight_has_the_fields_of_the_design(library, sea):
    made = library("highlight", sea, "--quote", "𠮷田は反撃能力", "--json").json
    assert set(made) >= HIGHLIGHT
    text = library("text", sea, "--json").json["text"]
    ((start, end),) = made["ranges"]
    assert text[start:end] == made["exact"] == made["quote"] == "𠮷田は反撃能力"
    assert made["private"] is False


def test_the_list_shows_what_was_made(library, marked):
    (line,) = library("highlights", "--json").json
    assert (line["id"], line["concepts"], line["note"]) == (marked, ["FOIP"], "First.")
    assert set(line["notes"][0]) >= {"text", "author", "created"}


def test_people_read_the_quote_its_place_and_its_note(library, marked):
    shown = library("highlights").out.decode()
    assert shown.startswith(marked[:12])
    for words in ("[FOIP]", "“a free and open sea”", "First.", "para. "):
        assert words in shown


def test_two_quotes_make_one_highlight_of_two_ranges(library, sea):
    made = library("highlight", sea, "--quote", "harbour towns", "--quote", "open sea", "--json").json
    assert len(made["ranges"]) == 2


def test_a_quote_that_is_not_there(library, sea):
    answer = library("highlight", sea, "--quote", "a fre and opn sea", "--json")
    assert (answer.status, answer.error["code"]) == (1, "quote-not-found")
    assert library("highlights", "--json").json == []


def test_a_quote_that_is_there_twice(library, sea):
    answer = library("highlight", sea, "--quote", "counterstrike", "--json")
    assert answer.status == 1
    assert "--occurrence" in answer.error["hint"]
    assert library("highlight", sea, "--quote", "counterstrike", "--occurrence", 2, "--json").status == 0


def test_an_area_of_a_page(library, paper):
    made = library("highlight", paper, "--area", "1,72,80,200,100", "--json").json
    assert (made["locator"], made["exact"], made["ranges"]) == ("p. 1", "", [])


@pytest.mark.parametrize("words", [[], ["--quote", "sea", "--area", "1,0,0,9,9"]])
def test_a_quote_or_an_area(library, sea, words):
    answer = library("highlight", sea, *words, "--json")
    assert (answer.status, answer.error["code"]) == (2, "usage")


def test_an_unknown_concept_is_made_only_when_asked(library, sea):
    assert library("highlight", sea, "--quote", "open sea", "--concept", "new").status == 2
    assert library("highlight", sea, "--quote", "open sea", "--concept", "new", "--create").status == 0


def test_private(library, sea, marked):
    made = library("highlight", sea, "--quote", "open sea", "--private", "--note", "mine", "--json").json
    assert (made["private"], [note["private"] for note in made["notes"]]) == (True, [True])
    noted = library("note", marked, "x", "--private", "--json").json
    assert (noted["private"], noted["note"]) == (False, "x")
    assert {"text": "x", "private": True}.items() <= noted["notes"][-1].items()
    assert b"(private)" in library("highlights").out


def test_switching_private(library, sea, marked):
    said = library("private", marked)
    assert b"(private)" in said.out and b"Earlier wordings stay in the library file" in said.err
    (private,) = library("highlights", "--json").json
    assert private["private"] and private["id"] != marked
    assert library("private", private["id"]).status == 1
    shared = library("private", private["id"], "--off", "--json").json
    assert not shared["private"] and shared["concepts"] == private["concepts"]
    assert library("private", "ffffff").status == 2


def test_filters(library, sea, paper, marked):
    library("highlight", paper, "--quote", "deterrence")
    assert len(library("highlights", "--json").json) == 2
    assert [line["id"] for line in library("highlights", "--concept", "foip", "--json").json] == [marked]
    assert [line["id"] for line in library("highlights", "--source", sea, "--json").json] == [marked]
    assert library("highlights", "--concept", "FOIP", "--source", paper, "--json").json == []


def test_a_person_as_a_filter(library, sea):
    library("--person", "Ann", "highlight", sea, "--quote", "open sea")
    library("highlight", sea, "--quote", "harbour", "--person", "Ben")
    (line,) = library("highlights", "--person", "Ann", "--json").json
    assert (line["author"], line["quote"]) == ("Ann", "open sea")
    assert len(library("highlights", "--person", "Ann", "--person", "Ben", "--json").json) == 2
    assert library("highlights", "--person", "Cid").status == 2


def test_a_concept_includes_its_children_unless_exact(library, sea):
    library("concept", "add", "strategy")
    library("concept", "add", "FOIP", "--parent", "strategy")
    library("highlight", sea, "--quote", "open sea", "--concept", "FOIP")
    assert len(library("highlights", "--concept", "strategy", "--json").json) == 1
    assert library("highlights", "--concept", "strategy", "--exact", "--json").json == []


def test_tag_and_untag(library, marked):
    assert library("tag", marked[:8], "--concept", "sea").status == 2
    tagged = library("tag", marked[:8], "--concept", "sea", "--create", "--json").json
    assert sorted(tagged["concepts"]) == ["FOIP", "sea"]
    assert library("untag", marked, "--concept", "FOIP", "--json").json["concepts"] == ["sea"]
    assert library("untag", marked, "--concept", "FOIP").status == 1


def test_a_note_replaces_mine(library, marked):
    assert library("note", marked, "Second.\nTwo lines.", "--json").json["note"] == "Second.\nTwo lines."
    (line,) = library("highlights", "--json").json
    assert [note["text"] for note in line["notes"]] == ["Second.\nTwo lines."]


def test_a_quote_is_edited_and_given_back(library, marked):
    edited = library("quote", marked[:8], "a free […] sea [sic]", "--json").json
    assert (edited["quote"], edited["printed"], edited["edited"]) == (
        "a free […] sea [sic]",
        "a free and open sea",
        True,
    )
    assert edited["exact"] == "a free and open sea"
    shown = library("highlights").out.decode()
    assert "“a free […] sea [sic]”\n    (printed: “a free and open sea”)" in shown
    back = library("quote", marked, "", "--json").json
    assert (back["quote"], back["printed"], back["edited"]) == ("a free and open sea", "a free and open sea", False)
    assert "Give back a quote" in library("history").out.decode()
    assert library("quote", marked, " ").status == 1
    assert library("quote", "abcdef", "x").status == 2


def test_delete_takes_a_highlight_or_a_source(library, marked, sea):
    assert "highlight" in library("delete", marked, "--json").json["deleted"]
    assert library("highlights", "--json").json == []
    assert library("delete", sea).status == 0
    assert [source["kind"] for source in library("sources", "--json").json] == ["pdf"]
    assert library("delete", "nothing").status == 2
