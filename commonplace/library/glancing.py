"""What files of others say of themselves, as workers read it once; remembered until the file is another."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from commonplace.documents.reading import UnreadableError
from commonplace.library.asking import asked_of_worker
from commonplace.library.profile import cache_folder
from core.clock import iso
from core.errors import UserError
from db.packages import parse_manifest
from db.strangers import IncompleteError, RefusedError, refuse_unfit

_LATEST = (1 << 47) - 1
_OWN = "/"  # no file is called so
_LONGEST_PERSON = 100
_HEAD = 100  # bytes, without which a file cannot be told from any other


@dataclass(frozen=True, slots=True)
class Glance:
    """What a file says of itself: claims all, but for the digest.

    Attributes:
        reason: Why it cannot be merged as it is; empty where it can.
        incomplete: Whether more of it may be to come.
        holds: Of each table the digest of what a package has of it.
    """

    person: str = ""
    made: str = ""
    documents: bool = False
    digest: str = ""
    reason: str = ""
    incomplete: bool = False
    holds: Mapping[str, str] = field(default_factory=dict)


class Glances:
    """Those of the files of one folder, kept in the cache by name, size and times."""

    def __init__(self, library: str) -> None:
        """Take up what is kept for a library, by its id."""
        self._path = cache_folder() / "exchange" / f"{library}.json"
        self._known = _read(self._path)
        self._seen: dict[str, Any] = {}

    def at(self, path: Path, found: os.stat_result) -> Glance:
        """Return what a file says, which is as ``found``; a worker reads it where it is not known."""
        key = _key(found)
        known = _kept(self._known.get(path.name), key)
        glance = known or _glance(path, found)
        # What is still being copied is looked at again, whatever its times say.
        if not glance.incomplete:
            self._seen[path.name] = [key, asdict(glance)]
        return glance

    def own(self, state: str, made: Callable[[], Mapping[str, str]]) -> Mapping[str, str]:
        """Return what a function makes of the library, which need not be asked again while that is in one state."""
        known = self._known.get(_OWN)
        if not (isinstance(known, list) and known[0] == state):
            known = [state, dict(made())]
        self._seen[_OWN] = known
        return dict(known[1])

    def keep(self) -> None:
        """Keep what was asked for; what was not is gone from the folder."""
        if self._seen == self._known:
            return
        aside = self._path.with_name(f".{self._path.name}.{os.getpid()}")
        with suppress(OSError):
            self._path.parent.mkdir(parents=True, exist_ok=True)
            aside.write_text(json.dumps(self._seen), "utf-8")
            aside.replace(self._path)


def _key(found: os.stat_result) -> list[int]:
    return [found.st_size, found.st_mtime_ns, found.st_ctime_ns]


def _glance(path: Path, found: os.stat_result) -> Glance:
    try:
        if found.st_size < _HEAD:
            return Glance(reason="Nothing of it is there yet.", incomplete=True)
        refuse_unfit(path)
        glance = _understood(asked_of_worker("glance", path.resolve()))
    except IncompleteError as error:
        return Glance(reason=str(error), incomplete=True)
    except (RefusedError, UnreadableError) as error:
        glance = Glance(reason=str(error))
    except UserError as error:
        glance = Glance(reason=error.message)
    with suppress(OSError):
        if _key(path.stat()) == _key(found):
            return glance
    return Glance(reason="It is still being copied.", incomplete=True)


def _understood(said: Mapping[str, Any]) -> Glance:
    """Return what a worker read; of a library nobody says who made it, and when."""
    whole = str(said["digest"])
    if not said["manifest"]:
        return Glance(documents=True, digest=whole)
    manifest = parse_manifest(str(said["manifest"]))
    made = iso(min(manifest.made, _LATEST) << 16)
    person = "".join(char for char in manifest.by.name if char.isprintable())[:_LONGEST_PERSON]
    return Glance(person, made, manifest.documents, whole, holds=manifest.digests)


def _kept(value: Any, key: list[int]) -> Glance | None:
    try:
        return Glance(**value[1]) if value[0] == key else None
    except (TypeError, IndexError, KeyError):
        return None


def _read(path: Path) -> dict[str, Any]:
    try:
        found = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}
