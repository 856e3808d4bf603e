"""The concept tree: adding, renaming, moving, merging and deleting, each taken back by one undo."""

import pytest

from commonplace.library.concepts import (
    add_concept,
    delete_concept,
    list_concepts,
    merge_concepts,
    move_concept,
    rename_concept,
)
from commonplace.library.highlighting import tag, untag
from commonplace.library.highlights import Filter, list_highlights
from commonplace.library.upkeep import history, redo, undo
from core.errors import AmbiguousNameError, NotDoneError, UnknownNameError


@pytest.fixture
def tree(library):
    """Means > Counterstrike, Means > Deterrence > Extended; Strategy."""
    for name, parent in (
        ("Means", None),
        ("Counterstrike", "Means"),
        ("Deterrence", "Means"),
        ("Extended", "Deterrence"),
        ("Strategy", None),
    ):
        add_concept(library, name, parent=parent)
    return lambda: paths(library)


def paths(library) -> list[str]:
    return [" > ".join(line.path) for line in list_concepts(library)]


def test_the_tree_lists_each_concept_before_its_children(tree):
    assert tree() == [
        "Means",
        "Means > Counterstrike",
        "Means > Deterrence",
        "Means > Deterrence > Extended",
        "Strategy",
    ]


def test_a_concept_has_all_that_was_said_of_it(library):
    made = add_concept(
        library,
        "  Free and Open\tIndo-Pacific ",
        aliases=["FOIP", "自由で開かれたインド太平洋"],
        definition="A vision.",
        colour="#AABBCC",
    )

    assert (made.name, made.definition, made.colour) == ("Free and Open Indo-Pacific", "A vision.", "#AABBCC")
    assert set(made.aliases) == {"FOIP", "自由で開かれたインド太平洋"}
    assert list_concepts(library) == [made]


@pytest.mark.parametrize("name", ["Means", "means", " ＭＥＡＮＳ "])
def test_a_name_that_stands_at_the_place_is_refused(library, tree, name):
    before = tree()
    with pytest.raises(NotDoneError):
        add_concept(library, name)
    with pytest.raises(NotDoneError):
        add_concept(library, "counterstrike", parent="Means")
    assert tree() == before


@pytest.mark.parametrize("name", ["", " ", "\0", "a\0b", "x" * 501, "\u200b", "a\u202eb", "\ud800"])
def test_what_cannot_be_a_name_is_refused(library, name):
    with pytest.raises((UnknownNameError, NotDoneError)):
        add_concept(library, name)
    with pytest.raises((UnknownNameError, NotDoneError)):
        add_concept(library, "Fine", aliases=[name])
    assert paths(library) == []
    assert history(library) == []


@pytest.mark.parametrize("name", ["👩‍💻", "می‌خواهم", "e\u0301lan", "\ufa19", "\U00031350", "\u05e9\u05dc\u05d5\u05dd"])
def test_names_may_be_of_any_script(library, name):
    assert add_concept(library, name).name == name
    assert paths(library) == [name]


@pytest.mark.parametrize("colour", ["red", "#12345", "#1234567", "123456", "#GGGGGG", "#12345\n"])
def test_what_is_no_colour_is_refused(library, colour):
    with pytest.raises(NotDoneError):
        add_concept(library, "A", colour=colour)


def test_one_name_may_mean_two_things(library, sea, mark):
    for parent in ("Secretariat", "Papers"):
        add_concept(library, parent)
        add_concept(library, "NSS", parent=parent)
    mark(sea, "free and open sea", concepts=("Papers > NSS",))

    counts = {" > ".join(line.path): line.highlights for line in list_concepts(library)}
    assert counts == {"Papers": 1, "Papers > NSS": 1, "Secretariat": 0, "Secretariat > NSS": 0}
    assert len(list_highlights(library, Filter(concepts=("Papers",)))) == 1
    assert list_highlights(library, Filter(concepts=("Secretariat > NSS",))) == []


def test_a_parent_counts_each_highlight_once(library, tree, sea, mark):
    mark(sea, "free and open sea", concepts=("Counterstrike", "Extended", "Means"))
    mark(sea, "They kept watch", concepts=("Extended",))

    assert {line.name: line.highlights for line in list_concepts(library)} == {
        "Means": 2,
        "Counterstrike": 1,
        "Deterrence": 2,
        "Extended": 2,
        "Strategy": 0,
    }


