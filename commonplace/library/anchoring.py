"""Highlights and the layers they stand in: the one their source shows, or another one in which they wait."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from commonplace.library.session import Library
from core.errors import LibraryDamagedError
from core.records import Anchor, Highlight, Layer
from core.surroundings import context
from db.copies import heirs
from db.documents import read_layer
from db.sources import SourceFacts, sources, sources_by_layer

# To look a passage up takes packages that most of what asks for highlights does without, and starts faster for it.
if TYPE_CHECKING:
    from core.anchors import Placement, Reanchoring

PART_BREAK = "\n"


@dataclass(frozen=True, slots=True)
class Place:
    """A layer of a source, by their ids."""

    source: str
    layer: str

    @classmethod
    def shown(cls, facts: SourceFacts) -> Place:
        """Return the layer that a source shows."""
        return cls(facts.id, facts.layer)

    def holds(self, highlight: Highlight) -> bool:
        """Say whether a highlight is anchored here."""
        return (highlight.anchor.source, highlight.anchor.layer) == (self.source, self.layer)


@dataclass(frozen=True, slots=True)
class FoundAgain:
    """A highlight and where it stands in another layer: anchor and text there, also of a mere proposal."""

    highlight: Highlight
    placement: Placement
    anchor: Anchor | None = None
    text: str = ""

    @property
    def is_sure(self) -> bool:
        return self.placement.found in ("exact", "moved")


class AnchoredSources:
    """Sources as the layers have them that highlights are anchored in: positions mean nothing in another."""

    def __init__(self, library: Library, shown: Iterable[SourceFacts]) -> None:
        self._engine = library.shown
        self._shown = {facts.id: facts for facts in shown}
        self._others: dict[str, SourceFacts] = {}

    def of(self, highlight: Highlight) -> SourceFacts:
        """Return the source of a highlight; without layer, pages and paragraphs where its layer is not here."""
        anchor, shown = highlight.anchor, self._shown[highlight.anchor.source]
        if anchor.layer == shown.layer:
            return shown
        if anchor.layer not in self._others:
            unknown = replace(shown, layer="", labels=(), starts=(), landmarks=())
            self._others[anchor.layer] = sources_by_layer(self._engine, [anchor.layer]).get(anchor.layer, unknown)
        return self._others[anchor.layer]

    def due(self, highlight: Highlight) -> Place:
        """Return where a highlight should stand: in what its source shows, or a later version or a copy of that."""
        own = highlight.anchor.source
        return Place.shown(self._heirs[own] if own in self._heirs else self._shown[own])

    def waits(self, highlight: Highlight) -> bool:
        """Say whether a highlight stands elsewhere than it should; nothing waits for a text that is not here."""
        due = self.due(highlight)
        return bool(due.layer) and not due.holds(highlight)

    def waiting(self, found: Iterable[Highlight]) -> dict[Place, list[Highlight]]:
        """Return the highlights that wait, by where they should stand."""
        waiting: dict[Place, list[Highlight]] = {}
        for highlight in found:
            if self.waits(highlight):
                waiting.setdefault(self.due(highlight), []).append(highlight)
        return waiting

    @cached_property
    def _heirs(self) -> dict[str, SourceFacts]:
        own = {id: heir for id, heir in heirs(self._engine).items() if id in self._shown}
        facts = {one.id: one for one in sources(self._engine, set(own.values()))} if own else {}
        return {id: facts[heir] for id, heir in own.items()}


def parts(highlight: Highlight) -> list[str]:
    """Return the text of each range of a highlight."""
    found, position = [], 0
    for start, end in highlight.anchor.ranges:
        found.append(highlight.exact[position : position + end - start])
        position += end - start + 1
    return found


def found_again(library: Library, marked: Iterable[Highlight], place: Place, layer: Layer) -> list[FoundAgain]:
    """Look in a layer for the highlights that are anchored in others; those that are anchored in it are left out."""
    from core.anchors import Reanchoring

    by_layer: dict[str, list[Highlight]] = {}
    for highlight in marked:
        if not place.holds(highlight):
            by_layer.setdefault(highlight.anchor.layer, []).append(highlight)
    found: list[FoundAgain] = []
    for former, waiting in by_layer.items():
        old = layer_or_empty(library, former)
        finder = Reanchoring(
            old.text, layer.text, old_asides=old.asides, new_asides=layer.asides, length=len(layer.text)
        )
        for highlight in waiting:
            library.engine.go_on()
            is_area = highlight.anchor.area is not None
            found.append(
                _found_area(highlight, old, place, layer) if is_area else _found(finder, highlight, place, layer)
            )
    return found


def anchored_at(highlight: Highlight, placement: Placement, place: Place, layer: Layer) -> FoundAgain:
    """Return a highlight with its anchor where a layer has been found to hold it."""
    ranges = placement.ranges
    if not ranges:
        return FoundAgain(highlight, placement)
    text = PART_BREAK.join(layer.text[start:end] for start, end in ranges)
    prefix, _ = context(layer.text, *ranges[0])
    _, suffix = context(layer.text, *ranges[-1])
    # What was marked stands in the highlight's core, and is not said again.
    exact = "" if text == highlight.exact and not highlight.anchor.exact else text
    anchor = Anchor(place.source, place.layer, ranges, prefix, suffix, exact=exact)
    return FoundAgain(highlight, placement, anchor, text)


def _found(finder: Reanchoring, highlight: Highlight, place: Place, layer: Layer) -> FoundAgain:
    from core.anchors import Passage

    anchor = highlight.anchor
    passage = Passage(tuple(parts(highlight)), anchor.ranges, anchor.prefix, anchor.suffix)
    return anchored_at(highlight, finder.place(passage), place, layer)


def _found_area(highlight: Highlight, old: Layer, place: Place, layer: Layer) -> FoundAgain:
    """Find a part of a page: on the very page of the same document, in another one on the page with its text."""
    from core.anchors import Placement
    from core.pages import page_again

    anchor = highlight.anchor
    assert anchor.area is not None
    if anchor.source == place.source:
        return FoundAgain(highlight, Placement("exact", (), 100), replace(anchor, layer=place.layer))
    index, *box = anchor.area
    page = page_again(old, index, layer)
    placement = Placement(page.found, (), page.score)
    if page.found == "lost":
        return FoundAgain(highlight, placement)
    area = (page.index, box[0], box[1], box[2], box[3])
    return FoundAgain(highlight, placement, Anchor(place.source, place.layer, (), area=area))


def layer_or_empty(library: Library, layer: str) -> Layer:
    """Return a layer; an empty one where it has not come with the highlights that a colleague made in it."""
    try:
        return read_layer(library.engine, layer)
    except LibraryDamagedError:
        return Layer("", "", "")
