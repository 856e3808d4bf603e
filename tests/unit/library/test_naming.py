"""What a typed name leads to: keys, aliases, ids, concepts, pages."""

import pytest

from commonplace.library.bibliography import import_bib
from commonplace.library.concepts import add_concept, list_concepts, rename_concept
from commonplace.library.naming import concept_named, highlight_named, page_named, reference_named, source_named
from commonplace.library.referencing import link, list_references, rename_key
from commonplace.library.sources import list_sources, read_text, set_page_label
from core.errors import AmbiguousNameError, UnknownNameError
from db.sources import sources


@pytest.fixture
def key(library, sea):
    return list_sources(library)[0].citekey


def test_a_source_is_named_by_its_key_its_id_and_the_beginning_of_it(library, sea, key):
    assert {source_named(library, name) for name in (key, sea, sea[:6], sea[:31], sea.upper())} == {sea}


def test_five_digits_of_an_id_are_too_few(library, sea):
    with pytest.raises(UnknownNameError):
        source_named(library, sea[:5])


@pytest.mark.parametrize("name", ["", " ", "%", "______", "%%%%%%", "zzzzzz", "'; drop table source; --", "\n", "𠮷"])
def test_what_names_nothing_is_said_to_be_unknown(library, sea, name):
    for lookup in (source_named, reference_named, highlight_named, concept_named):
        with pytest.raises(UnknownNameError) as failure:
            lookup(library, name)
        assert not isinstance(failure.value, AmbiguousNameError)


def test_a_former_key_still_leads_to_its_source(library, sea, key):
    rename_key(library, key, "Sea2020")
    rename_key(library, "Sea2020", "Towns")

    assert {source_named(library, name) for name in (key, "Sea2020", "Towns")} == {sea}
    assert list_references(library)[0].aliases == tuple(sorted((key, "Sea2020")))


def test_a_shown_key_goes_before_another_references_alias(library, bring, tmp_path):
    first, second = bring({"one.txt": "One text, long enough.\n", "two.txt": "Two texts, long enough.\n"})
    keys = {line.id: line.citekey for line in list_sources(library)}
    rename_key(library, keys[first], "Moved")
    (tmp_path / "same.bib").write_text(f"@misc{{{keys[first]}, title={{Something else}}}}")
    import_bib(library, tmp_path / "same.bib")

    assert reference_named(library, keys[first]) != reference_named(library, "Moved")
    assert source_named(library, keys[second]) == second


def test_a_key_with_several_sources_lists_them(library, bring):
    first, second = bring({"one.txt": "One text, long enough.\n", "two.txt": "Two texts, long enough.\n"})
    keys = {line.id: line.citekey for line in list_sources(library)}
    link(library, keys[first], second)

    with pytest.raises(AmbiguousNameError) as failure:
        source_named(library, keys[first])
    assert first[:12] in failure.value.message
    assert "two.txt" in failure.value.message
    with pytest.raises(AmbiguousNameError):
        source_named(library, keys[second])
    assert source_named(library, second) == second


def test_two_references_of_one_key_are_told_apart_by_id(library, tmp_path):
    for name, title in (("a.bib", "The first"), ("b.bib", "The second")):
        (tmp_path / name).write_text(f"@misc{{same, title={{{title}}}, date={{2001}}}}")
        import_bib(library, tmp_path / name)

    with pytest.raises(AmbiguousNameError) as failure:
        reference_named(library, "same")
    assert "The first" in failure.value.message
    for reference in list_references(library):
        assert reference_named(library, reference.id[:8]) == reference.id


def test_keys_are_exact(library, sea, key):
    with pytest.raises(UnknownNameError):
        source_named(library, key.swapcase())


def test_a_highlight_is_named_by_the_beginning_of_its_id(library, sea, mark):
    line = mark(sea, "a free and open sea")

    assert highlight_named(library, line.id[:6]) == line.id


@pytest.mark.parametrize("typed", ["foip", "ＦＯＩＰ", " FOIP ", "自由で開かれたインド太平洋"])
def test_concept_names_and_aliases_are_compared_folded(library, typed):
    made = add_concept(library, "FOIP", aliases=["自由で開かれたインド太平洋"])

    assert concept_named(library, typed).id == made.id


@pytest.mark.parametrize("name", ["A2/AD", "cost & benefit", "a > b", "P->Q", "𠮷", "反撃能力"])
def test_concept_names_are_literal(library, name):
    made = add_concept(library, name)

    assert concept_named(library, name).id == made.id


def test_one_name_under_two_parents_is_ambiguous_without_a_parent(library):
    for parent in ("Secretariat", "Strategy"):
        add_concept(library, parent)
        add_concept(library, "NSS", parent=parent)

    with pytest.raises(AmbiguousNameError) as failure:
        concept_named(library, "NSS")
    assert "Secretariat > NSS" in failure.value.message
    assert concept_named(library, "strategy > nss").path == ("Strategy", "NSS")
    assert concept_named(library, "Strategy>NSS").path == ("Strategy", "NSS")


def test_a_path_reaches_below_a_name_that_itself_has_the_sign(library):
    add_concept(library, "P->Q")
    made = add_concept(library, "means", parent="P->Q")

    assert concept_named(library, "P->Q > means").id == made.id


def test_a_name_at_the_top_and_below_can_both_be_reached(library):
    top = add_concept(library, "NSS")
    add_concept(library, "Strategy")
    below = add_concept(library, "NSS", parent="Strategy")

    with pytest.raises(AmbiguousNameError):
        concept_named(library, "NSS")
    assert concept_named(library, "> NSS").id == top.id
    assert concept_named(library, "Strategy > NSS").id == below.id


def test_a_name_goes_before_an_alias(library):
    add_concept(library, "Strategy", aliases=["NSS"])
    own = add_concept(library, "NSS")

    assert concept_named(library, "NSS").id == own.id


def test_a_former_concept_name_leads_nowhere(library):
    add_concept(library, "Old")
    rename_concept(library, "Old", "New")

    with pytest.raises(UnknownNameError):
        concept_named(library, "Old")
    assert [concept.name for concept in list_concepts(library)] == ["New"]


def test_a_page_is_named_by_its_label_or_its_place_in_the_file(library, paper):
    facts = sources(library.engine, [paper])[0]

    assert [page_named(facts, name) for name in ("i", "I", "1", "2", "#1", "#3")] == [0, 0, 1, 2, 0, 2]


@pytest.mark.parametrize("name", ["ii", "0", "#0", "#4", "#", "#x", "", "#-1", "#¹", "-1"])
def test_a_page_that_is_not_there_is_unknown(library, paper, name):
    with pytest.raises(UnknownNameError):
        page_named(sources(library.engine, [paper])[0], name)


def test_a_label_that_stands_twice_lists_its_pages(library, pdf):
    source = pdf(
        "twice.pdf",
        ["First of all.", "Second of all.", "Third of all."],
        [{"startpage": 0, "style": "D", "firstpagenum": 1}, {"startpage": 1, "style": "D", "firstpagenum": 1}],
    )

    with pytest.raises(AmbiguousNameError) as failure:
        read_text(library, source, "1")
    assert "#1, #2" in failure.value.message
    assert read_text(library, source, "#2").text.strip() == "Second of all."
    assert set_page_label(library, source, "#1", "i").page_labels == ("i", "ii", "iii")
