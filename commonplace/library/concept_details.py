"""What is said of a concept besides its name and its place: definition, colour, other names."""

from __future__ import annotations

import re

from commonplace.library.concepts import add_alias
from commonplace.library.naming import concept_named
from commonplace.library.session import Library
from commonplace.library.wording import written
from core.errors import NotDoneError
from db.concepts import members
from db.kinds import CONCEPT

_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}\Z")
_LONGEST = 1 << 20


def define_concept(library: Library, name: str, definition: str) -> None:
    """Say what a concept means; an empty text takes back what was said.

    Raises:
        UnknownNameError: There is no such concept.
        NotDoneError: It is longer than a mebibyte.
    """
    text = written(definition)
    if len(text.encode()) > _LONGEST:
        raise NotDoneError("A definition can be one mebibyte long at most; nothing was changed.", code="too-long")
    _set(library, name, "definition", text, "Define concept")


def colour_concept(library: Library, name: str, colour: str) -> None:
    """Give a concept a colour, as ``#RRGGBB``; an empty one takes it back.

    Raises:
        UnknownNameError: There is no such concept.
        NotDoneError: It is no colour.
    """
    if colour and not _COLOUR.match(colour):
        raise NotDoneError(
            f"{colour} is no colour; nothing was changed.", hint="Write it as #RRGGBB.", code="bad-colour"
        )
    _set(library, name, "colour", colour, "Colour concept")


def name_concept_also(library: Library, name: str, alias: str) -> None:
    """Give a concept another name beside its own: a synonym, or what another language calls it.

    Raises:
        UnknownNameError: There is no such concept, or it cannot be a name.
    """
    concept = concept_named(library, name)
    with library.action(f"Call concept {concept.name} also {' '.join(alias.split())}") as action:
        add_alias(action, concept.id, alias)


def _set(library: Library, name: str, field: str, value: str, what: str) -> None:
    concept = concept_named(library, name)
    with library.action(f"{what} {concept.name}") as action:
        for id in sorted(members(library.engine, [concept.id])):
            action.set(CONCEPT, id, field, value)
