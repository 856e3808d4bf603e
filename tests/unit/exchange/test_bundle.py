import pytest

from commonplace.exchange.bundle import NotesBundle, QuoteItem, Section, outline
from core.records import Concept


def concept(name, parent=""):
    return Concept(name, name.upper(), (), parent, (), f"about {name}", "", 0)


def quote(highlight):
    return QuoteItem(highlight, f"text {highlight}", "Abe2016", None)


def shape(sections):
    return [(s.heading, s.level, [item.highlight for item in s.quotes]) for s in sections]


def test_parents_come_before_children_and_siblings_in_the_order_given():
    concepts = [concept("leaf", "twig"), concept("b"), concept("a"), concept("twig", "a")]
    tagged = {"01": ["a"], "02": ["leaf"], "03": ["b"], "04": ["twig"]}

    sections = outline(concepts, [quote(name) for name in tagged], tagged)

    assert shape(sections) == [("B", 1, ["03"]), ("A", 1, ["01"]), ("TWIG", 2, ["04"]), ("LEAF", 3, ["02"])]
    assert sections[0].definition == "about b"


def test_a_parent_of_quotes_stays_as_a_heading_and_an_empty_subtree_goes():
    concepts = [concept("a"), concept("b", "a"), concept("c", "b"), concept("d", "a"), concept("e", "d"), concept("f")]

    assert shape(outline(concepts, [quote("01")], {"01": ["c"]})) == [("A", 1, []), ("B", 2, []), ("C", 3, ["01"])]


def test_a_quote_with_two_concepts_stands_under_both_and_once_under_each():
    sections = outline([concept("a"), concept("b")], [quote("01")], {"01": ["b", "a", "a"]})
    assert shape(sections) == [("A", 1, ["01"]), ("B", 1, ["01"])]


def test_quotes_without_a_concept_come_last():
    quotes = [quote("01"), quote("02"), quote("03")]
    sections = outline([concept("a")], quotes, {"02": ["a"], "03": ["unknown"]}, untagged="Rest")
    assert shape(sections) == [("A", 1, ["02"]), ("Rest", 1, ["01", "03"])]


def test_a_lost_parent_and_a_circle_of_parents_lose_no_quote():
    concepts = [concept("a", "gone"), concept("b", "c"), concept("c", "b")]
    sections = outline(concepts, [quote("01"), quote("02"), quote("03")], {"01": ["a"], "02": ["b"], "03": ["c"]})
    assert shape(sections) == [("A", 1, ["01"]), ("B", 1, ["02"]), ("C", 2, ["03"])]


def test_a_tree_deeper_than_the_stack():
    concepts = [concept(str(n), str(n - 1) if n else "") for n in range(3000)]
    sections = outline(concepts, [quote("01")], {"01": ["2999"]})
    assert [section.level for section in sections] == list(range(1, 3001))


def test_nothing_but_an_id_is_taken_for_one():
    with pytest.raises(ValueError, match="no id"):
        quote("01 -->")


def test_keys_are_those_of_the_quotes():
    bundle = NotesBundle("t", (Section("a", 1, quotes=(quote("01"),)), Section("b", 2)), "notes.bib")
    assert bundle.citekeys() == {"Abe2016"}
