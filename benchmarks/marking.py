"""Recording 10,000 highlights and exporting them, beside peewee writing the bare rows of their tables."""

from __future__ import annotations

import os
import random
from collections.abc import Iterator, Sequence
from itertools import count
from pathlib import Path
from typing import Any

from peewee import Model, chunked

from benchmarks.inputs import prose
from benchmarks.table import Line, in_pairs, seconds, timed
from commonplace.library.concepts import add_concept
from commonplace.library.exporting import export_notes
from commonplace.library.highlighting import Mark, highlight_all
from commonplace.library.highlights import Filter
from commonplace.library.importing import import_paths
from commonplace.library.passages import anchored
from commonplace.library.session import Library, new_library
from core.ids import canonical
from db.documents import read_layer
from db.engine import Engine
from db.sources import sources
from db.tables import HighlightRow, RangeRow, TaggingRow

HIGHLIGHTS = 10_000
CONCEPTS = 40
TEXTS = 5
EXPORT_SECONDS = 5.0
# Fewer rows a statement are slower, more are no faster.
_ROWS_A_STATEMENT = 500


def highlight_lines(scratch: Path, runs: int) -> Iterator[Line]:
    numbers = count()

    def ours() -> float:
        with prepared(scratch / f"highlights-{next(numbers)}") as library:
            marks = marks_in(library)
            return timed(lambda: highlight_all(library, marks))

    def engine() -> float:
        with prepared(scratch / f"highlights-{next(numbers)}") as library:
            rows = _bare_rows(marks_in(library))
            return timed(lambda: _insert(library.engine, rows))

    pairs = in_pairs(ours, engine, runs)
    yield pairs.at_most(f"{HIGHLIGHTS:,} highlights with two concepts each, one action", 2.5)


def export_lines(scratch: Path, runs: int) -> Iterator[Line]:
    with prepared(scratch / "export") as library:
        highlight_all(library, marks_in(library))
        out = scratch / "notes.md"
        taken = [timed(lambda: export_notes(library, Filter(), format="md", out=out, force=True)) for _ in range(runs)]
    longest = max(taken)
    promise = f"{EXPORT_SECONDS:g} s"
    yield Line(f"export of {HIGHLIGHTS:,} quotes", seconds(longest), "", "", promise, longest <= EXPORT_SECONDS)


def prepared(folder: Path) -> Library:
    """Return a library of some texts and concepts."""
    folder.mkdir()
    for number in range(TEXTS):
        (folder / f"text-{number}.txt").write_text(f"Text {number}\n\n{prose(400_000)}", "utf-8")
    library = new_library(folder / "bench.commonplace", "Bench")
    for _ in import_paths(library, [folder]):
        pass
    for number in range(CONCEPTS):
        parent = f"concept {number % 8}" if number >= 8 else None
        add_concept(library, f"concept {number}", parent=parent)
    return library


def marks_in(library: Library, number: int = HIGHLIGHTS) -> list[Mark]:
    chance = random.Random(3)
    concepts = [id.hex() for (id,) in library.engine.rows("select id from concept order by name")]
    texts = [(facts, read_layer(library.engine, facts.layer)) for facts in sources(library.engine)]
    marks = []
    for _ in range(number):
        facts, layer = chance.choice(texts)
        start = chance.randrange(len(layer.text) - 400)
        end = start + chance.randrange(40, 300)
        anchor = anchored(facts, layer, [(start, end)])
        marks.append(Mark(layer.text[start:end], anchor, tuple(chance.sample(concepts, 2))))
    return marks


def _bare_rows(marks: Sequence[Mark]) -> list[tuple[type[Model], list[dict[str, Any]]]]:
    """Return what the tables hold of these marks in the end, with ids that mean nothing."""
    highlights, ranges, taggings = [], [], []
    person = os.urandom(16)
    for mark in marks:
        id, anchor = os.urandom(16), mark.anchor
        ((start, end),) = anchor.ranges
        value = {"source": anchor.source, "layer": anchor.layer, "ranges": [[start, end]]}
        highlights.append(
            {
                "id": id, "alive": True, "source": bytes.fromhex(anchor.source), "layer": bytes.fromhex(anchor.layer),
                "person": person, "created": 1, "exact": mark.exact, "edited_quote": None, "start": start,
                "anchor": canonical({**value, "prefix": anchor.prefix, "suffix": anchor.suffix}),
            }
        )  # fmt: skip
        ranges.append({"highlight": id, "idx": 0, "start": start, "end": end})
        taggings += [
            {"id": os.urandom(16), "alive": True, "highlight": id, "concept": bytes.fromhex(one), "person": person}
            for one in mark.concepts
        ]
    return [(HighlightRow, highlights), (RangeRow, ranges), (TaggingRow, taggings)]


def _insert(engine: Engine, rows: list[tuple[type[Model], list[dict[str, Any]]]]) -> None:
    with engine.bind_ctx([table for table, _ in rows]), engine.writing():
        for table, values in rows:
            for part in chunked(values, _ROWS_A_STATEMENT):
                table.insert_many(part).execute()
