"""Helpers of the ledger's tests: libraries in memory, a clock to set, people, packages, and what is visible."""

import json
from functools import cache
from pathlib import Path

from core.ids import canonical, digest
from core.layers import layer_json, pack
from core.records import Layer, Page
from db import union, verifying
from db.deliveries import Merge
from db.documents import add_blob, add_layer
from db.engine import Engine
from db.kinds import ALIAS, CONCEPT, HIGHLIGHT, LABEL, NOTE, REFERENCE, SAME, SHELF, SOURCE, TAGGING
from db.ledger import Action, Writer
from db.opening import create, migrate
from db.projection import rebuild
from db.things import load_one
from db.undo import redo, undo

IN_MEMORY = Path(":memory:")
NOON = 1_700_000_000_000


class Clock:
    """Stands in for the ``time`` module; a test sets ``ms``."""

    def __init__(self):
        self.ms = NOON

    def time_ns(self):
        self.ms += 1
        return self.ms * 1_000_000

    def advance(self, *, seconds=0, days=0):
        self.ms += int((seconds + days * 86400) * 1000)


def empty_engine():
    return Engine(IN_MEMORY, journal="memory")


@cache
def _template():
    engine = empty_engine()
    migrate(engine)
    engine.rows("insert into meta values('library_id', 'in-memory')")
    data = engine.raw.serialize("main")
    engine.close()
    return data


def from_bytes(data):
    engine = empty_engine()
    engine.raw.deserialize("main", data)
    return engine


def memory_library():
    return from_bytes(_template())


def copy_of(engine):
    return from_bytes(engine.raw.serialize("main"))


def unite(engine, other):
    """Merge another library as it is now into one; return how many records of each table were new."""
    verifying.refuse_altered(other)
    data = other.raw.serialize("main")
    with union.attached(engine, IN_MEMORY):
        engine.raw.deserialize("incoming", data)
        return union.take(engine, Merge("Merge", b"--------", 0))


def united(engine, *others):
    """Return a copy of a library with others merged into it."""
    found = copy_of(engine)
    for other in others:
        unite(found, other)
    return found


class Person:
    """One person with a library; each method is one action, unless it stands in ``with person.action():``."""

    def __init__(self, name, engine, clock):
        self.writer = Writer(name, name.title(), name.encode()[:8].ljust(8, b"-"))
        self.engine = engine
        self._clock = clock
        self._action = None
        self._made = 0

    @property
    def id(self):
        return self.writer.person.hex()

    def action(self, label="Several things"):
        return _Together(self, label)

    def act(self, do, label="Something"):
        if self._action is not None:
            return do(self._action)
        with Action(self.engine, self.writer, label) as action:
            return do(action)

    def nonce(self):
        self._made += 1
        return f"{self.writer.nonce}-{self._made}"

    def source(self, letter="a"):
        sha256 = digest(letter).hex()
        return self.act(lambda action: action.make(SOURCE, {"sha256": sha256}), "Import a source")

    def reference(self, source, citekey=None):
        def do(action):
            reference = action.make(REFERENCE, {"source": source})
            if citekey:
                action.set(REFERENCE, reference, "citekey", citekey)
            action.set(SOURCE, source, "reference", reference)
            return reference

        return self.act(do, "Make a reference")

    def highlight(self, source, exact="FOIP", start=0):
        anchor = {"source": source, "layer": "", "ranges": [[start, start + len(exact)]], "prefix": "", "suffix": ""}
        core = {"nonce": self.nonce(), "person": self.id, "created": 0, "exact": exact}
        return self.act(lambda action: action.make(HIGHLIGHT, core, {"anchor": anchor}), "Highlight")

    def anchor(self, highlight, source, layer="", start=0, exact="FOIP"):
        ranges = [[start, start + len(exact)]]
        value = {"source": source, "layer": layer, "ranges": ranges, "prefix": "", "suffix": "", "exact": exact}
        self.set(HIGHLIGHT, highlight, "anchor", value)

    def stands(self, highlight):
        """Return the source, the layer and the ranges that a highlight's row shows."""
        sql = "select source, layer from highlight where id=?"
        ((source, layer),) = self.engine.rows(sql, (bytes.fromhex(highlight),))
        ranges = self.engine.rows("select start, end from range where highlight=?", (bytes.fromhex(highlight),))
        return source.hex(), layer.hex(), ranges

    def concept(self, name, *parents):
        first = {"parents": list(parents)} if parents else {}
        core = {"nonce": self.nonce(), "name": name}
        return self.act(lambda action: action.make(CONCEPT, core, first), f"Add {name}")

    def tag(self, highlight, concept):
        core = {"highlight": highlight, "concept": concept, "person": self.id}
        return self.act(lambda action: action.make(TAGGING, core), "Tag")

    def note(self, highlight, text="A note"):
        core = {"nonce": self.nonce(), "target": highlight, "person": self.id, "created": 0}
        return self.act(lambda action: action.make(NOTE, core, {"text": text}), "Note")

    def label(self, concept, name):
        core = {"concept": concept, "name_key": name}
        return self.act(lambda action: action.make(LABEL, core), "Add an alias")

    def alias(self, reference, citekey):
        core = {"reference": reference, "citekey": citekey}
        return self.act(lambda action: action.make(ALIAS, core), "Add a key")

    def shelve(self, source, name):
        return self.act(lambda action: action.make(SHELF, {"source": source, "name": name}), f"Put into {name}")

    def same(self, one, other, said):
        def do(action):
            a, b = sorted((one, other))
            same = action.make(SAME, {"a": a, "b": b})
            action.set(SAME, same, "present", said)
            return same

        return self.act(do, "The same" if said else "Not the same")

    def set(self, kind, id, register, value):
        self.act(lambda action: action.set(kind, id, register, value), f"Set {register}")

    def delete(self, kind, id):
        self.act(lambda action: action.delete(kind, id), "Delete")

    def undo(self):
        return undo(self.engine, self.writer)

    def redo(self):
        return redo(self.engine, self.writer)

    def merge(self, *others):
        for other in others:
            unite(self.engine, other.engine if isinstance(other, Person) else other)

    def value(self, id, register):
        return load_one(self.engine, bytes.fromhex(id)).value(register)

    def head_values(self, id, register):
        return sorted(version.value for version in load_one(self.engine, bytes.fromhex(id)).heads(register))

    def alive(self, kind, id):
        table = kind.table._meta.table_name
        return bool(self.engine.value(f"select alive from {table} where id=?", (bytes.fromhex(id),)))

    def conflicts(self):
        rows = self.engine.rows("select entity, field, kind from conflict order by field, kind")
        return [(id.hex(), name, kind) for id, name, kind in rows]


