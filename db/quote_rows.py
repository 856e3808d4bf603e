"""Highlights as a table of the whole library needs them: lean, and a slice at a time."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass

from db.engine import Engine
from db.private import private_things
from db.sources import reading_order


@dataclass(frozen=True, slots=True)
class QuoteRow:
    """A highlight without what only its own row shows; ``text`` is its wording or the text that was marked."""

    id: str
    source: str
    start: int
    person: str
    created: int
    text: str
    concepts: tuple[str, ...]
    private: bool = False


def quote_rows(engine: Engine, at_once: int) -> Iterator[list[QuoteRow]]:
    """Yield the highlights that are shown, source by source in reading order, so many at once."""
    shown = {id for (id,) in engine.rows("select id from source where alive")}
    private = private_things(engine)
    for source in reading_order(engine):
        after = (-1, b"")
        while source in shown:
            rows = engine.rows(
                "select id, start, person, created, coalesce(nullif(edited_quote, ''), exact) from highlight"
                " where alive and source=? and start>=? and (start, id) > (?, ?) order by start, id limit ?",
                (source, after[0], *after, at_once),
            )
            if not rows:
                break
            after = (rows[-1][1], rows[-1][0])
            concepts = _concepts(engine, [row[0] for row in rows])
            yield [
                QuoteRow(
                    id.hex(), source.hex(), start, person.hex(), created, text, concepts.get(id, ()), id in private
                )
                for id, start, person, created, text in rows
            ]


def _concepts(engine: Engine, ids: list[bytes]) -> dict[bytes, tuple[str, ...]]:
    rows = engine.rows(
        "select distinct t.highlight, c.canonical from tagging t"
        " cross join concept c on c.id=t.concept cross join concept k on k.id=c.canonical"
        " where t.highlight in (select unhex(value) from json_each(?)) and t.alive and c.alive"
        " order by t.highlight, k.name_key, c.canonical",
        (json.dumps([id.hex() for id in ids]),),
    )
    found: dict[bytes, tuple[str, ...]] = {}
    for highlight, concept in rows:
        found[highlight] = (*found.get(highlight, ()), concept.hex())
    return found
