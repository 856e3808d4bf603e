"""Another layer of a source: stored, shown in place of the one before, and the highlights found again in it."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from commonplace.documents.reading import Reading
from commonplace.library.anchoring import AnchoredSources, FoundAgain, Place, found_again
from commonplace.library.locating import with_place
from commonplace.library.session import Library
from core.errors import UserError
from db.documents import add_layer, layer_id, read_layer
from db.highlights import anchor_value, highlights
from db.kinds import HIGHLIGHT, SOURCE
from db.ledger import Action
from db.search_index import IndexUnits
from db.sources import SourceFacts, sources, sources_by_layer

# A word for the type alone; undo, which needs a layer now and then, starts faster without what anchors need.
if TYPE_CHECKING:
    from core.anchors import Class


@dataclass(frozen=True, slots=True)
class AnchorLine:
    """What became of a highlight.

    Attributes:
        score: 0 to 100; of an uncertain one how like ``after`` is to ``before`` or, where the same words stand
            several times, to what stood around it.
        after: The text where it stands now; of an uncertain one what is proposed, of a lost one nothing.
    """

    highlight: str
    source: str
    score: int
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Relayered:
    """What became of a source and its highlights with another layer.

    Attributes:
        layer: The layer that is shown now.
        former: The one that was shown before; the same where the source was read as it had been.
        exact: The highlights whose characters stand where they stood.
        moved: Those whose words stand elsewhere, or are spaced otherwise.
        uncertain: Those for which there is a proposal only; they and the ``lost`` stay in the layer they were in.
    """

    source: str
    layer: str
    former: str
    extractor: str
    exact: tuple[AnchorLine, ...] = ()
    moved: tuple[AnchorLine, ...] = ()
    uncertain: tuple[AnchorLine, ...] = ()
    lost: tuple[AnchorLine, ...] = ()


def give_layer(library: Library, source: str, reading: Reading, label: str) -> Relayered:
    """Store another layer of a source, show it from now on, and find the highlights again: one action.

    Highlights whose place is sure are anchored in the new layer; the others keep their anchor, and with it the
    layer they were in.  Where the layer is the one that is shown already, only the highlights that wait are looked
    for, and nothing is written where none is found.

    Args:
        library: Where the source is.
        source: Its id.
        reading: What a worker read of the source's own bytes.
        label: What undo and history call it.
    """
    facts = sources(library.engine, [source])[0]
    done, units = relayer(library, library.action(label), facts, reading)
    index_layers(library, [units])
    return done


def relayer(
    library: Library, action: Action | None, facts: SourceFacts, reading: Reading
) -> tuple[Relayered, IndexUnits]:
    """Give a source a layer as part of an action, in a transaction of its own; also return what is to be indexed.

    Without an action nothing is written: this is what would become of the highlights.
    """
    layer = reading.layer
    id = layer_id(facts.id, reading.extractor, reading.layer_digest).hex()
    found = found_again(library, highlights(library.shown, sources=[facts.id]), Place(facts.id, id), layer)
    sure = [one for one in found if one.is_sure and not one.highlight.private]
    if action is not None and (sure or id != facts.layer):
        with library.engine.writing():
            add_layer(library.engine, facts.id, reading.extractor, reading.content, reading.layer_digest, layer)
            _say_what_is_shown(library, facts)
            action.set(SOURCE, facts.id, "layer", id)
            anchor_anew(library, action, sure)
            action.write_pending()
    if action is not None:
        anchor_privately(library, found)
    return _told(facts, id, reading.extractor, found), (facts.id, id, layer, reading.folded)


def follow_privately(library: Library, changed: Iterable[str]) -> None:
    """Find private highlights again in what sources show now; an undo or a colleague may have changed that."""
    if library.shown is library.engine:
        return
    facts = sources(library.shown, list(changed))
    marked = highlights(library.shown, sources=[one.id for one in facts])
    waiting = AnchoredSources(library, facts).waiting([one for one in marked if one.private])
    for due, own in waiting.items():
        anchor_privately(library, found_again(library, own, due, read_layer(library.engine, due.layer)))


def anchor_privately(library: Library, found: Iterable[FoundAgain]) -> None:
    """Record the new anchors of private highlights; they go with their source, which is no step of undo."""
    own = [one for one in found if one.is_sure and one.highlight.private]
    if own:
        with library.action("", private=True) as action:
            anchor_anew(library, action, own)


def anchor_anew(library: Library, action: Action, found: Iterable[FoundAgain]) -> None:
    """Record the new anchors of highlights as part of an action, beside those in other layers."""
    anchored = [(one.highlight.id, one.anchor) for one in found if one.anchor is not None]
    facts = sources_by_layer(library.engine, {anchor.layer for _, anchor in anchored})
    action.prepare(id for id, _ in anchored)
    for id, anchor in anchored:
        cited = with_place(facts[anchor.layer], anchor) if anchor.layer in facts else anchor
        action.set(HIGHLIGHT, id, "anchor", anchor_value(cited))


def index_layers(library: Library, layers: Iterable[IndexUnits]) -> None:
    """Put layers into the search index; a search does it where this cannot."""
    with suppress(UserError, OSError):
        library.index.add_layers(layers)


def _say_what_is_shown(library: Library, facts: SourceFacts) -> None:
    """Record the layer that is shown though nobody chose it, so that an undo brings back this one.

    It is no step of undo, so its action has no label.
    """
    if facts.layer:
        with library.action("") as action:
            action.set(SOURCE, facts.id, "layer", facts.layer)


def anchor_lines(found: Iterable[FoundAgain]) -> dict[Class, tuple[AnchorLine, ...]]:
    """Return what became of highlights, by class; all four are there."""
    lines: dict[Class, list[AnchorLine]] = {"exact": [], "moved": [], "uncertain": [], "lost": []}
    for one in found:
        lines[one.placement.found].append(_line(one))
    return {name: tuple(own) for name, own in lines.items()}


def _told(facts: SourceFacts, id: str, extractor: str, found: Iterable[FoundAgain]) -> Relayered:
    lines = anchor_lines(found)
    return Relayered(
        source=facts.id,
        layer=id,
        former=facts.layer,
        extractor=extractor,
        exact=lines["exact"],
        moved=lines["moved"],
        uncertain=lines["uncertain"],
        lost=lines["lost"],
    )


def _line(one: FoundAgain) -> AnchorLine:
    highlight = one.highlight
    return AnchorLine(highlight.id, highlight.anchor.source, one.placement.score, highlight.exact, one.text)
