"""The history by person and day, earlier values, and undoing one action in the middle."""

import pytest
from colleagues import merge

from commonplace.library.concept_details import colour_concept, define_concept
from commonplace.library.concepts import add_concept, list_concepts, move_concept, rename_concept
from commonplace.library.conflicts import list_conflicts
from commonplace.library.highlighting import delete, highlight_all, marked, tag, untag, write_note
from commonplace.library.highlights import Filter, list_highlights
from commonplace.library.past import past, past_of, restore, undo_action
from commonplace.library.quoting import edit_quote
from commonplace.library.sources import list_sources
from commonplace.library.upkeep import redo, undo, undo_labels
from core.errors import NotDoneError, UnknownNameError
from db.check import dump
from db.sources import sources


def colours(library):
    return [concept.colour for concept in list_concepts(library)]


def said(library, id, register):
    return [
        (one.value, one.standing) for step in past_of(library, id) for one in step.values if one.register == register
    ]


def version(library, id, register, value):
    return next(
        one.version
        for step in past_of(library, id)
        for one in step.values
        if (one.register, one.value) == (register, value)
    )


def action(library, label):
    return next(step.id for step in past(library) if step.label == label and not step.undoes)


# History


def test_the_history_is_filtered_by_person_and_day(library, colleagues):
    add_concept(library, "FOIP")
    bob = colleagues.join("bob")
    add_concept(bob, "Quad")
    merge(library, bob)
    assert {step.label for step in past(library)} >= {"Add concept FOIP", "Add concept Quad"}
    assert [step.label for step in past(library, person="bob")] == ["Add concept Quad"]
    day = past(library)[0].at[:10]
    assert past(library, day=day) == [step for step in past(library) if step.at.startswith(day)]
    assert past(library, person="Ann", day="1999-12-31") == []
    for wrong in ({"person": "Nobody"}, {"day": "yesterday"}, {"day": "2024-13-01"}):
        with pytest.raises(UnknownNameError):
            past(library, **wrong)


def test_every_earlier_value_is_there_with_who_and_when(library, sea, mark):
    id = mark(sea, "counterstrike appears twice").id
    for text in ("one", "two", ""):
        edit_quote(library, id, text)
    assert [value for value, _ in said(library, id, "edited_quote")] == ["nothing", "two", "one"]
    steps = [step for step in past_of(library, id) if any(one.register == "edited_quote" for one in step.values)]
    assert all(step.person == "Ann" and step.at.endswith("Z") for step in steps)


def test_what_hangs_on_a_highlight_belongs_to_its_history(library, sea, mark):
    id = mark(sea, "counterstrike appears twice", concepts=("FOIP",), note="first").id
    write_note(library, id, "second")
    untag(library, id, ["FOIP"])
    assert [value for value, _ in said(library, id, "text")] == ["second", "first"]
    assert [value for value, _ in said(library, id, "present")] == ["not tagged", "tagged"]


# Going back


def test_any_earlier_value_comes_back_and_undo_takes_it_away(library, sea, mark):
    id = mark(sea, "counterstrike appears twice").id
    for text in ("one", "two", "three"):
        edit_quote(library, id, text)
    done = restore(library, id, "edited_quote", version(library, id, "edited_quote", "one")[:8])
    assert (done.value, done.changed) == ("one", True)
    assert list_highlights(library, Filter())[0].quote == "one"
    assert not restore(library, id, "edited_quote", version(library, id, "edited_quote", "one")).changed
    undo(library)
    assert list_highlights(library, Filter())[0].quote == "three"


def test_a_note_and_a_deletion_go_back_too(library, sea, mark):
    id = mark(sea, "counterstrike appears twice", note="first").id
    write_note(library, id, "second")
    note = next(one.thing for step in past_of(library, id) for one in step.values if one.register == "text")
    restore(library, note, "text", version(library, note, "text", "first"))
    assert list_highlights(library, Filter())[0].note == "first"
    delete(library, id)
    undo(library)
    delete(library, id)
    restore(library, id, "deleted", version(library, id, "deleted", "not deleted"))
    assert len(list_highlights(library, Filter())) == 1
    restore(library, id, "deleted", version(library, id, "deleted", "deleted"))
    assert list_highlights(library, Filter()) == []
    assert list_conflicts(library) == []


