"""How sources stand beside what is said of each: what they lack, what waits in them, what they are marked with."""

from __future__ import annotations

from dataclasses import dataclass

from commonplace.library.session import Library
from db.standings import concepts_by_source, stored_sources, waiting_by_source


@dataclass(frozen=True, slots=True)
class Standing:
    """How one source stands.

    Attributes:
        reference: The id of its reference, or empty.
        waiting: How many of its highlights wait for their place in the text that it shows.
        stored: Whether its document is in this library.
        concepts: Ids of those that its highlights are tagged with.
    """

    reference: str = ""
    waiting: int = 0
    stored: bool = True
    concepts: frozenset[str] = frozenset()


def standings(library: Library) -> dict[str, Standing]:
    """Return how each source stands, by its id."""
    waiting, tagged = waiting_by_source(library.shown), concepts_by_source(library.shown)
    return {
        id: Standing(reference, waiting.get(id, 0), stored, frozenset(tagged.get(id, ())))
        for id, (reference, stored) in stored_sources(library.engine).items()
    }
