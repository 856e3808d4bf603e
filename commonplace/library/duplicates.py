"""What may be the same: references of one work, concepts of like names, persons of one name; only proposed."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations, product

from rapidfuzz import fuzz, process

from commonplace.citations.names import parse_names
from commonplace.library.matching import Clues
from commonplace.library.session import Library
from commonplace.library.works import Work, works
from core.folding import fold_name
from db.concepts import names_of_concepts
from db.highlights import persons
from db.same import said_same, shown_with

KINDS = ("reference", "concept", "person")
_SHORTEST = 5
"""Below this many letters, names that differ by one are as often two words (NATO, NAFO)."""

_LIKE = 88
_MOST_COMPARED = 20_000_000
"""So many pairs of names are compared in some seconds; who has more concepts does without the rest."""

_MANY = 8
_WORDS = re.compile(r"[^\W_]+")
_ISBN = re.compile(r"[0-9]{13}|[0-9]{9}[0-9Xx]")


@dataclass(frozen=True, slots=True)
class Proposal:
    """Two things that may be the same.

    Attributes:
        kind: reference, concept or person; ``a`` and ``b`` are ids, the smaller first, ``names`` theirs.
        why: doi, isbn, title (and year), name (equal but for signs and blanks), alias, initials, like (nearly equal).
        score: How alike, from 0 to 100.
    """

    kind: str
    a: str
    b: str
    names: tuple[str, str]
    why: str
    score: int = 100


def duplicates(
    library: Library, touching: Collection[str] | None = None, kinds: Iterable[str] = KINDS
) -> list[Proposal]:
    """Return what may be the same and of which nobody has said so or that it is not; surest first.

    Args:
        library: The open library.
        touching: Only what has one of these ids in it: of things that have just come.  Their names are compared with
            those of others, for likeness not with each other.
        kinds: Only things of these kinds.
    """
    said = {frozenset((a.hex(), b.hex())) for a, b, same in said_same(library.engine) if not same}
    new = touching or ()
    found: dict[frozenset[str], Proposal] = {}
    for one in (one for kind in kinds for one in _PROPOSED[kind](library, new)):
        both = frozenset((one.a, one.b))
        if both not in said and (touching is None or not both.isdisjoint(touching)):
            found.setdefault(both, one)
    return sorted(found.values(), key=lambda one: (_RANK[one.kind], -one.score, one.names, one.a, one.b))


_RANK = {kind: rank for rank, kind in enumerate(KINDS)}


def _proposal(kind: str, one: str, other: str, names: Mapping[str, str], why: str, score: int = 100) -> Proposal:
    a, b = sorted((one, other))
    return Proposal(kind, a, b, (names[a], names[b]), why, score)


def _references(library: Library, new: Collection[str]) -> Iterator[Proposal]:
    every = works(library)
    clues = {id: Clues.of_fields(work.fields) for id, work in every.items()}
    names = {id: work.reference.citekey for id, work in every.items()}
    isbns = {id: _isbn(work) for id, work in every.items()}
    for one, other in _pairs(((clue.doi, id) for id, clue in clues.items()), new):
        yield _proposal("reference", one, other, names, "doi")
    for one, other in _pairs(((isbn, id) for id, isbn in isbns.items()), new):
        # Chapters have their book's number.
        if clues[one].title == clues[other].title or not (clues[one].title and clues[other].title):
            yield _proposal("reference", one, other, names, "isbn")
    for one, other in _pairs(((clue.title and f"{clue.title} {clue.year}", id) for id, clue in clues.items()), new):
        apart = clues[one].doi and clues[other].doi and clues[one].doi != clues[other].doi
        if not apart and _same_authors(every[one], every[other]):
            yield _proposal("reference", one, other, names, "title", 95 if clues[one].year else 80)


def _isbn(work: Work) -> str:
    """Return the thirteen digits of a book's number; empty where it has none."""
    found = _ISBN.search(work.fields.get("isbn", "").replace("-", "").replace(" ", ""))
    number = found[0] if found else ""
    return f"978{number[:9]}" if len(number) == 10 else number[:12]


