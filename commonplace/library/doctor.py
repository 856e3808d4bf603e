"""What this computer has of what the program needs."""

from __future__ import annotations

import os
import platform
import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from commonplace.documents.trained import languages, trained_folder
from commonplace.library.profile import cache_folder, config_folder, data_folder, default_library
from commonplace.library.recognising import INSTALL
from core.errors import UserError
from db.opening import FORMAT, refuse_unfit, sqlite_facts

_PACKAGES = (
    "PySide6-Essentials",
    "peewee",
    "apsw",
    "bibtexparser",
    "pymupdf",
    "trafilatura",
    "lxml",
    "jinja2",
    "rapidfuzz",
)
_PROGRAMS = {"pandoc": "turns exported notes into Word, HTML and more", "biber": "sorts the references of LaTeX notes"}


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at; ``state`` is ok, missing (nothing needs it) or problem."""

    what: str
    state: str
    detail: str


def examine(library: Path | None = None) -> list[Finding]:
    """Look at Python, packages, SQLite, folders, the library, text recognition, and programs that are good to have."""
    return [*_python(), *_packages(), *_sqlite(), *_folders(), *_library(library), *_recognition(), *_programs()]


def _python() -> Iterator[Finding]:
    state = "ok" if sys.version_info >= (3, 11) else "problem"
    yield Finding("Python", state, f"{platform.python_version()} on {platform.system()} {platform.release()}")


def _packages() -> Iterator[Finding]:
    for name in _PACKAGES:
        try:
            yield Finding(name, "ok", version(name))
        except PackageNotFoundError:
            yield Finding(name, "problem", "not installed; set the program up again with: uv run main.py")


def _sqlite() -> Iterator[Finding]:
    release, has_search = sqlite_facts()
    yield Finding(
        "SQLite", "ok" if has_search else "problem", f"{release}, full-text search {'yes' if has_search else 'no'}"
    )


def _folders() -> Iterator[Finding]:
    for what, folder in (
        ("data folder", data_folder()),
        ("settings folder", config_folder()),
        ("cache folder", cache_folder()),
    ):
        nearest = next(parent for parent in (folder, *folder.parents) if parent.exists())
        writable = os.access(nearest, os.W_OK)
        yield Finding(what, "ok" if writable else "problem", f"{folder}{'' if writable else ' (cannot be written to)'}")


def _library(named: Path | None) -> Iterator[Finding]:
    path = named or Path(os.environ.get("COMMONPLACE_LIBRARY") or default_library())
    try:
        header = refuse_unfit(path)
    except UserError as error:
        yield Finding("library", "problem" if path.exists() or named else "missing", error.message)
    else:
        size = f"{header.size / 1e6:.1f} MB, format {header.format} of {FORMAT}"
        yield Finding("library", "ok", f"{path}: {size}")


def _recognition() -> Iterator[Finding]:
    folder = trained_folder()
    if folder is None:
        yield Finding("text recognition", "missing", f"no data of Tesseract, so scans cannot be read; {INSTALL}")
    else:
        yield Finding("text recognition", "ok", f"{', '.join(languages(folder))}, in {folder}")


def _programs() -> Iterator[Finding]:
    for name, use in _PROGRAMS.items():
        found = shutil.which(name)
        yield Finding(name, "ok" if found else "missing", found or f"not installed; it {use}")
