"""Backups: verified copies, the newest ten of each reason."""

from contextlib import closing

import pytest
from ledgers import Person, add_document, visible

from core.errors import StorageError
from db.backup import back_up
from db.check import check
from db.engine import Engine
from db.opening import open_library


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "backups"


def test_a_backup_holds_everything_and_opens_as_a_library(library, folder, ann):
    Person("ann", library, None).concept("FOIP")
    add_document(library, ann)
    copy = back_up(library, folder, "daily")
    assert [path.name for path in folder.iterdir()] == [copy.name]
    with closing(open_library(copy, before_migration=pytest.fail)) as engine:
        assert visible(engine) == visible(library)
        assert check(engine, remake=False).problems == ()


def test_a_backup_is_of_one_moment_though_another_writes(library, folder, second_engine):
    Person("ann", library, None).concept("FOIP")
    back_up(library, folder, "daily")
    Person("bob", second_engine, None).concept("Quad")
    assert library.value("select count(*) from concept") == 2


def test_the_newest_ten_of_a_reason_are_kept(library, folder):
    kept = back_up(library, folder, "before merge")
    made = [back_up(library, folder, "daily") for _ in range(12)]
    assert sorted(folder.iterdir()) == sorted([kept, *made[2:]])


def test_a_folder_that_cannot_be_made_is_said_and_changes_nothing(library, tmp_path):
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(StorageError) as said:
        back_up(library, tmp_path / "file" / "backups", "daily")
    assert said.value.hint
    Person("ann", library, None).concept("FOIP")


def test_a_copy_that_came_out_wrong_is_thrown_away(library, folder, monkeypatch):
    Person("ann", library, None).concept("FOIP")
    monkeypatch.setattr("db.backup._is_whole", lambda *_: False)
    with pytest.raises(StorageError):
        back_up(library, folder, "daily")
    assert list(folder.iterdir()) == []


def test_old_backups_stay_when_a_new_one_fails(library, folder, monkeypatch):
    made = [back_up(library, folder, "daily") for _ in range(10)]
    monkeypatch.setattr("db.backup._is_whole", lambda *_: False)
    with pytest.raises(StorageError):
        back_up(library, folder, "daily")
    assert sorted(folder.iterdir()) == made


def test_a_restored_backup_goes_on(library, folder, tmp_path):
    ann = Person("ann", library, None)
    ann.concept("FOIP")
    copy = back_up(library, folder, "daily")
    restored = tmp_path / "restored.commonplace"
    restored.write_bytes(copy.read_bytes())
    with closing(Engine(restored)) as engine:
        again = Person("ann", engine, None)
        again.undo()
        assert engine.rows("select alive from concept") == [(0,)]


def test_what_another_writes_while_the_copy_is_made_does_not_spoil_it(library, folder, second_engine, monkeypatch):
    Person("ann", library, None).concept("FOIP")
    bob = Person("bob", second_engine, None)
    real = Engine.rows

    def rows(engine, sql, values=()):
        found = real(engine, sql, values)
        if engine is library and "from blob" in sql:
            bob.concept("Quad")
        return found

    monkeypatch.setattr(Engine, "rows", rows)
    assert back_up(library, folder, "daily").exists()
