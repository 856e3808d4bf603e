"""How blocks of flowing text look: type, indents and spaces, in the reader's own font and the palette's colours."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QPalette, QTextCharFormat

from core.records import Block, Span

_HEADING_SCALE = {1: 1.6, 2: 1.35, 3: 1.18, 4: 1.08}
_NOTE_SCALE = 0.9
_RUBY_SCALE = 0.5
_BULLETED = re.compile(r"\s*(?:[•・‣◦▪*–-]|\(?\d{1,3}[.)])\s")
_SPACED = {"list-item": 0.3, "cell": 0.15, "heading": 0.5}
_Align = QTextCharFormat.VerticalAlignment


@dataclass(frozen=True, slots=True)
class Sheet:
    """What flowing text is set in.

    Attributes:
        font: Of running text.
        column: How wide lines are.
        palette: For the colours.
    """

    font: QFont
    column: float
    palette: QPalette

    @property
    def em(self) -> float:
        return QFontMetricsF(self.font).height() * 0.75

    def font_of(self, block: Block) -> QFont:
        made = QFont(self.font)
        if block.kind == "heading":
            made.setPointSizeF(made.pointSizeF() * _HEADING_SCALE.get(max(block.level, 1), 1.0))
            made.setWeight(QFont.Weight.DemiBold)
        elif block.kind == "note":
            made.setPointSizeF(made.pointSizeF() * _NOTE_SCALE)
        elif block.kind == "code":
            made.setFamilies(["monospace"])
        return made

    def small_font_of(self, font: QFont) -> QFont:
        """Return the type of what stands over a font's text: a reading, the mark of a note."""
        made = QFont(font)
        made.setPointSizeF(max(made.pointSizeF() * _RUBY_SCALE, 4.0))
        return made

    def above(self, block: Block) -> float:
        """Return the space over a block."""
        return self.em * (1.1 if block.kind == "heading" else _SPACED.get(block.kind, 0.4))

    def below(self, block: Block) -> float:
        return self.em * _SPACED.get(block.kind, 0.4)

    def indent(self, block: Block, label: str) -> float:
        """Return how far in a block's lines begin; what is printed before it has room there."""
        deep = {"list-item": 1.6 * max(block.level, 1), "quote": 1.8, "note": 1.2, "cell": 0.8, "code": 0.8}
        room = QFontMetricsF(self.font_of(block)).horizontalAdvance(label) + self.em * 0.6 if label else 0.0
        return max(self.em * deep.get(block.kind, 0.0), room)

    def formats(self, block: Block) -> list[tuple[int, int, QTextCharFormat]]:
        """Return the stretches of a block, on the axis, that look otherwise than the rest, apart from each other."""
        covering = [span for span in block.spans if span.start < span.end]
        edges = sorted({edge for span in covering for edge in (span.start, span.end)})
        runs = []
        for start, end in pairwise(edges):
            worn = [span for span in covering if span.start <= start and end <= span.end]
            if worn:
                runs.append((start, end, self._worn(worn)))
        return runs

    def _worn(self, spans: Iterable[Span]) -> QTextCharFormat:
        made = QTextCharFormat()
        for span in spans:
            if span.style == "bold":
                made.setFontWeight(QFont.Weight.Bold)
            elif span.style == "italic":
                made.setFontItalic(True)
            elif span.style == "code":
                made.setFontFamilies(["monospace"])
            elif span.style in ("superscript", "note"):
                made.setVerticalAlignment(_Align.AlignSuperScript)
            elif span.style == "subscript":
                made.setVerticalAlignment(_Align.AlignSubScript)
            if span.style in ("link", "note"):
                made.setForeground(QBrush(self.palette.color(QPalette.ColorRole.Link)))
                made.setFontUnderline(span.style == "link")
        return made


def label_of(block: Block, text: str) -> str:
    """Return what is printed before a block and is none of its text: a number, or a bullet where it has neither."""
    number = next((span.target for span in block.spans if span.style == "number"), "")
    if number or block.kind != "list-item" or _BULLETED.match(text):
        return number
    return "•" if max(block.level, 1) % 2 else "◦"


def faded(palette: QPalette) -> QColor:
    """Return the colour of what is no text of the document's."""
    return palette.color(QPalette.ColorRole.PlaceholderText)
