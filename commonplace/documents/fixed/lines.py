"""The printed lines of a page with their places and type sizes, as MuPDF describes them, turned as they are read."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Sequence
from html import unescape
from typing import Any, NamedTuple, TypeAlias

Rect: TypeAlias = tuple[float, float, float, float]


class Piece(NamedTuple):
    """A run of one type in a line; ``size`` in points, ``raised`` where it stands above the line's beginning."""

    text: str
    size: float
    raised: bool


class TextLine(NamedTuple):
    """A printed line; there are many, and a data class takes three times as long to make.

    Attributes:
        letters: How many characters it has, without white space at its ends.
        box: Points from the top left of the page as it is read.
        base: How far down its baseline lies.
        size: The type that most of its characters are set in.
        upright: Whether it runs as the lines of a page do; others stand on their side or on their head.
        pieces: The runs of type it is made of; none where nothing of it is raised.
        rise: How far its beginning stands above ``base``.
    """

    text: str
    letters: int
    box: Rect
    base: float
    size: float
    upright: bool = True
    pieces: tuple[Piece, ...] = ()
    rise: float = 0.0


class Sheet(NamedTuple):
    """A page's width and height in points before its rotation."""

    width: float
    height: float
    rotation: int

    @property
    def shown_height(self) -> float:
        return self.width if self.rotation % 180 else self.height

    def turned(self, box: Rect) -> Rect:
        """Return a box of the page as the page is shown."""
        x0, y0, x1, y1 = box
        if self.rotation == 90:
            return self.height - y1, x0, self.height - y0, x1
        if self.rotation == 180:
            return self.width - x1, self.height - y1, self.width - x0, self.height - y0
        if self.rotation == 270:
            return y0, self.width - x1, y1, self.width - x0
        return box


def text_lines(content: dict[str, Any], sheet: Sheet) -> list[TextLine]:
    """Return the lines of MuPDF's description of a page, in its order; each is one line of MuPDF's text."""
    return [_line(line, sheet) for block in content["blocks"] for line in block.get("lines", ())]


def _line(line: dict[str, Any], sheet: Sheet) -> TextLine:
    spans = [span for span in line["spans"] if span["text"]]
    bases = [sheet.turned((*span["origin"], *span["origin"]))[3] for span in spans]
    pieces = tuple(
        Piece(span["text"], span["size"], base < bases[0] - 0.1 * span["size"])
        for span, base in zip(spans, bases, strict=True)
    )
    x, y = line["dir"]
    along_x, along_y = {90: (0, -1), 180: (-1, 0), 270: (0, 1)}.get(sheet.rotation, (1, 0))
    upright = line["wmode"] == 0 and x * along_x + y * along_y > 0.99
    text = "".join(piece.text for piece in pieces)
    box = sheet.turned(line["bbox"])
    base = max(bases, default=box[3])
    rise = base - bases[0] if bases else 0.0
    return TextLine(text, len(text.strip()), box, base, _main_size(pieces), upright, pieces, rise)


def outlined_lines(description: str, texts: Sequence[str], sheet: Sheet) -> list[TextLine]:
    """Return the lines of a page from MuPDF's short description of it in tenths of a point, made in half the time.

    It does not tell what types a line is of beside its first, nor which way it runs; those higher than wide are taken
    for lines on their side.  No lines are returned where it has more or fewer than there are texts.
    """
    found = _outlined(description)
    if len(found) != len(texts):
        return []
    lines = []
    for line, text in zip(found, texts, strict=True):
        box = line["bbox"]
        x0, y0, width, height = box["x"] / 10, box["y"] / 10, box["w"] / 10, box["h"] / 10
        turned = sheet.turned((x0, y0, x0 + width, y0 + height))
        letters = len(text.strip())
        upright = line["wmode"] == 0 and (letters < 3 or turned[2] - turned[0] > turned[3] - turned[1])
        lines.append(TextLine(text, letters, turned, turned[3], line["font"]["size"] / 10, upright))
    return lines


