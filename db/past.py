"""Everything that was ever said of a thing, register by register."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass

from core.ids import Json, canonical
from db.engine import Engine
from db.things import Thing, load

_HANGING = (
    "select id from tagging where highlight=?1 union select id from note where target=?1"
    " union select id from label where concept=?1 union select id from alias where reference=?1"
    " union select id from shelf where source=?1"
)


@dataclass(frozen=True, slots=True)
class Said:
    """One version of a register.

    Attributes:
        version: The id of the revision, or of the action that made the thing, whose first value this is.
        action: Whose it is; an undo has one of its own for what it gave back.
        raw: The value as canonical JSON.
        standing: Whether it is a head.
    """

    thing: str
    kind: str
    register: str
    version: str
    action: str
    value: Json
    raw: str
    standing: bool


def said_of(engine: Engine, id: str, *, hanging: bool = True) -> list[Said]:
    """Return all versions of all registers of a thing, oldest first; with ``hanging`` of what hangs on it, too."""
    ids = [bytes.fromhex(id)]
    if hanging:
        ids += [other for (other,) in engine.rows(_HANGING, (ids[0],))]
    things = load(engine, ids)
    found = [(at, one) for id in ids if id in things for at, one in _said(things[id])]
    return [one for _, one in sorted(found, key=lambda pair: (pair[0], pair[1].register, pair[1].version))]


def _said(thing: Thing) -> list[tuple[int, Said]]:
    found = []
    for register in sorted({*thing.registers(), *_in_core(thing)}):
        if register == "deleted" and register not in thing.revised:
            continue
        core, heads = _in_core(thing).get(register), {head.id for head in thing.heads(register)}
        every = [(one.at, one.id, one.action, json.loads(one.value)) for one in thing.versions(register)]
        if core is not None:
            every += [(at, action, action, core) for action, at in thing.makings.items()]
        for at, version, action, own in every:
            # Where an undo has left nothing, what the thing was made with is shown again.
            value = core if own is None else own
            standing = version in heads or not heads
            said = Said(
                thing.id.hex(),
                thing.kind.name,
                register,
                version.hex(),
                action.hex(),
                value,
                canonical(value),
                standing,
            )
            found.append((at, said))
    return found


def _in_core(thing: Thing) -> Mapping[str, Json]:
    """Return the registers whose first value is a part of the core: the name of a concept."""
    return {name: thing.core[name] for name in thing.kind.registers if name in thing.core}
