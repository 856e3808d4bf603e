"""One row writer for each kind: how a thing of the ledger stands in its table."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from core.folding import fold_name
from core.ids import canonical
from core.layers import numbered_starts, unpack
from core.records import Layer
from db.anchors import anchor_row, newest_anchor, write_anchors, write_ranges
from db.engine import Engine
from db.kinds import (
    ALIAS,
    BIBFILE,
    CONCEPT,
    FILE_NAME,
    HIGHLIGHT,
    LABEL,
    NOTE,
    PERSON,
    REFERENCE,
    SAME,
    SHELF,
    SOURCE,
    TAGGING,
    Kind,
)
from db.things import Thing
from db.versions import standing

Row = tuple[Any, ...]
Shown = Sequence[tuple[Thing, bool]]

_NUMBERED = re.compile(r"([^0-9]+)([0-9]*)", re.ASCII)
_encode = json.JSONEncoder(ensure_ascii=False).encode
_decode = json.JSONDecoder().raw_decode
_NOWHERE: Mapping[str, Any] = {"source": "", "layer": "", "ranges": []}


def write(engine: Engine, kind: Kind, shown: Shown) -> None:
    """Put things of one kind into their table; the flag of each says whether it is alive."""
    made = _ROWS[kind.name]
    table = kind.table._meta.table_name
    values = [made(thing, alive) for thing, alive in shown]
    if not values:
        return
    marks = ",".join("?" * len(values[0]))
    engine.many(f'insert or replace into "{table}" values({marks})', values)
    beside = _BESIDE.get(kind.name)
    if beside:
        beside(engine, shown)


def write_layer_facts(engine: Engine, layer: bytes, known: Layer | None = None) -> None:
    # Its patterns cost every command some hundredths of a second, and only what brings a layer needs them.
    from core.landmarks import landmarks

    ((source, extractor, content),) = engine.rows("select source, extractor, content from layer where id=?", (layer,))
    read = known or unpack(content, extractor)
    found = canonical([[f.field, f.value, f.where, f.sure] for f in read.found])
    labels = canonical([[page.label, page.printed] for page in read.pages])
    starts = canonical([*numbered_starts(read)])
    marks = canonical([list(mark) for mark in landmarks(read)])
    asides = canonical([[s.start, s.end, s.style, s.target] for s in read.asides])
    values = (layer, source, read.kind, len(read.pages), len(read.text), found, labels, starts, marks, asides)
    engine.rows("insert or replace into layer_facts values(?,?,?,?,?,?,?,?,?,?)", values)


def _id(value: str | None) -> bytes | None:
    return bytes.fromhex(value) if value else None


def _made(thing: Thing) -> int:
    return min(thing.makings.values())


def _person(thing: Thing, alive: bool) -> Row:
    return thing.id, alive, thing.value("name") or "", thing.id


def _source(thing: Thing, alive: bool) -> Row:
    labels = canonical(thing.value("labels") or [])
    sha256, reference, layer = thing.core["sha256"], thing.value("reference"), thing.value("layer")
    replaces = _id(thing.value("replaces"))
    return thing.id, alive, bytes.fromhex(sha256), _id(reference), labels, _made(thing), _id(layer), replaces


def _choose_layers(engine: Engine, shown: Shown) -> None:
    """A source for which nobody chose shows the layer of the newest release of a reader, by the extractor's name.

    So does one whose layer was chosen where it is, and has not come here: without documents layers do not travel.
    """
    ids = json.dumps([thing.id.hex() for thing, _ in shown])
    engine.rows(
        "update source set layer=null where id in (select unhex(value) from json_each(?)) and layer is not null"
        " and not exists (select 1 from layer l where l.id=source.layer)",
        (ids,),
    )
    rows = engine.rows(
        "select l.source, l.id, l.extractor from json_each(?) j cross join source s on s.id=unhex(j.value)"
        " cross join layer l on l.source=s.id where s.layer is null",
        (ids,),
    )
    newest = {source: id for source, id, _ in sorted(rows, key=lambda row: (_numbered(row[2]), row[1]))}
    engine.many("update source set layer=? where id=?", [(id, source) for source, id in newest.items()])


def _numbered(name: str) -> list[tuple[str, int]]:
    """Return a name to be compared by its numbers: release 10 comes after release 9."""
    return [(text, int(number or 0)) for text, number in _NUMBERED.findall(name)]


def _file_name(thing: Thing, alive: bool) -> Row:
    return thing.id, alive, bytes.fromhex(thing.core["target"]), thing.core["name"], _made(thing)


def _shelf(thing: Thing, alive: bool) -> Row:
    name = thing.core["name"]
    present = alive and bool(thing.value("present"))
    return thing.id, present, bytes.fromhex(thing.core["source"]), name, fold_name(name), _made(thing)


def _reference(thing: Thing, alive: bool) -> Row:
    piece = thing.value("slice") or {}
    said = {name[6:]: thing.value(name) for name in sorted(thing.revised) if name.startswith("field:")}
    # Nothing said any more (an undo) is null; an empty text takes the field out.
    own = {name: value or None for name, value in said.items() if value is not None}
    found = thing.value("found")
    fields = dict(piece.get("fields", ()))
    fields.update(own)
    return (
        thing.id,
        alive,
        str(thing.value("citekey") or piece.get("key", "")),
        thing.value("type") or piece.get("type", ""),
        _encode({name: value for name, value in fields.items() if value is not None}),
        canonical(own) if own else "{}",
        canonical({name: value for name, value in found if value is not None}) if found else "{}",
        _id(thing.core.get("source")),
        _id(piece.get("bibfile")),
        piece.get("key", ""),
        piece.get("type", ""),
        piece.get("start", 0),
        piece.get("end", 0),
        _made(thing),
        thing.id,
    )


def _write_citekeys(engine: Engine, things: Shown) -> None:
    undone = undone_actions(engine)
    values: list[Row] = []
    for thing, _ in things:
        heads = thing.heads("slice")
        shown = str(thing.value("citekey") or (_key_in(heads[0].value) if heads else ""))
        # What an undo gives back was said by another action, which may be undone itself by now.
        had, stood = (
            [version for version in thing.versions(name) if version.undoes is None and version.action not in undone]
            for name in ("citekey", "slice")
        )
        keys = {shown, *(json.loads(version.value) for version in had)}
        keys.update(_key_in(version.value) for version in stood)
        values += [(key, thing.id, key == shown) for key in keys if key]
    engine.many("delete from citekey where reference=?", [(thing.id,) for thing, _ in things])
    engine.many("insert into citekey values(?,?,?)", values)


def _key_in(piece: str) -> str:
    """Return the key in a slice's canonical JSON without reading its fields; no text holds these quotes unescaped."""
    at = piece.rfind('"key":')
    return str(_decode(piece, at + 6)[0]) if at >= 0 else ""


