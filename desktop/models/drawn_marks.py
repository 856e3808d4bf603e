"""Highlights as the reader draws them: each with the looks and the initials of its concepts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from commonplace.library.viewing import Marked
from core.records import Concept, Range
from desktop.models.looks import slots_of
from desktop.reader.marks import Mark
from desktop.theme import UNTAGGED, Slot


def drawn_marks(marks: Iterable[Marked], concepts: Sequence[Concept]) -> list[Mark]:
    """Return marks to be drawn; what has no concept is grey."""
    slots = slots_of(concepts)
    names = {concept.id: concept.name for concept in concepts}
    anchors = ((one.highlight, one.highlight.anchor) for one in marks)
    return [Mark(one.id, anchor.ranges, anchor.area, *_looks(one.concepts, slots, names)) for one, anchor in anchors]


def new_mark(ranges: Sequence[Range], tags: Sequence[str], concepts: Sequence[Concept]) -> Mark:
    """Return a mark that is about to be made, without an id yet."""
    names = {concept.id: concept.name for concept in concepts}
    return Mark("", tuple(ranges), None, *_looks(tags, slots_of(concepts), names))


def _looks(tags: Sequence[str], slots: Mapping[str, Slot], names: Mapping[str, str]) -> tuple[tuple[Slot, ...], str]:
    """Return the slots and the initials of concepts."""
    shown = tuple(slots[id] for id in tags if id in slots) or (UNTAGGED,)
    return shown, " ".join(names[id][:2] for id in tags if id in names)
