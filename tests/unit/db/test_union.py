"""The union of two ledgers, which is all that merging is."""

import pytest
from ledgers import (
    Person,
    add_document,
    copy_of,
    memory_library,
    package,
    records,
    unite,
    united,
    visible,
)  # fmt: skip

from core.clock import iso
from core.errors import LibraryBusyError, LibraryDamagedError
from core.ids import canonical, digest
from db import union
from db.check import check, dump
from db.deliveries import Merge
from db.documents import blob_bytes, has_blob
from db.history import history
from db.kinds import CONCEPT, HIGHLIGHT, SOURCE, TAGGING, entity_id
from db.ledger import Action, action_id, revision_id
from db.sources import sources
from db.verifying import altered_records


def test_what_two_people_import_apart_is_one_and_no_conflict(people):
    for person in (people.ann, people.bob):
        person.reference(person.source("a"))
    people.share()
    assert people.ann.engine.rows("select count(*) from source") == [(1,)]
    assert people.ann.engine.rows("select count(*) from reference") == [(1,)]
    assert people.ann.conflicts() == []


def test_two_readers_marks_are_two_highlights(people):
    source = people.ann.source()
    people.share()
    people.ann.highlight(source, "FOIP")
    people.bob.highlight(source, "FOIP")
    people.share()
    assert people.ann.engine.rows("select count(*) from highlight where alive") == [(2,)]


def test_each_persons_tag_is_their_own(people):
    highlight, concept = people.ann.highlight(people.ann.source()), people.ann.concept("FOIP")
    people.share()
    mine, theirs = people.ann.tag(highlight, concept), people.bob.tag(highlight, concept)
    people.share()
    people.ann.set(TAGGING, mine, "present", False)
    people.share()
    assert not people.bob.alive(TAGGING, mine)
    assert people.bob.alive(TAGGING, theirs)


def test_merging_writes_no_record_of_its_own(people):
    people.ann.concept("FOIP")
    people.bob.concept("FOIP")
    both = records(people.ann.engine) | records(people.bob.engine)
    people.ann.merge(people.bob)
    assert records(people.ann.engine) == both


def test_a_second_exchange_writes_nothing(people):
    people.ann.concept("FOIP")
    people.bob.highlight(people.bob.source())
    people.share()
    assert not any(unite(people.ann.engine, people.bob.engine).values())
    assert not any(unite(people.bob.engine, people.ann.engine).values())


def test_a_record_that_arrives_before_what_it_hangs_on_waits_and_appears(people):
    source = people.ann.source()
    highlight = people.ann.highlight(source)
    concept = people.ann.concept("FOIP")
    people.ann.tag(highlight, concept)
    tagging = people.ann.engine.value("select id from tagging")
    people.bob.merge(package(people.ann.engine, [tagging, bytes.fromhex(highlight)]))
    assert check(people.bob.engine, remake=False).problems == ()
    people.bob.merge(package(people.ann.engine, [bytes.fromhex(concept), bytes.fromhex(source)]))
    assert visible(people.bob.engine) == visible(people.ann.engine)


def test_revisions_without_their_thing_are_counted_as_waiting(people):
    concept = people.ann.concept("FOIP")
    people.ann.set(CONCEPT, concept, "colour", "red")
    part = package(people.ann.engine, [bytes.fromhex(concept)])
    part.rows("delete from entity where kind='concept'")
    people.bob.merge(part)
    assert check(people.bob.engine, remake=False).counts["incomplete"] == 1
    people.bob.merge(people.ann)
    assert check(people.bob.engine, remake=False).counts["incomplete"] == 0
    assert people.bob.value(concept, "colour") == "red"


def test_a_note_that_arrives_after_the_deletion_brings_the_thing_back_to_view(people):
    highlight = people.ann.highlight(people.ann.source())
    people.share()
    note = people.bob.note(highlight)
    people.ann.delete(HIGHLIGHT, highlight)
    people.cleo.merge(people.ann)
    assert not people.cleo.alive(HIGHLIGHT, highlight)
    people.cleo.merge(package(people.bob.engine, [bytes.fromhex(note)]))
    assert people.cleo.alive(HIGHLIGHT, highlight)


def test_kinds_and_fields_of_a_later_version_are_kept_and_passed_on(people):
    """An older colleague in the chain loses nothing."""
    concept = people.ann.concept("FOIP")
    _say_something_new(people.ann, concept)
    people.bob.merge(people.ann)
    assert check(people.bob.engine, remake=True).problems == ()
    people.cleo.merge(people.bob)
    assert records(people.cleo.engine) == records(people.ann.engine)
    assert people.cleo.engine.rows("select core from entity where kind='map'") == [('{"nonce":"1"}',)]
    assert people.cleo.value(concept, "mood") == "calm"


def test_a_field_of_a_later_version_counts_as_use_after_a_deletion(people):
    concept = people.ann.concept("FOIP")
    people.share()
    people.ann.delete(CONCEPT, concept)
    _say_something_new(people.bob, concept)
    people.share()
    assert people.ann.alive(CONCEPT, concept)


