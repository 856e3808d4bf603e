"""Which concepts a person has put on the keys 1 to 7: kept on this computer, for each library, and in no library."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from pathlib import Path

from commonplace.library.profile import config_folder
from commonplace.library.session import Library
from core.errors import StorageError

COUNT = 7


def chosen_slots(library: Library) -> dict[int, str]:
    """Return the ids of the concepts that were chosen, by the number of their slot, from 0."""
    try:
        value = json.loads(_file(library).read_text("utf-8"))
        return {number: id for number, id in enumerate(value[:COUNT]) if isinstance(id, str) and id}
    except (OSError, ValueError, TypeError):
        # Only a habit is lost with it; the slots then go to the concepts that are used most.
        return {}


def choose_slot(library: Library, number: int, concept: str) -> dict[int, str]:
    """Put a concept, by its id, into a slot and out of any other; an empty id frees the slot.

    Raises:
        StorageError: It cannot be kept.
    """
    chosen = {at: id for at, id in chosen_slots(library).items() if at != number and id != concept}
    if concept:
        chosen[number] = concept
    _write(_file(library), chosen)
    return chosen


def _file(library: Library) -> Path:
    return config_folder() / "slots" / f"{library.library_id}.json"


def _write(path: Path, chosen: Mapping[int, str]) -> None:
    aside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        aside.write_text(json.dumps([chosen.get(number, "") for number in range(COUNT)]) + "\n", "utf-8")
        aside.replace(path)
    except OSError as error:
        raise StorageError(f"The choice cannot be kept in {path}: {error.strerror}.") from error
