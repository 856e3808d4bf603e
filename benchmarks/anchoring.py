"""Finding highlights again in another layer of a long text, beside rapidfuzz aligning the same quotes.

Rapidfuzz is given the window in which ours looks first, and the whole text where ours has to look through all of it.
"""

from __future__ import annotations

import random
import re
import time
from collections.abc import Callable, Iterator
from textwrap import fill

from rapidfuzz import fuzz

from benchmarks.inputs import prose
from benchmarks.table import Line, in_pairs, seconds
from core.anchors import Passage, Reanchoring
from core.surroundings import context

CHARACTERS = 1_200_000
QUOTES = 1000
ONE_SECONDS, ALL_SECONDS = 0.020, 3.0
_WINDOW = 6000
_HEAD = "The Year Book of Small Harbours"


def anchor_lines(runs: int) -> Iterator[Line]:
    dice = random.Random(7)
    old = "\n\n".join(fill(paragraph, 80) for paragraph in prose(CHARACTERS).split("\n\n"))
    new = _read_otherwise(old, dice)
    passages = [_passage(old, dice) for _ in range(QUOTES)]
    gone = [Passage((_garbled(one.parts[0], dice),), one.ranges) for one in passages[:50]]
    yield _each("re-anchor a quote in 1.2 M characters", old, new, passages[:50], _in_window, runs)
    yield _each("re-anchor a quote that was changed, anywhere", old, new, gone, _in_all, runs)
    taken = [_seconds_of(lambda: _all_placed(old, new, passages)) for _ in range(runs)]
    longest = max(taken)
    work = f"re-anchor {QUOTES:,} quotes, both texts prepared"
    yield Line(work, seconds(longest), "", "", f"{ALL_SECONDS:g} s", longest <= ALL_SECONDS)


def _each(
    work: str, old: str, new: str, passages: list[Passage], engine: Callable[[str, Passage], object], runs: int
) -> Line:
    finder = Reanchoring(old, new)
    finder.place(passages[0])
    pairs = in_pairs(
        lambda: _seconds_of(lambda: [finder.place(one) for one in passages]) / len(passages),
        lambda: _seconds_of(lambda: [engine(new, one) for one in passages]) / len(passages),
        runs,
    )
    return pairs.at_most(work, 2, ONE_SECONDS)


def _in_window(new: str, passage: Passage) -> object:
    start = passage.ranges[0][0]
    return fuzz.partial_ratio_alignment(passage.parts[0], new[max(0, start - _WINDOW) : start + _WINDOW])


def _in_all(new: str, passage: Passage) -> object:
    return fuzz.partial_ratio_alignment(passage.parts[0], new)


def _all_placed(old: str, new: str, passages: list[Passage]) -> None:
    finder = Reanchoring(old, new)
    for one in passages:
        finder.place(one)


def _seconds_of(work: Callable[[], object]) -> float:
    """Return how much of the processor's time a work takes: nothing here waits."""
    begun = time.process_time()
    work()
    return time.process_time() - begun


def _read_otherwise(text: str, dice: random.Random) -> str:
    """Return a text as another extractor might read it: ligatures, other line ends, running heads between lines."""
    lines = text.replace("fi", "ﬁ").split("\n")
    for number in range(40, len(lines), 40):
        lines[number] = f"{_HEAD} {number}\n{lines[number]}"
    return "\n".join(line.replace(" ", "  ") if dice.random() < 0.2 else line for line in lines)


def _passage(text: str, dice: random.Random) -> Passage:
    start = text.index(" ", dice.randrange(len(text) - 500)) + 1
    end = text.index(" ", start + dice.randrange(30, 300))
    return Passage((text[start:end],), ((start, end),), *context(text, start, end))


def _garbled(quote: str, dice: random.Random) -> str:
    return re.sub(r"\w+", lambda word: word[0] if dice.random() < 0.7 else "other", quote)
