"""Packages as people ask for them: by names, with or without the documents, and never over what is theirs."""

from dataclasses import replace

import pymupdf
import pytest

from commonplace.library.bibexport import export_bib
from commonplace.library.bibliography import import_bib
from commonplace.library.concepts import add_concept
from commonplace.library.exporting import export_notes
from commonplace.library.highlighting import delete, tag, untag, write_note
from commonplace.library.highlights import Filter, list_highlights
from commonplace.library.importing import import_paths
from commonplace.library.past import past
from commonplace.library.quoting import edit_quote
from commonplace.library.referencing import set_fields
from commonplace.library.searching import search
from commonplace.library.session import new_library, open_session
from commonplace.library.sharing import ShareRequest, share
from commonplace.library.sources import list_sources, set_page_label
from commonplace.library.upkeep import check_library, undo_labels
from core.errors import NotDoneError, UnknownNameError
from db.deliveries import Merge
from db.packages import read_manifest
from db.union import attached, take

TEXTS = {
    "sea.txt": "The harbour towns spoke of a free and open sea.\n\n" + "And so on. " * 20 + "\n\nNobody marked this.\n",
    "land.txt": "The mountain villages kept to themselves.\n",
}
BIB = """@string{jst = "Journal of Strategy"}
@article{Sea2020, title = {The open sea}, journal = jst, month = mar, note = "Part" # " one",
  date = {2020}, file = {sea.txt}}
@book{Land2021, title = {The closed land}, date = {2021}, file = {land.txt}}
"""


@pytest.fixture
def both(bring, mark, library, tmp_path):
    """The ids of two texts, each with its reference, a highlight and a concept."""
    sea, land = bring(TEXTS)
    (tmp_path / "refs.bib").write_text(BIB, "utf-8")
    import_bib(library, tmp_path / "refs.bib")
    add_concept(library, "Order")
    add_concept(library, "FOIP", parent="Order")
    mark(sea, "free and open sea", concepts=("FOIP",), note="A note")
    mark(land, "mountain villages", concepts=("Villages",))
    return sea, land


@pytest.fixture
def out(tmp_path):
    return tmp_path / "some.commonplace-share"


@pytest.fixture
def received(tmp_path):
    """Merge a package into a new library of Bob's."""
    made = []

    def merge(package):
        library = new_library(tmp_path / f"bob-{len(made)}.commonplace", "Bob")
        made.append(library)
        with attached(library.engine, package):
            take(library.engine, Merge("Merge", b"bob-desk", 0))
        assert check_library(library).problems == ()
        return library

    yield merge
    for library in made:
        library.close()


def test_all_is_shared_where_nothing_is_chosen(library, both, out, received):
    report = share(library, out, ShareRequest())
    assert report.path == str(out)
    assert report.bytes == out.stat().st_size
    assert (report.documents, report.counts["highlight"], report.counts["layer"]) == (True, 2, 2)
    theirs = received(out)
    assert _told(theirs) == _told(library)
    assert [replace(line, found=()) for line in list_sources(theirs)] == [
        replace(line, found=()) for line in list_sources(library)
    ]


def _told(library):
    return [
        (line.id, line.quote, line.locator, line.concepts, line.author) for line in list_highlights(library, Filter())
    ]


@pytest.mark.parametrize(
    ("request_", "quotes"),
    [
        (ShareRequest(concepts=("foip",)), {"free and open sea"}),
        (ShareRequest(concepts=("Order",)), {"free and open sea"}),
        (ShareRequest(concepts=("Order", "Villages")), {"free and open sea", "mountain villages"}),
        (ShareRequest(sources=("Land2021",)), {"mountain villages"}),
        (ShareRequest(sources=("Land2021",), concepts=("Order", "Villages")), {"mountain villages"}),
        (ShareRequest(persons=("ann",)), {"free and open sea", "mountain villages"}),
    ],
    ids=["concept", "with its children", "or", "source", "and", "person"],
)
def test_what_is_named_is_shared(library, both, out, received, request_, quotes):
    share(library, out, request_)
    assert {line.quote for line in list_highlights(received(out), Filter())} == quotes


