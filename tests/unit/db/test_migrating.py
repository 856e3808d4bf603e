"""From one format of library to the next: a backup first, then each step in one transaction."""

import shutil
from contextlib import closing

import pytest
from ledgers import Person, visible

from core.errors import LibraryTooNewError, StorageError
from db import schema, tables
from db.backup import back_up
from db.engine import Engine
from db.opening import FORMAT, OURS, Formats, create, open_library, read_header

_STEP = """
def up(migrator, db):
    db.execute_sql("alter table concept add column mood text")
    {body}
    db.execute_sql("pragma user_version=2")
"""


@pytest.fixture
def steps(tmp_path):
    folder = tmp_path / "steps"
    shutil.copytree(OURS.steps, folder, ignore=shutil.ignore_patterns("__pycache__"))
    return folder


@pytest.fixture
def later(steps):
    """A later version of the program, whose second format has a column more."""
    (steps / "0002_moods.py").write_text(_STEP.format(body=""))
    return Formats(2, steps)


@pytest.fixture
def filled(path):
    engine = create(path)
    Person("ann", engine, None).concept("FOIP")
    engine.close()
    return path.read_bytes()


def columns(engine):
    return [name for _, name, *_ in engine.rows("pragma table_info(concept)")]


def test_the_first_step_makes_what_the_models_say(library):
    """The first format is frozen; a model that is changed needs a step of its own."""
    fresh = Engine(library.path.with_name("models"), journal="memory")
    for model in (*schema.REPLICATED, schema.MetaRow, *tables.PROJECTED, *tables.LOCAL):
        with model.bind_ctx(fresh):
            model.create_table()
    question = "select type, name, tbl_name from sqlite_schema where name not like 'sqlite_%' order by 1, 2"
    made = [row for row in library.rows(question) if row[2] != "migration"]
    assert made == fresh.rows(question)
    for kind, name, _ in made:
        if kind == "table":
            assert library.rows(f"pragma table_xinfo({name})") == fresh.rows(f"pragma table_xinfo({name})")
            assert library.rows(f"pragma index_list({name})") == fresh.rows(f"pragma index_list({name})")
    fresh.close()


def test_an_old_library_is_backed_up_and_then_brought_to_the_new_format(path, filled, later, tmp_path):
    backups = tmp_path / "backups"
    made = []

    def keep(old):
        made.append(back_up(old, backups, "migration"))

    with closing(open_library(path, before_migration=keep, formats=later)) as engine:
        assert columns(engine)[-1] == "mood"
        assert engine.rows("select name from concept") == [("FOIP",)]
    assert read_header(path).format == 2
    assert read_header(made[0]).format == FORMAT
    with closing(open_library(made[0], before_migration=pytest.fail)) as backup:
        assert "mood" not in columns(backup)
        assert backup.rows("select name from concept") == [("FOIP",)]


def test_a_migrated_library_is_not_migrated_again(path, filled, later):
    open_library(path, before_migration=lambda _: None, formats=later).close()
    open_library(path, before_migration=pytest.fail, formats=later).close()


def test_the_old_version_refuses_the_migrated_library(path, filled, later):
    open_library(path, before_migration=lambda _: None, formats=later).close()
    with pytest.raises(LibraryTooNewError):
        open_library(path, before_migration=pytest.fail)


def test_a_step_that_fails_leaves_the_library_as_it_was(path, filled, steps):
    (steps / "0002_moods.py").write_text(_STEP.format(body="db.execute_sql('insert into nowhere values(1)')"))
    with pytest.raises(Exception, match="nowhere"):
        open_library(path, before_migration=lambda _: None, formats=Formats(2, steps))
    assert read_header(path).format == FORMAT
    with closing(open_library(path, before_migration=pytest.fail)) as engine:
        assert "mood" not in columns(engine)
        assert visible(engine)["concept"]


def test_a_step_is_kept_although_the_one_after_it_fails(path, filled, later):
    step = _STEP.format(body="raise OSError('pulled out')").replace("mood", "mind").replace("=2", "=3")
    (later.steps / "0003_minds.py").write_text(step)
    with pytest.raises(OSError, match="pulled out"):
        open_library(path, before_migration=lambda _: None, formats=Formats(3, later.steps))
    assert read_header(path).format == 2
    with closing(open_library(path, before_migration=pytest.fail, formats=later)) as engine:
        assert "mind" not in columns(engine)


def test_without_a_backup_nothing_is_migrated(path, filled, later):
    def fail(_old):
        raise StorageError("The disk is full.")

    with pytest.raises(StorageError):
        open_library(path, before_migration=fail, formats=later)
    assert path.read_bytes() == filled
