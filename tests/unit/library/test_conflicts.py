"""Conflicts in words, and settling them."""

import json

import pytest
from colleagues import merge

from commonplace.library.bibliography import import_bib
from commonplace.library.concept_details import colour_concept, define_concept
from commonplace.library.concepts import add_concept, delete_concept, list_concepts, move_concept, rename_concept
from commonplace.library.conflicts import conflicts_of, list_conflicts, resolve
from commonplace.library.highlighting import delete, tag, write_note
from commonplace.library.naming import concept_named, reference_named
from commonplace.library.past import past
from commonplace.library.quoting import edit_quote
from commonplace.library.referencing import list_references, set_fields
from commonplace.library.sources import list_sources, set_page_label
from commonplace.library.upkeep import redo, undo
from core.errors import AmbiguousNameError, UnknownNameError
from db.conflicts import count_conflicts
from db.kinds import NOTE, SOURCE


@pytest.fixture
def ann(library):
    return library


def values(line):
    return {head.value for head in line.heads}


def number(line, value):
    return next(head.number for head in line.heads if head.value == value)


def split(colleagues, ann, change):
    """Have Ann and Bob do two things apart, and exchange."""
    bob = colleagues.join("bob")
    for library, do in zip((ann, bob), change, strict=True):
        do(library)
    colleagues.share(ann, bob)
    assert list_conflicts(ann) == list_conflicts(bob)
    return bob


def test_without_disagreement_there_is_none(ann, sea, mark):
    mark(sea, "counterstrike appears twice", concepts=("FOIP",))
    assert list_conflicts(ann) == []
    assert conflicts_of(ann) == {}


def test_two_definitions_are_listed_with_who_said_them_and_when(ann, colleagues):
    add_concept(ann, "FOIP")
    bob = split(colleagues, ann, (
        lambda one: define_concept(one, "FOIP", "Free and open"),
        lambda one: define_concept(one, "FOIP", "Open and free"),
    ))  # fmt: skip
    (line,) = list_conflicts(ann)
    assert (line.kind, line.what, line.subject) == ("values", "definition", "FOIP")
    assert values(line) == {"Free and open", "Open and free"}
    assert {head.person for head in line.heads} == {"Ann", "Bob"}
    assert [head.number for head in line.heads] == [1, 2]
    assert all(head.at.endswith("Z") for head in line.heads)
    assert [head.shown for head in line.heads].count(True) == 1
    shown = next(head.value for head in line.heads if head.shown)
    assert list_concepts(ann)[0].definition == list_concepts(bob)[0].definition == shown


def test_settling_ends_it_everywhere_and_a_merge_does_not_open_it_again(ann, colleagues):
    add_concept(ann, "FOIP")
    bob = split(colleagues, ann, (
        lambda one: define_concept(one, "FOIP", "Free and open"),
        lambda one: define_concept(one, "FOIP", "Open and free"),
    ))  # fmt: skip
    (line,) = list_conflicts(ann)
    done = resolve(ann, line.id, [number(line, "Open and free")])
    assert done.kept == ("Open and free",)
    assert done.left == 0
    merge(ann, bob)
    assert list_conflicts(ann) == []
    merge(bob, ann)
    assert list_conflicts(bob) == []
    assert list_concepts(bob)[0].definition == "Open and free"


def test_undo_brings_the_conflict_back_as_it_was_and_redo_settles_it(ann, colleagues):
    add_concept(ann, "FOIP")
    split(colleagues, ann, (lambda one: colour_concept(one, "FOIP", "#112233"),
                            lambda one: colour_concept(one, "FOIP", "#445566")))  # fmt: skip
    before = list_conflicts(ann)
    resolve(ann, before[0].id[:8], [2])
    undo(ann)
    (after,) = list_conflicts(ann)
    assert after.id == before[0].id
    assert [(head.value, head.person, head.at, head.shown) for head in after.heads] == [
        (head.value, head.person, head.at, head.shown) for head in before[0].heads
    ]
    redo(ann)
    assert list_conflicts(ann) == []


@pytest.mark.parametrize(("mine", "theirs"), [(1, 1), (1, 2), (2, 1)])
def test_two_who_settle_it_differently_have_a_conflict_again_and_alike_none(ann, colleagues, mine, theirs):
    add_concept(ann, "FOIP")
    bob = split(colleagues, ann, (lambda one: colour_concept(one, "FOIP", "#112233"),
                                  lambda one: colour_concept(one, "FOIP", "#445566")))  # fmt: skip
    (line,) = list_conflicts(ann)
    resolve(ann, line.id, [mine])
    resolve(bob, line.id, [theirs])
    colleagues.share(ann, bob)
    left = [] if mine == theirs else [line.id]
    assert [one.id for one in list_conflicts(ann)] == [one.id for one in list_conflicts(bob)] == left