def undone_actions(engine: Engine) -> set[bytes]:
    """Return the actions that stand taken back: undone by one that is not itself undone."""
    by_target: dict[bytes, list[bytes]] = {}
    for id, target in engine.rows("select id, undoes from action where undoes is not null order by at desc, id desc"):
        by_target.setdefault(target, []).append(id)
    undone: dict[bytes, bool] = {}

    def is_undone(action: bytes) -> bool:
        waiting = [action]
        while waiting:
            top = waiting[-1]
            unknown = [id for id in by_target.get(top, ()) if id not in undone]
            if unknown and top not in unknown:
                undone.setdefault(top, False)
                waiting += unknown
            else:
                undone[top] = any(not undone[id] for id in by_target.get(top, ()))
                waiting.pop()
        return undone[action]

    return {target for target in by_target if is_undone(target)}


def _alias(thing: Thing, alive: bool) -> Row:
    present = alive and bool(thing.value("present"))
    return thing.id, present, bytes.fromhex(thing.core["reference"]), thing.core["citekey"]


def _bibfile(thing: Thing, alive: bool) -> Row:
    return thing.id, alive, bytes.fromhex(thing.core["sha256"]), _id(thing.value("replaces")), _made(thing)


def _concept(thing: Thing, alive: bool) -> Row:
    name = thing.value("name") or thing.core["name"]
    at, version = _edges_standing(thing)
    return (
        thing.id,
        alive,
        name,
        fold_name(name),
        thing.value("definition") or "",
        thing.value("colour") or "",
        thing.id,
        canonical(thing.value("parents") or []),
        at,
        version,
    )


def _edges_standing(thing: Thing) -> tuple[int, bytes]:
    """Return the clock and the id by which a concept's edges are ordered among all."""
    parents = thing.heads("parents")
    return standing(parents[0], thing.given_back("parents")) if parents else (0, b"")


def _label(thing: Thing, alive: bool) -> Row:
    text = thing.value("text") or thing.core["name_key"]
    present = alive and bool(thing.value("present"))
    concept = bytes.fromhex(thing.core["concept"])
    return thing.id, present, concept, thing.core["name_key"], text, thing.value("language") or ""


def _highlight(thing: Thing, alive: bool) -> Row:
    source, layer, text, exact, start = anchor_row(thing, newest_anchor(thing) or _NOWHERE)
    person, created = bytes.fromhex(thing.core["person"]), thing.core["created"]
    return thing.id, alive, source, layer, person, created, exact, text, thing.value("edited_quote"), start


def _write_places(engine: Engine, shown: Shown) -> None:
    write_ranges(engine, [(thing.id, (newest_anchor(thing) or _NOWHERE)["ranges"]) for thing, _ in shown])
    write_anchors(engine, [thing for thing, _ in shown])


def _tagging(thing: Thing, alive: bool) -> Row:
    core, present = thing.core, alive and bool(thing.value("present"))
    return thing.id, present, *(bytes.fromhex(core[name]) for name in ("highlight", "concept", "person"))


def _note(thing: Thing, alive: bool) -> Row:
    core = thing.core
    target, person = bytes.fromhex(core["target"]), bytes.fromhex(core["person"])
    return thing.id, alive, target, person, core["created"], thing.value("text") or ""


def _same(thing: Thing, alive: bool) -> Row:
    a, b = bytes.fromhex(thing.core["a"]), bytes.fromhex(thing.core["b"])
    return thing.id, alive, a, b, bool(thing.value("present"))


_ROWS: Mapping[str, Callable[[Thing, bool], Row]] = {
    PERSON.name: _person,
    SOURCE.name: _source,
    FILE_NAME.name: _file_name,
    SHELF.name: _shelf,
    REFERENCE.name: _reference,
    ALIAS.name: _alias,
    BIBFILE.name: _bibfile,
    CONCEPT.name: _concept,
    LABEL.name: _label,
    HIGHLIGHT.name: _highlight,
    TAGGING.name: _tagging,
    NOTE.name: _note,
    SAME.name: _same,
}
_BESIDE: Mapping[str, Callable[[Engine, Shown], None]] = {
    SOURCE.name: _choose_layers,
    REFERENCE.name: _write_citekeys,
    HIGHLIGHT.name: _write_places,
}
