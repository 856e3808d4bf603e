"""Going from link to link with the keys: the text of the chosen one is selected, and Enter follows it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeAlias

from core.records import Range

Link: TypeAlias = tuple[Range, int | str]
"""The stretch of the axis that a link is on, and where it leads."""


def chosen_link(links: Sequence[Link], selected: Sequence[Range]) -> Link | None:
    """Return the link whose text, and nothing else, is selected."""
    return next((link for link in links if (link[0],) == tuple(selected)), None)


def next_link(links: Sequence[Link], beyond: Range | None, step: int) -> Link | None:
    """Return the first of some links after a place, or with -1 the last before it; without a place, of all."""
    ordered = sorted(links, key=lambda link: link[0])
    if beyond is not None:
        ordered = [link for link in ordered if (link[0] > beyond if step > 0 else link[0] < beyond)]
    return ordered[0 if step > 0 else -1] if ordered else None


def parts_from(start: int, count: int, step: int) -> Iterator[int]:
    """Yield all pages or blocks of a document from one on, or with -1 back, round to that one again."""
    return ((start + step * number) % count for number in range(count + 1))
