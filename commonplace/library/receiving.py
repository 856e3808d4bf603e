"""Taking in a file of somebody else's: copied aside first, then looked at by a worker, and only then opened here."""

from __future__ import annotations

import json
import os
import shutil
import stat
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from commonplace.documents.reading import MEBIBYTE
from commonplace.library.asking import Alive, asked_of_worker, going_on, nothing, stop_unless
from commonplace.library.profile import cache_folder
from commonplace.library.session import Library
from core.errors import LibraryBusyError, LibraryDamagedError, LibraryMissingError, StorageError
from core.scratch import ScratchFolder
from db.newcomers import copy_file
from db.opening import FORMAT
from db.packages import Manifest, parse_manifest
from db.strangers import RefusedError, refuse_unfit, with_log

_TRIES = 5
_PART = 1 << 20
_REMEMBERED = 200


@dataclass(frozen=True, slots=True)
class Received:
    """A stranger's file that may be believed.

    Attributes:
        path: Our own copy of it, which nobody else changes.
        digest: The SHA-256 of that.
        manifest: What a package says of itself; None of a library.
        known: Whether the very same bytes were looked at before.
    """

    path: Path
    digest: bytes
    manifest: Manifest | None
    known: bool


@contextmanager
def received(
    library: Library, path: Path, alive: Alive = going_on, meanwhile: Callable[[], None] = nothing
) -> Iterator[Received]:
    """Have a library or a package of somebody else's as a checked copy, for as long as the block lasts.

    Args:
        library: The one it is for; its own file is refused.
        path: The file, which may be open elsewhere.
        alive: Called now and then; False stops everything.
        meanwhile: Done while the worker looks at it; not at all where these bytes were looked at before.

    Raises:
        NotDoneError: It is the open library itself.
        LibraryMissingError: There is no such file.
        LibraryDamagedError: It is no library and no package, or one that must not be believed.
        LibraryTooNewError: It was written by a later version.
        StorageError: It cannot be read or copied.
    """
    library.refuse_own_file(path)
    _refuse_no_file(path)
    with _own_folder(path.stat().st_size, path) as folder:
        with _refused(path):
            copy = _copied(path, folder / "received", alive)
            refuse_unfit(copy)
            digest = _digest(copy)
            known = _remembered(digest)
            manifest = _examined(copy, alive, meanwhile) if known is None else _parsed(known)
        if known is None:
            _remember(digest, manifest)
        yield Received(copy, digest, manifest, known is not None)


@contextmanager
def _refused(path: Path) -> Iterator[None]:
    try:
        yield
    except RefusedError as error:
        raise LibraryDamagedError(
            f"{path} cannot be merged. {error} Nothing was changed.", hint="Ask for the file again."
        ) from error
    except OSError as error:
        raise StorageError(f"{path} cannot be read: {error.strerror}. Nothing was changed.") from error


def _refuse_no_file(path: Path) -> None:
    try:
        mode = path.stat().st_mode
    except OSError as error:
        raise LibraryMissingError(f"There is no file {path}; nothing was changed.", hint="Check its name.") from error
    if not stat.S_ISREG(mode):
        raise LibraryDamagedError(f"{path} is no ordinary file; nothing was changed.")


def _own_folder(size: int, path: Path) -> ScratchFolder:
    """Return a new folder for a copy, on a disk that has room for it and for what comes of it."""
    base = cache_folder() / "received"
    try:
        base.mkdir(parents=True, exist_ok=True, mode=0o700)
        folder = ScratchFolder(base)
        free = shutil.disk_usage(base).free
    except OSError as error:
        raise StorageError(f"A copy of {path} cannot be made in {base}: {error.strerror}.") from error
    if free < 2 * size:
        folder.close()
        raise StorageError(
            f"There is not enough room for a copy of {path}: {2 * size // MEBIBYTE:,} MB are needed. "
            "Nothing was changed.",
            hint="Make room on the disk, then try again.",
            code="disk-full",
        )
    return folder


def _copied(path: Path, copy: Path, alive: Alive) -> Path:
    """Copy a file, with the log that waits beside it, as both are at one moment; fold the log into the copy.

    Raises:
        LibraryBusyError: It changes all the time.
        RefusedError: What stands beside it cannot be folded in.
    """
    # SQLite, too, keeps them beside the file that a link leads to.
    path = path.resolve()
    log, journal = (path.with_name(path.name + end) for end in ("-wal", "-journal"))
    for _ in range(_TRIES):
        before = _state(path), _state(log)
        if _state(journal)[0]:
            raise RefusedError("Somebody is in the middle of writing to it.")
        copy_file(path, copy, lambda: stop_unless(alive))
        if before[1][0]:
            _copy(log, copy.with_name(copy.name + "-wal"), alive)
        if before == (_state(path), _state(log)):
            if before[1][0]:
                with_log(copy)
            return copy
        time.sleep(0.2)
    raise LibraryBusyError(f"{path} is being written to; nothing was changed.", hint="Try again when that is done.")


def _state(path: Path) -> tuple[int, int, int]:
    try:
        found = path.stat()
    except OSError:
        return 0, 0, 0
    return found.st_size, found.st_mtime_ns, found.st_ino


def _copy(path: Path, copy: Path, alive: Alive) -> None:
    with path.open("rb") as source, copy.open("wb") as target:
        while part := source.read(_PART):
            target.write(part)
            stop_unless(alive)


def _digest(path: Path) -> bytes:
    digest = sha256()
    with path.open("rb") as file:
        while part := file.read(_PART):
            digest.update(part)
    return digest.digest()


def _examined(copy: Path, alive: Alive, meanwhile: Callable[[], None]) -> Manifest | None:
    """Have a worker look at a copy; return the manifest of a package.

    Raises:
        RefusedError: It is not to be taken, or its worker died or hung over it.
        LibraryTooNewError: It was written by a later version.
    """
    header = asked_of_worker("examine", copy, alive, meanwhile)
    return _parsed(str(header.get("manifest", "")))


def _parsed(manifest: str) -> Manifest | None:
    return parse_manifest(manifest) if manifest else None


def _seals() -> Path:
    return cache_folder() / "seals" / f"received-{FORMAT}.json"


def _remembered(digest: bytes) -> str | None:
    """Return the manifest of a file that was looked at before, empty of a library; None of one that was not."""
    known: Any = _read_seals().get(digest.hex())
    return known if isinstance(known, str) else None


def _remember(digest: bytes, manifest: Manifest | None) -> None:
    """Note that a file was found good: the very same bytes need not be looked at again."""
    kept = {**_read_seals(), digest.hex(): manifest.text() if manifest else ""}
    newest = dict(list(kept.items())[-_REMEMBERED:])
    aside = _seals().with_name(f".{_seals().name}.{os.getpid()}")
    with suppress(OSError):
        aside.parent.mkdir(parents=True, exist_ok=True)
        aside.write_text(json.dumps(newest), "utf-8")
        aside.replace(_seals())


def _read_seals() -> dict[str, Any]:
    try:
        found = json.loads(_seals().read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}
