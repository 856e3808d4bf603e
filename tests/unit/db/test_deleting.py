"""Deleting: what the deleter had not seen stays, nothing goes with it, and all of it can come back."""

from itertools import combinations, permutations

import pytest
from ledgers import copy_of, united

from db.check import dump
from db.conflicts import conflicts
from db.highlights import highlights
from db.kinds import CONCEPT, HIGHLIGHT, NOTE, REFERENCE, SOURCE, TAGGING


def shown(person):
    return [one.exact for one in highlights(person.engine)]


def test_what_is_deleted_is_hidden_for_all(people):
    concept = people.ann.concept("FOIP")
    people.share()
    people.ann.delete(CONCEPT, concept)
    people.share()
    assert not people.bob.alive(CONCEPT, concept)
    assert people.bob.conflicts() == []


def test_a_change_that_the_deleter_had_not_seen_keeps_it(people):
    concept = people.ann.concept("FOIP")
    people.share()
    people.ann.delete(CONCEPT, concept)
    people.bob.set(CONCEPT, concept, "definition", "Free and open")
    people.share()
    for person in (people.ann, people.bob):
        assert person.alive(CONCEPT, concept)
        assert person.conflicts() == [(concept, "deleted", "deleted")]


def test_a_change_that_the_deleter_had_seen_does_not_keep_it(people):
    concept = people.ann.concept("FOIP")
    people.bob.merge(people.ann)
    people.bob.set(CONCEPT, concept, "definition", "Free and open")
    people.share()
    people.ann.delete(CONCEPT, concept)
    people.share()
    assert not people.bob.alive(CONCEPT, concept)
    assert people.bob.conflicts() == []


def test_a_note_on_what_another_deletes_keeps_it(people):
    highlight = people.ann.highlight(people.ann.source())
    people.share()
    people.ann.delete(HIGHLIGHT, highlight)
    people.bob.note(highlight)
    people.share()
    assert people.ann.alive(HIGHLIGHT, highlight)
    assert people.ann.conflicts() == [(highlight, "deleted", "deleted")]


def test_a_tag_on_what_another_deletes_keeps_it_and_the_concept(people):
    highlight, concept = people.ann.highlight(people.ann.source()), people.ann.concept("FOIP")
    people.share()
    people.ann.delete(HIGHLIGHT, highlight)
    people.ann.delete(CONCEPT, concept)
    people.bob.tag(highlight, concept)
    people.share()
    assert people.ann.alive(HIGHLIGHT, highlight)
    assert people.ann.alive(CONCEPT, concept)


def test_a_note_rewritten_on_what_another_deletes_keeps_it(people):
    highlight = people.ann.highlight(people.ann.source())
    note = people.ann.note(highlight, "First")
    people.share()
    people.ann.delete(HIGHLIGHT, highlight)
    people.bob.set(NOTE, note, "text", "Second")
    people.share()
    for person in (people.ann, people.bob):
        assert person.alive(HIGHLIGHT, highlight)
        assert person.conflicts() == [(highlight, "deleted", "deleted")]


@pytest.mark.parametrize("work", ["note", "rewritten", "tag", "quote"])
def test_work_on_a_highlight_in_a_source_that_another_deletes_keeps_it(people, work):
    source = people.ann.source()
    highlight, concept = people.ann.highlight(source), people.ann.concept("FOIP")
    note = people.ann.note(highlight, "First")
    people.share()
    people.ann.delete(SOURCE, source)
    match work:
        case "note":
            used = "note", people.bob.note(highlight, "Second")
        case "rewritten":
            people.bob.set(NOTE, note, "text", "Second")
            used = "note", note
        case "tag":
            used = "tagging", people.bob.tag(highlight, concept)
        case "quote":
            people.bob.set(HIGHLIGHT, highlight, "edited_quote", "[…]")
            used = "highlight", highlight
    people.share()
    for person in (people.ann, people.bob):
        assert shown(person)
        assert person.alive(SOURCE, source)
        assert person.conflicts() == [(source, "deleted", "deleted")]
        (told,) = conflicts(person.engine)
        assert [(head.kind, head.of) for head in told.heads] == [("used", used), ("deleted", ("source", source))]


