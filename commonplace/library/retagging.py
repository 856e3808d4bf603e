"""Changing what a highlight is tagged with, by the ids of concepts: what a list of concepts to choose from needs."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import zip_longest

from commonplace.library.concepts import checked_name, make_concept
from commonplace.library.highlights import Filter, find_highlights
from commonplace.library.naming import find_concepts, highlight_named
from commonplace.library.session import Library
from db.concepts import members
from db.highlights import taggings
from db.kinds import CONCEPT, TAGGING
from db.ledger import Action
from db.step_labels import ADD_CONCEPT, RETAG, TAG, UNTAG


def retag(
    library: Library,
    name: str,
    *,
    add: Sequence[str] = (),
    remove: Collection[str] = (),
    new: Sequence[str] = (),
    parent: str = "",
    colours: Sequence[str] = (),
) -> tuple[str, ...]:
    """Tag a highlight and take tags off it as one action; return the ids of the concepts it has then.

    Args:
        library: The open library.
        name: The highlight, by its id or the beginning of it.
        add: Ids of concepts.
        remove: Ids of concepts, whoever put them there.
        new: Names to tag with, too; a concept is made for one that no single concept has.
        parent: The id of the concept that those that are made come under, or empty.
        colours: Of those that are made, one for each new name, as ``#RRGGBB``.
    """
    id = highlight_named(library, name)
    private = library.holds_privately(id)
    gone = taggings(library.shown, id, members(library.engine, remove)) if remove else []
    if not (add or gone or new):
        return tags_of(library, id)
    label = RETAG if gone and (add or new) else UNTAG if gone else TAG
    if private:
        add, new = (*add, *concepts_apart(library, new, parent, colours)), ()
    with library.action(label, private=private) as action:
        for concept in (*add, *all_found_or_made(library, action, new, parent, colours)):
            action.make(TAGGING, {"highlight": id, "concept": concept, "person": action.person})
        for tagging in gone:
            action.set(TAGGING, tagging, "present", False)
    return tags_of(library, id)


def concepts_apart(
    library: Library, names: Sequence[str], parent: str = "", colours: Sequence[str] = ()
) -> tuple[str, ...]:
    """Return the ids of concepts that something private is tagged with; those that are made are for all to see.

    They stand in the library, so they are made in an action of their own.
    """
    if not names:
        return ()
    with library.action(ADD_CONCEPT) as action:
        return tuple(all_found_or_made(library, action, names, parent, colours))


def all_found_or_made(
    library: Library, action: Action, names: Sequence[str], parent: str, colours: Sequence[str]
) -> list[str]:
    """Return the ids of the concepts that are called so; those that are made get the colours, in their order."""
    shades = zip_longest(names, colours[: len(names)], fillvalue="")
    return [found_or_made(library, action, name, parent, colour) for name, colour in shades]


def tags_of(library: Library, highlight: str) -> tuple[str, ...]:
    """Return the ids of the concepts that a highlight has."""
    return find_highlights(library, Filter(), [highlight])[0].concepts


def found_or_made(library: Library, action: Action, name: str, parent: str = "", colour: str = "") -> str:
    """Return the id of the only concept that is called so; else of one that is made for it under a parent."""
    shown = checked_name(name)
    found = find_concepts(library, shown)
    if len(found) == 1:
        return found[0].id
    made = make_concept(library, action, shown, parent)
    if colour:
        action.set(CONCEPT, made, "colour", colour)
    return made