def _say_something_new(person, concept):
    """Write a kind and a field that this version does not know."""
    engine, entity = person.engine, bytes.fromhex(concept)
    with Action(engine, person.writer, "Draw a map") as action:
        action.touch([entity])
        action.flush()
        core, value = canonical({"nonce": "1"}), canonical("calm")
        engine.rows("insert into entity values(?,?,?,?)", (entity_id("map", core), action.id, "map", core))
        id = revision_id(entity, "mood", "", action.id, value)
        engine.rows("insert into revision values(?,?,?,?,?,?)", (id, entity, "mood", "", action.id, value))
        action.touch([entity])


@pytest.mark.parametrize(
    "sql",
    [
        "update revision set value='\"black\"' where field='colour'",
        "update revision set prev='' where field='colour' and prev<>''",
        "update revision set entity=(select id from entity where kind='source')",
        "update entity set core=replace(core, 'FOIP', 'Quad')",
        "update entity set kind='label' where kind='concept'",
        "update action set label='Something else'",
        "update action set at=at+1",
        "update action set person=x'00'",
        "update layer set extractor='other'",
        "update layer set content=x'00'",
        "update layer set source=x'00'",
        "update blob_chunk set data=x'00'",
        "update blob set size=size+1",
        "delete from blob_chunk",
        "insert into blob_chunk select sha256, 7, data from blob_chunk",
    ],
)
def test_a_library_that_was_tampered_with_changes_nothing(people, sql):
    concept = people.ann.concept("FOIP")
    people.ann.set(CONCEPT, concept, "colour", "red")
    people.ann.set(CONCEPT, concept, "colour", "blue")
    add_document(people.ann.engine, people.ann.writer)
    people.bob.concept("Quad")
    before = dump(people.bob.engine), records(people.bob.engine)
    people.ann.engine.rows(sql)
    with pytest.raises(LibraryDamagedError):
        people.bob.merge(people.ann)
    assert (dump(people.bob.engine), records(people.bob.engine)) == before
    assert altered_records(people.ann.engine)


def test_documents_come_along_with_their_text(people):
    source, layer = add_document(people.ann.engine, people.ann.writer, "Free and open. 神𠮷")
    people.bob.merge(people.ann)
    assert blob_bytes(people.bob.engine, digest("Free and open. 神𠮷")) == "Free and open. 神𠮷".encode()
    (facts,) = sources(people.bob.engine)
    assert (facts.id, facts.layer, facts.characters) == (source, layer, 17)


def test_bytes_of_an_import_that_was_cut_off_are_never_taken(people):
    """No hash vouches for them until the document is complete."""
    key = digest("Free and open.")
    people.bob.engine.rows("insert into blob_chunk values(?,0,x'00')", (key,))
    people.ann.merge(people.bob)
    assert people.ann.engine.rows("select count(*) from blob_chunk") == [(0,)]


def test_bytes_that_an_import_left_here_give_way_to_the_complete_document(people):
    key = digest("Free and open.")
    people.bob.engine.rows("insert into blob_chunk values(?,0,x'00'), (?,5,x'00')", (key, key))
    add_document(people.ann.engine, people.ann.writer, "Free and open.")
    people.bob.merge(people.ann)
    assert blob_bytes(people.bob.engine, key) == b"Free and open."
    assert altered_records(people.bob.engine) == []


def test_bytes_that_an_import_left_give_way_to_the_next_import(people):
    key = digest("Free and open.")
    people.ann.engine.rows("insert into blob_chunk values(?,0,x'00'), (?,5,x'00')", (key, key))
    add_document(people.ann.engine, people.ann.writer, "Free and open.")
    assert has_blob(people.ann.engine, key)
    assert altered_records(people.ann.engine) == []


def test_of_two_readings_of_a_document_all_show_the_same(people):
    """Whoever's layer arrives first, the choice follows from the records."""
    add_document(people.ann.engine, people.ann.writer, "Free and open.", "plain 2")
    add_document(people.bob.engine, people.bob.writer, "Free and open.", "plain 1")
    people.share()
    chosen = people.ann.engine.value("select layer from source")
    assert chosen == people.bob.engine.value("select layer from source")
    assert people.ann.engine.value("select extractor from layer where id=?", (chosen,)) == "plain 2"


def test_a_second_layer_of_a_source_shows_as_after_a_rebuild(people):
    add_document(people.ann.engine, people.ann.writer, "Free and open.", "plain 2")
    add_document(people.ann.engine, people.ann.writer, "Free and open.", "plain 1")
    assert check(people.ann.engine, remake=False).problems == ()


def test_part_then_all_is_all(people):
    concept = people.ann.concept("FOIP")
    for colour in ("1", "2", "3"):
        people.ann.set(CONCEPT, concept, "colour", colour)
    people.ann.undo()
    part = package(people.ann.engine, [bytes.fromhex(concept)])
    assert dump(united(people.bob.engine, part, people.ann.engine)) == dump(
        united(people.bob.engine, people.ann.engine)
    )


