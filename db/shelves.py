"""Questions about collections: which there are, and which sources are in each."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from core.folding import fold_name
from db.engine import Engine

_IN = (
    "select x.name, x.name_key, x.source from shelf x join source s on s.id=x.source"
    " where x.alive and s.alive order by x.at, x.id"
)
_OF_FEW = (
    "select distinct x.source, (select y.name from shelf y join source t on t.id=y.source where y.alive and t.alive"
    " and y.name_key=x.name_key order by y.at, y.id limit 1) from shelf x where x.alive and x.source in ({})"
    " order by x.name_key"
)
_FEW = 20


@dataclass(frozen=True, slots=True)
class Shelf:
    """A collection: names that are equal when folded are one, shown as it was written first."""

    name: str
    sources: tuple[str, ...]


def shelves(engine: Engine) -> list[Shelf]:
    """Return the collections in the order of their names, each with its sources as they were put in."""
    names: dict[str, str] = {}
    held: dict[str, dict[str, None]] = {}
    for name, key, source in engine.rows(_IN):
        names.setdefault(key, name)
        held.setdefault(key, {})[source.hex()] = None
    return [Shelf(names[key], tuple(held[key])) for key in sorted(names)]


def shelf_called(engine: Engine, name: str) -> Shelf | None:
    """Return a collection by its name, compared folded."""
    key = fold_name(name)
    return next((shelf for shelf in shelves(engine) if fold_name(shelf.name) == key), None)


def names_by_source(engine: Engine, among: Collection[bytes] | None = None) -> dict[str, tuple[str, ...]]:
    """Return the collections that each source is in, or each of some, in the order of their names."""
    found: dict[str, list[str]] = {}
    if among is not None and len(among) <= _FEW:
        for source, name in engine.rows(_OF_FEW.format(",".join("?" * len(among))), [*among]):
            found.setdefault(source.hex(), []).append(name)
    else:
        for shelf in shelves(engine):
            for id in shelf.sources:
                found.setdefault(id, []).append(shelf.name)
    return {source: tuple(names) for source, names in found.items()}


def standing_in(engine: Engine, name: str, sources: Collection[str]) -> list[str]:
    """Return the records that put some sources into a collection, however its name was written."""
    rows = engine.rows("select id, source from shelf where alive and name_key=? order by id", (fold_name(name),))
    wanted = set(sources)
    return [id.hex() for id, source in rows if source.hex() in wanted]
