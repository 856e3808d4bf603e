"""Collections as they are typed."""

import pytest


@pytest.fixture
def shelved(library, sea, paper):
    assert library("shelf", sea, "--name", "Chapter 2").status == 0
    return library


def test_sources_are_put_in_and_taken_out(library, sea, paper):
    line = library("shelf", sea, paper, "--name", "Chapter 2", "--json").json
    assert (line["name"], set(line["sources"]), line["changed"]) == ("Chapter 2", {sea, paper}, 2)
    assert library("shelf", sea, "--name", "chapter 2", "--json").json["changed"] == 0
    line = library("shelf", sea, "--name", "CHAPTER 2", "--off", "--json").json
    assert (line["name"], line["sources"], line["changed"]) == ("Chapter 2", [paper], 1)
    assert library("undo").status == 0
    assert {line["id"] for line in library("sources", "--shelf", "Chapter 2", "--json").json} == {sea, paper}


def test_a_source_tells_its_collections(shelved, sea, paper):
    shelved("shelf", sea, "--name", "序論")
    told = {line["id"]: line["collections"] for line in shelved("sources", "--json").json}
    assert told == {sea: ["Chapter 2", "序論"], paper: []}


def test_collections_are_listed_and_gone_with_their_last_source(shelved, sea):
    assert [(one["name"], one["sources"]) for one in shelved("shelf", "--json").json] == [("Chapter 2", [sea])]
    assert b"Chapter 2" in shelved("shelf").out
    shelved("shelf", sea, "--name", "Chapter 2", "--off")
    assert shelved("shelf", "--json").json == []


def test_several_filters_widen(shelved, sea, paper):
    shelved("shelf", paper, "--name", "Course")
    told = shelved("sources", "--shelf", "Chapter 2", "--shelf", "course", "--json").json
    assert {line["id"] for line in told} == {sea, paper}


def test_what_is_unknown_or_no_name(shelved, sea):
    assert shelved("sources", "--shelf", "Nothing", "--json").error["code"] == "unknown-collection"
    assert shelved("shelf", sea, "--name", "Nothing", "--off").status == 2
    assert shelved("shelf", "nobody", "--name", "Chapter 2").status == 2
    assert shelved("shelf", sea).status == 2
    assert shelved("shelf", "--name", "Chapter 2").status == 2
    assert shelved("shelf", sea, "--name", " ").status == 2
    assert shelved("shelf", sea, "--name", "x" * 300).status == 1


def test_a_collection_is_shared(shelved, sea, home):
    answer = shelved("share", "-o", home / "c.commonplace-share", "--collection", "chapter 2", "--json")
    assert (answer.json["counts"]["source"], answer.json["counts"]["shelf"]) == (1, 1)
    assert shelved("share", "-o", home / "d", "--collection", "Nothing").status == 2


def test_the_history_of_a_source_tells_of_its_collections(shelved, sea):
    labels = [step["label"] for step in shelved("history", sea, "--json").json]
    assert "Put a source into Chapter 2" in labels
    assert b"Chapter 2" in shelved("history", sea).out


def test_a_new_version_is_in_the_collections_of_the_old_one(shelved, sea, home):
    text = (home / "sea.txt").read_text("utf-8")
    (home / "sea2.txt").write_text(text + "\nOne more line.\n", "utf-8")
    assert shelved("replace", sea, home / "sea2.txt").status == 0
    told = shelved("sources", "--shelf", "Chapter 2", "--json").json
    assert {line["file_names"][0] for line in told} == {"sea.txt", "sea2.txt"}


def test_a_merge_brings_collections_and_its_undo_takes_them(shelved, sea, home, run):
    shelved("share", "-o", home / "c.commonplace-share")
    assert run("--library", home / "o.commonplace", "new").status == 0
    told = run("--library", home / "o.commonplace", "merge", home / "c.commonplace-share")
    assert b"1 collected source" in told.out
    assert run("--library", home / "o.commonplace", "shelf", "--json").json[0]["sources"] == [sea]
    assert run("--library", home / "o.commonplace", "undo").status == 0
    assert run("--library", home / "o.commonplace", "shelf", "--json").json == []
    assert run("--library", home / "o.commonplace", "redo").status == 0
    assert run("--library", home / "o.commonplace", "check").status == 0
    assert run("--library", home / "o.commonplace", "shelf", "--json").json[0]["sources"] == [sea]


def test_a_collection_that_somebody_else_put_it_into_is_left_by_anybody(shelved, sea):
    assert shelved("--person", "Bob", "shelf", sea, "--name", "chapter 2", "--off", "--json").json["changed"] == 1
    assert shelved("shelf", "--json").json == []
