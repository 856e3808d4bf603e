"""Saying that two are the same, taking it back, and what is proposed."""

import itertools

import pytest
from colleagues import merge
from hypothesis import given
from hypothesis import strategies as st

from commonplace.library.bibexport import export_bib
from commonplace.library.bibliography import import_bib
from commonplace.library.concepts import add_concept, list_concepts, merge_concepts, rename_concept
from commonplace.library.duplicates import duplicates
from commonplace.library.exporting import export_notes
from commonplace.library.highlighting import write_note
from commonplace.library.highlights import Filter, list_highlights
from commonplace.library.naming import concept_named, reference_named, source_named
from commonplace.library.overview import quotes
from commonplace.library.referencing import link, list_references, rename_key, set_fields, unlink
from commonplace.library.sameness import same
from commonplace.library.sources import list_sources
from commonplace.library.upkeep import history, undo
from core.errors import AmbiguousNameError, NotDoneError, UnknownNameError
from db.same import shown_as_one

BIB = """\
@article{Ito2019, title = {A sea kept open}, author = {Ito, Aya}, year = {2019}}

@article{ito-open, title = {A sea kept open}, author = {Ito, Aya}, year = {2019}, doi = {10.1234/sea}}

@inbook{Mori2001, title = {A chapter}, crossref = {ito-open}}

@inbook{Mori2002, title = {Another}, related = {Ito2019,Mori2001}}
"""


@pytest.fixture
def bib(library, tmp_path):
    path = tmp_path / "refs.bib"
    path.write_text(BIB, "utf-8")
    import_bib(library, path)
    return path


def keys(library):
    return [one.citekey for one in list_references(library)]


def shown(library):
    return [" > ".join(concept.path) for concept in list_concepts(library)]


# References


def test_two_keys_become_one_and_an_alias(library, bib):
    line = same(library, "Ito2019", "ito-open")
    assert (line.kind, line.same, line.changed) == ("reference", True, True)
    both = {"Ito2019", "ito-open"}
    (one,) = [one for one in list_references(library) if one.citekey in both]
    assert {one.citekey, *one.aliases} == both
    assert one.citekey == line.shown
    assert len({reference_named(library, key) for key in both}) == 1
    assert one.fields["title"] == "A sea kept open"


def test_the_bib_holds_it_once_under_the_key_that_is_shown(library, bib):
    line = same(library, "Ito2019", "ito-open")
    text = export_bib(library).decode()
    assert text.count("A sea kept open") == 1
    assert f"{{{line.shown}," in text
    # What drew on the other key draws on the one that is there.
    assert export_bib(library, "refs.bib").decode() == BIB
    assert f"crossref = {{{line.shown}}}" in text
    assert f"{line.shown},Mori2001" in text


def test_the_id_of_either_leads_to_what_is_shown(library, bib):
    ids = {one.id for one in list_references(library) if one.fields["title"] == "A sea kept open"}
    same(library, "Ito2019", "ito-open")
    assert {reference_named(library, id) for id in ids} == {min(ids)}
    for id in ids:
        assert set_fields(library, id, {"note": id}).id == min(ids)
    assert rename_key(library, max(ids), "Renamed").citekey == "Renamed"


def test_taken_back_all_is_as_it_was(library, bib):
    before, out = list_references(library), export_bib(library)
    same(library, "Ito2019", "ito-open")
    line = same(library, "Ito2019", "ito-open", off=True)
    assert (line.same, line.changed) == (False, True)
    assert list_references(library) == before
    assert export_bib(library) == out
    same(library, "Ito2019", "ito-open")
    undo(library)
    assert list_references(library) == before


def test_said_twice_it_is_said_once(library, bib):
    same(library, "Ito2019", "ito-open")
    steps = len(history(library))
    assert not same(library, "ito-open", "Ito2019").changed
    assert not same(library, "Ito2019", "Ito2019").changed
    assert len(history(library)) == steps


def test_in_a_chain_all_are_one_and_one_can_leave(library, bib):
    same(library, "Ito2019", "ito-open")
    same(library, "ito-open", "Mori2001")
    assert len(keys(library)) == 2
    assert len({reference_named(library, key) for key in ("Ito2019", "ito-open", "Mori2001")}) == 1
    same(library, "ito-open", "Mori2001", off=True)
    assert len(keys(library)) == 3
    assert reference_named(library, "Ito2019") == reference_named(library, "ito-open")


