import errno
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from commonplace.exchange.writing import ANGLED, PERCENT, Comment, Output, is_own, whole_file, write_outputs
from core.errors import NotDoneError, StorageError


def names(folder):
    return sorted(path.name for path in folder.iterdir())


@pytest.fixture
def notes(tmp_path):
    return tmp_path / "notes.md"


@pytest.mark.parametrize("comment", [ANGLED, PERCENT, Comment("# ")])
def test_the_mark_stands_in_the_last_line_as_a_comment(notes, comment):
    write_outputs([Output(notes, "a\nb", comment)])

    *body, last = notes.read_text("utf-8").splitlines()

    assert body == ["a", "b"]
    assert last.startswith(f"{comment.opens}Commonplace export ")
    assert last.endswith(comment.closes)
    assert is_own(notes.read_bytes(), comment)


def test_an_unchanged_export_is_replaced(notes):
    write_outputs([Output(notes, "first\n", ANGLED)])
    write_outputs([Output(notes, "second\n", ANGLED)])

    assert notes.read_text("utf-8").startswith("second\n<!-- Commonplace export ")


@pytest.mark.parametrize(
    "change", [lambda text: text + "mine\n", lambda text: "mine\n" + text, lambda text: text[:-1] + " \n"]
)
def test_an_export_somebody_wrote_in_is_kept(notes, change):
    write_outputs([Output(notes, "first\n", ANGLED)])
    changed = change(notes.read_text("utf-8"))
    notes.write_text(changed, "utf-8")

    with pytest.raises(NotDoneError, match=r"notes\.md is there already") as refused:
        write_outputs([Output(notes, "second\n", ANGLED)])

    assert "--force" in refused.value.hint
    assert notes.read_text("utf-8") == changed


@pytest.mark.parametrize("content", ["", "mine", "<!-- Commonplace export -->\n", "a\n% Commonplace export 00\n"])
def test_a_file_of_the_users_is_kept(notes, content):
    notes.write_text(content, "utf-8")

    with pytest.raises(NotDoneError):
        write_outputs([Output(notes, "ours\n", ANGLED)])

    assert notes.read_text("utf-8") == content


def test_force_overwrites(notes):
    notes.write_text("mine", "utf-8")
    write_outputs([Output(notes, "ours\n", ANGLED)], force=True)
    assert notes.read_text("utf-8").startswith("ours\n")


def test_nothing_is_written_when_one_of_the_files_may_not_be(tmp_path, notes):
    bib = tmp_path / "notes.bib"
    bib.write_text("@book{mine}", "utf-8")

    with pytest.raises(NotDoneError, match=r"notes\.bib"):
        write_outputs([Output(notes, "ours\n", ANGLED), Output(bib, "ours\n", PERCENT)])

    assert names(tmp_path) == ["notes.bib"]


def test_a_file_that_is_right_already_is_not_touched(notes):
    write_outputs([Output(notes, b"same")])
    before = notes.stat().st_ino
    write_outputs([Output(notes, b"same")])
    assert notes.stat().st_ino == before


def test_a_file_without_a_mark_is_written_byte_for_byte_and_then_kept(notes):
    write_outputs([Output(notes, b"a\r\n\xff")])
    assert notes.read_bytes() == b"a\r\n\xff"
    with pytest.raises(NotDoneError):
        write_outputs([Output(notes, b"b")])


def test_two_outputs_in_one_file_are_refused(tmp_path):
    with pytest.raises(NotDoneError, match="Two outputs"):
        write_outputs([Output(tmp_path / "n.bib", "a"), Output(tmp_path / "." / "n.bib", "b")])
    assert names(tmp_path) == []


def test_a_missing_folder_is_said(tmp_path):
    with pytest.raises(NotDoneError, match=r"There is no folder .*gone"):
        write_outputs([Output(tmp_path / "gone" / "notes.md", "a")])


def test_a_folder_in_the_files_place_is_said(tmp_path):
    with pytest.raises(NotDoneError, match="not an ordinary file"):
        write_outputs([Output(tmp_path, "a")], force=True)


def test_a_file_in_the_folders_place_is_said(notes):
    notes.write_text("mine", "utf-8")
    with pytest.raises(NotDoneError):
        write_outputs([Output(notes / "deeper.md", "a")], force=True)


def test_a_name_too_long_is_said(tmp_path):
    with pytest.raises(NotDoneError, match="No file can have the name"):
        write_outputs([Output(tmp_path / ("n" * 300), "a")])


def test_links_that_lead_in_a_circle_are_said(notes):
    notes.symlink_to(notes.name)
    with pytest.raises(NotDoneError):
        write_outputs([Output(notes, "a")], force=True)


