"""``merge`` as it is typed."""

import pytest


@pytest.fixture
def package(library, sea, home):
    """A package of a library with a highlight of the text."""
    words = ("highlight", sea, "--quote", "a free and open sea", "--concept", "FOIP", "--create", "--note", "Mine.")
    assert library(*words).status == 0
    path = home / "all.commonplace-share"
    assert library("share", "-o", path).status == 0
    return path


@pytest.fixture
def other(run, home):
    """Run a command on another library."""
    path = home / "other.commonplace"
    assert run("--library", path, "new").status == 0
    return lambda *words: run("--library", path, *words)


def test_json_tells_what_would_come_then_what_came(package, other):
    told = other("merge", package, "--dry-run", "--json")
    assert told.status == 0
    assert told.json["dry_run"]
    assert other("highlights", "--json").json == []
    done = other("merge", package, "--json")
    assert done.status == 0
    assert done.err == b""
    for field in ("added", "changed", "conflicts", "deletions", "unchanged"):
        assert done.json[field] == told.json[field]
    assert (done.json["added"]["highlight"], done.json["added"]["note"], done.json["unchanged"]) == (1, 1, False)
    assert len(other("highlights", "--json").json) == 1


def test_a_second_time_it_says_that_nothing_is_new(package, other):
    assert other("merge", package).status == 0
    answer = other("merge", package)
    assert (answer.status, b"nothing was written" in answer.out) == (0, True)
    assert other("merge", package, "--json").json["unchanged"]


def test_it_is_a_step_of_undo(package, other):
    other("merge", package)
    assert other("undo").out.decode() == "Undone: Merge all.commonplace-share\n"
    assert other("highlights", "--json").json == []
    assert other("redo").out.decode() == "Done again: Merge all.commonplace-share\n"
    assert len(other("highlights", "--json").json) == 1
    assert other("check").status == 0


def test_conflicts_that_are_left_are_an_exit_status(library, package, other):
    other("merge", package)
    for one, name in ((library, "Indo-Pacific"), (other, "Free and open")):
        assert one("concept", "rename", "FOIP", name).status == 0
    assert library("share", "-o", package, "--force").status == 0
    assert other("merge", package, "--dry-run", "--json").status == 0
    answer = other("merge", package, "--json")
    assert (answer.status, answer.json["conflicts"], answer.json["conflicts_left"]) == (4, 1, 1)


@pytest.mark.parametrize("data", [b"", b"Not a library", b"SQLite format 3\0" + b"x" * 4096])
def test_what_is_no_package_is_refused_in_words(other, home, data):
    (home / "file").write_bytes(data)
    answer = other("merge", home / "file", "--json")
    assert (answer.status, answer.error["code"]) == (3, "library-damaged")
    assert "Nothing was changed" in answer.error["message"]


def test_a_missing_file_and_the_library_itself_are_refused(library, other, home):
    assert other("merge", home / "nothing").status == 3
    assert other("merge", home / "other.commonplace").status == 1


def test_a_package_that_is_opened_as_a_library_is_called_one(package, run):
    answer = run("--library", package, "highlights", "--json")
    assert (answer.status, answer.error["code"]) == (3, "library-foreign")
    assert "is a package" in answer.error["message"]
    assert str(package) in answer.error["hint"]


def test_a_package_of_a_later_version_is_called_a_package(package, other):
    data = package.read_bytes()
    package.write_bytes(data[:60] + (99).to_bytes(4, "big") + data[64:])
    answer = other("merge", package, "--json")
    assert (answer.status, answer.error["code"]) == (3, "library-too-new")
    assert answer.error["message"].startswith("This package was saved by a newer version")


def test_a_merge_of_what_nobody_sees_says_so(library, package, other):
    other("merge", package)
    highlight = other("highlights", "--json").json[0]["id"]
    assert library("tag", highlight, "--concept", "Sea", "--create").status == 0
    assert library("untag", highlight, "--concept", "Sea").status == 0
    assert library("concept", "delete", "Sea").status == 0
    assert library("share", "-o", package, "--force").status == 0
    answer = other("merge", package)
    assert b"What is shown stays as it is" in answer.out
    assert b"added" not in answer.out


def test_a_text_that_came_after_its_highlights_can_be_taken_back_again(library, package, other, home):
    quotes = home / "quotes.commonplace-share"
    assert library("share", "-o", quotes, "--without-documents").status == 0
    other("merge", quotes)
    before = other("highlights", "--json").json
    assert other("merge", package).status == 0
    assert other("undo").out.decode() == "Undone: Merge all.commonplace-share\n"
    assert other("highlights", "--json").json == before
    assert other("check").status == 0
    assert other("redo").status == 0


def test_a_text_that_was_marked_since_is_not_taken_back(library, sea, package, other, home):
    quotes = home / "quotes.commonplace-share"
    assert library("share", "-o", quotes, "--without-documents").status == 0
    other("merge", quotes)
    other("merge", package)
    assert other("highlight", sea, "--quote", "the word strategy").status == 0
    merge = next(step for step in other("history", "--json").json if step["label"] == "Merge all.commonplace-share")
    answer = other("undo", "--action", merge["id"], "--json")
    assert (answer.status, answer.error["code"]) == (1, "built-on")


def test_sources_without_a_copy_here_lead_to_the_copies(library, package, other, home):
    quotes = home / "quotes.commonplace-share"
    assert library("share", "-o", quotes, "--without-documents").status == 0
    assert b"`copies` finds it" in other("merge", quotes, "--dry-run").out
