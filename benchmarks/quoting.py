"""Quotes of whole pages as they are printed, beside joining the same lines with ``str`` alone."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterator

from benchmarks.inputs import WORDS
from benchmarks.table import Line, in_pairs
from core.asides import RunningText, without
from core.quotes import Vocabulary, as_printed
from core.records import Range, Span

PAGES, QUOTE = 500, 3_000
QUOTE_SECONDS = 0.001
WORDS_SECONDS = 1.0
_SAMPLE = 40


def quote_lines(runs: int) -> Iterator[Line]:
    text, pages, asides = _book()
    running = RunningText(text, asides).text
    vocabulary = Vocabulary(lambda: running)

    def known() -> float:
        return _spent(lambda: Vocabulary(lambda: running).knows("deterrence"))

    def split() -> float:
        return _spent(lambda: frozenset(running.split()))

    yield in_pairs(known, split, runs).at_most(f"the words of {PAGES} pages, once a document", 20, WORDS_SECONDS)
    vocabulary.knows("deterrence")
    chosen = [(start, start + QUOTE) for start, _ in pages[:: len(pages) // _SAMPLE]]

    def ours() -> float:
        return _spent(lambda: [as_printed([without(text[a:b], a, asides)], vocabulary) for a, b in chosen]) / len(
            chosen
        )

    def engine() -> float:
        return _spent(lambda: [" ".join(text[a:b].split()) for a, b in chosen]) / len(chosen)

    yield in_pairs(ours, engine, runs).at_most(f"a page's quote, {QUOTE:,} characters", 50, QUOTE_SECONDS)


def _spent(work: Callable[[], object]) -> float:
    """Return the processor's seconds: the work is short, and others may be running."""
    begun = time.process_time()
    work()
    return time.process_time() - begun


def _book() -> tuple[str, list[Range], tuple[Span, ...]]:
    """Return a text of pages with divided words, and on each a head, a note with its mark, and a number."""
    chance = random.Random(5)
    parts: list[str] = []
    asides: list[Span] = []
    pages: list[Range] = []
    at = 0

    def put(words: str, style: str = "") -> None:
        nonlocal at
        if style:
            asides.append(Span(at, at + len(words), style))
        parts.append(words)
        at += len(words)

    for number in range(PAGES):
        start = at
        put("A history of the sea", "running-head")
        put("\n")
        for line in range(42):
            words = " ".join(chance.choices(WORDS, k=11))
            put(f"{words} deter-\nrence " if line % 5 == 0 else f"{words}\n")
            if line == 20:
                put("said")
                put("1", "note-mark")
                put(" and\n")
        put("1 See the paper of 2022 on this.", "footnote")
        put("\n")
        put(str(number), "page-number")
        put("\n")
        pages.append((start, at))
    return "".join(parts), pages, tuple(asides)