def test_a_first_value_is_one_of_them(library):
    add_concept(library, "Asia")
    id = add_concept(library, "Japan", parent="Asia").id
    move_concept(library, "Japan", None)
    restore(library, id, "parents", version(library, id, "parents", "under Asia"))
    assert [concept.path for concept in list_concepts(library)] == [("Asia",), ("Asia", "Japan")]


def test_what_was_never_said_cannot_come_back(library):
    id = add_concept(library, "FOIP", definition="Free and open").id
    right = version(library, id, "definition", "Free and open")
    for asked in (("zzzzzz", "definition", right), (id, "colour", right), (id, "definition", "abcdef")):
        with pytest.raises(UnknownNameError):
            restore(library, *asked)


def test_going_back_settles_a_conflict(library, colleagues):
    id = add_concept(library, "FOIP").id
    bob = colleagues.join("bob")
    define_concept(library, "FOIP", "one")
    define_concept(bob, "FOIP", "two")
    merge(library, bob)
    assert {value for value, standing in said(library, id, "definition") if standing} == {"one", "two"}
    restore(library, id, "definition", version(library, id, "definition", "one"))
    assert list_conflicts(library) == []
    assert list_concepts(library)[0].definition == "one"


# One action in the middle


def test_an_action_in_the_middle_is_taken_back_alone(library):
    for name in ("FOIP", "Quad"):
        add_concept(library, name)
    colour_concept(library, "FOIP", "#112233")
    define_concept(library, "Quad", "Four")
    done = undo_action(library, action(library, "Colour concept FOIP")[:10])
    assert done.label == "Colour concept FOIP"
    assert colours(library) == ["", ""]
    assert [concept.definition for concept in list_concepts(library)] == ["", "Four"]
    redo(library)
    assert colours(library) == ["#112233", ""]
    assert undo_labels(library)[0] == "Colour concept FOIP"


def test_one_that_something_builds_on_is_refused_and_says_what(library, sea, mark):
    add_concept(library, "FOIP")
    colour_concept(library, "FOIP", "#112233")
    colour_concept(library, "FOIP", "#445566")
    mark(sea, "counterstrike appears twice", concepts=("FOIP",))
    before = dump(library.engine)
    with pytest.raises(NotDoneError) as failure:
        undo_action(library, past(library)[2].id)
    assert "Colour concept FOIP" in failure.value.message
    assert failure.value.code == "built-on"
    with pytest.raises(NotDoneError) as failure:
        undo_action(library, action(library, "Add concept FOIP"))
    assert "Highlight in sea.txt" in failure.value.message
    with pytest.raises(NotDoneError):
        undo_action(library, action(library, "Import sea.txt"))
    assert dump(library.engine) == before


def test_when_what_built_on_it_is_taken_back_it_can_be(library, sea, mark):
    add_concept(library, "FOIP")
    colour_concept(library, "FOIP", "#112233")
    mark(sea, "counterstrike appears twice", concepts=("FOIP",))
    undo(library)
    undo_action(library, action(library, "Colour concept FOIP"))
    undo_action(library, action(library, "Add concept FOIP"))
    assert list_concepts(library) == []


def test_a_child_builds_on_its_parent_and_sameness_on_both(library):
    add_concept(library, "Asia")
    add_concept(library, "Japan", parent="Asia")
    with pytest.raises(NotDoneError) as failure:
        undo_action(library, action(library, "Add concept Asia"))
    assert "Add concept Japan" in failure.value.message
    move_concept(library, "Japan", None)
    undo_action(library, action(library, "Add concept Asia"))
    assert [concept.name for concept in list_concepts(library)] == ["Japan"]


def test_a_rename_in_the_middle(library, sea, mark):
    add_concept(library, "FOIP")
    rename_concept(library, "FOIP", "Open Sea")
    line = mark(sea, "counterstrike appears twice", concepts=("Open Sea",))
    undo_action(library, action(library, "Rename concept FOIP to Open Sea"))
    assert list_highlights(library, Filter())[0].concepts == ("FOIP",)
    assert line.concepts == ("Open Sea",)


def test_what_is_taken_back_is_not_taken_back_twice(library):
    add_concept(library, "FOIP")
    one = action(library, "Add concept FOIP")
    undo(library)
    with pytest.raises(NotDoneError) as failure:
        undo_action(library, one)
    assert failure.value.code == "undone"
    redo(library)
    undo_action(library, one)
    assert list_concepts(library) == []
    redo(library)
    assert len(list_concepts(library)) == 1
    undo(library)
    assert list_concepts(library) == []


