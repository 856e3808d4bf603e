"""What the window keeps of its own on this computer, beside the profile: one JSON file, read leniently."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from commonplace.library.profile import config_folder, make_current
from commonplace.library.session import Library
from core.errors import StorageError


def read_preferences() -> dict[str, Any]:
    """Return what was kept; nothing where there is none, or where it cannot be read: looks are no reason to stop."""
    try:
        kept = json.loads(_path().read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return kept if isinstance(kept, dict) else {}


def write_preferences(values: Mapping[str, Any]) -> None:
    """Keep values beside those that are kept already.

    Raises:
        StorageError: They cannot be written.
    """
    path = _path()
    aside = path.with_name(f".{path.name}.{os.getpid()}")
    text = json.dumps(read_preferences() | dict(values), ensure_ascii=False, indent=2, sort_keys=True)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        aside.write_text(f"{text}\n", "utf-8")
        aside.replace(path)
    except OSError as error:
        raise StorageError(f"The preferences {path} cannot be written: {error.strerror}.") from error


def work_as(library: Library, person: str) -> Callable[[Library], None]:
    """Let somebody work in an open library, and in those opened later.

    Returns:
        What lets the same person work in a library that is open elsewhere in the program.
    """
    writer = library.writer = make_current(person)

    def follow(other: Library) -> None:
        other.writer = writer

    return follow


def _path() -> Path:
    return config_folder() / "preferences.json"
