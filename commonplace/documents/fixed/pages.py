"""One page to its text in reading order, with the notes and readings that are no running text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Any

from commonplace.documents.fixed.arranged import Arranged
from commonplace.documents.fixed.columns import columns_and_readings, is_vertical, looks_vertical, stood_up
from commonplace.documents.fixed.edges import Stretch, is_near_edge
from commonplace.documents.fixed.glyphs import Line, page_lines, text_of
from commonplace.documents.fixed.lines import Sheet
from commonplace.documents.fixed.looking import Drawn, drawn, looked_at
from commonplace.documents.fixed.notes import continued, open_note
from commonplace.documents.fixed.numerals import numerals
from commonplace.documents.fixed.ruby import find_readings
from core.records import Span


@dataclass(frozen=True, slots=True)
class PageText:
    """A page as it is read.

    Attributes:
        text: Its lines, each with a newline.
        stretches: Where its parts are drawn.
        asides: Notes, their marks, and readings, by places in the text.
        open_note: The type size of a note that may go on on the next page, or 0.
    """

    text: str
    stretches: tuple[Stretch, ...] = ()
    asides: tuple[Span, ...] = ()
    open_note: float = 0.0


def read_page(page: Any, content: Any, sheet: Sheet, open_size: float) -> PageText:
    """Return a page's text.

    Args:
        page: MuPDF's page.
        content: Its text page.
        sheet: Its size and rotation.
        open_size: The type size of a note of the page before that may go on here, or 0.
    """
    found = drawn(content, sheet)
    if looks_vertical(found.text):
        lines = stood_up(page_lines(page, content))
        if is_vertical(lines):
            return _vertical(lines)
    if seen := looked_at(content, found, sheet, for_notes=open_size > 0):
        return _put_in_order(seen, found.text, sheet, open_size)
    return PageText(found.text, tuple(_stretches(found, sheet)))


def _stretches(found: Drawn, sheet: Sheet) -> Iterator[Stretch]:
    """Yield the blocks near the page's edges."""
    at = 0
    for block in found.blocks:
        text = block[4]
        start = at if found.whole else found.text.find(text, at)
        if start >= 0:
            at = start + len(text)
            if is_near_edge(block[:4], sheet.shown_height):
                yield Stretch(start, text, block[:4])


def _vertical(lines: Sequence[Line]) -> PageText:
    columns, readings = columns_and_readings(lines)
    text, ruby = text_of(columns), text_of(readings)
    starts = accumulate((len(text_of([line])) for line in columns), initial=0)
    # A column begins and ends where heads and page numbers stand, and is neither.
    stretches = tuple(
        Stretch(start, text_of([line]), _around(line))
        for start, line in zip(starts, columns, strict=False)
        if line.glyphs and (not line.vertical or numerals(text_of([line]).strip()))
    )
    asides = (Span(len(text), len(text) + len(ruby), "ruby"),) if ruby else ()
    return PageText(text + ruby, stretches, asides)


def _around(line: Line) -> tuple[float, float, float, float]:
    boxes = [glyph.box for glyph in line.glyphs]
    return (
        min(box[0] for box in boxes),
        min(box[1] for box in boxes),
        max(box[2] for box in boxes),
        max(box[3] for box in boxes),
    )


def _put_in_order(found: Arranged, drawn_text: str, sheet: Sheet, open_size: float) -> PageText:
    texts = drawn_text.split("\n")[:-1]
    if found.order:
        texts = [texts[at] for at in found.order]
    starts = list(accumulate((len(text) + 1 for text in texts), initial=0))
    going_on = continued(found.lines, found.notes, open_size) if open_size else ()
    asides = [Span(starts[at], starts[at + 1], "ruby") for at in find_readings(found.lines)]
    asides += _runs(going_on, (), starts)
    asides += _runs(found.notes.lines, found.notes.starts, starts)
    asides += [
        Span(starts[at] + begin, starts[at] + end, "note-mark", name) for at, begin, end, name in found.notes.marks
    ]
    return PageText(
        "\n".join([*texts, ""]),
        tuple(
            Stretch(starts[at], texts[at] + "\n", line.box)
            for at, line in enumerate(found.lines)
            if is_near_edge(line.box, sheet.shown_height)
        ),
        tuple(sorted(asides, key=lambda span: span.start)),
        open_note(found.lines, found.notes.lines or going_on),
    )


def _runs(lines: Sequence[int], begins: Sequence[int], starts: Sequence[int]) -> list[Span]:
    """Return the stretches of lines that follow each other; a line that begins a note begins one of its own."""
    spans: list[Span] = []
    for at in lines:
        if spans and spans[-1].end == starts[at] and at not in begins:
            spans[-1] = Span(spans[-1].start, starts[at + 1], "footnote")
        else:
            spans.append(Span(starts[at], starts[at + 1], "footnote"))
    return spans
