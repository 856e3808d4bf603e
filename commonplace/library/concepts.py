"""The concept tree as a person works on it."""

from __future__ import annotations

import re
import secrets
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from commonplace.library.naming import concept_named, find_concepts
from commonplace.library.session import Library
from commonplace.library.wording import written
from core.errors import NotDoneError, UnknownNameError
from core.folding import fold_name, is_cjk
from core.records import Concept
from db.concepts import concepts, members, shown_as, subtree
from db.kinds import CONCEPT, LABEL, SAME
from db.ledger import Action
from db.same import things_named
from db.step_labels import ADD_CONCEPT, named

_LONGEST_NAME = 500
_JOINERS = "\u200c\u200d"  # emoji and Persian words are written with them
_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}\Z")


@dataclass(frozen=True, slots=True)
class ConceptLine:
    """A concept as `concept list` shows it; ``parent`` is the parent's name, ``highlights`` counts its subtree."""

    id: str
    name: str
    path: tuple[str, ...]
    parent: str
    aliases: tuple[str, ...]
    definition: str
    colour: str
    highlights: int


def list_concepts(library: Library) -> list[ConceptLine]:
    """Return the tree, each concept before its children."""
    return [_line(concept) for concept in concepts(library.shown)]


def add_concept(
    library: Library,
    name: str,
    *,
    parent: str | None = None,
    aliases: Sequence[str] = (),
    definition: str = "",
    colour: str = "",
) -> ConceptLine:
    """Add a concept; one name may stand under different parents, as different things.

    Raises:
        NotDoneError: The name exists at this place, or cannot be one.
        UnknownNameError: There is no such parent.
    """
    shown = checked_name(name)
    if colour and not _COLOUR.match(colour):
        raise NotDoneError(
            f"{colour} is no colour; nothing was changed.", hint="Write it as #RRGGBB.", code="bad-colour"
        )
    above = concept_named(library, parent) if parent else None
    _refuse_taken(library, shown, above)
    with library.action(ADD_CONCEPT) as action:
        id = make_concept(library, action, shown, above.id if above else "")
        for field, value in (("definition", written(definition)), ("colour", colour)):
            if value:
                action.set(CONCEPT, id, field, value)
        for alias in aliases:
            add_alias(action, id, alias)
    return _shown(library, id)


def make_concept(library: Library, action: Action, name: str, parent: str = "") -> str:
    """Record a new concept and that it is another thing than those of its name; return its id."""
    first = {"parents": [parent]} if parent else {}
    id = action.make(CONCEPT, {"nonce": secrets.token_hex(8), "name": name}, first)
    others = [concept.id for concept in find_concepts(library, name) if fold_name(concept.name) == fold_name(name)]
    for other in members(library.engine, others):
        say_same(action, id, other, same=False)
    return id


def add_alias(action: Action, concept: str, alias: str, language: str = "") -> None:
    """Record another name of a concept; the language is told from the script where it is not given."""
    text = checked_name(alias)
    label = action.make(LABEL, {"concept": concept, "name_key": fold_name(text)})
    action.set(LABEL, label, "text", text)
    action.set(LABEL, label, "language", language or ("ja" if any(is_cjk(char) for char in text) else "en"))


def rename_concept(library: Library, name: str, new: str) -> ConceptLine:
    """Give a concept another name; it keeps its highlights and its place.

    Raises:
        NotDoneError: The new name exists beside it, or cannot be one.
    """
    concept, shown = concept_named(library, name), checked_name(new)
    same_place = [c for c in find_concepts(library, shown) if c.parent == concept.parent and c.id != concept.id]
    if any(fold_name(c.name) == fold_name(shown) for c in same_place):
        raise _exists(shown, "merge the two with `concept merge`")
    with library.action(f"Rename concept {concept.name} to {shown}") as action:
        others = [c.id for c in find_concepts(library, shown) if fold_name(c.name) == fold_name(shown)]
        distinct = members(library.engine, set(others) - {concept.id})
        for id in _of_one_name(library, concept):
            action.set(CONCEPT, id, "name", shown)
            for other in sorted(distinct):
                say_same(action, id, other, same=False)
    return _shown(library, concept.id)


def move_concept(library: Library, name: str, parent: str | None) -> ConceptLine:
    """Put a concept with all below it under another parent, or with None at the top.

    Raises:
        NotDoneError: The parent lies below it, or has a child of that name.
    """
    concept = concept_named(library, name)
    above = concept_named(library, parent) if parent else None
    if above is not None and above.id in subtree(library.engine, [concept.id]):
        raise NotDoneError(
            f"{above.name} lies below {concept.name}; a concept cannot be moved into itself. Nothing was changed.",
            code="circle",
        )
    if concept.parent == (above.id if above else ""):
        return _line(concept)
    _refuse_taken(library, concept.name, above)
    with library.action(f"Move concept {named(concept.id)}") as action:
        for id in sorted(members(library.engine, [concept.id])):
            action.set(CONCEPT, id, "parents", [above.id] if above else [])
    return _shown(library, concept.id)