class _Together:
    def __init__(self, person, label):
        self._person = person
        self._action = Action(person.engine, person.writer, label)

    def __enter__(self):
        self._person._action = self._action.__enter__()
        return self._action

    def __exit__(self, *error):
        self._person._action = None
        self._action.__exit__(*error)


class People:
    """``ann``, ``bob``, ``cleo``, ``dan``: each has a library of their own; ``share`` gives everything to all."""

    def __init__(self, clock):
        self._all = {name: Person(name, memory_library(), clock) for name in ("ann", "bob", "cleo", "dan")}

    def __getattr__(self, name):
        return self._all[name]

    def share(self, *names):
        chosen = [self._all[name] for name in names or self._all]
        for _ in range(2):
            for person in chosen:
                person.merge(*(other for other in chosen if other is not person))

    def close(self):
        for person in self._all.values():
            person.engine.close()


_RECORDS = {
    "entity": "select id, action, kind, core from entity where id in ({ids})",
    "revision": "select id, entity, field, prev, action, value from revision where entity in ({ids})",
    "layer": "select id, source, extractor, content from layer where source in ({ids})",
}


def package(engine, ids):
    """Return a library with every record of some things, and the actions these need."""
    found = memory_library()
    chosen = sorted(ids)
    with found.writing():
        for table, sql in _RECORDS.items():
            rows = engine.rows(sql.format(ids=",".join("?" * len(chosen))), chosen)
            if rows:
                found.many(f"insert into {table} values({','.join('?' * len(rows[0]))})", rows)
        actions = found.rows("select action from entity union select action from revision")
        for action in actions:
            found.many("insert into action values(?,?,?,?,?,?)", engine.rows("select * from action where id=?", action))
        rebuild(found)
    return found


def records(engine):
    """Return the ids of all records of a library."""
    return {
        (table, row)
        for table, key in (("action", "id"), ("entity", "id, action"), ("revision", "id"), ("layer", "id"))
        for row in engine.rows(f"select {key} from {table}")
    }


_VISIBLE = {
    "source": "select id, sha256, reference, labels, layer from source where alive",
    "reference": "select id, citekey, type, fields, own, source, bibfile, canonical from reference where alive",
    "citekey": "select c.* from citekey c join reference r on r.id=c.reference where r.alive",
    "alias": "select * from alias where alive",
    "concept": "select id, name, name_key, definition, colour, canonical, parents from concept where alive",
    "concept_parent": "select * from concept_parent",
    "label": "select * from label where alive",
    "highlight": "select * from highlight where alive",
    "range": "select r.* from range r join highlight h on h.id=r.highlight where h.alive",
    "tagging": "select * from tagging where alive",
    "note": "select * from note where alive",
    "same": "select * from same where alive",
    "file_name": "select * from file_name where alive",
    "shelf": "select * from shelf where alive",
    "bibfile": "select * from bibfile where alive",
}


def visible(engine):
    """Return all that a person sees: the values of what is there, and the conflicts with their values."""
    found = {name: sorted(engine.rows(sql), key=repr) for name, sql in _VISIBLE.items()}
    conflicts = []
    for entity, name, kind in engine.rows("select entity, field, kind from conflict"):
        heads = load_one(engine, entity).disagreeing(name) if kind == "values" else []
        conflicts.append((entity, name, kind, sorted({head.value for head in heads})))
    found["conflict"] = sorted(conflicts)
    return found


def a_layer(text="Free and open. 自由で開かれた", extractor="plain 1", pages=()):
    return Layer("text", extractor, text, pages=tuple(Page(*page) for page in pages))


def add_text(engine, source, extractor):
    """Store a layer of a source that is there."""
    layer = a_layer(extractor=extractor)
    said = layer_json(layer)
    with engine.writing():
        return add_layer(engine, source, extractor, pack(said), digest(said), layer)


def add_document(engine, writer, text="Free and open.", extractor="plain 1"):
    """Import a document as the program does; return its source's and its layer's id."""
    data = text.encode()
    sha256 = digest(text)
    add_blob(engine, sha256, [data])
    layer = a_layer(text, extractor)
    said = layer_json(layer)
    action = Action(engine, writer, "Import")
    source = action.make(SOURCE, {"sha256": sha256.hex()})
    with engine.writing():
        id = add_layer(engine, source, extractor, pack(said), digest(said), layer)
        action.write_pending()
    return source, id


def stored(value):
    return canonical(value)


def loaded(text):
    return json.loads(text)


def new_library(path):
    return create(path)
