"""Records against their ids: every id is the hash of what the record says, so whoever alters one is found out."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from hashlib import sha256
from types import MappingProxyType
from typing import Any

from core.errors import LibraryDamagedError
from core.layers import layer_digest
from db.documents import blob_chunks, layer_id
from db.engine import Engine, storage_errors
from db.kinds import entity_id
from db.ledger import action_id, revision_id

Row = tuple[Any, ...]
Look = Callable[[Row], None]

_SQL: Mapping[str, str] = {
    "action": "select id, person, at, label, undoes, origin from action not indexed",
    "entity": "select id, kind, core, action from entity not indexed",
    "revision": "select id, entity, field, prev, action, value from revision not indexed",
}
_TYPES: Mapping[str, frozenset[tuple[type, ...]]] = {
    "action": frozenset((bytes, bytes, int, str, undoes, bytes) for undoes in (bytes, type(None))),
    "entity": frozenset({(bytes, str, str, bytes)}),
    "revision": frozenset({(bytes, bytes, str, str, bytes, str)}),
}
_LAYER = (bytes, bytes, str, bytes)
_IDS: Mapping[str, Callable[[Row], bytes]] = {
    "action": lambda row: action_id(*row[1:]),
    "entity": lambda row: entity_id(row[1], row[2]),
    "revision": lambda row: revision_id(*row[1:]),
}


def _ignore(_row: Row) -> None:
    pass


def altered_records(engine: Engine, looks: Mapping[str, Look] = MappingProxyType({})) -> list[tuple[str, bytes]]:
    """Return the records, texts and documents whose id is not the hash of their content, as table and id.

    The library is read once from end to end; the rest is as with ``altered_rows``.
    """
    return altered_rows(engine, looks) + _altered_documents(engine)


def altered_rows(engine: Engine, looks: Mapping[str, Look]) -> list[tuple[str, bytes]]:
    """Return those of the records alone whose id is not the hash of their content.

    Args:
        engine: The library, of which one record at a time is read.
        looks: By the table, ``action``, ``entity`` or ``revision``: is shown each row of it whose id is right.
    """
    bad: list[tuple[str, bytes]] = []
    for table, sql in _SQL.items():
        types, made, look = _TYPES[table], _IDS[table], looks.get(table, _ignore)
        for row in _each(engine, sql):
            try:
                is_made = tuple(map(type, row)) in types and made(row) == row[0]
            except ValueError:  # a character that no record may hold
                is_made = False
            if is_made:
                look(row)
            else:
                bad.append((table, row[0] if isinstance(row[0], bytes) else b""))
    return bad


def refuse_altered(engine: Engine) -> None:
    """Refuse a library of which a record was altered.

    Raises:
        LibraryDamagedError: One does not match its id.
    """
    bad = altered_records(engine)
    if bad:
        raise LibraryDamagedError(
            f"{len(bad)} records of {engine.path} do not match their ids; nothing was taken from it.",
            hint="Ask for the file again.",
        )


def _each(engine: Engine, sql: str) -> Iterator[Row]:
    with storage_errors():
        try:
            yield from engine.raw.execute(sql)
        except UnicodeDecodeError as error:
            raise LibraryDamagedError(f"{engine.path} is damaged: a text in it is none.") from error


def _altered_documents(engine: Engine) -> list[tuple[str, bytes]]:
    bad: list[tuple[str, bytes]] = []
    for (id,) in engine.rows("select id from layer"):
        row = engine.rows("select id, source, extractor, content from layer where id=?", (id,))[0]
        if tuple(map(type, row)) != _LAYER or not _is_layer(*row):
            bad.append(("layer", id))
    for key, size in engine.rows("select sha256, size from blob"):
        digest, length = sha256(), 0
        for data in blob_chunks(engine, key):
            if not isinstance(data, bytes):
                break
            digest.update(data)
            length += len(data)
        if digest.digest() != key or length != size:
            bad.append(("blob", key))
    return bad


def _is_layer(id: bytes, source: bytes, extractor: str, content: bytes) -> bool:
    found = layer_digest(content)
    return found is not None and layer_id(source.hex(), extractor, found) == id
