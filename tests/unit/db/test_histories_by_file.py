"""The ledger's laws where libraries meet through files: packages written, looked at as a stranger's, and merged."""

import itertools
import tempfile
from pathlib import Path

import histories
import ledgers
import pytest
from histories import Histories
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import rule, run_state_machine_as_test
from ledgers import copy_of, records, visible
from parcels import ignore, request

from core.errors import NotDoneError
from core.ids import canonical
from db import union
from db.check import dump
from db.conflicts import conflict_ids
from db.deliveries import Merge
from db.kinds import CONCEPT, KINDS, PERSON, SHELF, SOURCE, entity_id
from db.ledger import revision_id
from db.packing import write_package
from db.strangers import examine
from db.survey import Survey

_FEW = st.lists(st.integers(0, 7), max_size=2)


class HistoriesByFile(Histories):
    """As the histories of libraries in memory; but what one gives the other is a file."""

    def __init__(self):
        super().__init__()
        self._folder = tempfile.TemporaryDirectory()
        self._numbers = itertools.count()
        self._in_memory = histories.unite
        histories.unite = ledgers.unite = self._unite

    def teardown(self):
        try:
            super().teardown()
        finally:
            histories.unite = ledgers.unite = self._in_memory
            self._folder.cleanup()

    def _unite(self, engine, other, **chosen):
        """Pack a library, or what was chosen of it; merge the file, and hold what is told of it against what came."""
        file = Path(self._folder.name) / f"{next(self._numbers)}.commonplace-share"
        try:
            write_package(other, file, request(**chosen), ignore)
        except NotDoneError:
            return self._in_memory(engine, other) if not chosen else {}  # of nothing to see there is no package
        examine(file, lambda: None)
        before, conflicts = visible(engine), conflict_ids(engine)
        merge = Merge("Merge", b"--------", 0)
        survey = Survey(engine)
        try:
            with union.attached(engine, file):
                counts = union.take(engine, merge, survey)
        finally:
            survey.forget()
            file.unlink()
        told = survey.told
        if any(counts.values()):
            assert told.conflicts == conflict_ids(engine) - conflicts
            assert told.conflicts_left == len(conflict_ids(engine))
        else:
            assert visible(engine) == before
        return counts

    @rule(
        i=Histories.indices,
        j=Histories.indices,
        concepts=_FEW,
        sources=_FEW,
        persons=_FEW,
        shelves=st.booleans(),
        documents=st.booleans(),
    )
    def merge_what_was_chosen(self, i, j, concepts, sources, persons, shelves, documents):
        """A package of what somebody chose comes in; what they have beside it makes the same of it, before or after."""
        other = self.people[j].engine
        chosen = {
            "concepts": _some(other, CONCEPT, concepts),
            "sources": _some(other, SOURCE, sources),
            "persons": _some(other, PERSON, persons),
            "collections": [name for (name,) in other.rows("select min(name) from shelf group by name_key")] * shelves,
        }
        if i == j or not any(chosen.values()):
            return
        person = self._turn(i)
        whole, first = copy_of(person.engine), copy_of(person.engine)
        known = records(person.engine)
        self._unite(first, other, **chosen, documents=documents)
        assert known <= records(first) <= known | records(other)
        part = copy_of(first)
        self._unite(first, other)
        self._unite(whole, other)
        assert dump(first) == dump(whole)
        assert records(first) == records(whole)
        person.engine.close()
        person.engine = part
        self._forget_steps(i)
        self._holds(person)
        for engine in (whole, first):
            engine.close()


def _some(engine, kind, places):
    table = kind.table._meta.table_name
    ids = [id.hex() for (id,) in engine.rows(f"select id from {table} where alive order by id")]
    return sorted({ids[place] for place in places if place < len(ids)})


def run(examples, steps):
    some = settings(
        max_examples=examples, stateful_step_count=steps, deadline=None, suppress_health_check=list(HealthCheck)
    )
    run_state_machine_as_test(HistoriesByFile, settings=some)


def test_the_laws_hold_through_files():
    run(6, 12)


@pytest.mark.slow
def test_the_laws_hold_through_very_many_files():
    run(300, 30)


def test_what_only_a_later_version_knows_goes_on_from_file_to_file(people, tmp_path):
    """An older colleague in the chain loses nothing: not of a part, and nothing at all of the whole."""
    source, concept = _furnished(people.ann)
    later = _say_something_new(people.ann.engine, bytes.fromhex(concept))
    for one, other, chosen in (
        (people.ann, people.bob, {"concepts": [concept]}),
        (people.bob, people.cleo, {"sources": [source], "documents": False}),
    ):
        _send(one, other, tmp_path, **chosen)
        assert other.value(concept, "mood") == "calm"
    for one, other in ((people.ann, people.bob), (people.bob, people.cleo)):
        _send(one, other, tmp_path)
        assert records(other.engine) == records(people.ann.engine)
        assert other.engine.rows("select core from entity where kind='map'") == [(later,)]
    assert dump(people.cleo.engine) == dump(people.ann.engine)


def _furnished(person):
    source = person.source()
    highlight, concept = person.highlight(source), person.concept("FOIP")
    person.tag(highlight, concept)
    person.shelve(source, "Thesis")
    return source, concept


def _say_something_new(engine, concept):
    """Write a kind and a field that this version does not know."""
    core, value = canonical({"nonce": "1", "of": concept.hex()}), canonical("calm")
    (action,) = engine.rows("select id from action limit 1")[0]
    id = revision_id(concept, "mood", "", action, value)
    with engine.writing():
        engine.rows("insert into entity values(?,?,?,?)", (entity_id("map", core), action, "map", core))
        engine.rows("insert into revision values(?,?,?,?,?,?)", (id, concept, "mood", "", action, value))
    return core


def _send(one, other, folder, **chosen):
    file = folder / "some.commonplace-share"
    file.unlink(missing_ok=True)
    write_package(one.engine, file, request(**chosen), ignore)
    examine(file, lambda: None)
    with union.attached(other.engine, file):
        union.take(other.engine, Merge("Merge", b"--------", 0))


def test_every_kind_takes_part_in_the_histories(people):
    """A kind that is added later has to be held against the laws as well."""
    made = {"file-name", "bibfile"}  # these have nothing that may be changed
    person = people.ann
    _furnished(person)
    person.label(person.concept("Quad"), "quad")
    person.note(person.highlight(person.source()))
    person.alias(person.reference(person.source("b")), "Key")
    person.same(person.concept("A"), person.concept("B"), True)
    kinds = {kind for (kind,) in person.engine.rows("select distinct kind from entity")}
    assert set(KINDS) == kinds | made
    assert SHELF.name in kinds
