"""Collections in the ledger: the same one made by two people is one, and nobody has to settle anything."""

import pytest
from ledgers import visible
from parcels import ids, pack, received

from db.conflicts import count_conflicts
from db.kinds import SHELF, SOURCE
from db.projection import seen
from db.shelves import names_by_source, shelf_called, shelves
from db.things import load_one


@pytest.fixture
def out(tmp_path):
    return tmp_path / "some.commonplace-share"


def _told(engine):
    return [(shelf.name, set(shelf.sources)) for shelf in shelves(engine)]


def test_two_people_put_one_source_into_one_collection(people):
    a = people.ann.source("a")
    b = people.bob.source("b")
    assert people.bob.source("a") == a
    assert people.ann.shelve(a, "Thesis") == people.bob.shelve(a, "Thesis")
    people.bob.shelve(b, "Thesis")
    people.share("ann", "bob")
    assert _told(people.ann.engine) == _told(people.bob.engine) == [("Thesis", {a, b})]
    assert count_conflicts(people.ann.engine) == 0


def test_names_that_are_equal_when_folded_are_one_shown_as_written_first(people):
    a, b = people.ann.source("a"), people.bob.source("b")
    people.ann.shelve(a, "Thesis")
    people.bob.shelve(b, "ＴＨＥＳＩＳ")
    people.bob.shelve(b, "序論")
    people.share("ann", "bob")
    assert _told(people.ann.engine) == [("Thesis", {a, b}), ("序論", {b})]
    assert names_by_source(people.ann.engine) == {a: ("Thesis",), b: ("Thesis", "序論")}
    assert names_by_source(people.ann.engine, [bytes.fromhex(b)]) == {b: ("Thesis", "序論")}
    assert names_by_source(people.ann.engine, []) == {}
    assert shelf_called(people.bob.engine, "thesis").sources == (a, b)


def test_what_was_said_apart_of_a_place_in_a_collection_is_no_conflict(people):
    ann, bob = people.ann, people.bob
    a = ann.source("a")
    record = ann.shelve(a, "Thesis")
    people.share("ann", "bob")
    ann.set(SHELF, record, "present", False)
    bob.set(SHELF, record, "present", False)
    bob.set(SHELF, record, "present", True)
    people.share("ann", "bob")
    assert ann.head_values(record, "present") == ["false", "true"]
    assert ann.conflicts() == bob.conflicts() == []
    assert _told(ann.engine) == _told(bob.engine) == [("Thesis", {a})]


def test_a_source_that_was_put_into_a_collection_meanwhile_is_not_deleted(people):
    ann, bob = people.ann, people.bob
    a = ann.source("a")
    people.share("ann", "bob")
    record = bob.shelve(a, "Thesis")
    ann.delete(SOURCE, a)
    people.share("ann", "bob")
    assert ann.alive(SOURCE, a)
    assert ann.conflicts() == [(a, "deleted", "deleted")]
    assert record in seen(ann.engine, load_one(ann.engine, bytes.fromhex(a)))


def test_undo_and_redo(people):
    ann = people.ann
    a = ann.source("a")
    before = visible(ann.engine)
    ann.shelve(a, "Thesis")
    after = visible(ann.engine)
    ann.undo()
    assert visible(ann.engine) == before
    ann.redo()
    assert visible(ann.engine) == after


def test_a_package_of_a_collection_holds_its_sources_and_what_left_it(people, out):
    ann = people.ann
    a, b, c = (ann.source(letter) for letter in "abc")
    inside, outside = ann.highlight(a), ann.highlight(b)
    for source in (a, b, c):
        record = ann.shelve(source, "Thesis")
    ann.shelve(b, "Course")
    pack(ann.engine, out, collections=["thesis"])
    earlier = received(out)
    assert (ids(earlier, "source"), ids(earlier, "highlight")) == ({a, b, c}, {inside, outside})
    ann.set(SHELF, record, "present", False)
    pack(ann.engine, out, collections=["thesis"])
    assert ids(received(out), "source") == {a, b}
    people.bob.merge(earlier)
    people.bob.merge(received(out))
    assert _told(people.bob.engine) == [("Thesis", {a, b})]
    pack(ann.engine, out, collections=["Thesis"], sources=[b, c])
    assert ids(received(out), "highlight") == {outside}
