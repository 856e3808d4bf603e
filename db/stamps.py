"""Whether a library is as it was: a short text that is another when records came or went."""

from __future__ import annotations

from db.engine import Engine
from db.packages import KEYS


def stamp(engine: Engine) -> str:
    """Return how many records each replicated table has, and when the newest action was."""
    with engine.reading():
        counts = [engine.value(f"select count(*) from {table}") for table in KEYS]
        newest = engine.value("select max(at) from action")
    return " ".join(map(str, [*counts, newest or 0]))
