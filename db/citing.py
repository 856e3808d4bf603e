"""What hits of a search are cited by: sources as far as that takes, without what lists show of them."""

from __future__ import annotations

import json
from collections.abc import Collection
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from core.page_labels import PageLabel
from db.engine import Engine


@dataclass(frozen=True, slots=True)
class CitedSource:
    """A source that was not deleted.

    Attributes:
        citekey: Under which it is shown; empty where it has none.
        said_labels: Page indexes and what a person said of them.
        starts: Where the numbered blocks of a flowing document begin; ``landmarks`` as all facts of it have them.
        labels: None here.
    """

    id: str
    layer: str
    citekey: str
    said_labels: tuple[tuple[int, str], ...]
    starts: tuple[int, ...] = ()
    landmarks: tuple[tuple[str, int, str], ...] = ()
    labels: tuple[PageLabel, ...] = ()


def cited_sources(engine: Engine, ids: Collection[str]) -> dict[str, CitedSource]:
    """Return some sources by their ids; of pages only what people said, for there may be hundreds of them in each."""
    rows = engine.rows(
        "select s.id, s.layer, s.labels, coalesce(k.citekey, ''), iif(f.pages, null, f.starts),"
        " iif(f.pages, null, f.landmarks) from source s left join layer_facts f on f.layer=s.layer"
        " left join reference r on r.id=s.reference"
        " left join reference k on k.alive and k.id=coalesce(r.canonical, s.reference)"
        " where s.alive and s.id in (select unhex(value) from json_each(?))",
        (json.dumps([*ids]),),
    )
    return {
        id.hex(): CitedSource(
            id.hex(),
            layer.hex() if layer else "",
            citekey,
            tuple((index, label) for index, label in json.loads(said)),
            _read(starts or "[]"),
            _read(marks or "[]"),
        )
        for id, layer, said, citekey, starts, marks in rows
    }


# Of a book they are long, and one search is followed by others.
@lru_cache(maxsize=64)
def _read(stored: str) -> tuple[Any, ...]:
    return tuple(tuple(one) if isinstance(one, list) else one for one in json.loads(stored))
