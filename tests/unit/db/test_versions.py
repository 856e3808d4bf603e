"""Values, conflicts and what is shown: cells and their heads."""

import pytest
from ledgers import stored

from db.check import check
from db.kinds import CONCEPT, REFERENCE
from db.versions import Version, deletion, disagree, given_back, heads, lineage, originals


def version(name, *prev, at=0, value="1"):
    return Version(name.encode(), tuple(one.encode() for one in prev), at, value, b"action")


def names(found):
    return [one.id.decode() for one in found]


def test_what_nothing_replaces_is_a_head():
    assert names(heads([version("a"), version("b", "a"), version("c", "b")])) == ["c"]


def test_the_newest_head_is_shown_first_and_of_one_time_the_greater_id():
    assert names(heads([version("a", at=2), version("b", at=1), version("c", at=2)])) == ["c", "a", "b"]


def test_a_version_replaces_all_it_names():
    assert names(heads([version("a"), version("b"), version("c", "a", "b")])) == ["c"]


def test_a_version_may_name_one_that_is_not_here():
    assert names(heads([version("b", "missing")])) == ["b"]


def test_equal_values_do_not_disagree():
    assert not disagree([version("a"), version("b")])
    assert disagree([version("a"), version("b", value="2")])


def test_undo_that_went_to_and_fro_for_long_is_followed_to_its_beginning():
    chain = [version("0"), Version(b"1", (b"0",), 1, "2", b"1")]
    for number in range(2, 10_000):
        before = chain[-1].id
        name, value = str(number).encode(), chain[-2].value
        chain.append(Version(name, (before,), number, value, name, undoes=before))
    assert originals(chain[-1], given_back(chain)) == [chain[1]]
    assert len(lineage(chain[-1], given_back(chain))) == 5_000


def test_a_deletion_counts_when_every_head_deletes():
    gone, there = version("a", value=stored({"deleted": True, "seen": ["x"]})), version("b", value="false")
    assert deletion([gone]) == (True, False, frozenset({"x"}))
    assert deletion([gone, there]) == (False, True, frozenset({"x"}))
    assert deletion([there]) == (False, False, frozenset())


def test_changes_made_apart_are_a_conflict_and_the_later_one_is_shown(people):
    concept = people.ann.concept("FOIP")
    people.share()
    people.ann.set(CONCEPT, concept, "colour", "red")
    people.bob.set(CONCEPT, concept, "colour", "blue")
    people.share()
    for person in (people.ann, people.bob, people.cleo):
        assert person.value(concept, "colour") == "blue"
        assert person.head_values(concept, "colour") == ['"blue"', '"red"']
        assert person.conflicts() == [(concept, "colour", "values")]


def test_the_same_change_made_apart_is_no_conflict(people):
    concept = people.ann.concept("FOIP")
    people.share()
    for person in (people.ann, people.bob):
        person.set(CONCEPT, concept, "colour", "red")
    people.share()
    assert people.ann.conflicts() == []


def test_a_change_made_on_top_of_another_is_no_conflict(people):
    concept = people.ann.concept("FOIP")
    people.ann.set(CONCEPT, concept, "colour", "red")
    people.share()
    people.bob.set(CONCEPT, concept, "colour", "blue")
    people.share()
    assert people.ann.value(concept, "colour") == "blue"
    assert people.ann.conflicts() == []


def test_settling_a_conflict_settles_it_for_all(people):
    concept = people.ann.concept("FOIP")
    people.share()
    for person, colour in ((people.ann, "red"), (people.bob, "blue")):
        person.set(CONCEPT, concept, "colour", colour)
    people.share()
    people.cleo.set(CONCEPT, concept, "colour", "red")
    people.share()
    for person in (people.ann, people.bob, people.cleo):
        assert person.value(concept, "colour") == "red"
        assert person.conflicts() == []


def test_two_changes_by_one_person_reach_a_colleague_as_one(people):
    """Superseded versions travel too, or the first one, received before, would stand against the second."""
    concept = people.ann.concept("FOIP")
    people.ann.set(CONCEPT, concept, "colour", "1")
    people.share("ann", "bob")
    people.ann.set(CONCEPT, concept, "colour", "2")
    people.ann.set(CONCEPT, concept, "colour", "3")
    people.bob.merge(people.ann)
    assert people.bob.head_values(concept, "colour") == ['"3"']


