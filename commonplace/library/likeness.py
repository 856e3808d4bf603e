"""Things that came in and may be the same as others that were here: proposals, of which nobody has said anything."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from commonplace.library.session import Library
from commonplace.library.works import Work, works
from core.folding import fold_name
from db.concepts import concepts
from db.highlights import persons
from db.same import said_same, shown_with
from db.survey import Surveyed

_MOST = 200
_YEAR = re.compile(r"\d{4}")
_UNMARKED = re.compile(r"[^0-9a-z/.]+")


@dataclass(frozen=True, slots=True)
class Duplicate:
    """Two things that may be one.

    Attributes:
        kind: reference, concept or person.
        new: The id of the one that came.
        other: The id of the one that was here.
        name: What the one that came is called; ``other_name`` is the other one's.
        why: doi, isbn, title (with the year), name, or alias.
    """

    kind: str
    new: str
    other: str
    name: str
    other_name: str
    why: str


def duplicates(library: Library, told: Surveyed) -> tuple[Duplicate, ...]:
    """Return the pairs, the surest first of each kind; of very many the first ones."""
    apart = {frozenset((a.hex(), b.hex())) for a, b, same in said_same(library.engine) if not same}
    found = [*_references(library, told.new_references), *_concepts(library, told), *_persons(library, told)]
    return tuple(one for one in found if frozenset((one.new, one.other)) not in apart)[:_MOST]


def _references(library: Library, new: Collection[str]) -> Iterator[Duplicate]:
    if not new:
        return
    every = works(library)
    for why in ("doi", "isbn", "title"):
        by_mark: dict[str, list[str]] = {}
        for id, work in every.items():
            for mark in _marks(work, why):
                by_mark.setdefault(mark, []).append(id)
        for ids in by_mark.values():
            for one, other in _pairs(ids, new):
                yield Duplicate("reference", one, other, _named(every[one]), _named(every[other]), why)


def _marks(work: Work, why: str) -> set[str]:
    if why == "title":
        title, year = fold_name(work.fields.get("title", "").strip("{}")), _YEAR.search(_date(work))
        return {f"{title}\n{year.group()}"} if len(title) > 8 and year else set()
    plain = (_UNMARKED.sub("", part.casefold()) for part in re.split(r"[\s,;]+", work.fields.get(why, "")))
    return {part.partition("doi.org/")[2] or part for part in plain if len(part) > 8}


def _date(work: Work) -> str:
    return work.fields.get("year") or work.fields.get("date") or ""


def _named(work: Work) -> str:
    return work.reference.citekey


def _pairs(ids: Collection[str], new: Collection[str]) -> Iterator[tuple[str, str]]:
    """Yield each that came with the first that was here; none where all of them came."""
    here = next((id for id in ids if id not in new), None)
    for id in ids:
        if here is not None and id in new:
            yield id, here


def _concepts(library: Library, told: Surveyed) -> Iterator[Duplicate]:
    """Yield concepts that are called what another has as an alias; those of one name are shown as one anyhow."""
    new = set(told.new_concepts)
    if not new:
        return
    every = concepts(library.engine)
    names = {fold_name(one.name): one for one in every}
    for one in every:
        for alias in one.aliases:
            other = names.get(fold_name(alias))
            if other is not None and other.id != one.id and new & {one.id, other.id}:
                mine, theirs = (one, other) if one.id in new else (other, one)
                yield Duplicate("concept", mine.id, theirs.id, mine.name, theirs.name, "alias")


def _persons(library: Library, told: Surveyed) -> Iterator[Duplicate]:
    new = set(told.new_persons)
    if not new:
        return
    shown = shown_with(library.engine, "person")
    names = {id: name for id, name in persons(library.engine).items() if shown.get(id) == id and name}
    by_name: dict[str, list[str]] = {}
    for id, name in names.items():
        by_name.setdefault(fold_name(name), []).append(id)
    for ids in by_name.values():
        for one, other in _pairs(ids, new):
            yield Duplicate("person", one, other, names[one], names[other], "name")
