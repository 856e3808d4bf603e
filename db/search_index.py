"""The full-text index: a file of its own in the cache folder, which may be thrown away at any time.

One row a unit: a page, a group of blocks, a highlight or a note, as folded text without content.  The index catches
up by itself: layers it has not seen are indexed, and what actions since its stamp have touched is looked at again.
"""

from __future__ import annotations

import contextlib
from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain, islice
from pathlib import Path
from typing import Any, NamedTuple, TypeAlias

import apsw

from core.errors import LibraryDamagedError
from core.records import Layer, Range
from core.token_places import FoldedUnit, disjoint, fold_with_marks, folded_unit
from db.documents import read_layer
from db.engine import Engine, storage_errors

# The first screen of hits lies in so many units, as a rule.
_AT_ONCE = 20
_FORMAT = 4
_SCHEMA = """
create table stamp(key text primary key, value);
create table unit(id integer primary key, what text, thing blob, layer blob, start integer, end integer,
  page integer, label text, printed text, marks blob, text text);
create index unit_thing on unit(thing);
create table indexed(layer blob primary key);
create virtual table words using fts5(text, content='', contentless_delete=1, detail=full,
  tokenize="unicode61 remove_diacritics 0");
"""

_WRITTEN = "select entity from revision where rowid>?1 union select id from entity where rowid>?2"
_NOTED = f"select id from note where id in ({_WRITTEN})"
# A tag or a note by somebody else may bring back a highlight that was deleted; what a source shows may move one.
_MARKED = (
    f"with written(id) as ({_WRITTEN}) select id from highlight where id in (select id from written"
    " union select highlight from tagging where id in (select id from written)"
    " union select target from note where id in (select id from written)"
    " union select highlight from anchor where source in (select id from written))"
)
_NO_PAGE = (None, None, None)
_PROGRESS = ("actions", "at", "entity", "revision")

_FOUND = (
    "select what, thing, layer, start, end, page, label, printed, marks, unit.text, tokens(words) from words"
    " cross join unit on unit.id=words.rowid where words match ? and what in ({}) order by rank"
)

Units = Callable[[Layer], Iterable[Range]]

IndexUnits: TypeAlias = tuple[str, str, Layer, Sequence[FoldedUnit]]
"""What is to be indexed of a layer: its source, its id, itself, and its folded units."""


class Unit(NamedTuple):
    """Where a query was found.

    Attributes:
        what: sources, highlights or notes; ``thing`` is the id of the one it is.
        start: Where it begins on the layer.
        page: Which page it is, counted from 0, what the file names that and what is printed on it; None where it is
            none.
        marks: What tells where its tokens stand in ``text``.
        found: The tokens of it that were asked for, as ``disjoint`` returns them.
    """

    what: str
    thing: str
    layer: str
    start: int
    end: int
    page: tuple[int, str, str] | None
    marks: bytes
    text: str
    found: tuple[Range, ...]


class _Progress(NamedTuple):
    """How far a library had come: its actions and their newest clock, and the last rows of two tables.

    An action may be written in several goes, so its clock alone does not tell what is new.
    """

    actions: int
    at: int
    entity: int
    revision: int


class _IndexFile(Engine):
    """The file of an index, in which SQL can ask for the ``tokens`` of a row that match."""

    def _add_conn_hooks(self, conn: apsw.Connection) -> None:
        super()._add_conn_hooks(conn)
        conn.register_fts5_function("tokens", _tokens)


