"""Packing 10,000 highlights without their documents, beside SQLite copying the same rows into an empty file."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from pathlib import Path
from statistics import median

import apsw

from benchmarks.marking import HIGHLIGHTS, marks_in, prepared
from benchmarks.table import Line, in_pairs, seconds, timed
from commonplace.library.highlighting import highlight_all
from commonplace.library.session import Library
from commonplace.library.sharing import ShareRequest, share
from db.packages import KEYS

SECONDS = 3.0
MEGABYTES = 15


def share_lines(scratch: Path, runs: int) -> Iterator[Line]:
    with prepared(scratch / "share") as library:
        highlight_all(library, marks_in(library))
        every = tuple(id.hex() for (id,) in library.engine.rows("select id from source"))
        yield _line(library, scratch, "all", ShareRequest(documents=False), runs)
        yield _line(library, scratch, "those of five sources", ShareRequest(sources=every, documents=False), runs)


def _line(library: Library, scratch: Path, what: str, request: ShareRequest, runs: int) -> Line:
    packages = (scratch / f"{what}-{number}.commonplace-share" for number in count())
    written: list[int] = []

    def ours() -> float:
        path = next(packages)
        taken = timed(lambda: share(library, path, request))
        written.append(path.stat().st_size)
        return taken

    pairs = in_pairs(ours, lambda: timed(lambda: _copy(library, next(packages))), runs)
    largest, taken = max(written) / 1_000_000, max(pairs.ours)
    return Line(
        f"package of {HIGHLIGHTS:,} highlights, {what}: {largest:.1f} MB",
        seconds(median(pairs.ours)),
        seconds(median(pairs.engine)),
        f"{pairs.ratio:.2f} ×",
        f"{SECONDS:g} s, {MEGABYTES} MB",
        taken <= SECONDS and largest <= MEGABYTES,
    )


def _copy(library: Library, path: Path) -> None:
    """Copy the records that are no document into the library's own tables, on the disk when it is done."""
    bare = apsw.Connection(str(path))
    bare.execute("pragma journal_mode=delete")
    bare.execute("attach ? as library", (str(library.path),))
    with bare:
        for kind in ("table", "index"):
            for (sql,) in _statements(library, kind):
                bare.execute(sql)
        for table in KEYS:
            if table not in ("layer", "blob", "blob_chunk"):
                bare.execute(f"insert into main.{table} select * from library.{table}")
    bare.close()


def _statements(library: Library, kind: str) -> list[tuple[str]]:
    sql = "select sql from sqlite_schema where type=? and tbl_name in (select value from json_each(?)) and sql<>''"
    names = ",".join(f'"{name}"' for name in KEYS)
    return library.engine.rows(sql, (kind, f"[{names}]"))
