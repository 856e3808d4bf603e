"""The table of 100,000 quotes: the first of them, filtering by a concept, sorting."""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from benchmarks.marking import marks_in, prepared
from benchmarks.table import Line, seconds, timed
from commonplace.library.highlighting import highlight_all
from commonplace.library.overview import quotes
from desktop.quotes.arranging import Names, Wanted
from desktop.quotes.model import COLUMNS, QuotesModel

QUOTES = 100_000
MOST = 0.3


def quote_table_lines(scratch: Path, runs: int) -> Iterator[Line]:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with prepared(scratch / "quote-table") as library:
        highlight_all(library, marks_in(library, QUOTES))
        first = min(timed(lambda: next(quotes(library))) for _ in range(runs))
        yield _line(f"first of {QUOTES:,} quotes", first)
        every = [quote for slice in quotes(library) for quote in slice]
    model = QuotesModel()
    concept = every[0].concepts[0]
    model.set_names(Names({id: id for quote in every for id in quote.concepts}, {}, {}))
    yield _line("  set into the table", min(timed(lambda: model.set_rows(every)) for _ in range(runs)))
    wanted = Wanted({concept: frozenset([concept])})
    yield _line("  filtered by a concept", min(timed(lambda: model.want(wanted)) for _ in range(runs)))
    model.want(Wanted({}))
    for number, name in enumerate(COLUMNS):
        taken = min(timed(partial(model.sort, number)) for _ in range(runs))
        yield _line(f"  sorted by {name}", taken)


def _line(work: str, taken: float) -> Line:
    return Line(work, seconds(taken), "", "", f"{MOST:g} s", taken <= MOST)
