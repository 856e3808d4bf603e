"""What waits, to be looked at: a passage as it was beside what is proposed for it, with the words that differ."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from commonplace.library.anchoring import AnchoredSources, FoundAgain, Place, found_again, layer_or_empty
from commonplace.library.highlights import Printer, locator_text
from commonplace.library.session import Library
from core.differences import Piece, word_differences
from core.records import Anchor, Highlight, Layer, Range
from core.surroundings import context
from db.documents import read_layer
from db.highlights import highlights
from db.sources import sources, sources_by_layer

_AROUND = 240


@dataclass(frozen=True, slots=True)
class Side:
    """A passage as it is printed, in its text.

    Attributes:
        ranges: Where it stands in ``layer``; none for a part of a page.
        before: What stands before it, as much as tells; ``after`` what follows.
        locator: As it is cited.
    """

    source: str
    layer: str
    ranges: tuple[Range, ...]
    before: str
    text: str
    after: str
    locator: str


@dataclass(frozen=True, slots=True)
class Review:
    """A highlight that waits.

    Attributes:
        placement: exact, moved, uncertain or lost: what it is in the text in which it should stand.
        score: 0 to 100, as in a list of highlights.
        old: Where it stands; ``new`` where it may stand now, None where it is lost.
        words: Both passages in one row, with the words of the one and of the other marked.
        due: The source in whose text it should stand.
    """

    highlight: str
    placement: str
    score: int
    old: Side
    new: Side | None
    words: tuple[Piece, ...]
    due: str


def reviews(library: Library, ids: Collection[str] | None = None) -> list[Review]:
    """Return the highlights that wait, source by source in reading order; with ``ids`` those of them."""
    marked = highlights(library.shown, ids=ids)
    anchored = AnchoredSources(library, sources(library.shown, {one.anchor.source for one in marked}))
    printer = Printer(library)
    found: dict[str, Review] = {}
    for due, waiting in anchored.waiting(marked).items():
        layer = read_layer(library.engine, due.layer)
        found.update(_reviewed(library, anchored, printer, due, layer, waiting))
    return [found[one.id] for one in marked if one.id in found]


def _reviewed(
    library: Library,
    anchored: AnchoredSources,
    printer: Printer,
    due: Place,
    layer: Layer,
    waiting: Sequence[Highlight],
) -> dict[str, Review]:
    facts = sources_by_layer(library.engine, [due.layer])[due.layer]
    old = {id: layer_or_empty(library, id) for id in {one.anchor.layer for one in waiting}}
    found = {}
    for one in found_again(library, waiting, due, layer):
        highlight = one.highlight
        text = old[highlight.anchor.layer].text
        before = _side(highlight, text, printer.quote(highlight), locator_text(anchored.of(highlight), highlight))
        after = None
        if one.anchor is not None:
            moved = _moved(one, one.anchor)
            after = _side(moved, layer.text, printer.quote(moved), locator_text(facts, moved))
        words = word_differences(before.text, after.text) if after else (Piece("before", before.text),)
        found[highlight.id] = Review(
            highlight.id,
            one.placement.found,
            one.placement.score,
            before,
            after,
            words if before.text else (),
            due.source,
        )
    return found


def _moved(one: FoundAgain, anchor: Anchor) -> Highlight:
    """Return a highlight as it would be where it may stand."""
    return replace(one.highlight, anchor=anchor, exact=one.text)


def _side(highlight: Highlight, text: str, quote: str, locator: str) -> Side:
    anchor = highlight.anchor
    before, after = anchor.prefix, anchor.suffix
    if text and anchor.ranges:
        before, _ = context(text, *anchor.ranges[0], _AROUND)
        _, after = context(text, *anchor.ranges[-1], _AROUND)
    return Side(anchor.source, anchor.layer, anchor.ranges, before, quote, after, locator)
