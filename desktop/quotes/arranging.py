"""Which quotes are shown, in which order and under which headings; no Qt here."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import Any, Literal, TypeAlias

from commonplace.library.overview import Quote

Sorting: TypeAlias = Literal["", "quote", "concepts", "source", "page", "key", "author", "date"]
Grouping: TypeAlias = Literal["", "concept", "source"]
Entry: TypeAlias = Quote | str
"""A quote, or the heading of those after it."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which quotes: of one kind any, of different kinds all; each concept with what is below it.

    Attributes:
        concepts: Ids by the concept that was chosen, itself among them.
        words: Each must stand in the quote.
    """

    concepts: Mapping[str, frozenset[str]]
    sources: frozenset[str] = frozenset()
    authors: frozenset[str] = frozenset()
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Names:
    """What concepts, sources and keys are called, by id."""

    concepts: Mapping[str, str]
    sources: Mapping[str, str]
    keys: Mapping[str, str]


def wanted_of(quotes: Iterable[Quote], wanted: Wanted) -> list[Quote]:
    """Return the quotes that are wanted, in their order."""
    found: Iterable[Quote] = quotes
    if wanted.concepts:
        any_of = frozenset[str]().union(*wanted.concepts.values())
        found = [quote for quote in found if not any_of.isdisjoint(quote.concepts)]
    if wanted.sources:
        found = [quote for quote in found if quote.source in wanted.sources]
    if wanted.authors:
        found = [quote for quote in found if quote.author in wanted.authors]
    for word in wanted.words:
        found = [quote for quote in found if word in quote.folded]
    return list(found)


def sorted_by(quotes: Sequence[Quote], sorting: Sorting, names: Names, *, falling: bool = False) -> list[Quote]:
    """Return the quotes in an order; without one in reading order, which also decides between equals."""
    if sorting in ("", "page"):
        return list(reversed(quotes)) if falling and sorting else list(quotes)
    if sorting == "concepts":
        return _by_concepts(quotes, names, falling=falling)
    return sorted(quotes, key=_key(sorting, names), reverse=falling)


def grouped(quotes: Sequence[Quote], grouping: Grouping, names: Names, untagged: str) -> list[Entry]:
    """Return the quotes under headings; one with two concepts stands under both."""
    if not grouping:
        return list(quotes)
    groups: dict[str, list[Quote]] = {}
    for quote in quotes:
        for id in (quote.source,) if grouping == "source" else quote.concepts or ("",):
            groups.setdefault(id, []).append(quote)
    called = names.sources if grouping == "source" else names.concepts
    ordered = sorted(groups, key=lambda id: (not id, called.get(id, "").casefold(), id))
    entries: list[Entry] = []
    for id in ordered:
        entries += [f"{called.get(id, '') or untagged} ({len(groups[id])})", *groups[id]]
    return entries


def _by_concepts(quotes: Sequence[Quote], names: Names, *, falling: bool) -> list[Quote]:
    """Return the quotes by the names of their concepts; what has none stands behind all others."""
    # Few sets of concepts stand at many quotes: to sort the sets takes next to no time.
    heaps: defaultdict[tuple[str, ...], list[Quote]] = defaultdict(list)
    for quote in quotes:
        heaps[quote.concepts].append(quote)
    tags = {id: name.casefold() for id, name in names.concepts.items()}
    ordered = sorted(heaps, key=lambda ids: (not ids, [tags.get(id, "") for id in ids]), reverse=falling)
    return [quote for ids in ordered for quote in heaps[ids]]


def _key(sorting: Sorting, names: Names) -> Callable[[Quote], Any]:
    if sorting in ("source", "key"):
        called = names.sources if sorting == "source" else names.keys
        folded = {id: name.casefold() for id, name in called.items()}
        return lambda quote: folded.get(quote.source, "")
    if sorting == "author":
        return lambda quote: quote.author.casefold()
    return attrgetter("created" if sorting == "date" else "folded")
