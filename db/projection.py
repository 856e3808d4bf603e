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
from db.one_work import mark_joined, of_one_work
from db.same import project_same
from db.tables import PROJECTED
from db.things import Thing, batches, load
from db.versions import Version, deletion, disagree

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
# What hangs on things of a kind, each with the kind of which more may hang on that in turn.
_DEPENDANTS = {
    SOURCE.name: (
        (HIGHLIGHT.name, "select id from highlight where alive and source in ({})"),
        (
            HIGHLIGHT.name,
            "select a.highlight from anchor a join highlight h on h.id=a.highlight where h.alive and a.source in ({})",
        ),
        (SHELF.name, "select id from shelf where alive and source in ({})"),
    ),
    HIGHLIGHT.name: (
        (TAGGING.name, "select id from tagging where alive and highlight in ({})"),
        (NOTE.name, "select id from note where alive and target in ({})"),
    ),
    CONCEPT.name: (
        (TAGGING.name, "select id from tagging where alive and concept in ({})"),
        (LABEL.name, "select id from label where alive and concept in ({})"),
    ),
    # A work is used by its sources, whatever is in them.
    REFERENCE.name: (("", "select id from source where alive and reference in ({})"),),
}
_AT_ONCE = 4000
_IN_TREE = {CONCEPT.name, SAME.name}


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
    tagged = "main.tagging t where t.id in (select id from temp.plain) and"
    for among in (
        f"{tagged} t.highlight=r.entity",
        f"{tagged} t.concept=r.entity",
        f"main.highlight h join {tagged} t.highlight=h.id and h.source=r.entity",
        f"main.anchor a join {tagged} t.highlight=a.highlight and a.source=r.entity",
    ):
        rows = engine.rows(
            f"select distinct r.entity from main.revision r where r.field='deleted' and exists (select 1 from {among})"
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
    if {REFERENCE.name, SOURCE.name, SAME.name}.intersection(kinds):
        _project_works(engine)
    if {PERSON.name, SAME.name}.intersection(kinds):
        project_same(engine, "person")


def _project_works(engine: Engine) -> None:
    project_same(engine, "reference", of_one_work(engine))
    mark_joined(engine)


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
    _project_works(engine)
    project_same(engine, "person")


def add_layer_facts(engine: Engine, layer: bytes, known: Layer | None = None) -> None:
    """Show a layer in lists; ``known`` spares opening it."""
    rows.write_layer_facts(engine, layer, known)


def seen(engine: Engine, thing: Thing) -> list[str]:
    """Return what a person who deletes this thing now knows of it.

    That is what stands in its cells, what hangs on it, what hangs on that in turn, and what was said of all these.
    """
    own = {version.id for name in thing.registers() - {"deleted"} for version in thing.originals(name)}
    hanging = dependants(engine, thing)
    said = {version.id for one in revised(engine, hanging) for _, version in said_of_dependant(one)}
    return sorted(id.hex() for id in own | hanging | said)


def dependants(engine: Engine, thing: Thing) -> set[bytes]:
    """Return what is there and hangs on a thing, or on what hangs on it."""
    return _hanging_on(engine, thing.kind.name, {thing.id})


def _hanging_on(engine: Engine, kind: str, ids: set[bytes]) -> set[bytes]:
    every: set[bytes] = set()
    for below, sql in _DEPENDANTS.get(kind, ()) if ids else ():
        found = {
            id for part in batches(ids) for (id,) in engine.rows(sql.format(",".join("?" * len(part))), part)
        }  # fmt: skip
        every |= found | _hanging_on(engine, below, found)
    return every


def revised(engine: Engine, ids: Collection[bytes]) -> Iterable[Thing]:
    """Return those of some things of which more was said than that they are."""
    found: set[bytes] = set()
    for part in batches(ids):
        marks = ",".join("?" * len(part))
        sql = f"select distinct entity from revision where field<>'deleted' and entity in ({marks})"
        found.update(id for (id,) in engine.rows(sql, part))
    return load(engine, found).values()


def said_of_dependant(thing: Thing) -> list[tuple[str, Version]]:
    """Return what people said of a thing after it was made, and that stands: with each the register.

    Where it stands in another layer, and what nobody is asked of, is nothing that somebody said.
    """
    names = thing.revised.keys() - {"deleted"} - thing.kind.layered - thing.kind.quiet
    return [(name, one) for name in sorted(names) for one in thing.originals(name) if one.id != one.action]


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
    """Return what the things hang on, and the sources of highlights among that, where it was ever deleted."""
    deleted: set[bytes] = set()
    for part in batches({id for thing in things for id in thing.targets()}):
        marks = ",".join(f"?{number}" for number in range(1, len(part) + 1))
        deleted.update(id for (id,) in engine.rows(_EVER_DELETED.format(marks), part))
    return deleted


_EVER_DELETED = """
select entity from revision where field='deleted' and entity in ({0})
union select entity from revision where field='deleted' and entity in
    (select source from highlight where id in ({0}) union select source from anchor where highlight in ({0}))
"""


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
