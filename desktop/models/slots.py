"""What the keys 1 to 7 stand for: the concepts that were chosen for them, then those that are used most."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from commonplace.library.slots import COUNT
from core.records import Concept
from desktop.models.looks import slots_of


def filled_slots(
    concepts: Sequence[Concept], kept: Mapping[int, str], chosen: Mapping[int, str]
) -> list[Concept | None]:
    """Return a concept for each key, or None where there are fewer concepts than keys.

    Keys that are left go to the most used of the other concepts, as they stand in the tree where none is used; first
    to those whose colour is on no key, so that two keys look alike only where there is no other concept.

    Args:
        concepts: All there are.
        kept: The ids of those that were on the keys until now; they stay where nothing else was chosen.
        chosen: The ids of those that a person chose.
    """
    known = {concept.id: concept for concept in concepts}
    fixed = {number: known[id] for number, id in chosen.items() if id in known}
    placed = {concept.id for concept in fixed.values()}
    fixed |= {n: known[id] for n, id in kept.items() if n not in fixed and id in known and id not in placed}
    looks = slots_of(concepts)
    shown = {looks[concept.id] for concept in fixed.values()}
    taken = {concept.id for concept in fixed.values()}
    others = sorted((one for one in concepts if one.id not in taken), key=lambda one: -one.highlights)
    for number in range(COUNT):
        if number not in fixed and others:
            fixed[number] = next((one for one in others if looks[one.id] not in shown), others[0])
            others.remove(fixed[number])
            shown.add(looks[fixed[number].id])
    return [fixed.get(number) for number in range(COUNT)]
