"""Writing the ledger: one action is one thing a user did, one step of undo.

An action gathers records in memory and writes them at its end, or at each ``flush`` where a long one (an import)
must keep what it has.  Every flush is one transaction that holds the records and their projection.
"""

from __future__ import annotations

import json
import os
import time
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from types import TracebackType
from typing import Any, TypeAlias

from core.clock import next_time, receive
from core.ids import Json, canonical, digest, short_digest
from core.records import Changes
from db.deliveries import newest_merge
from db.engine import Engine
from db.kinds import PERSON, Kind, core_json, entity_id
from db.projection import project, seen
from db.things import FIRST_OF_ALL, Thing, joined, load, load_one, replaced, spoken_of
from db.versions import Version
from db.writers import Writer

_ACTION = "insert into action(id, person, at, label, undoes, origin) values(?,?,?,?,?,?) on conflict do nothing"
_ENTITY = "insert into entity(id, action, kind, core) values(?,?,?,?) on conflict do nothing"
_REVISION = "insert into revision(id, entity, field, prev, action, value) values(?,?,?,?,?,?) on conflict do nothing"

_Revision: TypeAlias = tuple[bytes, bytes, str, str, bytes, str]


def action_id(person: bytes, at: int, label: str, undoes: bytes | None, origin: bytes) -> bytes:
    return short_digest(canonical([person.hex(), at, label, undoes.hex() if undoes else None, origin.hex()]))


def revision_id(entity: bytes, name: str, prev: str, action: bytes, value: str) -> bytes:
    return digest(canonical([entity.hex(), name, prev, action.hex(), digest(value).hex()]))


@dataclass(slots=True)
class _Pending:
    """Records that wait for the next flush: new things, and for each revised cell what is replaced by what."""

    things: dict[bytes, Thing] = field(default_factory=dict)
    cores: dict[bytes, str] = field(default_factory=dict)
    revisions: dict[tuple[bytes, str], list[tuple[str, str]]] = field(default_factory=dict)
    touched: set[bytes] = field(default_factory=set)

    def all_touched(self) -> set[bytes]:
        return {*self.touched, *self.things, *(entity for entity, _ in self.revisions)}


