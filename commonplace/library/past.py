"""The past: who did what and when, what was said of a thing before, and going back to it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from commonplace.library.layering import follow_privately
from commonplace.library.naming import find_concepts
from commonplace.library.session import Library, withdrawn_folder
from commonplace.library.telling import Teller
from commonplace.library.under_way import is_under_way
from core.errors import AmbiguousNameError, NotDoneError, UnknownNameError
from core.ids import Json
from core.records import Step
from db.deliveries import merge_steps, merges_beginning
from db.history import history as read_history
from db.history import things_beginning
from db.kinds import KINDS
from db.past import Said, said_of
from db.same import persons_called, shown_with, things_named
from db.undo import Step as Taken
from db.undo import undo_merge
from db.undo_one import action_beginning, undo_one

_ID = re.compile(r"[0-9a-f]{6,64}\Z")


@dataclass(frozen=True, slots=True)
class ValueLine:
    """What an action said in one register of a thing.

    Attributes:
        thing: The id of the thing, ``thing_kind`` its kind and ``subject`` it in words.
        register: Its name; ``what`` is that in plain words.
        version: The id to go back to it by.
        value: As a person reads it; ``raw`` is as it is kept.
        standing: Whether it stands now: nobody has said anything else in its place.
    """

    thing: str
    thing_kind: str
    subject: str
    register: str
    what: str
    version: str
    value: str
    raw: Json
    standing: bool


@dataclass(frozen=True, slots=True)
class PastStep:
    """One line of the history of a thing, with the ``values`` that were said of it and what hangs on it."""

    id: str
    label: str
    person: str
    at: str
    undone: bool
    undoes: str
    values: tuple[ValueLine, ...]


@dataclass(frozen=True, slots=True)
class Restored:
    """What a thing went back to; ``changed`` unless it stood so already."""

    subject: str
    what: str
    value: str
    changed: bool


@dataclass(frozen=True, slots=True)
class TakenBack:
    """What was taken back; ``action`` is the id of the action that did it."""

    label: str
    action: str


def past(library: Library, *, person: str = "", day: str = "") -> list[Step]:
    """Return what was done in the library, newest first: by one person, on one day (in UTC, as times are written).

    Raises:
        UnknownNameError: Nobody has this name, or it is no day.
    """
    return _chosen(library, read_history(library.shown), person, day)


def past_of(library: Library, name: str, *, person: str = "", day: str = "") -> list[PastStep]:
    """Return what was done to a thing, a deleted one too, newest first, with every value it had.

    Of concepts and references that are shown as one it is the past of them all.

    Raises:
        UnknownNameError: Nothing has this id; nobody has this name; or it is no day.
    """
    ids = _shown_as_one(library, _thing(library, name))
    found = {step.id: step for id in ids for step in read_history(library.shown, id)}
    steps = _chosen(library, sorted(found.values(), key=lambda step: (step.at, step.id), reverse=True), person, day)
    values = _values(library, [one for id in ids for one in said_of(library.shown, id)])
    return [
        PastStep(step.id, step.label, step.person, step.at, step.undone, step.undoes, tuple(values.get(step.id, ())))
        for step in steps
    ]


def restore(library: Library, name: str, register: str, version: str) -> Restored:
    """Have a register of a thing say again what it said in an earlier version, as one action.

    Raises:
        UnknownNameError: There is no such thing, register or version.
    """
    ids = _shown_as_one(library, _thing(library, name))
    every = [one for id in ids for one in said_of(library.shown, id, hanging=False)]
    said = [one for one in every if one.register == register]
    if not said:
        known = sorted({one.register for one in every})
        raise UnknownNameError(
            f"Nothing was ever said in a register {register} of this.", hint=f"It has: {', '.join(known)}."
        )
    one = _version(said, version)
    (line,) = (line for lines in _values(library, [one]).values() for line in lines)
    alike = _saying_alike(ids, said)
    if {other.raw for other in said if other.standing and other.thing in alike} == {one.raw}:
        return Restored(line.subject, line.what, line.value, changed=False)
    # The label goes wherever the action goes; what it would quote of the thing may be worded privately.
    with library.action(f"Go back to an earlier {line.what}", private=library.holds_privately(ids[0])) as action:
        for id in alike:
            if register == "deleted" and line.value == "deleted":
                action.delete(KINDS[one.kind], id)
            else:
                action.set(KINDS[one.kind], id, register, False if register == "deleted" else one.value)
    return Restored(line.subject, line.what, line.value, changed=True)


def _shown_as_one(library: Library, id: str) -> list[str]:
    """Return a thing with those that are shown as one with it, first the one that stands for all."""
    for table in ("concept", "reference"):
        shown = shown_with(library.engine, table)
        if id in shown:
            return sorted(other for other, stands in shown.items() if stands == shown[id])
    return [id]


def _saying_alike(ids: Sequence[str], said: Sequence[Said]) -> list[str]:
    """Return of things that are shown as one those that say now what the first says: what is shown changes as one."""
    now = {one.thing: one.raw for one in said if one.standing}
    return [id for id in ids if now.get(id) == now.get(ids[0])]


def undo_action(library: Library, name: str) -> TakenBack:
    """Take back one action, the newest or one in the middle, by its id or the beginning of it.

    Raises:
        UnknownNameError: There is no such action.
        NotDoneError: Something builds on it, which is named; it is taken back already, or still being done.
    """
    beginning = name.strip().lower()
    if not _ID.match(beginning):
        raise UnknownNameError(f"{name} is no action's id.", hint="See `history --json`; give six digits or more.")
    merges = merges_beginning(library.shown, beginning)
    if merges:
        return _undo_merge(library, merges, name)
    step = action_beginning(library.shown, beginning)
    if is_under_way(step.action):
        raise NotDoneError(
            "This is still under way and cannot be undone yet.",
            hint="Wait for its end, or cancel it.",
            code="under-way",
        )
    label, changes = undo_one(library.shown, library.writer, step)
    follow_privately(library, changes.touched.get("source", ()))
    library.last_changes = lambda: changes
    return TakenBack(label, changes.action)


def _undo_merge(library: Library, merges: Sequence[bytes], name: str) -> TakenBack:
    if len(merges) > 1:
        raise AmbiguousNameError(f"{name} begins several ids.", hint="Give more of the id.")
    own = {step.id: step for step in merge_steps(library.engine, library.writer.installation)}
    step = own.get(merges[0])
    if step is None:
        raise NotDoneError(
            "This merge was made on another computer, which alone can take it back; nothing was changed.",
            code="not-here",
        )
    if step.undone:
        raise NotDoneError(f"“{step.label}” is taken back already; nothing was changed.", code="undone")
    taken = Taken(step.id, step.label, is_merge=True)
    changes = undo_merge(library.shown, library.writer, taken, withdrawn_folder(library.library_id))
    follow_privately(library, changes.touched.get("source", ()))
    library.last_changes = lambda: changes
    return TakenBack(step.label, changes.action)


def _chosen(library: Library, steps: Iterable[Step], person: str, day: str) -> list[Step]:
    if person:
        if not persons_called(library.shown, person):
            raise UnknownNameError(f"Nobody named {person} has worked in this library.", code="unknown-person")
        meant = persons_called(library.shown, person)
        steps = [step for step in steps if step.person_id in meant]
    if day:
        steps = [step for step in steps if step.at.startswith(_day(day))]
    return list(steps)


def _day(text: str) -> str:
    try:
        return date.fromisoformat(text.strip()).isoformat()
    except ValueError as error:
        raise UnknownNameError(f"{text} is no day.", hint="Write it as 2024-05-01.", code="usage") from error


def _thing(library: Library, name: str) -> str:
    beginning = name.strip().lower()
    found = things_beginning(library.shown, beginning) if _ID.match(beginning) else []
    found = found or _called(library, name)
    if not found:
        raise UnknownNameError(
            f"Nothing has an id that begins with {name}, and no concept and no reference is called so.",
            hint="Give a concept, a citation key, or the id of a highlight, a source or a note.",
        )
    if len(found) > 1:
        listed = ", ".join(id[:12] for id in found)
        raise AmbiguousNameError(f"{name} may be several things: {listed}.", hint="Give more of the id of one.")
    return found[0]


def _called(library: Library, name: str) -> list[str]:
    """Return the concepts of a name, else the references of a key; of those that are shown as one, the one shown."""
    concepts = [concept.id for concept in find_concepts(library, name)]
    return concepts or [min(ids) for ids in things_named(library.engine, "reference", name)]


def _version(every: Sequence[Said], version: str) -> Said:
    beginning = version.strip().lower()
    found = [one for one in every if _ID.match(beginning) and one.version.startswith(beginning)]
    if not found:
        listed = ", ".join(one.version[:12] for one in every)
        raise UnknownNameError(f"There is no version {version}.", hint=f"There are: {listed}.")
    if len({one.version for one in found}) > 1:
        raise AmbiguousNameError(f"{version} begins several versions.", hint="Give more of the id.")
    return found[0]


def _values(library: Library, said: Sequence[Said]) -> dict[str, list[ValueLine]]:
    """Return what each action said, in words, by its id."""
    teller = Teller(library)
    teller.read({one.thing for one in said}, [(one.register, one.value) for one in said])
    found: dict[str, list[ValueLine]] = {}
    for one in said:
        line = ValueLine(
            thing=one.thing,
            thing_kind=one.kind,
            subject=teller.thing(one.thing),
            register=one.register,
            what=teller.register(one.kind, one.register),
            version=one.version,
            value=teller.value(one.kind, one.register, one.value),
            raw=one.value,
            standing=one.standing,
        )
        found.setdefault(one.action, []).append(line)
    return found
