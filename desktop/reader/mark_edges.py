"""The two ends of a marked passage, moved: pure functions on its ranges."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, TypeAlias

from core.records import Range

Edge: TypeAlias = Literal["start", "end"]


def edge_of(ranges: Sequence[Range], edge: Edge) -> int:
    return ranges[0][0] if edge == "start" else ranges[-1][1]


def moved_edge(ranges: Sequence[Range], edge: Edge, position: int) -> tuple[Range, ...]:
    """Return a passage with one end elsewhere; at least a character of its outermost range stays."""
    if edge == "start":
        end = ranges[0][1]
        return (max(min(position, end - 1), 0), end), *ranges[1:]
    start = ranges[-1][0]
    return *ranges[:-1], (start, max(position, start + 1))
