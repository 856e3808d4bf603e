"""Which pages need a closer look at their lines: told from the blocks that MuPDF's fast text comes in."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property
from itertools import accumulate
from typing import TypeAlias

from commonplace.documents.fixed.notes import NOTE_START, STARTERS
from commonplace.documents.fixed.order import is_right_to_left

Block: TypeAlias = tuple[float, float, float, float, str]
"""Left, top, right, bottom and text, line by line."""

_ROWS = 6
_SUBSTANCE = 60
_CROWDED = 1.2
_SHORTEST = 13
_SHORTEST_CJK = 7
_CROWDED_CJK = 0.7
_SCATTERED = 8
_SHORT = 16
_ROWS_BESIDE = 4


def may_be_disordered(blocks: Sequence[Block], text: str) -> bool:
    """Return whether the blocks of a page show columns drawn line by line, or text drawn after what stands below it."""
    way = _Way(text)
    highest = float("inf")
    pitch = 0.0
    crowd = _Crowd()
    scattered = _Scattered(way)
    last: Block | None = None
    for block in blocks:
        left, top, right, bottom, said = block
        rows = said.count("\n")
        letters = len(said)
        if rows > 1:
            if scattered.count:
                scattered.end()
            # The widest line has no fewer characters than the average one.
            if (bottom - top) * letters > _CROWDED * (right - left) * rows * rows:
                crowd.end()
            elif crowd.with_next(block, rows):
                return True
        else:
            crowd.end()
            if bottom <= highest and pitch and bottom - top > 1.25 * pitch and letters > 5:
                return True
            if scattered.with_next(block):
                return True
        if letters >= _SUBSTANCE:
            if last is not None and _is_out_of_order(last, block, way):
                return True
            last = block
            if rows > 1 and (bottom - top) / rows > pitch:
                pitch = (bottom - top) / rows
        highest = min(highest, top)
    return False


class _Way:
    """Which way a page's text runs; asked for on few pages, and found out once."""

    def __init__(self, text: str) -> None:
        self._text = text

    @cached_property
    def mirrored(self) -> bool:
        return is_right_to_left(self._text)


class _Crowd:
    """Blocks that follow each other and may be crowded; each is measured only where there are enough of them."""

    def __init__(self) -> None:
        self._waiting: list[tuple[Block, int]] = []
        self._known = self._rows = 0

    def end(self) -> None:
        """Forget the blocks so far: one that is not crowded comes between."""
        if self._rows:
            self._waiting.clear()
            self._known = self._rows = 0

    def with_next(self, block: Block, rows: int) -> bool:
        """Return whether the blocks so far, with the next one, are crowded and hold as many rows as columns do."""
        self._waiting.append((block, rows))
        self._rows += rows
        if rows < _ROWS and self._rows < 2 * _ROWS:
            return False
        crowded = 0
        # From the last one back: the first that is not crowded parts those before it from the others.
        while self._waiting and _is_crowded(*self._waiting[-1]):
            crowded += self._waiting.pop()[1]
        if crowded and rows >= _ROWS:
            return True
        self._known = crowded if self._waiting else self._known + crowded
        self._rows = self._known
        self._waiting.clear()
        return self._known >= 2 * _ROWS


class _Scattered:
    """Blocks of one line that follow each other, as where each line of a page is a block of its own."""

    def __init__(self, way: _Way) -> None:
        self._way = way
        self._last: Block | None = None
        self.end()

    def end(self) -> None:
        """Forget the lines so far: another kind of block comes between."""
        self.count = self._beside = 0
        self._torn = False
        self._last = None

    def with_next(self, block: Block) -> bool:
        """Return whether the lines so far, with the next one, are drawn across columns or out of their order."""
        if len(block[4]) <= _SHORT:
            if self.count:
                self.end()
            return False
        self.count += 1
        if self._last is not None:
            self._beside += _is_beside(self._last, block)
            self._torn = self._torn or _is_out_of_order(self._last, block, self._way)
        self._last = block
        return self.count > _SCATTERED and (self._torn or self._beside >= _ROWS_BESIDE)


