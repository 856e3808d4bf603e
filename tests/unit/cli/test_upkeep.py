"""New, history, undo, redo, check, backup and doctor."""

import pytest


def test_new_makes_a_library(run, home):
    answer = run("--library", "a.commonplace", "new", "--json")
    assert answer.status == 0
    assert answer.json["library"].endswith("a.commonplace")
    assert (home / "a.commonplace").is_file()


def test_new_on_one_that_is_there(run, home):
    run("--library", "a.commonplace", "new")
    before = (home / "a.commonplace").read_bytes()
    assert run("--library", "a.commonplace", "new").status == 1
    assert (home / "a.commonplace").read_bytes() == before


@pytest.mark.parametrize("content", [b"", b"no library at all, only words" * 50])
def test_a_foreign_file_is_refused_and_left_alone(run, home, content):
    (home / "a.commonplace").write_bytes(content)
    answer = run("--library", "a.commonplace", "sources", "--json")
    assert (answer.status, bool(answer.error["message"])) == (3, True)
    assert (home / "a.commonplace").read_bytes() == content


@pytest.mark.parametrize(
    ("words", "status"),
    [
        (["undo"], 1),
        (["redo"], 1),
        (["backup"], 1),
        (["history"], 0),
        (["check"], 0),
        (["highlights"], 0),
        (["search", "x"], 0),
        (["bib", "export"], 0),
        (["highlight", "s", "--quote", "x"], 2),
        (["tag", "0123456", "--concept", "x"], 2),
        (["concept", "delete", "x"], 2),
        (["reference", "set", "k", "a=b"], 2),
        (["export", "--format", "md", "-o", "o.md"], 1),
    ],
)
def test_only_what_brings_something_in_makes_a_library(run, home, words, status):
    assert run(*words).status == status
    assert not (home / "data").exists()


def test_a_library_is_made_when_first_written(run, home):
    assert run("concept", "add", "FOIP").status == 0
    assert [one["name"] for one in run("concept", "list", "--json").json] == ["FOIP"]


def test_history_undo_redo(library):
    library("concept", "add", "FOIP")
    steps = library("history", "--json").json
    assert {"id", "label", "person", "at", "undone"} <= set(steps[0])
    assert "FOIP" in steps[0]["label"]
    assert "FOIP" in library("undo", "--json").json["label"]
    assert library("concept", "list", "--json").json == []
    assert library("redo").status == 0
    assert [one["name"] for one in library("concept", "list", "--json").json] == ["FOIP"]


def test_history_of_one_thing(library, sea):
    made = library("highlight", sea, "--quote", "open sea", "--json").json["id"]
    library("concept", "add", "other")
    steps = library("history", made[:8], "--json").json
    assert len(steps) == 1


def test_history_for_people_is_a_table(library):
    heading, *steps = library("history").out.decode().splitlines()
    assert heading.split() == ["When", "Who", "What"]
    assert steps


def test_nothing_to_undo(run):
    run("--library", "a.commonplace", "new")
    assert run("--library", "a.commonplace", "undo").status == 1
    assert run("--library", "a.commonplace", "redo").status == 1


def test_check_of_a_sound_library(library):
    answer = library("check", "--json")
    assert (answer.status, answer.json["problems"], answer.err) == (0, [], b"")
    assert library("check", "--rebuild").out.decode().endswith("All is well.\n")


def test_backup_says_where(library, home):
    answer = library("backup")
    path = home / answer.out.decode().strip()
    assert path.is_file()
    assert library("backup", "--json").json["backup"]


def test_doctor(run):
    answer = run("doctor", "--json")
    assert answer.status in (0, 1)
    assert all({"what", "state", "detail"} <= set(finding) for finding in answer.json)
    assert {finding["state"] for finding in answer.json} <= {"ok", "missing", "problem"}


def test_the_history_tells_an_undo_from_the_step_it_takes_back(run):
    run("concept", "add", "Sea")
    run("undo")
    run("redo")

    lines = run("history").out.decode().splitlines()
    assert [line.rsplit("  ", 1)[-1] for line in lines[1:4]] == [
        "Redo: Add concept Sea",
        "Undo: Add concept Sea",
        "Add concept Sea",
    ]


def test_a_path_with_control_characters_is_printed_without_them(run, home):
    answer = run("--library", home / "a\nb\x1b[31m.commonplace", "new")
    assert answer.out.decode().splitlines()[0].endswith("a�b�[31m.commonplace")
    assert answer.out.count(b"\n") == 1
    assert run("--library", home / "c\nd.commonplace", "new", "--json").json["library"].endswith("c\nd.commonplace")
