"""Undo and redo: taking back this installation's newest action, as an action of its own.

There is no second stack: which action is next follows from the ledger, so undo works after a restart and sees what
another process of this installation did meanwhile.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from core.errors import NotDoneError
from core.ids import canonical
from core.records import Changes
from db.engine import Engine
from db.kinds import PERSON
from db.ledger import Action
from db.private import home
from db.projection import seen
from db.things import Thing, joined, load, written_by
from db.versions import Version, lineage
from db.writers import Writer

_REMEMBERED = 1000


@dataclass(frozen=True, slots=True)
class Step:
    """An action that can be taken back (or brought back), named by what the user did in the first place."""

    action: bytes
    label: str


@dataclass(frozen=True, slots=True)
class UndoState:
    """What undo and redo would do now; None where there is nothing."""

    undo: Step | None
    redo: Step | None


def undo_state(engine: Engine, installation: bytes) -> UndoState:
    """Replay the newest actions of an installation onto two stacks, and look at their tops."""
    done: list[Step] = []
    taken_back: list[Step] = []
    for id, label, undoes in reversed(
        engine.rows(
            "select id, label, undoes from action where substr(origin, 1, 8)=? and label<>''"
            " order by at desc, id desc limit ?",
            (installation, _REMEMBERED),
        )
    ):
        if undoes is None:
            done.append(Step(id, label))
            taken_back.clear()
        elif _take(done, undoes):
            taken_back.append(Step(id, label))
        elif _take(taken_back, undoes):
            done.append(Step(id, label))
    return UndoState(done[-1] if done else None, taken_back[-1] if taken_back else None)


def _take(stack: list[Step], action: bytes) -> bool:
    for index in range(len(stack) - 1, -1, -1):
        if stack[index].action == action:
            del stack[index]
            return True
    return False


def undo(engine: Engine, writer: Writer) -> tuple[str, Changes]:
    """Take back this installation's newest action; return its label and what changed.

    Of a library that is seen together with its private part the newest of both.

    Raises:
        NotDoneError: There is nothing to undo.
    """
    step = undo_state(engine, writer.installation).undo
    if step is None:
        raise NotDoneError("There is nothing to undo.", code="nothing-to-undo")
    return step.label, _take_back(home(engine, step.action), writer, step, engine)


def redo(engine: Engine, writer: Writer) -> tuple[str, Changes]:
    """Bring back what the last undo took away.

    Raises:
        NotDoneError: There is nothing to redo.
    """
    step = undo_state(engine, writer.installation).redo
    if step is None:
        raise NotDoneError("There is nothing to redo.", code="nothing-to-redo")
    return step.label, _take_back(home(engine, step.action), writer, step, engine)


def _take_back(engine: Engine, writer: Writer, step: Step, beside: Engine) -> Changes:
    made = {id for (id,) in engine.rows("select id from entity where action=? and kind<>?", (step.action, PERSON.name))}
    things = load(engine, set(written_by(engine, step.action)))
    hanging = _hanging(things.values())
    with Action(engine, writer, step.label, undoes=step.action, beside=beside) as action:
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
