"""Taking back a merge: the records that it brought go, and lie in a file aside until it is done again.

This is one of the two deletions of records that there are.  The library is afterwards as if the merge had not been;
where something that was done since builds on what it brought, nothing is taken back.
"""

from __future__ import annotations

import contextlib
import json
import re
from collections.abc import Collection
from pathlib import Path

from core.errors import NotDoneError, StorageError
from core.records import Changes
from db.deliveries import (
    Merge,
    brought_again,
    changes,
    forget_touched,
    mark_undone,
    stored_merge,
    touch,
    touch_also,
)
from db.engine import Engine
from db.files import sync
from db.kinds import KINDS
from db.projection import deleted_targets, project_sameness, project_touched
from db.rows import undone_actions
from db.things import batches, load, replaced
from db.union import attached, take

_AT_ONCE = 4000


def withdraw(engine: Engine, merge: bytes, label: str, at: int, aside: Path, private: Engine | None = None) -> Changes:
    """Take a merge back; return what it touched.

    Args:
        engine: The library.
        private: Its private part where there is one: what is in there may build on it, too.
        merge: Its id.
        label: What the step is called.
        at: When it is taken back, by the library's clock.
        aside: The folder for what was taken out.

    Raises:
        NotDoneError: Something that was done since builds on what it brought; nothing was changed.
        StorageError: What is taken out could not be put aside; nothing was changed.
    """
    kept = _path(aside, merge)
    _keep(engine, merge, kept)
    try:
        with engine.writing():
            touch(engine, merge)
            _find_gone(engine, merge)
            _refuse_built_on(engine, merge, label)
            if private is not None:
                _refuse_private(engine, private, merge, label)
            found = changes(engine, label)
            again = _hung_on(engine)
            _take_out(engine, merge)
            mark_undone(engine, merge, at, undone=True)
            kinds = {kind for (kind,) in engine.rows("select distinct kind from temp.gone")}
            touch_also(engine, again)
            project_touched(engine)
            project_sameness(engine, kinds)
    except BaseException:
        with contextlib.suppress(StorageError, OSError):
            if not engine.value("select undone from main.merged where id=?", (merge,)):
                kept.unlink()
        raise
    finally:
        forget_touched(engine)
        engine.rows("drop table if exists temp.gone")
    return found


def bring_again(engine: Engine, merge: bytes, at: int, aside: Path) -> Changes:
    """Put what a merge had brought back where it was, at a time of the library's clock; return what it touched.

    Raises:
        NotDoneError: The file in which it lay is gone; nothing was changed.
    """
    step, path = stored_merge(engine, merge), _path(aside, merge)
    if not path.is_file():
        raise NotDoneError(
            f"What “{step.label}” brought no longer lies aside on this computer; nothing was changed.",
            hint="Merge the file again.",
            code="withdrawn-lost",
        )
    watch = _Again(engine, step, at)
    with attached(engine, path):
        take(engine, step, watch)
    if not watch.is_marked:
        # All of it had come by another way.
        with engine.writing():
            watch.after()
    with contextlib.suppress(OSError):
        path.unlink()
    return watch.changes


class _Again:
    """Notes, in the transaction that brings a merge again, that it was."""

    def __init__(self, engine: Engine, step: Merge, at: int) -> None:
        self._engine = engine
        self._step = step
        self._at = at
        self.changes = Changes("", step.label)
        self.is_marked = False

    def before(self) -> None:
        self.changes = changes(self._engine, self._step.label)

    def after(self) -> None:
        mark_undone(self._engine, self._step.id, self._at, undone=False)
        self.is_marked = True


def _path(aside: Path, merge: bytes) -> Path:
    return aside / f"{merge.hex()}.withdrawn"


