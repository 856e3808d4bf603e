"""What steps are called, told from the records when it is shown.

A label is a part of what an action's id is the hash of, and goes along in packages with whatever the action said.  So
it names nothing itself: a thing stands in it as its id in braces (``named``), and ``{file}`` and ``{concept}`` for
the files that came in with the step and the concepts that it made.  A package of some things then holds no name of the
others that the same step was about.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Collection, Iterable, Mapping
from typing import Any

from db.called import Called, called
from db.engine import Engine

TAG = "Tag a highlight"
UNTAG = "Take tags off a highlight"
RETAG = "Change the tags of a highlight"
IMPORT = "Import {file}"
ADD_CONCEPT = "Add concept {concept}"

_PART = re.compile(r"\{(file|concept|[0-9a-f]{32})\}")
_LONGEST = 80
_UNKNOWN = "…"
_MISSING = {"file": "a file", "concept": "a concept"}

# What takes back an action, or an undo of it, is called by what that action did.
_MEANT = (
    "with recursive passed(id, meant) as (select unhex(value), unhex(value) from json_each(?) union"
    " select p.id, a.undoes from passed p join action a on a.id=p.meant where a.undoes is not null)"
    " select distinct p.id, {} from passed p cross join {}"
    " where not exists (select 1 from action a where a.id=p.meant and a.undoes is not null) order by 2, 3"
)
_CONCEPT = "concept k on k.id={} join concept c on c.id=k.canonical"
_NAME = "c.name, c.name_key, c.id"
_GIVEN = _MEANT.format(
    _NAME, f"entity e on e.action=p.meant join tagging t on t.id=e.id join {_CONCEPT.format('t.concept')}"
)
_TAKEN = _MEANT.format(
    _NAME,
    "revision r on r.action=p.meant and r.field='present' and r.value='false' join tagging t on t.id=r.entity"
    f" join {_CONCEPT.format('t.concept')}",
)
_MADE = _MEANT.format(_NAME, f"entity e on e.action=p.meant join {_CONCEPT.format('e.id')}")
_FILES = _MEANT.format("f.name, f.id", "entity e on e.action=p.meant join file_name f on f.id=e.id")
# A document that was deleted and comes in again has its name already.
_SOURCES = _MEANT.format(
    "f.name, f.id", "revision r on r.action=p.meant and r.field='deleted' join file_name f on f.target=r.entity"
)


def named(id: str) -> str:
    """Return how a thing stands in a label."""
    return f"{{{id}}}"


def step_labels(engine: Engine, steps: Iterable[tuple[bytes, str]]) -> Mapping[bytes, str]:
    """Return how those of some actions read whose label names things, by id; each action comes with its label."""
    asked = dict(steps)
    tagging = [id for id, label in asked.items() if label in (TAG, UNTAG, RETAG)]
    naming = {id: label for id, label in asked.items() if _PART.search(label)}
    return {**_tag_labels(engine, tagging), **_naming_labels(engine, naming)}


def step_label(engine: Engine, action: bytes, label: str) -> str:
    """Return how one action reads."""
    return step_labels(engine, [(action, label)]).get(action, label)


def _tag_labels(engine: Engine, steps: Collection[bytes]) -> dict[bytes, str]:
    given, taken = (_names(engine, sql, steps) for sql in (_GIVEN, _TAKEN))
    return {id: _tag_label(given.get(id, ""), taken.get(id, "")) for id in given.keys() | taken.keys()}


def _tag_label(given: str, taken: str) -> str:
    if given and taken:
        return f"{TAG} with {given} instead of {taken}"
    return f"{TAG} with {given}" if given else f"Take {taken} off a highlight"


def _naming_labels(engine: Engine, steps: Mapping[bytes, str]) -> dict[bytes, str]:
    things = called(engine, {part for label in steps.values() for part in _PART.findall(label) if len(part) == 32})
    files = [id for id, label in steps.items() if "{file}" in label]
    said = {
        "file": {**_names(engine, _SOURCES, files), **_names(engine, _FILES, files)},
        "concept": _names(engine, _MADE, [id for id, label in steps.items() if "{concept}" in label]),
    }

    def told(action: bytes) -> Callable[[re.Match[str]], str]:
        return lambda part: said[part[1]].get(action, _MISSING[part[1]]) if part[1] in said else _name(things, part[1])

    return {id: _PART.sub(told(id), label) for id, label in steps.items()}


def _names(engine: Engine, sql: str, steps: Collection[bytes]) -> dict[bytes, str]:
    rows: list[tuple[Any, ...]] = engine.rows(sql, (json.dumps([id.hex() for id in steps]),)) if steps else []
    found: dict[bytes, list[str]] = {}
    for action, name, *_ in rows:
        found.setdefault(action, []).append(name)
    return {action: ", ".join(dict.fromkeys(names)) for action, names in found.items()}


def _name(things: Mapping[str, Called], id: str) -> str:
    one = things.get(id)
    if one is None:
        return _UNKNOWN
    line = " ".join(one.text.split())
    if not line:
        return " and ".join(_name(things, other) for other in one.about) if one.kind in ("tagging", "same") else id[:12]
    short = line if len(line) <= _LONGEST else line[: _LONGEST - 1].rstrip() + "…"
    return f"“{short}”" if one.kind in ("highlight", "note") else short
