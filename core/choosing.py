"""Choosing among many names by a few letters: whole words first, then letters in their order, then what is alike."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from core.folding import fold_name

_LEAST = 60


@dataclass(frozen=True, slots=True)
class Choice:
    """A name that answers to what was typed.

    Attributes:
        place: Where the thing stands among those that were given.
        name: Which of its names it is.
        matched: The places in that name, folded, of the letters that were typed; none where it is only alike.
    """

    place: int
    name: str
    matched: tuple[int, ...] = ()


def choices(typed: str, names: Sequence[Sequence[str]], limit: int = 50) -> list[Choice]:
    """Return the things whose names answer to what was typed, the likeliest first; each thing once.

    Args:
        typed: Some letters or words.
        names: For each thing its name and its other names.
        limit: How many at most.
    """
    wanted = fold_name(typed)
    if not wanted:
        return [Choice(place, own[0]) for place, own in enumerate(names[:limit])]
    ranked: list[tuple[tuple[int, int, int, str], Choice]] = []
    unmatched: list[int] = []
    for place, own in enumerate(names):
        best = min(filter(None, (_match(wanted, place, number, name) for number, name in enumerate(own))), default=None)
        if best is None:
            unmatched.append(place)
        else:
            ranked.append(best)
    found = [choice for _, choice in sorted(ranked, key=lambda one: one[0])]
    if len(found) < limit and len(wanted) > 2:
        found += _like(wanted, names, unmatched, limit - len(found))
    return found[:limit]


def _match(wanted: str, place: int, number: int, name: str) -> tuple[tuple[int, int, int, str], Choice] | None:
    """Return how well a name matches, smaller being better, with the choice it makes."""
    folded = fold_name(name)
    if folded.startswith(wanted):
        return (0, number, len(folded), folded), Choice(place, name, tuple(range(len(wanted))))
    words = wanted.split()
    if all(word in folded for word in words):
        at = tuple(sorted({folded.index(word) + step for word in words for step in range(len(word))}))
        return (1, number, len(folded), folded), Choice(place, name, at)
    letters = _letters(wanted.replace(" ", ""), folded)
    if letters is not None:
        return (2, letters[-1] - letters[0], number, folded), Choice(place, name, letters)
    return None


def _letters(wanted: str, name: str) -> tuple[int, ...] | None:
    """Return where letters stand in a name in their order, the first at a word's beginning; None where they do not."""
    places: list[int] = []
    at = 0
    for letter in wanted:
        at = name.find(letter, at)
        if at < 0:
            return None
        if not places and at and name[at - 1].isalnum():
            return None
        places.append(at)
        at += 1
    return tuple(places)


def _like(wanted: str, names: Sequence[Sequence[str]], places: Sequence[int], limit: int) -> list[Choice]:
    spelt = {(place, name): fold_name(name) for place in places for name in names[place]}
    # Of a short name the letters lie somewhere in every long one.
    spelt = {key: folded for key, folded in spelt.items() if len(folded) * 3 >= len(wanted) * 2}
    found = process.extract(wanted, spelt, scorer=fuzz.WRatio, score_cutoff=_LEAST, limit=limit * 2)
    first: dict[int, Choice] = {}
    for _, _, (place, name) in found:
        first.setdefault(place, Choice(place, name))
    return list(first.values())[:limit]
