"""Giving a finished file its name, so that the power may go at any moment."""

from __future__ import annotations

import os
from pathlib import Path


def sync(path: Path) -> None:
    """Have the system put a file, or the names in a folder, on the disk."""
    if os.name == "nt" and path.is_dir():
        return
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def put(aside: Path, path: Path) -> None:
    """Give a file its name, unless something has it by now.

    Raises:
        FileExistsError: Something has it.
    """
    try:
        os.link(aside, path)
    except FileExistsError:
        raise
    except OSError:  # a memory stick knows no second names
        if path.exists():
            raise FileExistsError(path) from None
        aside.rename(path)
