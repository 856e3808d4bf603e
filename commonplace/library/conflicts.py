"""Conflicts as a person settles them: what was said apart of one thing, and which of it is to stand."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from commonplace.citations.keys import TakenKeys
from commonplace.library.concepts import add_alias
from commonplace.library.session import Library
from commonplace.library.telling import Teller
from core.errors import AmbiguousNameError, UnknownNameError
from core.ids import Json
from db.concept_tree import parents_without, runs_in_a_circle
from db.conflicts import Conflict, Head, conflict_counts, conflicts
from db.kinds import CONCEPT, KINDS, REFERENCE
from db.ledger import Action
from db.references import taken_keys
from db.step_labels import named

_LEAST_OF_AN_ID = 6


@dataclass(frozen=True, slots=True)
class HeadLine:
    """One of the things that stand against each other.

    Attributes:
        number: From 1, to choose it by.
        value: As a person reads it; ``raw`` is as it is kept.
        kind: value, deleted, kept (somebody said it is not deleted), used, edge (of a circle), or key.
        shown: Whether it is what is shown as long as nobody chooses.
        parts: What ``value`` is put together from where it is more than one value, to say it in another language: of
            an edge the names of child and parent; of what is used the kind of thing, the register and its value, or
            with an empty register the thing's own words and the names of what it is about.
    """

    number: int
    value: str
    person: str
    at: str
    shown: bool
    kind: str
    version: str
    raw: Json
    parts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ConflictLine:
    """A conflict as `conflicts` lists it.

    Attributes:
        kind: values, deleted (used after it was deleted), circle, or key (one for several references).
        what: In plain words what people disagree about.
        subject: The thing, in words; ``thing_kind`` and ``thing`` are its kind and its id.
        several: Whether more than one can be kept.
        source: The id of the source it stands in, and ``highlight`` of the highlight; empty elsewhere.
    """

    id: str
    kind: str
    what: str
    subject: str
    thing_kind: str
    thing: str
    register: str
    several: bool
    source: str
    citekey: str
    highlight: str
    heads: tuple[HeadLine, ...]


@dataclass(frozen=True, slots=True)
class Settled:
    """What was settled and how; ``left`` counts the conflicts that are left."""

    id: str
    subject: str
    what: str
    kept: tuple[str, ...]
    left: int


def list_conflicts(library: Library) -> list[ConflictLine]:
    """Return all conflicts of what is shown."""
    return _lines(library, conflicts(library.engine))


def conflicts_of(library: Library) -> Mapping[str, int]:
    """Return how many conflicts matter to each source, highlight, concept and reference, by its id."""
    return conflict_counts(library.engine)


def resolve(library: Library, name: str, keep: Sequence[int]) -> Settled:
    """Settle a conflict: what is kept stands in place of all that was said.

    Of a place in the tree, names, notes and page labels several can be kept: a concept stands under all parents, the
    other names become aliases, the notes follow each other.  Of a deleted thing either the deletion is kept, or what
    it was used for.  Of a circle the edges that are kept stand, the others go.

    Raises:
        UnknownNameError: There is no such conflict or number, or not so many can be kept.
    """
    found = _named(library, name)
    (line,) = _lines(library, [found])
    chosen = [_numbered(found, number) for number in dict.fromkeys(keep)]
    what = (
        f"whether {named(line.thing)} is deleted" if found.kind == "deleted" else f"{line.what} of {named(line.thing)}"
    )
    with library.action(f"Settle {what}") as action:
        _SETTLE[found.kind](library, action, found, chosen)
    kept = tuple(line.heads[number - 1].value for number in dict.fromkeys(keep))
    return Settled(found.id, line.subject, line.what, kept, len(conflicts(library.engine)))


def _named(library: Library, name: str) -> Conflict:
    beginning = name.strip().lower()
    every = conflicts(library.engine) if len(beginning) >= _LEAST_OF_AN_ID else []
    found = [one for one in every if one.id.startswith(beginning)]
    found = found or [one for one in every if any(id.startswith(beginning) for id in one.things)]
    if not found:
        raise UnknownNameError(
            f"There is no conflict {name}.", hint="List them with `conflicts`; give six digits of one or more."
        )
    if len(found) > 1:
        listed = ", ".join(one.id[:12] for one in found)
        raise AmbiguousNameError(f"{name} may be several conflicts: {listed}.", hint="Give more of the id.")
    return found[0]


def _numbered(conflict: Conflict, number: int) -> Head:
    if not 1 <= number <= len(conflict.heads):
        raise UnknownNameError(
            f"There is no {number} in this conflict; nothing was changed.",
            hint=f"Its heads are numbered from 1 to {len(conflict.heads)}.",
            code="unknown-head",
        )
    return conflict.heads[number - 1]


def _settle_values(_library: Library, action: Action, conflict: Conflict, chosen: Sequence[Head]) -> None:
    join = _JOINED.get((conflict.thing, conflict.field))
    values: list[Any] = [head.value for head in chosen]
    if join is None:
        _refuse_several(conflict, chosen)
    for id in conflict.things:
        action.set(KINDS[conflict.thing], id, conflict.field, join(values) if join else values[0])
    if (conflict.thing, conflict.field) == ("concept", "name"):
        for name in values[1:]:
            add_alias(action, conflict.entity, name)


def _settle_deleted(_library: Library, action: Action, conflict: Conflict, chosen: Sequence[Head]) -> None:
    delete = {head.kind == "deleted" for head in chosen}
    if len(delete) > 1:
        raise UnknownNameError(
            "It can be deleted or kept, not both; nothing was changed.",
            hint="Choose the deletion, or what it was used for.",
            code="too-many",
        )
    for id in conflict.things:
        if delete == {True}:
            action.delete(KINDS[conflict.thing], id)
        else:
            action.set(KINDS[conflict.thing], id, "deleted", False)


def _settle_circle(library: Library, action: Action, conflict: Conflict, chosen: Sequence[Head]) -> None:
    if runs_in_a_circle(map(_edge, chosen)):
        raise UnknownNameError(
            "These together run in a circle; nothing was changed.", hint="Keep one fewer.", code="too-many"
        )
    gone = {_edge(head) for head in conflict.heads if head not in chosen}
    for concept, parents in parents_without(library.engine, gone).items():
        action.set(CONCEPT, concept.hex(), "parents", [id.hex() for id in parents])


def _edge(head: Head) -> tuple[bytes, bytes]:
    return bytes.fromhex(head.of[1]), bytes.fromhex(str(head.value))


def _settle_key(library: Library, action: Action, conflict: Conflict, chosen: Sequence[Head]) -> None:
    """One reference keeps the key; each other gets a new one, and is still found by its own."""
    _refuse_several(conflict, chosen)
    taken = TakenKeys(taken_keys(library.engine))
    for head in conflict.heads:
        if head not in chosen:
            key = taken.free(str(head.value))
            taken.add(key)
            action.set(REFERENCE, head.id, "citekey", key)


def _refuse_several(conflict: Conflict, chosen: Sequence[Head]) -> None:
    if len(chosen) != 1:
        raise UnknownNameError(
            "Only one of these can stand; nothing was changed.", hint="Keep exactly one.", code="too-many"
        )


_SETTLE: Mapping[str, Callable[[Library, Action, Conflict, Sequence[Head]], None]] = {
    "values": _settle_values,
    "deleted": _settle_deleted,
    "circle": _settle_circle,
    "key": _settle_key,
}


def _all_parents(values: Sequence[Any]) -> Json:
    return list(dict.fromkeys(parent for value in values for parent in value or ()))


def _all_labels(values: Sequence[Any]) -> Json:
    """Return the labels of all pages anybody spoke of; of one page the first that is kept."""
    said: dict[int, str] = {}
    for value in values:
        for page, label in value or ():
            said.setdefault(page, label)
    return [[page, label] for page, label in sorted(said.items())]


_JOINED: Mapping[tuple[str, str], Callable[[Sequence[Any]], Json]] = {
    ("concept", "parents"): _all_parents,
    ("concept", "name"): lambda values: values[0],
    ("note", "text"): lambda values: "\n\n".join(filter(None, values)),
    ("source", "labels"): _all_labels,
}


def _lines(library: Library, found: Sequence[Conflict]) -> list[ConflictLine]:
    teller = Teller(library)
    heads = [head for one in found for head in one.heads]
    ids = {id for one in found for id in (one.entity, one.source, *(head.of[1] for head in one.heads)) if id}
    ids |= {str(head.value) for head in heads if head.kind == "edge"}
    teller.read(ids, [(head.register, head.value) for head in heads if head.kind != "edge"])
    titles = _titles(library, found)
    return [
        ConflictLine(
            id=one.id,
            kind=one.kind,
            what=_what(teller, one),
            subject=teller.thing(one.entity),
            thing_kind=one.thing,
            thing=one.entity,
            register=one.field,
            several=(one.kind == "circle" and len(one.heads) > 2) or (one.thing, one.field) in _JOINED,
            source=one.source,
            citekey=teller.name(one.source) if one.source else "",
            highlight=one.highlight,
            heads=tuple(
                HeadLine(
                    number,
                    titles.get(head.id, "") if head.kind == "key" else _told(teller, head),
                    head.person,
                    head.at,
                    head.shown,
                    head.kind,
                    head.id,
                    head.value,
                    _parts(teller, head),
                )
                for number, head in enumerate(one.heads, 1)
            ),
        )
        for one in found
    ]


def _what(teller: Teller, conflict: Conflict) -> str:
    if conflict.kind == "deleted":
        return "used after it was deleted"
    if conflict.kind == "circle":
        return "a circle in the tree"
    if conflict.kind == "key":
        return "one citation key for several references"
    return teller.register(conflict.thing, conflict.field)


def _told(teller: Teller, head: Head) -> str:
    kind, id = head.of
    if head.kind == "edge":
        return f"{teller.name(id)} under {teller.name(str(head.value))}"
    if head.kind in ("deleted", "kept"):
        # Of who made it, too, the version is the action itself.
        return "deleted" if head.kind == "deleted" else "kept" if len(head.id) > len(id) else "added by itself"
    if not head.register:
        return teller.thing(id)
    value = teller.value(kind, head.register, head.value)
    return f"{teller.register(kind, head.register)}: {value}" if head.kind == "used" else value


def _parts(teller: Teller, head: Head) -> tuple[str, ...]:
    kind, id = head.of
    if head.kind == "edge":
        return teller.name(id), teller.name(str(head.value))
    if head.kind != "used":
        return ()
    if head.register:
        return kind, head.register, teller.value(kind, head.register, head.value)
    return kind, "", *teller.words(id)


def _titles(library: Library, found: Sequence[Conflict]) -> dict[str, str]:
    """Return what tells references of one key apart."""
    wanted = [head.id for one in found if one.kind == "key" for head in one.heads]
    if not wanted:
        return {}
    from commonplace.library.works import works  # only a clash of keys needs all works

    return {
        id: " · ".join(filter(None, (*work.described.authors[:2], work.described.date, work.described.title)))
        for id, work in works(library, wanted).items()
    }
