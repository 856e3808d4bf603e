"""The printed lines of a page with their places and type sizes, as MuPDF describes them, turned as they are read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

Rect: TypeAlias = tuple[float, float, float, float]
Turn: TypeAlias = Callable[[Rect], Rect]


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of one type in a line: ``base`` is how far down its baseline lies, ``size`` its type's, in points."""

    text: str
    size: float
    base: float


@dataclass(frozen=True, slots=True)
class TextLine:
    """A printed line.

    Attributes:
        box: Points from the top left of the page as it is read.
        size: The type that most of its characters are set in.
        upright: Whether it runs as the lines of a page do; others stand on their side or on their head.
    """

    text: str
    box: Rect
    size: float
    upright: bool
    pieces: tuple[Piece, ...] = ()

    @property
    def letters(self) -> int:
        """How many characters of it are not white space, about."""
        return len(self.text.strip())

    @property
    def base(self) -> float:
        """The baseline of most of its characters."""
        return max(self.pieces, key=lambda piece: len(piece.text)).base if self.pieces else self.box[3]


def turner(rotation: int, width: float, height: float) -> Turn:
    """Return what turns a box of the unrotated page, of this size, as the page is shown."""
    if rotation == 90:
        return lambda box: (height - box[3], box[0], height - box[1], box[2])
    if rotation == 180:
        return lambda box: (width - box[2], height - box[3], width - box[0], height - box[1])
    if rotation == 270:
        return lambda box: (box[1], width - box[2], box[3], width - box[0])
    return lambda box: box


def text_lines(content: dict[str, Any], turn: Turn, rotation: int) -> list[TextLine]:
    """Return the lines of MuPDF's description of a page, in its order; each is one line of MuPDF's text."""
    along = {90: (0, -1), 180: (-1, 0), 270: (0, 1)}.get(rotation, (1, 0))
    return [_line(line, turn, along) for block in content["blocks"] for line in block.get("lines", ())]


def _line(line: dict[str, Any], turn: Turn, along: tuple[int, int]) -> TextLine:
    pieces = tuple(
        Piece(span["text"], span["size"], turn((*span["origin"], *span["origin"]))[3])
        for span in line["spans"]
        if span["text"]
    )
    x, y = line["dir"]
    upright = line["wmode"] == 0 and x * along[0] + y * along[1] > 0.99
    return TextLine("".join(piece.text for piece in pieces), turn(line["bbox"]), _main_size(pieces), upright, pieces)


def _main_size(pieces: Sequence[Piece]) -> float:
    sizes: Counter[float] = Counter()
    for piece in pieces:
        sizes[round(piece.size, 1)] += len(piece.text.strip())
    return max(sizes, key=lambda size: sizes[size]) if sizes else 0.0


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
