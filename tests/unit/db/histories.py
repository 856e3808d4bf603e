"""Random histories of several libraries, and an oracle that knows every revision there ever was."""

import itertools
import json
from types import SimpleNamespace

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule
from ledgers import Clock, Person, add_text, copy_of, memory_library, package, records, unite, united, visible

from core.ids import canonical
from db import ledger
from db.check import check, dump
from db.conflicts import conflict_counts, conflicts, count_conflicts
from db.kinds import ALIAS, CONCEPT, HIGHLIGHT, KINDS, LABEL, NOTE, PERSON, REFERENCE, SAME, SHELF, SOURCE, TAGGING
from db.references import references, references_with_key
from db.same import said_same
from db.things import load, load_one, replaced
from db.undo import undo_state
from db.verifying import altered_records
from db.versions import deletion

REPLICAS = 4
YEAR_MS = 366 * 86_400_000
_NAMES = ("NSS", "nss", "ＮＳＳ", "FOIP")
_VALUES = ("1", "2", None)
_KEYS = ("Abe2016", "Abe2016a")


class Oracle:
    """The global graph of revisions, kept beside the libraries and fed with every record as it is made."""

    def __init__(self):
        self.revisions = {}
        self.makings = {}
        self.actions = {}
        self._above = {}

    def learn(self, engine):
        for id, at, undoes in engine.rows("select id, at, undoes from action"):
            self.actions[id] = (at, undoes)
        for id, action, kind in engine.rows("select id, action, kind from entity"):
            self.makings.setdefault(id, (kind, set()))[1].add(action)
        for id, *row in engine.rows("select id, entity, field, prev, action, value from revision"):
            assert self.revisions.setdefault(id, row) == row

    def ancestors(self, id):
        """Return all that a revision replaces, directly or not, here or elsewhere."""
        if id not in self._above:
            prev = replaced(self.revisions[id][2]) if id in self.revisions else ()
            self._above[id] = {*prev, *(older for one in prev for older in self.ancestors(one))}
        return self._above[id]

    def cells(self, engine):
        """Return the heads of every cell of a library as the whole graph has them: by entity and field."""
        cells = {}
        for id, entity, name in engine.rows("select id, entity, field from revision"):
            cells.setdefault((entity, name), set()).add(id)
        firsts = {}
        for entity, action in engine.rows("select id, action from entity"):
            firsts.setdefault(entity, set()).add(action)
        heads = {}
        for (entity, name), present in cells.items():
            above = set().union(*(self.ancestors(id) for id in present))
            thing = load_one(engine, entity)
            first = firsts.get(entity, set()) if thing and thing.first(name) is not None else set()
            heads[entity, name] = (present | first) - above
        return heads

    def value(self, engine, id, entity, name):
        if id in self.revisions:
            return self.revisions[id][4]
        return load_one(engine, entity).first(name)

    def is_undo(self, id):
        return id in self.revisions and self.actions[self.revisions[id][3]][1] is not None

    def at(self, id):
        action = self.revisions[id][3] if id in self.revisions else id
        return self.actions[action][0]


