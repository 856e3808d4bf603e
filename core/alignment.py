"""Two readings of one page's text laid side by side, character by character."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import accumulate, pairwise

from rapidfuzz.distance import Indel

NOWHERE = -1
_LINES_AT_ONCE = 20_000


def align(ours: str, theirs: str) -> list[int]:
    """Return for each character of ours the place of the same character in theirs, or -1 where it has none.

    Places grow from left to right.  Equal texts cost nothing; others are compared by their differences, which takes
    time and memory with the product of their lengths beyond what they share at both ends.
    """
    if ours == theirs:
        return list(range(len(ours)))
    head = _shared_head(ours, theirs)
    tail = _shared_head(ours[head:][::-1], theirs[head:][::-1])
    places = list(range(head))
    places += _differing(ours[head : len(ours) - tail], theirs[head : len(theirs) - tail], head)
    places += range(len(theirs) - tail, len(theirs))
    return places


def align_lines(ours: str, theirs: str) -> list[int]:
    """As ``align``, for texts whose lines may stand in another order.

    Whole lines are found first, wherever they stand; what is left of both texts is compared by its differences.
    """
    if ours == theirs:
        return list(range(len(ours)))
    mine, other = _lines(ours), _lines(theirs)
    partners = _partners([ours[line] for line in mine], [theirs[line] for line in other])
    places = [NOWHERE] * len(ours)
    for at, partner in partners.items():
        places[mine[at]] = range(other[partner].start, other[partner].stop)
    met = set(partners.values())
    left = _characters(line for at, line in enumerate(mine) if at not in partners)
    free = _characters(line for at, line in enumerate(other) if at not in met)
    found = align("".join(map(ours.__getitem__, left)), "".join(map(theirs.__getitem__, free)))
    for at, place in zip(left, found, strict=True):
        if place != NOWHERE:
            places[at] = free[place]
    return places


def _lines(text: str) -> list[slice]:
    ends = list(accumulate(len(line) + 1 for line in text.split("\n")))
    if text.endswith("\n"):
        ends.pop()
    else:
        ends[-1] = len(text)
    return [slice(start, end) for start, end in pairwise([0, *ends])]


def _characters(lines: Iterable[slice]) -> list[int]:
    return [at for line in lines for at in range(line.start, line.stop)]


def _partners(ours: Sequence[str], theirs: Sequence[str]) -> dict[int, int]:
    """Return which lines are the same: those that stand once in each text, and equal ones next to such pairs."""
    our_counts, their_counts = Counter(ours), Counter(theirs)
    where = {line: at for at, line in enumerate(theirs) if their_counts[line] == 1}
    partners = {at: where[line] for at, line in enumerate(ours) if line in where and our_counts[line] == 1}
    free = set(range(len(theirs))) - set(partners.values())
    for step in (1, -1):
        for at in range(len(ours))[::step]:
            beside = partners.get(at - step)
            if at in partners or beside is None or beside + step not in free or ours[at] != theirs[beside + step]:
                continue
            partners[at] = beside + step
            free.remove(beside + step)
    return partners


def _shared_head(one: str, other: str) -> int:
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[:middle] == other[:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def _differing(ours: str, theirs: str, offset: int) -> list[int]:
    places = [NOWHERE] * len(ours)
    if len(ours) > _LINES_AT_ONCE or len(theirs) > _LINES_AT_ONCE:
        return _by_halves(ours, theirs, offset)
    for change in Indel.opcodes(ours, theirs):
        if change.tag == "equal":
            for step in range(change.src_end - change.src_start):
                places[change.src_start + step] = offset + change.dest_start + step
    return places


def _by_halves(ours: str, theirs: str, offset: int) -> list[int]:
    """Part texts too long to compare at once where a stretch from the middle of ours is found in theirs."""
    middle = len(ours) // 2
    probe = ours[middle : middle + 200]
    found = theirs.find(probe) if len(probe) == 200 else -1
    if found < 0:
        return [NOWHERE] * len(ours)
    left = align(ours[:middle], theirs[:found])
    right = align(ours[middle:], theirs[found:])
    return [place if place == NOWHERE else place + offset for place in left] + [
        place if place == NOWHERE else place + offset + found for place in right
    ]
