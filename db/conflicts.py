"""Conflicts: what people said apart of one thing, with all that was said, by whom and when."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from core.ids import Json, canonical, short_digest
from db.concept_tree import circles_of
from db.engine import Engine
from db.history import authors_of
from db.projection import dependants, revised, said_of_dependant, seen
from db.things import Thing, load
from db.versions import Version, deletion, originals

_WHERE = """
select c.entity, c.field, c.kind, 'source' as thing, s.id as source, null as highlight, null as concept,
    null as reference from conflict c join source s on s.id=c.entity where s.alive and (c.field<>'reference'
    or not exists (select 1 from conflict j where j.entity=c.entity and j.kind='joined'))
union all
select c.entity, c.field, c.kind, 'highlight', s.id, h.id, null, null from conflict c
    join highlight h on h.id=c.entity join source s on s.id=h.source where h.alive and s.alive
union all
select c.entity, c.field, c.kind, 'note', s.id, h.id, null, null from conflict c
    join note n on n.id=c.entity join highlight h on h.id=n.target join source s on s.id=h.source
    where n.alive and h.alive and s.alive
union all
select c.entity, c.field, c.kind, 'tagging', s.id, h.id, k.canonical, null from conflict c
    join tagging t on t.id=c.entity join highlight h on h.id=t.highlight join source s on s.id=h.source
    join concept k on k.id=t.concept where (t.alive or c.field='present') and h.alive and s.alive and k.alive
union all
select c.entity, c.field, c.kind, 'shelf', s.id, null, null, null from conflict c
    join shelf x on x.id=c.entity join source s on s.id=x.source where x.alive and s.alive
union all
select c.entity, c.field, c.kind, 'concept', null, null, k.canonical, null from conflict c
    join concept k on k.id=c.entity where k.alive
union all
select c.entity, c.field, c.kind, 'label', null, null, k.canonical, null from conflict c
    join label l on l.id=c.entity join concept k on k.id=l.concept where (l.alive or c.field='present') and k.alive
union all
select c.entity, c.field, c.kind, 'reference', null, null, null, r.canonical from conflict c
    join reference r on r.id=c.entity where r.alive
union all
select c.entity, c.field, c.kind, 'alias', null, null, null, r.canonical from conflict c
    join alias a on a.id=c.entity join reference r on r.id=a.reference where (a.alive or c.field='present') and r.alive
union all
select c.entity, c.field, c.kind, 'same', null, null, k.canonical, r.canonical from conflict c
    join same m on m.id=c.entity left join concept k on k.id=m.a left join reference r on r.id=m.a where m.alive
union all
select c.entity, c.field, c.kind, 'bibfile', null, null, null, null from conflict c
    join bibfile b on b.id=c.entity where b.alive
union all
select c.entity, c.field, c.kind, 'person', null, null, null, null from conflict c
    join person p on p.id=c.entity where p.alive
"""
# Of the keys that several references are shown under, those in sight; one that is alone there is no conflict.
_CLASHES = """
select r.id, r.citekey from reference r where r.alive and r.id=r.canonical
and r.citekey in (select citekey from reference where alive and id=canonical and citekey<>''
    group by citekey having count(*)>1)
and exists (select 1 from reference m where m.canonical=r.id and m.alive and (m.bibfile is not null or m.own<>'{}'
    or exists (select 1 from source s where s.alive and s.reference=m.id)))
order by r.citekey, r.made, r.id
"""
# Of concepts and references that are shown as one, what was said of each in one go is one conflict.
_ONCE = f"""
select min(entity) as entity, field, kind, thing, source, highlight, concept, reference,
    json_group_array(lower(hex(entity))) as things from ({_WHERE})
