"""What was tagged by an action, told from its records.

Its label names no concept: labels go along in packages with the things that they are about, and a package holds no
name of what was not chosen.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from db.engine import Engine

TAG = "Tag a highlight"
UNTAG = "Take tags off a highlight"
RETAG = "Change the tags of a highlight"

# What takes back an action, or an undo of it, is called by what that action did.
_MEANT = (
    "with recursive passed(id, meant) as (select unhex(value), unhex(value) from json_each(?) union"
    " select p.id, a.undoes from passed p join action a on a.id=p.meant where a.undoes is not null)"
    " select distinct p.id, c.name, c.name_key, c.id from passed p cross join"
)
_NAMED = (
    "join tagging t on t.id={} join concept k on k.id=t.concept join concept c on c.id=k.canonical"
    " where not exists (select 1 from action a where a.id=p.meant and a.undoes is not null) order by c.name_key, c.id"
)
_GIVEN = f"{_MEANT} entity e on e.action=p.meant {_NAMED.format('e.id')}"
_TAKEN = (
    f"{_MEANT} revision r on r.action=p.meant and r.field='present' and r.value='false' {_NAMED.format('r.entity')}"
)


def tag_labels(engine: Engine, steps: Iterable[tuple[bytes, str]]) -> Mapping[bytes, str]:
    """Return how those of some actions read that change tags, by id; each action comes with its label."""
    wanted = json.dumps([id.hex() for id, label in steps if label in (TAG, UNTAG, RETAG)])
    if wanted == "[]":
        return {}
    given, taken = (_names(engine.rows(sql, (wanted,))) for sql in (_GIVEN, _TAKEN))
    return {id: _label(given.get(id, ""), taken.get(id, "")) for id in given.keys() | taken.keys()}


def _names(rows: Iterable[tuple[Any, ...]]) -> dict[bytes, str]:
    found: dict[bytes, list[str]] = {}
    for action, name, *_ in rows:
        found.setdefault(action, []).append(name)
    return {action: ", ".join(names) for action, names in found.items()}


def _label(given: str, taken: str) -> str:
    if given and taken:
        return f"{TAG} with {given} instead of {taken}"
    return f"{TAG} with {given}" if given else f"Take {taken} off a highlight"
