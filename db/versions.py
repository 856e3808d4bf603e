"""What a cell holds, from the records alone: pure functions that decide values, conflicts and deletions.

A cell is one register of one entity.  Its versions are the revisions written to it, and each *making* of the
entity where the register has a first value: the making's id is the action that made it.  A version that no
other version names in ``prev`` is a head.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple


class Version(NamedTuple):
    """One version of a cell; ``value`` is canonical JSON, ``at`` the clock of its action."""

    id: bytes
    prev: tuple[bytes, ...]
    at: int
    value: str
    action: bytes


def heads(versions: Sequence[Version]) -> list[Version]:
    """Return the versions that none replaces, newest first; the clock orders what is shown and no more."""
    replaced = {id for version in versions for id in version.prev}
    left = [version for version in versions if version.id not in replaced]
    return sorted(left, key=lambda version: (version.at, version.id), reverse=True)


def disagree(found: Iterable[Version]) -> bool:
    """Return whether heads hold different values."""
    return len({version.value for version in found}) > 1


class Deletion(NamedTuple):
    """What the heads of a ``deleted`` cell say."""

    asked: bool
    contested: bool
    seen: frozenset[str]


def deletion(found: Sequence[Version]) -> Deletion:
    """Read the heads of a ``deleted`` cell.

    ``asked``: all of them delete.  ``contested``: some do and some do not, so the thing stays, in conflict.
    ``seen``: what the deleters knew of, as hexadecimal ids; anything else keeps the thing.
    """
    values: list[Any] = [json.loads(version.value) for version in found]
    deleting = [value for value in values if isinstance(value, dict) and value.get("deleted")]
    seen = frozenset(id for value in deleting for id in value.get("seen", ()))
    return Deletion(
        asked=bool(deleting) and len(deleting) == len(values),
        contested=bool(deleting) and len(deleting) < len(values),
        seen=seen,
    )
