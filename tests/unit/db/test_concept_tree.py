"""The concept tree: which concepts are one, which edges stand, and where circles are cut."""

from itertools import pairwise
from random import Random
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import NotDoneError
from db.concept_tree import Node, depth, grow, runs_in_a_circle
from db.concepts import concepts, concepts_named, subtree
from db.kinds import CONCEPT, LABEL, SAME
from db.same import shown_as_one


def paths(person):
    return [" > ".join(concept.path) for concept in concepts(person.engine)]


def node(name, *parents, at=0, alive=True, key=None):
    return Node(name.encode(), alive, key or name, tuple(p.encode() for p in parents), at, name.encode())


def edges(tree):
    return {(child.decode(), parent.decode()) for child, parent, _ in tree.edges}


def test_children_stand_below_their_parents_and_siblings_by_name(people):
    security = people.ann.concept("Security")
    people.ann.concept("FOIP", security)
    people.ann.concept("counterstrike", security)
    people.ann.concept("Quad")
    assert paths(people.ann) == ["Quad", "Security", "Security > counterstrike", "Security > FOIP"]


def test_a_parent_gathers_the_highlights_of_its_children_once(people):
    top = people.ann.concept("Security")
    one, other = people.ann.concept("FOIP", top), people.ann.concept("Quad", top)
    highlight = people.ann.highlight(people.ann.source())
    people.ann.tag(highlight, one)
    people.ann.tag(highlight, other)
    assert {concept.name: concept.highlights for concept in concepts(people.ann.engine)} == {
        "Security": 1, "FOIP": 1, "Quad": 1,
    }  # fmt: skip
    assert subtree(people.ann.engine, [top]) == {top, one, other}


def test_of_two_moves_that_close_a_circle_the_later_is_left_out_and_flagged(people):
    a, b = people.ann.concept("a"), people.ann.concept("b")
    people.share()
    people.ann.set(CONCEPT, a, "parents", [b])
    people.bob.set(CONCEPT, b, "parents", [a])
    people.share()
    for person in (people.ann, people.bob, people.cleo):
        assert paths(person) == ["b", "b > a"]
        assert person.conflicts() == [(b, "parents", "circle")]


def test_a_circle_is_cut_by_the_clock_in_whatever_order_the_moves_arrive(people):
    a, b, c = (people.ann.concept(name) for name in "abc")
    people.share()
    people.cleo.set(CONCEPT, c, "parents", [a])
    people.bob.set(CONCEPT, b, "parents", [c])
    people.ann.set(CONCEPT, a, "parents", [b])
    people.dan.merge(people.ann, people.bob, people.cleo)
    people.ann.merge(people.cleo, people.bob)
    assert paths(people.dan) == paths(people.ann) == ["a", "a > c", "a > c > b"]
    assert people.dan.conflicts() == people.ann.conflicts() == [(a, "parents", "circle")]


def test_taking_the_other_move_back_lets_the_edge_stand_again(people):
    a, b = people.ann.concept("a"), people.ann.concept("b")
    people.share()
    people.ann.set(CONCEPT, a, "parents", [b])
    people.bob.set(CONCEPT, b, "parents", [a])
    people.share()
    people.ann.undo()
    assert paths(people.ann) == ["a", "a > b"]
    assert people.ann.conflicts() == []


def test_a_concept_is_never_its_own_parent():
    tree = grow([node("a", "a")], [])
    assert edges(tree) == set()


def test_an_edge_to_a_deleted_concept_leads_on(people):
    top = people.ann.concept("Security")
    middle = people.ann.concept("Strategy", top)
    people.ann.concept("FOIP", middle)
    people.ann.delete(CONCEPT, middle)
    assert paths(people.ann) == ["Security", "Security > FOIP"]
    people.ann.undo()
    assert paths(people.ann) == ["Security", "Security > Strategy", "Security > Strategy > FOIP"]


