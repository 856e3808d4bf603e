"""Settling a highlight that waits in another layer than its source shows: a person says where it stands now."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from commonplace.library.anchoring import AnchoredSources, FoundAgain, Place, anchored_at, found_again
from commonplace.library.highlights import Filter, HighlightLine, highlight_lines
from commonplace.library.layering import AnchorLine, anchor_anew, anchor_lines, anchor_privately
from commonplace.library.naming import highlight_named, source_named
from commonplace.library.passages import ranges_of
from commonplace.library.session import Library
from core.anchors import Placement
from core.errors import NotDoneError
from core.records import Highlight, Layer, Range
from db.documents import read_layer
from db.highlights import highlights
from db.sources import sources


def settle(library: Library, name: str, quotes: Sequence[str] = (), occurrence: int | None = None) -> HighlightLine:
    """Anchor a highlight in the layer that its source shows: where the quotes stand, or without them as proposed.

    Raises:
        UnknownNameError: There is no such highlight.
        NotDoneError: It does not wait, there is no proposal, or the quote is not there or several times; nothing
            was changed.
    """
    highlight, due, layer = _waiting(library, name)
    if quotes:
        found = _found_at(highlight, due, layer, ranges_of(layer, quotes, occurrence))
    else:
        found = _proposed(library, highlight, due, layer)
    return _settled(library, found)


def settle_at(library: Library, name: str, ranges: Sequence[Range]) -> HighlightLine:
    """Anchor a highlight that waits where somebody selected it, in the text in which it should stand.

    Raises:
        UnknownNameError: There is no such highlight.
        NotDoneError: It does not wait; nothing was changed.
    """
    return _settled(library, _found_at(*_waiting(library, name), ranges))


@dataclass(frozen=True, slots=True)
class Settled:
    """What became of all highlights that waited; the ``uncertain`` and the ``lost`` wait for somebody to look."""

    exact: tuple[AnchorLine, ...]
    moved: tuple[AnchorLine, ...]
    uncertain: tuple[AnchorLine, ...]
    lost: tuple[AnchorLine, ...]


def settle_all(library: Library, names: Sequence[str] = ()) -> Settled:
    """Anchor every highlight that waits and whose place is sure, as one action; with ``names`` those of some sources.

    Highlights wait after a merge where a colleague's text of a source is another than one's own, or is not here.

    Raises:
        UnknownNameError: There is no such source.
    """
    chosen = [source_named(library, name) for name in names] or None
    facts = sources(library.shown, chosen)
    anchored = AnchoredSources(library, facts)
    waiting = anchored.waiting(highlights(library.shown, sources=[one.id for one in facts]))
    found = [
        one
        for due, own in waiting.items()
        for one in found_again(library, own, due, read_layer(library.engine, due.layer))
    ]
    sure = [one for one in found if one.is_sure and not one.highlight.private]
    if sure:
        with library.action("Find highlights again in the texts that are here") as action:
            anchor_anew(library, action, sure)
    anchor_privately(library, found)
    lines = anchor_lines(found)
    return Settled(lines["exact"], lines["moved"], lines["uncertain"], lines["lost"])


def _waiting(library: Library, name: str) -> tuple[Highlight, Place, Layer]:
    """Return a highlight that waits, and where it should stand.

    Raises:
        NotDoneError: It does not wait.
    """
    (highlight,) = highlights(library.shown, ids=[highlight_named(library, name)])
    anchored = AnchoredSources(library, sources(library.shown, [highlight.anchor.source]))
    due = next(iter(anchored.waiting([highlight])), None)
    if due is None:
        raise NotDoneError(
            "This highlight stands in the text that its source shows; nothing was changed.", code="not-waiting"
        )
    return highlight, due, read_layer(library.engine, due.layer)


def _found_at(highlight: Highlight, due: Place, layer: Layer, ranges: Sequence[Range]) -> FoundAgain:
    return anchored_at(highlight, Placement("moved", tuple(ranges), 100), due, layer)


def _settled(library: Library, found: FoundAgain) -> HighlightLine:
    highlight = found.highlight
    label = "Settle a highlight in another text of its source"
    with library.action(label, private=highlight.private) as action:
        anchor_anew(library, action, [found])
    return highlight_lines(library, Filter(), ids=[highlight.id])[0]


def _proposed(library: Library, highlight: Highlight, due: Place, layer: Layer) -> FoundAgain:
    (found,) = found_again(library, [highlight], due, layer)
    if found.anchor is None:
        raise NotDoneError(
            "There is no proposal for this highlight; nothing was changed.",
            hint="Say what it reads now: reanchor HIGHLIGHT --quote TEXT",
            code="no-proposal",
        )
    return found
