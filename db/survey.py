"""What a union does to a library, told by comparing what was shown with what is: all in tables of this connection."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field

from db.conflicts import conflict_ids
from db.copies import WAITING, heirs
from db.engine import Engine
from db.kinds import KINDS

_IS_SHOWN: Mapping[str, str] = {
    "highlight": "join main.source s on s.id=t.source and s.alive",
    "tagging": "join main.highlight h on h.id=t.highlight and h.alive join main.source s on s.id=h.source and s.alive"
    " join main.concept k on k.id=t.concept and k.alive",
    "note": "join main.highlight h on h.id=t.target and h.alive join main.source s on s.id=h.source and s.alive",
    "label": "join main.concept k on k.id=t.concept and k.alive",
    "shelf": "join main.source s on s.id=t.source and s.alive",
}
"""What must be shown for a thing to be; others are where they were not deleted."""

_CAN_VANISH = ("source", "reference", "concept", "highlight", "tagging", "note", "label", "shelf")
_SAYING: Mapping[str, tuple[str, ...]] = {
    "person": ("name",),
    "source": ("reference", "labels", "layer", "replaces"),
    "reference": ("citekey", "type", "fields"),
    "concept": ("name", "definition", "colour", "parents"),
    "label": ("text", "language"),
    "highlight": ("anchor", "edited_quote"),
    "note": ("text",),
    "bibfile": ("replaces",),
    "same": ("same",),
}
"""What a table says of a thing that a person would call a change."""

_HANGING = (
    "select e.kind, t.id from temp.taken t join main.entity e on e.id=t.id",
    "select 'highlight', h.id from temp.taken t join main.highlight h on h.source=t.id",
    "select 'shelf', x.id from temp.taken t join main.shelf x on x.source=t.id",
    "select 'tagging', g.id from temp.taken t join main.tagging g on g.concept=t.id",
    "select 'label', l.id from temp.taken t join main.label l on l.concept=t.id",
    "select 'tagging', g.id from temp.taken t join main.tagging g on g.highlight=t.id",
    "select 'note', n.id from temp.taken t join main.note n on n.target=t.id",
    "select 'tagging', g.id from temp.hanging c join main.tagging g on g.highlight=c.id where c.kind='highlight'",
    "select 'note', n.id from temp.hanging c join main.note n on n.target=c.id where c.kind='highlight'",
)
_ADDED = "select id from temp.added where kind=?"
_OURS = "waited", "taken", "added", "hanging", "shown_before", *(f"was_{kind}" for kind in _SAYING)


@dataclass(frozen=True, slots=True)
class Work:
    """What somebody made of what a union brings."""

    person: str
    name: str
    highlights: int
    notes: int
    taggings: int


@dataclass(frozen=True, slots=True)
class Surveyed:
    """What a union did, or would do.

    Attributes:
        added: Of each kind how many things are shown that were not.
        changed: Of each kind how many are shown otherwise than they were.
        deleted: Of each kind how many were shown that are not.
        here: How many things were shown before, of the kinds that can vanish.
        conflicts: The ids of those that were not there before.
        conflicts_left: How many there are now.
        without_document: The sources that came or changed and whose bytes are not here.
        waiting: How many highlights stand in another text than their source shows, that did not before.
        work: Whose work comes in, the most first.
        ids: The things that came, by kind.
    """

    added: Mapping[str, int] = field(default_factory=dict)
    changed: Mapping[str, int] = field(default_factory=dict)
    deleted: Mapping[str, int] = field(default_factory=dict)
    here: int = 0
    conflicts: frozenset[str] = frozenset()
    conflicts_left: int = 0
    without_document: tuple[str, ...] = ()
    waiting: int = 0
    work: tuple[Work, ...] = ()
    new_references: tuple[str, ...] = ()
    new_persons: tuple[str, ...] = ()
    new_concepts: tuple[str, ...] = ()


class Survey:
    """Looks on while a union is made; ``told`` says afterwards what it did."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._conflicts: set[str] = set()
        self._here = 0
        self.told = Surveyed()

    def before(self) -> None:
        """Note what is shown of all that the union touches, and of what was ever deleted and all that hangs on that.

        What was deleted is in sight while something keeps it that the deleter did not know of; that comes and goes.
        """
        engine = self._engine
        self._conflicts = conflict_ids(engine)
        self._here = sum(
            int(engine.value(f"select count(*) from main.{_table(kind)} where alive")) for kind in _CAN_VANISH
        )
        engine.rows(f"create temp table waited as select h.id from {WAITING}", (_heirs(engine),))
        engine.rows("create temp table taken(id blob primary key) without rowid")
        engine.rows("insert or ignore into temp.taken select entity from main.revision where field='deleted'")
        engine.rows("create temp table hanging(kind text, id blob, primary key(kind, id)) without rowid")
        for hanging in _HANGING:
            engine.rows(f"insert or ignore into temp.hanging {hanging}")
        engine.rows("delete from temp.hanging where (kind, id) in (select kind, id from temp.touched)")
        engine.rows("create temp table shown_before(kind text, id blob, primary key(kind, id)) without rowid")
        for kind in KINDS:
            engine.rows(f"insert into temp.shown_before select '{kind}', id from ({_shown(kind)})")
        for kind, columns in _SAYING.items():
            named = ", ".join(f"t.{column}" for column in ("id", *columns))
            engine.rows(
                f"create temp table was_{kind} as select {named} from temp.shown_before c"
                f" join main.{_table(kind)} t on t.id=c.id where c.kind='{kind}'"
            )

    def after(self) -> None:
        """Compare with what is shown now."""
        self._engine.rows("create temp table added(kind text, id blob, primary key(kind, id)) without rowid")
        for kind in KINDS:
            self._engine.rows(
                f"insert into temp.added select '{kind}', id from ({_shown(kind)})"
                f" where id not in (select id from temp.shown_before where kind='{kind}')"
            )
        conflicts = conflict_ids(self._engine)
        new = {kind: self._new(kind) for kind in ("reference", "person", "concept")}
        self.told = Surveyed(
            added={
                kind: int(n) for kind, n in self._engine.rows("select kind, count(*) from temp.added group by kind")
            },
            changed=self._changed(),
            deleted=self._deleted(),
            here=self._here,
            conflicts=frozenset(conflicts - self._conflicts),
            conflicts_left=len(conflicts),
            without_document=self._without_document(),
            waiting=self._waiting(),
            work=self._work(),
            new_references=new["reference"],
            new_persons=new["person"],
            new_concepts=new["concept"],
        )

    def forget(self) -> None:
        """Drop what was noted."""
        for table in _OURS:
            self._engine.rows(f"drop table if exists temp.{table}")

    def _deleted(self) -> dict[str, int]:
        sql = "select count(*) from temp.shown_before b where b.kind='{}' and b.id not in ({})"
        counts = {kind: int(self._engine.value(sql.format(kind, _shown(kind)))) for kind in _CAN_VANISH}
        return {kind: count for kind, count in counts.items() if count}

    def _changed(self) -> dict[str, int]:
        found = {}
        for kind, columns in _SAYING.items():
            otherwise = " or ".join(f"w.{column} is not t.{column}" for column in columns)
            count = self._engine.value(
                f"select count(*) from temp.was_{kind} w join main.{_table(kind)} t on t.id=w.id"
                f" where ({otherwise}) and t.id in ({_shown(kind)})"
            )
            if count:
                found[kind] = int(count)
        return found

    def _new(self, kind: str) -> tuple[str, ...]:
        return tuple(id.hex() for (id,) in self._engine.rows(f"{_ADDED} order by id", (kind,)))

    def _without_document(self) -> tuple[str, ...]:
        rows = self._engine.rows(
            f"select id from main.source where id in ({_shown('source')})"
            " and not exists (select 1 from main.blob b where b.sha256=source.sha256)"
        )
        return tuple(id.hex() for (id,) in rows)

    def _waiting(self) -> int:
        sql = f"select count(*) from {WAITING} and h.id not in (select id from temp.waited)"
        return int(self._engine.value(sql, (_heirs(self._engine),)))

    def _work(self) -> tuple[Work, ...]:
        counts: dict[bytes, dict[str, int]] = {}
        for kind in ("highlight", "note", "tagging"):
            sql = f"select person, count(*) from main.{kind} where id in ({_ADDED}) group by person"
            for person, count in self._engine.rows(sql, (kind,)):
                counts.setdefault(person, {})[kind] = int(count)
        names = dict(self._engine.rows("select id, name from main.person"))
        work = (
            Work(id.hex(), names.get(id, ""), by.get("highlight", 0), by.get("note", 0), by.get("tagging", 0))
            for id, by in counts.items()
        )
        return tuple(sorted(work, key=lambda one: (-one.highlights, -one.notes, -one.taggings, one.name, one.person)))


def _shown(kind: str) -> str:
    """Return a question for what is shown now, of all that is touched or hangs on what is deleted."""
    return (
        f"select t.id from (select id from temp.touched where kind='{kind}' union all select id from temp.hanging"
        f" where kind='{kind}') c cross join main.{_table(kind)} t on t.id=c.id {_IS_SHOWN.get(kind, '')} where t.alive"
    )


def _heirs(engine: Engine) -> str:
    return json.dumps([*heirs(engine)])


def _table(kind: str) -> str:
    return f'"{KINDS[kind].table._meta.table_name}"'
