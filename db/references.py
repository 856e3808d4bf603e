"""Questions about references, their keys and the .bib files they came from."""

from __future__ import annotations

import json
from collections.abc import Collection
from dataclasses import dataclass

from core.records import Reference
from db.engine import Engine
from db.sources import file_names

# A reference that was made for a source, and of which nobody said anything, goes out of sight with the source.
_SHOWN = (
    "r.alive and (r.bibfile is not null or r.own<>'{}'"
    " or exists (select 1 from source s where s.alive and s.reference=r.id))"
)


@dataclass(frozen=True, slots=True)
class Slice:
    """Where a reference stands in its .bib, and what persons said over it (None: the field was removed)."""

    reference: str
    key: str
    start: int
    end: int
    own: dict[str, str | None]
    citekey: str
    type: str
    own_type: str


@dataclass(frozen=True, slots=True)
class BibFileFacts:
    """A .bib in the library; ``current`` unless a later state took its place, ``replaces`` the id of the earlier."""

    id: str
    sha256: str
    names: tuple[str, ...]
    current: bool
    replaces: str


def references(engine: Engine, ids: Collection[str] | None = None) -> list[Reference]:
    """Return the references that are shown, in the order they were made; with ``ids`` those of them not deleted."""
    rows = engine.rows(
        "select id, citekey, type, fields, bibfile, own from reference r"
        f" where {_SHOWN if ids is None else 'alive'} order by made, slice_start, citekey, id"
    )
    aliases, linked = _aliases(engine), _linked(engine)
    wanted = None if ids is None else {bytes.fromhex(id) for id in ids}
    return [
        Reference(
            id=id.hex(),
            citekey=citekey,
            aliases=tuple(key for key in aliases.get(id, ()) if key != citekey),
            type=type,
            fields=json.loads(fields),
            sources=linked.get(id, ()),
            bibfile=bibfile.hex() if bibfile else "",
            edited=own != "{}",
            removed=frozenset(name for name, value in json.loads(own).items() if value is None),
        )
        for id, citekey, type, fields, bibfile, own in rows
        if wanted is None or id in wanted
    ]


def references_with_key(engine: Engine, key: str) -> tuple[list[str], list[str]]:
    """Return the ids of living references shown under a key, and of those that only had it or are led to by it."""
    shown = engine.rows(
        "select c.reference from citekey c join reference r on r.id=c.reference"
        f" where {_SHOWN} and c.shown and c.citekey=?",
        (key,),
    )
    led = engine.rows(
        "select c.reference from citekey c join reference r on r.id=c.reference"
        f" where {_SHOWN} and not c.shown and c.citekey=?1"
        " union select a.reference from alias a join reference r on r.id=a.reference"
        f" where a.alive and {_SHOWN} and a.citekey=?1",
        (key,),
    )
    return [id.hex() for (id,) in shown], [id.hex() for (id,) in led]


def taken_keys(engine: Engine) -> set[str]:
    """Return every key that leads or ever led to a reference here, deleted ones too: keys are not given out twice."""
    return {key for (key,) in engine.rows("select citekey from citekey union select citekey from alias")}


def citekeys(engine: Engine) -> dict[str, str]:
    """Return the shown key of every living reference."""
    return {id.hex(): key for id, key in engine.rows("select id, citekey from reference where alive")}


def citekey_of(engine: Engine, reference: str) -> str:
    """Return the key of a reference, a deleted one's too; empty where it has none."""
    return str(engine.value("select citekey from reference where id=?", (bytes.fromhex(reference),)) or "")


def reference_of(engine: Engine, source: str) -> str:
    """Return the living reference a source belongs to, a deleted one too; empty where there is none."""
    sql = "select r.id from source s join reference r on r.id=s.reference where r.alive and s.id=?"
    found = engine.value(sql, (bytes.fromhex(source),))
    return found.hex() if found else ""


def sources_of(engine: Engine, reference: str) -> list[str]:
    rows = engine.rows(
        "select id from source where alive and reference=? order by made, id", (bytes.fromhex(reference),)
    )
    return [id.hex() for (id,) in rows]


def bibfiles(engine: Engine) -> list[BibFileFacts]:
    """Return the .bib files that were read, oldest first."""
    replaced = {old for (old,) in engine.rows("select replaces from bibfile where alive and replaces is not null")}
    names = file_names(engine)
    return [
        BibFileFacts(id.hex(), sha256.hex(), names.get(id, ()), id not in replaced, old.hex() if old else "")
        for id, sha256, old in engine.rows("select id, sha256, replaces from bibfile where alive order by made, id")
    ]


def slices(engine: Engine, bibfile: str) -> list[Slice]:
    """Return the living references that stand in a .bib, in its order."""
    rows = engine.rows(
        "select id, slice_key, slice_start, slice_end, own, citekey, type, slice_type from reference"
        " where alive and bibfile=? order by slice_start",
        (bytes.fromhex(bibfile),),
    )
    return [
        Slice(id.hex(), key, start, end, json.loads(own), citekey, type, own_type)
        for id, key, start, end, own, citekey, type, own_type in rows
    ]


def _aliases(engine: Engine) -> dict[bytes, tuple[str, ...]]:
    found: dict[bytes, tuple[str, ...]] = {}
    sql = (
        "select reference, citekey from citekey where not shown"
        " union select reference, citekey from alias where alive order by 1, 2"
    )
    for reference, key in engine.rows(sql):
        found[reference] = (*found.get(reference, ()), key)
    return found


def _linked(engine: Engine) -> dict[bytes, tuple[str, ...]]:
    found: dict[bytes, tuple[str, ...]] = {}
    for reference, source in engine.rows(
        "select reference, id from source where alive and reference is not null order by made, id"
    ):
        found[reference] = (*found.get(reference, ()), source.hex())
    return found
