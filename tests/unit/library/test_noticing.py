"""What lies in the exchange folder: told by names, sizes and times, and nothing of one's own opened."""

import os
import shutil
import sys

import pytest

from commonplace.library.cloud_copies import PACKAGE
from commonplace.library.exchange_folder import own_name, send, set_folder
from commonplace.library.exchange_settings import ExchangeSettings, change_exchange, read_exchange
from commonplace.library.noticing import look
from commonplace.library.profile import config_folder
from commonplace.library.session import new_library
from commonplace.library.sharing import ShareRequest, share
from core.errors import NotDoneError
from db.engine import Engine


@pytest.fixture
def cloud(tmp_path, library, home):
    folder = tmp_path / "cloud"
    folder.mkdir()
    set_folder(library, folder)
    return folder


@pytest.fixture
def package(library, sea, mark, tmp_path):
    """A package that a colleague might have written."""
    mark(sea, "a free and open sea", concepts=("FOIP",))
    share(library, tmp_path / "made", ShareRequest())
    mark(sea, "long before")
    return tmp_path / "made"


@pytest.fixture
def asked(monkeypatch):
    """The files that workers are asked to look at."""
    import commonplace.library.glancing as glancing

    files, real = [], glancing.asked_of_worker

    def ask(operation, path, *more):
        files.append(path.name)
        return real(operation, path, *more)

    monkeypatch.setattr(glancing, "asked_of_worker", ask)
    return files


def _told(library):
    return {line.file: line.state for line in look(library)}


def test_what_is_still_being_copied_is_waited_for(library, package, cloud, asked):
    data = package.read_bytes()
    target = cloud / f"Bob-0123456789ab{PACKAGE}"
    for size in (0, 50, 100, 5000, len(data) // 2, len(data) - 1):
        target.write_bytes(data[:size])
        (line,) = look(library)
        assert line.state == "incomplete"
        assert line.reason
        assert line.person == "Bob"
    assert asked == []
    target.write_bytes(data)
    assert _told(library) == {target.name: "new"}


def test_a_package_that_was_not_finished_is_incomplete(library, package, cloud):
    target = shutil.copy(package, cloud / f"half{PACKAGE}")
    engine = Engine(target, journal="delete")
    engine.rows("delete from meta where key='complete'")
    engine.close()
    (line,) = look(library)
    assert (line.state, line.reason) == ("incomplete", "It was not written to the end.")


def test_a_file_that_changes_while_it_is_looked_at_is_incomplete(library, package, cloud, monkeypatch):
    import commonplace.library.glancing as glancing

    target, real = shutil.copy(package, cloud / f"Bob{PACKAGE}"), glancing.asked_of_worker

    def slow(operation, path, *more):
        said = real(operation, path, *more)
        with target.open("ab") as file:
            file.write(b"more")
        return said

    with monkeypatch.context() as patch:
        patch.setattr(glancing, "asked_of_worker", slow)
        assert _told(library) == {target.name: "incomplete"}
    assert _told(library)[target.name] in ("new", "refused")


def test_looking_again_opens_nothing(library, package, cloud, asked):
    shutil.copy(package, cloud / f"Bob{PACKAGE}")
    (cloud / f"foreign{PACKAGE}").write_bytes(b"x" * 5000)
    first = _told(library)
    assert asked == [f"Bob{PACKAGE}"]
    opened = _opened_while(lambda: look(library), cloud)
    assert (asked, opened) == ([f"Bob{PACKAGE}"], [])
    assert _told(library) == first == {f"Bob{PACKAGE}": "new", f"foreign{PACKAGE}": "refused"}
    os.utime(cloud / f"Bob{PACKAGE}", (1, 1))
    look(library)
    assert asked == [f"Bob{PACKAGE}"] * 2


_hooked = []


def _opened_while(work, folder):
    """Return the files in a folder that Python opens meanwhile; a hook cannot be taken off again."""
    seen = []
    if not _hooked:
        sys.addaudithook(lambda event, args: event == "open" and _hooked and _hooked[-1](args[0]))
    _hooked.append(lambda path: seen.append(str(path)) if str(path).startswith(f"{folder}{os.sep}") else None)
    try:
        work()
    finally:
        _hooked.append(lambda _: None)
    return seen


def test_the_open_library_is_not_so_much_as_opened(library, cloud):
    """Neither where it lies in the folder itself nor where another name of it does."""
    os.link(library.path, cloud / f"mine{PACKAGE}")
    (cloud / "mine (conflicted copy 2024-01-02).commonplace").symlink_to(library.path)
    assert _opened_while(lambda: look(library), cloud) == []
    assert look(library) == []


def test_what_is_no_ordinary_file_is_left_out(library, cloud):
    (cloud / f"folder{PACKAGE}").mkdir()
    os.mkfifo(cloud / f"pipe{PACKAGE}")
    (cloud / f"broken{PACKAGE}").symlink_to(cloud / "nowhere")
    for name in ("notes.txt", f".hidden{PACKAGE}", f"late{PACKAGE}.part", "plain.commonplace"):
        (cloud / name).write_text("x", "utf-8")
    assert look(library) == []


def test_what_a_cloud_has_not_fetched_is_waited_for(library, cloud):
    (cloud / f".Bob-0123456789ab{PACKAGE}.icloud").write_bytes(b"bplist00")
    (line,) = look(library)
    assert (line.file, line.person, line.state) == (f"Bob-0123456789ab{PACKAGE}", "Bob", "incomplete")


def test_a_hostile_package_is_refused_and_not_looked_at_again(library, package, cloud, asked):
    target = shutil.copy(package, cloud / f"Bob{PACKAGE}")
    engine = Engine(target, journal="delete")
    engine.rows("create view trap as select 1")
    engine.close()
    (line,) = look(library)
    assert (line.state, line.digest) == ("refused", "")
    look(library)
    assert asked == [target.name]


def test_ones_own_package_is_told_as_such_whatever_lies_under_its_name(library, cloud, sea):
    sent = send(library)
    (line,) = look(library)
    assert (line.state, line.person, line.file) == ("own", "Ann", sent.file)
    (cloud / sent.file).write_bytes(b"spoilt")
    assert send(library).written


@pytest.mark.parametrize("name", ["José", "CON", "愛子", "../../x", "a" * 400, "x\u202egnp", "A.B"])
def test_names_of_packages_are_safe_everywhere(tmp_path, name, home):
    with new_library(tmp_path / "n.commonplace", "Ann") as library:
        library.writer = type(library.writer)(library.writer.nonce, name, library.writer.installation)
        made = own_name(library)
        other = type(library.writer)(library.writer.nonce, name, b"another!")
        library.writer = other
        assert own_name(library) != made
    stem, _, ending = made.partition(".")
    assert ending == "commonplace-share"
    assert stem.isascii() and stem.replace("-", "").replace("_", "").isalnum() and len(made) <= 100


def test_settings_that_make_no_sense_are_as_if_there_were_none(library):
    path = config_folder() / "exchange" / f"{library.library_id}.json"
    path.parent.mkdir(parents=True)
    for text in ("", "[]", '{"folder": 3, "own": "x", "aside": [1, "a"]}'):
        path.write_text(text, "utf-8")
        assert read_exchange(library.library_id).folder == ""
        with pytest.raises(NotDoneError):
            look(library)
    assert read_exchange(library.library_id) == ExchangeSettings(aside=("a",))
    assert change_exchange(library.library_id, documents=False).aside == ("a",)