def _same_authors(one: Work, other: Work) -> bool:
    """Whether two works share a family name, or one names nobody."""
    families = [
        {fold_name(name.family or name.literal) for name in parse_names(work.fields.get("author", ""))}
        for work in (one, other)
    ]
    return not all(families) or not families[0].isdisjoint(families[1])


def _pairs(clued: Iterable[tuple[str, str]], new: Collection[str]) -> Iterator[tuple[str, str]]:
    """Yield the things that share a clue, each with each other; where many do, only one that is not new with each."""
    groups: dict[str, list[str]] = {}
    for clue, id in clued:
        if clue:
            groups.setdefault(clue, []).append(id)
    for group in groups.values():
        first, *others = sorted(set(group), key=lambda id: (id in new, id))
        yield from combinations((first, *others), 2) if len(others) < _MANY else product((first,), others)


def _concepts(library: Library, new: Collection[str]) -> Iterator[Proposal]:
    every = names_of_concepts(library.engine)
    names = {id: name for id, (name, *_) in every.items()}
    called = [(fold_name(name), id) for id, all_names in every.items() for name in all_names]
    own = {id: fold_name(name) for id, name in names.items()}
    for one, other in _pairs(called, new):
        # Those of one name that are shown as two were told from each other.
        if own[one] != own[other]:
            yield _proposal("concept", one, other, names, "alias")
    for one, other in _pairs((("".join(_WORDS.findall(name)), id) for name, id in called), new):
        if own[one] != own[other]:
            yield _proposal("concept", one, other, names, "name", 98)
    short = {name: id for name, id in called if " " not in name}
    for initials, id in _initials(called):
        if short.get(initials, id) != id:
            yield _proposal("concept", short[initials], id, names, "initials", 90)
    yield from _like(called, own, names, new)


def _initials(called: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    for name, id in called:
        words = _WORDS.findall(name)
        if len(words) > 2:
            yield "".join(word[0] for word in words), id
            telling = [word[0] for word in words if len(word) > 3]
            if 2 < len(telling) < len(words):
                yield "".join(telling), id


def _like(
    called: Iterable[tuple[str, str]], own: Mapping[str, str], names: Mapping[str, str], new: Collection[str]
) -> Iterator[Proposal]:
    """Propose names that differ by a letter or two; those much longer or shorter are not looked at."""
    came, here = _by_length(called, new), _by_length((one for one in called if one[1] not in new), ())
    left = _MOST_COMPARED
    for length, looked_for in sorted(came.items()):
        # With so many letters more, or less, no name can be as like.
        shortest = -(-length * 78 // 100) if new else length
        lengths = range(shortest, length * 100 // 78 + 1)
        among = {name: id for other in lengths for name, id in here.get(other, {}).items()}
        for name, id in looked_for.items():
            left -= len(among)
            if left < 0:
                return
            for like, score, _ in process.extract(
                name, among.keys(), scorer=fuzz.ratio, score_cutoff=_LIKE, limit=None
            ):
                if among[like] != id and own[among[like]] != own[id] and not _numbered(name, like):
                    yield _proposal("concept", id, among[like], names, "like", int(score))


def _by_length(called: Iterable[tuple[str, str]], among: Collection[str]) -> dict[int, dict[str, str]]:
    """Return names by their length, each with what has it; of some things only, where these are said."""
    found: dict[int, dict[str, str]] = {}
    for name, id in called:
        if len(name) >= _SHORTEST and (not among or id in among):
            found.setdefault(len(name), {}).setdefault(name, id)
    return found


def _numbered(one: str, other: str) -> bool:
    """Whether two names tell themselves apart by a number."""
    return re.findall(r"\d+", one) != re.findall(r"\d+", other)


def _persons(library: Library, new: Collection[str]) -> Iterator[Proposal]:
    shown = shown_with(library.engine, "person")
    names = {id: name for id, name in persons(library.engine).items() if id == shown[id]}
    for one, other in _pairs(((fold_name(name), id) for id, name in names.items()), new):
        yield _proposal("person", one, other, names, "name")


_PROPOSED = {"reference": _references, "concept": _concepts, "person": _persons}
