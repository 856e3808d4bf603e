"""Back and forward through the places one jumped from.  Knows no widget."""

from __future__ import annotations

from dataclasses import dataclass

_MOST = 100


@dataclass(frozen=True, slots=True)
class Place:
    """A position of a source's text."""

    source: str
    position: int


class History:
    """The places behind and ahead, the nearest last."""

    def __init__(self) -> None:
        self._behind: list[Place] = []
        self._ahead: list[Place] = []

    def leave(self, place: Place) -> None:
        """Remember a place that is jumped away from; what lay ahead is forgotten."""
        self._ahead.clear()
        if self._behind[-1:] != [place]:
            self._behind = [*self._behind, place][-_MOST:]

    def back(self, here: Place) -> Place | None:
        """Return the place to go back to; ``here`` lies ahead then."""
        return _step(self._behind, self._ahead, here)

    def forward(self, here: Place) -> Place | None:
        """Return the place that was gone back from; ``here`` lies behind then."""
        return _step(self._ahead, self._behind, here)

    @property
    def can_go_back(self) -> bool:
        return bool(self._behind)

    @property
    def can_go_forward(self) -> bool:
        return bool(self._ahead)


def _step(source: list[Place], other: list[Place], here: Place) -> Place | None:
    while source and source[-1] == here:
        source.pop()
    if not source:
        return None
    other.append(here)
    return source.pop()
