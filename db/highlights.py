"""Questions about highlights, with their concepts and notes."""

from __future__ import annotations

import json
from collections.abc import Collection
from typing import Any

from core.clock import iso
from core.records import Anchor, Highlight, Note
from db.copies import WAITING, heirs
from db.engine import Engine
from db.private import private_things
from db.sources import reading_order


def highlights(
    engine: Engine,
    *,
    ids: Collection[str] | None = None,
    sources: Collection[str] | None = None,
    concepts: Collection[str] | None = None,
    persons: Collection[str] | None = None,
) -> list[Highlight]:
    """Return highlights that are shown, source by source in reading order; of two that begin together the longer first.

    Filters of one kind mean *or*, different kinds *and*; ``concepts`` are ids of shown concepts, taken as they are.
    """
    tagged = _concepts(engine, ids)
    private = private_things(engine)
    notes = _notes(engine, ids, private)
    wanted = None if concepts is None else set(concepts)
    found: list[Highlight] = []
    for id, anchor, person, created, exact, edited, *_ in _rows(engine, ids, sources, persons):
        own = tuple(tagged.get(id, ()))
        if wanted is not None and not wanted.intersection(own):
            continue
        found.append(
            Highlight(
                id=id.hex(),
                exact=exact,
                edited_quote=edited or "",
                anchor=read_anchor(anchor),
                person=person.hex(),
                created=iso(created),
                concepts=own,
                notes=tuple(notes.get(id, ())),
                private=id in private,
            )
        )
    return found


def targets(engine: Engine, notes: Collection[str]) -> dict[str, str]:
    """Return what some notes are on, by their ids; those that were deleted are left out."""
    among, values = _among("id", notes)
    rows = engine.rows(f"select id, target from note where alive{among}", values)
    return {id.hex(): target.hex() for id, target in rows}


def read_anchor(text: str) -> Anchor:
    value: dict[str, Any] = json.loads(text)
    area = value.get("area")
    return Anchor(
        source=value["source"],
        layer=value["layer"],
        ranges=tuple((start, end) for start, end in value["ranges"]),
        prefix=value.get("prefix", ""),
        suffix=value.get("suffix", ""),
        area=tuple(area) if area else None,
        exact=value.get("exact", ""),
        locator=value.get("locator", ""),
    )


def anchor_value(anchor: Anchor) -> dict[str, Any]:
    """Return an anchor as the ledger keeps it."""
    value: dict[str, Any] = {
        "source": anchor.source,
        "layer": anchor.layer,
        "ranges": [[start, end] for start, end in anchor.ranges],
        "prefix": anchor.prefix,
        "suffix": anchor.suffix,
    }
    if anchor.area:
        value["area"] = list(anchor.area)
    return value | {name: said for name in ("exact", "locator") if (said := getattr(anchor, name))}


def persons(engine: Engine) -> dict[str, str]:
    """Return the names of all persons by id; those who were said to be the same have one name."""
    sql = "select p.id, one.name from person p join person one on one.id=p.canonical where p.alive"
    return {id.hex(): name for id, name in engine.rows(sql)}


def own_note(engine: Engine, highlight: str, person: str) -> str | None:
    """Return the id of a person's note on a highlight, the newest where there are several.

    What was written by somebody who was said to be the same person is the person's, too.
    """
    id = engine.value(
        "select id from note where alive and target=?1 and (person=?2 or person in (select same.id from person one"
        " join person same on same.canonical=one.canonical where one.id=?2)) order by created desc, id desc limit 1",
        (bytes.fromhex(highlight), bytes.fromhex(person)),
    )
    return id.hex() if id else None


def others_spoke_of(engine: Engine, ids: Collection[str], own: Collection[str]) -> bool:
    """Say whether anybody but these persons has tagged one of these highlights or written on it."""
    sql = (
        "select 1 from (select highlight as id, person from tagging where alive"
        " union all select target, person from note where alive)"
        " where id in (select unhex(value) from json_each(?)) and person not in (select unhex(value) from json_each(?))"
    )
    return engine.value(sql, (json.dumps(list(ids)), json.dumps(list(own)))) is not None


def waiting_highlights(engine: Engine) -> list[str]:
    """Return the ids of the highlights that are anchored in another layer than their source shows, or its heir."""
    rows = engine.rows(f"select h.id from {WAITING} order by h.id", (json.dumps([*heirs(engine)]),))
    return [id.hex() for (id,) in rows]


def taggings(engine: Engine, highlight: str, concepts: Collection[str]) -> list[str]:
    """Return the ids of everybody's taggings of a highlight with any of some concepts."""
    rows = engine.rows("select id, concept from tagging where alive and highlight=?", (bytes.fromhex(highlight),))
    return [id.hex() for id, concept in rows if concept.hex() in concepts]


def _rows(
    engine: Engine, ids: Collection[str] | None, sources: Collection[str] | None, persons: Collection[str] | None
) -> list[tuple[Any, ...]]:
    where, values = ["h.alive", "s.alive"], []
    for column, chosen in (("h.id", ids), ("h.source", sources), ("h.person", persons)):
        if chosen is not None:
            where.append(f"{column} in (select unhex(value) from json_each(?))")
            values.append(json.dumps(list(chosen)))
    rows = engine.rows(
        "select h.id, h.anchor, h.person, h.created, h.exact, h.edited_quote, h.source, h.start from highlight h"
        f" join source s on s.id=h.source where {' and '.join(where)}",
        values,
    )
    order = reading_order(engine)
    return sorted(rows, key=lambda row: (order[row[6]], row[7], -len(row[4]), row[0]))


def _concepts(engine: Engine, ids: Collection[str] | None) -> dict[bytes, list[str]]:
    found: dict[bytes, list[str]] = {}
    among, values = _among("t.highlight", ids)
    sql = (
        "select distinct t.highlight, c.canonical, k.name from tagging t join concept c on c.id=t.concept"
        f" join concept k on k.id=c.canonical where t.alive and c.alive{among}"
        " order by t.highlight, k.name_key, c.canonical"
    )
    for highlight, concept, _ in engine.rows(sql, values):
        found.setdefault(highlight, []).append(concept.hex())
    return found


def _notes(engine: Engine, ids: Collection[str] | None, private: frozenset[bytes]) -> dict[bytes, list[Note]]:
    found: dict[bytes, list[Note]] = {}
    among, values = _among("target", ids)
    sql = f"select target, id, text, person, created from note where alive{among} order by target, created, id"
    for target, id, text, person, created in engine.rows(sql, values):
        found.setdefault(target, []).append(Note(id.hex(), text, person.hex(), iso(created), id in private))
    return found


def _among(column: str, ids: Collection[str] | None) -> tuple[str, list[str]]:
    """Return the condition that a column holds one of these ids, with what it binds; nothing where all are wanted."""
    if ids is None:
        return "", []
    return f" and {column} in (select unhex(value) from json_each(?))", [json.dumps(list(ids))]
