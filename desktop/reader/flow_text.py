"""Blocks as a ``QTextDocument`` whose positions are the axis.

It is built from the layer alone, so nothing of a stranger's HTML ever reaches a widget.

Each block is one block of the document, newlines inside it are line separators, and a picture is one character more,
which the offsets know of.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextImageFormat,
    QTextOption,
)

from core.records import Block, Layer, Span
from desktop.reader.offsets import Offsets

_LINE_SEPARATOR = "\u2028"
_HEADING_SCALE = {1: 1.6, 2: 1.35, 3: 1.18, 4: 1.08}
PICTURE = "picture:"
"""The scheme of the names under which a document's own pictures are asked for."""


@dataclass(frozen=True, slots=True)
class FlowText:
    """A flowing document, ready to be shown."""

    document: QTextDocument
    offsets: Offsets
    pictures: Mapping[int, str]


def built(layer: Layer, font: QFont, link: QColor) -> FlowText:
    """Return a layer's blocks as a document; it belongs to the thread it is made on until it is moved."""
    document = QTextDocument()
    document.setUndoRedoEnabled(False)
    document.setDocumentMargin(0)
    document.setDefaultFont(font)
    document.setDefaultTextOption(_option(layer))
    pictures = {block.start: target for block in layer.blocks if (target := _picture_of(block))}
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    for number, block in enumerate(layer.blocks):
        if number:
            cursor.insertBlock()
        cursor.setBlockFormat(_block_format(block, font))
        _insert(cursor, layer.text, block, _char_format(block, font), link, pictures.get(block.start))
    cursor.endEditBlock()
    return FlowText(
        document, Offsets(layer.text, [(block.start, block.end) for block in layer.blocks], pictures), pictures
    )


def _option(layer: Layer) -> QTextOption:
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    if any(found.field == "direction" and found.value == "rtl" for found in layer.found):
        option.setTextDirection(Qt.LayoutDirection.RightToLeft)
    return option


def _picture_of(block: Block) -> str:
    return next((span.target for span in block.spans if span.style == "image"), "") if block.kind == "image" else ""


def _insert(
    cursor: QTextCursor, text: str, block: Block, plain: QTextCharFormat, link: QColor, picture: str | None
) -> None:
    if picture:
        image = QTextImageFormat()
        image.setName(PICTURE + picture)
        cursor.insertImage(image)
    at = block.start
    for start, end, styled in _runs(block, plain, link):
        if at < start:
            cursor.insertText(_shown(text[at:start]), plain)
        cursor.insertText(_shown(text[start:end]), styled)
        at = end
    cursor.insertText(_shown(text[at : block.end]), plain)


def _runs(block: Block, plain: QTextCharFormat, link: QColor) -> list[tuple[int, int, QTextCharFormat]]:
    """Return the stretches of a block that look otherwise than the rest, in order, apart from each other."""
    covering = [span for span in block.spans if span.start < span.end]
    edges = sorted({edge for span in covering for edge in (span.start, span.end)})
    runs = []
    for start, end in pairwise(edges):
        worn = [span for span in covering if span.start <= start and end <= span.end]
        if worn:
            runs.append((start, end, _styled(plain, worn, link)))
    return runs


def _styled(plain: QTextCharFormat, worn: list[Span], link: QColor) -> QTextCharFormat:
    made = QTextCharFormat(plain)
    for span in worn:
        if span.style == "bold":
            made.setFontWeight(QFont.Weight.Bold)
        elif span.style == "italic":
            made.setFontItalic(True)
        elif span.style == "code":
            made.setFontFamilies(["monospace"])
            made.setFontFixedPitch(True)
        elif span.style == "link":
            made.setAnchor(True)
            made.setAnchorHref(span.target)
            made.setForeground(QBrush(link))
            made.setFontUnderline(True)
        elif span.style == "ruby":
            made.setToolTip(span.target)
    return made


def _block_format(block: Block, font: QFont) -> QTextBlockFormat:
    made = QTextBlockFormat()
    em = font.pointSizeF()
    made.setLineHeight(140.0, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    made.setBottomMargin(em * 0.8)
    if block.kind == "heading":
        made.setHeadingLevel(min(max(block.level, 1), 6))
        made.setTopMargin(em * 1.2)
    elif block.kind == "list-item":
        made.setLeftMargin(em * 2 * max(block.level, 1))
        made.setBottomMargin(em * 0.3)
    elif block.kind in ("quote", "note"):
        made.setLeftMargin(em * 2)
        made.setRightMargin(em * 2)
    elif block.kind == "cell":
        made.setLeftMargin(em)
        made.setBottomMargin(em * 0.2)
    return made


def _char_format(block: Block, font: QFont) -> QTextCharFormat:
    made = QTextCharFormat()
    if block.kind == "heading":
        made.setFontPointSize(font.pointSizeF() * _HEADING_SCALE.get(block.level, 1.0))
        made.setFontWeight(QFont.Weight.DemiBold)
    elif block.kind == "code":
        made.setFontFamilies(["monospace"])
        made.setFontFixedPitch(True)
    return made


def _shown(text: str) -> str:
    return text.replace("\n", _LINE_SEPARATOR)
