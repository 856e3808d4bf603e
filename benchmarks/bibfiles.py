"""A .bib of 10,000 entries in and out, beside bibtexparser parsing it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from pathlib import Path

import bibtexparser

from benchmarks.inputs import ENTRIES, bibliography
from benchmarks.table import Line, in_pairs, timed
from commonplace.library.bibexport import export_bib
from commonplace.library.bibliography import import_bib
from commonplace.library.session import new_library, open_session


def bib_lines(scratch: Path, runs: int) -> Iterator[Line]:
    text = bibliography()
    file = scratch / "large.bib"
    file.write_text(text, "utf-8")
    numbers = count()
    library = scratch / "none"

    def engine() -> float:
        return timed(lambda: bibtexparser.parse_string(text))

    def read_in() -> float:
        nonlocal library
        library = scratch / f"bib-{next(numbers)}.commonplace"
        with new_library(library, "Bench") as session:
            return timed(lambda: import_bib(session, file))

    def written_out() -> float:
        with open_session(library, None, writing=False) as session:
            return timed(lambda: export_bib(session, file.name))

    yield in_pairs(read_in, engine, runs).at_most(f".bib of {ENTRIES:,} entries in", 2.5)
    yield in_pairs(written_out, engine, runs).at_most(f".bib of {ENTRIES:,} entries out, untouched", 0.3)
