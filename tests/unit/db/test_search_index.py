"""The full-text index beside a library: it catches up by itself and may be thrown away at any time."""

import random
from contextlib import closing

import pytest
from ledgers import Person, add_document, copy_of, package, unite

from core.queries import fts_match, parse_query
from core.token_places import folded_unit
from db.documents import read_layer
from db.kinds import HIGHLIGHT, NOTE
from db.search_index import SearchIndex

EVERYWHERE = ("sources", "highlights", "notes")


def whole(layer):
    """One unit a line, as pages are in a PDF."""
    start = 0
    for line in layer.text.splitlines(keepends=True):
        yield start, start + len(line)
        start += len(line)


@pytest.fixture
def ann(people):
    return people.ann


@pytest.fixture
def where(tmp_path):
    return tmp_path / "cache" / "search.sqlite"


@pytest.fixture
def index(ann, where):
    with closing(SearchIndex(ann.engine, where, "one", whole)) as index:
        yield index


def found(index, query, what=EVERYWHERE):
    index.catch_up()
    found = index.find(fts_match(parse_query(query)), what)
    return sorted((unit.what, unit.text) for units in found for unit in units)


def test_words_of_a_document_are_found_in_their_units(index, ann):
    source, layer = add_document(ann.engine, ann.writer, "Free and open.\nRule of law.\n")
    index.catch_up()
    ((unit,),) = index.find(fts_match(parse_query("law")), EVERYWHERE)
    assert (unit.what, unit.thing, unit.layer, unit.start, unit.end) == ("sources", source, layer, 15, 28)
    assert unit.text == "Rule of law.\n"


@pytest.mark.parametrize("query", ["反撃", "反", "撃能", "反撃能力", "ニホン", "神", "ｶﾞ", "𠮷野", "ガ"])
def test_japanese_words_of_one_character_and_more_are_found(index, ann, query):
    add_document(ann.engine, ann.writer, "反撃能力を保有する。ニホン、神、ガ、𠮷野家。\n関係ない頁\n")
    assert [what for what, _ in found(index, query)] == ["sources"]


def test_characters_that_do_not_stand_together_are_not_found(index, ann):
    add_document(ann.engine, ann.writer, "反対し、攻撃する。\n")
    assert found(index, "反撃") == []


@pytest.mark.parametrize("query", ["ＦＯＩＰ", "foip", "Strategie", "finding", "RENE"])
def test_full_width_letters_ligatures_and_accents_make_no_difference(index, ann, query):
    add_document(ann.engine, ann.writer, "The FOIP strate\u0301gie of René: ﬁnding")
    assert [what for what, _ in found(index, query)] == ["sources"]


def test_highlights_and_notes_are_found_with_what_they_say_now(index, ann):
    highlight = ann.highlight(ann.source(), "Free and open")
    note = ann.note(highlight, "Compare the Quad")
    assert found(index, "open") == [("highlights", "Free and open")]
    assert found(index, "quad") == [("notes", "Compare the Quad")]
    ann.set(NOTE, note, "text", "Compare AUKUS")
    assert found(index, "quad") == []
    assert found(index, "aukus") == [("notes", "Compare AUKUS")]
    ann.undo()
    assert found(index, "quad") == [("notes", "Compare the Quad")]
    ann.set(HIGHLIGHT, highlight, "edited_quote", "free [and] prosperous")
    assert found(index, "prosperous") == [("highlights", "Free and open\nfree [and] prosperous")]


def test_what_is_deleted_is_not_found_until_it_comes_back(index, ann):
    highlight = ann.highlight(ann.source(), "Free and open")
    assert found(index, "open")
    ann.delete(HIGHLIGHT, highlight)
    assert found(index, "open") == []
    ann.undo()
    assert found(index, "open")


def test_only_what_is_asked_for_is_searched(index, ann):
    source, _ = add_document(ann.engine, ann.writer, "Free and open.")
    ann.note(ann.highlight(source, "open"), "open too")
    assert [what for what, _ in found(index, "open", ("notes",))] == ["notes"]
    assert [what for what, _ in found(index, "open", ("sources", "highlights"))] == ["highlights", "sources"]


def test_a_layer_whose_units_a_worker_folded_is_indexed_once(index, ann):
    source, layer = add_document(ann.engine, ann.writer, "Free and open.")
    units = source, layer, read_layer(ann.engine, layer), [folded_unit("Free and open.", 0, 14)]
    index.add_layers([units])
    index.add_layers([units, units])
    assert found(index, "open") == [("sources", "Free and open.")]


