"""Tags given and taken by the ids of concepts; what is said of concepts; passages for the clipboard."""

import pytest

from commonplace.library.concept_details import colour_concept, define_concept, name_concept_also, set_other_names
from commonplace.library.concepts import add_concept, concept_records, merge_concepts
from commonplace.library.copying import copied_highlight, copied_passage
from commonplace.library.highlighting import HighlightRequest, highlight
from commonplace.library.importing import import_paths
from commonplace.library.quoting import edit_quote
from commonplace.library.retagging import retag, tags_of
from commonplace.library.session import new_library
from commonplace.library.slots import choose_slot, chosen_slots
from commonplace.library.sources import list_sources
from commonplace.library.upkeep import undo, undo_labels
from core.errors import NotDoneError


@pytest.fixture
def library(tmp_path):
    (tmp_path / "sea.txt").write_text("On order\n\nThe sea is com-\nmon to all.\n", "utf-8")
    with new_library(tmp_path / "work.commonplace", "Aiko") as opened:
        list(import_paths(opened, [tmp_path / "sea.txt"]))
        yield opened


@pytest.fixture
def marked(library):
    (source,) = list_sources(library)
    return highlight(library, source.id, HighlightRequest(("The sea",))).id


def test_tags_are_given_and_taken_in_one_step_that_names_them(library, marked):
    one, other = (add_concept(library, name).id for name in ("order", "sea"))
    retag(library, marked, add=[one])

    assert retag(library, marked, add=[other], remove=[one], new=["law"]) == tags_of(library, marked)
    names = {concept.id: concept.name for concept in concept_records(library)}
    assert sorted(names[id] for id in tags_of(library, marked)) == ["law", "sea"]
    assert undo_labels(library)[0] == "Tag a highlight with law, sea instead of order"

    undo(library)
    assert tags_of(library, marked) == (one,)


def test_a_tag_that_was_taken_can_be_given_again(library, marked):
    id = add_concept(library, "order").id
    for given in ({"add": [id]}, {"remove": [id]}, {"add": [id]}):
        retag(library, marked, **given)

    assert tags_of(library, marked) == (id,)


def test_of_two_concepts_with_one_name_the_one_that_is_meant_is_tagged(library, marked):
    parent = add_concept(library, "capability").id
    add_concept(library, "order")
    below = add_concept(library, "order", parent=parent).id

    retag(library, marked, add=[below])

    assert tags_of(library, marked) == (below,)


def test_a_new_name_that_a_concept_has_makes_no_second_one(library, marked):
    id = add_concept(library, "order").id

    assert retag(library, marked, new=["Order"]) == (id,)


def test_nothing_to_change_is_no_step(library, marked):
    before = undo_labels(library)

    retag(library, marked)

    assert undo_labels(library) == before


def test_a_concept_gets_definition_colour_and_other_names(library):
    id = add_concept(library, "order").id
    define_concept(library, id, "What states keep.")
    colour_concept(library, id, "#0072B2")
    name_concept_also(library, id, "秩序")

    (concept,) = concept_records(library)
    assert (concept.definition, concept.colour, concept.aliases) == ("What states keep.", "#0072B2", ("秩序",))
    with pytest.raises(NotDoneError):
        colour_concept(library, id, "blue")


def test_a_passage_is_copied_as_printed_with_its_citation(library, marked):
    (source,) = list_sources(library)
    text = "On order\n\nThe sea is com-\nmon to all.\n"
    start = text.index("The sea")

    copied = copied_passage(library, source.id, [(start, text.index(" to all"))])

    assert copied.quote == "The sea is common"
    assert copied.citation == f"[@{source.citekey}, para. 1]"
    edit_quote(library, marked, "[The] sea")
    assert copied_highlight(library, marked).quote == "[The] sea"


def test_a_slot_is_kept_for_each_library_and_a_concept_has_one(library):
    assert chosen_slots(library) == {}
    choose_slot(library, 0, "a" * 32)
    choose_slot(library, 2, "b" * 32)

    assert choose_slot(library, 4, "a" * 32) == {2: "b" * 32, 4: "a" * 32}
    assert choose_slot(library, 2, "") == chosen_slots(library) == {4: "a" * 32}


def test_other_names_are_given_and_taken_in_one_step(library):
    id = add_concept(library, "order", aliases=["秩序", "ordre"]).id

    set_other_names(library, id, ["ordre", "Ordnung"])

    assert concept_records(library)[0].aliases == ("Ordnung", "ordre")
    undo(library)
    assert concept_records(library)[0].aliases == ("ordre", "秩序")


def test_the_name_of_a_concept_that_was_merged_goes_as_well(library):
    kept, gone = (add_concept(library, name).id for name in ("order", "ordre"))
    merge_concepts(library, gone, kept)

    set_other_names(library, "order", [])

    assert [(one.name, one.aliases) for one in concept_records(library)] == [("order", ())]


def test_the_same_other_names_are_no_step(library):
    id = add_concept(library, "order", aliases=["ordre"]).id
    before = undo_labels(library)

    set_other_names(library, id, ["Ordre"])

    assert undo_labels(library) == before


def test_concepts_made_by_tagging_get_the_colours_that_are_given(library, marked):
    retag(library, marked, new=["law", "peace"], colours=["#E69F00", "#56B4E9"])

    assert [(one.name, one.colour) for one in concept_records(library)] == [("law", "#E69F00"), ("peace", "#56B4E9")]
