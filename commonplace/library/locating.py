"""Where a passage is cited: by printed page, article or section; in a document without these by paragraph."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from operator import itemgetter
from typing import Protocol

from commonplace.citations.locators import Locator, locator, read, text
from core.page_labels import PageLabel
from core.records import Anchor, Range
from db.sources import SourceFacts


class Axis(Protocol):
    """A source as far as its places take that: ``SourceFacts`` has more to say of each of these."""

    @property
    def labels(self) -> Sequence[PageLabel]: ...

    @property
    def starts(self) -> Sequence[int]: ...

    @property
    def landmarks(self) -> Sequence[tuple[str, int, str]]: ...


@dataclass(frozen=True, slots=True)
class _Spot:
    """The part that a position lies in: its place among the landmarks, its kind and label, and the paragraph in it."""

    part: int
    kind: str
    label: str
    paragraph: str


def cited_by(source: Axis) -> str:
    """Return what a source is cited by: page, article, section, chapter or paragraph; empty without any text."""
    if source.labels:
        return "page"
    return source.landmarks[0][0] if source.landmarks else "paragraph" if source.starts else ""


def place_of_anchor(source: SourceFacts, anchor: Anchor) -> Locator | None:
    """Return what a highlight is cited by; where its layer is not here, what its maker said that it is."""
    if is_claimed(source, anchor):
        return read(anchor.locator)
    return place_of_page(source, anchor.area[0]) if anchor.area else place_of(source, anchor.ranges)


def is_claimed(source: SourceFacts, anchor: Anchor) -> bool:
    """Say whether what a highlight is cited by is its maker's word alone."""
    return source.layer != anchor.layer and read(anchor.locator) is not None


def with_place(source: SourceFacts, anchor: Anchor) -> Anchor:
    """Return an anchor in the layer of a source, with what it is cited by."""
    own = place_of_page(source, anchor.area[0]) if anchor.area else place_of(source, anchor.ranges)
    return replace(anchor, locator=text(own))


def place_of(source: Axis, ranges: Sequence[Range]) -> Locator | None:
    """Return the locator of a passage: its first and last printed page, article, section or paragraph."""
    if not ranges or not source.starts:
        return None
    start, last = ranges[0][0], max(ranges[-1][1] - 1, ranges[-1][0])
    if source.labels:
        return locator("page", source.labels[_index(source, start)].text, source.labels[_index(source, last)].text)
    first = _spot(source, start)
    place = _between(first, first if _mark(source, start) == _mark(source, last) else _spot(source, last))
    if place or (source.landmarks and source.landmarks[0][0] == "paragraph"):
        return place
    return locator("paragraph", str(_index(source, start) + 1), str(_index(source, last) + 1))


def place_of_page(source: Axis, page: int) -> Locator | None:
    """Return the locator of a whole page, for a highlight of a figure."""
    return locator("page", source.labels[page].text) if page < len(source.labels) else None


def place_text(place: Locator | None) -> str:
    """Return a locator as it is cited: ``p. 62``, ``pp. 12–13``, ``sec. 2.1, para. 3``, ``para. 4``."""
    return text(place)


def page_label(source: Axis, position: int) -> str:
    """Return the printed label of the page a position lies on; empty where none is known."""
    if source.labels:
        return source.labels[_index(source, position)].text
    spot = _spot(source, position)
    return spot.label if spot and spot.kind == "page" else ""


def _index(source: Axis, position: int) -> int:
    return max(bisect_right(source.starts, position) - 1, 0)


def _mark(source: Axis, position: int) -> int:
    return bisect_right(source.landmarks, position, key=itemgetter(1)) - 1


def _spot(source: Axis, position: int) -> _Spot | None:
    """Return the part that a position lies in, or outside of all the paragraph with a number of its own, or None."""
    at = _mark(source, position)
    paragraph = source.landmarks[at][2] if at >= 0 and source.landmarks[at][0] == "paragraph" else ""
    own = _Spot(at, "paragraph", paragraph, "") if paragraph else None
    while at >= 0 and source.landmarks[at][0] == "paragraph":
        at -= 1
    if at < 0 or not source.landmarks[at][2]:
        return own
    kind, _, label = source.landmarks[at]
    return _Spot(at, kind, label, paragraph)


def _between(first: _Spot | None, last: _Spot | None) -> Locator | None:
    """Return what lies from one spot to another; None where one of them is in no part, or in one of another kind."""
    if not first or not last or first.kind != last.kind:
        return None
    if first.part != last.part:
        return locator(first.kind, first.label, last.label)
    inner = locator("paragraph", first.paragraph, last.paragraph) if first.paragraph else None
    return locator(first.kind, first.label, inner=inner)
