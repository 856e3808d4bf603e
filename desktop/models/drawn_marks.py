"""Highlights as the reader draws them: each with the looks and the initials of its concepts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from commonplace.library.viewing import Marked
from core.records import Concept
from desktop.models.looks import slots_of
from desktop.reader.marks import Mark
from desktop.theme import UNTAGGED


def drawn_marks(marks: Iterable[Marked], concepts: Sequence[Concept]) -> list[Mark]:
    """Return marks to be drawn; what has no concept is grey."""
    slots = slots_of(concepts)
    names = {concept.id: concept.name for concept in concepts}
    return [
        Mark(
            one.highlight.id,
            one.highlight.anchor.ranges,
            one.highlight.anchor.area,
            tuple(slots[id] for id in one.highlight.concepts if id in slots) or (UNTAGGED,),
            " ".join(names[id][:2] for id in one.highlight.concepts if id in names),
        )
        for one in marks
    ]
