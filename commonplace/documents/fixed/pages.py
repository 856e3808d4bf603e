"""One page to its text in reading order, with the notes and readings that are no running text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import Any, NamedTuple

from commonplace.documents.fixed.arranged import Arranged
from commonplace.documents.fixed.captions import find_captions, may_have_captions
from commonplace.documents.fixed.columns import columns_and_readings, is_vertical, looks_vertical, stood_up
from commonplace.documents.fixed.edges import Stretch, are_side_by_side, edges
from commonplace.documents.fixed.endnotes import Rows, may_have_others, may_have_raised
from commonplace.documents.fixed.glyphs import Line, page_lines, text_of
from commonplace.documents.fixed.lines import Rect, Sheet
from commonplace.documents.fixed.looking import Drawn, Look, drawn, looked_at
from commonplace.documents.fixed.marks import Mark, is_attached, said_marks
from commonplace.documents.fixed.notes import OpenNote, continued, open_note
from commonplace.documents.fixed.notices import find_notice, may_have_notice
from commonplace.documents.fixed.numerals import numerals
from commonplace.documents.fixed.ruby import find_readings
from commonplace.documents.fixed.vertical_notes import vertical_notes
from core.records import Span


class Pending(NamedTuple):
    """What the pages so far leave open: a note that may go on, and the rows of marks."""

    note: OpenNote | None = None
    rows: Rows = Rows()


NOTHING_PENDING = Pending()


@dataclass(frozen=True, slots=True)
class PageText:
    """A page as it is read.

    Attributes:
        text: Its lines, each with a newline.
        stretches: Where its parts are drawn.
        asides: Notes, their marks, and readings, by places in the text.
        raised: What may be a note's mark though the page has no such note; ``asides`` may hold some of it.
        pending: What the next page has to go on with.
        height: How high it is, in points, as it is read.
    """

    text: str
    stretches: tuple[Stretch, ...] = ()
    asides: tuple[Span, ...] = ()
    raised: tuple[Span, ...] = ()
    pending: Pending = NOTHING_PENDING
    height: float = 0.0


def read_page(page: Any, content: Any, sheet: Sheet, before: Pending, *, first: bool) -> PageText:
    """Return a page's text.

    Args:
        page: MuPDF's page.
        content: Its text page.
        sheet: Its size, and how it is turned to be read.
        before: What the pages before leave open.
        first: Whether it is the first one, which may have a notice at its foot.
    """
    found = drawn(content, sheet)
    if looks_vertical(found.text):
        lines = stood_up(page_lines(page, content))
        if is_vertical(lines):
            return replace(_vertical(lines), pending=Pending(None, before.rows))
    for_notice = first and may_have_notice(found.blocks, sheet.shown_height)
    goes_on = before.note is not None and not before.note.ended
    in_any_case = for_notice or goes_on or may_have_captions(found.text)
    look = Look.LINES if in_any_case else _look(found.text, before.rows)
    if seen := looked_at(content, found, sheet, look):
        return _put_in_order(seen, found, sheet, before, for_notice=for_notice)
    said = tuple(Span(start, end, "note-mark", name) for start, end, name in said_marks(found.text))
    rows = before.rows.after(int(mark.target) for mark in said)
    return PageText(found.text, tuple(_stretches(found, sheet)), raised=said, pending=Pending(None, rows))


def _look(text: str, rows: Rows) -> Look:
    if may_have_others(text, rows):
        return Look.NOTES
    return Look.RAISED if may_have_raised(text, rows) else Look.NOTHING


def _stretches(found: Drawn, sheet: Sheet) -> Iterator[Stretch]:
    """Yield the blocks near the page's edges."""
    at = 0
    head, foot = edges(sheet.shown_height)
    for left, top, right, bottom, text in found.blocks:
        start = at if found.whole else found.text.find(text, at)
        if start >= 0:
            at = start + len(text)
            if top <= head or bottom >= foot:
                yield Stretch(start, text, (left, top, right, bottom))


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
    asides = vertical_notes(columns, readings)
    if ruby:
        asides.append(Span(len(text), len(text) + len(ruby), "ruby"))
    return PageText(text + ruby, stretches, tuple(asides))


def _around(line: Line) -> tuple[float, float, float, float]:
    boxes = [glyph.box for glyph in line.glyphs]
    return (
        min(box[0] for box in boxes),
        min(box[1] for box in boxes),
        max(box[2] for box in boxes),
        max(box[3] for box in boxes),
    )


def _put_in_order(found: Arranged, by: Drawn, sheet: Sheet, before: Pending, *, for_notice: bool) -> PageText:
    texts = by.text.split("\n")[:-1]
    if found.order:
        texts = [texts[at] for at in found.order]
    starts = list(accumulate((len(text) + 1 for text in texts), initial=0))
    head, foot = edges(sheet.shown_height)
    going_on = continued(found.lines, found.notes, before.note) if before.note else ()
    asides = [Span(starts[at], starts[at + 1], "ruby") for at in find_readings(found.lines)]
    notice = find_notice(found.lines, found.notes.lines) if for_notice else []
    asides += _runs(going_on or notice, (), starts)
    asides += _runs(found.notes.lines, found.notes.starts, starts)
    asides += _spans(found.notes.marks, starts)
    inside = {*found.notes.lines, *going_on, *notice}
    asides += _runs(find_captions(found.lines, inside), (), starts, "caption")
    raised = [
        mark
        for mark in found.marks
        if mark.name.isdecimal() and mark.line not in inside and is_attached(found.lines[mark.line].text, mark)
    ]
    return PageText(
        "\n".join([*texts, ""]),
        tuple(
            Stretch(starts[at], texts[at] + "\n", box)
            for at, box in enumerate(_boxes(found, by))
            if box[1] <= head or box[3] >= foot
        ),
        tuple(sorted(asides, key=lambda span: span.start)),
        tuple(_spans(raised, starts)),
        Pending(
            open_note(found.lines, found.notes.lines or going_on),
            before.rows.after(int(mark.name) for mark in raised),
        ),
    )


def _boxes(found: Arranged, by: Drawn) -> list[Rect]:
    """Return where lines stand, within the blocks that are all that is known of pages which got no closer look."""
    boxes = [line.box for line in found.lines]
    if not by.whole:
        return boxes
    placed = found.order or range(len(boxes))
    at_drawn = dict(zip(placed, range(len(boxes)), strict=True))
    done = 0
    for block in by.blocks:
        texts = block[4].split("\n")[:-1]
        rows = [at_drawn[at] for at in range(done, done + len(texts))]
        done += len(rows)
        one_row = are_side_by_side(texts, block[:4])
        up, down = block[1] - min(boxes[at][1] for at in rows), block[3] - max(boxes[at][3] for at in rows)
        for at in rows:
            left, top, right, bottom = boxes[at]
            boxes[at] = (left, block[1], right, block[3]) if one_row else (left, top + up, right, bottom + down)
    return boxes


def _spans(marks: Sequence[Mark], starts: Sequence[int]) -> list[Span]:
    return [Span(starts[at] + begin, starts[at] + end, "note-mark", name) for at, begin, end, name in marks]


def _runs(lines: Sequence[int], begins: Sequence[int], starts: Sequence[int], style: str = "footnote") -> list[Span]:
    """Return the stretches of lines that follow each other; a line that begins a note begins one of its own."""
    spans: list[Span] = []
    for at in lines:
        if spans and spans[-1].end == starts[at] and at not in begins:
            spans[-1] = Span(spans[-1].start, starts[at + 1], style)
        else:
            spans.append(Span(starts[at], starts[at + 1], style))
    return spans
