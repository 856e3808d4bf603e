"""Files of others: the hardened connection, and every look at such a file before a row of it is believed.

First its structure is compared with ours; a table is read only when there is nothing else in the file: no trigger, no
view, no generated column, nothing that SQLite would run.  Then its pages are checked, every record against its id and
against what its kind may hold, every text and document against its hash, and of a package its manifest.  It happens
in a worker process, on a copy that nobody else can change.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import apsw

from core.errors import LibraryDamagedError, LibraryTooNewError, UserError
from core.layers import layer_digest, received
from db.concept_tree import DEEPEST, depth
from db.engine import APPLICATION_ID, PACKAGE_ID, Engine
from db.kinds import KINDS
from db.opening import OURS, Formats, Header, migrate, read_header
from db.packages import Manifest, refuse_untrue, stored_manifest
from db.schema import REPLICATED, MetaRow
from db.shapes import NAME, core_fault, prev_fault, value_fault
from db.verifying import Row, altered_records, altered_rows

Alive = Callable[[], None]

OLDEST = 1
"""The first format that a released version wrote.  What is replicated is the same in all: a new kind of record is a new
kind or register, so an older file is united as it is, and only its structure is that of its own format."""

MOST_ROWS = 5_000_000
MOST_VERSIONS = 5_000
MOST_CONCEPTS = 100_000
# A library may be the person's own, from another computer.
_DEEPEST_HERE = 10 * DEEPEST
_ROW = 2_000_000
_LAYER = 1 << 28
_LABEL = 10_000
_LATEST = (1 << 63) - 1
_SECONDS_FOR_STRUCTURE = 10.0
_STEPS = 20_000
_LIMITS: Mapping[int, int] = {
    apsw.SQLITE_LIMIT_LENGTH: _ROW,
    apsw.SQLITE_LIMIT_SQL_LENGTH: 100_000,
    apsw.SQLITE_LIMIT_COLUMN: 100,
    apsw.SQLITE_LIMIT_EXPR_DEPTH: 20,
    apsw.SQLITE_LIMIT_VDBE_OP: 25_000,
    apsw.SQLITE_LIMIT_TRIGGER_DEPTH: 1,
    apsw.SQLITE_LIMIT_ATTACHED: 0,
}


class RefusedError(Exception):
    """A stranger's file is not taken; the text says why, as a sentence."""


class IncompleteError(RefusedError):
    """More of the file may be to come."""


@dataclass(frozen=True, slots=True)
class Stranger:
    """A file that was looked at and may be taken.

    Attributes:
        manifest: What a package says of itself; None of a library.
        library_id: Of the library it is, or comes from; a claim.
    """

    manifest: Manifest | None
    library_id: str


class StrangersFile(Engine):
    """A stranger's file, open for reading as safely as SQLite can."""

    def __init__(self, path: Path) -> None:
        super().__init__(path, read_only=True, immutable=True)

    def _add_conn_hooks(self, conn: apsw.Connection) -> None:
        for limit, value in _LIMITS.items():
            conn.limit(limit, value)
        conn.config(apsw.SQLITE_DBCONFIG_ENABLE_TRIGGER, 0)
        conn.config(apsw.SQLITE_DBCONFIG_ENABLE_VIEW, 0)
        super()._add_conn_hooks(conn)
        conn.execute("pragma query_only=on")


def refuse_unfit(path: Path) -> Header:
    """Look at the first bytes of a file, before anything else may.

    Raises:
        RefusedError: It is neither a library nor a package, or only a part of one.
        LibraryTooNewError: It is one of a later version.
    """
    try:
        header = read_header(path)
    except UserError as error:
        raise RefusedError("It is neither a library nor a package of Commonplace.") from error
    if header.application_id not in (APPLICATION_ID, PACKAGE_ID):
        raise RefusedError("It belongs to another program, or is no library and no package.")
    if header.format > OURS.newest:
        what = "package" if header.application_id == PACKAGE_ID else "library"
        raise LibraryTooNewError(header.format, OURS.newest, what)
    if header.format < OLDEST:
        raise RefusedError("It is none that any version of Commonplace has written.")
    if header.size < header.expected_size:
        raise IncompleteError(f"It is an incomplete copy: {_sizes(header.size, header.expected_size)}.")
    return header


def _sizes(size: int, expected: int) -> str:
    mebibyte = 1 << 20
    if expected >= 10 * mebibyte:
        return f"{size // mebibyte:,} of {expected // mebibyte:,} MB"
    return f"{size:,} of {expected:,} bytes"


def examine(path: Path, alive: Alive) -> Stranger:
    """Look at a stranger's file from its first byte to its last.

    Args:
        path: A copy that nobody changes meanwhile.
        alive: Called now and then, as a sign of life.

    Raises:
        RefusedError: It is not to be taken.
        LibraryTooNewError: It is one of a later version.
    """
    return _looked_at(path, alive, _examine_rows)


