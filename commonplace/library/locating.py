"""Where a passage is cited: by printed page, or in a document without pages by paragraph."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from commonplace.citations.locators import Locator, locator, text
from core.records import Range
from db.sources import SourceFacts


def place_of(source: SourceFacts, ranges: Sequence[Range]) -> Locator | None:
    """Return the locator of a passage: its first and last printed page, or paragraph counted from 1."""
    if not ranges or not source.starts:
        return None
    first = _index(source, ranges[0][0])
    last = _index(source, max(ranges[-1][1] - 1, ranges[-1][0]))
    if source.page_labels:
        return locator("page", source.page_labels[first], source.page_labels[last])
    return locator("paragraph", str(first + 1), str(last + 1))


def place_of_page(source: SourceFacts, page: int) -> Locator | None:
    """Return the locator of a whole page, for a highlight of a figure."""
    return locator("page", source.page_labels[page]) if page < len(source.page_labels) else None


def place_text(place: Locator | None) -> str:
    """Return a locator as it is cited: ``p. 62``, ``pp. 12–13``, ``para. 4``."""
    return text(place)


def page_label(source: SourceFacts, position: int) -> str:
    """Return the printed label of the page a position lies on; empty where there are no pages."""
    return source.page_labels[_index(source, position)] if source.page_labels else ""


def _index(source: SourceFacts, position: int) -> int:
    return max(bisect_right(source.starts, position) - 1, 0)
