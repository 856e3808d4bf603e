"""The characters of a PDF page with their places, line by line as MuPDF finds them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, TypeAlias

import pymupdf

Rect: TypeAlias = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Glyph:
    """A character and where it is drawn: points from the top left of the unrotated page; ``size`` of its type."""

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


def page_lines(page: Any, textpage: Any = None) -> list[Line]:
    """Return the lines of a page in the order of its content; characters that MuPDF gives no box are left out."""
    content = page.get_text("rawdict", flags=pymupdf.TEXTFLAGS_TEXT, textpage=textpage)
    return [
        Line(tuple(_glyphs(line)), line["wmode"] == 1) for block in content["blocks"] for line in block.get("lines", ())
    ]


def _glyphs(line: dict[str, Any]) -> list[Glyph]:
    return [Glyph(char["c"], tuple(char["bbox"]), span["size"]) for span in line["spans"] for char in span["chars"]]


def text_of(lines: list[Line]) -> str:
    """Return the lines as text, each with a newline at its end."""
    return "".join("".join(glyph.char for glyph in line.glyphs) + "\n" for line in lines)
