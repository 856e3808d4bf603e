"""Timing in pairs, and the table that says what was promised and whether it holds."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from statistics import median

HEADINGS = ("work", "ours", "engine", "ratio", "promise", "holds")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the table; ``ratio`` and ``engine`` are empty where there is nothing to compare with."""

    work: str
    ours: str
    engine: str
    ratio: str
    promise: str
    holds: bool

    def cells(self) -> tuple[str, ...]:
        return self.work, self.ours, self.engine, self.ratio, self.promise, "yes" if self.holds else "NO"


@dataclass(frozen=True, slots=True)
class Pairs:
    """Seconds of ours and of the engine, run after run."""

    ours: tuple[float, ...]
    engine: tuple[float, ...]

    @property
    def ratio(self) -> float:
        return median(own / engine for own, engine in zip(self.ours, self.engine, strict=True))

    @property
    def difference(self) -> float:
        return median(own - engine for own, engine in zip(self.ours, self.engine, strict=True))

    def at_most(self, work: str, factor: float, or_seconds: float = 0.0) -> Line:
        """Return the line of a work that may take so many times the engine's time, or so many seconds anyway."""
        promise = f"{factor:g} ×" + (f" or {seconds(or_seconds)}" if or_seconds else "")
        holds = self.ratio <= factor or median(self.ours) <= or_seconds
        return self._line(work, f"{self.ratio:.2f} ×", promise, holds=holds)

    def at_most_more(self, work: str, extra: float) -> Line:
        """Return the line of a work that may take so many seconds more than the engine."""
        return self._line(work, f"+ {self.difference:.3f} s", f"+ {extra:g} s", holds=self.difference <= extra)

    def _line(self, work: str, ratio: str, promise: str, *, holds: bool) -> Line:
        return Line(work, seconds(median(self.ours)), seconds(median(self.engine)), ratio, promise, holds)


def seconds(value: float) -> str:
    return f"{value * 1000:.2f} ms" if value < 0.1 else f"{value:.2f} s"


def timed(work: Callable[[], object]) -> float:
    """Return how many seconds a work takes."""
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def in_pairs(ours: Callable[[], float], engine: Callable[[], float], runs: int) -> Pairs:
    """Measure both, one after the other, as often as asked; each returns its own seconds."""
    measured = [(engine(), ours()) for _ in range(runs)]
    return Pairs(tuple(own for _, own in measured), tuple(other for other, _ in measured))


def shown(lines: Iterable[Line]) -> str:
    rows = [HEADINGS, *(line.cells() for line in lines)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(HEADINGS))]
    return "\n".join(
        "  ".join(
            [row[0].ljust(widths[0]), *(cell.rjust(width) for cell, width in zip(row[1:], widths[1:], strict=True))]
        )
        for row in rows
    )
