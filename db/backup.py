"""Backups: copies made by SQLite from our own connection, whole or of the records alone, checked before they count."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import apsw

from core.errors import StorageError
from db.engine import Engine, storage_errors
from db.files import sync

LIBRARY, PRIVATE = ".commonplace", ".commonplace-private"
_KEPT = 10
_PAGES_AT_ONCE = 2048
_DOCUMENTS = ("blob", "blob_chunk")
_CREATE = re.compile(r"^create (table|index|unique index) ", re.IGNORECASE)
_COUNTS = "select (select count(*) from revision), (select count(*) from entity), (select count(*) from blob)"


def back_up(engine: Engine, folder: Path, reason: str, private: Engine | None = None) -> Path:
    """Write a verified copy of a library into a folder and return its path; the newest ten of a reason are kept.

    What is private goes into a copy of its own, beside the other one and of its name.

    Raises:
        StorageError: The copy could not be written or does not hold what the library holds; nothing was left behind.
    """
    stamp = datetime.now(UTC).strftime("%Y-%m-%dT%H%M%S.%fZ")
    target = folder / f"{stamp} {reason}{LIBRARY}"
    if private is not None:
        _write(private, target.with_suffix(PRIVATE))
    _write(engine, target)
    for ending in (LIBRARY, PRIVATE):
        for old in sorted(folder.glob(f"* {reason}{ending}"))[:-_KEPT]:
            old.unlink()
    return target


def back_up_records(engine: Engine, folder: Path, reason: str) -> Path:
    """Write a verified copy of a library without the bytes of its documents, as ``back_up`` does.

    It opens as a library; the documents are found again in the library itself, which never changes them.

    Raises:
        StorageError: The copy could not be written or does not hold what the library holds; nothing was left behind.
    """
    stamp = datetime.now(UTC).strftime("%Y-%m-%dT%H%M%S.%fZ")
    target = folder / f"{stamp} {reason}{LIBRARY}"
    _write(engine, target, _copy_records)
    for old in sorted(folder.glob(f"* {reason}{LIBRARY}"))[:-_KEPT]:
        old.unlink()
    return target


def _write(engine: Engine, target: Path, copied: Callable[[Engine, Path], None] | None = None) -> None:
    folder, aside = target.parent, target.with_suffix(".part")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if target.suffix == PRIVATE:
            aside.touch(mode=0o600)
        (copied or _copy)(engine, aside)
        sync(aside)
        aside.replace(target)
        sync(folder)
    except OSError as error:
        raise StorageError(
            f"A backup could not be written to {folder}: {error.strerror}. The library is unaffected.",
            hint="Make room there, or check the permissions of the folder.",
        ) from error
    finally:
        with contextlib.suppress(OSError):
            aside.unlink()


def _copy(engine: Engine, target: Path) -> None:
    least = engine.rows(_COUNTS)[0]
    with storage_errors():
        copy = apsw.Connection(str(target))
        try:
            with copy.backup("main", engine.raw, "main") as running:
                while not running.done:
                    running.step(_PAGES_AT_ONCE)
            copy.execute("pragma journal_mode=delete").fetchall()
            if not _is_whole(copy, least, engine.rows(_COUNTS)[0]):
                raise StorageError("The backup did not come out whole and was thrown away; the library is unaffected.")
        finally:
            copy.close()


def _copy_records(engine: Engine, target: Path) -> None:
    with engine.beside(target, "backup"):
        engine.rows("pragma backup.journal_mode=off")
        engine.rows("pragma backup.synchronous=off")
        for pragma in ("application_id", "user_version"):
            engine.rows(f"pragma backup.{pragma}={int(engine.value(f'pragma main.{pragma}'))}")
        engine.rows("begin")
        try:
            lost = _fill(engine)
            engine.rows("commit")
        except BaseException:
            # A disk that fails may have ended it already.
            if not engine.raw.get_autocommit():
                engine.rows("rollback")
            raise
        sound = engine.rows("pragma backup.quick_check") == [("ok",)]
    if lost or not sound:
        raise StorageError("The backup did not come out whole and was thrown away; the library is unaffected.")


def _fill(engine: Engine) -> list[str]:
    """Copy all tables but the documents' as they are at one moment; return those that did not come out whole."""
    made = engine.rows("select type, name, sql from main.sqlite_schema where sql is not null order by type desc, name")
    for _, _, sql in made:
        engine.rows(_CREATE.sub(r"create \1 backup.", sql))
    tables = [name for kind, name, _ in made if kind == "table" and name not in _DOCUMENTS]
    for name in tables:
        engine.rows(f'insert into backup."{name}" select * from main."{name}"')
    counted = 'select (select count(*) from main."{0}") = (select count(*) from backup."{0}")'
    return [name for name in tables if not engine.value(counted.format(name))]


def _is_whole(copy: apsw.Connection, least: tuple[int, ...], most: tuple[int, ...]) -> bool:
    """Return whether a copy is sound and holds what the library held; others may write while it is made."""
    ((*held,),) = copy.execute(_COUNTS)
    within = all(low <= found <= high for low, found, high in zip(least, held, most, strict=True))
    return list(copy.execute("pragma quick_check")) == [("ok",)] and within
