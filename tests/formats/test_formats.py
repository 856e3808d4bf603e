"""Every format of library that was ever released opens, and is what it was."""

from contextlib import closing
from pathlib import Path

import pytest

from db.check import check
from db.concepts import concepts
from db.deliveries import Merge
from db.documents import blob_bytes, read_layer
from db.highlights import highlights, persons
from db.history import history
from db.opening import FORMAT, create, open_library, read_header
from db.references import bibfiles, references
from db.sources import sources
from db.undo import redo, undo_state
from db.union import attached, brings_anything, take
from db.verifying import altered_records

HERE = Path(__file__).parent
FILES = sorted(HERE.glob("format-*.commonplace"))
COUNTS = {
    "format-1": {"source": 2, "reference": 3, "concept": 4, "highlight": 2, "note": 2, "conflicts": 3, "incomplete": 0},
}


@pytest.fixture(params=FILES, ids=lambda path: path.stem)
def library(request, tmp_path):
    """A copy of an old library, opened as this version opens it."""
    path = tmp_path / request.param.name
    path.write_bytes(request.param.read_bytes())
    with closing(open_library(path, before_migration=lambda _: None)) as engine:
        yield engine


def test_there_is_a_library_of_every_format():
    assert [path.stem for path in FILES] == [f"format-{number}" for number in range(1, FORMAT + 1)]
    assert set(COUNTS) == {path.stem for path in FILES}
    for number, path in enumerate(FILES, 1):
        assert read_header(path).format == number


def test_it_opens_whole_and_sound(library):
    report = check(library, remake=False)
    assert report.problems == ()
    assert report.counts == COUNTS[library.path.stem]
    assert altered_records(library) == []
    assert read_header(library.path).format == FORMAT


def test_making_its_tables_again_changes_nothing(library):
    assert check(library, remake=True).problems == ()
    assert check(library, remake=False).problems == ()


def test_documents_and_their_texts_are_there_to_the_character(library):
    english, japanese = sources(library)
    assert (
        blob_bytes(library, bytes.fromhex(japanese.sha256)).decode() == "反撃能力を保有する。\n神戸、神\ufa19、𠮷野家。"
    )
    assert read_layer(library, japanese.layer).text == "反撃能力を保有する。\n神戸、神\ufa19、𠮷野家。"
    assert english.page_labels == ("i", "63")
    assert [(found.field, found.value) for found in english.found] == [
        ("title", "A Free and Open Indo-Pacific"), ("author", "Abe, Shinzo"),
    ]  # fmt: skip
    assert japanese.names == ("反撃.txt",)
    assert (english.collections, japanese.collections) == (("Thesis",), ())


def test_references_keep_their_keys_and_fields(library):
    abe, japanese, sato = references(library)
    assert (abe.citekey, abe.aliases) == ("Abe2016", ("Keyfo",))
    assert abe.fields == {"title": "{A} Free and Open Indo-Pacific"}
    assert japanese.citekey == "Key"
    assert (sato.citekey, sato.aliases, sato.type) == ("Sato2019", ("SatoSea",), "book")
    assert sato.fields == {"title": "Order at sea"}
    assert [file.id for file in bibfiles(library)] == [sato.bibfile]


def test_highlights_have_their_notes_and_concepts(library):
    names = {concept.id: concept.name for concept in concepts(library)}
    found = [
        (one.exact, [note.text for note in one.notes], [names[id].casefold() for id in one.concepts])
        for one in highlights(library)
    ]
    assert found == [
        ("rule of law", ["Compare 2016.\nAnd 2018."], ["foip"]),
        ("神\ufa19、𠮷野家", ["Which 神?"], ["counterstrike"]),
    ]
    assert sorted(persons(library).values()) == ["Ann", "鈴木"]


def test_concepts_stand_where_they_stood(library):
    assert [" > ".join(concept.path).casefold() for concept in concepts(library)] == [
        "order", "order > counterstrike", "order > foip",
    ]  # fmt: skip
    assert {concept.name: concept.aliases for concept in concepts(library)}["counterstrike"] == ("反撃能力",)


def test_what_was_in_conflict_still_is(library):
    kinds = library.rows("select field, kind from conflict order by 1")
    assert kinds == [("colour", "values"), ("deleted", "deleted"), ("parents", "circle")]


def test_history_and_undo_go_on(library):
    steps = history(library)
    assert [step.label for step in steps[:4]] == ["Untag"] * 4
    assert [step.label for step in steps[-2:]] == ["Import 反撃.txt", "Import fo.pdf"]
    state = undo_state(library, b"ann-desk")
    assert (state.undo.label, state.redo.label) == ("Keep two apart", "Untag")
    from db.ledger import Writer

    redo(library, Writer("ann", "Ann", b"ann-desk"))
    assert highlights(library)[0].concepts == ()


def test_it_merges_with_a_new_library_in_both_directions(library, tmp_path):
    with closing(create(tmp_path / "new.commonplace")) as new:
        with attached(new, library.path):
            take(new, Merge("Merge", b"ann-desk", 0))
        assert check(new, remake=False).counts == COUNTS[library.path.stem]
        with attached(library, new.path):
            assert not brings_anything(library)
