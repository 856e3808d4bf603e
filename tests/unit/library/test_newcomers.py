"""Libraries that are new to this computer are looked at before they are opened; known ones are not held up."""

import os
import shutil
from contextlib import closing
from pathlib import Path

import apsw
import pytest

from commonplace.library import asking
from commonplace.library.session import new_library, open_session
from core.errors import LibraryDamagedError
from db.backup import back_up_records
from db.kinds import CONCEPT, entity_id


@pytest.fixture
def path(tmp_path):
    """A library of this computer, closed."""
    path = tmp_path / "mine.commonplace"
    with new_library(path, "Ann") as library, library.action("Add a concept") as action:
        action.make(CONCEPT, {"nonce": "1", "name": "Sea"})
    return path


@pytest.fixture
def asked(monkeypatch):
    """What a worker was asked to look at."""
    asked = []
    really = asking.asked_of_worker

    def noted(operation, path, *rest):
        asked.append(path)
        return really(operation, path, *rest)

    monkeypatch.setattr(asking, "asked_of_worker", noted)
    return asked


def change(path, *statements):
    with closing(apsw.Connection(str(path))) as connection:
        for statement in statements:
            connection.execute(statement)


def open_and_close(path):
    with open_session(path, "Ann", writing=False) as library:
        return library.engine.rows("select name from concept")


def test_a_library_that_was_made_here_is_known(path, asked):
    change(path, "insert into meta values('touched', 'by another program')")
    moved = path.rename(path.with_name("moved.commonplace"))

    assert open_and_close(moved) == [("Sea",)]
    assert asked == []


def test_a_copy_is_looked_at_once(path, asked):
    copy = Path(shutil.copy(path, path.with_name("copy.commonplace")))

    open_and_close(copy)
    change(copy, "insert into meta values('touched', 'by another program')")
    open_and_close(copy)

    assert asked == [copy]


def test_a_backup_of_the_records_opens_as_a_library(path, tmp_path, asked):
    with open_session(path, "Ann", writing=False) as library:
        backup = back_up_records(library.engine, tmp_path / "backups", "before merge")

    assert open_and_close(backup) == [("Sea",)]
    assert asked == [backup]


NONSENSE = entity_id("concept", '{"name":7}')
HOSTILE = {
    "trigger": ["create trigger t after insert on entity begin delete from entity; end"],
    "view": ["alter table concept rename to hidden", "create view concept as select * from hidden"],
    "view of itself": ["drop table meta", "create view meta as select 'library_id' as key, 'x' as value"],
    "missing index": ["drop index actionrow_at"],
    "nonsense": [f"insert into entity values(x'{NONSENSE.hex()}', zeroblob(16), 'concept', '{{\"name\":7}}')"],
}


@pytest.mark.parametrize("trick", HOSTILE)
def test_a_hostile_library_is_refused_and_left_as_it_is(path, tmp_path, trick):
    theirs = Path(shutil.copy(path, tmp_path / "theirs.commonplace"))
    change(theirs, *HOSTILE[trick])
    as_it_was = theirs.read_bytes()

    for _ in range(2):
        with pytest.raises(LibraryDamagedError, match="new here and was not opened"):
            open_session(theirs, "Ann", writing=True)

    assert theirs.read_bytes() == as_it_was
    assert not list(tmp_path.glob("theirs.commonplace-*"))


def test_a_library_that_was_put_in_the_place_of_another_is_new(path, tmp_path):
    theirs = Path(shutil.copy(path, tmp_path / "theirs.commonplace"))
    change(theirs, *HOSTILE["trigger"])
    theirs.replace(path)

    with pytest.raises(LibraryDamagedError):
        open_session(path, "Ann", writing=True)


def test_what_waits_in_a_log_beside_it_is_looked_at_too(path, tmp_path):
    theirs = tmp_path / "theirs.commonplace"
    with closing(apsw.Connection(str(path))) as connection:
        connection.execute("pragma wal_autocheckpoint=0")
        for statement in HOSTILE["trigger"]:
            connection.execute(statement)
        for end in ("", "-wal"):
            shutil.copy(f"{path}{end}", f"{theirs}{end}")

    with pytest.raises(LibraryDamagedError, match="trigger"):
        open_session(theirs, "Ann", writing=True)


def test_a_record_that_was_altered_is_left_to_the_check(path):
    copy = Path(shutil.copy(path, path.with_name("copy.commonplace")))
    change(copy, "update action set at=at+1")

    assert open_and_close(copy) == [("Sea",)]


def test_where_nothing_can_be_remembered_it_is_looked_at_again(path, asked):
    copy = Path(shutil.copy(path, path.with_name("copy.commonplace")))
    shutil.rmtree(os.environ["XDG_CACHE_HOME"], ignore_errors=True)
    Path(os.environ["XDG_CACHE_HOME"]).write_text("in the way", "utf-8")

    with (
        open_session(copy, "Ann", writing=True) as library,
        open_session(copy, "Ann", writing=True),
        library.action("Add another") as action,
    ):
        action.make(CONCEPT, {"nonce": "2", "name": "Shore"})

    assert asked[0] == copy
    assert len(asked) == 2
