"""The concept commands."""

import pytest

CONCEPT = {"id", "name", "path", "parent", "aliases", "definition", "colour", "highlights"}


def add(library, *words):
    return library("concept", "add", *words, "--json")


def test_a_concept_has_the_fields_of_the_design(library):
    add(library, "deterrence")
    made = add(
        library,
        "counterstrike",
        "--parent",
        "deterrence",
        "--alias",
        "反撃能力",
        "--alias",
        "敵基地攻撃",
        "--definition",
        "D.",
    ).json
    assert set(made) >= CONCEPT
    assert (made["path"], made["parent"]) == (["deterrence", "counterstrike"], "deterrence")
    assert sorted(made["aliases"]) == ["反撃能力", "敵基地攻撃"]
    assert library("concept", "list", "--json").json[1] == made


def test_the_list_is_a_tree_for_people(library):
    add(library, "deterrence")
    add(library, "counterstrike", "--parent", "deterrence")
    shown = library("concept", "list").out.decode().splitlines()
    assert [line.split("  ")[0] for line in shown] == ["Concept", "deterrence", "· counterstrike"]


def test_a_name_that_exists(library):
    add(library, "FOIP")
    answer = add(library, "foip")
    assert (answer.status, answer.out) == (1, b"")
    assert "FOIP" in answer.error["message"]


def test_a_name_is_literal(library):
    assert add(library, "A2/AD").json["name"] == "A2/AD"


def test_rename_move_merge_delete(library):
    for name in ("a", "b", "c"):
        add(library, name)
    assert library("concept", "rename", "a", "A one", "--json").json["name"] == "A one"
    assert library("concept", "move", "b", "--parent", "A one", "--json").json["path"] == ["A one", "b"]
    assert library("concept", "move", "b", "--top", "--json").json["path"] == ["b"]
    merged = library("concept", "merge", "c", "b", "--json").json
    assert (merged["name"], merged["aliases"]) == ("b", ["c"])
    assert library("concept", "delete", "b", "--json").json == {"deleted": "b"}
    assert [one["name"] for one in library("concept", "list", "--json").json] == ["A one"]


def test_a_name_that_stands_twice_is_told_apart_by_its_parent(library):
    for parent in ("US", "Japan"):
        add(library, parent)
        assert add(library, "NSS", "--parent", parent).status == 0
    answer = library("concept", "delete", "NSS", "--json")
    assert (answer.status, answer.error["code"]) == (2, "ambiguous-name")
    assert library("concept", "delete", "Japan > NSS").status == 0


@pytest.mark.parametrize("words", [["rename", "x", "y"], ["move", "x", "--top"], ["merge", "x", "y"], ["delete", "x"]])
def test_an_unknown_concept_is_a_wrong_name(library, words):
    assert library("concept", *words).status == 2
