"""The kinds of things people make, each declared once; making, changing, deleting, undoing and projecting follow."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from peewee import Model

from core.ids import Json, canonical, short_digest
from db import tables


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of thing.

    Attributes:
        core: Fields that never change; the entity's id is their hash.
        registers: Fields that may change, each with its revisions; ``NAME:*`` is a family of them.
        table: The table that shows it as it is now.
        first: First values that every making of such a thing has.
        hangs_on: Fields, of the core or registers, that name what this thing depends on: it keeps that from being
            deleted by somebody who did not know of this.  An anchor names its source.
        quiet: Registers in which several heads are no conflict: the newest is shown.
        layered: Registers whose values stand in layers, side by side: a value replaces those in its own layer, and
            heads disagree only within one.
    """

    name: str
    core: tuple[str, ...]
    registers: tuple[str, ...]
    table: type[Model]
    first: Mapping[str, Json] = field(default_factory=dict)
    hangs_on: tuple[str, ...] = ()
    quiet: frozenset[str] = frozenset()
    layered: frozenset[str] = frozenset()

    def knows(self, register: str) -> bool:
        return (
            register == "deleted" or register in self.registers or f"{register.partition(':')[0]}:*" in self.registers
        )


_PRESENT: Mapping[str, Json] = {"present": True}

PERSON = Kind("person", ("nonce",), ("name",), tables.PersonRow)
SOURCE = Kind(
    "source",
    ("sha256",),
    ("reference", "labels", "replaces", "layer"),
    tables.SourceRow,
    hangs_on=("reference",),
    quiet=frozenset({"layer"}),
)
SHELF = Kind(
    "shelf",
    ("source", "name"),
    ("present",),
    tables.ShelfRow,
    first=_PRESENT,
    hangs_on=("source",),
    quiet=frozenset({"present"}),
)
FILE_NAME = Kind("file-name", ("target", "name"), (), tables.FileNameRow)
REFERENCE = Kind(
    "reference",
    ("source", "origin", "nonce"),
    ("citekey", "type", "slice", "found", "field:*"),
    tables.ReferenceRow,
    quiet=frozenset({"citekey", "slice", "found"}),
)
ALIAS = Kind("alias", ("reference", "citekey"), ("present",), tables.AliasRow, first=_PRESENT)
BIBFILE = Kind("bibfile", ("sha256",), ("replaces",), tables.BibfileRow)
CONCEPT = Kind("concept", ("nonce", "name"), ("name", "definition", "colour", "parents"), tables.ConceptRow)
LABEL = Kind(
    "label",
    ("concept", "name_key"),
    ("present", "text", "language"),
    tables.LabelRow,
    first=_PRESENT,
    hangs_on=("concept",),
)
HIGHLIGHT = Kind(
    "highlight",
    ("nonce", "person", "created", "exact"),
    ("anchor", "colour", "edited_quote"),
    tables.HighlightRow,
    hangs_on=("anchor",),
    layered=frozenset({"anchor"}),
)
TAGGING = Kind(
    "tagging",
    ("highlight", "concept", "person"),
    ("present",),
    tables.TaggingRow,
    first=_PRESENT,
    hangs_on=("highlight", "concept"),
)
NOTE = Kind("note", ("nonce", "target", "person", "created"), ("text",), tables.NoteRow, hangs_on=("target",))
SAME = Kind("same", ("a", "b"), ("present",), tables.SameRow, first=_PRESENT)

KINDS: Mapping[str, Kind] = {
    kind.name: kind
    for kind in (
        PERSON,
        SOURCE,
        SHELF,
        FILE_NAME,
        REFERENCE,
        ALIAS,
        BIBFILE,
        CONCEPT,
        LABEL,
        HIGHLIGHT,
        TAGGING,
        NOTE,
        SAME,
    )
}


def entity_id(kind: str, core: str) -> bytes:
    """Return the 16-byte id of a thing, from its kind and its core's canonical JSON."""
    return short_digest(f"{kind}\n{core}")


def core_json(core: Mapping[str, Any], first: Mapping[str, Any]) -> str:
    """Return the core as it is stored and hashed; the first values of its registers stand under ``first``."""
    return canonical({**core, "first": dict(first)} if first else dict(core))
