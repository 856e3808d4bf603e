"""The projection: from the records of the ledger to the tables the program reads.

What a table shows is a pure function of the set of records, so it is the same whether it grew step by step, came
by a merge, or was made again from nothing.  Things are projected before what they hang on, because a thing that
somebody deleted stays where another thing hangs on it that the deleter had not seen.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from itertools import groupby
from types import MappingProxyType

from core.records import Layer
from db import rows
from db.anchors import choose_anchors
from db.concept_tree import project_concepts
from db.engine import Engine
from db.kinds import (
    ALIAS,
    BIBFILE,
    CONCEPT,
    FILE_NAME,
    HIGHLIGHT,
    KINDS,
    LABEL,
    NOTE,
    PERSON,
    REFERENCE,
    SAME,
    SHELF,
    SOURCE,
    TAGGING,
)
from db.same import project_same
from db.tables import PROJECTED
from db.things import Thing, batches, load
from db.versions import deletion, disagree

_ORDER = tuple(
    kind.name
    for kind in (
        PERSON,
        FILE_NAME,
        BIBFILE,
        ALIAS,
        SAME,
        TAGGING,
        NOTE,
        LABEL,
        HIGHLIGHT,
        CONCEPT,
        SHELF,
        SOURCE,
        REFERENCE,
    )
)
_DEPENDANTS = {
    SOURCE.name: (
        "select id from highlight where alive and source=?",
        "select a.highlight from anchor a join highlight h on h.id=a.highlight where h.alive and a.source=?",
        "select id from shelf where alive and source=?",
    ),
    HIGHLIGHT.name: (
        "select id from tagging where alive and highlight=?",
        "select id from note where alive and target=?",
    ),
    CONCEPT.name: (
        "select id from tagging where alive and concept=?",
        "select id from label where alive and concept=?",
    ),
    REFERENCE.name: ("select id from source where alive and reference=?",),
}
_AT_ONCE = 4000
_IN_TREE = {CONCEPT.name, SAME.name}
_SHOWN_AS_ONE = {REFERENCE.name: "reference", PERSON.name: "person"}


def project(engine: Engine, touched: Collection[bytes], known: Mapping[bytes, Thing] = MappingProxyType({})) -> None:
    """Bring the tables up to date with the records of these things, inside the caller's transaction.

    ``known`` are things that need not be read: all that the ledger has of them is in hand.
    """
    things = {**known, **load(engine, set(touched).difference(known))}
    _add_deleted_targets(engine, things)
    ordered = sorted(things.values(), key=lambda thing: _ORDER.index(thing.kind.name))
    for kind, group in groupby(ordered, key=lambda thing: thing.kind.name):
        _project_kind(engine, kind, list(group))
    choose_anchors(engine, things)
    project_sameness(engine, {thing.kind.name for thing in things.values()})


def project_touched(engine: Engine) -> None:
    """Do what ``project`` does for all things in ``temp.touched``, be they more than should be in memory at once."""
    waiting = {kind: _touched(engine, kind) for kind in _ORDER if kind != TAGGING.name}
    waiting[TAGGING.name] = set()
    _sort_in(engine, _project_plain_taggings(engine), waiting)
    waiting[TAGGING.name] |= _touched(engine, TAGGING.name, "and id not in (select id from temp.plain)")
    engine.rows("drop table temp.plain")
    for kind in _ORDER:
        ids = sorted(waiting[kind])
        for start in range(0, len(ids), _AT_ONCE):
            things = load(engine, ids[start : start + _AT_ONCE])
            # What things hang on comes after them in the order.
            _sort_in(engine, deleted_targets(engine, things.values()), waiting)
            _project_kind(engine, kind, list(things.values()))
    choose_anchors(engine, waiting[HIGHLIGHT.name] | waiting[SOURCE.name])
    project_sameness(engine, {kind for kind, ids in waiting.items() if ids})


def _touched(engine: Engine, kind: str, condition: str = "") -> set[bytes]:
    return {id for (id,) in engine.rows(f"select id from temp.touched where kind=? {condition}", (kind,))}


# The canonical core of a tagging of which nothing is said but that it is, and its three ids.
_PLAIN = """
select t.id, unhex(substr(e.core, 60, 32)), unhex(substr(e.core, 13, 32)), unhex(substr(e.core, 104, 32))
from temp.touched t cross join main.entity e on e.id=t.id where t.kind='tagging' and length(e.core)=137
and e.core like '{"concept":"%","highlight":"%","person":"%"}'
and not exists (select 1 from main.revision r where r.entity=t.id)
"""


def _project_plain_taggings(engine: Engine) -> set[bytes]:
    """Show the taggings of which nothing was said but that they are, and return what they hang on that was deleted.

    They are three in four of all things that a union brings, and one statement does them in a third of the time.
    They are left in ``temp.plain``.
    """
    engine.rows("create temp table plain(id blob primary key, highlight blob, concept blob, person blob) without rowid")
    engine.rows(f"insert or ignore into temp.plain {_PLAIN}")
    engine.rows("insert or replace into main.tagging select id, 1, highlight, concept, person from temp.plain")
    engine.rows("delete from main.conflict where exists (select 1 from temp.plain p where p.id=conflict.entity)")
    deleted: set[bytes] = set()
    for column in ("highlight", "concept"):
        rows = engine.rows(
            "select distinct r.entity from main.revision r where r.field='deleted' and exists"
            f" (select 1 from main.tagging t where t.{column}=r.entity and t.id in (select id from temp.plain))"
        )
        deleted.update(id for (id,) in rows)
    return deleted


def _sort_in(engine: Engine, ids: Iterable[bytes], waiting: Mapping[str, set[bytes]]) -> None:
    for part in batches(ids):
        sql = f"select id, kind from entity where id in ({','.join('?' * len(part))})"
        for id, kind in engine.rows(sql, part):
            if kind in waiting:
                waiting[kind].add(id)


def project_sameness(engine: Engine, kinds: Collection[str]) -> None:
    """Bring up to date what is shown as one, and the tree, where things of these kinds came, changed or went."""
    if _IN_TREE.intersection(kinds):
        project_concepts(engine)
    for kind, table in _SHOWN_AS_ONE.items():
        if {kind, SAME.name}.intersection(kinds):
            project_same(engine, table)


def rebuild(engine: Engine) -> None:
    """Make all tables again from the ledger, inside the caller's transaction."""
    for table in PROJECTED:
        engine.rows(f'delete from "{table._meta.table_name}"')
    for (layer,) in engine.rows("select id from layer"):
        add_layer_facts(engine, layer)
    for kind in _ORDER:
        ids = [id for (id,) in engine.rows("select distinct id from entity where kind=?", (kind,))]
        for part in batches(ids):
            _project_kind(engine, kind, list(load(engine, part).values()))
    choose_anchors(engine)
    project_concepts(engine)
    for shown in _SHOWN_AS_ONE.values():
        project_same(engine, shown)


