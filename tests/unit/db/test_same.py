"""Things that are said to be the same, over several libraries: what they are shown as, and their keys."""

from db.check import dump
from db.conflicts import conflict_counts, conflicts, count_conflicts
from db.highlights import persons
from db.kinds import CONCEPT, REFERENCE, SAME, SOURCE
from db.references import references, references_with_key
from db.same import persons_called


def two_references(people):
    one = people.ann.reference(people.ann.source("a"), "Abe2016")
    other = people.ann.reference(people.ann.source("b"), "abe-nairobi")
    people.share()
    return one, other


def leads(person, key):
    shown, led = references_with_key(person.engine, key)
    return {*shown, *led}


def test_two_references_become_one_under_the_smaller_id_and_both_keys_lead_there(people):
    one, other = two_references(people)
    people.bob.same(one, other, True)
    people.share()
    for person in (people.ann, people.bob, people.cleo):
        (shown,) = references(person.engine)
        assert shown.id == min(one, other)
        assert {shown.citekey, *shown.aliases} == {"Abe2016", "abe-nairobi"}
        assert leads(person, "Abe2016") == leads(person, "abe-nairobi") == {shown.id}
        assert len(shown.sources) == 2


def test_taken_back_they_are_two_and_each_key_leads_to_its_own(people):
    one, other = two_references(people)
    before = dump(people.ann.engine)["reference"]
    same = people.bob.same(one, other, True)
    people.share()
    people.ann.set(SAME, same, "present", False)
    people.share()
    assert dump(people.cleo.engine)["reference"] == before
    assert leads(people.cleo, "Abe2016") == {one}
    assert leads(people.cleo, "abe-nairobi") == {other}


def test_two_that_are_distinct_are_not_joined_by_way_of_a_third(people):
    ids = [people.ann.concept(name) for name in ("FOIP", "Free Sea", "Open Sea")]
    first, second, third = sorted(ids)
    people.share()
    people.ann.same(first, third, False)
    people.bob.same(first, second, True)
    people.cleo.same(second, third, True)
    people.share()
    for person in (people.ann, people.bob, people.cleo):
        rows = dict(person.engine.rows("select lower(hex(id)), lower(hex(canonical)) from concept"))
        assert rows[first] != rows[third]
        assert rows == {first: first, second: first, third: third}


def test_the_same_and_not_the_same_said_apart_is_a_conflict(people):
    one, other = two_references(people)
    people.ann.same(one, other, True)
    people.bob.same(one, other, False)
    people.share()
    (found,) = conflicts(people.cleo.engine)
    assert (found.thing, found.field) == ("same", "present")
    assert {head.value for head in found.heads} == {True, False}
    people.cleo.set(SAME, found.entity, "present", True)
    people.share()
    assert conflicts(people.ann.engine) == []
    assert len(references(people.ann.engine)) == 1


def test_a_reference_goes_out_of_sight_only_with_all_that_are_the_same(people):
    one, other = two_references(people)
    people.ann.same(one, other, True)
    gone = min(one, other)
    source = people.ann.engine.value("select id from source where reference=?", (bytes.fromhex(gone),)).hex()
    people.ann.delete(SOURCE, source)
    (shown,) = references(people.ann.engine)
    assert shown.id == gone
    people.ann.delete(REFERENCE, gone)
    (shown,) = references(people.ann.engine)
    assert shown.id == max(one, other)


def test_persons_that_are_one_have_one_name(people):
    people.ann.concept("FOIP")
    people.bob.concept("Quad")
    people.share()
    people.cleo.same(people.ann.id, people.bob.id, True)
    people.share()
    names = persons(people.ann.engine)
    assert names[people.ann.id] == names[people.bob.id]
    assert persons_called(people.ann.engine, "bob") == {people.ann.id, people.bob.id}


def test_settling_takes_the_place_of_all_heads_everywhere(people):
    concept = people.ann.concept("FOIP")
    people.share()
    for person, colour in ((people.ann, "red"), (people.bob, "blue"), (people.cleo, "green")):
        person.set(CONCEPT, concept, "colour", colour)
    people.share()
    (found,) = conflicts(people.dan.engine)
    assert {head.value for head in found.heads} == {"red", "blue", "green"}
    people.dan.set(CONCEPT, concept, "colour", "blue")
    people.share()
    assert conflicts(people.ann.engine) == []
    assert people.ann.value(concept, "colour") == "blue"


def test_a_document_that_was_given_an_entry_apart_has_one_reference(people):
    """Ann read a .bib before the document came, Bob had no .bib: both keys lead to one, and nobody has to choose."""
    source = people.ann.source()
    entry = people.ann.act(lambda action: action.make(REFERENCE, {"origin": "a" * 32, "nonce": "MoD2023"}), "Read")
    people.ann.set(REFERENCE, entry, "citekey", "MoD2023")
    people.ann.set(SOURCE, source, "reference", entry)
    people.bob.source()
    own = people.bob.reference(source, "Defence")
    people.share()
    for person in (people.ann, people.bob, people.cleo):
        (shown,) = references(person.engine)
        assert {shown.citekey, *shown.aliases} == {"MoD2023", "Defence"}
        assert shown.members == tuple(sorted((entry, own)))
        assert leads(person, "MoD2023") == leads(person, "Defence") == {shown.id}
        assert conflicts(person.engine) == []
        assert (count_conflicts(person.engine), conflict_counts(person.engine)) == (0, {})

    people.cleo.same(entry, own, False)
    people.share()
    for person in (people.ann, people.bob):
        (told,) = conflicts(person.engine)
        assert (told.thing, told.field) == ("source", "reference")


def test_two_entries_for_one_document_are_two_works(people):
    source = people.ann.source()
    people.share()
    for person, key in ((people.ann, "One"), (people.bob, "Two")):
        entry = person.act(lambda action, key=key: action.make(REFERENCE, {"origin": "a" * 32, "nonce": key}), "Read")
        person.set(REFERENCE, entry, "citekey", key)
        person.set(SOURCE, source, "reference", entry)
    people.share()
    (told,) = conflicts(people.ann.engine)
    assert (told.thing, told.field, len(told.heads)) == ("source", "reference", 2)


def test_an_entry_that_both_read_is_one_whatever_it_was_made_for(people):
    piece = {"bibfile": "b" * 32, "key": "MoD2023", "type": "report", "start": 0, "end": 40, "fields": []}
    own = people.ann.reference(people.ann.source(), "MoD2023")
    people.ann.set(REFERENCE, own, "slice", piece)
    read = people.bob.act(lambda action: action.make(REFERENCE, {"origin": "b" * 32, "nonce": "MoD2023"}), "Read")
    people.bob.set(REFERENCE, read, "slice", piece)
    other = people.bob.act(lambda action: action.make(REFERENCE, {"origin": "b" * 32, "nonce": "twin"}), "Read")
    people.bob.set(REFERENCE, other, "slice", {**piece, "start": 41, "end": 80, "key": "Twin"})
    people.share()
    for person in (people.ann, people.bob):
        assert [one.members for one in references(person.engine)] == [tuple(sorted((own, read))), ()]
        assert conflicts(person.engine) == []