def test_of_one_colour_only_one_can_be_kept(ann, colleagues):
    add_concept(ann, "FOIP")
    split(colleagues, ann, (lambda one: colour_concept(one, "FOIP", "#112233"),
                            lambda one: colour_concept(one, "FOIP", "#445566")))  # fmt: skip
    (line,) = list_conflicts(ann)
    assert not line.several
    for keep in ([1, 2], [3], [0], []):
        with pytest.raises(UnknownNameError):
            resolve(ann, line.id, keep)
    assert list_conflicts(ann) == [line]


def test_what_is_no_conflict_is_unknown(ann):
    for name in ("", "abc", "abcdef", "%%%%%%"):
        with pytest.raises(UnknownNameError):
            resolve(ann, name, [1])


def test_both_parents_can_be_kept(ann, colleagues):
    for name in ("Asia", "Europe", "FOIP"):
        add_concept(ann, name)
    split(colleagues, ann, (lambda one: move_concept(one, "FOIP", "Asia"),
                            lambda one: move_concept(one, "FOIP", "Europe")))  # fmt: skip
    (line,) = list_conflicts(ann)
    assert line.several
    assert values(line) == {"under Asia", "under Europe"}
    resolve(ann, line.id, [number(line, "under Europe"), number(line, "under Asia")])
    assert list_conflicts(ann) == []
    foip = concept_named(ann, "FOIP")
    assert foip.path == ("Europe", "FOIP")
    asia, europe = (concept_named(ann, name).id for name in ("Asia", "Europe"))
    rows = ann.engine.rows("select lower(hex(parent)) from concept_parent where child=?", (bytes.fromhex(foip.id),))
    assert {parent for (parent,) in rows} == {asia, europe}


def test_of_two_names_the_other_becomes_an_alias(ann, colleagues):
    add_concept(ann, "FOIP")
    split(colleagues, ann, (lambda one: rename_concept(one, "FOIP", "Open Sea"),
                            lambda one: rename_concept(one, "FOIP", "Free Sea")))  # fmt: skip
    (line,) = list_conflicts(ann)
    resolve(ann, line.id, [number(line, "Free Sea"), number(line, "Open Sea")])
    (concept,) = list_concepts(ann)
    assert (concept.name, concept.aliases) == ("Free Sea", ("Open Sea",))
    undo(ann)
    assert values(list_conflicts(ann)[0]) == {"Open Sea", "Free Sea"}


def test_page_labels_of_both_can_be_kept(ann, colleagues, paper):
    split(colleagues, ann, (lambda one: set_page_label(one, paper, "#1", "62"),
                            lambda one: set_page_label(one, paper, "#3", "70")))  # fmt: skip
    (line,) = list_conflicts(ann)
    assert line.what == "page labels"
    assert conflicts_of(ann)[paper] == 1
    resolve(ann, line.id, [1, 2])
    assert list_sources(ann)[0].page_labels == ("62", "63", "70")


def test_a_highlight_is_named_by_its_words_and_counts_for_its_source(ann, colleagues, sea, mark):
    line = mark(sea, "counterstrike appears twice")
    split(colleagues, ann, (lambda one: edit_quote(one, line.id, "counterstrike appears […]"),
                            lambda one: edit_quote(one, line.id, "[…] appears twice")))  # fmt: skip
    (found,) = list_conflicts(ann)
    assert found.what == "wording of the quote"
    assert found.source == sea
    assert found.citekey == list_sources(ann)[0].citekey
    assert conflicts_of(ann) == {sea: 1, line.id: 1}
    resolve(ann, found.id, [1])
    assert conflicts_of(ann) == {}


