"""The marks of a flowing document by block, so that ten thousand of them cost no more than those in sight."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.reader.flow_blocks import block_at
from desktop.reader.flow_tables import Shown
from desktop.reader.marks import Mark, stacked


class FlowMarks:
    """The marks of one document."""

    def __init__(self, marks: Sequence[Mark], blocks: Sequence[Shown]) -> None:
        self._marks = {mark.id: mark for mark in marks}
        self._by_block: dict[int, list[Mark]] = {}
        for mark in stacked(marks) if blocks else ():
            touched = {number for start, end in mark.ranges for number in _numbers(blocks, start, end)}
            for number in sorted(touched):
                self._by_block.setdefault(number, []).append(mark)

    def get(self, id: str) -> Mark | None:
        return self._marks.get(id)

    def in_block(self, number: int) -> Sequence[Mark]:
        """Return the marks of a block in reading order."""
        return self._by_block.get(number, ())

    def at(self, blocks: Sequence[Shown], position: int) -> list[str]:
        """Return the ids of the marks at a position of the axis, the shortest first."""
        found = [
            (sum(end - start for start, end in mark.ranges), mark.id)
            for mark in self.in_block(block_at(blocks, position))
            if any(start <= position < end for start, end in mark.ranges)
        ]
        return [id for _, id in sorted(found)]


def _numbers(blocks: Sequence[Shown], start: int, end: int) -> range:
    return range(block_at(blocks, start), block_at(blocks, max(end - 1, start)) + 1)
