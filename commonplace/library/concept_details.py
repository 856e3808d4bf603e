"""What is said of a concept besides its name and its place: definition, colour, other names."""

from __future__ import annotations

import re
from collections.abc import Sequence

from commonplace.library.concepts import add_alias, checked_name
from commonplace.library.naming import concept_named
from commonplace.library.session import Library
from commonplace.library.wording import written
from core.errors import NotDoneError
from core.folding import fold_name
from db.concepts import labels, members, names_beneath
from db.kinds import CONCEPT, LABEL
from db.step_labels import named

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
    with library.action(f"Call concept {named(concept.id)} also {' '.join(alias.split())}") as action:
        add_alias(action, concept.id, alias)


def set_other_names(library: Library, name: str, names: Sequence[str]) -> None:
    """Call a concept these names beside its own, and no others; one step.

    A name that it has from a concept that was merged into it goes as well.

    Raises:
        UnknownNameError: There is no such concept, or one cannot be a name.
    """
    concept = concept_named(library, name)
    wanted = {fold_name(one): one for one in map(checked_name, names)}
    has = {fold_name(one) for one in concept.aliases}
    gone, new = has - wanted.keys(), [one for key, one in wanted.items() if key not in has]
    if not (gone or new):
        return
    with library.action(f"Give concept {named(concept.id)} other names") as action:
        for label in labels(library.engine, members(library.engine, [concept.id]), gone):
            action.set(LABEL, label, "present", False)
        for beneath in names_beneath(library.engine, concept.id, gone):
            action.set(CONCEPT, beneath, "name", concept.name)
        for alias in new:
            add_alias(action, concept.id, alias)


def _set(library: Library, name: str, field: str, value: str, what: str) -> None:
    concept = concept_named(library, name)
    with library.action(f"{what} {named(concept.id)}") as action:
        for id in sorted(members(library.engine, [concept.id])):
            action.set(CONCEPT, id, field, value)
