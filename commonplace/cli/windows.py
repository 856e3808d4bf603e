"""The way from a command to the window, which this package does not know."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from core.errors import PlaceError


class Window(Protocol):
    """Opens the window and returns the exit status once it is closed.

    The words are the library, the person, a source to open and a page of it, each as it stood in the command.
    """

    def __call__(self, library: Path | None, person: str | None, source: str, page: str, /) -> int: ...


def no_window(_library: Path | None, _person: str | None, _source: str, _page: str, /) -> int:
    """Say that there is no window.

    Raises:
        PlaceError: Always.
    """
    raise PlaceError("This program was started without its window; see main.py --help.", code="no-window")
