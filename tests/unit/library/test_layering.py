"""Another layer of a source, and its highlights in it."""

import pytest

from commonplace.documents.reading import Reading
from commonplace.documents.ready import made_ready
from commonplace.library.highlighting import HighlightRequest, delete, highlight
from commonplace.library.highlights import Filter, list_highlights
from commonplace.library.layering import give_layer
from commonplace.library.searching import search
from commonplace.library.sources import list_sources, read_text
from commonplace.library.upkeep import check_library, redo, undo
from core.records import Block, Layer
from db.sources import sources

OLD = """The har-
bour towns spoke of an open sea.

They did not speak of counterstrike, and nobody asked them to.

The last word was deterrence."""

NEW = """They did not  speak of counterstrike, and nobody asked them to.

The harbour towns spoke of an open sea.

The last word had been defence."""


def reading(library, source: str, text: str, extractor: str = "text/99") -> Reading:
    """What a worker would give back for a text in paragraphs."""
    blocks, at = [], 0
    for paragraph in text.split("\n\n"):
        blocks.append(Block("paragraph", at, at + len(paragraph)))
        at += len(paragraph) + 2
    (facts,) = sources(library.engine, [source])
    return made_ready(Layer("text", extractor, text, blocks=tuple(blocks)), facts.sha256)


@pytest.fixture
def source(bring):
    return bring({"towns.txt": OLD})[0]


def marked(library, source: str, quote: str) -> str:
    return highlight(library, source, HighlightRequest(quotes=(quote,))).id


def line(library, id: str):
    return next(one for one in list_highlights(library, Filter()) if one.id == id)


def test_highlights_move_to_the_layer_that_is_shown_from_now_on(library, source):
    moved = marked(library, source, "The harbour towns")
    spaced = marked(library, source, "speak of counterstrike")
    changed = marked(library, source, "The last word was deterrence.")

    done = give_layer(library, source, reading(library, source, NEW), "Read towns.txt anew")

    assert {one.highlight for one in done.moved} == {moved, spaced}
    assert [(one.highlight, one.after) for one in done.uncertain] == [(changed, "The last word had been defence.")]
    assert read_text(library, source).text == NEW
    assert line(library, moved).exact == "The harbour towns"
    assert line(library, changed).exact == "The last word was deterrence."
    assert check_library(library).problems == ()


def test_one_undo_brings_back_the_layer_and_every_anchor(library, source):
    marked(library, source, "The harbour towns")
    before = list_highlights(library, Filter())
    former = read_text(library, source).layer
    give_layer(library, source, reading(library, source, NEW, "text/0"), "Read towns.txt anew")
    after = list_highlights(library, Filter())
    shown = read_text(library, source).layer

    assert undo(library).label == "Read towns.txt anew"
    assert (read_text(library, source).layer, list_highlights(library, Filter())) == (former, before)
    redo(library)
    assert (read_text(library, source).layer, list_highlights(library, Filter())) == (shown, after)


def test_search_shows_the_new_text_and_forgets_the_old(library, source):
    assert len(search(library, "deterrence").hits) == 1
    give_layer(library, source, reading(library, source, NEW), "Read towns.txt anew")
    assert search(library, "deterrence").hits == ()
    assert [hit.snippet for hit in search(library, "defence").hits]
    undo(library)
    assert search(library, "defence").hits == ()
    assert len(search(library, "deterrence").hits) == 1


def test_the_same_layer_writes_nothing(library, source):
    marked(library, source, "The harbour towns")
    give_layer(library, source, reading(library, source, NEW), "Read towns.txt anew")
    actions = library.engine.value("select count(*) from action")
    again = give_layer(library, source, reading(library, source, NEW), "Read towns.txt anew")
    assert again.layer == again.former
    assert library.engine.value("select count(*) from action") == actions


def test_a_deleted_highlight_stays_deleted(library, source):
    gone = marked(library, source, "The harbour towns")
    delete(library, gone)
    give_layer(library, source, reading(library, source, NEW), "Read towns.txt anew")
    assert list_highlights(library, Filter()) == []
    assert [one.highlights for one in list_sources(library)] == [0]