class Histories(RuleBasedStateMachine):
    """People do what they do, undo it, go back to old backups, and exchange libraries and parts of them."""

    indices = st.integers(0, REPLICAS - 1)

    def __init__(self):
        super().__init__()
        self.clock = Clock()
        self._real = (ledger.time, ledger.os)
        counter = itertools.count(1)
        ledger.time = self.clock
        ledger.os = SimpleNamespace(urandom=lambda size: next(counter).to_bytes(size, "big"))
        names = ("ann", "bob", "cleo", "dan", "eve")[:REPLICAS]
        self.people = [Person(name, memory_library(), self.clock) for name in names]
        self.offset = [0] * REPLICAS
        self.backups = [[] for _ in names]
        # What was visible before and after each step that can be undone, until something else comes in.
        self.steps = [[] for _ in names]
        self.taken_back = [[] for _ in names]
        self.oracle = Oracle()

    def teardown(self):
        try:
            self._all_orders_agree()
            self._an_exchange_ends()
        finally:
            for person in self.people:
                person.engine.close()
            for engine in itertools.chain.from_iterable(self.backups):
                engine.close()
            ledger.time, ledger.os = self._real

    # What people do

    @initialize(data=st.data())
    def begin(self, data):
        """Two of them begin with the same document and concept, or the histories would seldom meet."""
        first, second = self.people[:2]
        source = first.source("a")
        first.highlight(source)
        first.concept("NSS")
        second.source("a")
        second.merge(first)
        for person in (first, second):
            self.oracle.learn(person.engine)

    @rule(i=indices, data=st.data(), count=st.integers(1, 4), back=st.booleans())
    def act(self, i, data, count, back):
        """One action of one to four commands; it is undone and done again when ``back``."""
        person = self._turn(i)
        before = visible(person.engine)
        known = records(person.engine)
        with person.action():
            for _ in range(count):
                self._command(person, data)
        if records(person.engine) == known:
            assert visible(person.engine) == before
            return
        self.steps[i].append((before, visible(person.engine)))
        self.taken_back[i].clear()
        self.oracle.learn(person.engine)
        if back:
            self.undo(i)
            self.redo(i)
        self._holds(person)

    @rule(i=indices)
    def undo(self, i):
        person = self._turn(i)
        if not undo_state(person.engine, person.writer.installation).undo:
            return
        person.undo()
        self.oracle.learn(person.engine)
        step = self.steps[i].pop() if self.steps[i] else None
        assert step is None or visible(person.engine) == step[0]
        self.taken_back[i].append(step)

    @rule(i=indices)
    def redo(self, i):
        person = self._turn(i)
        if not undo_state(person.engine, person.writer.installation).redo:
            return
        person.redo()
        self.oracle.learn(person.engine)
        step = self.taken_back[i].pop() if self.taken_back[i] else None
        assert step is None or visible(person.engine) == step[1]
        self.steps[i].append(step)

    @rule(i=indices, data=st.data(), extractor=st.sampled_from(("plain 1", "plain 2")))
    def read(self, i, data, extractor):
        """A source's text is stored; that is no step of undo."""
        person = self._turn(i)
        source = self.any_of(person, data, SOURCE)
        if source:
            add_text(person.engine, source, extractor)
            self._forget_steps(i)
            self._holds(person)

    @rule(i=indices, years=st.sampled_from((-20, -1, 1, 20)))
    def clock_jumps(self, i, years):
        self.offset[i] += years * YEAR_MS

    # What happens to libraries

    @rule(i=indices)
    def back_up(self, i):
        self.backups[i].append(copy_of(self.people[i].engine))

    @precondition(lambda self: any(self.backups))
    @rule(data=st.data())
    def restore(self, data):
        i = data.draw(st.sampled_from([i for i in range(REPLICAS) if self.backups[i]]))
        self.people[i].engine.close()
        self.people[i].engine = copy_of(data.draw(st.sampled_from(self.backups[i])))
        self._forget_steps(i)

    @rule(i=indices, j=indices)
    def merge(self, i, j):
        if i != j:
            self._merge(i, self.people[j].engine)

    @rule(i=indices, j=indices, data=st.data())
    def merge_a_part(self, i, j, data):
        """A package of some things comes in, and later all: the same as all at once."""
        other = self.people[j].engine
        ids = [id for (id,) in other.rows("select distinct id from entity union select entity from revision")]
        if i == j or not ids:
            return
        part = package(other, data.draw(st.sets(st.sampled_from(ids), min_size=1, max_size=5)))
        self._merge(i, part)
        by_parts, at_once = united(self.people[i].engine, other), united(self.people[i].engine, other, part)
        assert dump(by_parts) == dump(at_once)
        for engine in (part, by_parts, at_once):
            engine.close()

    @rule(data=st.data())
    def grouping_does_not_matter(self, data):
        a, b, c = (data.draw(st.sampled_from(self.people)).engine for _ in range(3))
        left, right = united(united(a, b), c), united(a, united(b, c))
        assert dump(left) == dump(right)
        assert records(left) == records(right)

    # The laws

    def _merge(self, i, other):
        person = self._turn(i)
        mine, theirs = copy_of(person.engine), copy_of(other)
        heads = self._heads(mine) | self._heads(theirs)
        unite(person.engine, other)
        self._forget_steps(i)
        assert records(person.engine) == records(mine) | records(theirs)
        now = self._heads(person.engine)
        above = set().union(*(self.oracle.ancestors(id) for id in now))
        assert heads <= now | above
        shown = dump(person.engine)
        assert dump(united(theirs, mine)) == shown
        assert not any(unite(person.engine, other).values())
        assert dump(person.engine) == shown
        self._holds(person)

    def _holds(self, person):
        engine = person.engine
        assert check(engine, remake=False).problems == ()
        self._heads_are_right(engine)
        self._highlights_stand_where_their_sources_are_shown(engine)
        self._deletions_are_right(engine)
        self._tree_is_a_tree(engine)
        self._keys_lead_somewhere(engine)
        self._conflicts_are_told(engine)

    def _heads(self, engine):
        return set().union(*self.oracle.cells(engine).values())

    def _heads_are_right(self, engine):
        """Nothing superseded is a head, and a conflict is there exactly when heads were made apart."""
        conflicts = set(engine.rows("select entity, field from conflict where kind='values'"))
        things = load(engine, {id for (id,) in engine.rows("select id from entity")})
        for (entity, name), heads in self.oracle.cells(engine).items():
            if entity not in things:
                continue
            thing = things[entity]
            assert {head.id for head in thing.heads(name)} == heads
            values = {self.oracle.value(engine, id, entity, name) for id in heads}
            if name == "anchor":
                assert ((entity, name) in conflicts) == _disagree_in_a_layer(values)
            elif name != "deleted":
                assert ((entity, name) in conflicts) == (len(values) > 1 and name not in thing.kind.quiet)
            if not any(self.oracle.is_undo(id) for id in heads):
                newest = max(heads, key=lambda id: (self.oracle.at(id), id))
                assert thing.heads(name)[0].id == newest

    def _highlights_stand_where_their_sources_are_shown(self, engine):
        """A highlight is shown in the layer that a living source shows, where it has a place in such a one."""
        shown = dict(engine.rows("select id, layer from source where alive"))
        things = load(engine, {id for (id,) in engine.rows("select id from highlight")})
        for (entity, name), heads in self.oracle.cells(engine).items():
            if name != "anchor" or entity not in things:
                continue
            said = [json.loads(self.oracle.value(engine, id, entity, name)) for id in heads]
            places = {(bytes.fromhex(one["source"]), bytes.fromhex(one["layer"])) for one in said if one}
            right = {(source, layer) for source, layer in places if shown.get(source) == layer}
            if not places:
                continue
            ((source, layer, start),) = engine.rows("select source, layer, start from highlight where id=?", (entity,))
            assert (source, layer) in (right or places)
            assert {"source": source.hex(), "layer": layer.hex(), "start": start} in [
                {"source": one["source"], "layer": one["layer"], "start": one["ranges"][0][0]} for one in said if one
            ]

    def _deletions_are_right(self, engine):
        """What the deleter had not seen keeps a thing; only that does."""
        contested = {entity for (entity,) in engine.rows("select entity from conflict where kind='deleted'")}
        cells = self.oracle.cells(engine)
        for thing in load(engine, {entity for entity, name in cells if name == "deleted"}).values():
            table = thing.kind.table._meta.table_name
            said = deletion(thing.heads("deleted"))
            own = {id for name in thing.registers() - {"deleted"} for id in cells.get((thing.id, name), ())}
            own |= {
                action
                for name in thing.registers() - {"deleted", *thing.revised}
                for action in self.oracle.makings[thing.id][1] & thing.makings.keys()
                if thing.first(name) is not None
            }
            hanging = self._hanging(engine, thing)
            unseen = {id for id in own | hanging | self._said_of(hanging, cells) if id.hex() not in said.seen}
            alive = bool(engine.value(f"select alive from {table} where id=?", (thing.id,)))
            absent = thing.value("present") is False
            if said.asked and {id for id in unseen if not self.oracle.is_undo(id)}:
                assert alive or absent
                assert thing.id in contested
            if said.asked and not unseen:
                assert not alive
            if not said.asked:
                assert alive or absent
                assert (thing.id in contested) == said.contested

    def _said_of(self, hanging, cells):
        """What stands in the cells of what hangs on a thing, but where it stands and what nobody is asked of."""
        apart = {"deleted", "anchor", "layer"}
        found = {id for (entity, name), ids in cells.items() if entity in hanging and name not in apart for id in ids}
        return {id for id in found if len(id) == 32}

    def _hanging(self, engine, thing):
        """What hangs on a thing, and on highlights in a source."""
        found = set(self._right_on(engine, thing.kind.name, thing.id))
        if thing.kind.name == "source":
            found |= {below for id in found for below in self._right_on(engine, "highlight", id)}
        return found

    def _right_on(self, engine, kind, id):
        questions = {
            "source": (
                "select id from highlight where alive and source=?",
                "select a.highlight from anchor a join highlight h on h.id=a.highlight where h.alive and a.source=?",
                "select id from shelf where alive and source=?",
            ),
            "highlight": (
                "select id from tagging where alive and highlight=?",
                "select id from note where alive and target=?",
            ),
            "concept": (
                "select id from tagging where alive and concept=?",
                "select id from label where alive and concept=?",
            ),
            "reference": ("select id from source where alive and reference=?",),
        }
        for sql in questions.get(kind, ()):
            yield from (found for (found,) in engine.rows(sql, (id,)))

    def _keys_lead_somewhere(self, engine):
        """Every key of every reference in sight leads to what it is shown as, which is the smallest of its kind."""
        shown = {one.id: one for one in references(engine)}
        for one in shown.values():
            for key in filter(None, (one.citekey, *one.aliases)):
                assert any(one.id in ids for ids in references_with_key(engine, key))
            assert one.id == min(one.members, default=one.id)
        said = [(a, b) for a, b, same in said_same(engine) if not same]
        for table in ("reference", "concept", "person"):
            alive = dict(engine.rows(f"select id, canonical from {table} where alive"))
            assert all(canonical <= id and alive[canonical] == canonical for id, canonical in alive.items())
            assert all(alive.get(a, a) != alive.get(b, b) for a, b in said)

    def _conflicts_are_told(self, engine):
        """What is told of conflicts is what stands: each once, with every head, and counted alike."""
        told = conflicts(engine)
        assert len({one.id for one in told}) == len(told) == count_conflicts(engine)
        cells = self.oracle.cells(engine)
        for one in told:
            assert len(one.heads) > 1 or one.kind == "deleted"
            if one.kind == "values" and one.field != "anchor":
                said = {id: thing for thing in one.things for id in cells[bytes.fromhex(thing), one.field]}
                assert {bytes.fromhex(head.id) for head in one.heads} <= said.keys()
                values = {self.oracle.value(engine, id, bytes.fromhex(thing), one.field) for id, thing in said.items()}
                assert {canonical(head.value) for head in one.heads} == values
        assert sum(conflict_counts(engine).values()) >= sum(one.thing in ("source", "concept") for one in told)

    def _tree_is_a_tree(self, engine):
        parents = {}
        for child, parent in engine.rows("select child, parent from concept_parent"):
            parents.setdefault(child, set()).add(parent)
        left = set(parents)
        while left:
            free = {id for id in left if not parents[id] & left}
            assert free, "the concepts run in a circle"
            left -= free

    def _all_orders_agree(self):
        engines = [person.engine for person in self.people]
        dumps = [dump(united(*order)) for order in (engines, engines[::-1], engines[1:] + engines[:1])]
        assert dumps[0] == dumps[1] == dumps[2]

    def _an_exchange_ends(self):
        first, second = (person.engine for person in self.people[:2])
        unite(second, first)
        unite(first, second)
        assert not any(unite(second, first).values())
        assert dump(first) == dump(second)
        assert altered_records(first) == []

    def _turn(self, i):
        self.clock.ms = max(1, self.clock.ms + 1000)
        ledger.time = SimpleNamespace(time_ns=lambda: max(1, self.clock.ms + self.offset[i]) * 1_000_000)
        return self.people[i]

    def _forget_steps(self, i):
        self.steps[i].clear()
        self.taken_back[i].clear()

    # Commands

    def _command(self, person, data):
        command = data.draw(st.sampled_from(_COMMANDS))
        command(self, person, data)

    def any_of(self, person, data, kind):
        """Draw a thing of a kind, a deleted one too, or None where there is none."""
        table = kind.table._meta.table_name
        ids = [id.hex() for (id,) in person.engine.rows(f"select id from {table} order by id")]
        return data.draw(st.sampled_from(ids)) if ids else None


