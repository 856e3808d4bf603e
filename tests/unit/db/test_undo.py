"""Undo and redo: the newest own step, as a step of its own, with the same values and conflicts as before."""

import pytest
from ledgers import package, visible

from core.errors import NotDoneError
from db.history import history
from db.kinds import CONCEPT, HIGHLIGHT, REFERENCE, TAGGING
from db.undo import undo_state


def colour(person, concept):
    return person.value(concept, "colour")


def conflicting(people):
    concept = people.ann.concept("FOIP")
    people.share()
    people.ann.set(CONCEPT, concept, "colour", "red")
    people.bob.set(CONCEPT, concept, "colour", "blue")
    people.share()
    return concept


def test_undo_gives_back_what_was_there(people):
    concept = people.ann.concept("FOIP")
    people.ann.set(CONCEPT, concept, "colour", "red")
    people.ann.set(CONCEPT, concept, "colour", "blue")
    for expected in ("red", None):
        people.ann.undo()
        assert colour(people.ann, concept) == expected
    people.ann.undo()
    assert not people.ann.alive(CONCEPT, concept)
    for expected in (None, "red", "blue"):
        people.ann.redo()
        assert people.ann.alive(CONCEPT, concept)
        assert colour(people.ann, concept) == expected


def test_undo_and_redo_name_what_they_take_back(people):
    people.ann.concept("FOIP")
    state = undo_state(people.ann.engine, people.ann.writer.installation)
    assert state.undo.label == "Add FOIP"
    assert state.redo is None
    label, changes = people.ann.undo()
    assert label == "Add FOIP"
    assert changes.touched.keys() == {"concept"}
    state = undo_state(people.ann.engine, people.ann.writer.installation)
    assert state.undo is None
    assert state.redo.label == "Add FOIP"


def test_with_nothing_to_undo_or_redo_it_says_so(people):
    with pytest.raises(NotDoneError) as said:
        people.ann.undo()
    assert said.value.code == "nothing-to-undo"
    people.ann.concept("FOIP")
    with pytest.raises(NotDoneError) as said:
        people.ann.redo()
    assert said.value.code == "nothing-to-redo"


def test_a_new_step_ends_what_could_be_redone(people):
    concept = people.ann.concept("FOIP")
    people.ann.set(CONCEPT, concept, "colour", "red")
    people.ann.undo()
    people.ann.set(CONCEPT, concept, "colour", "blue")
    with pytest.raises(NotDoneError):
        people.ann.redo()
    people.ann.undo()
    assert colour(people.ann, concept) is None


def test_undo_and_redo_may_go_back_and_forth(people):
    concept = people.ann.concept("FOIP")
    people.ann.set(CONCEPT, concept, "colour", "red")
    for _ in range(30):
        people.ann.undo()
        assert colour(people.ann, concept) is None
        people.ann.redo()
        assert colour(people.ann, concept) == "red"


def test_a_step_of_many_changes_goes_back_as_one(people):
    before = visible(people.ann.engine)
    with people.ann.action():
        highlight = people.ann.highlight(people.ann.source())
        people.ann.tag(highlight, people.ann.concept("FOIP"))
        people.ann.note(highlight)
    after = visible(people.ann.engine)
    people.ann.undo()
    assert visible(people.ann.engine) == before
    people.ann.redo()
    assert visible(people.ann.engine) == after


def test_undo_leaves_alone_what_others_did(people):
    people.bob.concept("Quad")
    concept = people.ann.concept("FOIP")
    people.share()
    people.ann.undo()
    assert not people.ann.alive(CONCEPT, concept)
    assert people.ann.engine.rows("select name from concept where alive") == [("Quad",)]
    with pytest.raises(NotDoneError):
        people.ann.undo()


def test_what_a_colleague_built_on_my_change_survives_my_undo(people):
    concept = people.ann.concept("FOIP")
    people.ann.set(CONCEPT, concept, "colour", "red")
    people.bob.merge(people.ann)
    people.bob.set(CONCEPT, concept, "colour", "blue")
    people.ann.merge(people.bob)
    people.ann.undo()
    assert colour(people.ann, concept) == "blue"
    assert people.ann.conflicts() == []


