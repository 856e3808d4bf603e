"""Where somebody stopped reading each source: kept in the cache folder of this computer, never in a library."""

from __future__ import annotations

import json
import os
from contextlib import suppress
from pathlib import Path

from commonplace.library.profile import cache_folder

_MOST = 1000


def place_in(source: str) -> int:
    """Return where reading a source was left off, as a position of its text; 0 where nobody knows."""
    return _read().get(source, 0)


def remember_place(source: str, position: int) -> None:
    """Keep where reading a source is left off; where that cannot be written it is forgotten."""
    kept = _read()
    kept.pop(source, None)
    # The newest stand last; the oldest go first.
    kept = dict([*kept.items(), (source, position)][-_MOST:])
    path = _path()
    aside = path.with_name(f".{path.name}.{os.getpid()}")
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        aside.write_text(json.dumps(kept), "utf-8")
        aside.replace(path)


def _read() -> dict[str, int]:
    try:
        kept = json.loads(_path().read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    if not isinstance(kept, dict):
        return {}
    return {source: place for source, place in kept.items() if isinstance(place, int) and place >= 0}


def _path() -> Path:
    return cache_folder() / "places.json"
