"""What this computer remembers of a library's exchange folder: where it is, and what was sent, merged or set aside.

It is kept in the user's folder for settings, by the library's id, and in no library.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from typing import Any

from commonplace.library.profile import config_folder
from commonplace.library.session import Library
from core.errors import StorageError
from db.deliveries import undone_merges

_MOST = 1000


@dataclass(frozen=True, slots=True)
class ExchangeSettings:
    """Of one library on this computer.

    Attributes:
        folder: Empty where none is set.
        documents: Whether the documents go along with what is sent.
        at_closing: Whether it is sent whenever the window closes.
        own: The names of the packages that were written from here.
        sent: What the library held when it was sent last, and the size of that package.
        aside: Digests of what was set aside.
        nothing_new: Digests of what was found to bring nothing, each with how many merges were undone by then.
    """

    folder: str = ""
    documents: bool = True
    at_closing: bool = False
    own: tuple[str, ...] = ()
    sent: str = ""
    aside: tuple[str, ...] = ()
    nothing_new: tuple[str, ...] = ()


def read_exchange(library: str) -> ExchangeSettings:
    """Return what is kept for a library, by its id; what is missing or makes no sense is as it is at first."""
    try:
        kept = json.loads(_path(library).read_text("utf-8"))
    except (OSError, ValueError):
        return ExchangeSettings()
    return _settings(kept) if isinstance(kept, dict) else ExchangeSettings()


def change_exchange(library: str, **changes: Any) -> ExchangeSettings:
    """Keep some values anew; return all.

    Raises:
        StorageError: They cannot be written.
    """
    changed = replace(read_exchange(library), **changes)
    path = _path(library)
    aside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        aside.write_text(json.dumps(asdict(changed), indent=2) + "\n", "utf-8")
        aside.replace(path)
    except OSError as error:
        raise StorageError(f"The settings {path} cannot be written: {error.strerror}.") from error
    return changed


def remember(library: str, what: str, value: str, *, off: bool = False) -> None:
    """Add a value to ``aside`` or ``nothing_new``, the newest last, or take it out.

    Raises:
        StorageError: It cannot be kept.
    """
    known = [one for one in getattr(read_exchange(library), what) if one != value]
    change_exchange(library, **{what: tuple(known if off else [*known, value][-_MOST:])})


def brought_nothing(library: Library, digest: bytes) -> None:
    """Note that there is nothing in a file that is not here; it is offered again only when a merge is undone."""
    with suppress(StorageError):
        remember(library.library_id, "nothing_new", f"{digest.hex()} {undone_merges(library.engine)}")


def known_to_bring_nothing(library: Library) -> set[str]:
    """Return the digests of files in which there was nothing new, and of which that still holds."""
    undone = str(undone_merges(library.engine))
    pairs = (one.partition(" ") for one in read_exchange(library.library_id).nothing_new)
    return {digest for digest, _, then in pairs if then == undone}


def _settings(kept: Mapping[str, Any]) -> ExchangeSettings:
    first = ExchangeSettings()
    known: dict[str, Any] = {}
    for field in fields(ExchangeSettings):
        value = kept.get(field.name)
        if isinstance(getattr(first, field.name), tuple):
            known[field.name] = tuple(one for one in value if isinstance(one, str)) if isinstance(value, list) else ()
        elif type(value) is type(getattr(first, field.name)):
            known[field.name] = value
    return ExchangeSettings(**known)


def _path(library: str) -> Path:
    return config_folder() / "exchange" / f"{library}.json"
