"""Where the links of a flowing document lead: into the web, from a note's mark to the note and back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from core.records import Block, Layer
from desktop.reader.flow_tables import Shown
from desktop.reader.link_keys import Link


def link_in(layer: Layer, blocks: Sequence[Shown], number: int, position: int) -> int | str | None:
    """Return the address, or the position of the axis, that a place of a block leads to.

    Args:
        layer: The document.
        blocks: Its blocks as they are shown.
        number: Of the block.
        position: Of a character in it.
    """
    for span in blocks[number].spans:
        if span.start <= position < max(span.end, span.start + 1) and span.target:
            if span.style == "link":
                return span.target
            if span.style == "note":
                return _other_end(layer, span.target, position)
    return None


def links_of(layer: Layer, block: Shown) -> Iterator[Link]:
    """Yield the links of a block, and the marks of its notes where the other end is there.

    A mark that is drawn between two characters takes the one behind it, in a block's last place the one before.
    """
    for span in block.spans:
        start = max(min(span.start, block.end - 1), block.start)
        place = start, max(span.end, start + 1)
        if span.style == "link" and span.target:
            yield place, span.target
        elif span.style == "note" and (end := _other_end(layer, span.target, span.start)) is not None:
            yield place, end


def _other_end(layer: Layer, note: str, position: int) -> int | None:
    """Return where the note of a mark stands, or where it was marked."""
    inside = {
        block.kind == "note" and block.start <= position <= block.end for block in layer.blocks if _has(block, note)
    }
    wanted = True not in inside
    found = [block for block in layer.blocks if (block.kind == "note") == wanted and _has(block, note)]
    if not found:
        return None
    # Where numbers begin anew in each chapter, a note follows its mark, and a mark stands before its note.
    after = [block for block in found if block.start > position]
    before = [block for block in found if block.start <= position]
    block = (after or before)[0] if wanted else (before or after)[-1]
    return next(span.start for span in block.spans if span.style == "note" and span.target == note)


def _has(block: Block, note: str) -> bool:
    return any(span.style == "note" and span.target == note for span in block.spans)