def test_setting_what_is_set_already_records_nothing(people):
    concept = people.ann.concept("FOIP")
    people.ann.set(CONCEPT, concept, "colour", "red")
    before = people.ann.engine.rows("select count(*) from action")
    people.ann.set(CONCEPT, concept, "colour", "red")
    people.ann.set(CONCEPT, concept, "definition", None)
    assert people.ann.engine.rows("select count(*) from action") == before


def test_a_register_that_a_kind_does_not_have_is_refused(people):
    concept = people.ann.concept("FOIP")
    with pytest.raises(ValueError, match="no register"):
        people.ann.set(CONCEPT, concept, "anchor", "x")


@pytest.mark.parametrize(
    "text",
    ["𠮷野家", "e\u0301te\u0301", "神\ufa19", "ﬁnd", "so\u00adft", "שלום", "👩‍👧", " \n\t", "ﾊﾝｹﾞｷ", "\u2028"],
    ids=["beyond-16-bits", "decomposed", "compatibility", "ligature", "soft-hyphen", "right-to-left", "emoji", "white",
         "half-width", "separator"],
)  # fmt: skip
def test_text_comes_back_as_the_very_characters(people, text):
    concept = people.ann.concept(text)
    people.ann.set(CONCEPT, concept, "definition", text)
    people.bob.merge(people.ann)
    rows = people.bob.engine.rows("select name, definition from concept")
    assert rows == [(text, text)]


def test_composed_and_decomposed_are_two_values(people):
    concept = people.ann.concept("x")
    people.share()
    people.ann.set(CONCEPT, concept, "definition", "\u00e9")
    people.bob.set(CONCEPT, concept, "definition", "e\u0301")
    people.share()
    assert people.ann.conflicts() == [(concept, "definition", "values")]


def test_two_citation_keys_are_no_conflict_one_is_shown_and_both_lead_there(people):
    source = people.ann.source()
    people.share()
    reference = people.ann.reference(source, "Abe2016")
    people.bob.reference(source, "Abe2016a")
    people.share()
    assert people.ann.conflicts() == []
    keys = people.ann.engine.rows("select citekey, reference, shown from citekey order by citekey")
    assert keys == [("Abe2016", bytes.fromhex(reference), 0), ("Abe2016a", bytes.fromhex(reference), 1)]


def test_a_key_that_was_changed_stays_as_an_alias(people):
    reference = people.ann.reference(people.ann.source(), "Abe2016")
    people.ann.set(REFERENCE, reference, "citekey", "AbeSpeech")
    keys = people.ann.engine.rows("select citekey, shown from citekey order by citekey")
    assert keys == [("Abe2016", 0), ("AbeSpeech", 1)]


def test_a_key_whose_change_was_undone_leads_nowhere(people):
    reference = people.ann.reference(people.ann.source(), "Abe2016")
    people.ann.set(REFERENCE, reference, "citekey", "AbeSpeech")
    people.ann.undo()
    assert people.ann.engine.rows("select citekey, shown from citekey") == [("Abe2016", 1)]
    people.ann.redo()
    assert people.ann.engine.rows("select citekey, shown from citekey order by 1") == [("Abe2016", 0), ("AbeSpeech", 1)]


def test_a_key_that_a_colleague_changed_on_top_of_mine_comes_and_goes_with_my_undo(people):
    reference = people.ann.reference(people.ann.source(), "Abe2016")
    people.ann.set(REFERENCE, reference, "citekey", "AbeSpeech")
    people.bob.merge(people.ann)
    people.bob.set(REFERENCE, reference, "citekey", "Abe2016b")
    people.ann.merge(people.bob)
    for step, keys in (
        (people.ann.undo, ["Abe2016", "Abe2016b"]),
        (people.ann.redo, ["Abe2016", "Abe2016b", "AbeSpeech"]),
    ):
        step()
        assert [key for (key,) in people.ann.engine.rows("select citekey from citekey order by 1")] == keys
        assert check(people.ann.engine, remake=False).problems == ()


def test_anchors_that_differ_in_what_they_were_cited_by_alone_do_not_disagree():
    place = '"layer":"ab","prefix":"","ranges":[[1,2]],"source":"cd","suffix":""'
    old, one, other = (f"{{{said}{place}}}" for said in ("", '"locator":"p. 1",', '"locator":"p. 2",'))
    versions = [Version(bytes([n]) * 32, (), n, value, bytes(16)) for n, value in enumerate((one, other, old))]
    assert not disagree(versions)
    elsewhere = versions[0]._replace(value=one.replace("1,2", "1,3"))
    assert disagree([*versions, elsewhere])
