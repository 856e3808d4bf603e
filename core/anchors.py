"""Passages found again in another text of the same document: another layer, or another version of it.

Words count, and what extraction alone changes does not: white space, hyphens at line ends, compatibility forms, and
what comes between a passage's lines.  Where words stand several times, what stands around them decides.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import Literal, TypeAlias

from rapidfuzz import fuzz

from core.asides import RunningText, without
from core.nearness import nearest
from core.passages import agree, find
from core.pieces import Piece, pieces
from core.records import Range, Span
from core.squeezing import HYPHENS, Squeezed, squeeze
from core.standing import (
    Wanted,
    between,
    every,
    is_clear,
    is_telling,
    only_place,
    place_beside,
    places,
    ranked,
    stands_twice,
    stretches_beside,
)
from core.surroundings import context

Class: TypeAlias = Literal["exact", "moved", "uncertain", "lost"]

_AROUND, _FAR_AROUND, _CLOSE = 64, 400, 24
_EDGE = 80
_WINDOW = 6000
_GOOD = 85
_LEAST_BETWEEN = 40
_SUPPORTED = 60
_BESIDE = 65
_SOME = 9
_SAME = 95
_SHORT = 24
_HYPHENS = f"-\u00ad{HYPHENS}"
_BLANK = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage as it stood in the text it was marked in.

    Attributes:
        parts: Its text, range by range.
        ranges: Where they stood, in reading order.
        prefix: What stood before the first range, as ``suffix`` after the last.
    """

    parts: tuple[str, ...]
    ranges: tuple[Range, ...]
    prefix: str = ""
    suffix: str = ""


@dataclass(frozen=True, slots=True)
class Placement:
    """Where a passage stands in the other text.

    Attributes:
        found: exact (the same characters at the same positions), moved (the same words), uncertain (the ranges are
            a proposal) or lost (there are none).
        ranges: In reading order; they may be more than the passage had.
        score: 0 to 100.  Of an uncertain one, how like the proposal is: its words or, where they stand several
            times, what stands around them.
    """

    found: Class
    ranges: tuple[Range, ...]
    score: int


@dataclass(frozen=True, slots=True)
class _Part:
    """One range of a passage; ``expected`` is where it may be now, as a share of the text's length."""

    text: str
    range: Range
    prefix: str
    suffix: str
    expected: float


_LOST = Placement("lost", (), 0)


