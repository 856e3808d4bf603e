"""The box of every character of a layer that tells where its words stand."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from core.records import Box, Word


def boxes_of_words(words: Sequence[Word], start: int, end: int) -> list[Box]:
    """Return a box for each character of ``[start, end)``; none at all where no word stands there.

    The characters of a word share its box in equal parts from left to right.  What belongs to no word takes its
    neighbour's box, the one before it where there is one.
    """
    found: list[Box | None] = [None] * (end - start)
    for word in words[bisect_left(words, start, key=lambda word: word.end) :]:
        if word.start >= end:
            break
        for position in range(max(word.start, start), min(word.end, end)):
            found[position - start] = _part(word, position)
    last = next((box for box in found if box is not None), None)
    filled: list[Box] = []
    for box in found:
        last = box or last
        if last is not None:
            filled.append(last)
    return filled


def _part(word: Word, position: int) -> Box:
    left, top, right, bottom = word.box
    count, step = word.end - word.start, position - word.start
    return left + (right - left) * step // count, top, left + (right - left) * (step + 1) // count, bottom
