"""Copies of one work: proposed with evidence, accepted, and what was marked in one shown in the other."""

import pytest

from commonplace.library.copies import accept_copies, proposed_copies
from commonplace.library.highlighting import HighlightRequest, highlight
from commonplace.library.highlights import Filter, list_highlights
from commonplace.library.importing import import_paths
from commonplace.library.merging import merge
from commonplace.library.naming import source_named
from commonplace.library.referencing import list_references
from commonplace.library.sameness import same
from commonplace.library.session import new_library
from commonplace.library.settling import settle, settle_all
from commonplace.library.sharing import ShareRequest, share
from commonplace.library.sources import list_sources, read_text
from commonplace.library.upkeep import check_library, redo, undo
from core.errors import NotDoneError
from db.sources import sources

PAPER = """\
The harbour towns of the north

The harbour towns of the north spoke of a free and open sea long before the word strategy was used, and they kept watch.

In the new paper the council names counterstrike twice: as a means to keep the peace, and as a last resort of the towns.

Whoever reads the budgets of those years finds ships, and people who can sail them, and very little else beside them.

The bank of the river gave way in spring, and the people of the valley built their bridges back before the autumn came.
"""
SCAN = PAPER.replace("harbour towns of the north spoke", "harbour tovvns of the north spoke").replace(
    "very little", "vcry little"
)
OTHER = """\
On the price of bread

Bakers keep books about the price of flour, and people who buy bread keep none; that is why bakers know what people pay.

Above the valley the villages kept their own ovens, by which they paid nobody, and baked every week for the whole place.
"""
QUOTES = (
    "as a means to keep the peace",
    "The harbour towns of the north spoke of a free and open sea",
    "built their bridges back",
)


@pytest.fixture
def bob(tmp_path, quick):
    with new_library(tmp_path / "bob.commonplace", "Bob") as library:
        yield library
        assert check_library(library).problems == ()


def brought(library, folder, name: str, text: str) -> str:
    folder.mkdir(exist_ok=True)
    (folder / name).write_text(text, "utf-8")
    (line,) = import_paths(library, [folder / name])
    return line.source


def marked(library, source: str, *quotes: str) -> list[str]:
    return [highlight(library, source, HighlightRequest(quotes=(quote,))).id for quote in quotes]


@pytest.fixture
def two(library, bob, tmp_path):
    """Ann's paper and Bob's scan of it, with his highlights."""
    mine = brought(library, tmp_path / "ann", "towns.txt", PAPER)
    brought(library, tmp_path / "ann", "bread.txt", OTHER)
    theirs = brought(bob, tmp_path / "bob", "scan.txt", SCAN)
    quotes = [
        quote.replace("harbour towns of the north spoke", "harbour tovvns of the north spoke") for quote in QUOTES
    ]
    return mine, theirs, marked(bob, theirs, *quotes)


def given(bob, library, tmp_path, *, documents: bool) -> None:
    share(bob, tmp_path / "bob.commonplace-share", ShareRequest(documents=documents, force=True))
    merge(library, tmp_path / "bob.commonplace-share")


def by_id(library):
    return {line.id: line for line in list_highlights(library, Filter())}


@pytest.mark.parametrize("documents", [True, False])
def test_a_colleagues_scan_is_proposed_and_no_other(library, bob, two, tmp_path, documents):
    mine, theirs, _ = two
    given(bob, library, tmp_path, documents=documents)
    (line,) = proposed_copies(library)
    assert {line.a, line.b} == {mine, theirs}
    if documents:
        assert line.evidence.text > 60
    else:
        assert line.a == mine
        assert line.evidence.quotes[0] >= 2
    assert proposed_copies(library, [theirs]) == [line]
    assert proposed_copies(library, []) == []