def merge_concepts(library: Library, name: str, into: str) -> ConceptLine:
    """Make two concepts one under the name of the second; the first name becomes an alias.

    Raises:
        NotDoneError: They are one already, or one lies below the other.
    """
    gone, kept = concept_named(library, name), concept_named(library, into)
    if gone.id == kept.id:
        raise NotDoneError(f"{name} and {into} are one concept already; nothing was changed.", code="same-concept")
    if gone.id in subtree(library.engine, [kept.id]) or kept.id in subtree(library.engine, [gone.id]):
        raise NotDoneError(
            f"{gone.name} and {kept.name} lie one below the other; nothing was changed.",
            hint="Move one of them first.",
            code="circle",
        )
    with library.action(f"Merge concept {named(gone.id)} into {named(kept.id)}") as action:
        for one in sorted(members(library.engine, [gone.id])):
            action.set(CONCEPT, one, "parents", [kept.parent] if kept.parent else [])
            for other in sorted(members(library.engine, [kept.id])):
                say_same(action, one, other, same=True)
        shown = min(gone.id, kept.id)
        if shown != kept.id:
            _carry_over(action, kept, shown)
        add_alias(action, shown, gone.name)
    return _shown(library, shown)


def delete_concept(library: Library, name: str) -> str:
    """Delete a concept; its children move up, its highlights stay and lose this tag.  Return its name."""
    concept = concept_named(library, name)
    with library.action(f"Delete concept {named(concept.id)}") as action:
        for id in sorted(members(library.engine, [concept.id])):
            action.delete(CONCEPT, id)
    return concept.name


def _carry_over(action: Action, kept: Concept, shown: str) -> None:
    """The one of two merged concepts that stands for both says what the other said."""
    action.set(CONCEPT, shown, "name", kept.name)
    action.set(CONCEPT, shown, "definition", kept.definition)
    action.set(CONCEPT, shown, "colour", kept.colour)


def _of_one_name(library: Library, concept: Concept) -> list[str]:
    """Return the concepts that are shown as one and have its name: what is shown is renamed as one."""
    named = things_named(library.engine, "concept", concept.name)
    return sorted(next((ids for ids in named if concept.id in ids), {concept.id}))


def say_same(action: Action, one: str, other: str, *, same: bool) -> None:
    a, b = sorted((one, other))
    said = action.make(SAME, {"a": a, "b": b})
    action.set(SAME, said, "present", same)


def _refuse_taken(library: Library, name: str, parent: Concept | None) -> None:
    place = parent.id if parent else ""
    for concept in find_concepts(library, name):
        own = fold_name(concept.name) == fold_name(name)
        if own and concept.parent == place:
            raise _exists(concept.name, "use it, or add it under another parent")


def _exists(name: str, way_out: str) -> NotDoneError:
    return NotDoneError(
        f"The concept {name} exists already; nothing was changed.",
        hint=f"{way_out[0].upper()}{way_out[1:]}.",
        code="exists",
    )


def checked_name(name: str) -> str:
    """Return a concept's name with its blanks made one.

    Raises:
        UnknownNameError: Nobody could read it, or tell it from others.
    """
    text = " ".join(name.split())
    if not text.strip(_JOINERS) or len(text) > _LONGEST_NAME or any(_is_unfit(char) for char in text):
        raise UnknownNameError("A concept needs a name of at most 500 characters that can be printed.", code="bad-name")
    return text


def _is_unfit(char: str) -> bool:
    """Whether a character is not seen, or turns the line around; those that Unicode added lately are taken as seen."""
    return unicodedata.category(char) in ("Cc", "Cf", "Cs") and char not in _JOINERS


def _shown(library: Library, id: str) -> ConceptLine:
    shown = shown_as(library.engine, id)
    return next(_line(concept) for concept in concepts(library.shown) if concept.id == shown)


def _line(concept: Concept) -> ConceptLine:
    parent = concept.path[-2] if len(concept.path) > 1 else ""
    return ConceptLine(
        concept.id,
        concept.name,
        concept.path,
        parent,
        concept.aliases,
        concept.definition,
        concept.colour,
        concept.highlights,
    )


def concept_records(library: Library) -> list[Concept]:
    """Return the tree as records, each concept before its children."""
    return concepts(library.shown)
