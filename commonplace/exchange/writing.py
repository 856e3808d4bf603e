"""Writing outputs so that a crash leaves the old file or the new one, and nobody's work is overwritten unasked.

The last line of an output holds the hash of what stands before it.  While that is true of a file, nobody has written
in it since, and it may be replaced.
"""

from __future__ import annotations

import errno
import os
import re
import secrets
import stat
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from core.errors import NotDoneError, StorageError, UserError

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_FORBIDDEN = {errno.EACCES, errno.EPERM, errno.EROFS}
_STALE = 3600  # seconds; a file still being written is never that old
_BESIDE = ".commonplace-"
_UNTOUCHED = "Files that were there are as they were."


@dataclass(frozen=True, slots=True)
class Comment:
    """How a format holds a comment of one line; both ends with the spaces that belong there."""

    opens: str
    closes: str = ""


ANGLED = Comment("<!-- ", " -->")
PERCENT = Comment("% ")


@dataclass(frozen=True, slots=True)
class Output:
    """A file to be written.

    Attributes:
        comment: How its last line holds our mark; None where the bytes must stay as they are.  A file without a
            mark is replaced only by equal bytes, or by force.
    """

    path: Path
    content: str | bytes
    comment: Comment | None = None

    def data(self) -> bytes:
        """Return the bytes of the file, with the mark where there is one."""
        body = self.content.encode() if isinstance(self.content, str) else self.content
        if self.comment is None:
            return body
        if body and not body.endswith(b"\n"):
            body += b"\n"
        return body + _mark(body, self.comment)


def write_outputs(outputs: Sequence[Output], *, force: bool = False) -> None:
    """Write all files, or none when one of them may not be written.

    Each is written under another name in its folder, synced and renamed.  A file that holds the bytes already is left
    alone; one that is not our own unchanged output is overwritten by ``force`` only.

    Raises:
        NotDoneError: A file would be overwritten, or its place is none for a file; nothing was written.
        StorageError: The disk refused.
    """
    # A link stays a link: what it points to is replaced.
    targets = [(_resolved(output.path), output) for output in outputs]
    _refuse_doubles([path for path, _ in targets])
    changed = []
    for path, output in targets:
        data = output.data()
        if _may_write(path, data, output.comment, force=force):
            changed.append((path, data))
    _write(changed)


@contextmanager
def whole_file(path: Path, *, force: bool = False) -> Iterator[Path]:
    """Give an empty file beside a target to be written; it takes the target's name when the block ends well.

    A file that is there is replaced by ``force`` only.

    Raises:
        NotDoneError: Something is there, or its place is none for a file; nothing was written.
        StorageError: The disk refused.
    """
    target = _resolved(path)
    with _explained(target):
        _refuse_present(target, force=force)
        _sweep(target.parent)
        beside = _beside(target)
        beside.open("xb").close()
        try:
            yield beside
            _sync(beside)
            _refuse_present(target, force=force)
            beside.replace(target)
            _sync_folder(target.parent)
        finally:
            with suppress(OSError):
                beside.unlink()


def is_own(data: bytes, comment: Comment) -> bool:
    """Return whether the bytes are an output of ours that nobody changed."""
    start = data.rstrip(b"\n").rfind(b"\n") + 1
    return data[start:] == _mark(data[:start], comment)


def _mark(body: bytes, comment: Comment) -> bytes:
    return f"{comment.opens}Commonplace export {sha256(body).hexdigest()[:32]}{comment.closes}\n".encode()


def _resolved(path: Path) -> Path:
    with _explained(path):
        return path.resolve()


def _refuse_doubles(paths: Sequence[Path]) -> None:
    seen: set[str] = set()
    for path in paths:
        name = os.path.normcase(path)
        if name in seen:
            raise NotDoneError(
                f"Two outputs would both be written to {path.name}. Nothing was written.",
                hint="Choose an output name with another ending.",
            )
        seen.add(name)