def admit(path: Path, alive: Alive) -> Stranger:
    """Look whether a library may be opened by whom it is new to.

    Its records have to make sense, but not to match their ids: where one was altered that is told by ``check``, and
    whose library it is should not lose the others.

    Raises:
        RefusedError: It is not to be opened.
        LibraryTooNewError: It is one of a later version.
    """
    return _looked_at(path, alive, _admit_rows)


def glance(path: Path, alive: Alive) -> Stranger:
    """Look only at what a file says of itself, and whether it was written to the end; it is not to be taken for that.

    Raises:
        RefusedError: It is not to be taken whatever else is in it.
        LibraryTooNewError: It is one of a later version.
    """
    return _looked_at(path, alive, lambda file, header, _alive: _claims(file, header))


def _looked_at(path: Path, alive: Alive, look: Callable[[StrangersFile, Header, Alive], Stranger]) -> Stranger:
    header = refuse_unfit(path)
    file = StrangersFile(path)
    try:
        _hurry(file, alive)
        _refuse_other_structure(file, header)
        file.raw.set_progress_handler(_going_on(alive), _STEPS)
        return look(file, header, alive)
    except (UserError, apsw.Error, UnicodeDecodeError) as error:
        said = "" if isinstance(error, LibraryDamagedError) else f": {_first_line(error)}"
        raise RefusedError(f"It is damaged{said}.") from error
    finally:
        file.close()


def _first_line(error: Exception) -> str:
    return next(iter(str(error).splitlines()), type(error).__name__)[:200]


def _hurry(file: StrangersFile, alive: Alive) -> None:
    """End what takes long while it is not known yet what the file has SQLite do."""
    until = time.monotonic() + _SECONDS_FOR_STRUCTURE

    def too_long() -> bool:
        alive()
        return time.monotonic() > until

    file.raw.set_progress_handler(too_long, _STEPS)


def _going_on(alive: Alive) -> Callable[[], bool]:
    def end() -> bool:
        alive()
        return False

    return end


def _refuse_other_structure(file: StrangersFile, header: Header) -> None:
    """Refuse a file whose tables and indexes are not exactly ours, to the letter of their definitions."""
    ours = _structure(OURS, header.format, is_package=header.application_id == PACKAGE_ID)
    found = file.rows(f"{_SCHEMA} limit ?", (len(ours) + 1,))
    theirs = {name: (kind, table, _plain(sql)) for kind, name, table, sql, _ in found}
    for name, (kind, *_) in theirs.items():
        if name not in ours:
            raise RefusedError(f"It holds the {kind} {_shown(name)}, which is none of ours.")
    for name, is_ours in ours.items():
        if name not in theirs:
            raise RefusedError(f"It lacks {is_ours[0]} {name}.")
        if theirs[name] != is_ours:
            raise RefusedError(f"Its {is_ours[0]} {name} is not defined as ours.")
    if len({root for *_, root in found}) < len(ours) or file.value("pragma encoding") != "UTF-8":
        raise RefusedError("Its tables are not laid out as ours.")


_SCHEMA = "select type, name, tbl_name, sql, rootpage from sqlite_schema"


@cache
def _structure(formats: Formats, format: int, *, is_package: bool) -> dict[str, tuple[str, str, str]]:
    """Return what a file of a format consists of, by name: table or index, its table, and how it is defined."""
    packed = {table._meta.table_name for table in (*REPLICATED, MetaRow)}
    model = Engine(Path(":memory:"), journal="memory")
    try:
        migrate(model, formats, format)
        rows = model.rows(_SCHEMA)
    finally:
        model.close()
    return {name: (kind, table, _plain(sql)) for kind, name, table, sql, _ in rows if not is_package or table in packed}


def _plain(sql: object) -> str:
    return " ".join(sql.split()) if isinstance(sql, str) else repr(sql)


def _shown(name: object) -> str:
    return "".join(char if char.isprintable() else "�" for char in str(name))[:80]


def _examine_rows(file: StrangersFile, header: Header, alive: Alive) -> Stranger:
    _refuse_unsound(file, [table._meta.table_name for table in (*REPLICATED, MetaRow)], alive)
    bad = altered_records(file, _Looks(file).by_table)
    if bad:
        raise RefusedError(f"It was altered: of its records {len(bad):,} do not match their ids.")
    _refuse_layers(file, alive)
    return _claims(file, header)


def _admit_rows(file: StrangersFile, header: Header, alive: Alive) -> Stranger:
    tables = [name for (name,) in file.rows("select name from sqlite_schema where type='table'")]
    _refuse_unsound(file, [name for name in tables if name != "blob_chunk"], alive)
    if depth(file) > _DEEPEST_HERE:
        raise RefusedError("Its concepts lie too deep, one under the other.")
    altered_rows(file, _Looks(file).by_table)
    _refuse_layers(file, alive)
    return _claims(file, header)


