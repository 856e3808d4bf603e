"""Sources that stand for each other: later versions, and copies of a work of which only one has its text here."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress

from core.errors import UserError
from core.likeness import packed, sample, unpacked
from db.documents import read_layer
from db.engine import Engine

_LATER = (
    "select o.id, n.id from source n join source o on o.id=n.replaces"
    " where n.alive and o.alive and n.layer is not null and n.id<>o.id order by n.made, n.id"
)
_WITHOUT_TEXT = (
    "with one(reference, id) as (select r.canonical, s.id from source s join reference r on r.id=s.reference"
    " where s.alive and s.layer is not null and r.alive"
    " and not exists (select 1 from source n where n.alive and n.replaces=s.id))"
    " select s.id, min(one.id) from source s join reference r on r.id=s.reference join one on one.reference=r.canonical"
    " where s.alive and s.layer is null group by s.id having count(*)=1"
)

# It binds the sources that have an heir: JSON, as ``heirs`` gives them.
WAITING = (
    "source s cross join highlight h on h.source=s.id where h.alive and s.alive"
    " and ((s.layer is not null and h.layer<>s.layer) or s.id in (select unhex(value) from json_each(?)))"
)


def heirs(engine: Engine) -> dict[str, str]:
    """Return the sources in whose text the highlights of others are to be found again, by the id of these others.

    A later version is the heir of the one it replaces, and of what that one replaces.  Of a source without text
    here it is the copy that belongs to the same reference, where there is but one.
    """
    later = dict(engine.rows(_LATER))
    found = {old: newest for old in later if (newest := _last(old, later)) is not None}
    for id, copy in engine.rows(_WITHOUT_TEXT):
        found.setdefault(id, copy)
    return {id.hex(): heir.hex() for id, heir in found.items()}


def samples(engine: Engine) -> dict[str, tuple[int, ...]]:
    """Return a sample of the text that each source shows, by its id.

    What was never asked for is made now, and kept where the library can be written to.
    """
    rows = engine.rows(
        "select s.id, s.layer, k.stretches from source s left join sample k on k.layer=s.layer"
        " where s.alive and s.layer is not null"
    )
    made = {layer: packed(sample(read_layer(engine, layer.hex()).text)) for _, layer, kept in rows if kept is None}
    if made and not engine.read_only:
        with suppress(UserError), engine.writing():
            engine.many("insert or replace into sample values(?,?)", made.items())
    return {id.hex(): unpacked(made[layer] if kept is None else kept) for id, layer, kept in rows}


def replaces(engine: Engine) -> dict[str, str]:
    """Return what each later version replaces, by its id."""
    rows = engine.rows("select id, replaces from source where alive and replaces is not null")
    return {id.hex(): old.hex() for id, old in rows}


def _last(old: bytes, later: Mapping[bytes, bytes]) -> bytes | None:
    """Return the last version of a row; None where versions replace each other in a circle."""
    passed = [old]
    while passed[-1] in later:
        if later[passed[-1]] in passed:
            return None
        passed.append(later[passed[-1]])
    return passed[-1]
