"""Undo and redo: taking back this installation's newest action, as an action of its own.

There is no second stack: which action is next follows from the ledger, so undo works after a restart and sees what
another process of this installation did meanwhile.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from core.errors import NotDoneError
from core.ids import canonical
from core.records import Changes
from db.deliveries import merge_steps
from db.engine import Engine
from db.kinds import PERSON
from db.ledger import Action, new_origin, time_of_next
from db.private import Together, home
from db.projection import seen
from db.things import Thing, joined, load, written_by
from db.versions import Version, lineage
from db.withdrawing import bring_again, withdraw
from db.writers import Writer

_REMEMBERED = 1000


@dataclass(frozen=True, slots=True)
class Step:
    """An action or a merge that can be taken back (or brought back), named by what the user did in the first place.

    Attributes:
        also: The actions that are one step with it, later ones, in the other file of a library with a private part.
    """

    action: bytes
    label: str
    is_merge: bool = False
    also: tuple[bytes, ...] = ()


@dataclass(frozen=True, slots=True)
class UndoState:
    """What undo and redo would do now; None where there is nothing."""

    undo: Step | None
    redo: Step | None


def undo_state(engine: Engine, installation: bytes) -> UndoState:
    """Replay the newest steps of an installation onto two stacks, and look at their tops."""
    done: list[Step] = []
    taken_back: list[Step] = []
    for step, undoes in _steps(engine, installation):
        if undoes is None:
            done.append(step)
            taken_back.clear()
        elif _take(done, undoes):
            taken_back.append(step)
        elif _take(taken_back, undoes):
            done.append(step)
    return UndoState(done[-1] if done else None, taken_back[-1] if taken_back else None)


def _steps(engine: Engine, installation: bytes) -> Iterator[tuple[Step, bytes | None]]:
    """Yield the newest actions and the merges in their order, each with what it takes back."""
    actions = engine.rows(
        # What takes back another's action is a step like any other.
        "select a.at, a.id, a.label, case when substr(coalesce(o.origin, a.origin), 1, 8)=?1 then a.undoes end"
        ", a.origin from action a left join action o on o.id=a.undoes where substr(a.origin, 1, 8)=?1 and a.label<>''"
        " order by a.at desc, a.id desc limit ?",
        (installation, _REMEMBERED),
    )
    steps = [*_together(actions)]
    for merge in merge_steps(engine, installation):
        step = Step(merge.id, merge.label, is_merge=True)
        steps.append((merge.at, merge.id, step, None))
        if merge.undone:
            steps.append((merge.undone, merge.id, step, merge.id))
    for _, _, step, undoes in sorted(steps, key=lambda one: one[:2]):
        yield step, undoes


def _together(actions: Iterable[tuple[Any, ...]]) -> Iterator[tuple[int, bytes, Step, bytes | None]]:
    """Yield actions, which come newest first, as steps: those of one origin are one, called as the first of them is."""
    by_origin: dict[bytes, list[tuple[Any, ...]]] = {}
    for action in actions:
        by_origin.setdefault(action[4], []).append(action)
    for found in by_origin.values():
        (_, id, label, undoes, _), also = found[-1], tuple(action[1] for action in reversed(found[:-1]))
        yield found[0][0], id, Step(id, label, also=also), undoes


def _take(stack: list[Step], action: bytes) -> bool:
    for index in range(len(stack) - 1, -1, -1):
        if action == stack[index].action or action in stack[index].also:
            del stack[index]
            return True
    return False


def undo(engine: Engine, writer: Writer, aside: Path | None = None) -> tuple[str, Changes]:
    """Take back this installation's newest step; return its label and what changed.

    Of a library that is seen together with its private part the newest of both.

    Args:
        engine: What is seen.
        writer: Whose step it is.
        aside: The folder in which lies what merges had brought that were taken back; else beside the library.

    Raises:
        NotDoneError: There is nothing to undo, or what was done since builds on what a merge brought.
    """
    step = undo_state(engine, writer.installation).undo
    if step is None:
        raise NotDoneError("There is nothing to undo.", code="nothing-to-undo")
    if step.is_merge:
        return step.label, undo_merge(engine, writer, step, aside)
    return step.label, _take_back_all(engine, writer, step)


def undo_merge(engine: Engine, writer: Writer, step: Step, aside: Path | None = None) -> Changes:
    """Take back a merge, the newest step or one in the middle; ``aside`` is as in ``undo``.

    Raises:
        NotDoneError: What was done since builds on what it brought.
    """
    library, at = home(engine, step.action), time_of_next(engine, writer.installation)
    private = engine.private if isinstance(engine, Together) else None
    return withdraw(library, step.action, step.label, at, aside or _aside(engine), private)


def redo(engine: Engine, writer: Writer, aside: Path | None = None) -> tuple[str, Changes]:
    """Bring back what the last undo took away; ``aside`` is as in ``undo``.

    Raises:
        NotDoneError: There is nothing to redo, or what a merge had brought lies no longer there.
    """
    step = undo_state(engine, writer.installation).redo
    if step is None:
        raise NotDoneError("There is nothing to redo.", code="nothing-to-redo")
    if step.is_merge:
        at = time_of_next(engine, writer.installation)
        return step.label, bring_again(home(engine, step.action), step.action, at, aside or _aside(engine))
    return step.label, _take_back_all(engine, writer, step)


def _take_back_all(engine: Engine, writer: Writer, step: Step) -> Changes:
    """Take back every action of a step, the last one first, by actions that are one step, too."""
    origin, changes = new_origin(writer), Changes()
    for id in reversed((step.action, *step.also)):
        one = Step(id, step.label)
        changes = take_back(home(engine, id), writer, one, engine, origin).after(changes)
    return changes


def _aside(engine: Engine) -> Path:
    return engine.path.with_name(f"{engine.path.name}-withdrawn")


def take_back(engine: Engine, writer: Writer, step: Step, beside: Engine, origin: bytes = b"") -> Changes:
    """Take an action back, of the part of what is seen that it is in; actions of one origin are one step."""
    made = {id for (id,) in engine.rows("select id from entity where action=? and kind<>?", (step.action, PERSON.name))}
    things = load(engine, set(written_by(engine, step.action)))
    hanging = _hanging(things.values())
    with Action(engine, writer, step.label, undoes=step.action, beside=beside, origin=origin) as action:
        for thing in things.values():
            # Taking back may change what is shown although no cell does: a key that was set and undone is no alias.
            action.touch([thing.id])
            if thing.id in made and _is_only_from(thing, step.action):
                heads = joined(head.id for head in thing.heads("deleted"))
                known = {*seen(engine, thing), *hanging.get(thing.id, ())}
                action.write(thing.kind, thing.id, "deleted", [(heads, _gone(known))])
            else:
                _restore_cells(action, thing, step.action)
        # Recorded even where nothing was left to take back, or the next undo would find the same step.
        action.flush(even_if_empty=True)
    return action.changes


def _hanging(things: Iterable[Thing]) -> Mapping[bytes, set[str]]:
    """Return what hangs on each thing, of those that a step touched: also what comes back with the step's undo."""
    found: dict[bytes, set[str]] = {}
    for thing in things:
        for target in thing.targets():
            found.setdefault(target, set()).add(thing.id.hex())
    return found


