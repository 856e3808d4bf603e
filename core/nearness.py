"""The passage most like a quote that is not there word for word."""

from __future__ import annotations

import re
from dataclasses import dataclass

from rapidfuzz import fuzz

from core.asides import RunningText
from core.folding import is_mark
from core.records import Range
from core.squeezing import squeeze, squeezed

# Where a passage may begin or end: at words, signs, and characters of scripts without blanks.
_WORD = re.compile("[⺀-鿿\uf900-\ufaff\U00020000-\U0003ffff]|[^\\W⺀-鿿\uf900-\ufaff\U00020000-\U0003ffff]+|[^\\w\\s]")

_PROBE = 100
_LEAST_SCORE = 60


@dataclass(frozen=True, slots=True)
class Near:
    """The passage most like a quote; ``score`` is 0 to 100, the likeness of the squeezed texts."""

    range: Range
    exact: str
    score: int


def nearest(text: str, quote: str, running: RunningText | None = None) -> Near | None:
    """Return the passage most like a quote, from word to word; None where nothing is much like it.

    With ``running``, the text without its asides, a passage that reaches over some may be nearer; they are not in
    its ``exact``.
    """
    near = _nearest(text, quote)
    other = _nearest(running.text, quote) if running is not None else None
    if running is None or other is None or (near is not None and near.score >= other.score):
        return near
    return Near(running.original(*other.range), other.exact, other.score)


def _nearest(text: str, quote: str) -> Near | None:
    needle = squeeze(quote, loose=True)
    hay = squeezed(text, True)
    window = _window(hay.text, needle)
    if window is None:
        return None
    start, end = _refined(hay.source, hay.original(*window), needle)
    exact = text[start:end]
    score = int(fuzz.ratio(needle, squeeze(exact, loose=True)))
    return Near((start, end), exact, score) if score >= _LEAST_SCORE else None


def _window(hay: str, needle: str) -> Range | None:
    """Return the stretch of a squeezed text that is most like the needle.

    Alignment takes time with the square of the needle's length, so a long one is looked for by parts of it, and
    then its beginning and end near where the best part says.
    """
    if len(needle) <= 2 * _PROBE:
        return _aligned(needle, hay, 0, len(hay))
    probes = (0, (len(needle) - _PROBE) // 2, len(needle) - _PROBE)
    hits = [
        (fuzz.partial_ratio_alignment(needle[at : at + _PROBE], hay, score_cutoff=_LEAST_SCORE), at) for at in probes
    ]
    best = max(((hit.score, hit.dest_start - at) for hit, at in hits if hit), default=None)
    if best is None:
        return None
    slack = _PROBE + len(needle) // 8
    start, end = best[1], best[1] + len(needle)
    head = _aligned(needle[:_PROBE], hay, start - slack, start + _PROBE + slack)
    tail = _aligned(needle[-_PROBE:], hay, end - _PROBE - slack, end + slack)
    start = head[0] if head else max(0, start)
    end = tail[1] if tail else min(end, len(hay))
    return (start, end) if start < end else None


def _aligned(needle: str, hay: str, low: int, high: int) -> Range | None:
    low = max(0, low)
    found = fuzz.partial_ratio_alignment(needle, hay[low : max(low, high)], score_cutoff=_LEAST_SCORE)
    if found is None or found.dest_start >= found.dest_end:
        return None
    return low + found.dest_start, low + found.dest_end


def _refined(text: str, place: Range, needle: str) -> Range:
    """Move both ends of a passage to the word boundaries near them where it is most like the needle."""
    start, end = place
    slack = min(max(12, len(needle) // 8), 60)

    def likeness(low: int, high: int) -> tuple[float, int]:
        return fuzz.ratio(needle, squeeze(text[low:high], loose=True)), -abs(low - place[0]) - abs(high - place[1])

    for _ in range(2):
        starts = [m.start() for m in _words_near(text, start, slack) if m.start() < end]
        start = max(starts, key=lambda low: likeness(low, end), default=start)
        ends = [m.end() for m in _words_near(text, end, slack) if m.end() > start]
        end = max(ends, key=lambda high: likeness(start, high), default=end)
    while end < len(text) and is_mark(text[end]):
        end += 1
    return start, end


def _words_near(text: str, position: int, slack: int) -> list[re.Match[str]]:
    """Return the words that begin or end within ``slack`` characters; none that the search itself would cut."""
    low = max(0, position - slack)
    while low > 0 and text[low - 1].isalnum() and text[low].isalnum() and position - low < 2 * slack:
        low -= 1
    return [m for m in _WORD.finditer(text, low, min(len(text), position + 2 * slack)) if m.start() <= position + slack]
