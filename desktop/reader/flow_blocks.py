"""The blocks of a flowing document as they are shown, and how tall they may be.  Knows no widget.

No block that is shown is so long that laying it out would be felt; a longer one is shown as several, cut at a line's
end, else at a blank.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import accumulate

from core.records import Block, Layer
from desktop.reader.flow_tables import Shown, in_rows

LONGEST = 3000
_CHUNK = 256
_LOOKED_AT = 200


def shown_blocks(layer: Layer) -> Sequence[Shown]:
    """Return a layer's blocks, tables in rows and long ones in parts; a part has the spans that touch it."""
    blocks: Sequence[Block] = layer.blocks
    if any(block.end - block.start > LONGEST for block in blocks):
        blocks = [part for block in blocks for part in _parts(layer.text, block)]
    return in_rows(layer.text, blocks)


def block_at(blocks: Sequence[Shown], position: int) -> int:
    """Return the number of the block that a position of the axis lies in, or that it follows; there is one."""
    return max(bisect_right(blocks, position, key=lambda block: block.start) - 1, 0)


def runs_leftwards(text: str) -> bool:
    """Return whether a paragraph is one of a script that is written from right to left, by its first letter."""
    for char in text[:_LOOKED_AT]:
        way = unicodedata.bidirectional(char)
        if way in ("L", "R", "AL"):
            return way != "L"
    return False


def _parts(text: str, block: Block) -> Iterator[Block]:
    if block.end - block.start <= LONGEST:
        yield block
        return
    starts = [block.start, *_cuts(text, block)]
    ends = [*starts[1:], block.end]
    touching: list[list[int]] = [[] for _ in starts]
    for number, span in enumerate(block.spans):
        first = max(bisect_right(starts, span.start) - 1, 0)
        last = max(bisect_right(starts, max(span.end - 1, span.start)) - 1, first)
        for part in range(first, last + 1):
            touching[part].append(number)
    for start, end, spans in zip(starts, ends, touching, strict=True):
        # The line's end or the blank at which it is cut is not shown besides.
        shown = end - 1 if end < block.end and text[end - 1].isspace() else end
        own = [block.spans[number] for number in spans]
        fitted = [replace(span, start=max(span.start, start), end=min(span.end, shown)) for span in own]
        yield replace(block, start=start, end=shown, spans=tuple(fitted))


def _cuts(text: str, block: Block) -> Iterator[int]:
    at = block.start
    while block.end - at > LONGEST:
        end = at + LONGEST
        cut = next((place for sign in "\n 。、" if (place := text.rfind(sign, at + LONGEST // 2, end)) >= 0), end - 1)
        at = cut + 1
        yield at


class Heights:
    """The heights of many things below each other: those that were measured, and guesses for the others."""

    def __init__(self, count: int, guess: Callable[[int, int], float]) -> None:
        """Take so many things; ``guess`` says about how tall those from one number up to another are together."""
        self._count = count
        self._guess = guess
        self._known: dict[int, list[float]] = {}
        self._sums = [guess(first, min(first + _CHUNK, count)) for first in range(0, count, _CHUNK)]
        self._tops: list[float] = []
        self._add_up()

    @property
    def total(self) -> float:
        return self._tops[-1]

    def set(self, number: int, height: float) -> None:
        """Take what was measured."""
        chunk, place = divmod(number, _CHUNK)
        known = self._chunk(chunk)
        if known[place] != height:
            known[place] = height
            self._sums[chunk] = sum(known)
            self._add_up()

    def top(self, number: int) -> float:
        """Return where a thing begins."""
        chunk, place = divmod(number, _CHUNK)
        return self._tops[chunk] + sum(self._chunk(chunk)[:place]) if place else self._tops[chunk]

    def at(self, y: float) -> int:
        """Return the number of the thing at a height; the first or the last beyond the ends."""
        chunk = max(min(bisect_right(self._tops, y) - 1, len(self._sums) - 1), 0)
        tops = list(accumulate(self._chunk(chunk), initial=self._tops[chunk]))
        return chunk * _CHUNK + max(min(bisect_right(tops, y) - 1, len(tops) - 2), 0)

    def _chunk(self, chunk: int) -> list[float]:
        if chunk not in self._known:
            first = chunk * _CHUNK
            known = [self._guess(number, number + 1) for number in range(first, min(first + _CHUNK, self._count))]
            self._known[chunk] = known
            self._sums[chunk] = sum(known)
            self._add_up()
        return self._known[chunk]

    def _add_up(self) -> None:
        self._tops = list(accumulate(self._sums, initial=0.0))
