"""The way between an axis of code points and Qt's positions.

Qt counts UTF-16 units, has a character more for each picture, and one only between two blocks, whatever lies there
on the axis.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable

from core.records import Range

_WIDE = re.compile("[\U00010000-\U0010ffff]")


class Offsets:
    """Positions of one text, both ways; a position inside what the other side has no place for goes to its edge."""

    def __init__(self, text: str, blocks: Iterable[Range], pictures: Iterable[int] = ()) -> None:
        """Take a text.

        Args:
            text: The canonical text.
            blocks: The stretches of it that Qt has as its blocks, in order.
            pictures: Beginnings of blocks before which Qt has a picture.
        """
        # Between two of these places both count alike.
        self._here: list[int] = []
        self._there: list[int] = []
        shown = set(pictures)
        at = 0
        for start, end in blocks:
            self._mark(start, at)
            if start in shown:
                at += 1
                self._mark(start, at)
            for found in _WIDE.finditer(text, start, end):
                self._mark(found.end(), self._there[-1] + found.start() + 2 - self._here[-1])
            at = self._there[-1] + end - self._here[-1]
            self._mark(end, at)
            at += 1

    def to_qt(self, position: int) -> int:
        """Return Qt's position of one on the axis; before a picture's block that after the picture."""
        return _across(position, self._here, self._there)

    def to_text(self, position: int) -> int:
        """Return the position on the axis of one of Qt's."""
        return _across(position, self._there, self._here)

    def _mark(self, here: int, there: int) -> None:
        self._here.append(here)
        self._there.append(there)


def _across(position: int, near: list[int], far: list[int]) -> int:
    place = bisect_right(near, position) - 1
    if place < 0:
        return 0
    found = far[place] + position - near[place]
    return min(found, far[place + 1]) if place + 1 < len(far) else min(found, far[place])