def test_undo_passes_a_step_of_which_nothing_is_left(people):
    """A colleague built on all of it; the next undo takes the step before."""
    concept = people.ann.concept("FOIP")
    people.ann.set(CONCEPT, concept, "colour", "red")
    people.bob.merge(people.ann)
    people.bob.set(CONCEPT, concept, "colour", "blue")
    people.ann.merge(people.bob)
    assert people.ann.undo()[0] == "Set colour"
    assert people.ann.undo()[0] == "Add FOIP"
    assert people.ann.redo()[0] == "Add FOIP"
    assert people.ann.redo()[0] == "Set colour"


def test_undoing_a_settlement_brings_the_conflict_back_as_it_was(people):
    concept = conflicting(people)
    before = visible(people.ann.engine)
    people.ann.set(CONCEPT, concept, "colour", "green")
    people.ann.undo()
    assert visible(people.ann.engine) == before
    assert colour(people.ann, concept) == "blue"
    people.share()
    for person in (people.ann, people.bob):
        assert person.head_values(concept, "colour") == ['"blue"', '"red"']
        assert colour(person, concept) == "blue"


def test_the_version_shown_after_undo_is_the_one_shown_before_whatever_the_ids(people):
    """Versions given back share their action's clock; their own ids must not decide which of them is shown."""
    for attempt in range(8):
        concept = people.ann.concept(f"Concept {attempt}")
        people.share("ann", "bob")
        people.ann.set(CONCEPT, concept, "colour", f"a{attempt}")
        people.bob.set(CONCEPT, concept, "colour", f"b{attempt}")
        people.share("ann", "bob")
        people.ann.set(CONCEPT, concept, "colour", "settled")
        people.ann.undo()
        assert colour(people.ann, concept) == f"b{attempt}"


def test_redoing_a_settlement_settles_again(people):
    concept = conflicting(people)
    people.ann.set(CONCEPT, concept, "colour", "green")
    people.ann.undo()
    people.ann.redo()
    assert people.ann.conflicts() == []
    assert colour(people.ann, concept) == "green"


def test_undoing_a_change_keeps_the_order_in_which_circles_are_broken(people):
    """A parent that is given back counts from when it was given, or another edge would fall out of the tree."""
    a, b, c = (people.ann.concept(name) for name in "abc")
    people.share()
    people.ann.set(CONCEPT, a, "parents", [b])
    people.bob.set(CONCEPT, b, "parents", [a])
    people.share()
    before = visible(people.ann.engine)
    people.ann.set(CONCEPT, a, "parents", [c])
    people.ann.undo()
    assert visible(people.ann.engine) == before


def test_undoing_a_revival_brings_the_used_after_deleted_conflict_back(people):
    concept = people.ann.concept("FOIP")
    people.share()
    people.ann.delete(CONCEPT, concept)
    people.bob.set(CONCEPT, concept, "colour", "blue")
    people.share()
    before = visible(people.ann.engine)
    people.ann.set(CONCEPT, concept, "deleted", False)
    assert people.ann.conflicts() == []
    people.ann.set(CONCEPT, concept, "colour", "red")
    people.ann.undo()
    people.ann.undo()
    assert visible(people.ann.engine) == before


def test_a_deletion_redone_after_other_undos_deletes(people):
    concept = people.ann.concept("FOIP")
    people.ann.set(CONCEPT, concept, "colour", "red")
    people.ann.delete(CONCEPT, concept)
    people.ann.undo()
    people.ann.undo()
    people.ann.redo()
    people.ann.redo()
    assert not people.ann.alive(CONCEPT, concept)
    assert people.ann.conflicts() == []