group by thing, field, kind, case thing when 'concept' then concept when 'reference' then reference else entity end
"""


@dataclass(frozen=True, slots=True)
class Head:
    """One of the things that stand against each other.

    Attributes:
        id: Of the version; of what hangs on a deleted thing, its own; of an edge in a circle, the child's.
        kind: "value" of the conflict's register; "deleted"; "kept" where somebody said it is not; "used" where a
            register was changed or a thing hangs on it; "edge"; "key".
        of: The kind of thing that ``value`` is about, and its id.
        register: The register that ``value`` is of; empty where the thing itself is meant.
        shown: Whether it is what is shown now.
    """

    id: str
    kind: str
    of: tuple[str, str]
    register: str
    value: Json
    person: str
    at: str
    shown: bool = False


@dataclass(frozen=True, slots=True)
class Conflict:
    """``kind`` is values, deleted, circle or key; ``thing`` the kind of thing, ``entity`` its id.

    ``things`` are the ids of all that it is about: several where they are shown as one.
    """

    id: str
    kind: str
    thing: str
    entity: str
    field: str
    source: str
    highlight: str
    heads: tuple[Head, ...]
    things: tuple[str, ...]


def conflicts(engine: Engine) -> list[Conflict]:
    """Return all conflicts of what is shown, each with all its heads; the order is everybody's own."""
    rows = [(*row, sorted(json.loads(ids))) for *row, ids in engine.rows(f"{_ONCE} order by 4, 1, 2, 3")]
    things = load(engine, {bytes.fromhex(id) for *_, ids in rows for id in ids})
    found = []
    for entity, field, kind, thing, source, highlight, _, _, ids in rows:
        heads = _once(head for id in ids for head in _heads(engine, things[bytes.fromhex(id)], field, kind))
        where = (source.hex() if source else "", highlight.hex() if highlight else "")
        id = conflict_id(entity, field, kind)
        found.append(Conflict(id, kind, thing, entity.hex(), field, *where, heads, tuple(ids)))
    return found + _key_conflicts(engine)


def _once(heads: Iterable[Head]) -> tuple[Head, ...]:
    """Leave out what one action said of several things that are shown as one, but for the first of them."""
    found: dict[tuple[object, ...], Head] = {}
    for head in heads:
        about = () if head.register and head.kind != "edge" else head.of
        found.setdefault((head.kind, head.register, canonical(head.value), head.person, head.at, about), head)
    return tuple(found.values())


def conflict_counts(engine: Engine) -> dict[str, int]:
    """Return how many conflicts matter to each source, highlight, concept and reference, by its id."""
    union = " union all ".join(
        f"select {one} as id from apart" for one in ("source", "highlight", "concept", "reference")
    )
    sql = f"with apart as ({_ONCE}) select id, count(*) from ({union}) where id is not null group by id"
    counts = {id.hex(): int(count) for id, count in engine.rows(sql)}
    for ids in _clashes(engine).values():
        for id in ids:
            counts[id.hex()] = counts.get(id.hex(), 0) + 1
    return counts


def count_conflicts(engine: Engine) -> int:
    """Return how many conflicts there are of what is shown."""
    apart = int(engine.value(f"select count(*) from ({_ONCE})"))
    return apart + len(_clashes(engine))


def conflict_ids(engine: Engine) -> set[str]:
    """Return the ids of the conflicts of what is shown, without what stands against what."""
    apart = {conflict_id(*row) for row in engine.rows(f"select entity, field, kind from ({_ONCE})")}
    return apart | {_key_id(key) for key in _clashes(engine)}


def conflict_id(entity: bytes, field: str, kind: str) -> str:
    """Return the id of a conflict, which is everybody's and stays while the conflict does."""
    return short_digest(f"conflict\n{entity.hex()}\n{field}\n{kind}").hex()


def _heads(engine: Engine, thing: Thing, field: str, kind: str) -> list[Head]:
    if kind == "circle":
        return _edges(engine, thing)
    if kind == "deleted":
        return _uses(engine, thing)
    given = thing.given_back(field)
    heads = thing.disagreeing(field)
    authors = authors_of(engine, {_said_by(head, given).action for head in heads})
    shown = next((head.id for head in thing.heads(field) if head in heads), None)
    return [
        Head(
            head.id.hex(), "value", (thing.kind.name, thing.id.hex()), field, json.loads(head.value),
            *authors[_said_by(head, given).action], head.id == shown,
        )
        for head in heads
    ]  # fmt: skip


def _said_by(version: Version, given: Mapping[bytes, Sequence[Version]]) -> Version:
    """Return the version that a person meant: an undo gives back what another action said."""
    return max(originals(version, given), key=lambda one: (one.at, one.id), default=version)


