"""Which of several places of some words is meant: the one with the same words around it.

All texts here are squeezed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from rapidfuzz import fuzz

from core.folding import is_cjk
from core.records import Range

_MANY = 2000
_FEW = 5
_SIDE_AGREES = 85
_CLEARLY_BETTER = 10
# Three words or so, or five characters of Japanese.
_ENOUGH = 15


@dataclass(frozen=True, slots=True)
class Wanted:
    """Words, and what stood before and after them."""

    words: str
    before: str
    after: str

    @property
    def close_before(self) -> str:
        """What stood right before the words: as much as is telling."""
        return _telling(self.before[::-1])[::-1]

    @property
    def close_after(self) -> str:
        return _telling(self.after)


@dataclass(frozen=True, slots=True)
class Ranked:
    """A place of the words; ``side`` is how well the better of its surroundings agrees, ``total`` how well both do."""

    at: int
    side: float
    total: float

    @property
    def agrees(self) -> bool:
        return self.side >= _SIDE_AGREES


def every(text: str, words: str) -> Iterator[int]:
    """Yield each place of some words, overlapping ones too."""
    at = text.find(words)
    while at >= 0:
        yield at
        at = text.find(words, at + 1)


def stands_twice(text: str, words: str) -> bool:
    """Say whether some words stand at two places or more, which may overlap."""
    return len(list(islice(every(text, words), 2))) == 2


def only_place(text: str, wanted: Wanted) -> int | None:
    """Return the place where the words stand in exactly their surroundings, where there is but one."""
    found = list(islice(every(text, wanted.before + wanted.words + wanted.after), 2))
    return found[0] + len(wanted.before) if len(found) == 1 else None


def place_beside(text: str, former: str, wanted: Wanted) -> int | None:
    """Return where the words stand with what stood right before or right after them in the former text.

    Both together must be telling and stand once in either text; where the two sides lead apart it is neither place.
    """
    found: set[int] = set()
    for before, after in ((wanted.close_before, ""), ("", wanted.close_after)):
        beside = before + wanted.words + after
        if len(beside) > len(wanted.words) and is_telling(beside) and not stands_twice(former, beside):
            here = list(islice(every(text, beside), 2))
            found.update(at + len(before) for at in here)
            if len(here) == 2:
                return None
    return found.pop() if len(found) == 1 else None


def stretches_beside(text: str, wanted: Wanted, most: int) -> list[Range]:
    """Return the stretches of so many characters that follow what stood before the words, or precede what followed."""
    before, after = wanted.close_before, wanted.close_after
    found: list[Range] = []
    if is_telling(before):
        ends = (at + len(before) for at in islice(every(text, before), _FEW))
        found += [(end, min(end + most, len(text))) for end in ends]
    if is_telling(after):
        found += [(max(0, at - most), at) for at in islice(every(text, after), _FEW)]
    return [(start, end) for start, end in found if start < end]


def places(text: str, wanted: Wanted) -> list[int]:
    """Return the places of the words that have something of their surroundings; all where none has."""
    before, after = wanted.close_before, wanted.close_after
    found: set[int] = set()
    if before:
        found.update(at + len(before) for at in _some(every(text, before + wanted.words)))
    if after:
        found.update(_some(every(text, wanted.words + after)))
    return sorted(found) or _some(every(text, wanted.words))


def ranked(text: str, wanted: Wanted, found: Iterable[int]) -> list[Ranked]:
    """Return the places, the one with the likest surroundings first."""
    return sorted((_rank(text, wanted, at) for at in found), key=lambda one: -one.total)


def is_clear(found: Sequence[Ranked]) -> bool:
    """Say whether the first place is the one that is meant, and no other could be."""
    first = found[0]
    if not first.agrees:
        return False
    second = found[1].total if len(found) > 1 else 0.0
    return second < 100 if first.total == 100 else first.total - second >= _CLEARLY_BETTER


def between(text: str, wanted: Wanted, most: int) -> Range | None:
    """Return the one stretch, of at most so many characters, that stands between what stood around the words."""
    before, after = wanted.close_before, wanted.close_after
    if not (is_telling(before) and is_telling(after)):
        return None
    found: dict[int, int] = {}
    for at in _some(every(text, before)):
        start = at + len(before)
        end = text.find(after, start, start + most + len(after))
        if end > start:
            found[end] = start  # of several beginnings the one that is closest
    return next((start, end) for end, start in found.items()) if len(found) == 1 else None


def is_telling(words: str, enough: int = _ENOUGH) -> bool:
    """Say whether words are enough to be known by."""
    return _weight(words[:enough]) >= enough


def _telling(text: str) -> str:
    """Return as much of a text's beginning as is telling, or all of it."""
    return next((text[:end] for end in range(1, len(text)) if _weight(text[:end]) >= _ENOUGH), text)


def _weight(words: str) -> int:
    return sum(3 if is_cjk(char) else 1 for char in words)


def _some(found: Iterator[int]) -> list[int]:
    return list(islice(found, _MANY))


def _rank(text: str, wanted: Wanted, at: int) -> Ranked:
    end = at + len(wanted.words)
    sides = [
        fuzz.ratio(wanted.before, text[max(0, at - len(wanted.before)) : at]),
        fuzz.ratio(wanted.after, text[end : end + len(wanted.after)]),
    ]
    # At the beginning or the end of a text there is nothing to compare on that side.
    told = [side for side, own in zip(sides, (wanted.before, wanted.after), strict=True) if own]
    return Ranked(at, max(told, default=0.0), sum(told) / len(told) if told else 0.0)
