"""What goes into a package with what was chosen, what never does, and that a part before the whole changes nothing."""

from contextlib import suppress
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from ledgers import Clock, People, add_document, copy_of, memory_library, records, unite, visible
from parcels import TEXT, furnish, holds, ids, names, opened, pack, received

from core.errors import NotDoneError
from core.ids import digest
from db import ledger
from db.documents import add_blob, blob_bytes
from db.kinds import BIBFILE, CONCEPT, FILE_NAME, HIGHLIGHT, LABEL, NOTE, REFERENCE, SOURCE, TAGGING


@pytest.fixture
def out(tmp_path):
    return tmp_path / "some.commonplace-share"


def test_a_highlight_brings_all_that_it_needs(people, out):
    ann = people.ann
    source, highlight, concept = furnish(ann)
    ann.label(concept, "free and open indo-pacific")
    ann.act(lambda action: action.make(FILE_NAME, {"target": source, "name": "sea.txt"}))
    reference = next(iter(ids(ann.engine, "reference")))
    ann.alias(reference, "Old2019")
    _furnish_elsewhere(ann)
    pack(ann.engine, out, concepts=[concept])
    library = received(out)
    assert ids(library, "highlight") == {highlight}
    assert ids(library, "source") == {source}
    assert ids(library, "reference") == {reference}
    assert names(library) == {"FOIP", "Order"}
    assert library.rows("select citekey from alias") == [("Old2019",)]
    assert library.rows("select name from file_name") == [("sea.txt",)]
    assert library.rows("select text from label") == [("free and open indo-pacific",)]
    assert library.rows("select text from note") == [("A note",)]
    assert library.rows("select name from person") == [("Ann",)]
    assert library.rows("select child, parent from concept_parent") == ann.engine.rows(
        "select child, parent from concept_parent where child=?", (bytes.fromhex(concept),)
    )
    assert blob_bytes(library, digest(TEXT)) == TEXT.encode()
    assert library.value("select layer from source") is not None


def _furnish_elsewhere(person):
    source, _ = add_document(person.engine, person.writer, "Another text, which has its own words.")
    person.reference(source, "Other2021")
    other = person.concept("Other", person.concept("Above the other"))
    person.tag(person.highlight(source, "own words"), other)


def test_what_a_concept_includes_goes_along_with_it(people, out):
    ann = people.ann
    top = ann.concept("Order")
    middle = ann.concept("FOIP", top)
    low = ann.concept("Quad", middle)
    gone = ann.concept("Gone", middle)
    below_gone = ann.concept("Below the gone", gone)
    ann.concept("Beside", top)
    marked = ann.highlight(ann.source())
    ann.tag(marked, low)
    ann.delete(CONCEPT, gone)
    ann.highlight(ann.source("b"))
    pack(ann.engine, out, concepts=[middle])
    library = received(out)
    assert ids(library, "highlight") == {marked}
    assert ids(library, "concept") == {top, middle, low, gone, below_gone}
    assert not library.value("select alive from concept where id=?", (bytes.fromhex(gone),))


def test_concepts_that_are_shown_as_one_are_chosen_as_one(people, out):
    mine, theirs = people.ann.concept("NSS"), people.bob.concept("nss")
    people.share()
    highlight = people.bob.highlight(people.bob.source())
    people.bob.tag(highlight, theirs)
    other = people.bob.concept("National Security Strategy")
    link = people.bob.same(mine, other, True)
    people.share()
    shown = people.ann.engine.value("select canonical from concept where id=?", (bytes.fromhex(mine),)).hex()
    pack(people.ann.engine, out, concepts=[shown])
    library = received(out)
    assert ids(library, "highlight") == {highlight}
    assert ids(library, "concept") == {mine, theirs, other}
    assert ids(library, "same") == {link}
    assert visible(library)["concept"] == visible(people.ann.engine)["concept"]


def test_kinds_of_choices_narrow_each_other(people, out):
    ann, bob = people.ann, people.bob
    a, b = ann.source("a"), ann.source("b")
    foip = ann.concept("FOIP")
    people.share()
    wanted, other_source, other_person, untagged = (
        ann.highlight(a),
        ann.highlight(b),
        bob.highlight(a),
        ann.highlight(a, "untagged"),
    )
    ann.tag(wanted, foip)
    ann.tag(other_source, foip)
    bob.tag(other_person, foip)
    people.share()
    pack(ann.engine, out, concepts=[foip], sources=[a], persons=[ann.id])
    assert ids(received(out), "highlight") == {wanted}
    pack(ann.engine, out, concepts=[foip], sources=[a])
    assert ids(received(out), "highlight") == {wanted, other_person}
    pack(ann.engine, out, sources=[a, b], persons=[ann.id])
    assert ids(received(out), "highlight") == {wanted, untagged, other_source}