def test_work_in_a_source_that_its_deleter_knew_does_not_keep_it(people):
    source = people.ann.source()
    highlight = people.ann.highlight(source)
    note = people.ann.note(highlight, "First")
    people.bob.merge(people.ann)
    people.bob.set(NOTE, note, "text", "Second")
    people.bob.tag(highlight, people.bob.concept("FOIP"))
    people.share()
    people.ann.delete(SOURCE, source)
    people.share()
    for person in (people.ann, people.bob):
        assert not person.alive(SOURCE, source)
        assert person.conflicts() == []


def test_of_what_is_new_in_a_deleted_source_the_highlight_alone_is_told(people):
    source = people.ann.source()
    people.share()
    people.ann.delete(SOURCE, source)
    highlight = people.bob.highlight(source)
    people.bob.note(highlight, "New")
    people.share()
    (told,) = conflicts(people.ann.engine)
    assert [head.of for head in told.heads] == [("highlight", highlight), ("source", source)]


def test_a_highlight_in_a_source_that_another_deletes_keeps_it(people):
    source = people.ann.source()
    people.share()
    people.ann.delete(SOURCE, source)
    people.bob.highlight(source)
    people.share()
    assert people.ann.alive(SOURCE, source)


def test_a_source_linked_to_a_reference_that_another_deletes_keeps_it(people):
    source = people.ann.source()
    reference = people.ann.reference(source)
    people.share()
    people.ann.set(SOURCE, source, "reference", None)
    people.ann.delete(REFERENCE, reference)
    other = people.bob.source("b")
    people.bob.set(SOURCE, other, "reference", reference)
    people.share()
    assert people.ann.alive(REFERENCE, reference)


def test_a_note_that_was_known_does_not_keep_it(people):
    highlight = people.ann.highlight(people.ann.source())
    people.bob.merge(people.ann)
    people.bob.note(highlight)
    people.share()
    people.ann.delete(HIGHLIGHT, highlight)
    people.share()
    assert not people.bob.alive(HIGHLIGHT, highlight)
    assert people.bob.conflicts() == []


def test_what_keeps_a_thing_gone_too_lets_it_go(people):
    """A tag by somebody else brought the highlight back; taken away again, the deletion holds."""
    highlight, concept = people.ann.highlight(people.ann.source()), people.ann.concept("FOIP")
    people.share()
    people.ann.delete(HIGHLIGHT, highlight)
    tagging = people.bob.tag(highlight, concept)
    people.share()
    people.bob.set(TAGGING, tagging, "present", False)
    people.share()
    assert not people.ann.alive(HIGHLIGHT, highlight)
    assert people.ann.conflicts() == []


def test_deleting_takes_nothing_along(people):
    source = people.ann.source()
    highlight = people.ann.highlight(source)
    note = people.ann.note(highlight)
    people.ann.delete(SOURCE, source)
    assert people.ann.alive(HIGHLIGHT, highlight)
    assert people.ann.alive(NOTE, note)
    assert shown(people.ann) == []


def test_undo_brings_back_what_was_deleted_with_all_that_hung_on_it(people):
    source = people.ann.source()
    people.ann.note(people.ann.highlight(source, "Free and open"))
    people.ann.delete(SOURCE, source)
    people.ann.undo()
    assert shown(people.ann) == ["Free and open"]
    assert [note.text for note in highlights(people.ann.engine)[0].notes] == ["A note"]


def test_importing_a_deleted_source_again_brings_back_its_highlights(people):
    source = people.ann.source("a")
    people.ann.highlight(source, "Free and open")
    people.ann.delete(SOURCE, source)
    assert people.ann.source("a") == source
    assert shown(people.ann) == ["Free and open"]
    assert people.ann.conflicts() == []


