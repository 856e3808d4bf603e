"""Questions about references, their keys and the .bib files they came from."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from core.records import Reference
from db.engine import Engine
from db.sources import file_names

# A reference that was made for a source, and of which nobody said anything, goes out of sight with the source; of
# those that are shown as one, one in sight is enough.
_SHOWN = (
    "r.alive and exists (select 1 from reference m where m.canonical=r.canonical and m.alive"
    " and (m.bibfile is not null or m.own<>'{}'"
    " or exists (select 1 from source s where s.alive and s.reference=m.id)))"
)
# A later version speaks for a work, and so does rather a document that is here.
_CURRENT_FIRST = (
    "exists(select 1 from source n where n.alive and n.replaces={0}.id), {0}.layer is null, {0}.made, {0}.id"
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
    """Return the references that are shown, in the order they were made; with ``ids`` those of them not deleted.

    Those that are shown as one are one; an id of any of them asks for it.
    """
    rows = engine.rows(
        "select id, canonical, citekey, type, fields, bibfile, claimed, own from reference r"
        f" where {_SHOWN if ids is None else 'alive'} order by made, slice_start, citekey, id"
    )
    one_of = {id: canonical for id, canonical, *_ in rows}
    keys, linked = _keys(engine, one_of), _linked(engine, one_of)
    wanted = None if ids is None else {one_of.get(bytes.fromhex(id)) for id in ids}
    together: dict[bytes, list[Reference]] = {}
    for id, canonical, citekey, type, fields, bibfile, claimed, own in rows:
        if wanted is not None and canonical not in wanted:
            continue
        one = Reference(
            id=id.hex(),
            citekey=citekey,
            aliases=tuple(key for key in keys.get(id, ()) if key != citekey),
            type=type,
            fields=json.loads(fields),
            sources=linked.get(id, ()),
            bibfile=bibfile.hex() if bibfile else "",
            edited=own != "{}",
            claimed=json.loads(claimed),
            removed=frozenset(name for name, value in json.loads(own).items() if value is None),
        )
        together.setdefault(canonical, []).append(one)
    said = {id.hex(): own for id, *_, own in rows}
    return [members[0] if len(members) == 1 else _as_one(members, said) for members in together.values()]


def _as_one(members: Sequence[Reference], said: Mapping[str, str]) -> Reference:
    """Return several references as one: the entry of the first that stands in a .bib, with what people said of any.

    Where people said different things of two, the one that stands for all goes first.
    """
    every = sorted(members, key=lambda one: one.id)
    shown, entry = every[0], next((one for one in every if one.bibfile), every[0])
    own: dict[str, str | None] = {}
    for one in reversed(every):
        own.update(json.loads(said[one.id]))
    fields = {**entry.fields, **{name: value for name, value in own.items() if value is not None}}
    removed = frozenset(name for name, value in own.items() if value is None)
    return replace(
        shown,
        type=shown.type or entry.type or next((one.type for one in every if one.type), ""),
        fields={name: value for name, value in fields.items() if name not in removed},
        bibfile=entry.bibfile,
        edited=bool(own),
        removed=removed,
        members=tuple(one.id for one in every),
        claimed=next((one.claimed for one in (entry, *every) if one.claimed), {}),
    )


def references_with_key(engine: Engine, key: str) -> tuple[list[str], list[str]]:
    """Return the ids of living references shown under a key, and of those that only had it or are led to by it."""
    shown = engine.rows(
        "select c.reference from citekey c join reference r on r.id=c.reference"
        f" where {_SHOWN} and c.shown and r.id=r.canonical and c.citekey=?",
        (key,),
    )
    led = engine.rows(
        "select r.canonical from citekey c join reference r on r.id=c.reference"
        f" where {_SHOWN} and not (c.shown and r.id=r.canonical) and c.citekey=?1"
        " union select r.canonical from alias a join reference r on r.id=a.reference"
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
    """Return the key under which a reference is shown, a deleted one's too; empty where it has none."""
    sql = "select c.citekey from reference r join reference c on c.id=r.canonical where r.id=?"
    return str(engine.value(sql, (bytes.fromhex(reference),)) or "")


def keys_of(engine: Engine, reference: str) -> list[str]:
    """Return every key that a reference itself has or had, a deleted one's too."""
    rows = engine.rows("select citekey from citekey where reference=? order by 1", (bytes.fromhex(reference),))
    return [key for (key,) in rows]


def aliases_to(engine: Engine, references: Collection[str], keys: Collection[str]) -> list[str]:
    """Return what says that some keys lead to any of some references."""
    rows = engine.rows(
        "select id from alias where alive and reference in (select unhex(value) from json_each(?))"
        " and citekey in (select value from json_each(?)) order by id",
        (json.dumps([*references]), json.dumps([*keys])),
    )
    return [id.hex() for (id,) in rows]


def reference_of(engine: Engine, source: str) -> str:
    """Return the living reference a source belongs to, a deleted one too; empty where there is none."""
    sql = "select r.id from source s join reference r on r.id=s.reference where r.alive and s.id=?"
    found = engine.value(sql, (bytes.fromhex(source),))
    return found.hex() if found else ""


def sources_of(engine: Engine, reference: str) -> list[str]:
    """Return the sources of a reference and of those that are shown as the same, replaced ones last."""
    rows = engine.rows(
        "select s.id from reference one join reference r on r.canonical=one.canonical"
        " join source s on s.reference=r.id where one.id=? and s.alive"
        f" order by {_CURRENT_FIRST.format('s')}",
        (bytes.fromhex(reference),),
    )
    return [id.hex() for (id,) in rows]


def shown_references(engine: Engine) -> dict[str, str]:
    """Return of each living reference that is shown as another the id of that other one."""
    return {id.hex(): one.hex() for id, one in engine.rows("select id, canonical from reference where canonical<>id")}


def references_as(engine: Engine, reference: str) -> list[str]:
    """Return the living references that are shown as one with this one, itself among them."""
    sql = "select m.id from reference r join reference m on m.canonical=r.canonical where r.id=? and m.alive order by 1"
    return [id.hex() for (id,) in engine.rows(sql, (bytes.fromhex(reference),))] or [reference]


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


def _keys(engine: Engine, one_of: Mapping[bytes, bytes]) -> dict[bytes, tuple[str, ...]]:
    """Return every key that leads to a reference, by the reference it is shown as."""
    sql = "select citekey, reference from citekey union select citekey, reference from alias where alive order by 1, 2"
    return _grouped((one_of.get(reference, reference), key) for key, reference in engine.rows(sql))


def _linked(engine: Engine, one_of: Mapping[bytes, bytes]) -> dict[bytes, tuple[str, ...]]:
    """Return the sources of references, by the reference each is shown as, replaced ones last."""
    order = _CURRENT_FIRST.format("s")
    sql = f"select reference, id from source s where alive and reference is not null order by {order}"
    return _grouped((one_of.get(reference, reference), source.hex()) for reference, source in engine.rows(sql))


def _grouped(pairs: Iterable[tuple[bytes, str]]) -> dict[bytes, tuple[str, ...]]:
    """Return the values of each key in their order, each once."""
    found: dict[bytes, dict[str, None]] = {}
    for id, value in pairs:
        found.setdefault(id, {})[value] = None
    return {id: tuple(values) for id, values in found.items()}
