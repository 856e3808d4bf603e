"""How concepts look: the colour that was given to each, else one of its own that no renaming changes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from core.records import Concept
from desktop.theme import SLOTS, Slot, slot_named

_DIGITS = 6


def slots_of(concepts: Iterable[Concept]) -> dict[str, Slot]:
    """Return each concept's looks by its id.

    Without a colour of its own it has one by its id, which never changes; where that is taken, the next.
    """
    found: dict[str, Slot] = {}
    plain: list[str] = []
    for concept in concepts:
        if slot := slot_named(concept.colour):
            found[concept.id] = slot
        else:
            plain.append(concept.id)
    taken: Counter[int] = Counter()
    for id in sorted(plain):
        first = int(id[:_DIGITS], 16) % len(SLOTS)
        turns = [(first + step) % len(SLOTS) for step in range(len(SLOTS))]
        place = min(turns, key=lambda turn: taken[turn])
        taken[place] += 1
        found[id] = SLOTS[place]
    return found


def free_colours(concepts: Sequence[Concept], number: int) -> list[str]:
    """Return colours for so many new concepts: each time the first of those that the fewest have."""
    taken = Counter(slot.base for slot in slots_of(concepts).values())
    found: list[str] = []
    for _ in range(number):
        colour = min((slot.base for slot in SLOTS), key=lambda base: taken[base])
        taken[colour] += 1
        found.append(colour)
    return found