def test_a_deletion_knows_what_its_own_action_said(people):
    concept = people.ann.concept("FOIP")
    with people.ann.action():
        people.ann.set(CONCEPT, concept, "definition", "old")
        people.ann.label(concept, "quad")
        people.ann.delete(CONCEPT, concept)
    assert not people.ann.alive(CONCEPT, concept)
    assert people.ann.conflicts() == []


def test_a_thing_made_and_deleted_in_one_action_is_not_there_after_undo(people):
    with people.ann.action():
        concept = people.ann.concept("FOIP")
        people.ann.delete(CONCEPT, concept)
    assert not people.ann.alive(CONCEPT, concept)
    people.ann.undo()
    assert not people.ann.alive(CONCEPT, concept)


def test_a_deletion_and_a_revival_made_apart_are_a_conflict_and_it_stays(people):
    source = people.ann.source()
    people.share()
    people.ann.delete(SOURCE, source)
    people.share()
    people.ann.delete(SOURCE, source)
    people.bob.set(SOURCE, source, "deleted", False)
    people.cleo.merge(people.ann)
    people.cleo.set(SOURCE, source, "deleted", False)
    people.cleo.delete(SOURCE, source)
    people.share()
    assert people.ann.alive(SOURCE, source)
    assert people.ann.conflicts() == [(source, "deleted", "deleted")]


def test_delete_revive_and_annotate_agree_in_every_order(people):
    """The four things people do to one highlight apart, merged in different orders."""
    highlight = people.ann.highlight(people.ann.source())
    people.share()
    people.ann.delete(HIGHLIGHT, highlight)
    people.bob.note(highlight)
    people.cleo.set(HIGHLIGHT, highlight, "colour", "red")
    people.dan.delete(HIGHLIGHT, highlight)
    people.dan.undo()
    people.ann.merge(people.bob, people.cleo, people.dan)
    people.dan.merge(people.cleo, people.bob)
    people.dan.merge(people.ann)
    for person in (people.ann, people.dan):
        assert person.alive(HIGHLIGHT, highlight)
        assert (highlight, "deleted", "deleted") in person.conflicts()


def _apart(people):
    """Of a highlight that all know: Ann deletes it, Bob annotates it, Cleo edits it, Dan deletes and revives it."""
    highlight = people.ann.highlight(people.ann.source())
    concept = people.ann.concept("FOIP")
    people.share()
    before = copy_of(people.ann.engine)
    people.ann.delete(HIGHLIGHT, highlight)
    people.bob.note(highlight)
    people.cleo.set(HIGHLIGHT, highlight, "colour", "red")
    people.dan.delete(HIGHLIGHT, highlight)
    people.dan.set(HIGHLIGHT, highlight, "deleted", False)
    people.dan.tag(highlight, concept)
    return highlight, before, {person: getattr(people, person).engine for person in ("ann", "bob", "cleo", "dan")}


def test_whatever_comes_first_all_orders_end_alike(people):
    _highlight, before, engines = _apart(people)
    ends = [dump(united(before, *order)) for order in permutations(engines.values())]
    assert all(end == ends[0] for end in ends)
    pairs = [
        united(united(before, a, b), united(before, c, d)) for a, b, c, d in [*permutations(engines.values())][::4]
    ]
    assert all(dump(pair) == ends[0] for pair in pairs)


@pytest.mark.parametrize("many", range(5))
def test_what_the_deleter_had_not_seen_keeps_it_whoever_came_first_and_nothing_else_does(people, many):
    highlight, before, engines = _apart(people)
    for chosen in combinations(engines, many):
        for order in permutations(chosen):
            library = united(before, *(engines[name] for name in order))
            alive = bool(library.value("select alive from highlight where id=?", (bytes.fromhex(highlight),)))
            assert alive == (chosen != ("ann",))
            contested = library.rows("select entity from conflict where kind='deleted'")
            assert bool(contested) == ("ann" in chosen and len(chosen) > 1)