def _is_crowded(block: Block, rows: int) -> bool:
    """Return whether a block holds more lines of running text than fit below each other, for its characters' width."""
    left, top, right, bottom, text = block
    crowd = (bottom - top) * max(map(len, text.split("\n"))) / (max(right - left, 0.1) * rows)
    if crowd >= _CROWDED:
        return False
    shortest = _SHORTEST
    if not text.isascii() and _is_wide(text):
        shortest = _SHORTEST_CJK
        if crowd >= _CROWDED_CJK:
            return False
    # Columns of running text are filled, be one twice as wide as the other; of tables and lists many lines are short.
    lengths = sorted(map(len, text.replace(". ", "").split("\n")))
    filled = lengths[rows // 2] >= 0.3 * lengths[-1] and lengths[3 * rows // 4] >= 0.6 * lengths[-1]
    return filled and lengths[3 * rows // 10 + 1] >= shortest


def _is_wide(text: str) -> bool:
    return max(text) >= "\u3000" and 2 * sum("\u3000" <= char <= "\uffef" for char in text) > len(text)


def _is_beside(one: Block, other: Block) -> bool:
    """Return whether two lines stand at one height."""
    apart = one[2] <= other[0] or other[2] <= one[0]
    return apart and one[1] + one[3] < 2 * other[3] and one[1] + one[3] > 2 * other[1]


def _is_out_of_order(one: Block, other: Block, way: _Way) -> bool:
    """Return whether the second of two blocks would be read before the first."""
    if other[3] <= one[1] + 1:
        # A next column begins above the end of the one before.
        return other[2] > one[0] if way.mirrored else other[0] < one[2]
    beside = other[1] < one[3] - 1 and other[3] > one[1] + 1
    if not beside or not (other[0] >= one[2] if way.mirrored else other[2] <= one[0]):
        return False
    # What is drawn in the margin after the text is no column of it.
    narrow, wide = sorted((one[2] - one[0], other[2] - other[0]))
    return narrow > 0.5 * wide


_HIRAGANA = re.compile("\n[\u3041-\u309f\u30fc \u3000]{1,24}\n")
_CLOSERS = frozenset(";:!?)]”’\"'»」』。、）〕］注註※*∗＊(（[〔［")
_AFTER_WORD = frozenset(" \n\t\u00a0,.;:!?)]”’\"'»–—")
# Lines that are numbers alone are the marks of notes where they are few, and the numbers of lines where they are many.
_FEW = 6


# Lines that begin as notes do, and whether they are bare: nothing but the note's name.
_NOTES = re.compile(rf"\n(?=[{re.escape(STARTERS)}]){NOTE_START.pattern}(?P<bare>(?=\s*?\n))?")


def may_have_notes(blocks: Sequence[Block], text: str) -> bool:
    """Return whether a line of a low block begins with what also stands at the end of a word."""
    # The newline before the first line moves all places by one.
    starts = [(found.end() - 1, found[1], found["bare"] is not None) for found in _NOTES.finditer(f"\n{text}")]
    few = sum(is_bare for _, _, is_bare in starts) <= _FEW
    foot = _Foot(blocks)
    called: dict[tuple[str, bool], bool] = {}
    for at, name, is_bare in starts:
        if (is_bare and not few) or not foot.holds(at):
            continue
        if (name, is_bare) not in called:
            called[name, is_bare] = _is_attached(text, name, is_bare, few=few)
        if called[name, is_bare]:
            return True
    return False


class _Foot:
    """What of a page stands low in its column: no long block but notes begins below it."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        self._blocks = blocks
        self._ends = list(accumulate(len(block[4]) for block in blocks))
        self._long = [block for block in blocks if len(block[4]) > 2 * _SUBSTANCE and not NOTE_START.match(block[4])]

    def holds(self, at: int) -> bool:
        """Return whether a place of the page's text is in such a block."""
        block = self._blocks[min(bisect_right(self._ends, at), len(self._blocks) - 1)]
        left, _, right, bottom, _ = block
        return not any(other[1] >= bottom - 1 and other[0] < right and left < other[2] for other in self._long)


def may_have_readings(text: str) -> bool:
    """Return whether a line of a Japanese page is hiragana alone, as readings above words are."""
    return not text.isascii() and _HIRAGANA.search(f"\n{text}\n") is not None


def _is_attached(text: str, name: str, is_bare: bool, *, few: bool) -> bool:
    """Return whether a number or sign closes a word or sentence, or, unless a note has it so, is a line of its own."""
    at = text.find(name, 1)
    while at >= 0:
        before, after = text[at - 1], text[at + len(name) : at + len(name) + 1]
        # Of decimals the point is no end of a sentence.
        ends = before in _CLOSERS or (before in ".," and not text[at - 2].isdecimal())
        word = before.isalpha() and (not after or after in _AFTER_WORD or after > "\u2e80")
        own_line = few and not is_bare and before == after == "\n" and not text[at - 2].isdecimal()
        if (ends or word or own_line) and not after.isdecimal():
            return True
        at = text.find(name, at + 1)
    return False