def _source(_self, person, data):
    person.source(data.draw(st.sampled_from("ab")))


def _reference(self, person, data):
    source = self.any_of(person, data, SOURCE)
    if source:
        person.reference(source, data.draw(st.sampled_from(_KEYS)))


def _highlight(self, person, data):
    source = self.any_of(person, data, SOURCE)
    if source:
        person.highlight(source)


def _shelve(self, person, data):
    source = self.any_of(person, data, SOURCE)
    if source:
        person.shelve(source, data.draw(st.sampled_from(("Thesis", "thesis"))))


def _anchor(self, person, data):
    """A highlight is found again in some layer, or its bounds are moved."""
    highlight, here = self.any_of(person, data, HIGHLIGHT), self.any_of(person, data, SOURCE)
    places = person.engine.rows("select lower(hex(id)), lower(hex(source)) from layer order by id")
    if here:
        places = [("", here), *places]
    if highlight and places:
        layer, source = data.draw(st.sampled_from(places))
        person.anchor(highlight, source, layer, data.draw(st.integers(0, 2)))


def _choose_layer(self, person, data):
    layers = person.engine.rows("select lower(hex(id)), lower(hex(source)) from layer order by id")
    if layers:
        layer, source = data.draw(st.sampled_from(layers))
        person.set(SOURCE, source, "layer", layer)