def test_below_a_deleted_top_a_concept_is_a_top(people):
    top = people.ann.concept("Security")
    people.ann.concept("FOIP", top)
    people.ann.delete(CONCEPT, top)
    assert paths(people.ann) == ["FOIP"]


def test_concepts_of_one_folded_name_are_shown_as_one(people):
    one = people.ann.concept("FOIP")
    people.bob.concept("ｆｏｉｐ")
    people.ann.merge(people.bob)
    assert len(concepts(people.ann.engine)) == 1
    assert len(concepts_named(people.ann.engine, "Foip")) == 1
    highlight = people.ann.highlight(people.ann.source())
    people.ann.tag(highlight, one)
    assert concepts(people.ann.engine)[0].highlights == 1


def test_two_that_a_person_called_distinct_stay_two(people):
    """NSS is a strategy and a secretariat."""
    one, other = people.ann.concept("NSS"), people.bob.concept("NSS")
    people.ann.merge(people.bob)
    same = people.ann.same(one, other, False)
    assert len(concepts(people.ann.engine)) == 2
    assert sorted(concepts_named(people.ann.engine, "nss")) == sorted([one, other])
    people.ann.delete(SAME, same)
    assert len(concepts(people.ann.engine)) == 1


def test_two_that_a_person_called_the_same_are_one_and_the_other_name_is_an_alias(people):
    one, other = people.ann.concept("FOIP"), people.ann.concept("Free and Open Indo-Pacific")
    same = people.ann.same(one, other, True)
    (shown,) = concepts(people.ann.engine)
    assert {shown.name, *shown.aliases} == {"FOIP", "Free and Open Indo-Pacific"}
    people.ann.set(SAME, same, "present", False)
    assert len(concepts(people.ann.engine)) == 2


def test_what_was_called_the_same_can_be_taken_back(people):
    people.ann.same(people.ann.concept("FOIP"), people.ann.concept("Quad"), True)
    people.ann.undo()
    assert len(concepts(people.ann.engine)) == 2
    people.ann.redo()
    assert len(concepts(people.ann.engine)) == 1


def test_children_of_concepts_that_are_one_stand_together(people):
    one, other = people.ann.concept("Security"), people.bob.concept("security")
    people.ann.concept("FOIP", one)
    people.bob.concept("Quad", other)
    people.ann.merge(people.bob)
    top = concepts(people.ann.engine)[0].name
    assert paths(people.ann) == [top, f"{top} > FOIP", f"{top} > Quad"]


def test_renaming_a_concept_apart_makes_two_of_one(people):
    people.ann.concept("NSS")
    other = people.bob.concept("NSS")
    people.ann.merge(people.bob)
    people.ann.set(CONCEPT, other, "name", "National Security Secretariat")
    assert paths(people.ann) == ["National Security Secretariat", "NSS"]


def test_an_alias_leads_to_its_concept_until_it_is_taken_away(people):
    concept = people.ann.concept("FOIP")
    label = people.ann.label(concept, "自由で開かれたインド太平洋")
    assert concepts_named(people.ann.engine, "自由で開かれたインド太平洋") == [concept]
    people.ann.set(LABEL, label, "present", False)
    assert concepts_named(people.ann.engine, "自由で開かれたインド太平洋") == []


def test_a_name_goes_before_an_alias(people):
    foip, quad = people.ann.concept("FOIP"), people.ann.concept("Quad")
    people.ann.label(foip, "quad")
    assert concepts_named(people.ann.engine, "QUAD") == [quad]


_IDS = "abcde"
_NODES = st.lists(
    st.builds(
        lambda name, parents, at, alive, key: node(name, *parents, at=at, alive=alive, key=key),
        st.sampled_from(_IDS),
        st.lists(st.sampled_from(_IDS + "x"), max_size=3),
        st.integers(0, 3),
        st.booleans(),
        st.sampled_from(("k1", "k2", "k3")),
    ),
    unique_by=lambda one: one.id,
    max_size=5,
)
_SAID = st.lists(
    st.tuples(st.sampled_from(_IDS), st.sampled_from(_IDS), st.booleans()).map(
        lambda said: (said[0].encode(), said[1].encode(), said[2])
    ),
    max_size=3,
)


