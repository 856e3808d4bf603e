"""The table of 100,000 quotes: the first of them, filtering by a concept, sorting."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path

from benchmarks.marking import marks_in, prepared
from benchmarks.table import Line, seconds, timed
from commonplace.library.highlighting import highlight_all
from commonplace.library.overview import Quote, quotes
from desktop.quotes.arranging import Names, Wanted
from desktop.quotes.model import COLUMNS

QUOTES = 100_000
MOST = 0.3


def quote_table_lines(scratch: Path, runs: int) -> Iterator[Line]:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with prepared(scratch / "quote-table") as library:
        highlight_all(library, marks_in(library, QUOTES))
        first = min(timed(lambda: next(quotes(library))) for _ in range(runs))
        yield _line(f"first of {QUOTES:,} quotes", first)
        every = [quote for slice in quotes(library) for quote in slice]
        yield from _table_lines(every, runs)


def _table_lines(every: Sequence[Quote], runs: int) -> Iterator[Line]:
    from PySide6.QtWidgets import QApplication

    from desktop.quotes.view import QuotesView

    application = QApplication.instance() or QApplication([])
    view = QuotesView()
    view.resize(1000, 700)
    view.show()
    concept = every[0].concepts[0]
    view.model.set_names(Names({id: id for quote in every for id in quote.concepts}, {}, {}), {})

    def painted(work: Callable[[], object]) -> float:
        def both() -> None:
            work()
            application.processEvents()

        return min(timed(both) for _ in range(runs))

    yield _line("  set into the table", painted(lambda: view.set_quotes(every)))
    wanted = Wanted({concept: frozenset([concept])})
    yield _line("  filtered by a concept", painted(lambda: view.model.want(wanted)))
    view.model.want(Wanted({}))
    for number, name in enumerate(COLUMNS):
        yield _line(f"  sorted by {name}", painted(partial(view.model.sort, number)))
    view.deleteLater()


def _line(work: str, taken: float) -> Line:
    return Line(work, seconds(taken), "", "", f"{MOST:g} s", taken <= MOST)