def test_what_was_done_while_there_was_no_index_is_caught_up(ann, where):
    """As after a kill between the library's transaction and the index's."""
    with closing(SearchIndex(ann.engine, where, "one", whole)) as index:
        assert found(index, "open") == []
    source, _ = add_document(ann.engine, ann.writer, "Free and open.")
    ann.highlight(source, "open")
    with closing(SearchIndex(ann.engine, where, "one", whole)) as index:
        assert [what for what, _ in found(index, "open")] == ["highlights", "sources"]


def test_an_action_that_is_written_in_several_goes_is_indexed_to_its_end(index, ann):
    source = ann.source()
    with ann.action("Highlight much") as action:
        ann.highlight(source, "first")
        action.flush()
        assert found(index, "first")
        ann.highlight(source, "second")
    assert found(index, "second") == [("highlights", "second")]


def test_a_colleagues_older_work_is_indexed_when_it_comes(people, index):
    people.bob.note(people.bob.highlight(people.bob.source(), "Free"), "open")
    people.ann.concept("Quad")
    assert found(index, "open") == []
    people.ann.merge(people.bob)
    assert found(index, "open") == [("notes", "open")]


def test_a_highlight_that_a_colleagues_tag_brings_back_is_found_again(people, index):
    highlight = people.ann.highlight(people.ann.source(), "Free and open")
    people.share("ann", "bob")
    people.ann.delete(HIGHLIGHT, highlight)
    assert found(index, "open") == []
    people.bob.tag(highlight, people.bob.concept("FOIP"))
    people.ann.merge(package(people.bob.engine, [people.bob.engine.value("select id from tagging")]))
    people.ann.concept("Quad")
    assert found(index, "open") == [("highlights", "Free and open")]


def test_an_older_state_of_the_library_is_searched_as_it_is(ann, where):
    highlight = ann.highlight(ann.source(), "Free")
    backup = copy_of(ann.engine)
    note = ann.note(highlight, "lost")
    with closing(SearchIndex(ann.engine, where, "one", whole)) as index:
        assert found(index, "lost")
    restored = Person("ann", backup, None)
    restored.nonce = lambda: "after the backup"
    restored.note(highlight, "kept")
    with closing(SearchIndex(backup, where, "one", whole)) as index:
        assert found(index, "lost") == []
        assert found(index, "kept") == [("notes", "kept")]
    assert note


def test_the_index_of_another_library_is_thrown_away(people, where):
    people.ann.highlight(people.ann.source(), "Free and open")
    people.bob.highlight(people.bob.source(), "Rule of law")
    with closing(SearchIndex(people.ann.engine, where, "one", whole)) as index:
        assert found(index, "open")
    with closing(SearchIndex(people.bob.engine, where, "two", whole)) as index:
        assert found(index, "open") == []
        assert found(index, "law") == [("highlights", "Rule of law")]


@pytest.mark.parametrize("content", [b"", b"no database", b"SQLite format 3\0" + bytes(4080)])
def test_what_is_no_index_is_made_anew(ann, where, content):
    ann.highlight(ann.source(), "Free and open")
    where.parent.mkdir()
    where.write_bytes(content)
    with closing(SearchIndex(ann.engine, where, "one", whole)) as index:
        assert found(index, "open") == [("highlights", "Free and open")]


def test_a_damaged_index_is_made_anew(ann, where):
    """Whichever page is rubbish: searching finds what there is, or nothing is lost by trying again."""
    source, _ = add_document(ann.engine, ann.writer, "".join(f"Free and open {number}.\n" for number in range(300)))
    ann.note(ann.highlight(source, "open"), "open")
    with closing(SearchIndex(ann.engine, where, "one", whole)) as index:
        expected = found(index, "open")
    sound = where.read_bytes()
    noise = random.Random(3)
    for start in range(0, len(sound), 4096):
        where.write_bytes(sound[:start] + noise.randbytes(4096) + sound[start + 4096 :])
        with closing(SearchIndex(ann.engine, where, "one", whole)) as index:
            assert found(index, "open") == expected


def test_merging_while_the_index_is_open_adds_the_documents(people, index):
    add_document(people.bob.engine, people.bob.writer, "Free and open.")
    unite(people.ann.engine, people.bob.engine)
    assert found(index, "open") == [("sources", "Free and open.")]
