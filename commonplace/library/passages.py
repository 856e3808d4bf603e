"""From what a person quotes to where it stands: ranges on a layer, or an area of a page."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise

from commonplace.library.locating import with_place
from core.asides import RunningText
from core.errors import NotDoneError, UnknownNameError
from core.nearness import nearest
from core.passages import find
from core.quotes import as_printed
from core.records import Anchor, Layer, Range
from core.surroundings import context
from db.sources import SourceFacts

_THOUSANDTHS = 1000
_SHOWN = 300


def anchored(source: SourceFacts, layer: Layer, ranges: Sequence[Range]) -> Anchor:
    """Return the anchor of a passage, with the text around it by which it can be found again."""
    prefix, _ = context(layer.text, *ranges[0])
    _, suffix = context(layer.text, *ranges[-1])
    return with_place(source, Anchor(source.id, source.layer, tuple(ranges), prefix, suffix))


def ranges_of(layer: Layer, quotes: Sequence[str], occurrence: int | None) -> list[Range]:
    """Return where quotes stand, in reading order; further ones are looked for after the one before, then anywhere.

    Raises:
        NotDoneError: A quote is not there, or the first is there several times and nobody said which is meant.
    """
    running = RunningText(layer.text, layer.asides) if layer.asides else None
    ranges = [_first(layer, running, quotes[0], occurrence)]
    for quote in quotes[1:]:
        found = _places(layer, running, quote)
        after = [place for place in found if place[0] >= ranges[-1][1]]
        ranges.append((after or found)[0])
    ordered = sorted(ranges)
    if any(before[1] > after[0] for before, after in pairwise(ordered)):
        raise NotDoneError("The quotes overlap in the source; nothing was highlighted.", code="overlap")
    return ordered


def parts_of(layer: Layer, ranges: Sequence[Range]) -> list[str]:
    return [layer.text[start:end] for start, end in ranges]


def area_of(
    layer: Layer, page: int, corners: tuple[Decimal, Decimal, Decimal, Decimal]
) -> tuple[int, int, int, int, int]:
    """Return an area in thousandths of a point, the page's index first, cut to the page.

    Raises:
        NotDoneError: The corners enclose nothing on the page.
    """
    size = layer.pages[page]
    if not all(corner.is_finite() for corner in corners):
        raise NotDoneError("The corners of an area are numbers of points; nothing was highlighted.", code="bad-area")
    width, height = size.width, size.height
    left, right = sorted(_on_page(corner, width) for corner in corners[::2])
    top, bottom = sorted(_on_page(corner, height) for corner in corners[1::2])
    if left >= right or top >= bottom:
        raise NotDoneError(
            f"The area lies outside the page, which is {width / 1000:g} × {height / 1000:g} points; "
            "nothing was highlighted.",
            hint="Give PAGE,X0,Y0,X1,Y1 in points from the page's top left corner.",
            code="bad-area",
        )
    return page, left, top, right, bottom


def _on_page(corner: Decimal, size: int) -> int:
    return int(min(max(corner, Decimal(0)), Decimal(size) / _THOUSANDTHS) * _THOUSANDTHS)


def _first(layer: Layer, running: RunningText | None, quote: str, occurrence: int | None) -> Range:
    found = _places(layer, running, quote)
    if occurrence is not None and not 1 <= occurrence <= len(found):
        raise NotDoneError(
            f"The quote is there {_times(len(found))}; there is no occurrence {occurrence}. Nothing was highlighted.",
            hint=f"Give --occurrence 1 to {len(found)}.",
            code="no-such-occurrence",
        )
    if len(found) > 1 and occurrence is None:
        raise NotDoneError(
            f"The quote is there {_times(len(found))}; nothing was highlighted.",
            hint=f"Say which with --occurrence 1 to {len(found)}, or quote more of it.",
            code="ambiguous-quote",
        )
    return found[(occurrence or 1) - 1]


def _places(layer: Layer, running: RunningText | None, quote: str) -> list[Range]:
    if not quote.strip():
        raise UnknownNameError("A quote cannot be empty.", code="empty-quote")
    if not layer.text.strip():
        raise NotDoneError(
            "This source has no text to quote from; nothing was highlighted.",
            hint="Mark a part of a page with --area.",
            code="no-text",
        )
    found = find(layer.text, quote, running)
    if found:
        return found
    near = nearest(layer.text, quote, running)
    if near is None:
        hint = "See what the source says with `text`."
    else:
        shown = " ".join(as_printed([near.exact]).split())
        hint = f"The nearest passage ({near.score} %): {shown[:_SHOWN]}{'…' if len(shown) > _SHOWN else ''}"
    raise NotDoneError("The quote is not in this source; nothing was highlighted.", hint=hint, code="quote-not-found")


def _times(count: int) -> str:
    return {1: "once", 2: "twice"}.get(count, f"{count} times")