def test_renaming_keeps_place_and_highlights(library, tree, sea, mark):
    mark(sea, "free and open sea", concepts=("Deterrence",))
    before = list_concepts(library)
    renamed = rename_concept(library, "deterrence", "抑止")

    assert renamed.path == ("Means", "抑止")
    assert "Means > 抑止 > Extended" in tree()
    assert list_highlights(library, Filter())[0].concepts == ("抑止",)
    undo(library)
    assert list_concepts(library) == before


def test_renaming_may_change_only_the_case(library, tree):
    assert rename_concept(library, "Means", "MEANS").name == "MEANS"


def test_renaming_to_a_name_beside_it_is_refused(library, tree):
    with pytest.raises(NotDoneError):
        rename_concept(library, "Counterstrike", "deterrence")
    assert rename_concept(library, "Counterstrike", "Strategy").path == ("Means", "Strategy")
    assert len(tree()) == 5


def test_moving_takes_all_below_along(library, tree):
    before = list_concepts(library)
    move_concept(library, "Deterrence", "Strategy")
    assert "Strategy > Deterrence > Extended" in tree()
    move_concept(library, "Deterrence", None)
    assert "Deterrence > Extended" in tree()
    undo(library)
    undo(library)
    assert list_concepts(library) == before


@pytest.mark.parametrize(("name", "parent"), [("Means", "Extended"), ("Means", "Means"), ("Deterrence", "Extended")])
def test_nothing_can_be_moved_into_itself(library, tree, name, parent):
    before = tree()
    with pytest.raises(NotDoneError):
        move_concept(library, name, parent)
    assert tree() == before


def test_moving_to_where_the_name_stands_is_refused(library, tree):
    add_concept(library, "Extended", parent="Strategy")
    with pytest.raises(NotDoneError):
        move_concept(library, "Deterrence > Extended", "Strategy")


def test_moving_to_where_it_is_changes_nothing(library, tree):
    steps = len(history(library))
    move_concept(library, "Deterrence", "Means")
    move_concept(library, "Strategy", None)
    assert len(history(library)) == steps


def test_merging_gathers_highlights_children_and_names(library, tree, sea, mark):
    mark(sea, "free and open sea", concepts=("Deterrence",))
    mark(sea, "They kept watch", concepts=("Strategy",))
    before = list_concepts(library)

    merged = merge_concepts(library, "Deterrence", "Strategy")

    assert (merged.name, merged.path, merged.aliases) == ("Strategy", ("Strategy",), ("Deterrence",))
    assert merged.highlights == 2
    assert tree() == ["Means", "Means > Counterstrike", "Strategy", "Strategy > Extended"]
    assert len(list_highlights(library, Filter(concepts=("deterrence",)))) == 2
    undo(library)
    assert list_concepts(library) == before
    redo(library)
    assert list_concepts(library)[2] == merged


def test_what_was_merged_can_be_moved(library, tree):
    merge_concepts(library, "Deterrence", "Counterstrike")
    move_concept(library, "Counterstrike", "Strategy")
    assert tree() == ["Means", "Strategy", "Strategy > Counterstrike", "Strategy > Counterstrike > Extended"]
    move_concept(library, "Counterstrike", None)
    assert "Counterstrike > Extended" in tree()


def test_two_of_one_name_can_be_merged(library):
    for parent in ("Secretariat", "Papers"):
        add_concept(library, parent)
        add_concept(library, "NSS", parent=parent)

    merged = merge_concepts(library, "Secretariat > NSS", "Papers > NSS")

    assert merged.path == ("Papers", "NSS")
    assert paths(library) == ["Papers", "Papers > NSS", "Secretariat"]


def test_three_are_merged_one_after_the_other(library, sea, mark):
    names = ("A", "B", "C", "D")
    for name, quote in zip(names, ("They kept watch", "they traded", "twice", "last resort"), strict=True):
        mark(sea, quote, concepts=(name,))
    merge_concepts(library, "A", "B")
    merge_concepts(library, "C", "D")
    merged = merge_concepts(library, "D", "B")

    assert (merged.name, merged.highlights, set(merged.aliases)) == ("B", 4, {"A", "C", "D"})
    assert len(list_concepts(library)) == 1
    renamed = rename_concept(library, "A", "E")
    assert (renamed.name, len(list_concepts(library))) == ("E", 1)
    delete_concept(library, "E")
    assert list_concepts(library) == []
    assert [line.concepts for line in list_highlights(library, Filter())] == [()] * 4
    for _ in range(3):
        undo(library)
    assert [line.name for line in list_concepts(library)] == ["B", "D"]


