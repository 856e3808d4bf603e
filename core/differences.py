"""Which words differ between two texts, to be shown side by side or in one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Literal, TypeAlias

from rapidfuzz.distance import Indel

from core.folding import is_cjk, is_mark

Which: TypeAlias = Literal["same", "before", "after"]

_JOINER = "\u200d"
_CJK = "⺀-鿿\uf900-\ufaff\U00020000-\U0003ffff"
_WORD = re.compile(f"\\s+|[^\\W_{_CJK}]+(?:['’][^\\W_{_CJK}]+)*|.", re.DOTALL)
# Comparing takes memory with the product of the lengths, beyond what both texts share at their ends.
_MOST_COMPARED = 100_000_000


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of words: ``same`` in both texts, or only in the one ``before`` or the one ``after``."""

    which: Which
    text: str


@dataclass(frozen=True, slots=True)
class _Stretch:
    """The words of both texts at one place; equal ones where they are the same."""

    same: bool
    before: str
    after: str

    @property
    def is_blank(self) -> bool:
        return self.same and self.before.isspace()


def word_differences(before: str, after: str) -> tuple[Piece, ...]:
    """Return two texts as one row of pieces.

    Put together, the pieces that are the same and those of one text are that text, character by character.  Words
    are compared whole, scripts without blanks by their characters; blanks alone do not part two changes.
    """
    one, other = list(_words(before)), list(_words(after))
    head = _shared(one, other)
    tail = _shared(one[head:][::-1], other[head:][::-1])
    edge = one[len(one) - tail :]
    found = [
        _Stretch(True, "".join(one[:head]), "".join(one[:head])),
        *_differing(one[head : len(one) - tail], other[head : len(other) - tail]),
        _Stretch(True, "".join(edge), "".join(edge)),
    ]
    return tuple(_pieces(_without_blanks(_merged(found))))


def _differing(one: Sequence[str], other: Sequence[str]) -> list[_Stretch]:
    if len(one) * len(other) > _MOST_COMPARED:
        return [_Stretch(False, "".join(one), "".join(other))]
    return [
        _Stretch(
            part.tag == "equal",
            "".join(one[part.src_start : part.src_end]),
            "".join(other[part.dest_start : part.dest_end]),
        )
        for part in Indel.opcodes(one, other)
    ]


def _merged(found: Sequence[_Stretch]) -> list[_Stretch]:
    """Return stretches with neighbours of one kind as one, and without empty ones."""
    merged = []
    for same, group in groupby((one for one in found if one.before or one.after), key=lambda one: one.same):
        own = list(group)
        merged.append(_Stretch(same, "".join(one.before for one in own), "".join(one.after for one in own)))
    return merged


def _without_blanks(found: Sequence[_Stretch]) -> list[_Stretch]:
    """Return stretches with the blanks between two changes made part of them."""
    parted = [one.same and not (one.is_blank and 0 < at < len(found) - 1) for at, one in enumerate(found)]
    return _merged([_Stretch(same, one.before, one.after) for same, one in zip(parted, found, strict=True)])


def _pieces(found: Sequence[_Stretch]) -> Iterator[Piece]:
    for one in found:
        if one.same:
            yield Piece("same", one.before)
            continue
        if one.before:
            yield Piece("before", one.before)
        if one.after:
            yield Piece("after", one.after)


def _words(text: str) -> Iterator[str]:
    """Yield words, runs of white space and single signs; what is drawn as one character is never parted."""
    word = ""
    for found in _WORD.finditer(text):
        if word and not _goes_on(word, found[0]):
            yield word
            word = ""
        word += found[0]
    if word:
        yield word


def _goes_on(word: str, part: str) -> bool:
    if is_mark(part[0]) or part[0] == _JOINER or word[-1] == _JOINER:
        return True
    return is_mark(word[-1]) and word[0].isalpha() and part[0].isalpha() and not is_cjk(word[0]) and not is_cjk(part[0])


def _shared(one: Sequence[str], other: Sequence[str]) -> int:
    """Return how many words from the beginning on are the same."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (word, like) in pairs if word != like), min(len(one), len(other)))
