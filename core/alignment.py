"""Two readings of one page's text laid side by side, character by character."""

from __future__ import annotations

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
