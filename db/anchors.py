"""Highlights that stand in several layers, of one source or of copies of a work: which of their places is shown.

It is the one in the layer that its source shows, rather in a source that is not deleted and that no later version
replaces, and of several the newest.  What a highlight's row shows follows when a source is given another layer.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from db.engine import Engine
from db.things import Thing

_text = json.JSONEncoder(ensure_ascii=False, sort_keys=True).encode
_TOUCHED = "select unhex(value) from json_each(?1)"
_NAMED = (
    "select unhex(json_extract(r.value, '$')) from json_each(?1) j"
    " cross join revision r on r.entity=unhex(j.value) and r.field='replaces'"
)
_AMONG = (
    f"where highlight in ({_TOUCHED} union select highlight from anchor where source in ({_TOUCHED} union {_NAMED}))"
)
# The order of a highlight's places (``a``, with their sources ``s``): what is shown comes first.
BEST = (
    "coalesce(s.alive and s.layer=a.layer, 0) desc, coalesce(s.alive, 0) desc,"
    " exists(select 1 from source n where n.alive and n.replaces=a.source), a.rank"
)
_RANKED = (
    "select a.highlight, a.source, a.layer, a.exact, a.anchor from anchor a left join source s on s.id=a.source {}"
    f" order by a.highlight, {BEST}"
)


def newest_anchor(thing: Thing) -> Any:
    """Return the place of a highlight that was said last; where all were taken back, the last that it had."""
    shown = thing.value("anchor")
    if shown is not None:
        return shown
    had = [version for version in thing.versions("anchor") if version.value != "null"]
    return json.loads(max(had, key=lambda version: (version.at, version.id)).value) if had else None


def anchor_row(thing: Thing, anchor: Mapping[str, Any]) -> tuple[bytes, bytes, str, str, int]:
    """Return what a highlight's row says of a place: source, layer, the anchor, the text there, where it begins."""
    ranges = anchor["ranges"]
    return (
        bytes.fromhex(anchor["source"]),
        bytes.fromhex(anchor["layer"]),
        _text(anchor),
        anchor.get("exact") or thing.core["exact"],
        ranges[0][0] if ranges else 0,
    )


def write_anchors(engine: Engine, things: Sequence[Thing]) -> None:
    """Keep the places of those highlights that have several."""
    values = []
    for thing in things:
        if "anchor" not in thing.revised:
            continue
        found = [json.loads(head.value) for group in thing.rivals("anchor") for head in group[:1]]
        for rank, anchor in enumerate(found if len(found) > 1 else ()):
            source, layer, text, exact, _ = anchor_row(thing, anchor)
            values.append((thing.id, rank, source, layer, text, exact))
    engine.many("delete from anchor where highlight=?", [(thing.id,) for thing in things])
    engine.many("insert into anchor values(?,?,?,?,?,?)", values)


def write_ranges(engine: Engine, placed: Iterable[tuple[bytes, Sequence[Sequence[int]]]]) -> None:
    """Show the ranges of highlights, given by id."""
    every = list(placed)
    engine.many("delete from range where highlight=?", [(id,) for id, _ in every])
    engine.many(
        "insert into range values(?,?,?,?)",
        [(id, index, start, end) for id, ranges in every for index, (start, end) in enumerate(ranges)],
    )


def choose_anchors(engine: Engine, touched: Collection[bytes] | None = None) -> None:
    """Show the right place of each highlight that has several, inside the caller's transaction.

    ``touched`` are highlights and sources of which anything is new; without it all are looked at.
    """
    if engine.value("select 1 from anchor limit 1") is None:
        return
    among, values = ("", ()) if touched is None else (_AMONG, (json.dumps([id.hex() for id in touched]),))
    first: dict[bytes, tuple[Any, ...]] = {}
    for row in engine.rows(_RANKED.format(among), values):
        first.setdefault(row[0], row)
    rows = [(*row[1:], json.loads(row[4])["ranges"], row[0]) for row in first.values()]
    engine.many(
        "update highlight set source=?, layer=?, exact=?, anchor=?, start=? where id=?",
        [(*place, ranges[0][0] if ranges else 0, id) for *place, ranges, id in rows],
    )
    write_ranges(engine, [(id, ranges) for *_, ranges, id in rows])