@pytest.mark.parametrize("documents", [True, False])
def test_what_is_found_is_shown_on_my_copy_and_stays_on_theirs(library, bob, two, tmp_path, documents):
    mine, theirs, (means, towns, bridges) = two
    given(bob, library, tmp_path, documents=documents)
    before = by_id(library)
    done = accept_copies(library, mine, theirs)
    assert {one.highlight for one in (*done.exact, *done.moved)} == {means, bridges}
    assert [one.highlight for one in done.uncertain] == [towns]
    lines = by_id(library)
    assert {id: line.source for id, line in lines.items()} == {means: mine, towns: theirs, bridges: mine}
    assert lines[means].author == "Bob"
    assert len({line.citekey for line in lines.values()}) == 1
    assert proposed_copies(library) == [] or not documents
    if not documents:
        assert lines[towns].placement == "uncertain"
        assert source_named(library, lines[towns].citekey) == mine
        assert settle(library, towns).source == mine
        undo(library)
    undo(library)
    assert by_id(library) == before

    accept_copies(library, mine, theirs)
    share(library, tmp_path / "back.commonplace-share", ShareRequest(documents=False, force=True))
    merge(bob, tmp_path / "back.commonplace-share")
    assert {line.source for line in list_highlights(bob, Filter())} == {theirs}
    assert {line.placement for line in list_highlights(bob, Filter())} == {"placed"}
    assert check_library(bob).counts["conflicts"] == 0


def test_works_that_were_told_apart_are_proposed_no_more(library, bob, two, tmp_path):
    given(bob, library, tmp_path, documents=True)
    (line,) = proposed_copies(library)
    same(library, *line.citekeys, off=True)
    assert proposed_copies(library) == []


def test_one_source_or_a_copy_without_its_text_is_refused(library, bob, two, tmp_path):
    mine, theirs, _ = two
    given(bob, library, tmp_path, documents=False)
    with pytest.raises(NotDoneError):
        accept_copies(library, mine, mine)
    with pytest.raises(NotDoneError):
        accept_copies(library, theirs, mine)


def test_highlights_without_their_document_show_at_once_where_the_same_document_is_here(library, bob, tmp_path):
    mine = brought(library, tmp_path / "ann", "towns.txt", PAPER)
    ids = marked(bob, brought(bob, tmp_path / "bob", "towns.txt", PAPER), *QUOTES)
    given(bob, library, tmp_path, documents=False)
    lines = by_id(library)
    assert {id: (line.source, line.placement) for id, line in lines.items()} == dict.fromkeys(ids, (mine, "placed"))


def test_highlights_show_when_the_document_comes_later(library, bob, tmp_path):
    ids = marked(bob, brought(bob, tmp_path / "bob", "towns.txt", PAPER), *QUOTES)
    given(bob, library, tmp_path, documents=False)
    assert set(by_id(library)) == set(ids)
    mine = brought(library, tmp_path / "ann", "towns.txt", PAPER)
    assert {line.source for line in by_id(library).values()} == {mine}
    assert {line.placement for line in by_id(library).values()} == {"placed"}
    assert read_text(library, mine).text == read_text(bob, mine).text
    (line,) = import_paths(library, [tmp_path / "ann" / "towns.txt"])
    assert line.status == "duplicate"
    lines = by_id(library)
    undo(library)
    assert set(by_id(library)) == set(ids)
    redo(library)
    assert by_id(library) == lines
    assert len(list_sources(library)) == len(list_references(library)) == 1


def test_highlights_of_another_extractor_are_found_again_by_quote(library, bob, tmp_path, monkeypatch):
    from commonplace.documents.flowing import text as reader

    mine = brought(library, tmp_path / "ann", "towns.txt", PAPER)
    monkeypatch.setattr(reader, "EXTRACTOR", "text/99")
    theirs = brought(bob, tmp_path / "bob", "towns.txt", PAPER)
    assert theirs == mine
    ids = marked(bob, theirs, *QUOTES)
    given(bob, library, tmp_path, documents=False)
    assert {line.placement for line in by_id(library).values()} <= {"exact", "moved"}
    done = settle_all(library)
    assert {one.highlight for one in (*done.exact, *done.moved)} == set(ids)
    assert {line.placement for line in by_id(library).values()} == {"placed"}
    assert check_library(library).counts["conflicts"] == 0
    undo(library)
    assert settle_all(library).lost == ()
    assert len(list_sources(library)) == 1
    assert sources(library.engine, [mine])[0].highlights == len(ids)
