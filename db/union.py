"""The union of two ledgers: all that merging two libraries is.

The other file is attached as ``incoming``; whoever attaches it has checked its structure and every record of it
before.  What is missing here is inserted and what that touches is projected anew, in one transaction, by statements
over whole tables.  The bytes of documents go ahead in transactions of their own, and count with the last row of
theirs, which comes with the records.  Merging writes no revision of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from hashlib import sha256
from pathlib import Path
from typing import Protocol

from core.errors import LibraryBusyError, LibraryDamagedError, StorageError
from db.deliveries import Merge, forget_touched, record_delivery, touch
from db.documents import stored
from db.engine import Engine
from db.projection import add_layer_facts, project_touched

RECORDS: Mapping[str, tuple[str, ...]] = {
    "action": ("id", "person", "at", "label", "undoes", "origin"),
    "entity": ("id", "action", "kind", "core"),
    "revision": ("id", "entity", "field", "prev", "action", "value"),
    "layer": ("id", "source", "extractor", "content"),
    "blob": ("sha256", "size"),
}
"""The tables whose rows a union inserts, each with its columns, the key first."""

# Ids are hashes: they come in no order, and each index is written all over.
_CACHE = -128 * 1024


class Watch(Protocol):
    """Looks on while a union is made."""

    def before(self) -> None:
        """The records are in and what they touch is known; the tables show yet what was."""

    def after(self) -> None:
        """The tables show what will be; what is raised here takes everything back."""


class _Unwatched:
    def before(self) -> None:
        pass

    def after(self) -> None:
        pass


@contextmanager
def attached(engine: Engine, path: Path) -> Iterator[None]:
    """Have a checked file of our own beside a library, as ``incoming``."""
    kept = int(engine.value("pragma main.cache_size"))
    engine.rows(f"pragma main.cache_size={_CACHE}")
    try:
        with engine.beside(path, "incoming"):
            yield
    finally:
        engine.rows(f"pragma main.cache_size={kept}")


def brings_anything(engine: Engine) -> bool:
    """Return whether what is attached has any record that is not here."""
    return any(engine.value(f"select exists(select 1 {_missing(table)})") for table in RECORDS)


def take(engine: Engine, merge: Merge, watch: Watch | None = None, *, documents: bool = True) -> dict[str, int]:
    """Add every record of what is attached to the library, as a step of undo; return how many of each table were new.

    Args:
        engine: The library.
        merge: What the step is called and where it comes from.
        watch: Looks on inside the transaction, and may call it off by raising.
        documents: Without, the bytes of documents stay where they are: for a union that is to be called off.

    Raises:
        LibraryDamagedError: The bytes of a document are not those of its hash; nothing is seen of anything.
    """
    watching = watch or _Unwatched()
    if not brings_anything(engine):
        return dict.fromkeys(RECORDS, 0)
    try:
        if documents:
            _take_documents(engine)
        with engine.writing():
            if not brings_anything(engine):  # another process was faster
                return dict.fromkeys(RECORDS, 0)
            last = {table: int(engine.value(f"select max(rowid) from {table}") or 0) for table in RECORDS}
            counts = _take_records(engine, last)
            if documents:
                _refuse_lost_bytes(engine, last)
            record_delivery(engine, merge, last)
            touch(engine, merge.id, last)
            watching.before()
            _project(engine)
            watching.after()
    except BaseException:
        # Where the disk has failed they stay, and count for nothing: ``check`` knows of them.
        with suppress(StorageError):
            _drop_documents(engine)
        raise
    finally:
        forget_touched(engine)
    return counts


def _missing(table: str) -> str:
    """Return from where, and on what condition, the rows of a table come that are not here."""
    key = ("id", "action") if table == "entity" else RECORDS[table][:1]
    same = " and ".join(f"here.{name}=there.{name}" for name in key)
    return f"from incoming.{table} there where not exists (select 1 from main.{table} here where {same})"


def _take_records(engine: Engine, last: Mapping[str, int]) -> dict[str, int]:
    counts = {}
    for table, columns in RECORDS.items():
        named = ", ".join(columns)
        # Not by an index: a damaged one could tell of other rows than those that were checked.
        engine.rows(
            f"insert into main.{table}({named}) select {named} from incoming.{table} not indexed where true"
            " on conflict do nothing"
        )
        counts[table] = int(engine.value(f"select count(*) from main.{table} where rowid>?", (last[table],)))
    return counts


def _project(engine: Engine) -> None:
    for (layer,) in engine.rows("select id from layer where id not in (select layer from layer_facts)"):
        add_layer_facts(engine, layer)
    project_touched(engine)


def _take_documents(engine: Engine) -> None:
    """Copy the bytes of the documents that are not here, some at a time; none of them counts yet."""
    for key, size in engine.rows(f"select sha256, size {_missing('blob')}"):
        digest = sha256()
        with stored(engine, key, _hashed(engine, key, digest.update)) as length:
            if digest.digest() != key or length != size:
                raise LibraryDamagedError(
                    "The bytes of a document do not match their hash; nothing was taken from the file.",
                    hint="Ask for the file again.",
                )


def _hashed(engine: Engine, key: bytes, look: Callable[[bytes], None]) -> Iterator[bytes]:
    for (index,) in engine.rows("select idx from incoming.blob_chunk where sha256=? order by idx", (key,)):
        data = engine.value("select data from incoming.blob_chunk where sha256=? and idx=?", (key, index))
        look(data)
        yield data


def _refuse_lost_bytes(engine: Engine, last: Mapping[str, int]) -> None:
    """Refuse a document whose bytes another process has dropped meanwhile, whose merge of the same was called off."""
    if engine.value(_LOST_BYTES, (last["blob"],)):
        raise LibraryBusyError(
            "Another program has merged the same documents meanwhile; this merge was not done.", hint="Try again."
        )


def _drop_documents(engine: Engine) -> None:
    """Drop the bytes of documents that came and do not count."""
    with engine.writing():
        engine.rows(
            "delete from main.blob_chunk where sha256 in (select sha256 from incoming.blob)"
            " and sha256 not in (select sha256 from main.blob)"
        )


_LOST_BYTES = (
    "select exists(select 1 from main.blob b where b.rowid>? and b.size<>"
    "(select coalesce(sum(length(c.data)), 0) from main.blob_chunk c where c.sha256=b.sha256))"
)
