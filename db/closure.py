"""What a package holds of a library: the things that were chosen, with everything that these need.

The answer is two tables of this connection's own, ``packed`` with the things and ``packed_action`` with the actions;
they go with the read in which they were filled.  The tables of the library are named with their schema: a view over
several files may have the same name.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass

from core.folding import fold_name
from db.engine import Engine

DrawsOn = Callable[[Mapping[str, str]], Collection[str]]

# A version of a cell that none replaces; the tables show the newest one only.
_HEAD = (
    "not exists (select 1 from main.revision n"
    " where n.entity=r.entity and n.field=r.field and instr(n.prev, lower(hex(r.id))))"
)

_TABLES = """
create temp table packed(id blob primary key) without rowid;
create temp table packed_action(id blob primary key) without rowid;
create temp table wanted_concept(id blob primary key) without rowid;
create temp table wanted_source(id blob primary key) without rowid;
create temp table wanted_person(id blob primary key) without rowid;
create temp table wanted_shelf(id blob primary key) without rowid;
create temp table said_parent(child blob, parent blob, primary key(child, parent)) without rowid;
create index temp.said_parent_parent on said_parent(parent);
"""

_PARENTS = f"""
insert or ignore into temp.said_parent
select c.id, p.id from main.concept c, json_each(c.parents) said join main.concept p on p.id=unhex(said.value)
union all
select c.id, p.id from main.concept c join main.revision r on r.entity=c.id and r.field='parents' and {_HEAD},
    json_each(r.value) said join main.concept p on p.id=unhex(said.value)
"""

# A deleted concept has no edge in the tree, but what was said of it still hangs it below another.
_BELOW = """
with recursive below(id) as (
    select canonical from main.concept where id in (select unhex(value) from json_each(?))
    union
    select e.child from below join main.concept_parent e on e.parent=below.id
    union
    select c.id from below join main.concept p on p.canonical=below.id
        join temp.said_parent e on e.parent=p.id join main.concept c on c.id=e.child where not c.alive
)
insert into temp.wanted_concept select id from main.concept where canonical in (select id from below)
"""

_ABOVE = """
with recursive above(id) as (
    select c.id from temp.packed join main.concept c on c.id=packed.id
    union
    select o.id from above join main.concept c on c.id=above.id join main.concept o on o.canonical=c.canonical
    union
    select e.parent from above join temp.said_parent e on e.child=above.id
)
insert or ignore into temp.packed select id from above
"""

_REPLACED = f"""
with recursive older(id) as (
    select s.id from temp.{{table}} t join main.source s on s.id=t.id
    union
    select s.id from older join main.revision r on r.entity=older.id and r.field='replaces' and {_HEAD}
        join main.source s on s.id=unhex(json_extract(r.value, '$'))
)
insert or ignore into temp.{{table}} select id from older
"""

_THE_SAME_PERSONS = """
insert or ignore into temp.wanted_person select o.id from temp.wanted_person w
    join main.person p on p.id=w.id join main.person o on o.canonical=p.canonical
"""

_LINKED_ACTIONS = """
with recursive linked(id) as (
    select id from temp.packed_action
    union
    select a.undoes from linked join main.action a on a.id=linked.id where a.undoes is not null
    union
    select a.id from linked join main.action a on a.undoes=linked.id
)
insert or ignore into temp.packed_action select a.id from linked join main.action a on a.id=linked.id
"""

_SOURCES = (
    "select id from temp.wanted_source",
    "select h.source from temp.packed join main.highlight h on h.id=packed.id",
    "select a.source from temp.packed join main.anchor a on a.highlight=packed.id",
)
_REFERENCES = (
    "select s.reference from temp.packed join main.source s on s.id=packed.id",
    "select unhex(json_extract(r.value, '$')) from temp.packed"
    f" join main.revision r on r.entity=packed.id and r.field='reference' and {_HEAD}",
    "select o.id from temp.packed join main.source s on s.id=packed.id join main.reference o on o.source=s.id",
    "select o.id from temp.packed join main.reference r on r.id=packed.id"
    " join main.reference o on o.canonical=r.canonical",
)
_CONCEPTS = (
    "select id from temp.wanted_concept",
    # Of a tag that was taken off only the record goes along, so that it is taken off there as well.
    "select t.concept from temp.packed join main.tagging t on t.id=packed.id"
    " where t.alive or t.id in (select entity from main.conflict)",
)
# Of what was taken out of a collection only the record goes along.
_SHELVED = (
    "select x.id from temp.wanted_shelf w join main.shelf x on x.id=w.id"
    " where not x.alive or x.source in (select id from temp.packed)"
)
_SMALL = {
    "file_name": "select f.id from temp.packed join main.source s on s.id=packed.id"
    " join main.file_name f on f.target=s.id",
    "alias": "select a.id from temp.packed join main.alias a on a.reference=packed.id",
    "label": "select l.id from temp.packed join main.label l on l.concept=packed.id",
}
_ACTIONS = (
    "select e.action from temp.packed join main.entity e on e.id=packed.id",
    "select r.action from temp.packed join main.revision r on r.entity=packed.id",
)
_PEOPLE = (
    "select a.person from temp.packed_action join main.action a on a.id=packed_action.id",
    *(
        f"select t.person from temp.packed join main.{table} t on t.id=packed.id"
        for table in ("highlight", "tagging", "note")
    ),
    "select o.id from temp.packed join main.person p on p.id=packed.id join main.person o on o.canonical=p.canonical",
)
_SAME = (
    "select s.id from main.same s where s.a in (select id from temp.packed) and s.b in (select id from temp.packed)",
)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a person chose, by ids, and collections by name; kinds that are named narrow each other.

    A concept includes what is below it.
    """

    concepts: Collection[str] = ()
    sources: Collection[str] = ()
    persons: Collection[str] = ()
    collections: Collection[str] = ()

    @property
    def some_sources(self) -> bool:
        return bool(self.sources or self.collections)