def test_without_documents_quotes_are_listed_and_exported(library, both, out, received, tmp_path):
    report = share(library, out, ShareRequest(concepts=("FOIP",), documents=False))
    assert (report.counts["layer"], report.counts["blob"]) == (0, 0)
    data = out.read_bytes()
    assert b"Nobody marked" not in data
    assert b"mountain" not in data
    assert b"Land2021" not in data
    theirs = received(out)
    (line,) = list_highlights(theirs, Filter())
    assert (line.quote, line.citekey, line.note, line.notes[0].text) == ("free and open sea", "Sea2020", "", "A note")
    assert [source.title for source in list_sources(theirs)] == ["The open sea"]
    exported = export_notes(theirs, Filter(), format="md", out=tmp_path / "bob.md")
    assert any("not checked" in warning for warning in exported.warnings)
    assert "free and open sea" in (tmp_path / "bob.md").read_text("utf-8")
    assert "The open sea" in (tmp_path / "bob.bib").read_text("utf-8")


def test_a_reference_can_be_read_without_its_bib(library, both, out, received):
    """The .bib itself, with all its other entries, stays here; what its macros mean comes along."""
    share(library, out, ShareRequest(sources=("Sea2020",), documents=False))
    assert b"closed land" not in out.read_bytes()
    exported = export_bib(received(out)).decode()
    assert "journal = {Journal of Strategy}" in exported
    assert "month = mar" in exported
    assert "note = {Part one}" in exported


def test_a_reference_that_was_edited_keeps_the_macros_of_its_bib(library, both):
    set_fields(library, "Sea2020", {"title": "The closed sea"})
    exported = export_bib(library).decode()
    assert "journal = jst" in exported
    assert "The closed sea" in exported


def test_a_divided_word_is_listed_without_its_text(library, bring, mark, out, received):
    (source,) = bring({"divided.txt": "They spoke of deter-\nrence and more.\n"})
    mark(source, "of deterrence and")
    share(library, out, ShareRequest(documents=False))
    (line,) = list_highlights(received(out), Filter())
    assert line.quote == "of deterrence and"


def test_the_manifest_names_who_made_it_and_of_what(library, both, out):
    share(library, out, ShareRequest(concepts=("foip",), sources=("Sea2020",), persons=("ann",)))
    manifest = read_manifest(out)
    assert (manifest.by.id, manifest.by.name) == (library.person, "Ann")
    assert [one.name for one in manifest.chosen.concepts] == ["FOIP"]
    assert [(one.id, one.name) for one in manifest.chosen.sources] == [(both[0], "Sea2020")]
    assert [one.name for one in manifest.chosen.persons] == ["Ann"]
    assert manifest.program.startswith("Commonplace ")


def test_every_wording_of_what_was_chosen_is_in_it_and_in_the_library_itself(library, both, out):
    (line,) = list_highlights(library, Filter(concepts=("FOIP",)))
    write_note(library, line.id, "Another wording")
    edit_quote(library, line.id, "free and open […]")
    delete(library, line.id)
    library.close()
    with open_session(library.path, "Ann", writing=True) as again:
        share(again, out, ShareRequest(sources=("Sea2020",)))
    for path in (out, library.path):
        data = path.read_bytes()
        assert all(wording in data for wording in (b"A note", b"Another wording", "free and open […]".encode()))


def test_what_is_private_is_in_no_package(library, both, mark, out):
    sea, _ = both
    (line,) = list_highlights(library, Filter(concepts=("FOIP",)))
    write_note(library, line.id, "canary-of-a-note", private=True)
    mark(sea, "harbour towns", note="canary-of-a-highlight", concepts=("FOIP",), private=True)
    for request in (ShareRequest(), ShareRequest(sources=("Sea2020",)), ShareRequest(persons=("Ann",))):
        share(library, out, replace(request, force=True))
        assert b"canary" not in out.read_bytes()
        assert read_manifest(out).counts["highlight"] == (1 if request.sources else 2)


def test_unknown_names_are_told(library, both, out):
    for request in (
        ShareRequest(concepts=("Nowhere",)),
        ShareRequest(sources=("Nobody1999",)),
        ShareRequest(persons=("Nobody",)),
    ):
        with pytest.raises(UnknownNameError):
            share(library, out, request)
    assert not out.exists()


def test_a_file_that_is_there_is_overwritten_by_force_only(library, both, out):
    out.write_text("mine", "utf-8")
    with pytest.raises(NotDoneError) as raised:
        share(library, out, ShareRequest())
    assert raised.value.code == "would-overwrite"
    assert out.read_text("utf-8") == "mine"
    share(library, out, ShareRequest(force=True))
    first = read_manifest(out)
    with pytest.raises(NotDoneError):
        share(library, out, ShareRequest())
    assert read_manifest(out) == first


