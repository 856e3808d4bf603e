"""Saying that two references, concepts or persons are the same, and taking it back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import product

from commonplace.library.concepts import say_same
from commonplace.library.naming import find_concepts
from commonplace.library.session import Library
from commonplace.library.telling import Teller
from core.errors import AmbiguousNameError, NotDoneError, UnknownNameError
from db.concepts import members, subtree
from db.same import said_same, shown_with, things_named
from db.step_labels import named

KINDS = ("reference", "concept", "person")


@dataclass(frozen=True, slots=True)
class SameLine:
    """Two things of which somebody said that they are the same, or not.

    Attributes:
        a: The id of the first as it was named, ``b`` of the second; ``names`` are theirs.
        shown: What the first is shown as, and where they are the same, the second, too.
        changed: Whether anything had to be said.
    """

    kind: str
    a: str
    b: str
    names: tuple[str, str]
    same: bool
    shown: str
    changed: bool


@dataclass(frozen=True, slots=True)
class _Pair:
    """What two names lead to: the things of each name that are shown as one."""

    kind: str
    one: frozenset[str]
    other: frozenset[str]


def same(library: Library, one: str, other: str, *, off: bool = False, kind: str = "") -> SameLine:
    """Say that two references, concepts or persons are the same, or with ``off`` that they are not.

    Each is named by a key, a name, an id or six digits of it or more; ``kind`` is needed only where names could be of
    several kinds.  One name for both means the two that have it.

    Raises:
        UnknownNameError: Nothing, or several things, have a name; they are listed.
        NotDoneError: Of two concepts one lies below the other.
    """
    pair = _pair(library, one, other, off, [kind] if kind else KINDS)
    shown = shown_with(library.engine, pair.kind)
    pairs = _to_say(library, pair, shown, off)
    teller = Teller(library)
    teller.read([*pair.one, *pair.other], ())
    a, b = min(pair.one), min(pair.other)
    names = (teller.name(a), teller.name(b))
    if pairs:
        said = f"Tell {named(a)} from {named(b)}" if off else f"Say that {named(a)} and {named(b)} are the same"
        with library.action(said) as action:
            for first, second in pairs:
                say_same(action, first, second, same=not off)
    canonical = shown_with(library.engine, pair.kind)[a]
    teller.read([canonical], ())
    return SameLine(pair.kind, a, b, names, not off, teller.name(canonical), bool(pairs))


def _to_say(library: Library, pair: _Pair, shown: dict[str, str], off: bool) -> list[tuple[str, str]]:
    """Return the pairs of things of which it has to be said; none where it is so already."""
    together = shown[min(pair.one)] == shown[min(pair.other)]
    said = {frozenset((a.hex(), b.hex())): alike for a, b, alike in said_same(library.engine)}
    if off:
        # Also of two that nobody took for one: then they are proposed no more.
        return [one for one in product(sorted(pair.one), sorted(pair.other)) if said.get(frozenset(one)) is not False]
    if together:
        return []
    if pair.kind == "concept":
        _refuse_one_below_the_other(library, shown[min(pair.one)], shown[min(pair.other)])
    sides = [
        [id for id, canonical in shown.items() if canonical == shown[min(side)]] for side in (pair.one, pair.other)
    ]
    distinct = [both for both in product(*sides) if said.get(frozenset(both)) is False]
    return list(dict.fromkeys([(min(pair.one), min(pair.other)), *((a, b) for a, b in distinct)]))


def _refuse_one_below_the_other(library: Library, one: str, other: str) -> None:
    if one in subtree(library.engine, [other]) or other in subtree(library.engine, [one]):
        raise NotDoneError(
            "The two concepts lie one below the other; nothing was changed.", hint="Move one first.", code="circle"
        )


def _pair(library: Library, one: str, other: str, off: bool, kinds: Iterable[str]) -> _Pair:
    """Return what two names lead to, of the one kind in which both lead to something."""
    found: list[_Pair] = []
    unclear: list[AmbiguousNameError] = []
    for kind in kinds:
        sides = [_named(library, kind, name) for name in (one, other)]
        if all(sides):
            try:
                found.append(_Pair(kind, *_both(kind, (one, other), sides, off)))
            except AmbiguousNameError as error:
                unclear.append(error)
    if len(found) + len(unclear) > 1:
        listed = " and ".join(f"{kind}s" for kind in KINDS if any(pair.kind == kind for pair in found))
        raise AmbiguousNameError(
            f"{one} and {other} may be {listed or 'several things'}.", hint="Say which with --kind."
        )
    if unclear:
        raise unclear[0]
    if not found:
        raise UnknownNameError(
            f"{one} and {other} are not two references, concepts or persons.",
            hint="Give two citation keys, two concepts, two persons, or ids.",
        )
    return found[0]


def _named(library: Library, kind: str, name: str) -> list[set[str]]:
    found = things_named(library.engine, kind, name)
    if kind == "concept" and not found:
        found = [members(library.engine, [concept.id]) for concept in find_concepts(library, name)]
    return found


def _both(
    kind: str, names: tuple[str, str], sides: Sequence[Sequence[set[str]]], off: bool
) -> tuple[frozenset[str], frozenset[str]]:
    one, other = sides
    if one == other:
        # One name for two: the two things that have it, or where they are shown as one, the two of it.
        apart = [{id} for id in sorted(one[0])] if len(one) == 1 and (off or len(one[0]) == 2) else list(one)
        if len(apart) == 2:
            return frozenset(apart[0]), frozenset(apart[1])
        if len(apart) == 1 and not off:
            return frozenset(apart[0]), frozenset(apart[0])
        if len(apart) == 1:
            raise AmbiguousNameError(f"{names[0]} and {names[1]} are one {kind}.", hint="Give two ids.")
        raise _several(kind, names[0], apart)
    for name, side in zip(names, sides, strict=True):
        if len(side) > 1:
            raise _several(kind, name, side)
    if off and one[0] & other[0]:
        raise AmbiguousNameError(f"{names[0]} and {names[1]} are one {kind}.", hint="Give two ids.")
    return frozenset(one[0]), frozenset(other[0])


def _several(kind: str, name: str, found: Iterable[set[str]]) -> AmbiguousNameError:
    listed = ", ".join(id[:12] for ids in found for id in sorted(ids))
    return AmbiguousNameError(f"Several {kind}s are named {name}: {listed}.", hint="Give the id instead.")
