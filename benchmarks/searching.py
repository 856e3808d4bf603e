"""Searching, beside the same FTS5 expression asked of a bare table of the same folded text."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import apsw

from benchmarks.table import Line, in_pairs, timed
from commonplace.documents.units import stretches
from commonplace.library.searching import search
from commonplace.library.session import Library, open_session
from core.folding import fold
from core.queries import fts_match, parse_query
from db.documents import read_layer
from db.sources import sources

QUERIES = (("a word", "default"), ("a phrase", '"in the document"'), ("a Japanese word", "設定"))
LIMITS = (20, 200)
RUNS = 15


def search_lines(library: Path, scratch: Path) -> Iterator[Line]:
    with open_session(library, None, writing=False) as session:
        bare = _bare_table(session, scratch / "bare.sqlite")
        for what, query in QUERIES:
            for limit in LIMITS:
                yield _line(session, bare, what, query, limit)
        bare.close()


def _line(library: Library, bare: apsw.Connection, what: str, query: str, limit: int) -> Line:
    match = fts_match(parse_query(query))
    sql = "select rowid from words where words match ? order by rank limit ?"
    found = len(search(library, query, limit=limit).hits)
    pairs = in_pairs(
        lambda: timed(lambda: search(library, query, limit=limit)),
        lambda: timed(lambda: bare.execute(sql, (match, limit)).fetchall()),
        RUNS,
    )
    return pairs.at_most(f"search {what}, {query}: {found} hits", 2, 0.005)


def _bare_table(library: Library, path: Path) -> apsw.Connection:
    bare = apsw.Connection(str(path))
    bare.execute("create virtual table words using fts5(text, tokenize='unicode61')")
    with bare:
        for facts in sources(library.engine):
            layer = read_layer(library.engine, facts.layer)
            rows = [(fold(layer.text[start:end]),) for start, end in stretches(layer)]
            bare.executemany("insert into words values(?)", rows)
    return bare
