"""What people write, made fit for a record: its lines end one way, and it holds whole characters only."""

from __future__ import annotations

from core.errors import NotDoneError


def written(text: str) -> str:
    """Return a note or a definition as it is kept; empty lines around it are left out.

    Raises:
        NotDoneError: It holds halves of characters, as broken input leaves them.
    """
    said = text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "").strip("\n")
    if any("\ud800" <= char <= "\udfff" for char in said):
        raise NotDoneError("The text holds halves of characters; nothing was changed.", code="no-text")
    return said
