"""Making a library and opening one: every check stands before the first read of a table.

The file is looked at through SQLite's own file layer: a plain ``open`` and ``close`` in a process that has the
library open would drop its locks.
"""

from __future__ import annotations

import contextlib
import os
import shlex
import uuid
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import apsw
from peewee import PeeweeException

from core.errors import (
    LibraryDamagedError,
    LibraryForeignError,
    LibraryMissingError,
    LibraryTooNewError,
    NotDoneError,
    StorageError,
)
from db.engine import APPLICATION_ID, PACKAGE_ID, Engine, storage_errors
from db.files import put

_MAGIC = b"SQLite format 3\0"
# Document bytes are checked by their hashes; reading every page of them at the start would take minutes.
_UNCHECKED = frozenset({"blob_chunk", "layer"})


@dataclass(frozen=True, slots=True)
class Formats:
    """The newest format there is, and the folder of the steps that lead to it."""

    newest: int
    steps: Path

    def name(self, format: int) -> str:
        """Return what the step is called that leads to a format."""
        return next(path.stem for path in self.steps.glob(f"{format:04}_*.py"))


FORMAT = 1
OURS = Formats(FORMAT, Path(__file__).parent / "migrations")


@dataclass(frozen=True, slots=True)
class Header:
    """What the first hundred bytes of a library say."""

    application_id: int
    format: int
    expected_size: int
    size: int


def read_header(path: Path) -> Header:
    """Read a library's header without touching its locks.

    Raises:
        LibraryMissingError: No file is there.
        LibraryForeignError: It is no file, or none of SQLite's.
    """
    if path.exists() and not path.is_file():
        raise LibraryForeignError(
            f"{path} is no ordinary file, and so no library; it was left as it is.",
            hint="Name another file with --library.",
        )
    if not path.is_file():
        raise LibraryMissingError(
            f"There is no library at {path}.", hint="Make one with `new`, or name another with --library."
        )
    flags = [apsw.SQLITE_OPEN_MAIN_DB | apsw.SQLITE_OPEN_READONLY, 0]
    try:
        file = apsw.VFSFile("", str(path.absolute()), flags)
    except apsw.Error as error:
        raise StorageError(
            f"{path} cannot be read; nothing was changed.", hint="Check the permissions of the file and its folder."
        ) from error
    try:
        size = file.xFileSize()
        head = file.xRead(min(100, size), 0) if size else b""
    finally:
        file.xClose()
    if len(head) < 100 or not head.startswith(_MAGIC):
        raise LibraryForeignError(
            f"{path} is not a Commonplace library; it was left as it is.", hint="Name another file with --library."
        )
    page = int.from_bytes(head[16:18], "big")
    page = 65536 if page == 1 else page
    return Header(
        application_id=int.from_bytes(head[68:72], "big"),
        format=int.from_bytes(head[60:64], "big"),
        expected_size=page * int.from_bytes(head[28:32], "big"),
        size=size,
    )


def refuse_unfit(path: Path, supported: int = OURS.newest, application_id: int = APPLICATION_ID) -> Header:
    """Refuse a file that is foreign, newer or cut off; it stays byte for byte as it is."""
    header = read_header(path)
    if header.application_id == PACKAGE_ID != application_id:
        raise LibraryForeignError(
            f"{path} is a package that somebody shared, and no library; it was left as it is.",
            hint=f"Take it into your own library with `merge {shlex.quote(str(path))}`.",
        )
    if header.application_id != application_id:
        raise LibraryForeignError(
            f"{path} belongs to another program; it was left as it is.", hint="Name another file with --library."
        )
    if header.format > supported:
        raise LibraryTooNewError(header.format, supported)
    if header.size < header.expected_size and not _has_log(path):
        raise LibraryDamagedError(
            f"{path} is incomplete: {header.size:,} of {header.expected_size:,} bytes are there. It was left as it is.",
            hint="Copy it again, or restore a backup.",
        )
    return header


def _has_log(path: Path) -> bool:
    """Return whether committed pages wait beside the file; a checkpoint that was cut off leaves it short of them."""
    log = path.with_name(path.name + "-wal")
    return log.exists() and log.stat().st_size > 0