def _may_write(path: Path, data: bytes, comment: Comment | None, *, force: bool) -> bool:
    """Return whether the file has to be written; False where it holds these bytes already."""
    with _explained(path):
        if not _is_present(path):
            return True
        old = _old(path)
        if old == data:
            return False
        if not force and (old is None or comment is None or not is_own(old, comment)):
            raise NotDoneError(
                f"{path} is there already and is not an unchanged export of Commonplace. Nothing was written.",
                hint="Choose another name, or overwrite it with --force.",
                code="would-overwrite",
            )
        return True


def _is_present(path: Path) -> bool:
    """Return whether an ordinary file is there."""
    try:
        mode = path.stat().st_mode
    except FileNotFoundError:
        _refuse_missing_folder(path)
        return False
    if not stat.S_ISREG(mode):
        raise NotDoneError(
            f"{path} is not an ordinary file. Nothing was written.", hint="Choose another name for the output."
        )
    return True


def _refuse_present(path: Path, *, force: bool) -> None:
    if _is_present(path) and not force:
        raise NotDoneError(
            f"{path} is there already. Nothing was written.",
            hint="Choose another name, or overwrite it with --force.",
            code="would-overwrite",
        )


def _refuse_missing_folder(path: Path) -> None:
    if not path.parent.is_dir():
        raise NotDoneError(
            f"There is no folder {path.parent}. Nothing was written.",
            hint="Make the folder first, or choose another place.",
        )


def _old(path: Path) -> bytes | None:
    """Return what the file holds; None where it may not be read, so nobody can say whose it is."""
    try:
        return path.read_bytes()
    except PermissionError:
        return None


def _write(files: Sequence[tuple[Path, bytes]]) -> None:
    waiting: dict[Path, Path] = {}
    try:
        for path, data in files:
            with _explained(path):
                _sweep(path.parent)
                waiting[path] = _beside(path)
                _write_synced(waiting[path], data, path)
        for path in list(waiting):
            with _explained(path):
                waiting[path].replace(path)
                del waiting[path]
        for folder in {path.parent for path, _ in files}:
            _sync_folder(folder)
    finally:
        for path in waiting.values():
            with suppress(OSError):
                path.unlink()


def _beside(path: Path) -> Path:
    return path.with_name(f"{_BESIDE}{secrets.token_hex(8)}.tmp")


def _write_synced(beside: Path, data: bytes, target: Path) -> None:
    with beside.open("xb") as file:
        file.write(data)
        file.flush()
        with suppress(FileNotFoundError):
            beside.chmod(stat.S_IMODE(target.stat().st_mode))
        os.fsync(file.fileno())


def _sync_folder(folder: Path) -> None:
    # Some systems cannot sync a folder; the files themselves are on the disk.
    with suppress(OSError):
        _sync(folder)


def _sync(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _sweep(folder: Path) -> None:
    """Remove what an export that was killed left in the folder."""
    for path in folder.glob(f"{_BESIDE}*.tmp"):
        with suppress(OSError):
            if re.fullmatch(r"[0-9a-f]{16}", path.stem.removeprefix(_BESIDE)) and _age(path) > _STALE:
                path.unlink()


def _age(path: Path) -> float:
    return time.time() - path.stat().st_mtime


@contextmanager
def _explained(path: Path) -> Iterator[None]:
    """Turn what the system says about a file into a sentence."""
    try:
        yield
    except (OSError, RuntimeError) as error:
        raise _failure(path, error) from error


def _failure(path: Path, error: OSError | RuntimeError) -> UserError:
    number = error.errno if isinstance(error, OSError) else errno.ELOOP
    if number in _FULL:
        return StorageError(
            f"The disk is full: {path.name} was not written. {_UNTOUCHED}", hint="Make room, then export again."
        )
    if number in _FORBIDDEN:
        return StorageError(
            f"{path} may not be written by you. {_UNTOUCHED}", hint="Choose a folder in which you may write."
        )
    if number in {errno.ELOOP, errno.ENOTDIR, errno.ENAMETOOLONG, errno.EINVAL}:
        return NotDoneError(f"No file can have the name {path}. {_UNTOUCHED}", hint="Choose another name.")
    reason = os.strerror(number) if number else str(error)
    return StorageError(f"{path} could not be written: {reason}. {_UNTOUCHED}", hint="Choose another place.")
