"""Questions about sources."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from core.page_labels import PageLabel, effective
from core.records import Found
from db.engine import Engine
from db.shelves import names_by_source

_FACTS = (
    "source.id, sha256, coalesce((select canonical from reference where id=source.reference), reference), {}.layer,"
    " labels, kind, pages, characters, found, page_labels, starts, landmarks"
)
_READING_ORDER = "made, (select name from file_name where target=source.id order by at, name limit 1), source.id"


@dataclass(frozen=True, slots=True)
class SourceFacts:
    """A source as its tables have it.

    Attributes:
        reference: The one it is shown with: its own, or that as which its own is shown.
        labels: Of its pages, as they are cited, with who says so.
        starts: Where its pages begin, or in a flowing document its numbered blocks.
        landmarks: What else a flowing document is cited by: kind, where it begins, and its label, in order.
        collections: Those it is in, by name.
    """

    id: str
    sha256: str
    reference: str
    layer: str
    kind: str
    pages: int
    characters: int
    found: tuple[Found, ...]
    labels: tuple[PageLabel, ...]
    said_labels: tuple[tuple[int, str], ...]
    starts: tuple[int, ...]
    landmarks: tuple[tuple[str, int, str], ...]
    names: tuple[str, ...]
    highlights: int
    collections: tuple[str, ...] = ()

    @property
    def page_labels(self) -> tuple[str, ...]:
        return tuple(label.text for label in self.labels)


def sources(engine: Engine, ids: Collection[str] | None = None) -> list[SourceFacts]:
    """Return the sources that were not deleted, in the order they came in; with ``ids`` only those."""
    chosen = None if ids is None else [bytes.fromhex(id) for id in ids]
    among = "" if chosen is None else f" in ({','.join('?' * len(chosen))})"
    rows = engine.rows(
        f"select {_FACTS.format('source')} from source left join layer_facts on layer_facts.layer=source.layer"
        f" where alive{among and ' and source.id' + among} order by {_READING_ORDER}",
        chosen or (),
    )
    return _facts(engine, rows, chosen)


def sources_by_layer(engine: Engine, layers: Collection[str]) -> dict[str, SourceFacts]:
    """Return sources as each of some layers has them, shown or not, by the layer's id."""
    rows = engine.rows(
        f"select {_FACTS.format('layer_facts')} from source join layer_facts on layer_facts.source=source.id"
        " where alive and layer_facts.layer in (select unhex(value) from json_each(?))",
        (json.dumps(sorted(layers)),),
    )
    return {facts.layer: facts for facts in _facts(engine, rows, [row[0] for row in rows])}


def _facts(engine: Engine, rows: Sequence[tuple[Any, ...]], chosen: Collection[bytes] | None) -> list[SourceFacts]:
    among = "" if chosen is None else f" in ({','.join('?' * len(chosen))})"
    names, shelved = file_names(engine, chosen), names_by_source(engine, chosen)
    counts = dict(
        engine.rows(
            f"select source, count(*) from highlight where alive{among and ' and source' + among} group by source",
            [*(chosen or ())],
        )
    )
    return [
        SourceFacts(
            id=id.hex(),
            sha256=sha256.hex(),
            reference=reference.hex() if reference else "",
            layer=layer.hex() if layer else "",
            kind=kind or "",
            pages=pages or 0,
            characters=characters or 0,
            found=tuple(Found(*one) for one in json.loads(found or "[]")),
            labels=effective(json.loads(own or "[]"), said := _said(labels)),
            said_labels=said,
            starts=tuple(json.loads(starts or "[]")),
            landmarks=tuple((kind, at, label) for kind, at, label in json.loads(marks or "[]")),
            names=names.get(id, ()),
            highlights=counts.get(id, 0),
            collections=shelved.get(id.hex(), ()),
        )
        for id, sha256, reference, layer, labels, kind, pages, characters, found, own, starts, marks in rows
    ]


def reading_order(engine: Engine) -> dict[bytes, int]:
    """Return each source's place in lists: as they came in, those of one import by file name."""
    rows = engine.rows(f"select id from source order by {_READING_ORDER}")
    return {id: place for place, (id,) in enumerate(rows)}


def source_with_hash(engine: Engine, sha256: bytes) -> str | None:
    """Return the id of the source with these bytes, where they are here and it was not deleted."""
    here = "exists (select 1 from blob b where b.sha256=source.sha256)"
    id = engine.value(f"select id from source where alive and sha256=? and {here}", (sha256,))
    return id.hex() if id else None


def ids_beginning(engine: Engine, table: str, beginning: str) -> list[str]:
    """Return the ids in a table of living things that begin with some hexadecimal digits."""
    rows = engine.rows(
        f"select lower(hex(id)) from {table} where alive and lower(hex(id)) like ? limit 20", (beginning + "%",)
    )
    return [id for (id,) in rows]


def _said(labels: str) -> tuple[tuple[int, str], ...]:
    return tuple((index, label) for index, label in json.loads(labels))


def file_names(engine: Engine, targets: Collection[bytes] | None = None) -> Mapping[bytes, tuple[str, ...]]:
    """Return the names under which things, or some of them, came in, the first one first."""
    names: dict[bytes, tuple[str, ...]] = {}
    among = "" if targets is None else f" and target in ({','.join('?' * len(targets))})"
    sql = f"select target, name from file_name where alive{among} order by at, name"
    for target, name in engine.rows(sql, [*(targets or ())]):
        names[target] = (*names.get(target, ()), name)
    return names