def _later_version(self, person, data):
    newer, older = self.any_of(person, data, SOURCE), self.any_of(person, data, SOURCE)
    if newer and newer != older:
        person.set(SOURCE, newer, "replaces", older if data.draw(st.booleans()) else None)


def _disagree_in_a_layer(values):
    places = [(one["source"], one["layer"]) for one in map(json.loads, values) if one]
    return len(places) > len(set(places))


def _concept(self, person, data):
    parent = self.any_of(person, data, CONCEPT)
    person.concept(data.draw(st.sampled_from(_NAMES)), *([parent] if parent and data.draw(st.booleans()) else []))


def _tag(self, person, data):
    highlight, concept = self.any_of(person, data, HIGHLIGHT), self.any_of(person, data, CONCEPT)
    if highlight and concept:
        person.tag(highlight, concept)


def _alias(self, person, data):
    reference = self.any_of(person, data, REFERENCE)
    if reference:
        person.alias(reference, data.draw(st.sampled_from(_KEYS)))


def _take_away(self, person, data):
    kind = data.draw(st.sampled_from((TAGGING, TAGGING, LABEL, ALIAS, SAME, SHELF)))
    id = self.any_of(person, data, kind)
    if id:
        person.set(kind, id, "present", data.draw(st.booleans()))