class Action:
    """One thing a user does; use it with ``with``.  A block that raises writes nothing more.

    Attributes:
        id: 16 bytes, known before anything is written.
        at: The action's time on the library's clock.
        origin: The installation, and what tells the step from others.
    """

    def __init__(
        self,
        engine: Engine,
        writer: Writer,
        label: str,
        *,
        undoes: bytes | None = None,
        beside: Engine | None = None,
        origin: bytes = b"",
    ) -> None:
        """Begin; the action comes after all that its installation did here, and in the file ``beside``.

        With the ``origin`` of another it is one step of undo with it.
        """
        self._engine = engine
        self._writer = writer
        self._label = label
        self._undoes = undoes
        self.at = time_of_next(engine, writer.installation, beside)
        self.origin = origin or new_origin(writer)
        self.id = action_id(writer.person, self.at, label, undoes, self.origin)
        self._recorded = False
        self._pending = _Pending()
        self._made: set[str] = set()
        self._ready: dict[bytes, Thing] = {}
        self._changed: dict[str, set[str]] = {}

    def __enter__(self) -> Action:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if kind is None:
            self.flush()

    @property
    def person(self) -> str:
        return self._writer.person.hex()

    @property
    def changes(self) -> Changes:
        """What was touched so far; without an action's id where nothing was recorded."""
        changed = {kind: frozenset(ids) for kind, ids in self._changed.items()}
        return Changes(self.id.hex() if self._recorded else "", self._label, changed)

    def make(self, kind: Kind, core: Mapping[str, Any], first: Mapping[str, Any] | None = None) -> str:
        """Record a thing and return its id.

        A thing that is there is not made twice; one that was deleted comes back with all that hung on it.
        """
        text = core_json(core, first or {})
        id = entity_id(kind.name, text)
        if id.hex() in self._made:
            return id.hex()
        known = self._thing(id) if self._may_be_known(core) else None
        if known is not None:
            self._bring_back(known)
            return id.hex()
        self._pending.things[id] = Thing(id, kind, json.loads(text), {self.id: self.at})
        self._pending.cores[id] = text
        self._made.add(id.hex())
        self._note_change(kind, id)
        return id.hex()

    def prepare(self, ids: Iterable[str]) -> None:
        """Read many things at once that are to be changed before the next flush."""
        self._ready = load(self._engine, [bytes.fromhex(id) for id in ids])

    def set(self, kind: Kind, id: str, register: str, value: Json) -> None:
        """Record a new value of a register in place of its heads; the value it has already records nothing.

        One that stands in a layer leaves those in other layers alone.
        """
        if not kind.knows(register):
            raise ValueError(f"a {kind.name} has no register {register}")
        entity, text = bytes.fromhex(id), canonical(value)
        thing = self._thing(entity)
        found = thing.replaced_by(register, value) if thing else []
        self._pending.revisions.pop((entity, register), None)
        if {version.value for version in found} == {text} or (not found and value is None):
            return
        self.write(kind, entity, register, [(joined(version.id for version in found), text)])

    def delete(self, kind: Kind, id: str) -> None:
        """Record that a thing is deleted, and all that the deleter could know of it."""
        thing = self._thing(bytes.fromhex(id))
        if thing is not None:
            self.set(kind, id, "deleted", {"deleted": True, "seen": [*self._seen(thing)]})

    def write(self, kind: Kind, entity: bytes, register: str, versions: list[tuple[str, str]]) -> None:
        """Record revisions of one cell, as pairs of what they replace and their value."""
        self._pending.revisions[entity, register] = versions
        self._note_change(kind, entity)

    def touch(self, ids: Iterable[bytes]) -> None:
        """Have things projected anew with the next flush although nothing of theirs is recorded."""
        self._pending.touched.update(ids)

    def flush(self, *, even_if_empty: bool = False) -> None:
        """Write what is pending, with its projection, in one transaction; what cannot be written stays pending."""
        if not (even_if_empty or self._pending.all_touched()):
            return
        pending, recorded = self._pending, self._recorded
        try:
            with self._engine.writing():
                self.write_pending()
        except BaseException:
            self._pending, self._recorded = pending, recorded
            raise

    def write_pending(self) -> None:
        """Write what is pending inside the caller's transaction."""
        pending, self._pending = self._pending, _Pending()
        self._ready = {}
        self._record_action()
        self._engine.many(
            _ENTITY,
            [(id, self.id, thing.kind.name, pending.cores[id]) for id, thing in pending.things.items()],
        )
        revisions = [self._row(cell, *version) for cell, version in _each(pending)]
        self._engine.many(_REVISION, revisions)
        project(self._engine, pending.all_touched(), self._new_things(pending, revisions))

    def _new_things(self, pending: _Pending, revisions: Iterable[_Revision]) -> dict[bytes, Thing]:
        """Return the things of which nobody else has said anything, as the ledger has them now."""
        others = spoken_of(self._engine, pending.things, besides=self.id)
        new = {
            id: Thing(id, thing.kind, thing.core, thing.makings)
            for id, thing in pending.things.items()
            if id not in others
        }
        for id, entity, name, prev, action, value in revisions:
            if entity in new:
                version = Version(id, replaced(prev), self.at, value, action, self._undoes)
                new[entity].revised.setdefault(name, []).append(version)
        return new

    def _row(self, cell: tuple[bytes, str], prev: str, value: str) -> _Revision:
        entity, name = cell
        return revision_id(entity, name, prev, self.id, value), entity, name, prev, self.id, value

    def _record_action(self) -> None:
        # With every flush: one that was rolled back took the action's row with it.
        row = (self.id, self._writer.person, self.at, self._label, self._undoes, self.origin)
        self._engine.rows(_ACTION, row)
        self._recorded = True
        _introduce(self._engine, self._writer, self.at)

    def _seen(self, thing: Thing) -> list[str]:
        """Return what is known of a thing: what the tables show, and what this very action says of it."""
        known = {bytes.fromhex(id) for id in seen(self._engine, thing)} | {thing.id}
        known.update(id for id, other in self._pending.things.items() if not known.isdisjoint(other.targets()))
        said = {self._row(cell, *version)[0] for cell, version in _each(self._pending) if cell[0] in known}
        return sorted(id.hex() for id in (known | said) - {thing.id})

    def _thing(self, id: bytes) -> Thing | None:
        return self._pending.things.get(id) or self._ready.get(id) or load_one(self._engine, id)

    def _may_be_known(self, core: Mapping[str, Any]) -> bool:
        """Return whether a thing may be in the library already; not when it is unique or names one made just now."""
        unique = "nonce" in core and "origin" not in core
        return not unique and not any(isinstance(part, str) and part in self._made for part in core.values())

    def _bring_back(self, thing: Thing) -> None:
        for register, first in {**FIRST_OF_ALL, **thing.kind.first}.items():
            if bool(thing.value(register)) != bool(first):
                self.set(thing.kind, thing.id.hex(), register, first)

    def _note_change(self, kind: Kind, id: bytes) -> None:
        self._changed.setdefault(kind.name, set()).add(id.hex())


def _each(pending: _Pending) -> Iterator[tuple[tuple[bytes, str], tuple[str, str]]]:
    """Yield each revision that waits, with its cell."""
    for cell, versions in pending.revisions.items():
        for version in versions:
            yield cell, version


def new_origin(writer: Writer) -> bytes:
    """Return what tells an action, or the actions of one step, from all others."""
    return writer.installation + os.urandom(8)


def time_of_next(engine: Engine, installation: bytes, beside: Engine | None = None) -> int:
    """Return the time of an installation's next step, after all that is here.

    What others' clocks claim counts for at most a day ahead of ours.
    """
    now = time.time_ns() // 1_000_000
    own = "select at from action where substr(origin, 1, 8)=? order by at desc limit 1"
    newest = int(engine.value("select max(at) from action") or 0)
    last = max(int(part.value(own, (installation,)) or 0) for part in (engine, beside) if part is not None)
    return next_time(receive(max(last, newest_merge(engine, installation)), newest, now), now)


def _introduce(engine: Engine, writer: Writer, at: int) -> None:
    """Record who writes, once in a library.  It is no step of undo, so its action has no label."""
    if engine.value("select name from person where id=?", (writer.person,)) == writer.name:
        return
    person, origin, name = writer.person, new_origin(writer), canonical(writer.name)
    action = action_id(person, at, "", None, origin)
    known = load_one(engine, person)
    prev = joined(version.id for version in known.heads("name")) if known else ""
    engine.rows(_ACTION, (action, person, at, "", None, origin))
    engine.rows(_ENTITY, (person, action, PERSON.name, core_json({"nonce": writer.nonce}, {})))
    engine.rows(_REVISION, (revision_id(person, "name", prev, action, name), person, "name", prev, action, name))
    project(engine, [person])
