"""Blocks gathered piece by piece, as a reader of flowing text meets them, and their places on one axis.

Besides styles, a block's spans hold marks, which cover no text: ``page`` (a printed page begins here, its label is
the target), ``section`` (a part begins here that the table of contents calls so), ``note`` (a note's mark, or the note
that belongs to it), ``number`` (the number that the program prints before the block and that is none of its text),
``image`` (the target names the file's member), ``alt`` (that image in words) and ``cell`` (the block's place in a
table, ``core.cells``).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from commonplace.documents.flowing.tables import Grid
from core.cells import STYLE as CELL
from core.cells import Cell
from core.records import Block, Span

Style = tuple[str, str]
"""A span's style and target."""

_SPACES = re.compile(r"[ \t\n\r\f]+")
_WIDE = "\u3000-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff"
_WIDE_BREAK = re.compile(f"(?<=[{_WIDE}])[ \t]*[\n\r][ \t\n\r]*(?=[{_WIDE}])")
_WIDE_SIGN = re.compile(f"[{_WIDE}]")
_UNFIT = re.compile("[\x00\ud800-\udfff]")
_NAMES_A_PART = re.compile(r"第|§|\b(?![ivxlcdm]+\b)[^\W\d_]{3,}", re.I)
_LINE_ENDS = re.compile("\r\n?")


@dataclass(slots=True)
class Draft:
    """A block that has no place on an axis yet; its spans count from its own beginning."""

    kind: str
    level: int
    text: str
    spans: list[Span] = field(default_factory=list)

    def stand_in(self, cell: Cell) -> None:
        """Say that the block stands in a table's cell."""
        mark = Span(0, 0, CELL, cell.said())
        self.spans = sorted([mark, *self.spans], key=_order) if self.spans else [mark]


def placed(drafts: Iterable[Draft]) -> tuple[str, tuple[Block, ...]]:
    """Return the axis, the blocks joined by newlines, and the blocks on it."""
    at, blocks, texts = 0, [], []
    for draft in drafts:
        spans = tuple(Span(span.start + at, span.end + at, span.style, span.target) for span in draft.spans)
        blocks.append(Block(draft.kind, at, at + len(draft.text), draft.level, spans))
        texts.append(draft.text)
        at += len(draft.text) + 1
    return "\n".join(texts), tuple(blocks)


def fit_for_axis(text: str) -> str:
    """Return text as the axis holds it: newlines only, no U+0000, no lone surrogate."""
    if "\r" in text:
        text = _LINE_ENDS.sub("\n", text)
    return text if text.isascii() and "\x00" not in text else _UNFIT.sub(_stand_in, text)


def _stand_in(match: re.Match[str]) -> str:
    return "" if match[0] == "\x00" else "\ufffd"