@given(_NODES, _SAID, st.randoms())
def test_the_tree_is_the_same_in_whatever_order_it_is_read_and_has_no_circle(nodes, said, random):
    tree = grow(nodes, said)
    shuffled = random.sample(nodes, len(nodes))
    assert grow(shuffled, random.sample(said, len(said))) == tree
    alive = {one.id for one in nodes if one.alive}
    assert set(tree.canonical) == alive
    for child, parent, _ in tree.edges:
        assert {child, parent} <= set(tree.canonical.values())
    reached = {id: {parent for child, parent, _ in tree.edges if child == id} for id in alive}
    for _ in nodes:
        for above in reached.values():
            above |= {higher for parent in set(above) for higher in reached.get(parent, ())}
    assert not any(id in above for id, above in reached.items())


_MANY = "abcdefgh"
_MUCH_SAID = st.lists(
    st.tuples(st.sampled_from(_MANY), st.sampled_from(_MANY), st.booleans()).map(
        lambda said: (said[0].encode(), said[1].encode(), said[2])
    ),
    max_size=8,
)


@given(st.lists(st.sampled_from(("k1", "k2")), min_size=8, max_size=8), _MUCH_SAID)
def test_those_of_one_name_are_joined_as_if_each_were_compared_with_each(keys, said):
    nodes = [node(id, key=key) for id, key in zip(_MANY, keys, strict=True)]
    pairs = [(a.id, b.id) for b in nodes for a in nodes if a.id < b.id and a.name_key == b.name_key]
    assert grow(nodes, said).canonical == shown_as_one([one.id for one in nodes], said, pairs)


def test_very_many_concepts_of_one_name_are_one_without_comparing_each_with_each():
    nodes = [node(f"{number:06}", key="the same") for number in range(100_000)]
    assert set(grow(nodes, []).canonical.values()) == {b"000000"}


def test_many_concepts_with_many_parents_in_circles_are_a_matter_of_seconds():
    chosen = Random(5)
    names = [f"{number:05}" for number in range(1_500)]
    nodes = [node(name, *chosen.sample(names, 30), at=at) for at, name in enumerate(names)]
    begun = process_time()
    tree = grow(nodes, [])
    assert process_time() - begun < 5
    assert len(tree.circles) > 1_000
    assert not runs_in_a_circle((child, parent) for child, parent, position in tree.edges[:300])


def test_a_very_long_chain_is_grown_or_refused_at_once():
    names = [f"{number:05}" for number in range(100_000)]
    chain = list(zip(names, ["", *names], strict=False))
    downwards = [node(name, *filter(None, (above,)), at=at) for at, (name, above) in enumerate(chain)]
    assert len(grow(downwards, []).edges) == 99_999
    upwards = [node(name, *filter(None, (above,)), at=-at) for at, (name, above) in enumerate(chain)]
    with pytest.raises(NotDoneError, match="too many ways"):
        grow(upwards, [])


def test_very_many_of_one_name_that_somebody_spoke_of_are_refused_at_once():
    nodes = [node(f"{number:05}", key="the same") for number in range(5_000)]
    said = [(one.id, other.id, False) for one, other in pairwise(nodes)]
    with pytest.raises(NotDoneError, match="too many ways"):
        grow(nodes, said)


def test_the_depth_of_a_tree_counts_the_first_parents(people):
    ann = people.ann
    assert depth(ann.engine) == 1
    top, beside = ann.concept("top"), ann.concept("beside")
    middle = ann.concept("middle", top, beside)
    low = ann.concept("low", beside, middle)
    assert depth(ann.engine) == 2
    ann.set(CONCEPT, low, "parents", [middle])
    assert depth(ann.engine) == 3
    ann.set(CONCEPT, top, "parents", [low])  # would close a circle
    assert depth(ann.engine) == 3
