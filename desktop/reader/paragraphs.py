"""Paragraphs of a page, seen from where its lines stand: one ends before a gap, an indent or another size of type.

Lines are looked at along and across the way they run, so vertical and right-to-left writing need no rule of their own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from core.records import Box, Range

_WIDEST_GAP = 0.9
_SIZES_APART = 1.25
_INDENT = 0.6
_LINE = re.compile(r"[^\n]+")
_ENDS = re.compile(r"[.!?:;。．！？：…][\"'”’)\]」』）]*\s*$")


@dataclass(frozen=True, slots=True)
class _Line:
    """A line: where it stands along the way it is read, and across it, both growing as one reads on."""

    start: int
    end: int
    text: str
    first: int
    last: int
    top: int
    bottom: int
    upright: bool

    @property
    def size(self) -> int:
        return max(self.bottom - self.top, 1)


def paragraph_of(text: str, boxes: Sequence[Box], position: int) -> Range:
    """Return the paragraph of a page's text that a position lies in.

    Args:
        text: The page's stretch of the axis.
        boxes: A box for each of its characters.
        position: Counted from the page's beginning.
    """
    lines = _lines(text, boxes)
    if not lines:
        return 0, len(text)
    here = next((number for number, line in enumerate(lines) if position <= line.end), len(lines) - 1)
    first = last = here
    while first > 0 and _goes_on(lines, first - 1):
        first -= 1
    while last + 1 < len(lines) and _goes_on(lines, last):
        last += 1
    return lines[first].start, lines[last].end


def _lines(text: str, boxes: Sequence[Box]) -> list[_Line]:
    return [
        _line(found[0], found.start(), [boxes[place] for place in range(*found.span()) if not text[place].isspace()])
        for found in _LINE.finditer(text)
        if found[0].strip()
    ]


def _line(text: str, start: int, boxes: Sequence[Box]) -> _Line:
    left, top = min(box[0] for box in boxes), min(box[1] for box in boxes)
    right, bottom = max(box[2] for box in boxes), max(box[3] for box in boxes)
    across, down = boxes[-1][0] - boxes[0][0], boxes[-1][1] - boxes[0][1]
    end = start + len(text)
    if abs(down) > abs(across):
        return _Line(start, end, text, top, bottom, -right, -left, upright=True)
    if across < 0:
        return _Line(start, end, text, -right, -left, top, bottom, upright=False)
    return _Line(start, end, text, left, right, top, bottom, upright=False)


def _goes_on(lines: Sequence[_Line], number: int) -> bool:
    """Return whether a line and the next are of one paragraph."""
    one, other = lines[number], lines[number + 1]
    if one.upright != other.upright or max(one.size, other.size) > _SIZES_APART * min(one.size, other.size):
        return False
    if other.text[0] == "\u3000":
        return False
    if other.top < one.top - one.size:
        # Another column: what stops in the middle of a sentence goes on there.
        return _ENDS.search(one.text) is None
    if other.top - one.bottom > _WIDEST_GAP * min(one.size, other.size):
        return False
    return not _is_indented(lines, number + 1)


def _is_indented(lines: Sequence[_Line], number: int) -> bool:
    """Return whether a line stands further in than its neighbours; where more lines do, only their first hangs out."""
    line, before = lines[number], lines[number - 1]
    indent = line.first - before.first
    if indent <= _INDENT * line.size or indent > (before.last - before.first) / 2:
        return False
    if number + 1 < len(lines) and abs(lines[number + 1].first - line.first) < _INDENT * line.size / 2:
        return _ENDS.search(before.text) is not None and before.last < line.last - 2 * line.size
    return True
