"""How the commands tell what became of highlights that were looked for in another text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from commonplace.library.layering import AnchorLine

CLASSES = ("exact", "moved", "uncertain", "lost")
_SHORT_ID = 12


class Sorted(Protocol):
    """Highlights by their class."""

    @property
    def exact(self) -> tuple[AnchorLine, ...]: ...
    @property
    def moved(self) -> tuple[AnchorLine, ...]: ...
    @property
    def uncertain(self) -> tuple[AnchorLine, ...]: ...
    @property
    def lost(self) -> tuple[AnchorLine, ...]: ...


def counted(found: Sorted) -> str:
    """Return how many highlights fell into each class; nothing where there were none."""
    told = ", ".join(f"{len(own)} {name}" for name in CLASSES if (own := getattr(found, name)))
    return f"highlights: {told}" if told else ""


def to_look_at(found: Sorted) -> Iterator[str]:
    """Yield the highlights that a person has to look at, with what is proposed."""
    from commonplace.cli.tables import plain

    for name in ("uncertain", "lost"):
        for one in getattr(found, name):
            yield f"    {name} {one.highlight[:_SHORT_ID]}  “{plain(one.before)}”"
            if one.after:
                yield f"        {one.score} %  “{plain(one.after)}”"
