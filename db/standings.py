"""Questions about how sources stand: which have their document, and what is marked in them."""

from __future__ import annotations

import json

from db.copies import WAITING, heirs
from db.engine import Engine


def stored_sources(engine: Engine) -> dict[str, tuple[str, bool]]:
    """Return each source's reference, or empty, and whether its document is in this library."""
    rows = engine.rows(
        "select s.id, s.reference, b.sha256 is not null from source s left join blob b on b.sha256=s.sha256 where alive"
    )
    return {id.hex(): (reference.hex() if reference else "", bool(stored)) for id, reference, stored in rows}


def waiting_by_source(engine: Engine) -> dict[str, int]:
    """Return how many highlights of each source are anchored in another layer than it shows, or its heir."""
    rows = engine.rows(f"select h.source, count(*) from {WAITING} group by h.source", (json.dumps([*heirs(engine)]),))
    return {id.hex(): count for id, count in rows}


def concepts_by_source(engine: Engine) -> dict[str, set[str]]:
    """Return the concepts that the highlights of each source are tagged with."""
    shown = {id: one.hex() for id, one in engine.rows("select id, canonical from concept where alive")}
    # To tell them apart here takes half the time that sorting them takes SQLite.
    rows = engine.rows(
        "select h.source, t.concept from highlight h cross join tagging t on t.highlight=h.id where h.alive and t.alive"
    )
    found: dict[bytes, set[bytes]] = {}
    for source, concept in rows:
        found.setdefault(source, set()).add(concept)
    return {source.hex(): {shown[id] for id in ids if id in shown} for source, ids in found.items()}
