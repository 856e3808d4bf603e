"""One page to its text in reading order, with the notes and readings that are no running text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Any

import pymupdf

from commonplace.documents.fixed.arranged import Arranged, arranged
from commonplace.documents.fixed.columns import columns_and_readings, is_vertical, looks_vertical
from commonplace.documents.fixed.edges import Stretch
from commonplace.documents.fixed.glyphs import Line, page_lines, page_size, text_of, uncollected
from commonplace.documents.fixed.lines import text_lines, turner
from commonplace.documents.fixed.notes import continued, open_note
from commonplace.documents.fixed.questions import Block, may_be_disordered, may_have_notes, may_have_readings
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


def read_page(page: Any, content: Any, open_size: float) -> PageText:
    """Return a page's text.

    Args:
        page: MuPDF's page.
        content: Its text page.
        open_size: The type size of a note of the page before that may go on here, or 0.
    """
    blocks: list[Block] = content.extractBLOCKS()
    text = "".join(block[4] for block in blocks)
    if not _are_whole(blocks, content):
        # Blocks lose the line ends of characters without extent, and some of those altogether.
        text = content.extractText()
    if looks_vertical(text):
        lines = page_lines(page, content)
        if is_vertical(lines):
            return _vertical(lines)
    ask_order = may_be_disordered(blocks, text)
    ask_readings = may_have_readings(text)
    if ask_order or ask_readings or open_size or may_have_notes(blocks, text):
        with uncollected():
            description = content.extractDICT()
        found = text_lines(description, turner(page.rotation, *page_size(page)), page.rotation)
        if text.count("\n") == len(found):
            return _looked_at(arranged(found, ask_order=ask_order), text, open_size)
    return PageText(text, tuple(_stretches(page, blocks, text)))


def _are_whole(blocks: Sequence[Block], content: Any) -> bool:
    """Return whether blocks hold all of a page's text, by the engine's quickest form of it, a blank line after each."""
    buffer = pymupdf.mupdf.fz_new_buffer(4096)
    output = pymupdf.mupdf.FzOutput(buffer)
    pymupdf.mupdf.fz_print_stext_page_as_text(output, content.this)
    output.fz_close_output()
    plain: bytes = pymupdf.mupdf.fz_buffer_extract_copy(buffer)
    return plain == "".join(block[4] + "\n" for block in blocks).encode("utf-8", "replace")


def _stretches(page: Any, blocks: Sequence[Block], text: str) -> Iterator[Stretch]:
    turn = turner(page.rotation, *page_size(page)) if page.rotation else None
    at = 0
    for block in blocks:
        start = text.find(block[4], at)
        if start >= 0:
            yield Stretch(start, block[4], turn(block[:4]) if turn else block[:4])
            at = start + len(block[4])


def _vertical(lines: Sequence[Line]) -> PageText:
    columns, readings = columns_and_readings(lines)
    text, ruby = text_of(columns), text_of(readings)
    starts = accumulate((len(text_of([line])) for line in columns), initial=0)
    stretches = tuple(
        Stretch(start, text_of([line]), _around(line))
        for start, line in zip(starts, columns, strict=False)
        if line.glyphs
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


def _looked_at(found: Arranged, drawn: str, open_size: float) -> PageText:
    texts = drawn.split("\n")[:-1]
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
        "".join(f"{text}\n" for text in texts),
        tuple(
            Stretch(start, f"{text}\n", line.box) for start, text, line in zip(starts, texts, found.lines, strict=False)
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
