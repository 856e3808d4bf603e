"""Packages to send: a file of its own kind with the records of what was chosen and a manifest of them.

A package is built from an empty file, never by copying and deleting, so that nothing else can lie in its pages.
Its tables are the library's replicated ones and ``meta``, which holds the sender's ``library_id``, the ``manifest``
and, written last, ``complete``.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from core.errors import LibraryDamagedError, LibraryForeignError
from core.ids import canonical
from db.engine import PACKAGE_ID, Engine
from db.opening import read_header

KEYS: Mapping[str, tuple[str, ...]] = {
    "action": ("id",),
    "entity": ("id", "action"),
    "revision": ("id",),
    "layer": ("id",),
    "blob_chunk": ("sha256", "idx"),
    "blob": ("sha256",),
}


@dataclass(frozen=True, slots=True)
class Named:
    """A thing by its id, with what it was called when the package was made."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Chosen:
    """What a package was made of; nothing chosen is the whole library."""

    concepts: tuple[Named, ...] = ()
    sources: tuple[Named, ...] = ()
    persons: tuple[Named, ...] = ()
    collections: tuple[str, ...] = ()

    @property
    def is_all(self) -> bool:
        return not (self.concepts or self.sources or self.persons or self.collections)


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a package says of itself; it is a claim until it was compared with ``contents``.

    Attributes:
        format: The library format of its records.
        program: What made it.
        made: When, in milliseconds since 1970 (UTC).
        by: Who made it.
        documents: Whether the bytes and the texts of documents came along.
        counts: How many rows each table has, and how many things there are of each kind, deleted ones too.
        digests: Of each table the SHA-256 of its keys, as ``contents`` makes it.
    """

    format: int
    program: str
    made: int
    by: Named
    documents: bool
    chosen: Chosen
    counts: Mapping[str, int]
    digests: Mapping[str, str]

    def text(self) -> str:
        """Return the manifest as it is stored."""
        return canonical(asdict(self))


def read_manifest(path: Path) -> Manifest:
    """Return the manifest of one of our own packages; a stranger's file is looked at in a worker before.

    Raises:
        LibraryForeignError: It is no package.
        LibraryDamagedError: It was not written to the end, or its manifest is none.
    """
    if read_header(path).application_id != PACKAGE_ID:
        raise LibraryForeignError(f"{path} is no package of Commonplace; it was left as it is.")
    engine = Engine(path, read_only=True, immutable=True)
    try:
        return stored_manifest(engine)
    finally:
        engine.close()


def stored_manifest(package: Engine) -> Manifest:
    """Return the manifest of an open package.

    Raises:
        LibraryDamagedError: It was not written to the end, or its manifest is none.
    """
    meta = dict(package.rows("select key, value from meta where key in ('manifest', 'complete')"))
    if meta.get("complete") != "1":
        raise LibraryDamagedError(
            f"{package.path} was not written to the end; nothing was taken from it.", hint="Ask for the file again."
        )
    return parse_manifest(str(meta.get("manifest", "")))


def parse_manifest(text: str) -> Manifest:
    """Return a manifest from its JSON, which may be a stranger's; fields of a later version are left aside.

    Raises:
        LibraryDamagedError: It is no manifest.
    """
    try:
        return _manifest(json.loads(text))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise LibraryDamagedError(
            "The manifest of the package cannot be read; nothing was taken from it.", hint="Ask for the file again."
        ) from error


def _manifest(value: Mapping[str, Any]) -> Manifest:
    chosen = value["chosen"]
    return Manifest(
        format=_whole(value["format"]),
        program=_text(value["program"]),
        made=_whole(value["made"]),
        by=_named(value["by"]),
        documents=_flag(value["documents"]),
        chosen=Chosen(
            **{kind: tuple(map(_named, chosen[kind])) for kind in ("concepts", "sources", "persons")},
            collections=tuple(map(_text, chosen.get("collections", ()))),
        ),
        counts={_text(name): _whole(count) for name, count in value["counts"].items()},
        digests={_text(name): _text(digest) for name, digest in value["digests"].items()},
    )


def _named(value: Mapping[str, Any]) -> Named:
    return Named(_text(value["id"]), _text(value["name"]))


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(f"{value!r} is no text")
    return value


def _whole(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise TypeError(f"{value!r} is no whole number")
    return value


def _flag(value: object) -> bool:
    if not isinstance(value, bool):
        raise TypeError(f"{value!r} is neither true nor false")
    return value


def contents(package: Engine) -> tuple[dict[str, int], dict[str, str]]:
    """Return the counts and the digests of what is in a package (or a library), as a manifest has them.

    A digest is the SHA-256 of the keys of a table in their order, one after the other; the number of a chunk counts
    as eight bytes, the first one the greatest.
    """
    counts: dict[str, int] = dict(package.rows("select kind, count(distinct id) from entity group by kind"))
    digests = {}
    for table, keys in KEYS.items():
        rows = package.rows(f"select {', '.join(keys)} from {table} order by {', '.join(keys)}")
        counts[table] = len(rows)
        digest = sha256()
        for row in rows:
            digest.update(b"".join(map(_key, row)))
        digests[table] = digest.hexdigest()
    return counts, digests


def _key(part: object) -> bytes:
    if isinstance(part, bytes):
        return part
    if isinstance(part, int):
        return part.to_bytes(8, "big", signed=True)
    raise LibraryDamagedError("A record of the package has no proper id; nothing was taken from it.")


def refuse_untrue(package: Engine, manifest: Manifest) -> None:
    """Refuse a package that does not hold what its manifest says.

    Raises:
        LibraryDamagedError: Records are missing, or there are others.
    """
    counts, digests = contents(package)
    if (counts, digests) != (dict(manifest.counts), dict(manifest.digests)):
        raise LibraryDamagedError(
            f"{package.path} does not hold what its manifest says; nothing was taken from it.",
            hint="Ask for the file again.",
        )