class SearchIndex:
    """The index beside one library."""

    def __init__(self, library: Engine, path: Path, library_id: str, units: Units) -> None:
        self._library = library
        self._units = units
        self._path = path
        self._library_id = library_id
        self._caught_up: tuple[int, int] | None = None
        self._engine: Engine = _open(path, library_id)

    def close(self) -> None:
        self._engine.close()

    def add_layers(self, layers: Iterable[IndexUnits]) -> None:
        """Index several layers, whose units workers have folded, in one transaction."""
        with self._engine.writing():
            for source, id, layer, folded in layers:
                self._insert_layer(source, id, layer, folded)

    def catch_up(self) -> None:
        """Index what the library has and the index does not, and forget layers that are no longer shown."""
        state = self._library.version, self._library.raw.total_changes()
        if state == self._caught_up:
            return
        try:
            self._catch_up_layers()
            self._catch_up_sayings()
        except LibraryDamagedError:
            self._make_again()
        self._caught_up = state

    def find(self, match: str, what: Sequence[str]) -> Iterator[list[Unit]]:
        """Yield the units an FTS5 expression matches, best first, some at a time."""
        given: list[Unit] = []
        try:
            for units in self._matching(match, what):
                given += units
                yield units
        except LibraryDamagedError:
            self._make_again()
            for units in self._matching(match, what):
                yield [unit for unit in units if unit not in given]

    def _make_again(self) -> None:
        """Throw the index away and fill a new one; where it was the library that is damaged, that is said again."""
        self._engine.close()
        remove(self._path)
        self._engine = _open(self._path, self._library_id)
        self._catch_up_layers()
        self._catch_up_sayings()

    def _matching(self, match: str, what: Sequence[str]) -> Iterator[list[Unit]]:
        """Fetch rows as they are asked for: in a large library there may be thousands more than anybody looks at."""
        with storage_errors():
            rows = self._engine.raw.execute(_FOUND.format(",".join("?" * len(what))), (match, *what))
            at_once = _AT_ONCE
            while some := [_unit(row) for row in islice(rows, at_once)]:
                yield some
                at_once *= 2

    def _insert_layer(self, source: str, layer: str, read: Layer, folded: Sequence[FoldedUnit]) -> None:
        source_id, layer_id = bytes.fromhex(source), bytes.fromhex(layer)
        if self._engine.value("select 1 from indexed where layer=?", (layer_id,)):
            return
        last = int(self._engine.value("select max(id) from unit") or 0)
        pages = {one.start: (at, one.label, one.printed) for at, one in enumerate(read.pages) if one.end > one.start}
        numbered = list(enumerate(folded, last + 1))
        self._engine.many(
            "insert into unit values(?,'sources',?,?,?,?,?,?,?,?,?)",
            [
                (id, source_id, layer_id, start, end, *pages.get(start, _NO_PAGE), unit.marks, read.text[start:end])
                for id, unit in numbered
                for start, end in [(unit.start, unit.end)]
            ],
        )
        self._engine.many("insert into words(rowid, text) values(?,?)", [(id, unit.text) for id, unit in numbered])
        self._engine.rows("insert into indexed values(?)", (layer_id,))

    def _catch_up_layers(self) -> None:
        indexed = {layer for (layer,) in self._engine.rows("select layer from indexed")}
        shown = self._library.rows("select id, layer from source where layer is not null")
        for layer in indexed.difference(layer for _, layer in shown):
            with self._engine.writing():
                self._forget(self._engine.rows("select id from unit where what='sources' and layer=?", (layer,)))
                self._engine.rows("delete from indexed where layer=?", (layer,))
        for source, layer in shown:
            if layer not in indexed:
                read = read_layer(self._library, layer.hex())
                folded = [folded_unit(read.text, start, end) for start, end in self._units(read)]
                self.add_layers([(source.hex(), layer.hex(), read, folded)])

    def _catch_up_sayings(self) -> None:
        now = _progress(self._library)
        then = _Progress(*(self._engine.value("select value from stamp where key=?", (key,)) or 0 for key in _PROGRESS))
        if now == then:
            return
        newer = self._library.value("select count(*) from action where at>?", (then.at,))
        goes_on = then.actions + newer == now.actions and then.entity <= now.entity and then.revision <= now.revision
        with self._engine.writing():
            if not goes_on:  # an older state of the library came back, or a colleague's older work came in
                then = _Progress(0, 0, 0, 0)
                self._forget(self._engine.rows("select id from unit where what<>'sources'"))
            self._index_sayings(then)
            self._engine.many("insert or replace into stamp values(?,?)", list(zip(_PROGRESS, now, strict=True)))

    def _index_sayings(self, since: _Progress) -> None:
        """Index the highlights and notes of which anything was written since, or on which something hangs that was."""
        with self._library.reading():
            marked = self._library.rows(_MARKED, (since.revision, since.entity))
            noted = self._library.rows(_NOTED, (since.revision, since.entity))
        for (id,) in [*marked, *noted]:
            self._forget(self._engine.rows("select id from unit where thing=?", (id,)))
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

    def _forget(self, units: list[tuple[int]]) -> None:
        self._engine.many("delete from words where rowid=?", units)
        self._engine.many("delete from unit where id=?", units)

    def _insert_sayings(self, what: str, said: list[tuple[bytes, bytes, int, str]]) -> None:
        last = int(self._engine.value("select max(id) from unit") or 0)
        rows = [(id, *row, *fold_with_marks(row[-1])) for id, row in enumerate(said, last + 1)]
        self._engine.many(
            "insert into unit values(?,?,?,?,?,?,?,?,?,?,?)",
            [
                (id, what, thing, layer, start, start, *_NO_PAGE, marks, text)
                for id, thing, layer, start, text, _, marks in rows
            ],
        )
        self._engine.many("insert into words(rowid, text) values(?,?)", [(id, folded) for id, *_, folded, _ in rows])


def _unit(row: tuple[Any, ...]) -> Unit:
    what, thing, layer, start, end, page, label, printed, marks, text, tokens = row
    on_page = None if page is None else (page, label, printed)
    return Unit(what, thing.hex(), layer.hex(), start, end, on_page, marks, text, _ranges(tokens))


def _ranges(tokens: bytes) -> tuple[Range, ...]:
    numbers = iter(array("I", tokens))
    return tuple(zip(numbers, numbers, strict=True))


def _tokens(row: apsw.FTS5ExtensionApi, *_: object) -> bytes:
    """Return which tokens of a row match, for SQL: the beginnings and ends of ranges, by turns."""
    found = [(len(phrase), row.phrase_locations(at)[0]) for at, phrase in enumerate(row.phrases)]
    return array("I", chain.from_iterable(disjoint(found))).tobytes()


def _progress(library: Engine) -> _Progress:
    ((actions, at),) = library.rows("select count(*), coalesce(max(at), 0) from action")
    entity = library.value("select max(rowid) from entity") or 0
    return _Progress(actions, at, entity, library.value("select max(rowid) from revision") or 0)


def _open(path: Path, library_id: str) -> Engine:
    """Open the index, or make it anew where it is missing, damaged or another library's."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.exists():
        engine = _IndexFile(path, disposable=True)
        with contextlib.suppress(apsw.Error, LibraryDamagedError):
            if dict(_stamps(engine)) == {"library": library_id, "format": _FORMAT}:
                return engine
        engine.close()
        remove(path)
    engine = _IndexFile(path, disposable=True)
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