def test_a_link_stays_a_link(tmp_path, notes):
    write_outputs([Output(notes, "first\n", ANGLED)])
    link = tmp_path / "link.md"
    link.symlink_to(notes)

    write_outputs([Output(link, "second\n", ANGLED)])

    assert link.is_symlink()
    assert notes.read_text("utf-8").startswith("second\n")


def test_rights_of_a_replaced_file_stay(notes):
    write_outputs([Output(notes, "first\n", ANGLED)])
    notes.chmod(0o640)
    write_outputs([Output(notes, "second\n", ANGLED)])
    assert notes.stat().st_mode & 0o777 == 0o640


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (errno.ENOSPC, "The disk is full"),
        (errno.EACCES, "may not be written by you"),
        (errno.EIO, "could not be written"),
    ],
)
@pytest.mark.parametrize("call", ["fsync", "replace"])
def test_what_the_disk_refuses_is_said_and_nothing_is_left_behind(monkeypatch, notes, number, said, call):
    write_outputs([Output(notes, "first\n", ANGLED)])
    before = notes.read_bytes()

    def refuse(*_):
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(Path if call == "replace" else os, call, refuse)
    with pytest.raises(StorageError, match=said):
        write_outputs([Output(notes, "second\n", ANGLED)])

    assert names(notes.parent) == ["notes.md"]
    assert notes.read_bytes() == before


def test_what_a_killed_export_left_is_swept_later(tmp_path, notes):
    old, new, other = (tmp_path / f".commonplace-{name}.tmp" for name in ("0" * 16, "1" * 16, "mine"))
    for path in (old, new, other):
        path.write_text("x", "utf-8")
    for path in (old, other):
        os.utime(path, (time.time() - 9999,) * 2)

    write_outputs([Output(notes, "a")])

    assert names(tmp_path) == sorted([new.name, other.name, "notes.md"])


def test_a_kill_leaves_the_old_file_or_the_new_one(tmp_path, notes):
    script = (
        "import sys\nfrom pathlib import Path\nfrom commonplace.exchange.writing import *\n"
        "path = Path(sys.argv[1])\nprint(flush=True)\n"
        "while True:\n    for sign in 'ab':\n        write_outputs([Output(path, sign * 400_000, ANGLED)])\n"
    )
    for delay in (0.01, 0.02, 0.05):
        with subprocess.Popen([sys.executable, "-c", script, str(notes)], stdout=subprocess.PIPE) as process:
            process.stdout.readline()
            time.sleep(delay)
            process.send_signal(signal.SIGKILL)
        if notes.exists():
            assert is_own(notes.read_bytes(), ANGLED)


def test_a_whole_file_takes_its_name_at_the_end(tmp_path):
    path = tmp_path / "package"
    with whole_file(path) as beside:
        beside.write_bytes(b"all of it")
        assert not path.exists()
    assert path.read_bytes() == b"all of it"
    assert names(tmp_path) == ["package"]


def test_a_whole_file_replaces_another_by_force_only_and_at_its_end(tmp_path):
    path = tmp_path / "package"
    path.write_bytes(b"mine")
    with pytest.raises(NotDoneError), whole_file(path):
        pytest.fail("there is something")
    with whole_file(path, force=True) as beside:
        beside.write_bytes(b"new")
        assert path.read_bytes() == b"mine"
    assert path.read_bytes() == b"new"


@pytest.mark.parametrize("force", [False, True])
@pytest.mark.parametrize("error", [KeyboardInterrupt, OSError(errno.ENOSPC, "full")])
def test_of_a_file_that_did_not_become_whole_nothing_is_left(tmp_path, force, error):
    path = tmp_path / "package"
    if force:
        path.write_bytes(b"mine")
    with pytest.raises((KeyboardInterrupt, StorageError)), whole_file(path, force=force) as beside:
        beside.write_bytes(b"half of")
        raise error
    assert names(tmp_path) == (["package"] if force else [])
    assert not force or path.read_bytes() == b"mine"


def test_what_came_meanwhile_is_not_overwritten(tmp_path):
    path = tmp_path / "package"
    with pytest.raises(NotDoneError), whole_file(path) as beside:
        beside.write_bytes(b"new")
        path.write_bytes(b"somebody else's")
    assert path.read_bytes() == b"somebody else's"
    assert names(tmp_path) == ["package"]


def test_a_link_to_a_whole_file_stays_a_link(tmp_path):
    path, link = tmp_path / "package", tmp_path / "link"
    link.symlink_to(path)
    with whole_file(link) as beside:
        beside.write_bytes(b"new")
    assert link.is_symlink()
    assert path.read_bytes() == b"new"
