"""Small things remembered for each source: in the cache folder of this computer, never in a library."""

from __future__ import annotations

import json
import os
from contextlib import suppress
from pathlib import Path
from typing import Any

from commonplace.library.profile import cache_folder

_MOST = 1000


class Remembered:
    """A file of values by the ids of their sources; what cannot be read or written is forgotten."""

    def __init__(self, name: str) -> None:
        """Name the file."""
        self._name = name

    def get(self, source: str) -> Any:
        """Return what was kept for a source, or None."""
        return self._read().get(source)

    def put(self, source: str, value: Any) -> None:
        """Keep a value, which is fit for JSON; those of the sources used last stay."""
        kept = self._read()
        kept.pop(source, None)
        kept = dict([*kept.items(), (source, value)][-_MOST:])
        path = self._path()
        aside = path.with_name(f".{path.name}.{os.getpid()}")
        with suppress(OSError):
            path.parent.mkdir(parents=True, exist_ok=True)
            aside.write_text(json.dumps(kept), "utf-8")
            aside.replace(path)

    def _read(self) -> dict[str, Any]:
        try:
            kept = json.loads(self._path().read_text("utf-8"))
        except (OSError, ValueError):
            return {}
        return kept if isinstance(kept, dict) else {}

    def _path(self) -> Path:
        return cache_folder() / self._name
