"""The union of two ledgers: all that merging two libraries is.

Every record is checked against its id before any is written; then the missing ones are inserted and what they
touch is projected anew, in one transaction.  Merging writes no revision of its own.
"""

from __future__ import annotations

from hashlib import sha256

from core.errors import LibraryDamagedError
from core.layers import layer_digest
from db.documents import blob_chunks, layer_id
from db.engine import Engine
from db.kinds import entity_id
from db.ledger import action_id, revision_id
from db.projection import add_layer_facts, project
from db.things import written_by

_TABLES = {
    "action": "id, person, at, label, undoes, origin",
    "entity": "id, action, kind, core",
    "revision": "id, entity, field, prev, action, value",
    "layer": "id, source, extractor, content",
    "blob_chunk": "sha256, idx, data",
    "blob": "sha256, size",
}


def unite(engine: Engine, other: Engine) -> dict[str, int]:
    """Add to one library every record of another; return how many of each table were new.

    Raises:
        LibraryDamagedError: A record of the other does not match its id; nothing was changed.
    """
    with other.reading():
        refuse_altered(other)
        with engine.writing():
            new = {table: _insert(engine, other, table) for table in _TABLES}
            for row in new["layer"]:
                add_layer_facts(engine, row[0])
            project(engine, _touched(engine, new))
    return {table: len(rows) for table, rows in new.items()}


def _insert(engine: Engine, other: Engine, table: str) -> list[tuple[bytes, ...]]:
    """Insert a table's missing rows; of each return the ids, not the content."""
    columns = _TABLES[table]
    key = 2 if table in ("entity", "blob_chunk") else 1
    names = columns.split(", ")[:key]
    listed = f"select {', '.join(names)} from {table}"
    if table == "blob_chunk":
        # Of a document whose import was cut off no hash can say that the bytes are right.
        listed += " where sha256 in (select sha256 from blob)"
    known = set(engine.rows(listed))
    new = [row for row in other.rows(listed) if row not in known]
    where = " and ".join(f"{name}=?" for name in names)
    marks = ",".join("?" * len(columns.split(", ")))
    if table == "blob_chunk":
        engine.many("delete from blob_chunk where sha256=?", {row[:1] for row in new})
    for row in new:
        values = other.rows(f"select {columns} from {table} where {where}", row)[0]
        engine.rows(f"insert into {table}({columns}) values({marks}) on conflict do nothing", values)
    return new


def _touched(engine: Engine, new: dict[str, list[tuple[bytes, ...]]]) -> set[bytes]:
    touched = {row[0] for row in new["entity"]}
    for (revision,) in new["revision"]:
        touched.update(id for (id,) in engine.rows("select entity from revision where id=?", (revision,)))
    for (layer,) in new["layer"]:
        touched.update(id for (id,) in engine.rows("select source from layer where id=?", (layer,)))
    for (action,) in new["action"]:
        touched.update(written_by(engine, action))
    return touched


def altered_records(engine: Engine) -> list[tuple[str, bytes]]:
    """Return the records whose id is not the hash of their content, as table and id."""
    bad: list[tuple[str, bytes]] = []
    for id, person, at, label, undoes, origin in engine.rows(
        "select id, person, at, label, undoes, origin from action"
    ):
        if action_id(person, at, label, undoes, origin) != id:
            bad.append(("action", id))
    for id, kind, core in engine.rows("select distinct id, kind, core from entity"):
        if entity_id(kind, core) != id:
            bad.append(("entity", id))
    for id, entity, name, prev, action, value in engine.rows(
        "select id, entity, field, prev, action, value from revision"
    ):
        if revision_id(entity, name, prev, action, value) != id:
            bad.append(("revision", id))
    return bad + _altered_documents(engine)


def _altered_documents(engine: Engine) -> list[tuple[str, bytes]]:
    bad: list[tuple[str, bytes]] = []
    for (id,) in engine.rows("select id from layer"):
        ((source, extractor, content),) = engine.rows("select source, extractor, content from layer where id=?", (id,))
        found = layer_digest(content)
        if found is None or layer_id(source.hex(), extractor, found) != id:
            bad.append(("layer", id))
    for key, size in engine.rows("select sha256, size from blob"):
        digest, length = sha256(), 0
        for data in blob_chunks(engine, key):
            digest.update(data)
            length += len(data)
        if digest.digest() != key or length != size:
            bad.append(("blob", key))
    return bad


def refuse_altered(engine: Engine) -> None:
    bad = altered_records(engine)
    if bad:
        raise LibraryDamagedError(
            f"{len(bad)} records of {engine.path} do not match their ids; nothing was taken from it.",
            hint="Ask for the file again.",
        )
