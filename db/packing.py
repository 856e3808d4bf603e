"""Writing a package: the rows of what goes along, from one state of the library into an empty file, and its manifest.

The rows pass from one connection to the other, so a library on a medium that cannot be written to is packed as well.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from core.errors import LibraryDamagedError, NotDoneError, StorageError
from db.closure import DrawsOn, Wanted, choose
from db.engine import PACKAGE_ID, Engine, storage_errors
from db.opening import FORMAT, library_id
from db.packages import KEYS, Chosen, Manifest, Named, contents, stored_manifest
from db.verifying import altered_records

# Of a document whose import was cut off some chunks are there, and not the row that counts.
_WHOLE_BLOBS = "sha256 in (select sha256 from main.blob)"
_PACKED_BLOBS = f"sha256 in (select s.sha256 from temp.packed join main.source s on s.id=packed.id) and {_WHOLE_BLOBS}"
# A .bib belongs to the references, not to the documents.
_BIBS = (
    f"sha256 in (select sha256 from main.bibfile) and sha256 not in (select sha256 from main.source) and {_WHOLE_BLOBS}"
)
_ALL: Mapping[str, str] = {**dict.fromkeys(KEYS, "true"), "blob_chunk": _WHOLE_BLOBS}
_OF_PACKED: Mapping[str, str] = {
    "action": "id in (select id from temp.packed_action)",
    "entity": "id in (select id from temp.packed)",
    "revision": "entity in (select id from temp.packed)",
    "layer": "source in (select id from temp.packed)",
    "blob_chunk": _PACKED_BLOBS,
    "blob": _PACKED_BLOBS,
}
_CHUNK_WEIGHT = 256
_TOLD_EVERY = 2048

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Request:
    """What is to be packed, by whom, and with what; ``draws_on`` is told in ``closure.choose``."""

    chosen: Chosen
    documents: bool
    by: Named
    program: str
    draws_on: DrawsOn


def write_package(engine: Engine, path: Path, request: Request, progress: Progress) -> Manifest:
    """Write a package to a file that is not there yet or empty, and read it anew to see that it came out whole.

    The caller gives the file its name when this returns, and throws it away when it does not.  ``progress`` is told
    how much of how much is written; what it raises ends the work.

    Raises:
        NotDoneError: Nothing is to be packed.
        LibraryDamagedError: Records of the library do not match their ids.
        StorageError: The disk refused, or the package did not come out whole.
    """
    package = Engine(path, journal="memory", disposable=True)
    try:
        with engine.reading():
            tables = _packed(engine, request)
            with package.writing():
                package.rows(f"pragma application_id={PACKAGE_ID}")
                package.rows(f"pragma user_version={FORMAT}")
                _lay_out(engine, package, "table")
                _copy(engine, package, tables, progress)
                _lay_out(engine, package, "index")
        with package.writing():
            manifest = _finish(package, request, library_id(engine))
    finally:
        package.close()
    _refuse_spoilt(path, manifest)
    return manifest


def _packed(engine: Engine, request: Request) -> dict[str, str]:
    """Return of each table the condition for the rows that go along."""
    chosen = request.chosen
    tables = {**_ALL}
    if not chosen.is_all:
        concepts, sources, persons = (
            [one.id for one in kind] for kind in (chosen.concepts, chosen.sources, chosen.persons)
        )
        choose(engine, Wanted(concepts, sources, persons, chosen.collections), request.draws_on)
        tables = {**_OF_PACKED}
    if not request.documents:
        tables["layer"] = "false"
        tables["blob"] = tables["blob_chunk"] = _BIBS if chosen.is_all else "false"
    if not engine.value(f"select 1 from main.entity where {tables['entity']} and kind<>'person' limit 1"):
        raise NotDoneError(
            "There is nothing to share; nothing was written.",
            hint="See `highlights` with the same filters.",
            code="nothing",
        )
    return tables


def _lay_out(engine: Engine, package: Engine, what: str) -> None:
    """Make the tables, or their indexes, as the library has them."""
    names = (*KEYS, "meta")
    sql = f"select sql from main.sqlite_schema where type=? and tbl_name in ({','.join('?' * len(names))}) and sql<>''"
    for (statement,) in engine.rows(sql, (what, *names)):
        package.rows(statement)


def _copy(engine: Engine, package: Engine, tables: Mapping[str, str], progress: Progress) -> None:
    counts = {table: engine.value(f"select count(*) from main.{table} where {tables[table]}") for table in tables}
    told = _Told(sum(count * _weight(table) for table, count in counts.items()), progress)
    for table, where in tables.items():
        listed = ", ".join(name for _, name, *_ in engine.rows(f"pragma main.table_info({table})"))
        marks = ",".join("?" * len(listed.split(", ")))
        with storage_errors():
            rows = engine.raw.execute(
                f"select {listed} from main.{table} where {where} order by {', '.join(KEYS[table])}"
            )
            package.many(f"insert into {table}({listed}) values({marks})", told.of(rows, _weight(table)))


def _weight(table: str) -> int:
    return _CHUNK_WEIGHT if table == "blob_chunk" else 1


class _Told:
    """Tells of the work while rows go by."""

    def __init__(self, total: int, progress: Progress) -> None:
        self._done = self._last = 0
        self._total = total
        self._progress = progress

    def of(self, rows: Iterable[tuple[Any, ...]], weight: int) -> Iterator[tuple[Any, ...]]:
        for row in rows:
            yield row
            self._done += weight
            if self._done - self._last >= _TOLD_EVERY or self._done == self._total:
                self._last = self._done
                self._progress(self._done, self._total)


def _finish(package: Engine, request: Request, library: str) -> Manifest:
    counts, digests = contents(package)
    manifest = Manifest(
        format=FORMAT,
        program=request.program,
        made=time.time_ns() // 1_000_000,
        by=request.by,
        documents=request.documents,
        chosen=request.chosen,
        counts=counts,
        digests=digests,
    )
    for key, value in (("library_id", library), ("manifest", manifest.text()), ("complete", "1")):
        package.rows("insert into meta values(?,?)", (key, value))
    return manifest


def _refuse_spoilt(path: Path, manifest: Manifest) -> None:
    """Read a package that was just written."""
    package = Engine(path, read_only=True, immutable=True)
    try:
        sound = package.rows("pragma quick_check") == [("ok",)]
        if (
            not sound
            or stored_manifest(package) != manifest
            or contents(package) != (manifest.counts, manifest.digests)
        ):
            raise StorageError("The package did not come out whole and was thrown away; the library is unaffected.")
        bad = altered_records(package)
    finally:
        package.close()
    if bad:
        raise LibraryDamagedError(
            f"{len(bad)} records of the library do not match their ids; no package was written.", hint="Run check."
        )