class Reanchoring:
    """Finds passages of one text in another; what it needs of both it works out once."""

    def __init__(
        self, old: str, new: str, *, old_asides: Sequence[Span] = (), new_asides: Sequence[Span] = (), length: int = 0
    ) -> None:
        """Take both texts.

        Args:
            old: The text the passages were marked in; empty where it is not at hand.
            new: The text they are looked for in.
            old_asides: What of the old text is not running text, in order.
            new_asides: The same of the new text.
            length: How long the old text was, where it is not at hand.
        """
        self._old = old
        self._new = new
        self._old_asides = old_asides
        self._new_asides = new_asides
        self._length = max(len(old) or length, 1)

    def place(self, passage: Passage) -> Placement:
        """Return where a passage stands now; each of its ranges is looked for by itself."""
        placed = [self._placed(part) for part in self._parts(passage)]
        if placed and all(one.found == "exact" for one in placed):
            return Placement("exact", passage.ranges, 100)
        ranges = sorted(place for one in placed for place in one.ranges)
        if not ranges:
            return _LOST
        apart = all(before[1] <= after[0] for before, after in pairwise(ranges))
        if apart and all(one.found in ("exact", "moved") for one in placed):
            return Placement("moved", tuple(ranges), 100)
        lengths = [max(len(part), 1) for part in passage.parts]
        score = sum(one.score * length for one, length in zip(placed, lengths, strict=True)) // sum(lengths)
        return Placement("uncertain", _merged(ranges), min(score, 99))

    @cached_property
    def _hay(self) -> Squeezed:
        return Squeezed(self._new, False)

    @cached_property
    def _old_hay(self) -> Squeezed:
        return Squeezed(self._old, False)

    @cached_property
    def _running(self) -> RunningText:
        return RunningText(self._new, self._new_asides)

    @cached_property
    def _running_hay(self) -> Squeezed:
        return Squeezed(self._running.text, False)

    @cached_property
    def _same_words(self) -> bool:
        return self._old_hay.text == self._hay.text

    def _parts(self, passage: Passage) -> list[_Part]:
        found = []
        for index, (text, place) in enumerate(zip(passage.parts, passage.ranges, strict=True)):
            prefix = passage.prefix if index == 0 else ""
            suffix = passage.suffix if index == len(passage.parts) - 1 else ""
            if self._old:
                prefix, suffix = context(self._old, *place, _AROUND)
            found.append(_Part(text, place, prefix, suffix, place[0] / self._length))
        return found

    def _placed(self, part: _Part) -> Placement:
        here = Placement("exact", (part.range,), 100)
        stands = self._new[slice(*part.range)] == part.text
        if stands and (self._is_surrounded(part) or self._is_only(squeeze(part.text))):
            return here
        if not squeeze(part.text):
            return here if stands else _LOST
        likely = self._whole(part)
        sure = likely if likely and likely.found == "moved" else self._without_asides(part) or self._in_pieces(part)
        if sure is not None:
            return here if stands and sure.ranges == here.ranges else sure
        if likely is not None and likely.score >= _SUPPORTED:
            return likely
        return self._between(part) or likely or self._beside(part) or self._nearest(part)

    def _is_surrounded(self, part: _Part) -> bool:
        """Say whether at the old positions what stood right before and after stands there, too."""
        before, after = context(self._new, *part.range, _AROUND)
        wanted = _wanted(part)
        return squeeze(before).endswith(wanted.before[-_CLOSE:]) and squeeze(after).startswith(wanted.after[:_CLOSE])

    def _whole(self, part: _Part) -> Placement | None:
        """Return where the words stand in one piece, or may stand; None where they do not."""
        wanted = _wanted(part)
        only = only_place(self._hay.text, wanted) if wanted.before or wanted.after else None
        if only is None and self._old:
            only = place_beside(self._hay.text, self._old_hay.text, wanted)
        if only is not None and self._is_single(wanted):
            at, score = only, 100
        else:
            found = places(self._hay.text, wanted)
            if not found:
                return None
            at, score = self._chosen(part, wanted, found)
        if score < _SUPPORTED and not (is_telling(wanted.words) or self._is_only(wanted.words, _SOME)):
            return None
        place, agrees = self._place(self._without_line_end(part), at, len(wanted.words))
        return Placement("moved", (place,), 100) if agrees and score == 100 else _uncertain(place, score)

    def _chosen(self, part: _Part, wanted: Wanted, found: list[int]) -> tuple[int, int]:
        """Return the place that is meant, with 100; else the likeliest, with how well its surroundings agree."""
        near = ranked(self._hay.text, wanted, found)
        if is_clear(near) and self._is_single(wanted):
            return near[0].at, 100
        if self._old:
            wide = Wanted(wanted.words, *map(squeeze, context(self._old, *part.range, _FAR_AROUND)))
            far = ranked(self._hay.text, wide, found) if near[0].agrees else []
            if far and far[0].total >= _SAME and is_clear(far) and self._is_single(wide):
                return far[0].at, 100
            if len(found) == 1 and is_telling(wanted.words) and not stands_twice(self._old_hay.text, wanted.words):
                return found[0], 100
            if self._same_words:
                return self._counted(part, wanted.words), 100
        alike = [one for one in near if one.total > near[0].total - 1]
        best = min(alike, key=lambda one: abs(one.at - part.expected * len(self._hay.text)))
        return best.at, min(int(best.total), 99)

    def _is_only(self, words: str, enough: int = 1) -> bool:
        """Say whether words that are enough stand once in each text, both at hand."""
        if not (self._old and is_telling(words, enough)):
            return False
        texts = self._old_hay.text, self._hay.text
        return all(words in text and not stands_twice(text, words) for text in texts)

    def _is_single(self, wanted: Wanted) -> bool:
        """Say whether the old text had these words in these surroundings but once, as far as it is at hand."""
        return not self._old or not stands_twice(self._old_hay.text, wanted.before + wanted.words + wanted.after)

    def _counted(self, part: _Part, words: str) -> int:
        """Return the place of a passage where both texts squeezed are one."""
        found = list(every(self._old_hay.text, words))
        low, high = 0, len(found) - 1
        while low < high:
            middle = (low + high) // 2
            if self._old_hay.original(found[middle], found[middle] + len(words))[1] < part.range[1]:
                low = middle + 1
            else:
                high = middle
        return found[low]

    def _place(self, text: str, at: int, length: int) -> tuple[Range, bool]:
        """Return the range of a place on the squeezed text, and whether it says what the text says."""
        start, end = self._hay.original(at, at + length)
        if agree(text, self._new[start:end]):
            return (start, end), True
        # A passage may begin or end with a hyphen.
        low = max(0, start - _EDGE)
        for own_start, own_end in find(self._new[low : end + _EDGE], text):
            if low + own_start <= start and low + own_end >= end:
                place = low + own_start, low + own_end
                return place, agree(text, self._new[slice(*place)])
        return (start, end), False

    def _without_line_end(self, part: _Part) -> str:
        """Return a part's text, without the hyphen at its end where the line ended with it: that one may go."""
        text = part.text.rstrip()
        after = part.text[len(text) :] + self._old[part.range[1] : part.range[1] + 1]
        return text.rstrip(_HYPHENS) if "\n" in after else part.text

    def _without_asides(self, part: _Part) -> Placement | None:
        """Look for a passage in the running text: a running head may have come into it, or gone from it."""
        if not (self._old_asides or self._new_asides):
            return None
        text = without(part.text, part.range[0], self._old_asides)
        wanted = _wanted(part, text)
        if not wanted.words:
            return None
        found = ranked(self._running_hay.text, wanted, places(self._running_hay.text, wanted))
        if not found or not (is_clear(found) and self._is_single(Wanted(squeeze(part.text), wanted.before, ""))):
            return None
        start, end = self._running_hay.original(found[0].at, found[0].at + len(wanted.words))
        if not agree(text, self._running.text[start:end]):
            return None
        return Placement("moved", (self._running.original(start, end),), 100)

    def _in_pieces(self, part: _Part) -> Placement | None:
        """Look for a passage whose lines were parted; it becomes several ranges."""
        wanted = _wanted(part)
        cuts = _cuts(part.text)
        found = pieces(self._hay.text, wanted, {at: newline for at, (newline, _) in cuts.items()})
        if found is None or (self._old and not all(self._is_single_piece(wanted, piece) for piece in found)):
            return None
        edges = [0, *(cuts[piece.start][1] if piece.start in cuts else -1 for piece in found[1:]), len(part.text)]
        placed = [self._hay.original(piece.at, piece.at + piece.end - piece.start) for piece in found]
        ranges = sorted(placed)
        apart = all(before[1] <= after[0] for before, after in pairwise(ranges))
        texts = [part.text[low:high] for low, high in pairwise(edges)] if -1 not in edges else []
        same = all(agree(text, self._new[slice(*place)]) for text, place in zip(texts, placed, strict=False))
        return Placement("moved", tuple(ranges), 100) if apart and texts and same else None

    def _is_single_piece(self, wanted: Wanted, piece: Piece) -> bool:
        before = wanted.before if piece.start == 0 else ""
        after = wanted.after if piece.end == len(wanted.words) else ""
        return self._is_single(Wanted(wanted.words[piece.start : piece.end], before, after))

    def _between(self, part: _Part) -> Placement | None:
        """Propose what stands now between what stood around a passage, where that is at all like it."""
        wanted, hay = _wanted(part), self._hay.text
        place = between(hay, wanted, 2 * len(wanted.words) + _CLOSE)
        if place is None:
            return None
        score = int(fuzz.ratio(wanted.words, hay[slice(*place)]))
        return _uncertain(self._hay.original(*place), score) if score >= _LEAST_BETWEEN else None

    def _beside(self, part: _Part) -> Placement | None:
        """Propose what is much like a passage right behind what stood before it, or before what stood behind it."""
        wanted, best = _wanted(part), None
        for stretch in stretches_beside(self._hay.text, wanted, 2 * len(wanted.words) + _CLOSE):
            low, high = self._hay.original(*stretch)
            near = nearest(self._new[low:high], part.text)
            if near is not None and near.score >= _BESIDE and (best is None or near.score > best.score):
                best = _uncertain((low + near.range[0], low + near.range[1]), near.score)
        return best

    def _nearest(self, part: _Part) -> Placement:
        """Propose what is most like a passage: near where it should be, else anywhere."""
        words = squeeze(part.text)
        if not is_telling(words):
            return _LOST
        expected = int(part.expected * len(self._new))
        low = max(0, expected - _WINDOW)
        near = nearest(self._new[low : expected + _WINDOW], part.text)
        if near is not None and near.score >= _GOOD:
            return _uncertain((low + near.range[0], low + near.range[1]), near.score)
        # Something like a few words stands in every long text.
        anywhere = nearest(self._new, part.text) if len(words) >= _SHORT else None
        if anywhere is None or anywhere.score < (75 if len(words) < 2 * _SHORT else 65):
            return _LOST
        return _uncertain(anywhere.range, anywhere.score)


def _wanted(part: _Part, text: str | None = None) -> Wanted:
    return Wanted(squeeze(part.text if text is None else text), squeeze(part.prefix), squeeze(part.suffix))


def _cuts(text: str) -> dict[int, tuple[bool, int]]:
    """Return where white space stands in a text: by its place in the squeezed text, whether it breaks the line."""
    found: dict[int, tuple[bool, int]] = {}
    at = done = 0
    for blank in _BLANK.finditer(text):
        at += len(squeeze(text[done : blank.start()]))
        found[at] = "\n" in blank[0], blank.start()
        done = blank.end()
    return found


def _uncertain(place: Range, score: int) -> Placement:
    return Placement("uncertain", (place,), min(score, 99))


def _merged(ranges: Sequence[Range]) -> tuple[Range, ...]:
    """Return ranges in order with those that overlap made one."""
    found: list[Range] = []
    for start, end in ranges:
        if found and start < found[-1][1]:
            found[-1] = found[-1][0], max(found[-1][1], end)
        else:
            found.append((start, end))
    return tuple(found)
