"""Marks that lie over each other: which of them is next.  Knows no widget."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from core.records import Range


def next_overlapping(passages: Mapping[str, Sequence[Range]], current: str) -> str:
    """Return the id of the next passage that shares text with the current one, in a round; itself where it is alone.

    Args:
        passages: Ranges by id, in reading order.
        current: An id of them.
    """
    own = passages.get(current, ())
    round_of = [id for id, ranges in passages.items() if id == current or _meet(own, ranges)]
    return round_of[(round_of.index(current) + 1) % len(round_of)] if current in round_of else current


def _meet(some: Sequence[Range], others: Sequence[Range]) -> bool:
    return any(start < other_end and other_start < end for start, end in some for other_start, other_end in others)
