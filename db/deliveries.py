"""What a merge brought: a step of undo of its own, which takes back exactly the records that came with it.

Taking it back leaves the library as if it had not been, unless something that was done since builds on it.  What
was taken back lies in a file aside until the step is done again.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field

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


def touch(engine: Engine, merge: bytes) -> None:
    """Find what has to be projected anew when the records of a merge come or go, into a table of this connection.

    Beside what was made and revised that is whatever the actions have written, and the actions that they take back:
    their clock or standing is new.
    """
    engine.rows("create temp table if not exists touched(id blob primary key) without rowid")
    engine.rows("delete from temp.touched")
    for table, found in _TOUCHED.items():
        engine.rows(f"insert or ignore into temp.touched {found}", (merge, table))
    for written in ("select r.entity from revision r join acts on r.action=acts.id",
                    "select e.id from entity e join acts on e.action=acts.id"):  # fmt: skip
        engine.rows(f"insert or ignore into temp.touched with recursive {_ACTS} {written}", (merge,))


_TOUCHED = {
    "entity": "select substr(key, 1, 16) from delivered where merge=? and tbl=?",
    "revision": "select r.entity from delivered d join revision r on r.id=d.key where d.merge=? and d.tbl=?",
    "layer": "select l.source from delivered d join layer l on l.id=d.key where d.merge=? and d.tbl=?",
}
_ACTS = (
    "acts(id) as (select key from delivered where merge=? and tbl='action'"
    " union select a.undoes from action a join acts on a.id=acts.id where a.undoes is not null)"
)


def touched(engine: Engine) -> list[bytes]:
    return [id for (id,) in engine.rows("select id from temp.touched")]


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


def newest_merge(engine: Engine, installation: bytes) -> int:
    """Return the time of the newest merge, or taking back of one; 0 where there was none."""
    sql = "select max(max(at, undone)) from merged where installation=?"
    return int(engine.value(sql, (installation,)) or 0)


def stored_merge(engine: Engine, id: bytes) -> Merge:
    """Return a merge as it was made."""
    sql = "select label, installation, at, person, digest, id from merged where id=?"
    return Merge(*engine.rows(sql, (id,))[0])


def changes(engine: Engine, label: str) -> Changes:
    """Return what is touched, by kind, while it is known."""
    found: dict[str, set[str]] = {}
    rows = engine.rows("select distinct e.kind, e.id from temp.touched t join main.entity e on e.id=t.id")
    for kind, id in rows:
        found.setdefault(kind, set()).add(id.hex())
    return Changes("", label, {kind: frozenset(ids) for kind, ids in found.items()})