def test_a_correction_is_one_of_both_and_stays_with_both(library, bib):
    same(library, "Ito2019", "ito-open")
    set_fields(library, "ito-open", {"title": "Another sea", "year": ""})
    fields = next(one for one in list_references(library) if "Ito2019" in (one.citekey, *one.aliases)).fields
    assert fields["title"] == "Another sea"
    assert "year" not in fields
    assert "Another sea" in export_bib(library).decode()
    same(library, "Ito2019", "ito-open", off=True)
    assert [one.fields["title"] for one in list_references(library)].count("Another sea") == 2


def test_the_entry_of_a_bib_speaks_for_a_source_that_has_none(library, bib, sea, mark):
    own = list_sources(library)[0].citekey
    same(library, own, "Ito2019")
    line = list_sources(library)[0]
    assert line.title == "A sea kept open"
    assert source_named(library, own) == source_named(library, "Ito2019") == sea
    mark(sea, "counterstrike appears twice")
    assert list_highlights(library, Filter(sources=("Ito2019",)))[0].citekey == line.citekey


@pytest.mark.parametrize("format", ["md", "latex"])
def test_notes_cite_the_key_that_is_shown(library, bib, sea, mark, tmp_path, format):
    own = list_sources(library)[0].citekey
    mark(sea, "counterstrike appears twice")
    shown = same(library, own, "Ito2019").shown
    export_notes(library, Filter(), format=format, out=tmp_path / f"out.{format}")
    other = ({own, "Ito2019"} - {shown}).pop()
    notes, bib = (path.read_text("utf-8") for path in (tmp_path / f"out.{format}", tmp_path / "out.bib"))
    assert shown in notes
    assert other not in notes
    assert bib.count("A sea kept open") == 1
    assert other not in bib


def test_a_source_leaves_references_that_are_one(library, bib, sea):
    own = list_sources(library)[0].citekey
    link(library, "Ito2019", sea)
    same(library, "Ito2019", "ito-open")
    assert len(list_references(library)) == 3
    unlink(library, "ito-open", sea)
    assert len(list_references(library)) == 4
    assert list_sources(library)[0].citekey == own


def test_linked_elsewhere_all_keys_lead_there(library, bib, bring):
    first, second = bring({"one.txt": "One text, long enough.\n", "two.txt": "Two texts, long enough.\n"})
    one, two = (next(line.citekey for line in list_sources(library) if line.id == id) for id in (first, second))
    rename_key(library, one, "Former")
    link(library, "Ito2019", first)
    assert {reference_named(library, key) for key in (one, "Former")} == {reference_named(library, "Ito2019")}
    assert source_named(library, two) == second


def test_a_later_state_of_a_bib_changes_those_that_are_one(library, bib):
    same(library, "Ito2019", "ito-open")
    bib.write_text(BIB.replace("10.1234/sea", "10.1234/land"), "utf-8")
    report = import_bib(library, bib)
    assert (report.added, report.updated) == (0, 1)
    assert len(list_references(library)) == 3
    same(library, "Ito2019", "ito-open", off=True)
    assert next(one for one in list_references(library) if one.citekey == "ito-open").fields["doi"] == "10.1234/land"


def test_two_works_of_one_key_are_named_by_it(library, tmp_path):
    for name in ("one", "two"):
        (tmp_path / f"{name}.bib").write_text(f"@book{{Abe2016, title={{{name}}}, year={{2016}}}}\n", "utf-8")
        import_bib(library, tmp_path / f"{name}.bib")
    with pytest.raises(AmbiguousNameError):
        reference_named(library, "Abe2016")
    same(library, "Abe2016", "Abe2016")
    assert keys(library) == ["Abe2016"]
    assert reference_named(library, "Abe2016")


# Concepts


def test_unlike_names_are_one_concept_and_the_other_name_an_alias(library, sea, mark):
    mark(sea, "counterstrike appears twice", concepts=("FOIP",))
    mark(sea, "a last resort", concepts=("Open Sea",))
    same(library, "FOIP", "Open Sea")
    (concept,) = list_concepts(library)
    assert {concept.name, *concept.aliases} == {"FOIP", "Open Sea"}
    assert concept.highlights == 2
    assert concept_named(library, "FOIP").id == concept_named(library, "open sea").id
    same(library, "Open Sea", "FOIP", off=True)
    assert shown(library) == ["FOIP", "Open Sea"]
    assert [concept.highlights for concept in list_concepts(library)] == [1, 1]


