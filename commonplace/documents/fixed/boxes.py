"""The box of every character of a page's text: the layer's text laid beside the page's characters as they are now."""

from __future__ import annotations

from typing import Any

from commonplace.documents.fixed.columns import in_reading_order, is_vertical
from commonplace.documents.fixed.glyphs import Glyph, Line, page_lines
from core.alignment import NOWHERE, align
from core.records import Box


def page_boxes(page: Any, text: str) -> list[Box]:
    """Return a box for each character of a page's stretch of the axis; none at all where the page draws no text.

    A character without a place of its own (white space, a mark drawn with its letter, one that this version of the
    engine reads otherwise) takes its neighbour's, the one before it where there is one in its line.
    """
    lines = page_lines(page)
    if is_vertical(lines):
        lines = in_reading_order(lines)
    drawn, places = _drawn(lines)
    found = [None if at == NOWHERE else places[at] for at in align(text, drawn)]
    return _filled(found, text)


def _drawn(lines: list[Line]) -> tuple[str, list[Box | None]]:
    chars: list[str] = []
    places: list[Box | None] = []
    for line in lines:
        for glyph in line.glyphs:
            # A ligature that reads as several characters is one glyph for all of them.
            chars.extend(glyph.char)
            places.extend([_box(glyph)] * len(glyph.char))
        chars.append("\n")
        places.append(None)
    return "".join(chars), places


def _box(glyph: Glyph) -> Box | None:
    """Return a glyph's box; none where it has no extent, as the text that a file says stands for other glyphs."""
    x0, y0, x1, y1 = (round(edge * 1000) for edge in glyph.box)
    box = min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)
    return box if box[0] < box[2] and box[1] < box[3] else None


def _filled(found: list[Box | None], text: str) -> list[Box]:
    known = [index for index, box in enumerate(found) if box is not None]
    if not known:
        return []
    filled: list[Box] = []
    coming = iter(known)
    following = next(coming)
    last: Box | None = None
    for index, box in enumerate(found):
        while following < index and (later := next(coming, None)) is not None:
            following = later
        if box is None:
            begins_line = index == 0 or text[index - 1] == "\n"
            next_box = found[following] if following >= index else None
            box = (next_box if begins_line and next_box else last) or next_box or found[known[-1]]
        assert box is not None
        filled.append(box)
        last = box
    return filled
