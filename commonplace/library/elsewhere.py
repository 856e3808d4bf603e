"""Whether somebody else wrote to a library that is open here: the terminal, or a second window."""

from __future__ import annotations

from commonplace.library.session import Library


def version(library: Library) -> tuple[int, int]:
    """Return two numbers, of the library and of its private part, that change when anything but this session writes."""
    private = library.private.engine if library.private else None
    return library.engine.version, private.version if private else 0
