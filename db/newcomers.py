"""Libraries that are new to this computer: what can be asked of one before it is known whether it may be opened."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import apsw

from core.errors import StorageError, UserError
from core.scratch import ScratchFolder
from db.strangers import StrangersFile, with_log

_PART = 1 << 20
_BESIDE = ("-wal", "-journal")


def claimed_id(path: Path) -> str:
    """Return the id that a library gives as its own, empty where it gives none; nothing else of it is read."""
    file = StrangersFile(path)
    try:
        return str(file.value("select value from meta where key='library_id'"))
    except (apsw.Error, UserError):
        return ""
    finally:
        file.close()


@contextmanager
def still(path: Path) -> Iterator[Path]:
    """Give a library as it will be when it is opened: with what waits beside it folded in, in a copy then."""
    # SQLite, too, keeps them beside the file that a link leads to.
    path = path.resolve()
    beside = [one for end in _BESIDE if (one := path.with_name(path.name + end)).exists() and one.stat().st_size]
    if not beside:
        yield path
        return
    with ScratchFolder() as folder:
        copy = folder / path.name
        copy_file(path, copy)
        for one in beside:
            shutil.copyfile(one, copy.with_name(one.name))
        with_log(copy)
        yield copy


def copy_file(path: Path, copy: Path, alive: Callable[[], None] = lambda: None) -> None:
    """Copy a library or package by way of SQLite: this process may have it open, and would lose its locks by another.

    ``alive`` is called now and then; what it raises ends the work.

    Raises:
        StorageError: It cannot be read.
    """
    try:
        file = apsw.VFSFile("", str(path), [apsw.SQLITE_OPEN_MAIN_DB | apsw.SQLITE_OPEN_READONLY, 0])
        try:
            size = file.xFileSize()
            with copy.open("wb") as target:
                for start in range(0, size, _PART):
                    target.write(file.xRead(min(_PART, size - start), start))
                    alive()
        finally:
            file.xClose()
    except apsw.Error as error:
        raise StorageError(
            f"{path} cannot be read; nothing was changed.", hint="Check the permissions of the file and its folder."
        ) from error