def test_an_undo_in_the_middle_is_taken_back_itself(library):
    add_concept(library, "FOIP")
    undo(library)
    add_concept(library, "Quad")
    again = next(step.id for step in past(library) if step.undoes)
    undo_action(library, again)
    assert {concept.name for concept in list_concepts(library)} == {"FOIP", "Quad"}


def test_a_colleagues_action_can_be_taken_back_and_brought_back(library, colleagues, sea):
    bob = colleagues.join("bob")
    facts = sources(bob.engine, [sea])[0]
    highlight_all(bob, [marked(bob, facts, ["a last resort"], (), "")], "Bob marks")
    merge(library, bob)
    assert len(list_highlights(library, Filter())) == 1
    undo_action(library, action(library, "Bob marks"))
    assert list_highlights(library, Filter()) == []
    assert undo_labels(library)[0] == "Bob marks"
    undo(library)
    assert len(list_highlights(library, Filter())) == 1
    redo(library)
    assert list_highlights(library, Filter()) == []
    merge(bob, library)
    assert list_highlights(bob, Filter()) == []


def test_a_deletion_in_the_middle_comes_back_with_all_on_it(library, sea, mark):
    id = mark(sea, "counterstrike appears twice", note="kept").id
    delete(library, id)
    add_concept(library, "FOIP")
    undo_action(library, action(library, "Delete a highlight"))
    assert list_highlights(library, Filter())[0].note == "kept"
    assert list_sources(library)[0].highlights == 1
    tag(library, id, ["FOIP"])


def test_no_actions_id_is_unknown(library):
    for name in ("", "abc", "zzzzzz", "abcdef", "%%%%%%"):
        with pytest.raises(UnknownNameError):
            undo_action(library, name)


def test_a_concept_and_a_reference_are_found_by_their_names(library, sea):
    add_concept(library, "FOIP")
    rename_concept(library, "FOIP", "Indo-Pacific")
    assert said(library, "indo-pacific", "name") == [("Indo-Pacific", True), ("FOIP", False)]
    restore(library, "Indo-Pacific", "name", version(library, "Indo-Pacific", "name", "FOIP"))
    assert list_concepts(library)[0].name == "FOIP"
    (source,) = list_sources(library)[:1]
    assert past_of(library, source.citekey)
    with pytest.raises(UnknownNameError, match="called so"):
        past_of(library, "Nowhere")


def test_the_past_of_what_two_people_made_is_one_and_goes_back_as_one(library, colleagues, sea):
    bob = colleagues.join("bob")
    add_concept(library, "FOIP")
    add_concept(bob, "foip")
    define_concept(bob, "foip", "Bob's words")
    merge(library, bob)
    for name in ("foip", list_concepts(library)[0].id):
        steps = past_of(library, name)
        assert [step.at for step in steps] == sorted((step.at for step in steps), reverse=True)
        assert {step.person for step in steps} == {"Ann", "Bob"}
        assert ("Bob's words", True) in said(library, name, "definition")
    rename_concept(library, "foip", "Indo-Pacific")
    restore(library, "Indo-Pacific", "name", version(library, "Indo-Pacific", "name", "FOIP"))
    assert [concept.name for concept in list_concepts(library)] == ["FOIP"]
    define_concept(library, "FOIP", "Ann's words")
    restore(library, "FOIP", "definition", version(library, "FOIP", "definition", "Bob's words"))
    assert [concept.definition for concept in list_concepts(library)] == ["Bob's words"]
    assert list_conflicts(library) == []


def test_what_a_step_back_is_called_quotes_nothing(library, sea, mark):
    """The label goes along with the action in every package."""
    id = mark(sea, "counterstrike appears twice").id
    for words in ("first words", "second words"):
        write_note(library, id, words)
    (note,) = {one.thing for step in past_of(library, id) for one in step.values if one.register == "text"}
    restore(library, note, "text", version(library, note, "text", "first words"))
    assert past(library)[0].label == "Go back to an earlier text of the note"


def test_the_name_that_a_concept_was_made_with_is_an_earlier_value_too(library):
    add_concept(library, "FOIP")
    assert said(library, "FOIP", "name") == [("FOIP", True)]
    rename_concept(library, "FOIP", "Indo-Pacific")
    undo(library)
    assert [value for value, _ in said(library, "FOIP", "name")] == ["FOIP", "Indo-Pacific", "FOIP"]
