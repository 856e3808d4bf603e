"""The stretches of a layer that are one row each in the search index."""

from __future__ import annotations

from collections.abc import Iterator

from core.records import Layer, Range

# Long enough that a phrase seldom lies across an edge, short enough that a hit is soon found in it.
_ENOUGH = 2000
_TOO_LONG = 4000


def stretches(layer: Layer) -> Iterator[Range]:
    """Yield the pages that hold text; of a flowing document, runs of blocks that cover the axis without a gap."""
    if layer.pages:
        yield from ((page.start, page.end) for page in layer.pages if page.end > page.start)
    else:
        yield from _runs(layer)


def _runs(layer: Layer) -> Iterator[Range]:
    start = end = 0
    for block in layer.blocks:
        if end > start and block.end - start > _TOO_LONG:
            yield start, end
            start = end
        end = block.end
        while end - start > 2 * _TOO_LONG:
            cut = _cut(layer.text, start)
            yield start, cut
            start = cut
        if end - start >= _ENOUGH:
            yield start, end
            start = end
    if len(layer.text) > start:
        yield start, len(layer.text)


def _cut(text: str, start: int) -> int:
    """Return where to part a block that is too long for one row: after white space where there is some."""
    end = start + _TOO_LONG
    found = max(text.rfind(sign, start + _ENOUGH, end) for sign in "\n .。")
    return found + 1 if found >= 0 else end