def test_making_what_somebody_else_made_too_is_undone_for_oneself_only(people):
    people.ann.source("a")
    source = people.bob.source("a")
    people.ann.merge(people.bob)
    people.ann.undo()
    assert people.ann.engine.value("select alive from source where id=?", (bytes.fromhex(source),)) == 1


def test_undoing_making_deleting_and_undoing_goes_back_to_nothing(people):
    concept = people.ann.concept("FOIP")
    people.ann.delete(CONCEPT, concept)
    people.ann.undo()
    people.ann.undo()
    assert not people.ann.alive(CONCEPT, concept)


def test_undo_is_each_installations_own(people, clock):
    """The same person at another desk does not take back what was done at this one."""
    from ledgers import Person

    elsewhere = Person("ann", people.bob.engine, clock)
    elsewhere.writer = type(elsewhere.writer)("ann", "Ann", b"ann-home")
    people.ann.concept("FOIP")
    people.bob.merge(people.ann)
    with pytest.raises(NotDoneError):
        elsewhere.undo()


def test_undo_works_when_the_clock_was_set_back(people, clock):
    concept = people.ann.concept("FOIP")
    people.ann.set(CONCEPT, concept, "colour", "red")
    clock.advance(days=-4000)
    people.ann.set(CONCEPT, concept, "colour", "blue")
    people.ann.undo()
    assert colour(people.ann, concept) == "red"
    people.ann.undo()
    assert colour(people.ann, concept) is None


def test_tagging_untagging_and_undoing(people):
    highlight, concept = people.ann.highlight(people.ann.source()), people.ann.concept("FOIP")
    tagging = people.ann.tag(highlight, concept)
    people.ann.set(TAGGING, tagging, "present", False)
    people.ann.undo()
    assert people.ann.alive(TAGGING, tagging)
    people.ann.undo()
    assert not people.ann.alive(TAGGING, tagging)
    assert people.ann.alive(HIGHLIGHT, highlight)


def test_an_action_that_says_nothing_in_the_end_is_no_step(people):
    concept = people.ann.concept("FOIP")
    with people.ann.action("Nothing"):
        people.ann.set(CONCEPT, concept, "colour", "red")
        people.ann.set(CONCEPT, concept, "colour", None)
    assert people.ann.undo()[0] == "Add FOIP"


def test_history_shows_what_was_taken_back(people):
    concept = people.ann.concept("FOIP")
    people.ann.set(CONCEPT, concept, "colour", "red")
    people.ann.undo()
    steps = [(step.label, step.undone, bool(step.undoes)) for step in history(people.ann.engine)]
    assert steps == [("Set colour", False, True), ("Set colour", True, False), ("Add FOIP", False, False)]
    people.ann.redo()
    assert [step.undone for step in history(people.ann.engine)] == [False, True, False, False]


def test_history_of_one_thing_names_what_was_said_of_it(people):
    highlight = people.ann.highlight(people.ann.source())
    people.ann.note(highlight)
    people.ann.tag(highlight, people.ann.concept("FOIP"))
    people.ann.source("b")
    labels = [step.label for step in history(people.ann.engine, highlight)]
    assert labels == ["Tag", "Note", "Highlight"]


def test_an_undone_field_is_as_if_it_had_never_been_said(people):
    reference = people.ann.reference(people.ann.source(), "Abe2016")
    before = visible(people.ann.engine)
    people.ann.set(REFERENCE, reference, "field:title", "Speech")
    people.ann.undo()
    assert visible(people.ann.engine) == before


def test_undoing_a_step_that_made_a_thing_and_deleted_what_hung_on_it(people):
    """What comes back with the undo does not keep what goes with it; a part may hold a highlight without its source."""
    source = people.ann.source("a")
    highlight = people.ann.highlight(source)
    people.bob.merge(package(people.ann.engine, [bytes.fromhex(highlight)]))
    before = visible(people.bob.engine)
    with people.bob.action():
        people.bob.delete(HIGHLIGHT, highlight)
        people.bob.source("a")
    people.bob.undo()
    assert visible(people.bob.engine) == before
