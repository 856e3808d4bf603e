"""Where the tokens of a folded text stand in the text that it was folded from.

Folding leaves marks of its way: how long each small piece of the text is, and how many tokens it has.  With them a
token of which only its number is known is found by looking at one piece alone.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

from core.accents import combined, may_combine
from core.folding import cut, token_places, tokens
from core.records import Range

# Longer ones would have more to be looked at for each hit, shorter ones take longer to fold.
_PIECE, _ASCII_PIECE = 96, 192

# Characters that fold by themselves wherever they stand, if no line end is beside a hyphen: those that words are
# made of, those that are a word each, and signs.
_LETTERS = "0-9A-Za-zÀ-ÖØ-öø-ĲĴ-ľŁ-ňŊ-ſƒșțȘȚΑ-ΡΣ-Ϋά-ώЀ-ҁҊ-ԧא-תء-غف-يẞạ-ỹ가-힣ﬀ-ﬆ"
_SINGLE = "々〇ぁ-ゖァ-ヺー一-鿼"
_SIGNS = "\x00-,./:-@\\[-_{-\x7f\xa0-§©«¬®°±¶·»¿×÷–—‘’“”„†‡•…′″←-⇿∀-⋿■-◿⟦-⟯、。〈-】（）！？：；・"
_is_plain = re.compile(f"(?:[{_LETTERS}{_SINGLE}{_SIGNS}]++|-(?!\\s*\n))*+").fullmatch
_plain_tokens = re.compile(f"[{_LETTERS}]+|[{_SINGLE}]").finditer


@dataclass(frozen=True, slots=True)
class FoldedUnit:
    """One row for the search index: a page or some blocks, ``[start, end)`` of the axis, folded, with its marks."""

    start: int
    end: int
    text: str
    marks: bytes


def folded_unit(text: str, start: int, end: int) -> FoldedUnit:
    """Fold a stretch of a text to be indexed; its ``text`` is what ``fold`` returns for that stretch."""
    folded, marks = fold_with_marks(text[start:end])
    return FoldedUnit(start, end, folded, marks)


def fold_with_marks(text: str) -> tuple[str, bytes]:
    """Return a text folded, and its marks, of 32 bits each: where its pieces end, then how many tokens end there."""
    source = combined(text)
    found: list[str] = []
    ends, counts = array("I"), array("I")
    end = 0
    for piece in cut(source, _ASCII_PIECE if source.isascii() else _PIECE):
        found += tokens(piece)
        ends.append(end := end + len(piece))
        counts.append(len(found))
    return " ".join(found), (ends + counts).tobytes()


def disjoint(found: Sequence[tuple[int, Sequence[int]]]) -> list[Range]:
    """Return where phrases stand, as ranges of tokens in reading order.

    Two places of one phrase never overlap; of those that begin together, or lie in one before, the longest is left.

    Args:
        found: For each phrase its number of tokens, and in order those that it begins at.
    """
    if len(found) == 1 and len(found[0][1]) == 1:
        ((length, (start,)),) = found
        return [(start, start + length)]
    places: set[Range] = set()
    for length, starts in found:
        done = 0
        for start in starts:
            if start >= done:
                done = start + length
                places.add((start, done))
    chosen: list[Range] = []
    done = 0
    for place in sorted(places, key=lambda place: (place[0], -place[1])):
        if place[1] > done:
            chosen.append(place)
            done = place[1]
    return chosen


class TokenPlaces:
    """The places of tokens in one text, which has to be the one that its marks are of."""

    __slots__ = ("_half", "_marks", "_text")

    def __init__(self, text: str, marks: bytes) -> None:
        self._text = text
        self._marks = array("I", marks)
        self._half = len(self._marks) // 2

    def place(self, first: int, end: int) -> Range | None:
        """Return where the tokens ``[first, end)`` stand, marks on their letters included; None where none do."""
        found = self._in_piece(first, end)
        if found and len(found) < end - first:
            found += self._in_piece(end - 1, end)
        return (found[0][0], found[-1][1]) if found else None

    def _in_piece(self, first: int, end: int) -> list[Range]:
        """Return the places of those of some tokens that are in the piece of the first."""
        marks, half = self._marks, self._half
        index = bisect_right(marks, first, half)
        if index >= 2 * half:
            return []
        low, before = (marks[index - 1 - half], marks[index - 1]) if index > half else (0, 0)
        high = marks[index - half]
        piece = self._text[low:high]
        if _is_plain(piece):
            found = islice(_plain_tokens(piece), first - before, end - before)
            return [(low + token.start(), low + token.end()) for token in found]
        if may_combine(piece):
            piece = combined(self._text)[low:high]
        return [(low + start, low + stop) for start, stop in token_places(piece)[first - before : end - before]]