def _refuse_unsound(file: StrangersFile, tables: Iterable[str], alive: Alive) -> None:
    _refuse_too_many(file)
    for name in tables:
        alive()
        # Of the longest rows only those may be read that hold a text.
        file.raw.limit(apsw.SQLITE_LIMIT_LENGTH, _LAYER if name == "layer" else _ROW)
        said = file.rows(f'pragma quick_check("{name}")')
        if said != [("ok",)]:
            raise RefusedError(f"It is damaged: {_shown(str(said[0][0]).splitlines()[0])}")
    file.raw.limit(apsw.SQLITE_LIMIT_LENGTH, _LAYER)


def _refuse_too_many(file: StrangersFile) -> None:
    for table in REPLICATED:
        name = table._meta.table_name
        if file.value(f"select count(*) from {name}") > MOST_ROWS:
            raise RefusedError(f"It has more than {MOST_ROWS:,} rows in {name}.")
    for sql in (
        "select 1 from revision group by entity, field having count(*)>? limit 1",
        "select 1 from entity group by id having count(*)>? limit 1",
    ):
        if file.value(sql, (MOST_VERSIONS,)):
            raise RefusedError(f"Something in it has more than {MOST_VERSIONS:,} versions.")
    # Row by row: by the index of ids each of them would be looked up for its kind.
    if file.value("select count(distinct id) from entity not indexed where kind='concept'") > MOST_CONCEPTS:
        raise RefusedError(f"It has more than {MOST_CONCEPTS:,} concepts.")
    if file.value("select 1 from blob_chunk where typeof(data)<>'blob' or length(data)>? limit 1", (1 << 20,)):
        raise RefusedError("A document in it is not stored as ours are.")


class _Looks:
    """What a record of each table has to be like."""

    def __init__(self, file: StrangersFile) -> None:
        self.by_table = {"action": self._action, "entity": self._entity, "revision": self._revision}
        # Which kind a revised thing is of; few things are revised.
        self._kinds: dict[bytes, str] = dict(
            file.rows("select id, kind from entity where id in (select entity from revision where field<>'')")
        )

    def _action(self, row: Row) -> None:
        id, person, at, label, undoes, origin = row
        lengths = (len(id), len(person), len(origin), len(undoes or id)) == (16, 16, 16, 16)
        _refuse_fault("" if lengths and 0 <= at <= _LATEST and len(label) <= _LABEL else "an action is none")

    def _entity(self, row: Row) -> None:
        _, kind, core, action = row
        _refuse_fault("a thing is none" if len(action) != 16 or len(kind) > NAME else core_fault(kind, core))

    def _revision(self, row: Row) -> None:
        _, entity, field, prev, action, value = row
        if (len(entity), len(action)) != (16, 16) or len(field) > NAME:
            _refuse_fault("a revision is none")
        _refuse_fault(prev_fault(prev) or self._value_fault(entity, field, value))

    def _value_fault(self, entity: bytes, field: str, value: str) -> str:
        kind = self._kinds.get(entity)
        # A thing that is not in the file may be here, or come later: the value must fit something.
        kinds = [kind] if kind else [name for name, known in KINDS.items() if known.knows(field)]
        faults = [value_fault(name, field, value) for name in kinds]
        return faults[0] if all(faults) and faults else ""


def _refuse_fault(fault: str) -> None:
    if fault:
        raise RefusedError(f"It holds records that make no sense: {fault}.")


def _refuse_layers(file: StrangersFile, alive: Alive) -> None:
    """Refuse texts that are not what their hash says, or whose parts do not lie in them."""
    for (id,) in file.rows("select id from layer"):
        alive()
        ((content, extractor),) = file.rows("select content, extractor from layer where id=?", (id,))
        digest = layer_digest(content)
        try:
            received(content, extractor, digest or b"")
        except ValueError as error:
            raise RefusedError("The text of a source in it is not one.") from error


def _claims(file: StrangersFile, header: Header) -> Stranger:
    library = file.value("select value from meta where key='library_id'")
    library_id = library if isinstance(library, str) and len(library) <= NAME else ""
    if header.application_id != PACKAGE_ID:
        return Stranger(None, library_id)
    if file.value("select value from meta where key='complete'") != "1":
        raise IncompleteError("It was not written to the end.")
    manifest = stored_manifest(file)
    refuse_untrue(file, manifest)
    if len(manifest.by.name) > NAME or len(manifest.text()) > _ROW:
        raise LibraryDamagedError("its manifest is too long")
    return Stranger(manifest, library_id)


def with_log(copy: Path) -> None:
    """Fold the log that lies beside a copy of ours into it; nothing of the file is read but its pages.

    Raises:
        RefusedError: The two do not belong together.
    """
    try:
        connection = apsw.Connection(str(copy))
        try:
            # This alone has SQLite take up the log; to close the file writes it back.
            connection.execute("begin immediate; rollback")
        finally:
            connection.close()
    except apsw.Error as error:
        raise RefusedError(f"The log beside it cannot be read: {_first_line(error)}") from error