def test_merging_one_below_the_other_is_refused(library, tree):
    before = tree()
    for name, into in (("Means", "Extended"), ("Extended", "Means"), ("Means", "means")):
        with pytest.raises(NotDoneError):
            merge_concepts(library, name, into)
    assert tree() == before


def test_deleting_lifts_the_children_and_keeps_the_highlights(library, tree, sea, mark):
    mark(sea, "free and open sea", concepts=("Deterrence",), note="Mine.")
    before = list_concepts(library), list_highlights(library, Filter())
    delete_concept(library, "Deterrence")

    assert tree() == ["Means", "Means > Counterstrike", "Means > Extended", "Strategy"]
    (line,) = list_highlights(library, Filter())
    assert (line.concepts, line.note) == ((), "Mine.")
    undo(library)
    assert (list_concepts(library), list_highlights(library, Filter())) == before


def test_a_deleted_name_can_be_given_again(library, sea, mark):
    mark(sea, "free and open sea", concepts=("FOIP",))
    delete_concept(library, "FOIP")
    again = add_concept(library, "FOIP")

    assert again.highlights == 0
    undo(library)
    undo(library)
    assert list_concepts(library)[0].highlights == 1


def test_a_concept_merged_with_a_deleted_ones_name_stays_apart(library, sea, mark):
    add_concept(library, "A")
    delete_concept(library, "A")
    mark(sea, "free and open sea", concepts=("A",))
    assert [(line.name, line.highlights) for line in list_concepts(library)] == [("A", 1)]


def test_unknown_and_ambiguous_names_change_nothing(library, tree):
    add_concept(library, "Means", parent="Strategy")
    steps = len(history(library))
    for attempt in (
        lambda: rename_concept(library, "None", "New"),
        lambda: move_concept(library, "None", "Means"),
        lambda: move_concept(library, "Counterstrike", "None"),
        lambda: merge_concepts(library, "Counterstrike", "None"),
        lambda: delete_concept(library, "None"),
        lambda: add_concept(library, "New", parent="None"),
    ):
        with pytest.raises(UnknownNameError):
            attempt()
    for attempt in (lambda: delete_concept(library, "Means"), lambda: move_concept(library, "Counterstrike", "Means")):
        with pytest.raises(AmbiguousNameError):
            attempt()
    assert len(history(library)) == steps


def test_tagging_and_untagging(library, tree, sea, mark):
    line = mark(sea, "free and open sea")
    tagged = tag(library, line.id[:8], ["counterstrike", "Strategy", "Strategy"])
    assert tagged.concepts == ("Counterstrike", "Strategy")
    steps = len(history(library))
    tag(library, line.id, ["Strategy"])
    assert len(history(library)) == steps

    assert untag(library, line.id, ["Strategy"]).concepts == ("Counterstrike",)
    with pytest.raises(NotDoneError):
        untag(library, line.id, ["Counterstrike", "Strategy"])
    assert list_highlights(library, Filter())[0].concepts == ("Counterstrike",)
    assert tag(library, line.id, ["Strategy"]).concepts == ("Counterstrike", "Strategy")


def test_new_concepts_are_made_only_when_asked_and_once(library, sea, mark):
    line = mark(sea, "free and open sea")
    with pytest.raises(UnknownNameError):
        tag(library, line.id, ["New"])
    tagged = tag(library, line.id, ["New", "ＮＥＷ", "new ", "Other"], create=True)

    assert tagged.concepts == ("New", "Other")
    assert [(concept.name, concept.aliases) for concept in list_concepts(library)] == [("New", ()), ("Other", ())]
    undo(library)
    assert list_concepts(library) == []


@pytest.mark.parametrize("name", ["", "x" * 501, "a\0b", "\u200b"])
def test_a_name_that_cannot_be_one_is_not_made_on_the_way_either(library, sea, mark, name):
    with pytest.raises(UnknownNameError):
        mark(sea, "free and open sea", concepts=("Fine", name))
    assert list_concepts(library) == []
    assert list_highlights(library, Filter()) == []