def test_a_highlight_that_was_tagged_after_it_was_deleted_can_be_kept_or_deleted(ann, colleagues, sea, mark):
    line = mark(sea, "counterstrike appears twice")

    def use(one):
        tag(one, line.id, ["Deterrence"], create=True)
        write_note(one, line.id, "A note of mine")

    bob = split(colleagues, ann, (lambda one: delete(one, line.id), use))
    (found,) = list_conflicts(ann)
    assert (found.kind, found.what) == ("deleted", "used after it was deleted")
    kinds = [head.kind for head in found.heads]
    assert sorted(kinds) == ["deleted", "used", "used"]
    assert {head.person for head in found.heads if head.kind == "used"} == {"Bob"}
    assert any("Deterrence" in head.value for head in found.heads)
    assert any("A note of mine" in head.value for head in found.heads)
    assert {head.parts for head in found.heads} == {
        (),
        ("note", "", "“A note of mine”", "“counterstrike appears twice”", "Bob"),
        ("tagging", "", "", "“counterstrike appears twice”", "Deterrence"),
    }
    with pytest.raises(UnknownNameError):
        resolve(ann, found.id, [1, 3])
    resolve(ann, found.id, [number(found, "deleted")])
    assert list_conflicts(ann) == []
    assert list_sources(ann)[0].highlights == 0
    undo(ann)
    assert [one.id for one in list_conflicts(ann)] == [found.id]
    merge(bob, ann)
    resolve(bob, found.id, [kinds.index("used") + 1])
    merge(ann, bob)
    assert list_conflicts(ann) == []
    assert list_sources(ann)[0].highlights == 1


def test_a_note_written_anew_in_a_source_that_another_deletes_is_told(ann, colleagues, sea, mark):
    line = mark(sea, "counterstrike appears twice", note="First")
    split(colleagues, ann, (lambda one: delete(one, sea), lambda one: restate(one, line.id, "Second")))
    (found,) = list_conflicts(ann)
    assert (found.kind, found.source) == ("deleted", sea)
    assert values(found) == {"text of the note: Second", "deleted"}
    resolve(ann, found.id, [number(found, "text of the note: Second")])
    assert list_conflicts(ann) == []
    assert [source.id for source in list_sources(ann)] == [sea]
    assert past(ann)[0].label == "Settle whether sea.txt is deleted"


def restate(library, highlight, text):
    """Write the note anew that stands on a highlight, whoever wrote it."""
    ((note,),) = library.engine.rows("select lower(hex(id)) from note where target=?", (bytes.fromhex(highlight),))
    with library.action("Write a note") as action:
        action.set(NOTE, note, "text", text)


def test_of_what_two_made_the_one_who_did_not_delete_it_added_it(ann, colleagues):
    bob = colleagues.join("bob")
    for one in (ann, bob):
        with one.action("Import") as action:
            source = action.make(SOURCE, {"sha256": "a" * 64})
    delete(ann, source)
    colleagues.share(ann, bob)
    (found,) = list_conflicts(ann)
    assert values(found) == {"added by itself", "deleted"}


def test_a_changed_concept_that_was_deleted_shows_the_change(ann, colleagues):
    add_concept(ann, "FOIP")
    split(colleagues, ann, (lambda one: delete_concept(one, "FOIP"),
                            lambda one: define_concept(one, "FOIP", "Free and open")))  # fmt: skip
    (line,) = list_conflicts(ann)
    assert values(line) == {"deleted", "definition: Free and open"}
    resolve(ann, line.id, [number(line, "definition: Free and open")])
    assert [concept.name for concept in list_concepts(ann)] == ["FOIP"]


def test_of_a_circle_one_edge_less_is_kept(ann, colleagues):
    for name in "abc":
        add_concept(ann, name)
    bob, cleo = colleagues.join("bob"), colleagues.join("cleo")
    move_concept(ann, "a", "b")
    move_concept(bob, "b", "c")
    move_concept(cleo, "c", "a")
    colleagues.share(ann, bob, cleo)
    (line,) = list_conflicts(ann)
    assert line.kind == "circle"
    assert line.several
    assert values(line) == {"a under b", "b under c", "c under a"}
    assert {head.parts for head in line.heads} == {("a", "b"), ("b", "c"), ("c", "a")}
    with pytest.raises(UnknownNameError):
        resolve(ann, line.id, [1, 2, 3])
    resolve(ann, line.id, [number(line, "c under a"), number(line, "a under b")])
    assert list_conflicts(ann) == []
    assert [" > ".join(concept.path) for concept in list_concepts(ann)] == ["b", "b > a", "b > a > c"]
    undo(ann)
    assert list_conflicts(ann) == [line]


