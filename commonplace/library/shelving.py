"""Collections: sources kept together under a name, for a chapter, a course or a colleague."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from commonplace.library.naming import source_named
from commonplace.library.session import Library
from core.errors import NotDoneError, UnknownNameError
from db.kinds import SHELF
from db.shelves import Shelf, shelf_called, shelves, standing_in

_LONGEST_NAME = 200


@dataclass(frozen=True, slots=True)
class CollectionLine:
    """A collection.

    Attributes:
        sources: The ids of what is in it.
        changed: How many sources came in or went out just now.
    """

    name: str
    sources: tuple[str, ...]
    changed: int = 0


def list_collections(library: Library) -> list[CollectionLine]:
    """Return the collections in the order of their names."""
    return [CollectionLine(shelf.name, shelf.sources) for shelf in shelves(library.engine)]


def shelve(library: Library, sources: Sequence[str], name: str, *, off: bool = False) -> CollectionLine:
    """Put sources into a collection, which is made with the first, or take them out; one step.

    What is in it already, or with ``off`` is not, stays as it is.

    Raises:
        UnknownNameError: There is no such source, or with ``off`` no such collection.
        NotDoneError: The name is none.
    """
    ids = list(dict.fromkeys(source_named(library, source) for source in sources))
    known = shelf_called(library.engine, name)
    if off:
        known = collection_named(library, name)
    shown = known.name if known else _checked(name)
    held = set(known.sources) if known else set()
    moved = [id for id in ids if (id in held) == off]
    if moved:
        _move(library, shown, moved, off=off)
    now = shelf_called(library.engine, shown)
    return CollectionLine(shown, now.sources if now else (), len(moved))


def _move(library: Library, name: str, ids: Sequence[str], *, off: bool) -> None:
    count = "a source" if len(ids) == 1 else f"{len(ids)} sources"
    label = f"Take {count} out of {name}" if off else f"Put {count} into {name}"
    with library.action(label) as action:
        if off:
            for record in standing_in(library.engine, name, ids):
                action.set(SHELF, record, "present", False)
        else:
            for id in ids:
                action.make(SHELF, {"source": id, "name": name})


def collection_named(library: Library, name: str) -> Shelf:
    """Return a collection by name, compared folded.

    Raises:
        UnknownNameError: There is none.
    """
    found = shelf_called(library.engine, name)
    if found is None:
        listed = ", ".join(shelf.name for shelf in shelves(library.engine))
        raise UnknownNameError(
            f"There is no collection {name}.",
            hint=f"There are: {listed}." if listed else "Make one with `shelf SOURCE… --name NAME`.",
            code="unknown-collection",
        )
    return found


def _checked(name: str) -> str:
    shown = " ".join(name.split())
    if not shown or len(shown) > _LONGEST_NAME or not shown.isprintable():
        raise NotDoneError("A collection needs a short name that can be printed; nothing was changed.", code="no-name")
    return shown
