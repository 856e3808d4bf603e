"""The box of every character of a page's text: the layer's text laid beside the page's characters as they are now."""

from __future__ import annotations

from itertools import chain
from typing import Any

from commonplace.documents.fixed.columns import in_reading_order, is_vertical, looks_vertical, stood_up
from commonplace.documents.fixed.glyphs import Line, Rect, drawn_lines, line_of, text_of, uncollected
from commonplace.documents.fixed.looking import orders
from commonplace.documents.fixed.pdf import fit_for_axis
from core.alignment import NOWHERE, align_lines
from core.records import Box

_NOTHING: Rect = (0.0, 0.0, 0.0, 0.0)
# No page is wider; what a damaged font claims beyond is cut, so that four bytes hold it.
_FAR = 2e9


def page_boxes(page: Any, text: str) -> list[Box]:
    """Return a box for each character of a page's stretch of the axis; none at all where the page draws no text.

    The layer's lines may stand in another order than the page draws them in.  A character without a place of its own
    (white space, a mark drawn with its letter, one that this version of the engine reads otherwise) takes its
    neighbour's, the one before it where there is one in its line.
    """
    with uncollected():
        lines = drawn_lines(page)
        if any(line["wmode"] for line in lines):
            drawn, edges = _of_columns(in_reading_order([line_of(line) for line in lines]))
        else:
            drawn, edges = _of_lines(lines)
            if fit_for_axis(drawn) != text:
                drawn, edges = _as_columns(lines, drawn) or _as_read(page, lines, text) or (drawn, edges)
        places = _boxes(edges)
    return _filled([None if at == NOWHERE else places[at] for at in align_lines(text, fit_for_axis(drawn))], text)


def _as_columns(lines: list[dict[str, Any]], drawn: str) -> tuple[str, list[Rect]] | None:
    """Return what is drawn in columns of single glyphs; None where the page is not written so."""
    standing = stood_up([line_of(line) for line in lines]) if looks_vertical(drawn) else []
    return _of_columns(in_reading_order(standing)) if is_vertical(standing) else None


def _as_read(page: Any, lines: list[dict[str, Any]], text: str) -> tuple[str, list[Rect]] | None:
    """Return what is drawn, in the order that the page is read in, where that gives the text; lines may be alike."""
    for order in orders(page):
        if len(order) == len(lines):
            drawn, edges = _of_lines([lines[at] for at in order])
            if fit_for_axis(drawn) == text:
                return drawn, edges
    return None


def _of_lines(lines: list[dict[str, Any]]) -> tuple[str, list[Rect]]:
    """Return what is drawn, each line with a newline, and a rectangle for each character of it."""
    chars: list[str] = []
    edges: list[Rect] = []
    for line in lines:
        for span in line["spans"]:
            for char in span["chars"]:
                chars.append(char["c"])
                edges.append(char["bbox"])
        chars.append("\n")
        edges.append(_NOTHING)
    return "".join(chars), edges


def _of_columns(lines: list[Line]) -> tuple[str, list[Rect]]:
    edges = [edge for line in lines for edge in (*(glyph.box for glyph in line.glyphs), _NOTHING)]
    return text_of(lines), edges


def _boxes(edges: list[Rect]) -> list[Box | None]:
    """Return rectangles as boxes; none where one has no extent, as the text that a file says stands for other glyphs.

    Their corners may come in any order: text may be mirrored.
    """
    lengths = list(map((1000.0).__mul__, chain.from_iterable(edges)))
    if max(lengths, default=0) > _FAR or min(lengths, default=0) < -_FAR:
        lengths = [max(min(length, _FAR), -_FAR) for length in lengths]
    flat = map(round, lengths)
    return [
        (x0, y0, x1, y1) if x0 < x1 and y0 < y1 else _sorted(x0, y0, x1, y1)
        for x0, y0, x1, y1 in zip(flat, flat, flat, flat, strict=True)
    ]


def _sorted(x0: int, y0: int, x1: int, y1: int) -> Box | None:
    return (min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)) if x0 != x1 and y0 != y1 else None


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
            before = text[index - 1 : index] or "\n"
            after = found[following] if following >= index else None
            # A sign without a width of its own after a space belongs to what follows: the foot of an arrow, a mark.
            leads = _is_drawn_space(text, found, index - 1) and not text[index].isspace()
            leads = leads and "\n" not in text[index:following]
            box = (after if before == "\n" or leads else last) or last or after or found[known[-1]]
        assert box is not None
        filled.append(box)
        last = box
    return filled


def _is_drawn_space(text: str, found: list[Box | None], index: int) -> bool:
    return index >= 0 and text[index].isspace() and found[index] is not None