def _keep(engine: Engine, merge: bytes, path: Path) -> None:
    """Write the records of a merge into a file aside, whole or not at all."""
    part = path.with_suffix(".part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        part.unlink(missing_ok=True)
        with engine.beside(part, "aside"), engine.writing():
            for table, found in _DELIVERED.items():
                (made,) = engine.rows("select sql from main.sqlite_schema where type='table' and name=?", (table,))[0]
                engine.rows(made.replace("CREATE TABLE ", "create table aside.", 1))
                engine.rows(f"insert into aside.{table} select t.* from {found}", (merge,))
        sync(part)
        part.replace(path)
        sync(path.parent)
    except OSError as error:
        raise StorageError(
            f"What the merge brought could not be put aside: {error.strerror}. Nothing was changed.",
            hint="Make room on the disk, then try again.",
        ) from error
    finally:
        with contextlib.suppress(OSError):
            part.unlink()


def _from(table: str, on: str, tbl: str = "") -> str:
    return f"main.delivered d join main.{table} t on {on} where d.merge=? and d.tbl='{tbl or table}'"


_DELIVERED = {
    "action": _from("action", "t.id=d.key"),
    "entity": _from("entity", "t.id=substr(d.key, 1, 16) and t.action=substr(d.key, 17)"),
    "revision": _from("revision", "t.id=d.key"),
    "layer": _from("layer", "t.id=d.key"),
    "blob": _from("blob", "t.sha256=d.key"),
    "blob_chunk": _from("blob_chunk", "t.sha256=d.key", "blob"),
}


def _find_gone(engine: Engine, merge: bytes) -> None:
    """Find the things of which nothing is left, into a table of this connection."""
    engine.rows("create temp table if not exists gone(id blob primary key, kind text) without rowid")
    engine.rows("delete from temp.gone")
    engine.rows(
        f"insert or ignore into temp.gone select t.id, t.kind from {_DELIVERED['entity']}"
        " and not exists (select 1 from main.entity o where o.id=t.id and not exists"
        " (select 1 from main.delivered k where k.merge=d.merge and k.tbl='entity'"
        " and k.key=cast(o.id || o.action as blob)))",
        (merge,),
    )


def _refuse_built_on(engine: Engine, merge: bytes, label: str) -> None:
    other = brought_again(engine, merge)
    if other:
        raise NotDoneError(
            f"“{other}” brought some of the same as “{label}”; nothing was changed.",
            hint=f"Take “{other}” back first.",
            code="built-on",
        )
    if (
        _is_named(engine, merge)
        or _is_revised(engine, merge)
        or _is_replaced(engine, merge)
        or any(engine.value(f"select exists({sql})", (merge,)) for sql in _OTHERWISE)
    ):
        raise NotDoneError(
            f"Something that was done since builds on what “{label}” brought; nothing was changed.",
            hint="Take those steps back first, or open the backup that was made before the merge.",
            code="built-on",
        )


def _refuse_private(engine: Engine, private: Engine, merge: bytes, label: str) -> None:
    """Refuse where private notes, tags or highlights hang on what would go; only ids are asked for."""
    things, layers = (json.dumps([id.hex() for (id,) in private.rows(sql)]) for sql in (_PRIVATE, _PRIVATE_LAYERS))
    among = "in (select unhex(value) from json_each(?))"
    if engine.value(f"select exists(select 1 from temp.gone where id {among})", (things,)) or engine.value(
        f"select exists(select 1 from main.delivered where merge=? and tbl='layer' and key {among})", (merge, layers)
    ):
        raise NotDoneError(
            f"Something private builds on what “{label}” brought; nothing was changed.",
            hint="Delete those private notes, tags and highlights first, or open the backup made before the merge.",
            code="built-on",
        )


_PRIVATE = (
    "select target from note where alive union select highlight from tagging where alive"
    " union select concept from tagging where alive union select source from highlight where alive"
)
_PRIVATE_LAYERS = (
    "select layer from highlight where alive"
    " union select a.layer from anchor a join highlight h on h.id=a.highlight where h.alive"
)
_GONE = "(select id from temp.gone)"
_NAMING = {
    "highlight": ("source",),
    "tagging": ("highlight", "concept"),
    "note": ("target",),
    "label": ("concept",),
    "alias": ("reference",),
    "file_name": ("target",),
    "shelf": ("source",),
    "reference": ("source", "bibfile"),
    "source": ("reference", "replaces"),
    "same": ("a", "b"),
    "bibfile": ("replaces",),
}
# These are registers: what names a thing that would go may go with it, and leave what was said before.
_REGISTERS = {
    ("highlight", "source"): "anchor",
    ("reference", "bibfile"): "slice",
    ("source", "reference"): "reference",
    ("source", "replaces"): "replaces",
    ("bibfile", "replaces"): "replaces",
}
_ID = re.compile(r'"([0-9a-f]{32})"')


def _is_named(engine: Engine, merge: bytes) -> bool:
    """Return whether something that came since, and is there, hangs on a thing that would go.

    What hung on it before it was there waits for it again.
    """
    for table, columns in _NAMING.items():
        for column in columns:
            naming = f'select id from main.{table} where alive and id not in {_GONE} and "{column}" in {_GONE}'
            if _names_since(engine, merge, naming, _REGISTERS.get((table, column), "")):
                return True
    below = (
        f"select c.id from main.concept c, json_each(c.parents) p where c.alive and c.id not in {_GONE}"
        f" and unhex(p.value) in {_GONE}"
    )
    return _names_since(engine, merge, below, "parents")


def _names_since(engine: Engine, merge: bytes, naming: str, register: str) -> bool:
    """Return whether things came to name one that would go: by a register or, where that is empty, by their core."""
    ids = [id for (id,) in engine.rows(naming)]
    for start in range(0, len(ids), _AT_ONCE):
        things = load(engine, ids[start : start + _AT_ONCE]).values()
        since = _since(engine, merge, "entity", {thing.id + action for thing in things for action in thing.makings})
        if since and not register:
            return True
        said = {one.id for thing in things for one in thing.revised.get(register, ())}
        since |= _since(engine, merge, "revision", said)
        for thing in things:
            late = [one for one in thing.heads(register) if one.id in since or thing.id + one.id in since]
            named = {bytes.fromhex(name) for head in late for name in _ID.findall(head.value)}
            if any(engine.value("select exists(select 1 from temp.gone where id=?)", (name,)) for name in named):
                return True
    return False


def _since(engine: Engine, merge: bytes, table: str, keys: Collection[bytes]) -> set[bytes]:
    """Return those of some keys of a table that a later merge has brought, or that were written here since."""
    found: set[bytes] = set()
    for part in batches(keys):
        for sql, ids in ((_BROUGHT_SINCE, part), (_WRITTEN_SINCE[table], [key[: _LENGTHS[table]] for key in part])):
            marks = ",".join(f"?{number}" for number in range(3, 3 + len(ids)))
            found.update(key for (key,) in engine.rows(sql.format(marks), (merge, table, *ids)))
    return found.intersection(keys)


_LENGTHS = {"revision": 32, "entity": 16}
_BROUGHT_SINCE = (
    "select k.key from main.merged m join main.merged o on o.at>m.at and o.undone=0"
    " join main.delivered k on k.merge=o.id where m.id=?1 and k.tbl=?2 and k.key in ({})"
)
_HERE_SINCE = (
    "select {0} from main.merged m cross join main.{1} t join main.action a on a.at>m.at and a.id=t.action"
    " where m.id=?1 and t.id in ({{}}) and not exists"
    " (select 1 from main.merged o join main.delivered k on k.merge=o.id where o.undone=0 and k.tbl=?2 and k.key={0})"
)
_WRITTEN_SINCE = {
    "revision": _HERE_SINCE.format("t.id", "revision"),
    "entity": _HERE_SINCE.format("cast(t.id || t.action as blob)", "entity"),
}


def _is_revised(engine: Engine, merge: bytes) -> bool:
    """Return whether a step that stands has said something of a thing that would go."""
    rows = engine.rows(
        f"select distinct r.action from main.revision r join main.action a on a.id=r.action where r.entity in {_GONE}"
        " and a.undoes is null and r.id not in (select key from main.delivered where merge=? and tbl='revision')",
        (merge,),
    )
    return bool({action for (action,) in rows} - undone_actions(engine))


def _is_replaced(engine: Engine, merge: bytes) -> bool:
    """Return whether a version that stays, of a thing that stays, replaces one that would go."""
    brought = "select 1 from main.delivered where merge=?1 and tbl='revision' and key="
    made = "select 1 from main.delivered where merge=?1 and tbl='entity' and key="
    rows = engine.rows(
        "select distinct r.entity, r.prev from main.revision r where r.prev<>'' and r.entity in (select id from"
        f" temp.touched) and r.entity not in {_GONE} and not exists ({brought} r.id)",
        (merge,),
    )
    for entity, prev in rows:
        for id in replaced(prev):
            sql, key = (made, entity + id) if len(id) == 16 else (brought, id)
            if engine.value(f"{sql} ?2", (merge, key)):
                return True
    return False


_OTHERWISE = (
    # An undo of what would go.
    f"select 1 from {_DELIVERED['action']} and exists (select 1 from main.action u where u.undoes=t.id and u.id not in"
    " (select key from main.delivered k where k.merge=d.merge and k.tbl='action'))",
    # A document or a text that was imported here since, and did not need to be stored again.
    "select 1 from main.merged m join main.action a on a.at>m.at join main.entity e on e.action=a.id"
    " join main.source s on s.id=e.id where m.id=? and s.alive and e.kind='source' and exists (select 1 from"
    " main.delivered d where d.merge=m.id and ((d.tbl='blob' and d.key=s.sha256) or (d.tbl='layer' and d.key=s.layer)))"
    " and not exists (select 1 from main.delivered k where k.merge=m.id and k.tbl='entity'"
    " and k.key=cast(e.id || e.action as blob))",
    # A highlight in a text that would go, which was not there, or not in that text, before that came: one that a
    # package without documents had brought earlier waits for it again.
    "select 1 from main.merged m join main.delivered d on d.merge=m.id and d.tbl='layer'"
    f" join main.highlight h on h.layer=d.key where m.id=? and h.alive and h.id not in {_GONE} and ("
    "exists (select 1 from main.action a where a.at>m.at and a.id not in"
    " (select key from main.delivered k where k.merge=m.id and k.tbl='action') and a.id in"
    " (select e.action from main.entity e where e.id=h.id"
    " union all select r.action from main.revision r where r.entity=h.id and r.field='anchor'))"
    " or exists (select 1 from main.merged o join main.delivered k on k.merge=o.id where o.at>m.at"
    " and (k.tbl='entity' and k.key in (select cast(e.id || e.action as blob) from main.entity e where e.id=h.id)"
    " or k.tbl='revision' and k.key in"
    " (select r.id from main.revision r where r.entity=h.id and r.field='anchor'))))",
)


def _hung_on(engine: Engine) -> set[bytes]:
    """Return what the things that go hang on, where it was ever deleted: it may be without what kept it."""
    found: set[bytes] = set()
    ids = [id for (id,) in engine.rows("select id from temp.gone")]
    for start in range(0, len(ids), _AT_ONCE):
        found |= deleted_targets(engine, load(engine, ids[start : start + _AT_ONCE]).values())
    return found


_BESIDE = {"conflict": "entity", "range": "highlight", "anchor": "highlight", "citekey": "reference"}


def _take_out(engine: Engine, merge: bytes) -> None:
    layers = "(select key from main.delivered where merge=? and tbl='layer')"
    engine.rows(f"delete from main.layer_facts where layer in {layers}", (merge,))
    for table, found in reversed(_DELIVERED.items()):
        engine.rows(f"delete from main.{table} where rowid in (select t.rowid from {found})", (merge,))
    for kind in KINDS.values():
        engine.rows(f'delete from main."{kind.table._meta.table_name}" where id in {_GONE}')
    for table, column in _BESIDE.items():
        engine.rows(f"delete from main.{table} where {column} in {_GONE}")