def test_an_old_backup_catches_up(people):
    concept = people.ann.concept("FOIP")
    backup = copy_of(people.ann.engine)
    people.ann.set(CONCEPT, concept, "colour", "red")
    people.bob.merge(people.ann)
    unite(backup, people.bob.engine)
    assert visible(backup) == visible(people.ann.engine)


# Clocks


def test_a_colleagues_clock_far_ahead_takes_ours_a_day_along_at_most(people, clock):
    clock.advance(days=4000)
    people.bob.concept("FOIP")
    clock.advance(days=-4000)
    people.ann.merge(people.bob)
    now = clock.ms
    people.ann.concept("Quad")
    at = people.ann.engine.value("select at from action where label='Add Quad'") >> 16
    assert now < at <= now + 86_400_000 + 10


def test_a_clock_set_back_still_counts_on(people, clock):
    people.ann.concept("FOIP")
    clock.advance(days=-4000)
    people.ann.concept("Quad")
    assert [step.label for step in history(people.ann.engine)] == ["Add Quad", "Add FOIP"]


def test_the_later_change_is_on_top_although_its_clock_is_behind(people, clock):
    concept = people.ann.concept("FOIP")
    clock.advance(days=4000)
    people.bob.merge(people.ann)
    people.bob.set(CONCEPT, concept, "colour", "blue")
    clock.advance(days=-4000)
    people.ann.merge(people.bob)
    people.ann.set(CONCEPT, concept, "colour", "red")
    people.bob.merge(people.ann)
    assert people.bob.value(concept, "colour") == "red"
    assert people.bob.conflicts() == []


def test_times_read_as_they_were(people, clock):
    people.ann.concept("FOIP")
    assert iso(people.ann.engine.value("select at from action where label<>''"))[:10] == "2023-11-14"


def test_who_writes_is_introduced_once_and_renamed_when_the_name_changes(people, clock):
    people.ann.concept("FOIP")
    people.ann.concept("Quad")
    assert people.ann.engine.rows("select name from person") == [("Ann",)]
    renamed = Person("ann", people.ann.engine, clock)
    renamed.writer = type(renamed.writer)("ann", "Ann Lee", renamed.writer.installation)
    renamed.nonce = iter(("x", "y")).__next__
    renamed.concept("NSS")
    assert people.ann.engine.rows("select name from person") == [("Ann Lee",)]
    assert people.ann.conflicts() == []


def test_ids_are_hashes_of_what_they_name(people):
    concept = people.ann.concept("FOIP")
    people.ann.set(CONCEPT, concept, "colour", "red")
    engine = people.ann.engine
    for id, person, at, label, undoes, origin in engine.rows("select * from action"):
        assert id == action_id(person, at, label, undoes, origin)
        assert len(id) == 16
        assert id[6] >> 4 == 8
    for id, *content in engine.rows("select * from revision"):
        assert id == revision_id(*content)
        assert len(id) == 32


def test_the_same_thing_has_the_same_id_everywhere():
    first, second = memory_library(), memory_library()
    ids = []
    for name, engine in (("ann", first), ("bob", second)):
        ids.append(Person(name, engine, None).source("a"))
    assert ids[0] == ids[1] == entity_id(SOURCE.name, canonical({"sha256": digest("a").hex()})).hex()


# Two processes that merge the same file into one library


@pytest.fixture
def file(people, tmp_path):
    """A library of Ann's with a document, as a file."""
    add_document(people.ann.engine, people.ann.writer)
    file = tmp_path / "ann.commonplace"
    file.write_bytes(people.ann.engine.raw.serialize("main"))
    return file


def take_file(engine, file):
    with union.attached(engine, file):
        return union.take(engine, Merge("Merge", b"ann-desk", 1))


def test_of_two_who_merge_the_same_file_at_once_the_slower_writes_nothing(library, second_engine, file, monkeypatch):
    real = union._take_documents

    def taken(engine):
        monkeypatch.setattr(union, "_take_documents", real)
        assert any(take_file(library, file).values())
        real(engine)

    monkeypatch.setattr(union, "_take_documents", taken)
    assert not any(take_file(second_engine, file).values())
    assert second_engine.value("select count(*) from merged") == 1
    assert check(second_engine, remake=False).problems == ()
    assert altered_records(library) == []


def test_bytes_that_another_dropped_meanwhile_are_not_believed_to_be_there(library, second_engine, file, monkeypatch):
    real = union._take_documents

    def taken(engine):
        real(engine)
        library.rows("delete from blob_chunk")

    monkeypatch.setattr(union, "_take_documents", taken)
    with pytest.raises(LibraryBusyError):
        take_file(second_engine, file)
    assert second_engine.rows("select (select count(*) from blob), (select count(*) from entity)") == [(0, 0)]
