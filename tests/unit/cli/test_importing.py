"""Importing: a line a file, and an exit status that tells whether all came in."""

import os
import sys

import pytest

from commonplace.library import importing

LINE = {"path", "status", "source", "citekey", "pages", "characters", "reason"}


@pytest.fixture
def files(home):
    """A folder with two texts and something that is no document."""
    folder = home / "files"
    folder.mkdir()
    (folder / "one.txt").write_text("The first text.\n", "utf-8")
    (folder / "二.txt").write_text("二つ目。\n", "utf-8")
    (folder / "tool.bin").write_bytes(b"\x7fELF\x00\x01")
    return folder


def test_lines_have_the_fields_of_the_design(run, files):
    answer = run("import", files, "--json")
    assert answer.status == 0
    assert all(set(line) >= LINE for line in answer.json)
    assert sorted(line["status"] for line in answer.json) == ["imported", "imported", "skipped"]
    assert answer.err == b""


def test_a_second_import_knows_what_is_there(run, files):
    run("import", files)
    lines = run("import", files / "one.txt", files / "二.txt", "--json").json
    assert {line["status"] for line in lines} == {"duplicate"}


def test_people_read_a_line_a_file_and_the_counts(run, files):
    answer = run("import", files)
    assert len(answer.out.decode().splitlines()) == 3
    assert answer.err.decode().splitlines()[-1] == "3 files: 2 imported, 1 skipped."


def test_a_path_that_is_not_there_fails_and_the_others_come_in(run, files):
    answer = run("import", files / "none.pdf", files / "one.txt", "--json")
    assert answer.status == 1
    assert {line["status"] for line in answer.json} == {"failed", "imported"}
    assert answer.error["code"] == "import-failed"
    assert len(run("sources", "--json").json) == 1


def test_a_failed_file_gives_its_reason(run, home):
    (home / "broken.pdf").write_bytes(b"%PDF-1.7\nnothing")
    answer = run("import", "broken.pdf")
    assert answer.status == 1
    assert answer.out.decode().startswith("failed")


def test_a_bib_gives_its_keys_to_the_sources(run, files):
    (files.parent / "refs.bib").write_text("@misc{one2020, title={One}, date={2020}, file={one.txt}}", "utf-8")
    answer = run("import", files / "one.txt", "--bib", files.parent / "refs.bib", "--json")
    assert [line["citekey"] for line in answer.json] == ["one2020"]
    assert run("text", "one2020").out.startswith(b"The first text.")


def test_a_bib_that_is_not_there_stops_everything(run, files):
    assert run("import", files, "--bib", "none.bib").status == 1
    assert run("sources", "--json").json == []


def test_what_came_in_is_told_though_the_bib_fails(run, files, home):
    (home / "refs.bib").mkdir()
    assert run("import", files, "--bib", home / "refs.bib").status == 1
    (home / "new.bib").write_bytes(b"")
    os.truncate(home / "new.bib", (256 << 20) + 1)
    answer = run("import", files / "one.txt", "--bib", home / "new.bib", "--json")
    assert (answer.status, len(answer.json), answer.error["code"]) == (1, 1, "too-large")


def test_an_encoding_is_taken_at_its_word(run, home):
    (home / "old.txt").write_bytes("反撃能力".encode("shift_jis"))
    run("import", "old.txt", "--encoding", "shift_jis")
    assert run("search", "反撃", "--json").json


def test_a_stopped_import_keeps_and_shows_what_was_finished(run, files, monkeypatch):
    real = importing.import_paths

    def stopped(*args, **kwargs):
        lines = real(*args, **kwargs)
        yield next(lines)
        lines.close()
        raise KeyboardInterrupt

    monkeypatch.setattr(importing, "import_paths", stopped)
    answer = run("import", files / "one.txt", files / "二.txt", "--json")
    assert (answer.status, answer.error["code"], len(answer.json)) == (1, "stopped", 1)
    assert len(run("sources", "--json").json) == 1


@pytest.mark.skipif(sys.platform != "linux", reason="file names are bytes only there")
def test_a_file_whose_name_is_no_text(run, home):
    name = os.fsdecode(b"caf\xe9.txt")
    (home / name).write_text("Coffee.", "utf-8")
    (line,) = run("import", name, "--json").json
    assert (line["status"], line["path"]) == ("imported", name)
    assert run("sources").status == 0


def test_on_a_terminal_a_bar_shows_the_progress(run, files, monkeypatch):
    monkeypatch.setattr("sys.stderr.isatty", lambda: True, raising=False)
    answer = run("import", files)
    assert b"files" in answer.err
    assert len(answer.out.decode().splitlines()) == 3
