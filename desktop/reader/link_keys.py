"""Going from link to link with the keys: the text of the chosen one is selected, and Enter follows it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

from core.records import Range

Link: TypeAlias = tuple[Range, int | str]
"""The stretch of the axis that a link is on, and where it leads."""


def chosen_link(links: Sequence[Link], selected: Sequence[Range]) -> Link | None:
    """Return the link whose text, and nothing else, is selected."""
    return next((link for link in links if (link[0],) == tuple(selected)), None)


def next_link(links: Sequence[Link], selected: Sequence[Range], step: int) -> Link | None:
    """Return the link after what is selected, or with -1 before it; from the ends it goes on at the other.

    Where nothing is selected, it is the first of them, or the last.
    """
    ordered = sorted(links, key=lambda link: link[0])
    if not ordered:
        return None
    places = [place for place, _ in ordered]
    if not selected:
        return ordered[0 if step > 0 else -1]
    here = selected[0]
    beyond = [place for place in places if (place > here if step > 0 else place < here)]
    wanted = (beyond or places)[0 if step > 0 else -1]
    return ordered[places.index(wanted)]
