"""Highlights in several layers: no conflict between layers, one in each, and the row follows what the source shows."""

from ledgers import add_text

from db.conflicts import conflicts
from db.kinds import HIGHLIGHT, SOURCE
from db.things import load_one


def begin(people):
    """Make a source with two texts that Ann and Bob have, shown in the first, and a highlight in it."""
    ann = people.ann
    source = ann.source()
    first, second = (add_text(ann.engine, source, name) for name in ("plain 1", "plain 2"))
    ann.set(SOURCE, source, "layer", first)
    highlight = ann.highlight(source)
    ann.anchor(highlight, source, first, 1)
    people.share("ann", "bob")
    return source, first, second, highlight


def test_places_in_different_layers_are_no_conflict(people):
    source, first, second, highlight = begin(people)
    people.ann.anchor(highlight, source, first, 2)
    people.bob.anchor(highlight, source, second, 7)
    people.share("ann", "bob")
    for person in (people.ann, people.bob):
        assert person.conflicts() == []
        assert person.stands(highlight) == (source, first, [(2, 6)])


def test_places_in_one_layer_are_a_conflict(people):
    source, first, second, highlight = begin(people)
    people.ann.anchor(highlight, source, second, 3)
    people.ann.anchor(highlight, source, first, 2)
    people.bob.anchor(highlight, source, first, 7)
    people.share("ann", "bob")
    assert people.ann.conflicts() == [(highlight, "anchor", "values")]
    thing = load_one(people.ann.engine, bytes.fromhex(highlight))
    assert len(thing.heads("anchor")) == 4
    assert len(thing.disagreeing("anchor")) == 2
    assert people.ann.stands(highlight) == (source, first, [(7, 11)])


def test_a_place_that_an_undo_took_back_is_no_side_of_a_conflict(people):
    source, first, second, highlight = begin(people)
    people.ann.anchor(highlight, source, first, 2)
    people.bob.anchor(highlight, source, first, 7)
    people.share("ann", "bob")
    (before,) = conflicts(people.ann.engine)
    people.ann.anchor(highlight, source, second, 3)
    people.ann.undo()
    (after,) = conflicts(people.ann.engine)
    assert after == before
    assert [head.value["ranges"] for head in after.heads if head.shown] == [[[7, 11]]]


def test_settling_a_conflict_leaves_the_place_in_another_layer_alone(people):
    source, first, second, highlight = begin(people)
    people.ann.anchor(highlight, source, second, 3)
    people.share("ann", "bob")
    people.ann.anchor(highlight, source, first, 2)
    people.bob.anchor(highlight, source, first, 7)
    people.share("ann", "bob")
    people.ann.anchor(highlight, source, first, 2)
    assert people.ann.conflicts() == []
    assert people.ann.stands(highlight) == (source, first, [(2, 6)])
    people.ann.set(SOURCE, source, "layer", second)
    assert people.ann.stands(highlight) == (source, second, [(3, 7)])


def test_the_row_follows_the_layer_that_the_source_shows(people):
    source, first, second, highlight = begin(people)
    people.ann.anchor(highlight, source, second, 3)
    assert people.ann.stands(highlight) == (source, first, [(1, 5)])
    people.ann.set(SOURCE, source, "layer", second)
    assert people.ann.stands(highlight) == (source, second, [(3, 7)])
    people.ann.undo()
    assert people.ann.stands(highlight) == (source, first, [(1, 5)])


def test_undo_takes_a_place_away_and_redo_brings_it_back(people):
    source, first, second, highlight = begin(people)
    people.ann.set(SOURCE, source, "layer", second)
    people.ann.anchor(highlight, source, second, 3)
    assert people.ann.stands(highlight) == (source, second, [(3, 7)])
    people.ann.undo()
    assert people.ann.stands(highlight) == (source, first, [(1, 5)])
    people.ann.redo()
    assert people.ann.stands(highlight) == (source, second, [(3, 7)])


def test_without_a_place_in_the_shown_layer_the_newest_counts(people):
    source, _first, second, highlight = begin(people)
    third = add_text(people.ann.engine, source, "plain 3")
    people.ann.anchor(highlight, source, second, 3)
    people.ann.set(SOURCE, source, "layer", third)
    assert people.ann.stands(highlight) == (source, second, [(3, 7)])


def test_a_later_version_of_a_source_shows_what_was_found_in_it(people):
    source, first, _, highlight = begin(people)
    later = people.ann.source("b")
    layer = add_text(people.ann.engine, later, "plain 1")
    people.ann.anchor(highlight, later, layer, 4)
    people.bob.anchor(highlight, source, first, 2)
    people.share("ann", "bob")
    assert people.ann.stands(highlight) == (source, first, [(2, 6)])
    people.ann.set(SOURCE, later, "replaces", source)
    assert people.ann.stands(highlight) == (later, layer, [(4, 8)])
    people.ann.undo()
    assert people.ann.stands(highlight) == (source, first, [(2, 6)])
    people.ann.redo()
    people.ann.delete(SOURCE, later)
    assert people.ann.stands(highlight) == (source, first, [(2, 6)])


def test_a_copy_that_has_no_text_here_shows_nothing(people):
    source, first, _, highlight = begin(people)
    scan = people.bob.source("b")
    people.bob.merge(people.ann)
    people.bob.anchor(highlight, scan, "ab" * 32, 4)
    people.share("ann", "bob")
    assert people.ann.stands(highlight) == (source, first, [(1, 5)])


def test_a_source_stays_that_a_highlight_stands_in_although_it_is_shown_elsewhere(people):
    source, first, _, _ = begin(people)
    later = people.ann.source("b")
    layer = add_text(people.ann.engine, later, "plain 1")
    highlight = people.ann.highlight(source)
    people.ann.anchor(highlight, source, first, 1)
    people.ann.anchor(highlight, later, layer, 4)
    people.ann.set(SOURCE, later, "replaces", source)
    people.bob.delete(SOURCE, source)
    people.share("ann", "bob")
    assert people.bob.alive(SOURCE, source)
    assert (source, "deleted", "deleted") in people.bob.conflicts()


def test_a_place_that_is_there_already_records_nothing(people):
    source, first, second, highlight = begin(people)
    people.ann.anchor(highlight, source, second, 3)
    people.ann.anchor(highlight, source, first, 1)
    assert people.ann.engine.value("select count(*) from revision where field='anchor'") == 2


def test_a_deleter_who_knew_all_places_deletes(people):
    source, _, second, highlight = begin(people)
    people.ann.anchor(highlight, source, second, 3)
    people.ann.delete(HIGHLIGHT, highlight)
    assert not people.ann.alive(HIGHLIGHT, highlight)
    people.ann.delete(SOURCE, source)
    assert not people.ann.alive(SOURCE, source)


def test_without_a_choice_the_layer_of_the_newest_reader_is_shown(people):
    source = people.ann.source()
    newest = add_text(people.ann.engine, source, "plain 10")
    people.bob.source()
    add_text(people.bob.engine, source, "plain 9")
    people.share("ann", "bob")
    shown = [person.engine.value("select layer from source") for person in (people.ann, people.bob)]
    assert shown == [bytes.fromhex(newest)] * 2


def test_a_highlight_whose_places_were_all_taken_back_stands_where_it_stood_last(people):
    source, first, _, highlight = begin(people)
    people.ann.set(HIGHLIGHT, highlight, "anchor", None)
    assert people.ann.stands(highlight) == (source, first, [(1, 5)])
