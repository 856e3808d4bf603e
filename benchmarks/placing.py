"""The boxes of a dense page's characters, beside MuPDF telling them."""

from __future__ import annotations

import random
from collections.abc import Iterator

import pymupdf

from benchmarks.inputs import WORDS
from benchmarks.table import Line, in_pairs, timed
from commonplace.documents.fixed.boxes import page_boxes
from core.points import PagePoints

CHARACTERS = 6000
BOXES_SECONDS, REREAD_SECONDS, POINTS_SECONDS = 0.015, 0.1, 0.05


def box_lines(runs: int) -> Iterator[Line]:
    with pymupdf.open() as document:
        page = _dense(document)
        text = page.get_text(flags=pymupdf.TEXTFLAGS_TEXT)
        other = _read_otherwise(text)
        boxes = page_boxes(page, text)

        def engine() -> float:
            return timed(lambda: page.get_text("rawdict", flags=pymupdf.TEXTFLAGS_TEXT))

        kinds = [
            ("boxes of a page", lambda: page_boxes(page, text), 2.0, BOXES_SECONDS),
            ("boxes of a page that was read otherwise", lambda: page_boxes(page, other), 4.0, REREAD_SECONDS),
            (
                "a page made ready for points",
                lambda: PagePoints(text, boxes).hit(100_000, 100_000),
                2.0,
                POINTS_SECONDS,
            ),
        ]
        for name, work, factor, limit in kinds:
            pairs = in_pairs(lambda work=work: timed(work), engine, 5 * runs)  # type: ignore[misc]
            yield pairs.at_most(f"{name} ({len(text):,} characters)", factor, limit)


def _dense(document: pymupdf.Document) -> pymupdf.Page:
    chance = random.Random(3)
    page = document.new_page()
    written = line = 0
    while written < CHARACTERS:
        words = " ".join(chance.choices(WORDS, k=20))
        page.insert_text((30, 30 + 9 * line), words, fontsize=7)
        line, written = line + 1, written + len(words)
    return page


def _read_otherwise(text: str) -> str:
    """Return the text as another reader may give it: spaces and hyphens lost or added here and there."""
    chance = random.Random(4)
    return "".join(chance.choice(("", "  ", "-")) if char == " " and chance.random() < 0.1 else char for char in text)
