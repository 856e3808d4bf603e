"""replace, copies and what waits, from the terminal."""

import pytest

NEW = """A sea kept open

In the new paper counterstrike appears twice: counterstrike as a means, and as a final resort.

The harbour towns spoke of a free and open sea long before the word strategy was used.
"""
QUOTES = ("A sea kept open", "a free and open sea", "as a last resort", "反撃能力について書いた")


@pytest.fixture
def newer(home):
    (home / "newer.txt").write_text(NEW, "utf-8")
    return home / "newer.txt"


@pytest.fixture
def marked(library, sea):
    return [library("highlight", sea, "--quote", quote, "--json").json["id"] for quote in QUOTES]


def key_of(library, source: str) -> str:
    return next(one["citekey"] for one in library("sources", "--json").json if one["id"] == source)


def test_replace_sorts_the_highlights_and_undo_brings_all_back(library, sea, marked, newer):
    key = key_of(library, sea)
    before = library("highlights", "--json").json
    rehearsed = library("replace", key, newer, "--dry-run", "--json")
    assert rehearsed.status == 0
    assert library("highlights", "--json").json == before
    answer = library("replace", key, newer, "--json")
    assert answer.status == 0
    assert {name: rehearsed.json[name] for name in ("exact", "moved", "uncertain", "lost")} == {
        name: answer.json[name] for name in ("exact", "moved", "uncertain", "lost")
    }
    found = {name: [one["highlight"] for one in answer.json[name]] for name in ("exact", "moved", "uncertain", "lost")}
    assert found == {"exact": marked[:1], "moved": marked[1:2], "uncertain": marked[2:3], "lost": marked[3:]}
    assert answer.json["uncertain"][0].items() >= {"before": QUOTES[2], "after": "as a final resort"}.items()
    assert 0 < answer.json["uncertain"][0]["score"] < 100

    waiting = library("highlights", "--waiting", "--json").json
    assert [(one["id"], one["placement"], one["proposal"]) for one in waiting] == [
        (marked[2], "uncertain", "as a final resort"),
        (marked[3], "lost", ""),
    ]
    assert library("text", key).out.decode() == NEW
    assert {one["citekey"] for one in library("highlights", "--json").json} == {key}
    assert library("check").status == 0
    assert library("undo").status == 0
    assert library("highlights", "--json").json == before


def test_what_waits_is_accepted_or_said_anew(library, sea, marked, newer):
    new = library("replace", sea, newer, "--json").json["source"]
    accepted = library("reanchor", marked[2], "--accept", "--json").json
    assert (accepted["source"], accepted["exact"]) == (new, "as a final resort")
    said = library("reanchor", marked[3], "--quote", "the word strategy", "--json").json
    assert (said["source"], said["placement"]) == (new, "placed")
    assert library("highlights", "--waiting", "--json").json == []


def test_the_document_itself_is_refused_in_plain_words(library, sea, home):
    answer = library("replace", sea, home / "sea.txt", "--json")
    assert (answer.status, answer.error["code"]) == (1, "same-document")
    assert library("replace", sea, home / "nowhere.txt", "--json").status == 1
    assert library("replace", "nobody", home / "sea.txt", "--json").status == 2


def test_copies_are_listed_with_what_speaks_for_it_and_accepted(library, sea, marked, home):
    text = (home / "sea.txt").read_text("utf-8")
    (home / "scan.txt").write_text("A sea kept open\n\nScanned in spring.\n" + text * 3, "utf-8")
    scan = library("import", home / "scan.txt", "--json").json[0]["source"]
    (line,) = library("copies", "--json").json
    assert {line["a"], line["b"]} == {sea, scan}
    assert set(line["evidence"]) == {"record", "text", "quotes"}
    answer = library("copies", "--accept", scan, sea, "--json")
    assert answer.status == 0
    placed = [one["highlight"] for name in ("exact", "moved") for one in answer.json[name]]
    shown = {one["id"]: one["source"] for one in library("highlights", "--json").json}
    assert shown == {id: scan if id in placed else sea for id in marked}
    assert library("copies", "--json").json == []


def test_nothing_waits(library, sea, marked):
    answer = library("reanchor", "--all", "--json")
    assert (answer.status, answer.json) == (0, {"exact": [], "moved": [], "uncertain": [], "lost": []})
    assert library("reanchor", "--all", "--accept").status == 2
    assert library("reanchor").status == 2
