"""Things as the ledger has them: a thing's makings and the versions of its cells, read in sets."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from core.ids import Json, canonical
from db.engine import Engine
from db.kinds import KINDS, Kind
from db.versions import GivenBack, Version, by_layer, disagree, given_back, heads, layer_of, originals

_BATCH = 400
FIRST_OF_ALL: Mapping[str, Json] = {"deleted": False}


@dataclass(slots=True)
class Thing:
    """One thing of a known kind.

    Attributes:
        makings: The clock of each action that made it, by the action's id.
        revised: The revisions of each register that has any.
    """

    id: bytes
    kind: Kind
    core: Mapping[str, Any]
    makings: dict[bytes, int]
    revised: dict[str, list[Version]] = field(default_factory=dict)

    def versions(self, register: str) -> list[Version]:
        """Return all versions of a cell; the makings are among them where the register has a first value."""
        found = list(self.revised.get(register, ()))
        first = self.first(register)
        if first is not None:
            found += [Version(action, (), at, first, action) for action, at in self.makings.items()]
        return found

    def first(self, register: str) -> str | None:
        """Return the first value of a register as canonical JSON, or None where it has none."""
        values = self._first_values(register)
        return None if values is None else canonical(values[register])

    def _first_values(self, register: str) -> Mapping[str, Any] | None:
        """Return the mapping that gives a register its first value."""
        for values in (self.core.get("first"), self.kind.first, FIRST_OF_ALL):
            if values and register in values:
                return values
        return None

    def heads(self, register: str) -> list[Version]:
        return heads(self.versions(register))

    def rivals(self, register: str) -> list[list[Version]]:
        """Return the heads in groups that hold one value each unless they disagree: of an anchor those of one layer."""
        found = self.heads(register)
        return by_layer(found) if register in self.kind.layered else [found]

    def disagreeing(self, register: str) -> list[Version]:
        """Return the heads among which a person has to choose; none where there is no conflict."""
        if register in self.kind.quiet:
            return []
        return [head for group in self.rivals(register) if disagree(group) for head in group]

    def replaced_by(self, register: str, value: Json) -> list[Version]:
        """Return the heads that a new value takes the place of: all, of an anchor those in its layer."""
        if register not in self.kind.layered or not isinstance(value, dict):
            return self.heads(register)
        place = layer_of(value)
        return [head for group in self.rivals(register) for head in group if layer_of(json.loads(head.value)) == place]

    def given_back(self, register: str) -> GivenBack:
        return given_back(self.versions(register))

    def originals(self, register: str) -> list[Version]:
        """Return what the heads of a cell stand for: themselves, or what an undo gave back with them."""
        given = self.given_back(register)
        return [one for head in self.heads(register) for one in originals(head, given)]

    def value(self, register: str) -> Any:
        """Return what a register shows: the newest head's value, or None."""
        if register not in self.revised:
            values = self._first_values(register)
            return None if values is None else values[register]
        found = self.heads(register)
        return json.loads(found[0].value) if found else None

    def registers(self) -> set[str]:
        """Return the registers that hold anything, ``deleted`` among them."""
        return {*self.revised, *self.core.get("first", ()), *self.kind.first, *FIRST_OF_ALL}

    def targets(self) -> set[bytes]:
        """Return all that this thing hangs on, or hung on at any time."""
        found: set[bytes] = set()
        for name in self.kind.hangs_on:
            if name in self.core:
                values = [self.core[name]]
            else:
                first = self._first_values(name) or {}
                values = [first.get(name), *(json.loads(version.value) for version in self.revised.get(name, ()))]
            named = (value["source"] if isinstance(value, dict) else value for value in values)
            found.update(bytes.fromhex(value) for value in named if value)
        return found


def load(engine: Engine, ids: Collection[bytes]) -> dict[bytes, Thing]:
    """Return the things of known kinds among these ids, with everything that was written to them."""
    things: dict[bytes, Thing] = {}
    for part in batches(ids):
        marks = ",".join("?" * len(part))
        for id, action, at, kind, core in engine.rows(
            "select e.id, e.action, coalesce(a.at, 0), e.kind, e.core from entity e"
            f" left join action a on a.id=e.action where e.id in ({marks})",
            part,
        ):
            if kind not in KINDS:
                continue
            thing = things.get(id)
            if thing is None:
                thing = things[id] = Thing(id, KINDS[kind], json.loads(core), {})
            thing.makings[action] = at
        for id, entity, name, prev, action, value, at, undoes in engine.rows(
            "select r.id, r.entity, r.field, r.prev, r.action, r.value, coalesce(a.at, 0), a.undoes from revision r"
            f" left join action a on a.id=r.action where r.entity in ({marks})",
            part,
        ):
            if entity in things:
                version = Version(id, replaced(prev), at, value, action, undoes)
                things[entity].revised.setdefault(name, []).append(version)
    return things


def spoken_of(engine: Engine, ids: Collection[bytes], *, besides: bytes) -> set[bytes]:
    """Return those of the ids that another action than ``besides`` has made or revised."""
    found: set[bytes] = set()
    for part in batches(ids):
        marks = ",".join("?" * len(part))
        for sql in ("select id from entity where id", "select entity from revision where entity"):
            found.update(id for (id,) in engine.rows(f"{sql} in ({marks}) and action<>?", (*part, besides)))
    return found


def load_one(engine: Engine, id: bytes) -> Thing | None:
    return load(engine, [id]).get(id)


def written_by(engine: Engine, action: bytes) -> Iterator[bytes]:
    """Return what an action, and what the actions it takes back, made and revised: their clock or standing is new."""
    waiting, passed = [action], set()
    while waiting:
        id = waiting.pop()
        if id in passed:
            continue
        passed.add(id)
        for sql in ("select entity from revision where action=?", "select id from entity where action=?"):
            yield from (entity for (entity,) in engine.rows(sql, (id,)))
        waiting += [undone for (undone,) in engine.rows("select undoes from action where id=?", (id,)) if undone]


def replaced(prev: str) -> tuple[bytes, ...]:
    """Return the ids a revision replaces, from their stored form."""
    return tuple(bytes.fromhex(part) for part in prev.split(",")) if prev else ()


def joined(ids: Iterable[bytes]) -> str:
    """Return the ids a revision replaces in their stored form: sorted, hexadecimal, between commas."""
    return ",".join(sorted(id.hex() for id in ids))


def batches(ids: Iterable[bytes]) -> Iterator[list[bytes]]:
    """Cut ids into lists short enough to be bound in one statement."""
    every = list(ids)
    for start in range(0, len(every), _BATCH):
        yield every[start : start + _BATCH]