def test_one_key_for_two_works_is_a_conflict_and_one_of_them_keeps_it(ann, colleagues, tmp_path):
    bob = colleagues.join("bob")
    for library, title in ((ann, "The sea"), (bob, "The land")):
        path = tmp_path / f"{library.person_name}.bib"
        path.write_text(f"@book{{Abe2016, title={{{title}}}, year={{2016}}}}\n", "utf-8")
        import_bib(library, path)
    colleagues.share(ann, bob)
    (line,) = list_conflicts(ann)
    assert line.kind == "key"
    assert list_conflicts(bob) == [line]
    assert any("The sea" in head.value for head in line.heads)
    with pytest.raises(AmbiguousNameError):
        reference_named(ann, "Abe2016")
    sea = next(head for head in line.heads if "The sea" in head.value)
    assert set(conflicts_of(ann).values()) == {1}
    resolve(ann, line.id, [sea.number])
    assert list_conflicts(ann) == []
    assert reference_named(ann, "Abe2016") == sea.version
    assert {one.citekey for one in list_references(ann)} == {"Abe2016", "Abe2016a"}


def test_a_field_that_two_corrected_reads_as_text(ann, colleagues, sea):
    key = list_sources(ann)[0].citekey
    split(colleagues, ann, (lambda one: set_fields(one, key, {"title": "Towns & Harbours"}),
                            lambda one: set_fields(one, key, {"title": "Harbours"})))  # fmt: skip
    (line,) = list_conflicts(ann)
    assert (line.what, line.subject) == ("field title", key)
    assert values(line) == {"Towns & Harbours", "Harbours"}


def test_a_conflict_in_what_is_deleted_waits_out_of_sight(ann, colleagues, sea, mark):
    line = mark(sea, "counterstrike appears twice")
    bob = split(colleagues, ann, (lambda one: edit_quote(one, line.id, "one"),
                                  lambda one: edit_quote(one, line.id, "two")))  # fmt: skip
    delete(ann, sea)
    assert list_conflicts(ann) == []
    assert count_conflicts(ann.engine) == 0
    undo(ann)
    assert list_conflicts(ann) == list_conflicts(bob)
    assert count_conflicts(ann.engine) == 1


def test_what_conflicts_say_can_be_written_as_json(ann, colleagues):
    from commonplace.cli.jsontext import json_text

    add_concept(ann, "FOIP")
    split(colleagues, ann, (lambda one: delete_concept(one, "FOIP"), lambda one: define_concept(one, "FOIP", "x")))
    (line,) = json.loads(json_text(list_conflicts(ann)))
    assert {"id", "kind", "what", "subject", "heads", "several"} <= line.keys()
    assert {"number", "value", "person", "at"} <= line["heads"][0].keys()


# Things that are shown as one


@pytest.fixture
def one_concept(library, colleagues):
    """Two colleagues who both made FOIP and know of each other's, which is shown as one with theirs."""
    bob, cleo = colleagues.join("bob"), colleagues.join("cleo")
    for one in (library, bob):
        add_concept(one, "FOIP")
    colleagues.share(library, bob, cleo)
    assert library.engine.value("select count(*) from concept") == 2
    return bob


def test_what_was_said_of_a_concept_that_two_made_is_one_conflict(library, one_concept, colleagues):
    bob = one_concept
    rename_concept(library, "FOIP", "Free and open")
    rename_concept(bob, "FOIP", "FOIP (Japan)")
    colleagues.share(library, bob)
    (line,) = list_conflicts(library)
    assert (line.register, sorted(head.value for head in line.heads)) == ("name", ["FOIP (Japan)", "Free and open"])
    assert conflicts_of(library) == {list_concepts(library)[0].id: 1}
    assert [one.id for one in list_conflicts(bob)] == [line.id]
    assert resolve(library, line.id, [number(line, "FOIP (Japan)")]).left == 0
    assert [concept.name for concept in list_concepts(library)] == ["FOIP (Japan)"]
    undo(library)
    assert [one.id for one in list_conflicts(library)] == [line.id]
    redo(library)
    colleagues.share(library, bob)
    assert list_conflicts(bob) == []
    assert [concept.name for concept in list_concepts(bob)] == ["FOIP (Japan)"]


@pytest.mark.parametrize("deleted", [True, False])
def test_a_concept_that_two_made_is_deleted_and_used_in_one_conflict(library, one_concept, colleagues, deleted):
    bob = one_concept
    delete_concept(library, "FOIP")
    rename_concept(bob, "FOIP", "FOIP (Japan)")
    colleagues.share(library, bob)
    (line,) = list_conflicts(library)
    assert [head.kind for head in line.heads] == ["used", "deleted"]
    resolve(library, line.id, [2 if deleted else 1])
    assert list_conflicts(library) == []
    assert len(list_concepts(library)) == (0 if deleted else 1)
