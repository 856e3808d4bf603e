"""Taking back one action in the middle."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ledgers import Clock, Person, memory_library, visible

from core.errors import NotDoneError
from db import ledger
from db.kinds import CONCEPT
from db.undo_one import action_beginning, builds_on, undo_one


def take_back(person, label, nth=0):
    rows = person.engine.rows("select id from action where label=? and undoes is null order by at", (label,))
    undo_one(person.engine, person.writer, action_beginning(person.engine, rows[nth][0].hex()))


def test_what_others_built_on_is_refused(people):
    concept = people.ann.concept("FOIP")
    people.ann.set(CONCEPT, concept, "colour", "red")
    people.share()
    people.bob.set(CONCEPT, concept, "colour", "blue")
    people.share()
    before = visible(people.ann.engine)
    with pytest.raises(NotDoneError):
        take_back(people.ann, "Set colour")
    with pytest.raises(NotDoneError):
        take_back(people.ann, "Add FOIP")
    assert visible(people.ann.engine) == before


def test_of_two_that_stand_against_each_other_one_is_taken_back(people):
    concept = people.ann.concept("FOIP")
    people.share()
    people.ann.set(CONCEPT, concept, "colour", "red")
    people.bob.set(CONCEPT, concept, "colour", "blue")
    people.share()
    take_back(people.ann, "Set colour", 0)
    assert set(people.ann.head_values(concept, "colour")) == {"null", '"blue"'}


@given(st.lists(st.sampled_from(("colour", "definition", "name")), min_size=1, max_size=8), st.data())
def test_what_nothing_builds_on_goes_as_if_it_had_not_been(registers, data):
    """Taking a middle action back gives what all the others give; where one builds on it nothing changes."""
    real = ledger.time
    ledger.time = Clock()
    try:
        person, other = (Person("ann", memory_library(), ledger.time) for _ in range(2))
        left_out = data.draw(st.integers(0, len(registers) - 1))
        for one in (person, other):
            concept = one.concept("FOIP")
        for number, register in enumerate(registers):
            with person.action(f"step {number}"):
                person.set(CONCEPT, concept, register, str(number))
            if number != left_out:
                other.set(CONCEPT, concept, register, str(number))
        before = visible(person.engine)
        if registers[left_out] in registers[left_out + 1 :]:
            with pytest.raises(NotDoneError):
                take_back(person, f"step {left_out}")
            assert visible(person.engine) == before
        else:
            take_back(person, f"step {left_out}")
            assert visible(person.engine) == visible(other.engine)
            assert builds_on(person.engine, b"", set()) == set()
    finally:
        ledger.time = real
        person.engine.close()
        other.engine.close()