def _has_side_files(path: Path) -> bool:
    """Return whether somebody has the file open, or had when the computer stopped."""
    return any(path.with_name(path.name + end).exists() for end in ("-wal", "-journal"))


def create(path: Path, application_id: int = APPLICATION_ID, library_id: str = "") -> Engine:
    """Make an empty library, or what belongs to the one that is named; the file appears complete or not at all.

    Raises:
        NotDoneError: Something is there already.
        StorageError: The folder cannot be written to.
    """
    if path.exists():
        raise NotDoneError(f"{path} exists already; it was left as it is.", hint="Choose another name.", code="exists")
    aside = path.with_name(f".{path.name}.{uuid.uuid4().hex[:8]}.new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _build(aside, application_id, library_id or uuid.uuid4().hex)
        put(aside, path)
    except FileExistsError as error:
        raise NotDoneError(f"{path} exists already; it was left as it is.", code="exists") from error
    except OSError as error:
        raise StorageError(
            f"A library cannot be made at {path}: {error.strerror}. Nothing was changed.",
            hint="Choose another place, or check the permissions of the folder.",
        ) from error
    finally:
        with contextlib.suppress(OSError):
            aside.unlink()
    return Engine(path)


def _build(path: Path, application_id: int, library_id: str) -> None:
    engine = Engine(path, journal="delete")
    try:
        with storage_errors():
            engine.raw.execute(f"pragma application_id={application_id}")
            migrate(engine)
            engine.rows("insert into meta values('library_id', ?)", (library_id,))
    finally:
        engine.close()


def open_library(
    path: Path,
    *,
    before_migration: Callable[[Engine], None],
    sealed: bool = False,
    formats: Formats = OURS,
    application_id: int = APPLICATION_ID,
) -> Engine:
    """Open a library for reading and writing, or for reading alone where the medium allows no more.

    ``before_migration`` is called with the open, unchanged library when its format is old; it makes the backup.
    ``sealed`` says that the file is as this installation last left it, which spares the check of its pages.
    """
    header = refuse_unfit(path, formats.newest, application_id)
    read_only = not (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK))
    alone = not _has_side_files(path)
    if alone and not sealed:
        _look_at(path)
    engine = Engine(path, read_only=read_only, immutable=alone)
    try:
        engine.connect()
        if not alone and not sealed:
            refuse_damaged(engine)
        if header.format < formats.newest:
            before_migration(engine)
            migrate(engine, formats)
    except BaseException:
        engine.close()
        raise
    return engine


def _look_at(path: Path) -> None:
    """Check the pages before anything could be written: even to open a file may change bytes of its header."""
    engine = Engine(path, read_only=True, immutable=True)
    try:
        refuse_damaged(engine)
    finally:
        engine.close()


def refuse_damaged(engine: Engine) -> None:
    """Check the pages of every table but the documents'.

    Raises:
        LibraryDamagedError: SQLite finds a fault.
    """
    tables = [name for (name,) in engine.rows("select name from sqlite_schema where type='table'")]
    for table in tables:
        if table in _UNCHECKED:
            continue
        said = engine.rows(f'pragma quick_check("{table}")')
        if said != [("ok",)]:
            raise LibraryDamagedError(
                f"{engine.path} is damaged ({said[0][0].splitlines()[0]}); it was left as it is.",
                hint="Restore a backup.",
            )


def migrate(engine: Engine, formats: Formats = OURS, upto: int = 0) -> None:
    """Bring a library to the newest format, or an empty one to an older one, by its number.

    Each step is one transaction with its record, and sets ``user_version`` itself, in the same one.
    """
    from playhouse.migrations import Runner  # only a new or an old library needs it

    with storage_errors():
        try:
            target = formats.name(upto) if upto else None
            Runner(engine, str(formats.steps), table_name="migration").up(target)
        except PeeweeException as error:
            # What SQLite said, in peewee's wrapping.
            raise error.args[0] if error.args and isinstance(error.args[0], apsw.Error) else error from None


def sqlite_facts() -> tuple[str, bool]:
    """Return SQLite's version, and whether it has full-text search."""
    return apsw.sqlite_lib_version(), "ENABLE_FTS5" in apsw.compile_options


def library_id(engine: Engine) -> str:
    return str(engine.value("select value from meta where key='library_id'"))