def _is_only_from(thing: Thing, action: bytes) -> bool:
    """Return whether a thing is there, or deleted, by this action alone; others may have made it too, or want it."""
    given = thing.given_back("deleted")
    return all(any(version.action == action for version in lineage(head, given)) for head in thing.heads("deleted"))


def _restore_cells(action: Action, thing: Thing, undone: bytes) -> None:
    """Give back what each of the action's revisions replaced; a cell that others have built on stays as it is."""
    for register in thing.revised:
        restored: dict[str, set[bytes]] = {}
        for head, former in _replaced(thing, register, undone):
            # One version for each former value, so that a conflict comes back as a conflict.
            for value in former or ["null"]:
                restored.setdefault(value, set()).add(head.id)
        if restored:
            action.write(thing.kind, thing.id, register, [(joined(prev), value) for value, prev in restored.items()])


def _replaced(thing: Thing, register: str, action: bytes) -> Iterator[tuple[Version, list[str]]]:
    """Yield the heads that are an action's own versions, or give them back, with the values these replaced."""
    by_id = {version.id: version for version in thing.versions(register)}
    given = thing.given_back(register)
    for head in thing.heads(register):
        own = [one for one in lineage(head, given) if one.action == action and one.id != action]
        if own:
            yield head, [by_id[prev].value for one in own for prev in one.prev if prev in by_id]


def _gone(known: Iterable[str]) -> str:
    return canonical({"deleted": True, "seen": [*sorted(known)]})
