"""``share`` as it is typed."""

import json

import pytest

KINDS = {"source", "highlight", "concept", "reference", "entity", "revision", "action"}


@pytest.fixture
def marked(library, sea):
    """The library, with a highlight of the text."""
    words = ("highlight", sea, "--quote", "a free and open sea", "--concept", "FOIP", "--create", "--note", "Mine.")
    assert library(*words).status == 0
    return library


def test_a_package_is_written_and_told(marked, home):
    answer = marked("share", "-o", home / "all.commonplace-share")
    assert answer.status == 0
    assert answer.out.decode() == f"{home / 'all.commonplace-share'}\n"
    assert b"2 sources, 1 highlight, 1 concept, 1 note" in answer.err
    assert b"arlier wordings" in answer.err


def test_json_gives_path_bytes_and_counts(marked, home):
    out = home / "foip.commonplace-share"
    answer = marked("share", "-o", out, "--concept", "FOIP", "--source", "nobody", "--json")
    assert answer.status == 2
    answer = marked("share", "-o", out, "--concept", "foip", "--without-documents", "--json")
    assert answer.err == b""
    told = answer.json
    assert (told["path"], told["bytes"], told["documents"]) == (str(out), out.stat().st_size, False)
    assert told["counts"].keys() >= KINDS
    assert (told["counts"]["source"], told["counts"]["blob"], told["counts"]["layer"]) == (1, 0, 0)


def test_filters_narrow_and_widen(marked, home, sea, paper, run):
    def counts(*words):
        answer = marked("share", "-o", home / "x", "--force", "--json", *words)
        return answer.json["counts"] if answer.status == 0 else json.loads(answer.err)["error"]["code"]

    assert counts("--source", sea)["source"] == 1
    assert counts("--source", sea, "--source", paper)["source"] == 2
    assert counts("--source", paper, "--concept", "FOIP").get("highlight", 0) == 0
    assert marked("--person", "Bob", "highlight", paper, "--quote", "deterrence").status == 0
    assert counts("--person", "bob")["highlight"] == 1
    assert counts("--person", "Bob", "--concept", "FOIP").get("highlight", 0) == 0
    assert counts("--person", "Cleo") == "unknown-person"


def test_a_file_that_is_there_stays_without_force(marked, home):
    out = home / "mine.txt"
    out.write_text("mine", "utf-8")
    refused = marked("share", "-o", out, "--json")
    assert (refused.status, refused.error["code"]) == (1, "would-overwrite")
    assert out.read_text("utf-8") == "mine"
    assert marked("share", "-o", out, "--force").status == 0


def test_the_library_itself_is_not_overwritten(marked, home):
    before = marked("highlights", "--json").json
    refused = marked("share", "-o", home / "l.commonplace", "--force", "--json")
    assert (refused.status, refused.error["code"]) == (1, "own-file")
    assert marked("highlights", "--json").json == before


def test_a_package_is_no_library_to_open(marked, home, run):
    marked("share", "-o", home / "all.commonplace-share")
    assert run("--library", home / "all.commonplace-share", "sources").status == 3


def test_a_file_is_asked_for(marked):
    assert marked("share").status == 2


def test_an_empty_library_has_nothing_to_share(run, home):
    assert run("--library", home / "empty.commonplace", "new").status == 0
    refused = run("--library", home / "empty.commonplace", "share", "-o", home / "x", "--json")
    assert (refused.status, refused.error["code"]) == (1, "nothing")
    assert run("share", "-o", home / "x").status == 1
    assert not (home / "x").exists()
