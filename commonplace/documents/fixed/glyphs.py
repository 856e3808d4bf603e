"""The characters of a PDF page with their places, line by line as MuPDF finds them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, NamedTuple, TypeAlias

import pymupdf

from core.garbage import uncollected

# How far above the baseline a glyph of vertical writing begins, where a font does not say (ISO 32000-1, 9.7.4.3).
_ABOVE = 0.88

Rect: TypeAlias = tuple[float, float, float, float]


class Glyph(NamedTuple):
    """A character and where it is drawn: points from the top left of the unrotated page; ``size`` of its type.

    There are thousands on a page; a data class takes four times as long to make.
    """

    char: str
    box: Rect
    size: float

    @property
    def middle(self) -> tuple[float, float]:
        return (self.box[0] + self.box[2]) / 2, (self.box[1] + self.box[3]) / 2


@dataclass(frozen=True, slots=True)
class Line:
    """A run of characters; ``vertical`` where they are written from top to bottom."""

    glyphs: tuple[Glyph, ...]
    vertical: bool


def page_size(page: Any, rotation: int) -> tuple[float, float]:
    """Return the width and height in points of a page before its rotation, as it is drawn.

    What a page is cut to may reach beyond its paper, and its unit may be other than a point: MuPDF minds both here,
    not in the boxes that it reads from the file.
    """
    shown = page.rect
    return (shown.height, shown.width) if rotation % 180 else (shown.width, shown.height)


def page_lines(page: Any, textpage: Any = None) -> list[Line]:
    """Return the lines of a page in the order of its content; characters that MuPDF gives no box are left out."""
    with uncollected():
        return [line_of(line) for line in drawn_lines(page, textpage)]


def drawn_lines(page: Any, textpage: Any = None) -> list[dict[str, Any]]:
    """Return the lines of a page as MuPDF describes them: spans with the box of each character."""
    content = page.get_text("rawdict", flags=pymupdf.TEXTFLAGS_TEXT, textpage=textpage)
    return [line for block in content["blocks"] for line in block.get("lines", ())]


def line_of(drawn: dict[str, Any]) -> Line:
    vertical = drawn["wmode"] == 1
    placed = _standing if vertical else _lying
    return Line(
        tuple(
            Glyph(char["c"], placed(char["bbox"], drawn["dir"], span["size"]), span["size"])
            for span in drawn["spans"]
            for char in span["chars"]
        ),
        vertical=vertical,
    )


def _lying(box: Rect, _way: tuple[float, float], _size: float) -> Rect:
    return box


def _standing(box: Rect, way: tuple[float, float], size: float) -> Rect:
    """Return where a glyph of vertical writing is: MuPDF begins its box at the baseline instead of above it."""
    right, down = way[0] * size * _ABOVE, way[1] * size * _ABOVE
    return box[0] - right, box[1] - down, box[2] - right, box[3] - down


def text_of(lines: list[Line]) -> str:
    """Return the lines as text, each with a newline at its end."""
    return "".join("".join(glyph.char for glyph in line.glyphs) + "\n" for line in lines)