def test_every_wording_and_its_action_goes_along(people, out):
    ann = people.ann
    source, highlight, concept = furnish(ann)
    for wording in ("first", "second", "third"):
        ann.set(HIGHLIGHT, highlight, "edited_quote", wording)
        ann.set(CONCEPT, concept, "definition", wording)
    ann.undo()
    pack(ann.engine, out, sources=[source])
    library = received(out)
    sql = "select id, value, action from revision where field in ('edited_quote', 'definition') order by id"
    assert library.rows(sql) == ann.engine.rows(sql)
    assert library.rows("select count(*) from revision where action not in (select id from action)") == [(0,)]
    assert library.rows("select count(*) from entity where action not in (select id from action)") == [(0,)]
    undone = "select undoes from action where undoes is not null"
    assert library.rows(undone) == ann.engine.rows(undone)


def test_an_undo_that_left_no_trace_on_what_was_chosen_goes_along(people, out):
    ann = people.ann
    source, *_ = furnish(ann)
    reference = next(iter(ids(ann.engine, "reference")))
    ann.set(REFERENCE, reference, "citekey", "Wrong1900")
    people.share()
    people.bob.set(REFERENCE, reference, "citekey", "Right2020")
    people.share()
    ann.undo()
    assert ("Wrong1900",) not in ann.engine.rows("select citekey from citekey")
    pack(ann.engine, out, sources=[source])
    assert visible(received(out))["citekey"] == visible(ann.engine)["citekey"]


def test_what_was_deleted_of_the_choice_goes_along_as_deleted(people, out):
    ann = people.ann
    source, highlight, _concept = furnish(ann)
    tagging, note = next(iter(ids(ann.engine, "tagging"))), next(iter(ids(ann.engine, "note")))
    gone = ann.highlight(source, "harbour")
    ann.set(TAGGING, tagging, "present", False)
    ann.delete(NOTE, note)
    ann.delete(HIGHLIGHT, gone)
    people.bob.merge(ann)
    pack(ann.engine, out, sources=[source])
    library = received(out)
    assert ids(library, "tagging", "not alive") == {tagging}
    assert ids(library, "note", "not alive") == {note}
    assert ids(library, "highlight", "not alive") == {gone}
    assert ids(library, "highlight", "alive") == {highlight}


def test_a_tag_that_was_taken_off_is_taken_off_by_a_package_of_its_concept(people, out):
    ann = people.ann
    highlight, concept = ann.highlight(ann.source()), ann.concept("FOIP")
    tagging = ann.tag(highlight, concept)
    people.bob.merge(ann)
    ann.set(TAGGING, tagging, "present", False)
    pack(ann.engine, out, concepts=[concept])
    assert ids(received(out), "highlight") == set()
    with opened(out) as package:
        unite(people.bob.engine, package)
    assert not people.bob.alive(TAGGING, tagging)


def test_a_highlight_that_stands_elsewhere_in_another_head_brings_that_source_too(people, out):
    ann, bob = people.ann, people.bob
    old, new = ann.source("a"), ann.source("b")
    highlight = ann.highlight(old)
    people.share()
    anchor = {"source": new, "layer": "", "ranges": [[0, 4]], "prefix": "", "suffix": ""}
    ann.set(HIGHLIGHT, highlight, "anchor", anchor)
    bob.set(HIGHLIGHT, highlight, "anchor", {**anchor, "source": old, "ranges": [[1, 5]]})
    people.share()
    pack(ann.engine, out, persons=[ann.id])
    assert ids(received(out), "source") == {old, new}


def test_a_source_brings_the_versions_it_took_the_place_of(people, out):
    ann = people.ann
    old, new = ann.source("a"), ann.source("b")
    ann.set(SOURCE, new, "replaces", old)
    waits = ann.highlight(old)
    pack(ann.engine, out, sources=[new])
    library = received(out)
    assert ids(library, "source") == {old, new}
    assert ids(library, "highlight") == {waits}


def test_a_reference_brings_what_it_draws_on(people, out):
    ann = people.ann
    source = ann.source()
    chapter = ann.reference(source, "Chapter2020")
    ann.set(REFERENCE, chapter, "field:crossref", "Book2020")

    def book(action):
        made = action.make(REFERENCE, {"origin": "ab", "nonce": "Book2020"})
        action.set(REFERENCE, made, "citekey", "Book2020")
        action.set(REFERENCE, made, "field:title", "The book")
        return made

    drawn_on = ann.act(book)
    ann.reference(ann.source("b"), "Other2020")
    pack(ann.engine, out, sources=[source])
    assert ids(received(out), "reference") == {chapter, drawn_on}


