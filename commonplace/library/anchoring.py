"""Highlights and the layers they stand in: the one their source shows, or another one in which they wait."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from commonplace.library.session import Library
from core.anchors import Passage, Placement, Reanchoring
from core.errors import LibraryDamagedError
from core.records import Anchor, Highlight, Layer
from core.surroundings import context
from db.documents import read_layer
from db.sources import SourceFacts, sources_by_layer

PART_BREAK = "\n"


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
        """Return the source of a highlight; without pages and paragraphs where its layer has not come here."""
        anchor, shown = highlight.anchor, self._shown[highlight.anchor.source]
        if anchor.layer == shown.layer:
            return shown
        if anchor.layer not in self._others:
            unknown = replace(shown, layer=anchor.layer, labels=(), starts=(), landmarks=())
            self._others[anchor.layer] = sources_by_layer(self._engine, [anchor.layer]).get(anchor.layer, unknown)
        return self._others[anchor.layer]

    def waits(self, highlight: Highlight) -> bool:
        """Say whether a highlight stands in another layer than its source shows."""
        return highlight.anchor.layer != self._shown[highlight.anchor.source].layer

    def waiting(self, found: Iterable[Highlight]) -> dict[str, list[Highlight]]:
        """Return the highlights that wait, by the layer that is shown in place of theirs."""
        waiting: dict[str, list[Highlight]] = {}
        for highlight in found:
            shown = self._shown[highlight.anchor.source].layer
            if shown and self.waits(highlight):
                waiting.setdefault(shown, []).append(highlight)
        return waiting


def parts(highlight: Highlight) -> list[str]:
    """Return the text of each range of a highlight."""
    found, position = [], 0
    for start, end in highlight.anchor.ranges:
        found.append(highlight.exact[position : position + end - start])
        position += end - start + 1
    return found


def found_again(library: Library, marked: Iterable[Highlight], id: str, layer: Layer) -> list[FoundAgain]:
    """Look in a layer for the highlights that are anchored in others; those that are anchored in it are left out."""
    by_layer: dict[str, list[Highlight]] = {}
    for highlight in marked:
        if highlight.anchor.layer != id:
            by_layer.setdefault(highlight.anchor.layer, []).append(highlight)
    found: list[FoundAgain] = []
    for former, waiting in by_layer.items():
        old = _read(library, former)
        finder = Reanchoring(old.text, layer.text, old_asides=old.asides, new_asides=layer.asides)
        found += [_found(finder, highlight, id, layer) for highlight in waiting]
    return found


def anchored_at(highlight: Highlight, placement: Placement, id: str, layer: Layer) -> FoundAgain:
    """Return a highlight with its anchor where a layer has been found to hold it."""
    ranges = placement.ranges
    if not ranges:
        return FoundAgain(highlight, placement)
    text = PART_BREAK.join(layer.text[start:end] for start, end in ranges)
    prefix, _ = context(layer.text, *ranges[0])
    _, suffix = context(layer.text, *ranges[-1])
    # What was marked stands in the highlight's core, and is not said again.
    exact = "" if text == highlight.exact and not highlight.anchor.exact else text
    anchor = Anchor(highlight.anchor.source, id, ranges, prefix, suffix, exact=exact)
    return FoundAgain(highlight, placement, anchor, text)


def _found(finder: Reanchoring, highlight: Highlight, id: str, layer: Layer) -> FoundAgain:
    anchor = highlight.anchor
    if anchor.area is not None:
        return FoundAgain(highlight, Placement("exact", (), 100), replace(anchor, layer=id))
    passage = Passage(tuple(parts(highlight)), anchor.ranges, anchor.prefix, anchor.suffix)
    return anchored_at(highlight, finder.place(passage), id, layer)


def _read(library: Library, layer: str) -> Layer:
    """Return a layer; an empty one where it has not come with the highlights that a colleague made in it."""
    try:
        return read_layer(library.engine, layer)
    except LibraryDamagedError:
        return Layer("", "", "")