def choose(engine: Engine, wanted: Wanted, draws_on: DrawsOn) -> None:
    """Fill ``packed`` and ``packed_action``, inside the caller's read.

    Highlights are what is chosen; with one go its tags and notes, its source with the versions before, the reference
    with those it draws on, the concepts with all above them, and everybody who had a hand in it.  Where persons are
    named, only their highlights go, with their own tags and notes.  In which collections a source is is told of those
    that are named alone.  What was deleted goes along, as deleted.

    ``draws_on`` gives the keys of the entries that one with such fields draws on.
    """
    engine.raw.execute(_TABLES)
    _want(engine, wanted)
    _pack_highlights(engine, wanted)
    _pack(engine, "source", *_SOURCES)
    engine.rows(_REPLACED.format(table="packed"))
    _pack(engine, "shelf", _SHELVED)
    _pack(engine, "reference", *_REFERENCES)
    _pack_drawn_on(engine, draws_on)
    _pack(engine, "concept", *_CONCEPTS)
    engine.rows(_ABOVE)
    for table, sql in _SMALL.items():
        _pack(engine, table, sql)
    _pack_people(engine)


def _want(engine: Engine, wanted: Wanted) -> None:
    engine.rows(_PARENTS)
    engine.rows(_BELOW, (json.dumps([*wanted.concepts]),))
    for table, ids in (("source", wanted.sources), ("person", wanted.persons)):
        engine.many(f"insert or ignore into temp.wanted_{table} values(?)", [(bytes.fromhex(id),) for id in ids])
    if wanted.collections:
        _want_shelved(engine, wanted)
    engine.rows(_REPLACED.format(table="wanted_source"))
    engine.rows(_THE_SAME_PERSONS)


def _want_shelved(engine: Engine, wanted: Wanted) -> None:
    """Want what is in the collections, and all that was ever said to be in them."""
    names = json.dumps([fold_name(name) for name in wanted.collections])
    named = "from main.shelf where name_key in (select value from json_each(?))"
    engine.rows(f"insert into temp.wanted_shelf select id {named}", (names,))
    shelved = f"select source {named} and alive"
    if wanted.sources:
        engine.rows(f"delete from temp.wanted_source where id not in ({shelved})", (names,))
    else:
        engine.rows(f"insert or ignore into temp.wanted_source {shelved}", (names,))


def _pack_highlights(engine: Engine, wanted: Wanted) -> None:
    where, own = ["true"], "true"
    if wanted.some_sources:
        where.append(
            "(h.source in (select id from temp.wanted_source) or h.id in"
            " (select a.highlight from temp.wanted_source w join main.anchor a on a.source=w.id))"
        )
    if wanted.persons:
        where.append("h.person in (select id from temp.wanted_person)")
        own = "x.person in (select id from temp.wanted_person)"
    among = " and ".join(where)
    tagged = f"select x.highlight from temp.wanted_concept w join main.tagging x on x.concept=w.id where {own} and x."
    asked = f" and h.id in ({tagged}alive)" if wanted.concepts else ""
    _pack(engine, "highlight", f"select h.id from main.highlight h where {among}{asked}")
    hanging = (("tagging", "highlight"), ("note", "target"))
    for table, on in hanging:
        sql = f"select x.id from temp.packed join main.{table} x on x.{on}=packed.id where {own}"
        _pack(engine, table, sql)
    _pack(
        engine,
        "tagging",
        "select x.id from temp.wanted_concept w join main.tagging x on x.concept=w.id"
        f" join main.highlight h on h.id=x.highlight where not x.alive and {own} and {among}",
    )


def _pack(engine: Engine, table: str, *questions: str) -> None:
    """Add the things that questions give, as far as they are things of a table."""
    for sql in questions:
        engine.rows(f"insert or ignore into temp.packed select id from main.{table} where id in ({sql})")


def _pack_drawn_on(engine: Engine, draws_on: DrawsOn) -> None:
    """Add the references that others take fields from, by their keys."""
    asked: set[bytes] = set()
    while True:
        rows = engine.rows("select r.id, r.fields from temp.packed join main.reference r on r.id=packed.id")
        new = [(id, json.loads(fields)) for id, fields in rows if id not in asked]
        if not new:
            return
        asked.update(id for id, _ in new)
        keys = json.dumps(sorted({key for _, fields in new for key in draws_on(fields)}))
        for table in ("citekey", "alias"):
            _pack_keys(engine, table, keys)


def _pack_keys(engine: Engine, table: str, keys: str) -> None:
    sql = f"select reference from main.{table} where citekey in (select value from json_each(?))"
    engine.rows(
        f"insert or ignore into temp.packed select id from main.reference where alive and id in ({sql})", (keys,)
    )


def _pack_people(engine: Engine) -> None:
    """Add the actions, who did them, and who and what was said to be the same; each may bring more of the others."""
    before = -1
    while (count := engine.value("select count(*) from temp.packed")) != before:
        before = count
        for sql in _ACTIONS:
            engine.rows(f"insert or ignore into temp.packed_action select id from main.action where id in ({sql})")
        engine.rows(_LINKED_ACTIONS)
        _pack(engine, "person", *_PEOPLE)
        _pack(engine, "same", *_SAME)