def test_one_name_that_is_shown_as_one_can_be_told_apart_and_joined_again(library, colleagues):
    bob = colleagues.join("bob")
    add_concept(library, "NSS")
    add_concept(bob, "ＮＳＳ")
    merge(library, bob)
    assert len(shown(library)) == 1
    same(library, "NSS", "nss", off=True)
    assert len(shown(library)) == 2
    same(library, "NSS", "NSS")
    assert len(shown(library)) == 1


def test_concepts_of_one_name_at_two_places_are_told_by_their_paths(library):
    for parent in ("Japan", "United States"):
        add_concept(library, parent)
        add_concept(library, "NSS", parent=parent)
    with pytest.raises(UnknownNameError):
        same(library, "NSS", "Japan > NSS")
    same(library, "Japan > NSS", "United States > NSS")
    assert len([one for one in list_concepts(library) if one.name == "NSS"]) == 1


def test_what_lies_one_below_the_other_is_not_the_same(library):
    add_concept(library, "Asia")
    add_concept(library, "Japan", parent="Asia")
    add_concept(library, "Tokyo", parent="Japan")
    for below in ("Japan", "Tokyo"):
        with pytest.raises(NotDoneError):
            same(library, "Asia", below)


def test_concepts_that_were_merged_can_be_taken_apart(library):
    for name in ("FOIP", "Open Sea"):
        add_concept(library, name)
    merge_concepts(library, "Open Sea", "FOIP")
    (concept,) = list_concepts(library)
    assert concept.name == "FOIP"


def test_what_is_shown_as_one_is_renamed_as_one(library, colleagues):
    bob = colleagues.join("bob")
    add_concept(library, "FOIP")
    add_concept(bob, "foip")
    merge(library, bob)
    rename_concept(library, "FOIP", "Open Sea")
    assert shown(library) == ["Open Sea"]


def test_renaming_to_a_name_that_others_share_keeps_all_of_them_apart(library, colleagues):
    bob, cleo = colleagues.join("bob", empty=False), colleagues.join("cleo", empty=False)
    for one in (bob, cleo):
        add_concept(one, "NSS")
    merge(library, bob)
    merge(library, cleo)
    add_concept(library, "Asia")
    add_concept(library, "Secretariat", parent="Asia")
    rename_concept(library, "Secretariat", "NSS")
    assert shown(library) == ["Asia", "Asia > NSS", "NSS"]


# Persons


@pytest.fixture
def two_anns(library, colleagues, sea, mark):
    """Ann at two desks, each of which made her anew."""
    home = colleagues.join("ann-home")
    mark(sea, "counterstrike appears twice", note="from the office")
    from commonplace.library.highlighting import HighlightRequest, highlight

    highlight(home, sea, HighlightRequest(quotes=("a last resort",)))
    write_note(home, list_highlights(home, Filter())[0].id, "from home")
    merge(library, home)
    return home


def test_persons_that_are_one_are_filtered_and_named_as_one(library, two_anns):
    names = {line.author for line in list_highlights(library, Filter())}
    assert names == {"Ann", "Ann-Home"}
    same(library, "Ann", "Ann-Home")
    lines = list_highlights(library, Filter())
    (name,) = {line.author for line in lines}
    for typed in names:
        assert list_highlights(library, Filter(persons=(typed,))) == lines
    assert {quote.author for some in quotes(library) for quote in some} == {name}
    assert all(line.note for line in lines)
    assert {step.person for step in history(library) if not step.brought} == {name}
    same(library, "Ann", "Ann-Home", off=True)
    assert {line.author for line in list_highlights(library, Filter())} == names


# Which of several kinds


def test_what_names_nothing_or_two_kinds_is_said(library, bib):
    add_concept(library, "Ito2019")
    add_concept(library, "ito-open")
    with pytest.raises(AmbiguousNameError):
        same(library, "Ito2019", "ito-open")
    assert same(library, "Ito2019", "ito-open", kind="concept").kind == "concept"
    with pytest.raises(UnknownNameError):
        same(library, "Ito2019", "nothing")
    with pytest.raises(UnknownNameError):
        same(library, "Ito2019", "Ito2019", off=True, kind="reference")


