"""The private part of a library: a file in the user's own folder, and the two seen together.

The private file has the library's tables and format and a header of its own.  What is written goes to one of the two
files; no connection that writes to the library, or from which a package, a backup, the index or an export is made,
knows of the private one.  ``Together`` sees both, for one person, and can write to neither.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from pathlib import Path

import apsw

from core.errors import LibraryForeignError, NotDoneError, UserError
from core.folding import fold_name
from core.ids import canonical, digest
from db.engine import Engine
from db.opening import create, library_id, open_library
from db.writers import Writer

PRIVATE_ID = 0x434D5056  # "CMPV"
_PARTS = "private_parts"


class Together(Engine):
    """A library and one person's private part of it, as one library to questions.

    Attributes:
        library: Where what is shared is written.
        private: Where what is private is written.
    """

    def __init__(self, library: Engine, private: Engine, person: bytes) -> None:
        super().__init__(library.path, read_only=True, immutable=library.read_only and library.immutable)
        self.library = library
        self.private = private
        self.person = person

    def _add_conn_hooks(self, conn: apsw.Connection) -> None:
        super()._add_conn_hooks(conn)
        immutable = int(self.private.read_only and self.private.immutable)
        conn.execute("attach ? as private", (f"{self.private.path.absolute().as_uri()}?immutable={immutable}",))
        for name, sql in _views(self.person).items():
            conn.execute(f'create temp view "{name}" as {sql}')


def _views(person: bytes) -> dict[str, str]:
    """Return what stands in place of the library's tables: their rows and those of a person's private part.

    What a colleague deleted without knowing of a private note or highlight on it stays, for its owner alone.
    """
    me = f"x'{person.hex()}'"
    noted = f"select target from private.note where alive and person={me}"
    marked = (
        f"select source from private.highlight where alive and person={me}"
        f" union select h.source from main.highlight h where h.id in ({noted})"
    )
    both = 'select * from main."{0}" union all select * from private."{0}"'
    return {
        "highlight": f"{_kept('highlight', noted, me)} union all {_placed()} where t.person={me}",
        "source": _kept("source", marked, me),
        "range": both.format("range"),
        "tagging": f"{both.format('tagging')} where person={me}",
        "note": f"{both.format('note')} where person={me}",
        "person": f"{both.format('person')} where id={me} and id not in (select id from main.person)",
        "action": f"{both.format('action')} where person={me}",
        "entity": both.format("entity"),
        "revision": both.format("revision"),
    }


def _placed() -> str:
    """Return private highlights; where one has several places, the library's sources say which of them is shown."""
    from db.anchors import BEST

    columns = {name: f't."{name}"' for name in _columns("highlight")}
    shown = {name: f"a.{name}" for name in ("source", "layer", "exact", "anchor")}
    for name, value in {**shown, "start": "json_extract(a.anchor, '$.ranges[0][0]')"}.items():
        best = (
            f"select {value} from private.anchor a left join main.source s on s.id=a.source where a.highlight=t.id"
            f" order by {BEST} limit 1"
        )
        columns[name] = f'coalesce(({best}), t."{name}") as "{name}"'
    return f"select {', '.join(columns.values())} from private.highlight t"


def _kept(table: str, hung_on: str, me: str) -> str:
    """Return a table's rows, with those alive that somebody else deleted while private things of mine hang on them."""
    deleter = (
        "select a.person from main.revision r join main.action a on a.id=r.action"
        " where r.entity=t.id and r.field='deleted' order by a.at desc, a.id desc limit 1"
    )
    columns = {name: f't."{name}"' for name in _columns(table)}
    columns["alive"] = f"t.alive or (t.id in ({hung_on}) and ({deleter})<>{me}) as alive"
    return f'select {", ".join(columns.values())} from main."{table}" t'


def _columns(table: str) -> list[str]:
    from db.tables import PROJECTED

    (model,) = (one for one in PROJECTED if one._meta.table_name == table)
    return [field.column_name for field in model._meta.sorted_fields]


