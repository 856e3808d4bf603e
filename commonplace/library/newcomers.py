"""Libraries that are new to this computer: looked at as a stranger's file is, before anything of them is believed.

One that was made or opened here before is known by its id and its number on the disk; it may lie anywhere.
"""

from __future__ import annotations

import json
import os
from contextlib import suppress
from pathlib import Path

from commonplace.library.profile import cache_folder
from core.errors import LibraryDamagedError
from db.opening import refuse_unfit

_REMEMBERED = 500


def refuse_hostile(path: Path) -> None:
    """Have a worker look at a library that is new here; one that is known is let through.

    Raises:
        PlaceError: It is none, or not to be opened; it was left as it is.
    """
    refuse_unfit(path)
    # Libraries that nobody else has touched are opened faster without.
    from db.newcomers import claimed_id, still
    from db.strangers import RefusedError

    known, number = _known(), _entry(path, "")[1:]
    if any(entry[1:] == number for entry in known) and _entry(path, claimed_id(path)) in known:
        return
    from commonplace.library.asking import asked_of_worker

    try:
        with still(path) as file:
            found = asked_of_worker("admit", file)
    except RefusedError as error:
        raise LibraryDamagedError(
            f"{path} is new here and was not opened. {error} It was left as it is.",
            hint="Ask whoever gave it to you for the file again; if it is your own, restore a backup.",
        ) from error
    remember(path, str(found["library"]))


def remember(path: Path, library_id: str) -> None:
    """Know a library from now on; where that cannot be written down it is looked at again."""
    with suppress(OSError):
        entry, known = _entry(path, library_id), _known()
        if entry in known:
            return
        aside = _list().with_name(f".{_list().name}.{os.getpid()}")
        aside.parent.mkdir(parents=True, exist_ok=True)
        aside.write_text(json.dumps([*known, entry][-_REMEMBERED:]), "utf-8")
        aside.replace(_list())


def _entry(path: Path, library_id: str) -> list[str | int]:
    found = path.stat()
    return [library_id, found.st_dev, found.st_ino]


def _list() -> Path:
    return cache_folder() / "seals" / "known.json"


def _known() -> list[list[str | int]]:
    try:
        found = json.loads(_list().read_text("utf-8"))
    except (OSError, ValueError):
        return []
    return [entry for entry in found if isinstance(entry, list)] if isinstance(found, list) else []
