"""Files opened for a reading: by the parent, which may, and read by a worker, which may open none itself."""

from __future__ import annotations

import mmap
import os
import stat
from pathlib import Path
from typing import TypeAlias

from commonplace.documents.reading import MEBIBYTE, ReadRequest, UnreadableError


class Mapped(mmap.mmap):
    """A mapped file."""

    def seekable(self) -> bool:
        """Say what ``zipfile`` asks of a file; a map can say so itself from Python 3.13 on."""
        return True


Contents: TypeAlias = bytes | Mapped
"""A file's bytes: held, or mapped where they are too many to hold."""

IN_MEMORY_LIMIT = 256 * MEBIBYTE

_HOW = (
    os.O_RDONLY
    # A pipe without a writer is refused below, not waited for.
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_NOCTTY", 0)
    | getattr(os, "O_BINARY", 0)
    | getattr(os, "O_NOINHERIT", 0)
)


def open_file(path: Path) -> int:
    """Return a descriptor of a file, to be read only; whoever asked closes it.

    Raises:
        UnreadableError: There is no such file, or it may not be opened.
    """
    try:
        if path.is_dir():
            raise IsADirectoryError
        descriptor = os.open(path, _HOW)
    except FileNotFoundError as error:
        raise UnreadableError("missing", "There is no such file.") from error
    except IsADirectoryError as error:
        raise UnreadableError("not-a-file", "It is a folder, not a file.") from error
    except PermissionError as error:
        raise UnreadableError("no-rights", "You have no right to read this file.") from error
    except OSError as error:
        raise _unreadable(error) from error
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        raise UnreadableError("not-a-file", "It is no file that holds a document.")
    return descriptor


def contents(request: ReadRequest) -> Contents:
    """Return the bytes of the file that a request is about.

    Raises:
        UnreadableError: It cannot be opened or read.
    """
    if request.descriptor is not None:
        return _contents(request.descriptor)
    descriptor = open_file(request.path)
    try:
        return _contents(descriptor)
    finally:
        os.close(descriptor)


def _contents(descriptor: int) -> Contents:
    try:
        if os.fstat(descriptor).st_size > IN_MEMORY_LIMIT:
            return Mapped(descriptor, 0, access=mmap.ACCESS_READ)
        with open(descriptor, "rb", closefd=False) as file:
            file.seek(0)
            return file.read()
    except OSError as error:
        raise _unreadable(error) from error


def _unreadable(error: OSError) -> UnreadableError:
    return UnreadableError("unreadable", f"The disk could not read the file: {error.strerror}.")
