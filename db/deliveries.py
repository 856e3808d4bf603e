"""What a merge brought: a step of undo of its own, which takes back exactly the records that came with it.

Taking it back leaves the library as if it had not been, unless something that was done since builds on it.  What
was taken back lies in a file aside until the step is done again.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from core.records import Changes
from db.engine import Engine

_COLUMNS = {"action": "id", "entity": "cast(id || action as blob)", "revision": "id", "layer": "id", "blob": "sha256"}


@dataclass(frozen=True, slots=True)
class Merge:
    """A merge as a step of undo.

    Attributes:
        label: What undo and history call it.
        installation: Whose step it is.
        at: The library's clock when it was made.
        person: Who made what came, as the file claims; empty where it does not say.
        digest: The SHA-256 of the file.
    """

    label: str
    installation: bytes
    at: int
    person: bytes = b""
    digest: bytes = b""
    id: bytes = field(default_factory=lambda: os.urandom(16))


def record_delivery(engine: Engine, merge: Merge, last: Mapping[str, int]) -> None:
    """Note what a merge brought: in each table the rows behind the last one there was."""
    values = (merge.id, merge.at, merge.installation, merge.label, merge.person, merge.digest)
    engine.rows("insert or replace into merged values(?,?,?,?,?,?,0)", values)
    for table, row in last.items():
        key = _COLUMNS[table]
        engine.rows(
            f"insert or ignore into delivered select ?, '{table}', {key} from {table} where rowid>? order by {key}",
            (merge.id, row),
        )


def record_overlap(engine: Engine, merge: bytes) -> None:
    """Note what a merge would have brought, of what is attached as ``incoming``, had an earlier one not done so."""
    for table, key in _COLUMNS.items():
        id, action = ("substr(d.key, 1, 16)", " and t.action=substr(d.key, 17)") if table == "entity" else ("d.key", "")
        name = key if table != "entity" else "id"
        engine.rows(
            f"insert or ignore into delivered select ?1, 'also {table}', d.key from delivered d"
            f" join merged m on m.id=d.merge and m.undone=0 and m.id<>?1 where d.tbl='{table}'"
            f" and exists (select 1 from incoming.{table} t where t.{name}={id}{action})",
            (merge,),
        )


def brought_again(engine: Engine, merge: bytes) -> str:
    """Return what another merge that stands is called whose file held some of what this one brought, or nothing."""
    return str(
        engine.value(
            "select m.label from merged own join merged m on m.undone=0 and m.at>own.at join delivered d on"
            " d.merge=own.id join delivered o on o.merge=m.id and o.tbl='also ' || d.tbl and o.key=d.key"
            " where own.id=? limit 1",
            (merge,),
        )
        or ""
    )


def mark_undone(engine: Engine, merge: bytes, at: int, *, undone: bool) -> None:
    """Note that a merge was taken back, or done again, at a time of the library's clock."""
    engine.rows("update merged set undone=? where id=?", (at if undone else 0, merge))
    engine.rows("insert into merge_step values(?,?,?)", (merge, at, undone))


def touch(engine: Engine, merge: bytes, last: Mapping[str, int] = MappingProxyType({})) -> None:
    """Find what has to be projected anew when the records of a merge come or go, into ``temp.touched`` with its kinds.

    Beside what was made and revised that is whatever the actions have written, and the actions that they take back:
    their clock or standing is new.  The kind of what waits for its thing is empty.

    Args:
        engine: The library.
        merge: Its id.
        last: The last row that tables had before it; without, they are looked through to the end.
    """
    forget_touched(engine)
    engine.rows("create temp table touched(kind text, id blob, primary key(kind, id)) without rowid")
    before = (last.get("revision", _LAST), last.get("entity", _LAST))
    # Nearly all is new, and by their rows new things are read one after the other.
    made, which = (_NEW, last["entity"]) if last else (_MADE, merge)
    engine.rows(f"insert or ignore into temp.touched {made}", (which,))
    engine.rows(f"insert or ignore into temp.touched {_TOUCHED}", (merge, *before))


def touch_also(engine: Engine, ids: Iterable[bytes]) -> None:
    """Have other things projected anew as well."""
    sql = "insert or ignore into temp.touched values(coalesce((select kind from main.entity where id=?1), ''), ?1)"
    engine.many(sql, [(id,) for id in ids])


_LAST = (1 << 63) - 1
_NEW = "select kind, id from main.entity where rowid>? order by kind, id"
_MADE = """
select e.kind, e.id from main.delivered d cross join main.entity e on e.id=substr(d.key, 1, 16)
where d.merge=? and d.tbl='entity' and e.action=substr(d.key, 17) order by e.kind, e.id
"""
_TOUCHED = """
with recursive acts(id) as (
    select key from main.delivered where merge=?1 and tbl='action'
    union select a.undoes from main.action a join acts on a.id=acts.id where a.undoes is not null
), every(id) as (
    select r.entity from main.delivered d join main.revision r on r.id=d.key where d.merge=?1 and d.tbl='revision'
    union select l.source from main.delivered d join main.layer l on l.id=d.key where d.merge=?1 and d.tbl='layer'
    union select r.entity from acts join main.revision r on r.action=acts.id and r.rowid<=?2
    union select e.id from acts join main.entity e on e.action=acts.id and e.rowid<=?3
)
select coalesce((select kind from main.entity e where e.id=every.id), ''), id from every
"""


def forget_touched(engine: Engine) -> None:
    engine.rows("drop table if exists temp.touched")


@dataclass(frozen=True, slots=True)
class MergeStep:
    """A merge among the steps of an installation; ``undone`` is when it was taken back, or 0."""

    id: bytes
    at: int
    label: str
    undone: int


def merge_steps(engine: Engine, installation: bytes) -> list[MergeStep]:
    sql = "select id, at, label, undone from merged where installation=?"
    return [MergeStep(*row) for row in engine.rows(sql, (installation,))]


def merges_beginning(engine: Engine, beginning: str) -> list[bytes]:
    """Return the merges whose id begins with some hexadecimal digits."""
    return [id for (id,) in engine.rows("select id from merged where lower(hex(id)) like ?", (beginning + "%",))]


def newest_merge(engine: Engine, installation: bytes) -> int:
    """Return the time of the newest merge, or of when one was taken back or done again; 0 where there was none."""
    sql = (
        "select max(at) from (select at from merged where installation=?1 union all"
        " select s.at from merge_step s join merged m on m.id=s.merge where m.installation=?1)"
    )
    return int(engine.value(sql, (installation,)) or 0)


def merged_digests(engine: Engine) -> set[bytes]:
    """Return the SHA-256 of every file whose merge stands."""
    return {digest for (digest,) in engine.rows("select digest from merged where undone=0")}


def undone_merges(engine: Engine) -> int:
    """Return how many merges stand taken back."""
    return int(engine.value("select count(*) from merged where undone<>0"))


def stored_merge(engine: Engine, id: bytes) -> Merge:
    """Return a merge as it was made."""
    sql = "select label, installation, at, person, digest, id from merged where id=?"
    return Merge(*engine.rows(sql, (id,))[0])


def changes(engine: Engine, label: str) -> Changes:
    """Return what is touched, by kind, while it is known."""
    kinds = [kind for (kind,) in engine.rows("select distinct kind from temp.touched where kind<>''")]
    sql = "select lower(hex(id)) from temp.touched where kind=?"
    return Changes("", label, {kind: frozenset(id for (id,) in engine.rows(sql, (kind,))) for kind in kinds})
