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
    rows = engine.rows(
        "select distinct h.source, c.canonical from tagging t join highlight h on h.id=t.highlight"
        " join concept c on c.id=t.concept where t.alive and h.alive and c.alive"
    )
    found: dict[str, set[str]] = {}
    for source, concept in rows:
        found.setdefault(source.hex(), set()).add(concept.hex())
    return found
