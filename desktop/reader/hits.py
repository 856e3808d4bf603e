"""The places of a search in the open document, and which of them is shown."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from core.records import Range


@dataclass(frozen=True, slots=True)
class Hits:
    """Places in reading order, without overlaps; ``current`` is the number of one of them, or -1."""

    ranges: Sequence[Range] = ()
    current: int = -1

    def between(self, start: int, end: int) -> list[Range]:
        """Return the places that share text with ``[start, end)``."""
        first = bisect_left(self.ranges, start, key=lambda place: place[1])
        last = bisect_left(self.ranges, end, key=lambda place: place[0])
        return [place for place in self.ranges[first:last] if place[1] > start]

    @property
    def shown(self) -> Range | None:
        """The place that is shown."""
        return self.ranges[self.current] if 0 <= self.current < len(self.ranges) else None
