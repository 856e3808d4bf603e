"""What people said to be the same: which things are shown as one, and as which of them.

Sameness has no direction and goes on from one to the next; of the same things the smallest id stands for all.
Two that were said to be distinct are never joined, not by way of a third one either.
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import TypeAlias

from core.folding import fold_name
from db.engine import Engine

Said: TypeAlias = tuple[bytes, bytes, bool]

_ID = re.compile(r"[0-9a-f]{6,32}\Z")
_NAMED = {
    "reference": (
        "select r.id, r.canonical from citekey c join reference r on r.id=c.reference"
        " where r.alive and c.shown and c.citekey=?",
        "select r.id, r.canonical from citekey c join reference r on r.id=c.reference where r.alive and c.citekey=?1"
        " union select r.id, r.canonical from alias a join reference r on r.id=a.reference"
        " where a.alive and r.alive and a.citekey=?1",
    ),
    "concept": (
        "select id, canonical from concept where alive and name_key=?",
        "select c.id, c.canonical from label l join concept c on c.id=l.concept"
        " where l.alive and c.alive and l.name_key=?",
    ),
}
_BY_ID = "select id, canonical from {} where alive and lower(hex(id)) like ?"
_BY_ID_OF_SOURCE = {
    "reference": (
        "select r.id, r.canonical from source s join reference r on r.id=s.reference"
        " where s.alive and r.alive and lower(hex(s.id)) like ?",
    )
}


def said_same(engine: Engine) -> list[Said]:
    """Return the pairs of which somebody said that they are the same (true) or distinct."""
    return [(a, b, bool(same)) for a, b, same in engine.rows("select a, b, same from same where alive order by a, b")]


def shown_as_one(
    ids: Iterable[bytes], said: Collection[Said], derived: Iterable[tuple[bytes, bytes]] = ()
) -> dict[bytes, bytes]:
    """Return for each thing the one it is shown as.

    What was said counts before what is ``derived`` from names; both are joined in the order of their ids, so where a
    chain leads to two that are distinct, it breaks at the same place for everybody.
    """
    members: dict[bytes, set[bytes]] = {id: {id} for id in ids}
    apart: dict[bytes, set[bytes]] = {}
    for a, b, same in said:
        if not same:
            apart.setdefault(a, set()).add(b)
            apart.setdefault(b, set()).add(a)
    for a, b in (*sorted((a, b) for a, b, same in said if same), *derived):
        if a not in members or b not in members or members[a] is members[b]:
            continue
        fewer, more = sorted((members[a], members[b]), key=len)
        if any(not more.isdisjoint(apart[id]) for id in fewer if id in apart):
            continue
        more |= fewer
        for id in fewer:
            members[id] = more
    return {id: least for together in _each_once(members) for least in [min(together)] for id in together}


def project_same(engine: Engine, table: str, derived: Collection[tuple[bytes, bytes]] = ()) -> None:
    """Bring up to date which rows of ``reference`` or ``person`` are shown as one, inside the caller's transaction."""
    said = said_same(engine)
    pairs = (*((a, b) for a, b, _ in said), *derived)
    named = json.dumps(sorted({id.hex() for pair in pairs for id in pair}))
    alive = engine.rows(
        f"select id from {table} where alive and id in (select unhex(value) from json_each(?))", (named,)
    )
    shown = shown_as_one([id for (id,) in alive], said, derived)
    engine.rows(f"update {table} set canonical=id where canonical<>id")
    engine.many(
        f"update {table} set canonical=? where id=?", [(least, id) for id, least in shown.items() if least != id]
    )


def shown_with(engine: Engine, table: str) -> dict[str, str]:
    """Return the living things of ``reference``, ``concept`` or ``person``, each with the one it is shown as."""
    rows = engine.rows(f"select id, canonical from {table} where alive order by id")
    return {id.hex(): one.hex() for id, one in rows}


def things_named(engine: Engine, table: str, name: str) -> list[set[str]]:
    """Return what a name leads to in ``reference``, ``concept`` or ``person``: a set for each thing that is shown.

    A set holds those of the things shown as one that have the name: a reference a key, a person or concept a name,
    a concept else an alias; each else its id or six digits of it or more, a reference that of a source, too.
    """
    questions = [(sql, fold_name(name) if table == "concept" else name) for sql in _NAMED.get(table, ())]
    if _ID.match(name.strip().lower()):
        beginning = name.strip().lower() + "%"
        questions += [(sql, beginning) for sql in (_BY_ID.format(table), *_BY_ID_OF_SOURCE.get(table, ()))]
    for sql, value in questions:
        rows = engine.rows(sql, (value,))
        if rows:
            return _together(rows)
    if table == "person":
        people = engine.rows("select id, canonical, name from person where alive")
        return _together((id, canonical) for id, canonical, known in people if fold_name(known) == fold_name(name))
    return []


def _together(rows: Iterable[Sequence[bytes]]) -> list[set[str]]:
    found: dict[bytes, set[str]] = {}
    for id, canonical in rows:
        found.setdefault(canonical, set()).add(id.hex())
    return [found[canonical] for canonical in sorted(found)]


def persons_called(engine: Engine, name: str) -> set[str]:
    """Return everybody of a name, compared folded, with all who were said to be the same person."""
    key = fold_name(name)
    people = engine.rows("select id, canonical, name from person where alive")
    meant = {canonical for _, canonical, known in people if fold_name(known) == key}
    return {id.hex() for id, canonical, _ in people if canonical in meant}


def one_person(engine: Engine, person: str) -> set[str]:
    """Return a person's id with those of all who were said to be the same."""
    sql = "select m.id from person p join person m on m.canonical=p.canonical where p.id=?"
    return {person, *(id.hex() for (id,) in engine.rows(sql, (bytes.fromhex(person),)))}


def _each_once(members: Mapping[bytes, set[bytes]]) -> Collection[set[bytes]]:
    return {id(together): together for together in members.values()}.values()