class Flow:
    """Takes text and styles in reading order and parts them into blocks.

    Attributes:
        drafts: The blocks that have ended.
        length: How much text the block in hand has.
        cell: The cell of a table that blocks stand in which end now.
    """

    def __init__(self) -> None:
        self.drafts: list[Draft] = []
        self.length = 0
        self.cell: Cell | None = None
        self._tables = 0
        self._pieces: list[str] = []
        self._spans: list[Span] = []
        self._worn: dict[Style, int] = {}
        self._spaced = True
        self._soft = 0
        self._waiting: list[Style] = []

    @property
    def is_empty(self) -> bool:
        """True where the block in hand holds neither text nor marks."""
        return not self._pieces and not self._spans

    def table(self) -> Grid:
        """Begin a table, whose cells are to be placed."""
        self._tables += 1
        return Grid(self._tables - 1)

    def put(self, text: str) -> None:
        """Add text as it is."""
        if text:
            text = fit_for_axis(text)
            if self._soft:
                text = self._after_break(text)
            self._pieces.append(text)
            self.length += len(text)
            self._spaced = text[-1:] == "\n"

    def _after_break(self, text: str) -> str:
        """Return text with the space that a line's end before it stands for."""
        self._soft = 0
        before = self._pieces[-1][-1:] if self._pieces else ""
        joined = not before.strip() or (_WIDE_SIGN.match(before) and _WIDE_SIGN.match(text))
        return text if joined else f" {text}"

    def words(self, text: str | None) -> None:
        """Add text whose white space says no more than that words end; between wide characters a line end says less."""
        if not text or (self._spaced and not text.strip(" \t\n\r\f")):
            return
        # To look for these costs next to nothing, and most text has none of them.
        if "\n" in text or "  " in text or "\t" in text or "\r" in text or "\f" in text:
            text = _SPACES.sub(" ", text if text.isascii() else _WIDE_BREAK.sub("", text))
        if self._spaced:
            text = text.lstrip(" ")
        if text:
            self.put(text)
            self._spaced = text[-1] in " \n"

    def line_break(self) -> None:
        if self.length:
            self.put("\n")

    def soft_break(self) -> None:
        """End a line of the source where the text goes on: a space, between wide characters nothing."""
        self._soft = self.length

    def wear(self, styles: Iterable[Style]) -> None:
        """Give the text from here on these styles and no others; equal neighbours become one span."""
        wanted = set(styles)
        if not wanted and not self._worn:
            return
        for style in [style for style in self._worn if style not in wanted]:
            self.cover(self._worn.pop(style), self.length, style)
        for style in wanted:
            self._worn.setdefault(style, self.length)

    def cover(self, start: int, end: int, style: Style) -> None:
        """Give a stretch of the block in hand a style."""
        if start < end:
            self._spans.append(Span(start, end, *style))

    def mark(self, style: str, target: str) -> None:
        """Set a mark, which covers no text, at this place."""
        self._spans.append(Span(self.length, self.length, style, fit_for_axis(target)))

    def end(self, kind: str, level: int = 0, *, number: str = "", trim: str = "\n") -> bool:
        """End the block in hand; return whether it has words.

        Without a word it is none: its marks go over to the next, or it is an image's.  So does a number that stands
        alone only where it names a part, as Article 5 does; others are those of empty items.

        Args:
            kind: The block's kind.
            level: Its level.
            number: What is printed before it and is none of its text.
            trim: The white space that does not count at its edges.
        """
        if self.is_empty and not number:
            return False
        whole = "".join(self._pieces)
        worn = [Span(start, len(whole), *style) for style, start in self._worn.items() if start < len(whole)]
        spans = [*self._spans, *worn]
        self._worn = dict.fromkeys(self._worn, 0)
        self._pieces, self._spans, self.length, self._spaced, self._soft = [], [], 0, True, 0
        text = whole.strip(trim)
        if not text.strip():
            marks = [(span.style, span.target) for span in spans if span.start == span.end]
            self._end_without_words(
                [("number", fit_for_axis(number)), *marks] if _NAMES_A_PART.search(number) else marks
            )
            return False
        offset = len(whole) - len(whole.lstrip(trim))
        fitted = [Span(0, 0, *mark) for mark in self._waiting]
        fitted += [Span(0, 0, "number", fit_for_axis(number))] if number else []
        fitted += [fit for span in spans if (fit := _fit(span, offset, text))]
        self._waiting = []
        self._draft(Draft(kind, level, text, sorted(fitted, key=_order)))
        return True

    def _draft(self, draft: Draft) -> None:
        if self.cell is not None:
            draft.stand_in(self.cell)
        self.drafts.append(draft)

    def _end_without_words(self, marks: list[Style]) -> None:
        self._waiting += marks
        if any(style == "image" for style, _ in marks):
            self._draft(Draft("image", 0, "", [Span(0, 0, *mark) for mark in self._waiting]))
            self._waiting = []

    def finish(self) -> list[Draft]:
        """Return the blocks; marks after the last of them stand at its end."""
        if self.drafts and self._waiting:
            last = self.drafts[-1]
            last.spans += [Span(len(last.text), len(last.text), *mark) for mark in self._waiting]
            self._waiting = []
        return self.drafts


def _order(span: Span) -> tuple[int, int, str]:
    # Marks at one place keep the order they came in, so an image and its words stay together.
    return (span.start, -span.end, span.style) if span.end > span.start else (span.start, -span.end, "")


def _fit(span: Span, offset: int, text: str) -> Span | None:
    """Return a span cut to the text that is left, or nothing where it covers white space only."""
    start, end = max(span.start - offset, 0), min(span.end - offset, len(text))
    if span.start == span.end:
        place = min(start, len(text))
        return Span(place, place, span.style, span.target)
    inner = text[start:end] if start < end else ""
    bare = inner.strip()
    if not bare:
        return None
    start += inner.index(bare)
    return Span(start, start + len(bare), span.style, span.target)
