"""Who works in a library: everybody whose name is in it, once each."""

from __future__ import annotations

from commonplace.library.session import Library
from core.folding import fold_name
from db.highlights import persons
from db.same import shown_with


def people(library: Library) -> list[tuple[str, str]]:
    """Return ids and names of the persons, in the order of their names; of two that are one, the one."""
    shown = shown_with(library.engine, "person")
    named = [(id, name) for id, name in persons(library.engine).items() if shown.get(id, id) == id]
    return sorted(named, key=lambda one: (fold_name(one[1]), one[0]))
