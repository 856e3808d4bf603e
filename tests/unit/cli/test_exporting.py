"""Export and demo."""

import pytest


@pytest.fixture
def noted(library, sea):
    """A library with a tagged passage."""
    library("highlight", sea, "--quote", "a free and open sea", "--concept", "FOIP", "--create", "--note", "First.")
    return library


@pytest.mark.parametrize(("format", "name"), [("md", "notes.md"), ("latex", "notes.tex")])
def test_notes_are_written_with_their_bib(noted, home, format, name):
    answer = noted("export", "--format", format, "-o", home / name, "--json")
    assert answer.status == 0
    assert set(answer.json) >= {"files", "quotes", "warnings"}
    assert answer.json["quotes"] == 1
    assert "a free and open sea" in (home / name).read_text("utf-8")
    assert (home / "notes.bib").is_file()


def test_people_read_which_files_were_written(noted, home):
    answer = noted("export", "--format", "md", "-o", "notes.md")
    assert answer.out.decode().splitlines()[0].endswith("notes.md")
    assert b"1 quote written." in answer.err


def test_a_file_of_the_user_s_is_not_overwritten_unasked(noted, home):
    (home / "notes.md").write_text("mine", "utf-8")
    assert noted("export", "--format", "md", "-o", "notes.md").status == 1
    assert (home / "notes.md").read_text("utf-8") == "mine"
    assert noted("export", "--format", "md", "-o", "notes.md", "--force").status == 0


def test_filters(noted, home):
    noted("concept", "add", "other")
    assert noted("export", "--concept", "FOIP", "--format", "md", "-o", "o.md", "--json").json["quotes"] == 1
    assert noted("export", "--concept", "other", "--format", "md", "-o", "o.md").status == 1
    assert noted("export", "--concept", "none", "--format", "md", "-o", "o.md").status == 2


def test_an_unknown_format_is_a_wrong_name(noted):
    assert noted("export", "--format", "papyrus", "-o", "x").status == 2


def test_a_format_of_later_is_not_done(noted):
    assert noted("export", "--format", "docx", "-o", "x").status == 1


def test_demo_prints_its_notes_and_where_they_lie(run, home):
    answer = run("demo", "--no-window")
    assert answer.status == 0
    notes = home / "commonplace-demo" / "notes.md"
    assert answer.out.startswith(notes.read_bytes())
    assert str(notes) in answer.out.decode().splitlines()
    assert all((home / "commonplace-demo" / name).is_file() for name in ("notes.tex", "notes.bib"))


def test_demo_again_in_the_same_folder(run, home):
    first = run("demo", "--into", "d")
    assert run("demo", "--into", "d") == first


def test_demo_as_json(run, home):
    answer = run("demo", "--json")
    assert set(answer.json) >= {"folder", "library", "files", "notes"}


def test_demo_leaves_a_folder_of_the_user_s_alone(run, home):
    (home / "d").mkdir()
    (home / "d" / "notes.md").write_text("mine", "utf-8")
    assert run("demo", "--into", "d").status == 1
    assert (home / "d" / "notes.md").read_text("utf-8") == "mine"