def _note(self, person, data):
    highlight = self.any_of(person, data, HIGHLIGHT)
    if highlight:
        person.note(highlight)


def _label(self, person, data):
    concept = self.any_of(person, data, CONCEPT)
    if concept:
        person.label(concept, data.draw(st.sampled_from(("quad", "foip"))))


def _move(self, person, data):
    child, parent = self.any_of(person, data, CONCEPT), self.any_of(person, data, CONCEPT)
    if child:
        person.set(CONCEPT, child, "parents", [parent] if data.draw(st.booleans()) else [])


def _same(self, person, data):
    kind = data.draw(st.sampled_from((CONCEPT, CONCEPT, REFERENCE, PERSON)))
    a, b = self.any_of(person, data, kind), self.any_of(person, data, kind)
    if a and a != b:
        person.same(a, b, data.draw(st.booleans()))


_REGISTERS = (
    (CONCEPT, "colour"), (CONCEPT, "definition"), (CONCEPT, "name"), (REFERENCE, "citekey"),
    (REFERENCE, "field:title"), (HIGHLIGHT, "colour"), (NOTE, "text"), (LABEL, "text"),
)  # fmt: skip


def _set(self, person, data):
    kind, register = data.draw(st.sampled_from(_REGISTERS))
    id = self.any_of(person, data, kind)
    if id:
        values = _NAMES if register == "name" else _KEYS if register == "citekey" else _VALUES
        person.set(kind, id, register, data.draw(st.sampled_from(values)))


def _delete(self, person, data):
    kind = data.draw(st.sampled_from((SOURCE, HIGHLIGHT, CONCEPT, REFERENCE, TAGGING, NOTE, LABEL, SAME, SHELF)))
    id = self.any_of(person, data, kind)
    if id:
        person.delete(kind, id)


def _revive(self, person, data):
    kind = data.draw(st.sampled_from((SOURCE, HIGHLIGHT, CONCEPT, NOTE)))
    id = self.any_of(person, data, kind)
    if id:
        person.set(kind, id, "deleted", False)


def _settle(self, person, data):
    """Settle a conflict, keeping the version that is shown."""
    found = person.engine.rows("select entity, field from conflict where kind='values' order by 1, 2")
    if found:
        entity, name = data.draw(st.sampled_from(found))
        thing = load_one(person.engine, entity)
        kept = json.loads(thing.disagreeing(name)[0].value)
        person.set(KINDS[thing.kind.name], entity.hex(), name, kept)


_COMMANDS = (
    _source, _shelve, _reference, _highlight, _anchor, _anchor, _choose_layer, _later_version, _concept, _tag,
    _take_away, _note, _label, _alias, _move, _move, _same, _set, _set,
    _delete, _delete, _revive, _settle,
)  # fmt: skip
