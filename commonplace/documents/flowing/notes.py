"""What in a flowing document is not running text: its notes, where they stand in it, and their marks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from core.records import Block, Span

_AROUND_MARKS = " \u00a0()[]（）［］〔〕"


def note_asides(text: str, blocks: Iterable[Block]) -> Iterator[Span]:
    """Yield the notes and the marks that stand in the text; most kinds of files keep the marks out of it."""
    for block in blocks:
        if block.kind == "note":
            yield Span(block.start, block.end, "footnote")
            continue
        for span in block.spans:
            if span.style == "note" and span.start < span.end:
                yield Span(span.start, span.end, "note-mark", text[span.start : span.end].strip(_AROUND_MARKS))
