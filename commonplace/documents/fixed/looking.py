"""How closely a page is looked at: as blocks in every case, line by line where these leave a question open."""

from __future__ import annotations

from collections.abc import Iterator
from ctypes import string_at
from dataclasses import dataclass
from enum import IntEnum
from struct import Struct
from typing import Any

from commonplace.documents.fixed.arranged import Arranged, arranged
from commonplace.documents.fixed.forms import as_outline, as_plain_web, as_text, as_web
from commonplace.documents.fixed.glyphs import page_size
from commonplace.documents.fixed.lines import (
    Rect,
    Sheet,
    TextLine,
    has_raised_names,
    outlined_lines,
    quick_lines,
    text_lines,
)
from commonplace.documents.fixed.order import Order, reading_order
from commonplace.documents.fixed.questions import Block, may_be_disordered, may_have_notes, may_have_readings
from commonplace.documents.fixed.turning import as_read
from core.garbage import uncollected


class Look(IntEnum):
    """What to look for on a page where its own text shows nothing; each is all of those before it."""

    NOTHING = 0
    RAISED = 1
    """Figures that are raised within a line."""
    NOTES = 2
    """Notes and their marks, wherever they stand."""
    LINES = 3
    """Its lines in any case, be they all running text."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """A page's text as it is drawn; ``whole`` where its blocks, turned as it is read, hold all of it, line by line."""

    blocks: list[Block]
    text: str
    whole: bool


def drawn(content: Any, sheet: Sheet) -> Drawn:
    """Return the text of MuPDF's text page, of a page of this size and rotation.

    The engine's quickest form of the text has a blank line after each block.  Where blocks hold blank lines of their
    own, or characters that this form cannot tell, its slower list of blocks is asked; that loses the line ends of
    characters without extent, and some of those altogether, which the quick form tells.
    """
    quick = as_text(content)
    boxes = list(_block_boxes(content))
    texts = quick.split("\n\n")
    whole = len(texts) == len(boxes) + 1 and not texts[-1] and "\ufffd" not in quick
    if whole:
        blocks: list[Block] = [(*box, text + "\n") for box, text in zip(boxes, texts, strict=False)]
    else:
        blocks = [block[:5] for block in content.extractBLOCKS()]
        whole = quick == "".join(block[4] + "\n" for block in blocks)
    if sheet.rotation:
        blocks = [(*sheet.turned(block[:4]), block[4]) for block in blocks]
    return Drawn(blocks, "".join(block[4] for block in blocks) if whole else content.extractText(), whole)


# A box of the engine is four such numbers one behind the other; to ask for each by its name takes five times as long.
_BOX = Struct("4f")


def _block_boxes(content: Any) -> Iterator[Rect]:
    """Yield where each block of MuPDF's text page is drawn; asked for text alone, the page has no other blocks."""
    block = content.this.m_internal.first_block
    while block:
        yield _BOX.unpack(string_at(int(block.bbox.this), _BOX.size))
        block = block.next


def looked_at(content: Any, found: Drawn, sheet: Sheet, look: Look) -> Arranged | None:
    """Return a page's lines as a person reads them; None where nothing asks for a closer look than its blocks.

    Args:
        content: MuPDF's text page.
        found: What is drawn on it.
        sheet: How large the page is, and how it is turned.
        look: What to look for where its own text shows nothing.
    """
    if may_have_readings(found.text) or (
        may_be_disordered(found.blocks, found.text) and _is_disordered(content, found, sheet)
    ):
        lines = thorough(content, found, sheet)
        return arranged(lines) if lines else None
    plain = found.whole and not sheet.rotation
    if look < Look.NOTES and plain and may_have_notes(found.blocks, found.text):
        look = Look.NOTES
    if look == Look.NOTHING or (look == Look.RAISED and plain and not _raises_names(content)):
        return None
    lines = _quick(content, found) if plain else thorough(content, found, sheet)
    seen = arranged(lines, ask_order=False) if lines else None
    return seen if seen and (look == Look.LINES or not seen.is_plain) else None


def _raises_names(content: Any) -> bool:
    """Return whether a figure or sign is raised, by the engine's plain web page, made in a fifth of the time."""
    return has_raised_names(as_plain_web(content))


def _quick(content: Any, found: Drawn) -> list[TextLine]:
    rights = [block[2] for block in found.blocks for _ in range(block[4].count("\n"))]
    return quick_lines(as_web(content), found.text.split("\n")[:-1], rights)


def thorough(content: Any, found: Drawn, sheet: Sheet) -> list[TextLine]:
    """Return the lines as they are drawn with all that is known of them; none where they are not those of the text."""
    with uncollected():
        lines = text_lines(content.extractDICT(), sheet)
    return lines if len(lines) == found.text.count("\n") else []


def _is_disordered(content: Any, found: Drawn, sheet: Sheet) -> bool:
    return reading_order(outlined_lines(as_outline(content), found.text.split("\n")[:-1], sheet)) is not None


def sheet_of(page: Any) -> Sheet:
    """Return the size and rotation of MuPDF's page."""
    rotation = page.rotation
    return Sheet(*page_size(page, rotation), rotation)


def orders(page: Any, content: Any) -> Iterator[Order]:
    """Yield the orders that the lines of a page may have been put in, other than the one they are drawn in.

    ``content`` is the page's text page.
    """
    sheet = as_read(sheet_of(page), content)
    found = drawn(content, sheet)
    for look in (Look.NOTHING, Look.NOTES):
        seen = looked_at(content, found, sheet, look)
        if seen and seen.order:
            yield seen.order