def _uses(engine: Engine, thing: Thing) -> list[Head]:
    """Return what keeps a thing that was deleted, then who deleted it."""
    given, heads = thing.given_back("deleted"), thing.heads("deleted")
    said = deletion(heads)
    deleting = [head for head in heads if deletion([head]).asked]
    unseen = set() if said.contested else set(seen(engine, thing)).difference(said.seen)
    below = _unseen_below(engine, thing, unseen)
    own_said = [
        (thing, name, version)
        for name in thing.registers() - {"deleted"}
        for version in thing.originals(name)
        if version.id.hex() in unseen
    ]
    used = sorted([*own_said, *below.said], key=lambda one: one[2].id)
    kept = [head for head in heads if head not in deleting]
    made = {one.id: _maker(one) for one in below.made}
    actions = {version.action for _, _, version in used} | set(made.values())
    actions |= {_said_by(head, given).action for head in heads}
    authors = authors_of(engine, actions)
    own = (thing.kind.name, thing.id.hex())
    found = [
        Head(
            version.id.hex(), "used", (one.kind.name, one.id.hex()), name, json.loads(version.value),
            *authors[version.action], True,
        )
        for one, name, version in used
    ]  # fmt: skip
    found += [
        Head(one.id.hex(), "used", (one.kind.name, one.id.hex()), "", None, *authors[made[one.id]], True)
        for one in below.made
    ]
    for what, some in (("kept", kept), ("deleted", deleting)):
        found += [
            Head(head.id.hex(), what, own, "deleted", what == "deleted", *authors[_said_by(head, given).action],
                 what == "kept")
            for head in some
        ]  # fmt: skip
    return found


class _Below(NamedTuple):
    """What a deleter did not know of below a thing: things, and what was said of those that the deleter knew."""

    made: list[Thing]
    said: list[tuple[Thing, str, Version]]


def _unseen_below(engine: Engine, thing: Thing, unseen: set[str]) -> _Below:
    """Find what hangs on a thing, or was said of what does; of a thing that is new, not what hangs on that in turn."""
    hanging = dependants(engine, thing)
    made = load(engine, {id for id in hanging if id.hex() in unseen})
    said = [
        (one, name, version)
        for one in revised(engine, hanging - made.keys())
        for name, version in said_of_dependant(one)
        if version.id.hex() in unseen
    ]
    first = [one for one in made.values() if made.keys().isdisjoint(one.targets())]
    return _Below(sorted(first, key=lambda one: one.id), sorted(said, key=lambda one: one[2].id))


def _edges(engine: Engine, thing: Thing) -> list[Head]:
    """Return the edges of a circle: those that were left out first."""
    edges = circles_of(engine, thing.id)
    things = load(engine, {id for edge in edges for id in edge.of})
    said = {id: _said_by(one.heads("parents")[0], one.given_back("parents")) for id, one in things.items()}
    authors = authors_of(engine, {version.action for version in said.values()})
    standing = set(engine.rows("select child, parent from concept_parent"))
    found = []
    for edge in edges:
        newest = max((said[id] for id in edge.of), key=lambda version: (version.at, version.id))
        shown = (edge.child, edge.parent) in standing
        about = ("concept", edge.child.hex())
        found.append(Head(newest.id.hex(), "edge", about, "parents", edge.parent.hex(), *authors[newest.action], shown))
    return found


def _clashes(engine: Engine) -> dict[str, list[bytes]]:
    """Return the keys under which several references are shown that are not the same, with these."""
    by_key: dict[str, list[bytes]] = {}
    for id, key in engine.rows(_CLASHES):
        by_key.setdefault(key, []).append(id)
    return {key: ids for key, ids in by_key.items() if len(ids) > 1}


def _key_conflicts(engine: Engine) -> list[Conflict]:
    by_key = _clashes(engine)
    things = load(engine, [id for ids in by_key.values() for id in ids])
    authors = authors_of(engine, {_key_said(thing) for thing in things.values()})
    return [
        Conflict(
            _key_id(key), "key", "reference", ids[0].hex(), "citekey", "", "",
            tuple(
                Head(id.hex(), "key", ("reference", id.hex()), "citekey", key, *authors[_key_said(things[id])], True)
                for id in ids
            ),
            tuple(id.hex() for id in ids),
        )
        for key, ids in by_key.items()
    ]  # fmt: skip


def _key_id(key: str) -> str:
    return short_digest(f"conflict\nkey\n{key}").hex()


def _key_said(thing: Thing) -> bytes:
    """Return the action that gave a reference its key."""
    for register in ("citekey", "slice"):
        heads = thing.heads(register)
        if heads and json.loads(heads[0].value):
            return _said_by(heads[0], thing.given_back(register)).action
    return _maker(thing)


def _maker(thing: Thing) -> bytes:
    """Return the action that made a thing first."""
    return min(thing.makings, key=lambda id: (thing.makings[id], id))
