"""Things that came in and may be the same as others that were here: proposals, of which nobody has said anything."""

from __future__ import annotations

from dataclasses import dataclass

from commonplace.library.duplicates import Proposal
from commonplace.library.duplicates import duplicates as proposals
from commonplace.library.session import Library
from db.survey import Surveyed

_MOST = 200


@dataclass(frozen=True, slots=True)
class Duplicate:
    """Two things that may be one.

    Attributes:
        kind: reference, concept or person.
        new: The id of the one that came.
        other: The id of the one that was here.
        name: What the one that came is called; ``other_name`` is the other one's.
        why: What speaks for it, as a proposal says.
    """

    kind: str
    new: str
    other: str
    name: str
    other_name: str
    why: str


def duplicates(library: Library, told: Surveyed) -> tuple[Duplicate, ...]:
    """Return the pairs, the surest first of each kind; of very many the first ones.

    Things that came together were two where they came from.
    """
    came = {"reference": told.new_references, "concept": told.new_concepts, "person": told.new_persons}
    new = {id for ids in came.values() for id in ids}
    kinds = [kind for kind, ids in came.items() if ids]
    found = [one for one in proposals(library, new, kinds) if not {one.a, one.b} <= new]
    return tuple(_duplicate(one, first=one.a in new) for one in found[:_MOST])


def _duplicate(one: Proposal, *, first: bool) -> Duplicate:
    (new, name), (other, other_name) = sorted(
        zip((one.a, one.b), one.names, strict=True), key=lambda pair: (pair[0] == one.a) != first
    )
    return Duplicate(one.kind, new, other, name, other_name, one.why)
