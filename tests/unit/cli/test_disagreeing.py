"""``conflicts``, ``resolve``, ``same``, ``restore``, ``undo --action`` and histories with values, as they are typed."""

import json

import pytest

from commonplace.library.session import open_session
from db.deliveries import Merge
from db.union import attached, take

BIB = "@book{Abe2016, title={The sea}, year={2016}}\n\n@book{abe-sea, title={The sea}, year={2016}}\n"


@pytest.fixture
def conflict(library, home):
    """Two definitions of one concept, said apart by Ann and Bob; returns the conflict."""
    library("--person", "Ann", "concept", "add", "FOIP")
    mine, theirs = home / "l.commonplace", home / "bob.commonplace"
    theirs.write_bytes(mine.read_bytes())
    library("--person", "Ann", "concept", "rename", "FOIP", "Open Sea")
    with open_session(theirs, "Bob", writing=True) as bob:
        from commonplace.library.concepts import rename_concept

        rename_concept(bob, "FOIP", "Free Sea")
    with open_session(mine, "Ann", writing=True) as ann, attached(ann.engine, theirs):
        take(ann.engine, Merge("Merge", b"--------", 0))
    (found,) = library("conflicts", "--json").json
    return found


def test_conflicts_are_listed_with_numbered_heads(library, conflict):
    assert {"id", "kind", "what", "subject", "register", "several", "heads"} <= conflict.keys()
    assert [head["number"] for head in conflict["heads"]] == [1, 2]
    assert {head["value"] for head in conflict["heads"]} == {"Open Sea", "Free Sea"}
    assert {head["person"] for head in conflict["heads"]} == {"Ann", "Bob"}
    answer = library("conflicts")
    assert answer.status == 0
    assert "1. " in answer.out.decode()
    assert "Bob, 20" in answer.out.decode()


def test_without_any_the_list_is_empty(library):
    assert library("conflicts", "--json").json == []
    assert library("conflicts").out == b""


def test_resolve_settles_and_undo_brings_it_back(library, conflict):
    answer = library("resolve", conflict["id"][:8], "--keep", 2, "--json")
    assert answer.status == 0
    assert answer.json["left"] == 0
    assert library("conflicts", "--json").json == []
    assert library("undo").status == 0
    (again,) = library("conflicts", "--json").json
    told = ("number", "value", "person", "at", "shown")
    assert [[head[name] for name in told] for head in again["heads"]] == [
        [head[name] for name in told] for head in conflict["heads"]
    ]
    assert library("resolve", conflict["id"], "--keep", 1, 2).status == 0
    (concept,) = library("concept", "list", "--json").json
    assert {concept["name"], *concept["aliases"]} == {"Open Sea", "Free Sea"}


@pytest.mark.parametrize("words", [(), ("--keep",), ("--keep", "0"), ("--keep", "x"), ("--keep", "3")])
def test_wrong_words_are_status_2_and_change_nothing(library, conflict, words):
    answer = library("resolve", conflict["id"], *words, "--json")
    assert answer.status == 2
    assert answer.error["code"]
    assert library("conflicts", "--json").json == [conflict]
    assert library("resolve", "ffffffff", "--keep", 1).status == 2


def test_same_and_off(library, home):
    (home / "refs.bib").write_text(BIB, "utf-8")
    library("bib", "import", "refs.bib")
    (proposed,) = library("same", "--json").json
    assert (proposed["kind"], set(proposed["names"])) == ("reference", {"Abe2016", "abe-sea"})
    assert b"Abe2016" in library("same").out
    answer = library("same", "Abe2016", "abe-sea", "--json")
    assert answer.status == 0
    assert answer.json["same"] is True
    assert library("bib", "export").out.count(b"The sea") == 1
    assert library("reference", "set", "abe-sea", "note=x").status == 0
    assert library("same", "Abe2016", "abe-sea", "--off").status == 0
    assert library("bib", "export").out.count(b"The sea") == 2
    assert library("same", "--json").json == []


@pytest.mark.parametrize("words", [("one",), ("one", "two"), ("one", "two", "three"), ("--off",)])
def test_same_of_what_is_not_there_is_status_2(library, words):
    assert library("same", *words).status == 2


def test_history_tells_values_and_restore_goes_back(library, sea):
    library("highlight", sea, "--quote", "counterstrike appears twice")
    (line,) = library("highlights", "--json").json
    for text in ("one", "two"):
        library("quote", line["id"], text)
    steps = library("history", line["id"], "--json").json
    values = {one["value"]: one for step in steps for one in step["values"] if one["register"] == "edited_quote"}
    assert values["two"]["standing"]
    assert not values["one"]["standing"]
    assert b"one (earlier)" in library("history", line["id"]).out
    answer = library("restore", line["id"], "edited_quote", values["one"]["version"][:8], "--json")
    assert answer.json["changed"]
    assert library("highlights", "--json").json[0]["quote"] == "one"
    assert library("restore", line["id"], "edited_quote", "ffffffff").status == 2
    assert library("restore", "ffffffff", "edited_quote", "ffffffff").status == 2


def test_history_is_filtered(library):
    library("--person", "Ann", "concept", "add", "FOIP")
    library("--person", "Bob", "concept", "add", "Quad")
    (step,) = library("history", "--person", "Bob", "--json").json
    assert step["label"] == "Add concept Quad"
    assert library("history", "--day", step["at"][:10], "--json").json == library("history", "--json").json
    assert library("history", "--day", "2001-01-01", "--json").json == []
    assert library("history", "--day", "soon").status == 2
    assert library("history", "--person", "Nobody").status == 2


def test_one_action_is_undone_unless_something_builds_on_it(library):
    library("concept", "add", "Asia")
    library("concept", "add", "Quad")
    library("concept", "add", "Japan", "--parent", "Asia")
    ids = {step["label"]: step["id"] for step in library("history", "--json").json}
    answer = library("undo", "--action", ids["Add concept Asia"], "--json")
    assert answer.status == 1
    assert answer.error["code"] == "built-on"
    assert "Add concept Japan" in answer.error["message"]
    answer = library("undo", "--action", ids["Add concept Quad"][:8], "--json")
    assert answer.json["label"] == "Add concept Quad"
    assert [one["name"] for one in library("concept", "list", "--json").json] == ["Asia", "Japan"]
    assert library("undo", "--action", "ffffffff").status == 2
    assert json.loads(library("redo", "--json").out)["label"] == "Add concept Quad"