def test_a_library_is_not_overwritten_even_by_force(library, both, tmp_path):
    other = tmp_path / "other.commonplace"
    new_library(other, "Ann").close()
    before = other.read_bytes()
    for path in (other, library.path):
        with pytest.raises(NotDoneError):
            share(library, path, ShareRequest(force=True))
    assert other.read_bytes() == before


def test_nothing_is_left_where_nothing_was_written(library, both, out, tmp_path):
    before = sorted(tmp_path.iterdir())
    with pytest.raises(NotDoneError):
        share(library, tmp_path / "no folder" / "x", ShareRequest())
    with pytest.raises(NotDoneError):
        share(library, tmp_path / "documents", ShareRequest(force=True))

    def stop(_done, _total):
        raise KeyboardInterrupt

    with pytest.MonkeyPatch.context() as patch, pytest.raises(KeyboardInterrupt):
        patch.setattr("db.packing._TOLD_EVERY", 1)
        share(library, out, ShareRequest(), stop)
    assert sorted(tmp_path.iterdir()) == before


def test_of_an_empty_library_nothing_is_shared(library, out):
    with pytest.raises(NotDoneError):
        share(library, out, ShareRequest())
    assert not out.exists()


def test_where_nobody_made_a_library_nothing_is_shared(home, out):
    with open_session(None, "Ann", writing=False) as nothing, pytest.raises(NotDoneError):
        share(nothing, out, ShareRequest())
    assert not out.exists()


@pytest.mark.parametrize("every", [1, 10_000])
def test_progress_is_told_to_the_end(library, both, out, monkeypatch, every):
    monkeypatch.setattr("db.packing._TOLD_EVERY", every)
    told = []
    share(library, out, ShareRequest(), lambda done, total: told.append((done, total)))
    assert told == sorted(told)
    assert told[-1][0] == told[-1][1]


def test_what_a_quote_is_cited_by_comes_without_the_document_as_its_makers_claim(
    library, paper, mark, out, received, tmp_path
):
    mark(paper, "first page speaks", concepts=("FOIP",))
    set_page_label(library, paper, "2", "63")
    mark(paper, "second page")
    share(library, out, ShareRequest(documents=False))
    theirs = received(out)
    assert [(line.locator, line.locator_claimed) for line in list_highlights(theirs, Filter())] == [
        ("p. 1", True),
        ("p. 63", True),
    ]
    assert [hit.locator for hit in search(theirs, "second", scopes=["highlights"]).hits] == ["p. 63"]
    exported = export_notes(theirs, Filter(), format="latex", out=tmp_path / "bob.tex")
    assert "[63]" in (tmp_path / "bob.tex").read_text("utf-8")
    assert any("whoever marked them" in warning for warning in exported.warnings)


def test_where_the_document_is_here_its_labels_win(library, paper, mark, out, received):
    mark(paper, "second page")
    set_page_label(library, paper, "2", "63")
    share(library, out, ShareRequest())
    (line,) = list_highlights(received(out), Filter())
    assert (line.locator, line.locator_claimed) == ("p. 63", False)


def test_what_only_the_file_says_of_itself_comes_without_it(library, paper, mark, out, received, tmp_path):
    mark(paper, "second page")
    set_title(tmp_path / "told.pdf", "Deterrence at sea", "Ito, Ann")
    (told,) = (line.source for line in import_paths(library, [tmp_path / "told.pdf"]))
    mark(told, "harbour towns")
    share(library, out, ShareRequest(sources=(told,), documents=False))
    theirs = received(out)
    (source,) = list_sources(theirs)
    assert (source.title, source.authors) == ("Deterrence at sea", ("Ito, Ann",))
    export_notes(theirs, Filter(), format="md", out=tmp_path / "bob.md")
    assert "Deterrence at sea" in (tmp_path / "bob.bib").read_text("utf-8")


def set_title(path, title, author):
    with pymupdf.open() as document:
        document.new_page().insert_text((72, 90), "The harbour towns spoke.")
        document.set_metadata({"title": title, "author": author})
        document.save(path)


def test_no_step_names_a_concept_that_was_not_chosen(library, both, out):
    (line,) = list_highlights(library, Filter(concepts=("FOIP",)))
    tag(library, line.id, ["FOIP", "Villages"])
    add_concept(library, "Undisclosed")
    tag(library, line.id, ["Undisclosed"])
    untag(library, line.id, ["Undisclosed"])
    assert undo_labels(library)[0] == "Take Undisclosed off a highlight"
    assert "Tag a highlight with Undisclosed" in [step.label for step in past(library)]
    share(library, out, ShareRequest(concepts=("FOIP",)))
    assert b"Undisclosed" not in out.read_bytes()
