"""Documents in the library: bytes in chunks, once for each SHA-256, and the layers read from them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from core.errors import LibraryBusyError, LibraryDamagedError
from core.ids import canonical, digest
from core.layers import unpack
from core.records import Layer, Span
from db.engine import Engine

CHUNK = 1 << 20
AT_ONCE = 16 * CHUNK


def add_blob(engine: Engine, sha256: bytes, chunks: Iterable[bytes]) -> None:
    """Store a document's bytes, at most 16 MiB a transaction; they count when the last row is written.

    A transaction that the caller holds takes all of them: for documents of no more than ``AT_ONCE``.
    Chunks that an import left which was cut off, or whose file changed meanwhile, are written over.
    """
    if not has_blob(engine, sha256):
        with stored(engine, sha256, chunks) as size:
            engine.rows("insert into blob values(?,?) on conflict do nothing", (sha256, size))


@contextmanager
def stored(engine: Engine, sha256: bytes, chunks: Iterable[bytes]) -> Iterator[int]:
    """Store a document's bytes that do not count yet, and give how many; the block is in the transaction of the last.

    Another process may store the same ones at the same time: what either writes over is the same.
    """
    size, index = 0, 0
    waiting: list[tuple[bytes, int, bytes]] = []
    for chunk in chunks:
        waiting.append((sha256, index, chunk))
        size, index = size + len(chunk), index + 1
        if len(waiting) * CHUNK == AT_ONCE:
            with engine.writing():
                _store(engine, waiting)
            waiting = []
    with engine.writing():
        _store(engine, waiting)
        engine.rows("delete from blob_chunk where sha256=? and idx>=?", (sha256, index))
        _refuse_lost_bytes(engine, sha256, size)
        yield size


def _refuse_lost_bytes(engine: Engine, sha256: bytes, size: int) -> None:
    """Refuse a document of which another process, that had begun with the same, has dropped what was stored before."""
    if engine.value("select coalesce(sum(length(data)), 0) from blob_chunk where sha256=?", (sha256,)) != size:
        raise LibraryBusyError(
            "Another program has stored the same document meanwhile; this step was not done.", hint="Try again."
        )


def _store(engine: Engine, chunks: list[tuple[bytes, int, bytes]]) -> None:
    engine.many("insert or replace into blob_chunk values(?,?,?)", chunks)


def drop_unused(engine: Engine, sha256: bytes) -> None:
    """Drop the bytes of a document that nobody wants any more, where no source and no .bib has them."""
    with engine.writing():
        if not engine.value(
            "select 1 from source where sha256=?1 union select 1 from bibfile where sha256=?1", (sha256,)
        ):
            for table in ("blob", "blob_chunk"):
                engine.rows(f"delete from {table} where sha256=?", (sha256,))


def has_blob(engine: Engine, sha256: bytes) -> bool:
    return engine.value("select 1 from blob where sha256=?", (sha256,)) is not None


def blob_chunks(engine: Engine, sha256: bytes) -> Iterator[bytes]:
    """Yield a document's bytes, a chunk at a time."""
    for (index,) in engine.rows("select idx from blob_chunk where sha256=? order by idx", (sha256,)):
        yield engine.value("select data from blob_chunk where sha256=? and idx=?", (sha256, index))


def blob_bytes(engine: Engine, sha256: bytes) -> bytes:
    return b"".join(blob_chunks(engine, sha256))


def layer_id(source: str, extractor: str, content_digest: bytes) -> bytes:
    """Return a layer's id; ``content_digest`` is the SHA-256 of its canonical JSON."""
    return digest(canonical([source, extractor, content_digest.hex()]))


def add_layer(
    engine: Engine, source: str, extractor: str, content: bytes, content_digest: bytes, known: Layer | None = None
) -> str:
    """Store a layer inside the caller's transaction and return its id; ``known`` spares opening it again."""
    from db.projection import add_layer_facts, project  # a search reads layers and writes none

    layer = layer_id(source, extractor, content_digest)
    values = (layer, bytes.fromhex(source), extractor, content)
    engine.rows("insert into layer values(?,?,?,?) on conflict do nothing", values)
    add_layer_facts(engine, layer, known)
    project(engine, [values[1]])  # of a known source another layer may be the one to show
    return layer.hex()


def extractors(engine: Engine) -> dict[str, str]:
    """Return what made the layers that sources show, by the source's id."""
    rows = engine.rows("select source.id, extractor from source join layer on layer.id=source.layer where alive")
    return {source.hex(): extractor for source, extractor in rows}


def asides(engine: Engine, layer: str) -> tuple[Span, ...]:
    """Return what on a layer's pages is not running text, without opening the layer."""
    stored = engine.value("select asides from layer_facts where layer=?", (bytes.fromhex(layer),))
    return tuple(Span(*span) for span in json.loads(stored or "[]"))


def has_layer(engine: Engine, layer: str) -> bool:
    """Return whether a layer is here; that of a highlight may not be, where it was shared without its document."""
    return engine.value("select 1 from layer where id=?", (bytes.fromhex(layer),)) is not None


def read_layer(engine: Engine, layer: str) -> Layer:
    """Return a stored layer.

    Raises:
        LibraryDamagedError: It is not there, or its bytes are no layer.
    """
    rows = engine.rows("select content, extractor from layer where id=?", (bytes.fromhex(layer),))
    try:
        return unpack(*rows[0])
    except (IndexError, ValueError) as error:
        raise LibraryDamagedError(
            "The text of a source cannot be read from this library; everything else is unaffected.",
            hint="Run check, and restore a backup.",
        ) from error
