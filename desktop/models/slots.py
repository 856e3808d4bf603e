"""What the keys 1 to 7 stand for: the concepts that were chosen for them, then those that are used most."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from commonplace.library.slots import COUNT
from core.records import Concept


def filled_slots(
    concepts: Sequence[Concept], kept: Mapping[int, str], chosen: Mapping[int, str]
) -> list[Concept | None]:
    """Return a concept for each key, or None where there are fewer concepts than keys.

    Keys that are left go to the most used of the other concepts, as they stand in the tree where none is used.

    Args:
        concepts: All there are.
        kept: The ids of those that were on the keys until now; they stay where nothing else was chosen.
        chosen: The ids of those that a person chose.
    """
    known = {concept.id: concept for concept in concepts}
    fixed = {number: known[id] for number, id in chosen.items() if id in known}
    placed = {concept.id for concept in fixed.values()}
    fixed |= {n: known[id] for n, id in kept.items() if n not in fixed and id in known and id not in placed}
    taken = {concept.id for concept in fixed.values()}
    others = iter(sorted((one for one in concepts if one.id not in taken), key=lambda one: -one.highlights))
    return [fixed.get(number) or next(others, None) for number in range(COUNT)]
