"""A page drawn, wholly or in part, at any size and turned as it is wanted."""

from __future__ import annotations

from typing import Any

import pymupdf

from commonplace.documents.fixed.glyphs import page_size
from commonplace.documents.reading import MOST_PIXELS, PagePicture, UnreadableError
from core.records import Box


def page_picture(page: Any, zoom: float, rotation: int, clip: Box | None) -> PagePicture:
    """Return the picture of a page on white.

    Args:
        page: MuPDF's page.
        zoom: How many pixels a point takes.
        rotation: How far it is turned clockwise from the unrotated page: 0, 90, 180 or 270.
        clip: The part that is wanted, where boxes count: in thousandths of a point of the unrotated page.

    Raises:
        UnreadableError: There is nothing of the page in it, or more than MOST_PIXELS.
    """
    width, height = page_size(page, page.rotation)
    paper = pymupdf.Rect(0, 0, width, height)
    part = paper if clip is None else pymupdf.Rect(*(edge / 1000 for edge in clip)) & paper
    if not (part.width > 0 and part.height > 0):
        raise UnreadableError("no-part", "No part of the page lies there.")
    if part.width * part.height * zoom * zoom > MOST_PIXELS:
        raise UnreadableError("too-large", "A picture of that size would take too much memory.")
    shown = _shown(page.rotation, width, height)
    turn = ~shown * pymupdf.Matrix(zoom, zoom) * pymupdf.Matrix(rotation)
    drawn = page.get_pixmap(matrix=turn, clip=part * shown, colorspace=pymupdf.csRGB, alpha=False)
    return PagePicture(drawn.width, drawn.height, bytes(drawn.samples))


def _shown(rotation: int, width: float, height: float) -> Any:
    """Return what turns the unrotated page as it is shown; PyMuPDF's own does not mind the page's unit."""
    right, down = {90: (height, 0), 180: (width, height), 270: (0, width)}.get(rotation, (0, 0))
    turn = pymupdf.Matrix(rotation)
    return pymupdf.Matrix(turn.a, turn.b, turn.c, turn.d, right, down)
