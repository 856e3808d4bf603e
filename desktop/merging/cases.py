"""A conflict as it is laid out to be settled: who said what, mine before theirs, and the words that differ."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from commonplace.library.conflicts import ConflictLine, HeadLine
from core.differences import Piece, word_differences


@dataclass(frozen=True, slots=True)
class Told:
    """One of the things that stand against each other.

    Attributes:
        mine: Whether the person of this computer said it.
        pieces: Its words in one row with those of the thing it is compared with.
        side: Which of the two it is in that row.
        result: What is shown now in one row with this: what would go and what would come.
    """

    head: HeadLine
    mine: bool
    pieces: tuple[Piece, ...]
    side: str
    result: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Case:
    """A conflict with all its sides, in the order in which they are shown."""

    line: ConflictLine
    sides: tuple[Told, ...]

    @property
    def shown(self) -> str:
        """What is shown as long as nobody chooses."""
        return "\n".join(one.head.value for one in self.sides if one.head.shown)


def case_of(line: ConflictLine, me: str) -> Case:
    """Lay a conflict out for somebody, by name: of two sides one's own comes first.

    The first is compared with the second, every further one with the first.
    """
    heads = (
        sorted(line.heads, key=lambda head: (head.person != me, head.number)) if len(line.heads) == 2 else line.heads
    )
    first, *others = heads
    shown = next((head for head in heads if head.shown), first)
    opposite = others[0] if others else first
    sides = [
        Told(first, first.person == me, word_differences(first.value, opposite.value), "before", _to(shown, first))
    ]
    for head in others:
        pieces = word_differences(first.value, head.value)
        sides.append(Told(head, head.person == me, pieces, "after", _to(shown, head)))
    return Case(line, tuple(sides))


def result_of(case: Case, chosen: Collection[int]) -> tuple[Piece, ...]:
    """Return what would stand if these were kept, by their numbers, in one row with what is shown now."""
    kept = [one for one in case.sides if one.head.number in chosen]
    if not kept:
        return (Piece("same", case.shown),) if case.shown else ()
    if len(kept) == 1:
        return kept[0].result
    between = "\n\n" if case.line.thing_kind == "note" else "\n"
    return (Piece("same", between.join(one.head.value for one in kept)),)


def toggled(case: Case, chosen: Sequence[int], number: int) -> tuple[int, ...]:
    """Return what is chosen after a number was chosen or taken back; where only one can stand, it alone."""
    if number not in {one.head.number for one in case.sides}:
        return tuple(chosen)
    if not case.line.several:
        return (number,)
    return tuple(one for one in chosen if one != number) if number in chosen else (*chosen, number)


def concerns(line: ConflictLine, id: str) -> bool:
    """Say whether a conflict is one of a source, highlight, concept or reference."""
    return id in (line.thing, line.source, line.highlight) or any(id in (head.version, head.raw) for head in line.heads)


def _to(shown: HeadLine, head: HeadLine) -> tuple[Piece, ...]:
    return word_differences(shown.value, head.value)
