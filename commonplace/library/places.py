"""How somebody last read each source: where they stopped, and how its pages lay."""

from __future__ import annotations

from dataclasses import asdict, dataclass

from commonplace.library.remembered import Remembered

_PLACES = Remembered("places.json")
_LOOKS = Remembered("looks.json")


@dataclass(frozen=True, slots=True)
class Look:
    """How pages lie: turned by so many degrees clockwise, and ``continuous``, ``single`` or ``facing``."""

    turned: int = 0
    arrangement: str = "continuous"


def place_in(source: str) -> int:
    """Return where reading a source was left off, as a position of its text; 0 where nobody knows."""
    place = _PLACES.get(source)
    return place if type(place) is int and place >= 0 else 0


def remember_place(source: str, position: int) -> None:
    """Keep where reading a source is left off; where that cannot be written it is forgotten."""
    _PLACES.put(source, position)


def look_of(source: str) -> Look:
    """Return how the pages of a source lay last."""
    kept = _LOOKS.get(source)
    if not isinstance(kept, dict):
        return Look()
    turned, arrangement = kept.get("turned"), kept.get("arrangement")
    return Look(
        turned if turned in (90, 180, 270) else 0, arrangement if arrangement in ("single", "facing") else "continuous"
    )


def remember_look(source: str, look: Look) -> None:
    """Keep how the pages of a source lie."""
    _LOOKS.put(source, asdict(look))