def _main_size(pieces: Sequence[Piece]) -> float:
    if len(pieces) == 1:
        return round(pieces[0].size, 1)
    sizes: Counter[float] = Counter()
    for piece in pieces:
        sizes[round(piece.size, 1)] += len(piece.text.strip())
    return max(sizes, key=lambda size: sizes[size]) if sizes else 0.0


_LINE = '<p style="top:'
_RUN = re.compile('(<sup>)?(?:<[a-z]+>)*<span style="[^"]*?font-size:([0-9.]+)pt[^"]*">(.*?)</span>', re.DOTALL)
_MAY_BEGIN_NOTES = frozenset("0123456789０１２３４５６７８９([*∗†‡§¶‖（［〔注註※")
# The lines of MuPDF's web page have so much of their height above their baselines.
_RISE = 0.8


_RAISED_NAME = re.compile("<sup>(?:<[a-z]+>)*[^<]*[0-9*]")


def has_raised_names(page: str) -> bool:
    """Return whether a figure or sign is raised in MuPDF's plain web page of a page; entities are of figures, too."""
    return _RAISED_NAME.search(page) is not None


def quick_lines(page: str, texts: Sequence[str], rights: Sequence[float]) -> list[TextLine]:
    """Return the lines of a page from MuPDF's web page of it, which is made in a quarter of the time.

    It tells neither where lines end nor which way they run, and of their types the first one and what is raised.

    Args:
        page: MuPDF's web page.
        texts: The lines' texts; no lines are returned where it has more or fewer.
        rights: For each line where its block ends.
    """
    found = page.split(_LINE)[1:]
    if len(found) != len(texts):
        return []
    lines = []
    for line, text, right in zip(found, texts, rights, strict=True):
        place, _, content = line.partition('">')
        # As in 71.2pt;left:60.0pt;line-height:11.0pt
        top, left, height, _ = place.split("pt")
        size = float(height.rpartition(":")[2])
        base = float(top) + _RISE * size
        pieces: tuple[Piece, ...] = ()
        if "<sup>" in content or (text[:1] in _MAY_BEGIN_NOTES and content.count("<span") > 1):
            pieces = _pieces(content)
            # The first type is that of a note's raised number, where one begins the line.
            size = _main_size(pieces) or size
        box = float(left.rpartition(":")[2]), base - _RISE * size, right, base + (1 - _RISE) * size
        lines.append(TextLine(text, len(text.strip()), box, base, size, pieces=pieces))
    return lines


def _pieces(content: str) -> tuple[Piece, ...]:
    return tuple(Piece(unescape(run), float(points), bool(sup)) for sup, points, run in _RUN.findall(content))


def _outlined(description: str) -> list[dict[str, Any]]:
    """Return the lines of MuPDF's short description of a page; none where a page's characters make no JSON of it."""
    try:
        content = json.loads(description, strict=False)
    except ValueError:
        return []
    return [line for block in content["blocks"] for line in block.get("lines", ())]


def typed_runs(page: str, description: str) -> list[tuple[list[tuple[str, float]], float]]:
    """Return for each line of a page that runs from left to right its runs, with their sizes, and how far down it is.

    Args:
        page: MuPDF's web page.
        description: Its short description of the page in tenths of a point; where that has other lines, none are told.
    """
    found = page.split(_LINE)[1:]
    boxes = [line["bbox"] for line in _outlined(description)]
    if len(found) != len(boxes):
        return []
    lines = []
    for content, box in zip(found, boxes, strict=True):
        runs = [(piece.text, piece.size) for piece in _pieces(content)]
        letters = sum(len(text.strip()) for text, _ in runs)
        if letters and (letters < 3 or box["w"] > box["h"]):
            lines.append((runs, box["y"] / 10))
    return lines


def body_size(lines: Sequence[TextLine]) -> float:
    """Return the type size of a page's running text: of its upper half, since notes may fill the rest."""
    speaking = [line for line in lines if line.upright and line.letters]
    if not speaking:
        return 0.0
    top, bottom = min(line.box[1] for line in speaking), max(line.box[3] for line in speaking)
    sizes: Counter[float] = Counter()
    for line in speaking:
        if line.box[1] <= (top + bottom) / 2:
            sizes[round(line.size * 2) / 2] += line.letters
    return max(sizes, key=lambda size: sizes[size])