def add_layer_facts(engine: Engine, layer: bytes, known: Layer | None = None) -> None:
    """Show a layer in lists; ``known`` spares opening it."""
    rows.write_layer_facts(engine, layer, known)


def seen(engine: Engine, thing: Thing) -> list[str]:
    """Return what a person who deletes this thing now knows of it: what stands in its cells, and what hangs on it."""
    own = {version.id.hex() for name in thing.registers() - {"deleted"} for version in thing.originals(name)}
    return sorted(own | {id.hex() for id in _dependants(engine, thing)})


def _dependants(engine: Engine, thing: Thing) -> list[bytes]:
    return [id for sql in _DEPENDANTS.get(thing.kind.name, ()) for (id,) in engine.rows(sql, (thing.id,))]


def _add_deleted_targets(engine: Engine, things: dict[bytes, Thing]) -> None:
    """Add what the things hang on, where it was ever deleted: only there does a new dependant change anything."""
    newest: Iterable[Thing] = list(things.values())
    while True:
        deleted = deleted_targets(engine, newest) - things.keys()
        added = load(engine, deleted)
        things.update(added)
        newest = added.values()
        if not added:
            return


def deleted_targets(engine: Engine, things: Iterable[Thing]) -> set[bytes]:
    """Return what the things hang on, where it was ever deleted."""
    deleted: set[bytes] = set()
    for part in batches({id for thing in things for id in thing.targets()}):
        marks = ",".join("?" * len(part))
        sql = f"select distinct entity from revision where field='deleted' and entity in ({marks})"
        deleted.update(id for (id,) in engine.rows(sql, part))
    return deleted


def _project_kind(engine: Engine, kind: str, things: list[Thing]) -> None:
    conflicts: list[tuple[bytes, str, str]] = []
    shown: list[tuple[Thing, bool]] = []
    for thing in things:
        alive = _is_alive(engine, thing, conflicts)
        conflicts += [(thing.id, name, "values") for name in _disagreeing(thing)]
        shown.append((thing, alive))
    engine.many("delete from conflict where entity=? and kind<>'circle'", [(thing.id,) for thing in things])
    engine.many("insert into conflict values(?,?,?)", conflicts)
    rows.write(engine, KINDS[kind], shown)


def _is_alive(engine: Engine, thing: Thing, conflicts: list[tuple[bytes, str, str]]) -> bool:
    if "deleted" not in thing.revised:
        return True
    said = deletion(thing.heads("deleted"))
    if not said.asked:
        if said.contested:
            conflicts.append((thing.id, "deleted", "deleted"))
        return True
    if all(id in said.seen for id in seen(engine, thing)):
        return False
    conflicts.append((thing.id, "deleted", "deleted"))
    return True


def _disagreeing(thing: Thing) -> list[str]:
    return [
        name
        for name in thing.revised
        if name != "deleted" and name not in thing.kind.quiet and any(map(disagree, thing.rivals(name)))
    ]
