"""Taking back one action in the middle of the history, where nothing builds on it."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator

from core.errors import AmbiguousNameError, NotDoneError, UnknownNameError
from core.records import Changes
from db.engine import Engine
from db.history import authors_of
from db.kinds import PERSON
from db.private import home
from db.rows import undone_actions
from db.step_labels import step_label, step_labels
from db.things import Thing, load
from db.undo import Step, take_back
from db.versions import Version, originals
from db.writers import Writer

_NAMED = 3
_MADE = "in (select unhex(value) from json_each(?))"
# What refers to a thing, by the register that does; without one it was made for it.
_REFERRING = (
    (f"select id from tagging where alive and highlight {_MADE}", ""),
    (f"select id from tagging where alive and concept {_MADE}", ""),
    (f"select id from note where alive and target {_MADE}", ""),
    (f"select id from label where alive and concept {_MADE}", ""),
    (f"select id from alias where alive and reference {_MADE}", ""),
    (f"select id from same where alive and same and a {_MADE}", "present"),
    (f"select id from same where alive and same and b {_MADE}", "present"),
    (f"select id from highlight where alive and source {_MADE}", "anchor"),
    (f"select id from shelf where alive and source {_MADE}", ""),
    (f"select id from source where alive and reference {_MADE}", "reference"),
    (f"select id from source where alive and replaces {_MADE}", "replaces"),
    (f"select id from reference where alive and bibfile {_MADE}", "slice"),
    (f"select c.id from concept c, json_each(c.parents) p where c.alive and unhex(p.value) {_MADE}", "parents"),
)


def action_beginning(engine: Engine, beginning: str) -> Step:
    """Return the action whose id begins with some hexadecimal digits.

    Raises:
        UnknownNameError: There is none, or several.
    """
    rows = engine.rows(
        "select distinct id, label from action where label<>'' and lower(hex(id)) like ? limit 9", (beginning + "%",)
    )
    if not rows:
        raise UnknownNameError(f"No action's id begins with {beginning}.", hint="See `history --json`.")
    if len(rows) > 1:
        listed = ", ".join(id.hex()[:12] for id, _ in rows)
        raise AmbiguousNameError(f"{beginning} begins several ids: {listed}.", hint="Give more of the id.")
    return Step(*rows[0])


def undo_one(engine: Engine, writer: Writer, step: Step) -> tuple[str, Changes]:
    """Take back an action, whoever did it; return its label and what changed.

    Raises:
        NotDoneError: It is taken back already, or something builds on it, which is named.
    """
    undone, said = undone_actions(engine), step_label(engine, step.action, step.label)
    if step.action in undone:
        raise NotDoneError(f"“{said}” is taken back already; nothing was changed.", code="undone")
    building = builds_on(engine, step.action, undone)
    if building:
        raise NotDoneError(
            f"Something builds on “{said}”: {_described(engine, building)}. Nothing was changed.",
            hint="Take that back first.",
            code="built-on",
        )
    standing = Step(_standing(engine, step.action, undone), step.label)
    return said, take_back(home(engine, standing.action), writer, standing, engine)


def builds_on(engine: Engine, action: bytes, undone: Collection[bytes]) -> set[bytes]:
    """Return the actions that changed what an action said, or that refer to what it made."""
    rows = engine.rows("select id from entity where action=? and kind<>?", (action, PERSON.name))
    made = {id for (id,) in rows}
    revised = {id for (id,) in engine.rows("select entity from revision where action=?", (action,))}
    found: set[bytes] = set()
    own: set[bytes] = set()
    for thing in load(engine, made | revised).values():
        others = [id for id in thing.makings if id != action and id not in undone]
        if thing.id in made and not others:
            own.add(thing.id)
        found.update(_changed(thing, action, everything=thing.id in own))
    return (found | _referring(engine, own, undone)) - {action}


def _changed(thing: Thing, action: bytes, *, everything: bool) -> Iterator[bytes]:
    """Yield the actions of what stands on an action's versions of a thing, or of all that was said of it."""
    for register in thing.registers():
        versions = thing.versions(register)
        by_id = {version.id: version for version in versions}
        own = {version.id for version in versions if version.action == action}
        for one in _meant(thing, register):
            is_making = one.id == one.action
            if not is_making and one.action != action and (everything or own & _before(one, by_id)):
                yield one.action


def _meant(thing: Thing, register: str) -> list[Version]:
    given = thing.given_back(register)
    return [one for head in thing.heads(register) for one in originals(head, given)]


def _before(version: Version, by_id: dict[bytes, Version]) -> set[bytes]:
    """Return all versions that one replaces, directly or not."""
    found: set[bytes] = set()
    waiting = list(version.prev)
    while waiting:
        id = waiting.pop()
        if id not in found:
            found.add(id)
            waiting += by_id[id].prev if id in by_id else ()
    return found


def _referring(engine: Engine, own: Iterable[bytes], undone: Collection[bytes]) -> set[bytes]:
    """Return the actions by which other things came to refer to an action's own."""
    ids = {id.hex() for id in own}
    by_register: dict[str, set[bytes]] = {}
    for sql, register in _REFERRING if ids else ():
        rows = engine.rows(sql, (json.dumps(sorted(ids)),))
        by_register.setdefault(register, set()).update(id for (id,) in rows if id.hex() not in ids)
    found: set[bytes] = set()
    for register, referring in by_register.items():
        for thing in load(engine, referring).values():
            found.update((one.action for one in _meant(thing, register)) if register else thing.makings)
    return found - set(undone)


def _standing(engine: Engine, action: bytes, undone: Collection[bytes]) -> bytes:
    """Return the action that has to be taken back: the last that did it again, or the action itself."""
    sql = "select r.id from action u join action r on r.undoes=u.id where u.undoes=? order by r.at desc, r.id desc"
    again = [id for (id,) in engine.rows(sql, (action,)) if id not in undone]
    return _standing(engine, again[0], undone) if again else action


def _described(engine: Engine, actions: Collection[bytes]) -> str:
    labels: dict[bytes, str] = dict(
        engine.rows(f"select id, label from action where id {_MADE}", (json.dumps([id.hex() for id in actions]),))
    )
    labels.update(step_labels(engine, labels.items()))
    authors = authors_of(engine, actions)
    newest = sorted(labels, key=lambda id: (authors[id][1], id), reverse=True)
    named = [f"“{labels[id]}” ({authors[id][0]}, {authors[id][1][:10]})" for id in newest[:_NAMED]]
    rest = len(newest) - _NAMED
    return "; ".join(named) + (f"; and {rest} more" if rest > 0 else "")