def test_conflicts_go_along(people, out):
    source, _highlight, concept = furnish(people.ann)
    people.share()
    people.ann.set(CONCEPT, concept, "definition", "One")
    people.bob.set(CONCEPT, concept, "definition", "Two")
    people.ann.merge(people.bob)
    pack(people.ann.engine, out, sources=[source])
    assert visible(received(out))["conflict"] == visible(people.ann.engine)["conflict"] != []


def test_without_documents_only_what_was_marked_is_in_it(people, out):
    ann = people.ann
    source, *_ = furnish(ann)
    pack(ann.engine, out)
    assert holds(out, "Nobody marked this")
    for chosen in ({}, {"sources": [source]}):
        pack(ann.engine, out, documents=False, **chosen)
        with opened(out) as package:
            assert package.rows("select * from layer union all select *, 0, 0 from blob") == []
            assert package.rows("select * from blob_chunk") == []
        assert holds(out, "free and open sea")
        words = TEXT.split()
        marked = "free and open sea"
        assert not [pair for pair in map(" ".join, pairwise(words)) if pair not in marked and holds(out, pair)]


def test_of_all_without_documents_a_bib_stays_a_bib(people, out):
    ann = people.ann
    furnish(ann)
    add_blob(ann.engine, digest("@misc{a}"), [b"@misc{a}"])
    ann.act(lambda action: action.make(BIBFILE, {"sha256": digest("@misc{a}").hex()}))
    pack(ann.engine, out, documents=False)
    library = received(out)
    assert library.rows("select sha256 from blob") == [(digest("@misc{a}"),)]
    assert not holds(out, "Nobody marked this")


def test_of_a_document_that_was_not_imported_to_the_end_nothing_goes_along(people, out):
    furnish(people.ann)
    people.ann.engine.rows("insert into blob_chunk values(?, 0, ?)", (digest("cut"), b"a cut-off document"))
    pack(people.ann.engine, out)
    assert not holds(out, "a cut-off document")


def _canary(number):
    return f"canary-{number:04d}-song"


def test_nothing_of_what_was_not_chosen_is_in_it(people, out):
    """Strings in every field of everything that is not chosen, some deleted or changed since: none is in any byte."""
    ann, bob = people.ann, people.bob
    source, highlight, concept = furnish(ann)
    canaries = []

    def sing():
        canaries.append(_canary(len(canaries)))
        return canaries[-1]

    for person in (ann, bob):
        for number in range(20):
            _sing(person, f"{person.id}{number}", sing)
        person.delete(CONCEPT, person.concept(sing()))
    people.share("ann", "bob")
    for kind in ({"concepts": [concept]}, {"sources": [source]}, {"sources": [source], "persons": [ann.id]}):
        pack(ann.engine, out, **kind)
        assert [canary for canary in canaries if holds(out, canary)] == []
        assert ids(received(out), "highlight") == {highlight}


def _sing(person, letter, sing):
    """Make a source with everything that can hang on one, each text of it a canary."""
    with person.action("Many things") as action:
        source, _ = add_document(person.engine, person.writer, f"{sing()} {letter}")
        action.make(FILE_NAME, {"target": source, "name": sing()})
        person.shelve(source, sing())
        reference = action.make(REFERENCE, {"source": source})
        action.set(REFERENCE, reference, "field:title", sing())
        action.set(SOURCE, source, "reference", reference)
        highlight = person.highlight(source, sing())
        parent = person.concept(sing())
        tag = person.concept(sing(), parent)
        person.tag(highlight, tag)
        action.set(LABEL, person.label(tag, sing()), "text", sing())
        action.set(CONCEPT, tag, "definition", sing())
        note = person.note(highlight, sing())
    person.set(NOTE, note, "text", sing())
    person.set(HIGHLIGHT, highlight, "edited_quote", sing())


def test_what_others_wrote_on_a_persons_highlights_stays_here(people, out):
    ann, bob = people.ann, people.bob
    source, highlight, _ = furnish(ann)
    people.share("ann", "bob")
    bob.note(highlight, _canary(1))
    bob.tag(highlight, bob.concept(_canary(2)))
    bob.highlight(source, _canary(3))
    people.share("ann", "bob")
    pack(ann.engine, out, persons=[ann.id])
    assert [number for number in (1, 2, 3) if holds(out, _canary(number))] == []
    library = received(out)
    assert ids(library, "highlight") == {highlight}
    assert len(ids(library, "note")) == len(ids(library, "tagging")) == 1


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("packages")