# Proposals


def test_references_of_one_work_are_proposed_until_somebody_says(library, bib, tmp_path):
    (tmp_path / "more.bib").write_text(
        "@book{A, title={Sea}, isbn={4-00-310101-4}}\n@book{B, title={sea}, isbn={9784003101018}}\n"
        "@article{C, title={Else}, doi={10.1234/x}}\n@misc{D, title={Other}, url={https://doi.org/10.1234/X}}\n"
        "@article{E, title={Introduction}, author={One, A}, year=2020}\n"
        "@article{F, title={Introduction}, author={Two, B}, year=2020}\n",
        "utf-8",
    )
    import_bib(library, tmp_path / "more.bib")
    found = {frozenset(one.names): one.why for one in duplicates(library)}
    assert found == {
        frozenset(("Ito2019", "ito-open")): "title",
        frozenset(("A", "B")): "isbn",
        frozenset(("C", "D")): "doi",
    }
    same(library, "A", "B")
    same(library, "C", "D", off=True)
    assert {frozenset(one.names) for one in duplicates(library)} == {frozenset(("Ito2019", "ito-open"))}


def test_concepts_of_like_names_are_proposed(library):
    for name in ("counterstrike", "counter-strike", "FOIP", "Free and Open Indo-Pacific", "deterrence", "deterence",
                 "Quad 1", "Quad 2", "Asia"):  # fmt: skip
        add_concept(library, name)
    found = {frozenset(one.names): one.why for one in duplicates(library)}
    assert found == {
        frozenset(("counterstrike", "counter-strike")): "name",
        frozenset(("FOIP", "Free and Open Indo-Pacific")): "initials",
        frozenset(("deterrence", "deterence")): "like",
    }
    same(library, "deterrence", "deterence", off=True)
    assert len(duplicates(library)) == 2


def test_what_came_is_compared_with_what_was_here_whichever_is_longer(library, monkeypatch):
    for name in ("deterrence", "deterence", "counterstrikes", "counterstrike"):
        add_concept(library, name)
    ids = {line.name: line.id for line in list_concepts(library)}
    for came in (("deterrence", "counterstrike"), ("deterence", "counterstrikes")):
        found = duplicates(library, touching=[ids[name] for name in came])
        assert {frozenset(one.names) for one in found} == {
            frozenset(("deterrence", "deterence")), frozenset(("counterstrikes", "counterstrike"))
        }  # fmt: skip
    monkeypatch.setattr("commonplace.library.duplicates._MOST_COMPARED", 0)
    assert duplicates(library) == duplicates(library, touching=[ids["deterrence"]]) == []


def test_persons_of_one_name_are_proposed(library, colleagues, two_anns):
    assert duplicates(library) == []
    third = colleagues.join("third")
    third.writer = type(third.writer)("another", "Ann", b"third---")
    add_concept(third, "Asia")
    merge(library, third)
    (one,) = duplicates(library)
    assert (one.kind, one.names) == ("person", ("Ann", "Ann"))
    assert duplicates(library, touching=["00" * 16]) == []
    assert duplicates(library, touching=[one.b]) == [one]
    same(library, one.a, one.b)
    assert duplicates(library) == []


# Laws

_IDS = [bytes([n]) for n in range(6)]
_SAID = st.dictionaries(
    st.sampled_from([*itertools.combinations(_IDS, 2)]), st.booleans(), max_size=9
).map(lambda said: [(a, b, same) for (a, b), same in said.items()])  # fmt: skip


@given(_SAID, st.randoms())
def test_sameness_is_the_same_in_whatever_order_it_was_said(said, random):
    found = shown_as_one(_IDS, said)
    assert shown_as_one(random.sample(_IDS, len(_IDS)), random.sample(said, len(said))) == found
    assert all(found[one] == one and one <= id for id, one in found.items())
    for a, b, alike in said:
        assert alike or found[a] != found[b]
    if all(alike for *_, alike in said):
        assert all(found[a] == found[b] for a, b, _ in said)
