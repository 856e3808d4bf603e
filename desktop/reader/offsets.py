"""The way between an axis of code points and Qt's positions, which count UTF-16 units, in one stretch of text."""

from __future__ import annotations

import re
from bisect import bisect_right

_WIDE = re.compile("[\U00010000-\U0010ffff]")


class Offsets:
    """Positions of one stretch, both ways; Qt's count from its beginning, and what lies outside goes to its edge.

    A position inside a wide character goes to its end.
    """

    def __init__(self, text: str, start: int, end: int) -> None:
        """Take ``[start, end)`` of a text."""
        # Between two of these places both count alike.
        self._here, self._there = [start], [0]
        for found in _WIDE.finditer(text, start, end):
            self._there.append(self._there[-1] + found.end() - self._here[-1] + 1)
            self._here.append(found.end())
        self._there.append(self._there[-1] + end - self._here[-1])
        self._here.append(end)

    def to_qt(self, position: int) -> int:
        """Return Qt's position of one on the axis."""
        return _across(position, self._here, self._there)

    def to_text(self, position: int) -> int:
        """Return the position on the axis of one of Qt's."""
        return _across(position, self._there, self._here)


def _across(position: int, near: list[int], far: list[int]) -> int:
    place = max(bisect_right(near, position) - 1, 0)
    found = far[place] + max(position - near[place], 0)
    return min(found, far[place + 1]) if place + 1 < len(far) else far[-1]
