"""Which files an import means: paths as named, folders with all that is in them, the open library never."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

_LONGEST_NAME = 500


@dataclass(frozen=True, slots=True)
class Candidate:
    """A file to look at: ``named`` where the user named it, not the folder it is in; ``problem`` why it cannot be."""

    path: Path
    size: int = 0
    named: bool = False
    problem: str = ""
    skipped: str = ""


def candidates(paths: Iterable[Path], own: Collection[tuple[int, int]]) -> list[Candidate]:
    """Return what the paths mean, each file once, in the order named and inside folders by name.

    Nothing is opened: files of the open library (``own``, as device and inode) are known by their numbers, because
    opening and closing one would drop the library's locks.
    """
    found: list[Candidate] = []
    seen: set[tuple[int, int]] = set()
    for path in paths:
        for candidate in _in(path):
            known_as = number(candidate.path)
            if known_as in own:
                candidate = Candidate(candidate.path, named=candidate.named, skipped="This is the open library itself.")
            elif known_as is not None and not candidate.problem:
                if known_as in seen:
                    continue
                seen.add(known_as)
            found.append(candidate)
    return found


def library_files(path: Path) -> set[tuple[int, int]]:
    """Return the device and inode of a library and of the files beside it."""
    names = (path.name + suffix for suffix in ("", "-wal", "-shm", "-journal"))
    return {found for name in names if (found := number(path.with_name(name))) is not None}


def shown_name(path: Path) -> str:
    """Return a file's name as text: what is no Unicode in it, or would turn the line around, is shown as �."""
    text = os.fsencode(path.name).decode("utf-8", "replace")
    return "".join(char if char.isprintable() else "�" for char in text)[:_LONGEST_NAME]


def _in(path: Path) -> Iterator[Candidate]:
    try:
        if path.is_dir():
            yield from _in_folder(path)
        else:
            yield _file(path, named=True)
    except OSError as error:
        yield Candidate(path, named=True, problem=f"It cannot be read: {_reason(error)}.")


def _in_folder(folder: Path) -> Iterator[Candidate]:
    refused: list[Candidate] = []

    def refuse(error: OSError) -> None:
        refused.append(Candidate(Path(error.filename), problem=f"The folder cannot be read: {_reason(error)}."))

    for base, folders, names in os.walk(folder, onerror=refuse):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from refused
        refused.clear()
        for name in sorted(names):
            if not name.startswith("."):
                yield _file(Path(base, name), named=False)
    yield from refused


def _file(path: Path, *, named: bool) -> Candidate:
    try:
        size = path.stat().st_size
    except OSError as error:
        return Candidate(path, named=named, problem=f"It cannot be read: {_reason(error)}.")
    if not path.is_file():
        return Candidate(path, named=named, skipped="It is no ordinary file.")
    return Candidate(path, size, named)


def number(path: Path) -> tuple[int, int] | None:
    """Return the device and inode of what a path leads to, or None where there is nothing."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def _reason(error: OSError) -> str:
    return (error.strerror or str(error)).lower()