_STEPS = st.lists(
    st.tuples(st.sampled_from(("ann", "bob")), st.integers(0, 12), st.integers(0, 7), st.integers(0, 7)),
    min_size=5,
    max_size=40,
)
_CHOICES = st.tuples(*(st.lists(st.integers(0, 7), max_size=2) for _ in range(3)), st.booleans())


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(_STEPS, _CHOICES)
def test_part_then_whole_is_whole(folder, steps, choice):
    _after(folder, steps, choice)


@pytest.mark.slow
@settings(max_examples=3000, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(_STEPS, _CHOICES)
def test_part_then_whole_is_whole_very_often(folder, steps, choice):
    _after(folder, steps, choice)


def _after(folder, steps, choice):
    """Let people do what they do, and share a part of it."""
    with pytest.MonkeyPatch.context() as patch:
        clock = Clock()
        patch.setattr(ledger, "time", clock)
        people = People(clock)
        try:
            for step in steps:
                _do(people, *step)
            _part_then_whole(people, folder / "some.commonplace-share", choice)
        finally:
            people.close()


def _do(people, name, what, x, y):
    person = getattr(people, name)
    engine = person.engine

    def one(table, at):
        found = sorted(ids(engine, table))
        return found[at % len(found)] if found else None

    source, highlight, concept = one("source", x), one("highlight", x), one("concept", x)
    other, tagging, reference = one("concept", y), one("tagging", x), one("reference", y)
    if what == 0:
        person.source("abc"[x % 3])
    elif what == 1 and source:
        person.reference(source, f"Key{x}")
    elif what == 2 and source:
        person.highlight(source, f"Quote {y}")
    elif what == 3:
        person.concept("NSS" if x % 2 else f"Concept {y}", *([other] if other and y % 2 else []))
    elif what == 4 and highlight and other:
        person.tag(highlight, other)
    elif what == 5 and tagging:
        person.set(TAGGING, tagging, "present", bool(y % 2))
    elif what == 6 and concept and other and concept != other:
        person.set(CONCEPT, concept, "parents", [other])
    elif what == 7 and concept and other and concept != other:
        person.same(concept, other, y % 3 > 0)
    elif what == 8:
        kind, id = ((HIGHLIGHT, highlight), (CONCEPT, concept), (SOURCE, source))[y % 3]
        if id:
            person.delete(kind, id)
    elif what == 9 and highlight:
        person.note(highlight, f"Note {y}")
    elif what == 10 and source and reference:
        person.set(SOURCE, source, "reference", reference)
    elif what == 11 and engine.value("select 1 from action where label<>''"):
        with suppress(NotDoneError):
            person.undo()
    elif what == 12:
        people.share("ann", "bob")


def _part_then_whole(people, path, choice):
    engine = people.ann.engine
    every = [sorted(ids(engine, table)) for table in ("concept", "source", "person")]
    chosen = [[found[at % len(found)] for at in picked if found] for found, picked in zip(every, choice, strict=False)]
    asked = dict(zip(("concepts", "sources", "persons"), chosen, strict=True))
    try:
        pack(engine, path, documents=choice[3], **asked)
    except NotDoneError:
        return
    part = received(path)
    assert records(part) <= records(engine)
    _stands_by_itself(part, engine)
    again = memory_library()
    unite(again, part)
    unite(again, engine)
    whole = copy_of(engine)
    unite(whole, part)
    assert visible(again) == visible(whole) == visible(engine)
    assert records(again) == records(engine)


def _stands_by_itself(part, whole):
    """What is shown of a part is shown as in the whole, and names nothing that is not there."""
    for sql in (
        "select count(*) from highlight where source not in (select id from source)",
        "select count(*) from tagging t join highlight h on h.id=t.highlight"
        " where t.alive and t.concept not in (select id from concept)",
        "select count(*) from note where target not in (select id from highlight)",
        "select count(*) from source where reference is not null and reference not in (select id from reference)",
        "select count(*) from action where person not in (select id from person)",
        "select count(*) from revision where action not in (select id from action)",
        "select count(*) from revision where entity not in (select id from entity)",
    ):
        assert part.value(sql) == 0, sql
    for table in ("concept", "source", "highlight", "note", "tagging", "reference", "person"):
        # What only a thing outside of the choice keeps from being deleted is deleted without that.
        kept = ids(whole, "conflict", "kind='deleted'", column="entity")
        shown = {row for row in part.rows(f"select * from {table}") if row[0].hex() not in kept}
        assert shown <= set(whole.rows(f"select * from {table}")), table
