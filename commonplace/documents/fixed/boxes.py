"""The box of every character of a page's text: the layer's text laid beside the page's characters as they are now."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, TypeAlias

import pymupdf

from commonplace.documents.fixed.columns import in_reading_order, is_vertical, looks_vertical, stood_up
from commonplace.documents.fixed.glyphs import Line, Rect, drawn_lines, line_of, text_of
from commonplace.documents.fixed.looking import orders
from commonplace.documents.fixed.pdf import fit_for_axis
from core.alignment import NOWHERE, align_lines
from core.garbage import uncollected
from core.records import Box

# Stands, as this very object, for the box of a character that has none of its own.
_UNPLACED: Box = (0, 0, 0, 0)
# Points.  No page is wider; what a damaged font claims beyond is cut, so that four bytes hold its thousandths.
_FAR = 2e6
# Wider than what two rounded edges may share.
_THIN = 0.002

_Drawn: TypeAlias = tuple[str, list[Box]]
"""What is drawn, each line with a newline, and a box for each character of it."""


def page_boxes(page: Any, text: str) -> list[Box]:
    """Return a box for each character of a page's stretch of the axis; none at all where the page draws no text.

    The layer's lines may stand in another order than the page draws them in.  A character without a place of its own
    (white space, a mark drawn with its letter, one that this version of the engine reads otherwise) takes its
    neighbour's, the one before it where there is one in its line.
    """
    with uncollected():
        drawn, boxes = _drawn(page, text)
        if drawn != text:
            boxes = [_UNPLACED if at == NOWHERE else boxes[at] for at in align_lines(text, drawn)]
        return _filled(boxes, text)


def _drawn(page: Any, text: str) -> _Drawn:
    """Return what a page draws, in the order of its text where that is known."""
    content = page.get_textpage(flags=pymupdf.TEXTFLAGS_TEXT)
    lines = drawn_lines(page, content)
    if any(line["wmode"] for line in lines):
        return _of_columns(in_reading_order([line_of(line) for line in lines]))
    found = _of_lines(lines)
    if found[0] == text or _has_same_lines(text, found[0]):
        return found
    return _as_columns(lines, found[0]) or _as_read(page, content, lines, text) or found


def _has_same_lines(text: str, drawn: str) -> bool:
    """Return whether two texts have the same lines, no two of which are alike, so that these tell their order."""
    ours, theirs = text.split("\n"), drawn.split("\n")
    return len(ours) == len(theirs) == len(set(ours)) and set(ours) == set(theirs)


def _as_columns(lines: list[dict[str, Any]], drawn: str) -> _Drawn | None:
    """Return what is drawn in columns of single glyphs; None where the page is not written so."""
    standing = stood_up([line_of(line) for line in lines]) if looks_vertical(drawn) else []
    return _of_columns(in_reading_order(standing)) if is_vertical(standing) else None


def _as_read(page: Any, content: Any, lines: list[dict[str, Any]], text: str) -> _Drawn | None:
    """Return what is drawn, in the order that the page is read in, where that gives the text; lines may be alike."""
    for order in orders(page, content):
        if len(order) == len(lines):
            drawn, boxes = _of_lines([lines[at] for at in order])
            if drawn == text:
                return drawn, boxes
    return None


def _of_lines(lines: Iterable[dict[str, Any]]) -> _Drawn:
    chars: list[str] = []
    boxes: list[Box] = []
    # Nearly all the time that boxes take beside the engine's goes here, by thousands of characters on a page.
    near, far, thin, whole = -_FAR, _FAR, _THIN, float.__round__
    top = bottom = 0.0
    high = low = 0
    for line in lines:
        for span in line["spans"]:
            for char in span["chars"]:
                chars.append(char["c"])
                x0, y0, x1, y1 = char["bbox"]
                if not (near < x0 < x1 - thin < far and near < y0 < y1 - thin < far):
                    boxes.append(_odd((x0, y0, x1, y1)))
                    continue
                if y0 != top or y1 != bottom:
                    top, bottom = y0, y1
                    high, low = whole(y0 * 1000.0), whole(y1 * 1000.0)
                boxes.append((whole(x0 * 1000.0), high, whole(x1 * 1000.0), low))
        chars.append("\n")
        boxes.append(_UNPLACED)
    return fit_for_axis("".join(chars)), boxes


def _of_columns(lines: list[Line]) -> _Drawn:
    boxes = [box for line in lines for box in (*(_odd(glyph.box) for glyph in line.glyphs), _UNPLACED)]
    return fit_for_axis(text_of(lines)), boxes


def _odd(edges: Rect) -> Box:
    """Return the box of any rectangle; text that a file says stands for other glyphs has one without extent.

    Its corners may come in any order: text may be mirrored.
    """
    x0, y0, x1, y1 = (round(1000.0 * max(min(edge, _FAR), -_FAR)) for edge in edges)
    return (min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)) if x0 != x1 and y0 != y1 else _UNPLACED


def _filled(found: list[Box], text: str) -> list[Box]:
    """Return boxes with a neighbour's for each character that has none of its own."""
    missing = [index for index, box in enumerate(found) if box is _UNPLACED]
    if len(missing) == len(found):
        return []
    following: dict[int, int] = {}
    for index in reversed(missing):
        following[index] = following.get(index + 1, index + 1)
    filled = found.copy()
    for index in missing:
        after = following[index]
        filled[index] = filled[index - 1] if _goes_with_last(text, index, after, found) else found[after]
    return filled


def _goes_with_last(text: str, index: int, following: int, found: list[Box]) -> bool:
    """Return whether a character without a box goes with the one before it, not with the next one that has a box.

    A sign without a width of its own after a space belongs to what follows: the foot of an arrow, a mark.
    """
    if following == len(text):
        return True
    before = text[index - 1 : index] or "\n"
    if before == "\n":
        return False
    leads = before.isspace() and found[index - 1] is not _UNPLACED and not text[index].isspace()
    return not leads or "\n" in text[index:following]