class PrivatePart:
    """The private file of one library on this computer, which may not be there yet.

    It is made when first written, and opened only where it is.
    """

    def __init__(
        self, library: Engine, path: Path, *, sealed: Callable[[], bool], before_migration: Callable[[Engine], None]
    ) -> None:
        """Prepare it; the last two are what ``open_library`` is given."""
        self.path = path
        self._library = library
        self._sealed = sealed
        self._before_migration = before_migration
        self._engine: Engine | None = None
        self._together: Together | None = None
        self._writer: Writer | None = None

    @property
    def engine(self) -> Engine | None:
        """The file where it is there, for reading and writing; migrated where its format is old.

        Raises:
            PlaceError: It is newer, damaged, foreign, or cannot be reached.
        """
        if self._engine is None and self.path.exists():
            engine = open_library(
                self.path,
                before_migration=self._before_migration,
                sealed=self._sealed(),
                application_id=PRIVATE_ID,
            )
            if library_id(engine) != library_id(self._library):
                engine.close()
                raise LibraryForeignError(f"{self.path} holds the private notes on another library.")
            self._engine = engine
        return self._engine

    def together(self, writer: Writer) -> Together | None:
        """Return the library and a person's private part as one; None where there is no private file.

        Raises:
            PlaceError: What ``engine`` raises.
        """
        private = self.engine
        if private is None:
            return None
        if self._together is None or self._writer != writer:
            if self._together is not None:
                self._together.close()
            self._together, self._writer = Together(self._library, private, writer.person), writer
        return self._together

    def made(self, writer: Writer) -> Engine:
        """Return the file to write to, made where it is missing; the library notes that this person has one."""
        if self.engine is None:
            self.path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            # Another process may have made it just now; then that one is opened.
            with contextlib.suppress(NotDoneError):
                create(self.path, PRIVATE_ID, library_id(self._library))
            self.path.chmod(0o600)
        engine = self.engine
        assert engine is not None
        self._note_owner(engine, writer)
        return engine

    def is_elsewhere(self, writer: Writer) -> bool:
        """Say whether somebody of this name wrote private things on another computer, or here where they are gone."""
        here = self.engine
        known = _trace(self._library, writer.name) in _traces(self._library)
        return known and (here is None or not _has_part(here, writer))

    def close(self) -> None:
        for engine in (self._together, self._engine):
            if engine is not None:
                engine.close()
        self._together = self._engine = None

    def _note_owner(self, engine: Engine, writer: Writer) -> None:
        """Leave a trace in both files; in the library one from which nobody can be read who is not known already."""
        if not _has_part(engine, writer):
            with engine.writing():
                engine.rows("insert or ignore into meta values(?, '')", (_owner(writer),))
        traces = _traces(self._library)
        trace = _trace(self._library, writer.name)
        if trace not in traces:
            # A library that cannot be written to still has a private part; only it will not be missed elsewhere.
            with contextlib.suppress(UserError), self._library.writing():
                sql = "insert or replace into meta values(?,?)"
                self._library.rows(sql, (_PARTS, " ".join(sorted({*traces, trace}))))


def _owner(writer: Writer) -> str:
    return f"person:{writer.person.hex()}"


def _has_part(engine: Engine, writer: Writer) -> bool:
    return engine.value("select 1 from meta where key=?", (_owner(writer),)) is not None


def _trace(library: Engine, name: str) -> str:
    return digest(canonical([library_id(library), fold_name(name)])).hex()[:32]


def _traces(library: Engine) -> set[str]:
    return set(str(library.value("select value from meta where key=?", (_PARTS,)) or "").split())


def home(engine: Engine, action: bytes) -> Engine:
    """Return the file to write to where an action is taken back: the one that holds it, of both seen together."""
    if not isinstance(engine, Together):
        return engine
    held = engine.value("select 1 from private.action where id=?", (action,))
    return engine.private if held else engine.library


def is_private(engine: Engine, id: str) -> bool:
    """Say whether a thing is in the private part that is seen together with a library."""
    sql = "select 1 from private.entity where id=?"
    return isinstance(engine, Together) and bool(engine.value(sql, (bytes.fromhex(id),)))


def private_things(engine: Engine) -> frozenset[bytes]:
    """Return the ids of the private highlights and notes that can be seen; none of a library that is seen alone."""
    if not isinstance(engine, Together):
        return frozenset()
    sql = "select id from private.highlight union all select id from private.note"
    return frozenset(id for (id,) in engine.rows(sql))
