"""The full-text index: a file of its own in the cache folder, which may be thrown away at any time.

One row a unit: a page, a group of blocks, a highlight or a note, as folded text without content.  The index catches
up by itself: layers it has not seen are indexed, and what actions since its stamp have touched is looked at again.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import apsw

from core.errors import LibraryDamagedError
from core.folding import fold
from core.records import Layer, Range
from db.documents import read_layer
from db.engine import Engine, storage_errors

_FORMAT = 1
_SCHEMA = """
create table stamp(key text primary key, value);
create table unit(id integer primary key, what text, thing blob, layer blob, start integer, end integer, text text);
create index unit_thing on unit(thing);
create table indexed(layer blob primary key);
create virtual table words using fts5(text, content='', contentless_delete=1, detail=full,
  tokenize="unicode61 remove_diacritics 0");
"""

Units = Callable[[Layer], Iterable[Range]]


@dataclass(frozen=True, slots=True)
class Unit:
    """Where a query was found: ``what`` is source, highlight or note, ``thing`` its id; ``start`` is on the layer."""

    what: str
    thing: str
    layer: str
    start: int
    end: int
    text: str


class SearchIndex:
    """The index beside one library."""

    def __init__(self, library: Engine, path: Path, library_id: str, units: Units) -> None:
        self._library = library
        self._units = units
        self._engine = _open(path, library_id)

    def close(self) -> None:
        self._engine.close()

    def add_layer(self, source: str, layer: str, text: str, folded: Iterable[tuple[int, int, str]]) -> None:
        """Index a layer whose units a worker has folded."""
        with self._engine.writing():
            self._insert_layer(source, layer, text, folded)

    def add_layers(self, layers: Iterable[tuple[str, str, str, Iterable[tuple[int, int, str]]]]) -> None:
        """Index several layers in one transaction; each as source, layer, text and folded units."""
        with self._engine.writing():
            for source, layer, text, folded in layers:
                self._insert_layer(source, layer, text, folded)

    def catch_up(self) -> None:
        """Index what the library has and the index does not."""
        self._catch_up_layers()
        self._catch_up_sayings()

    def find(self, match: str, what: Sequence[str]) -> Iterator[Unit]:
        """Yield the units an FTS5 expression matches, best first."""
        marks = ",".join("?" * len(what))
        sql = (
            "select u.what, u.thing, u.layer, u.start, u.end, u.text from words w join unit u on u.id=w.rowid"
            f" where words match ? and u.what in ({marks}) order by w.rank"
        )
        with storage_errors():
            for kind, thing, layer, start, end, text in self._engine.raw.execute(sql, (match, *what)):
                yield Unit(kind, thing.hex(), layer.hex(), start, end, text)

    def _insert_layer(self, source: str, layer: str, text: str, folded: Iterable[tuple[int, int, str]]) -> None:
        source_id, layer_id = bytes.fromhex(source), bytes.fromhex(layer)
        if self._engine.value("select 1 from indexed where layer=?", (layer_id,)):
            return
        last = int(self._engine.value("select max(id) from unit") or 0)
        numbered = [(last + number, *unit) for number, unit in enumerate(folded, 1)]
        self._engine.many(
            "insert into unit values(?,'sources',?,?,?,?,?)",
            [(id, source_id, layer_id, start, end, text[start:end]) for id, start, end, _ in numbered],
        )
        self._engine.many("insert into words(rowid, text) values(?,?)", [(id, words) for id, _, _, words in numbered])
        self._engine.rows("insert into indexed values(?)", (layer_id,))

    def _catch_up_layers(self) -> None:
        indexed = {layer for (layer,) in self._engine.rows("select layer from indexed")}
        shown = self._library.rows("select id, layer from source where layer is not null")
        for source, layer in shown:
            if layer not in indexed:
                read = read_layer(self._library, layer.hex())
                folded = [(start, end, fold(read.text[start:end])) for start, end in self._units(read)]
                self.add_layer(source.hex(), layer.hex(), read.text, folded)

    def _catch_up_sayings(self) -> None:
        now = self._library.rows("select count(*), coalesce(max(at), 0) from action")[0]
        stamp = self._engine.rows("select key, value from stamp where key in ('actions', 'at') order by key")
        then = tuple(value for _, value in stamp) or (0, 0)
        if now == then:
            return
        newer = self._library.value("select count(*) from action where at>?", (then[1],))
        since = then[1] if then[0] + newer == now[0] else -1
        with self._engine.writing():
            self._index_sayings(since)
            self._engine.many("insert or replace into stamp values(?,?)", [("actions", now[0]), ("at", now[1])])

    def _index_sayings(self, since: int) -> None:
        """Index highlights and notes touched by actions after a time; all of them for -1."""
        touched = (
            "select entity from revision where action in (select id from action where at>:since)"
            " union select id from entity where action in (select id from action where at>:since)"
        )
        marked = self._library.rows(f"select id from highlight where id in ({touched})", {"since": since})  # type: ignore[arg-type]
        noted = self._library.rows(f"select id from note where id in ({touched})", {"since": since})  # type: ignore[arg-type]
        for (id,) in [*marked, *noted]:
            old = self._engine.rows("select id from unit where thing=?", (id,))
            self._engine.many("delete from words where rowid=?", old)
            self._engine.many("delete from unit where id=?", old)
        self._insert_sayings(
            "highlights",
            [
                row
                for (id,) in marked
                for row in self._library.rows(
                    "select id, layer, start, exact || coalesce(char(10) || edited_quote, '')"
                    " from highlight where id=? and alive",
                    (id,),
                )
            ],
        )
        self._insert_sayings(
            "notes",
            [
                row
                for (id,) in noted
                for row in self._library.rows("select id, x'', 0, text from note where id=? and alive", (id,))
            ],
        )

    def _insert_sayings(self, what: str, said: list[tuple[bytes, bytes, int, str]]) -> None:
        last = int(self._engine.value("select max(id) from unit") or 0)
        rows = [(last + number, *row) for number, row in enumerate(said, 1)]
        self._engine.many(
            "insert into unit values(?,?,?,?,?,?,?)",
            [(id, what, thing, layer, start, start, text) for id, thing, layer, start, text in rows],
        )
        self._engine.many("insert into words(rowid, text) values(?,?)", [(id, fold(text)) for id, *_, text in rows])


def _open(path: Path, library_id: str) -> Engine:
    """Open the index, or make it anew where it is missing, damaged or another library's."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.exists():
        with contextlib.suppress(apsw.Error, LibraryDamagedError):
            engine = Engine(path)
            if dict(_stamps(engine)) == {"library": library_id, "format": _FORMAT}:
                return engine
            engine.close()
        remove(path)
    engine = Engine(path)
    with engine.writing():
        engine.raw.execute(_SCHEMA)
        engine.many("insert into stamp values(?,?)", [("library", library_id), ("format", _FORMAT)])
    return engine


def _stamps(engine: Engine) -> list[tuple[str, object]]:
    with contextlib.suppress(apsw.SQLError):
        return [
            (key, value)
            for key, value in engine.rows("select key, value from stamp where key in ('library', 'format')")
        ]
    return []


def remove(path: Path) -> None:
    """Throw an index away, side files included."""
    for suffix in ("", "-wal", "-shm", "-journal"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)
