"""Failures in the words of the window."""

from __future__ import annotations

import re

from core.errors import UserError

_OF_THE_TERMINAL = re.compile(r"`|--\w")


def said_of(error: UserError) -> str:
    """Return what happened and what can be done; advice to give a command at the terminal is of no use here."""
    hint = "" if _OF_THE_TERMINAL.search(error.hint) else error.hint
    return " ".join(filter(None, (error.message, hint)))
