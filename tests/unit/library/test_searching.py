"""Search: every place is found, and the place is where the words stand in the text as it is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commonplace.library.highlighting import delete, write_note
from commonplace.library.importing import import_paths
from commonplace.library.searching import search
from commonplace.library.session import new_library, open_session
from commonplace.library.sources import read_text
from commonplace.library.upkeep import redo, undo
from core.errors import UnknownNameError
from core.folding import fold

TEXT = """\
Policy papers

The ﬁnancial eﬀort of FOIP and its counter-
strike capability; the cafe\u0301 of Ōe, co\u00adoperation, A2/AD and the ＦＯＩＰ vision.

反撃能力について。敵基地攻撃能力と反 撃。反
撃ﾊﾞﾙｶﾝ半島の⽇本⻑官、𠮷野家、神\ufa19社。日本の一日。
"""


def places(library, query: str, **more) -> list[str]:
    """What stands in the sources where a query is found."""
    found = []
    for hit in search(library, query, **more).hits:
        text = read_text(library, hit.source).text
        found.append(text[hit.start : hit.end])
    return found


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("financial", ["ﬁnancial"]),
        ("EFFORT", ["eﬀort"]),
        ("foip", ["FOIP", "ＦＯＩＰ"]),
        ("ＦＯＩＰ", ["FOIP", "ＦＯＩＰ"]),
        ("counterstrike", ["counter-\nstrike"]),
        ("cafe", ["cafe\u0301"]),
        ("café", ["cafe\u0301"]),
        ("oe", ["Ōe"]),
        ("cooperation", ["co\u00adoperation"]),
        ("a2/ad", ["A2/AD"]),
        ("反撃", ["反撃", "反 撃", "反\n撃"]),
        ("撃", ["撃", "撃", "撃", "撃"]),
        ("反撃能力", ["反撃能力"]),
        ("攻撃能力", ["攻撃能力"]),
        ("日本", ["⽇本", "日本"]),
        ("長官", ["⻑官"]),
        ("バルカン", ["ﾊﾞﾙｶﾝ"]),
        ("𠮷", ["𠮷"]),
        ("𠮷野", ["𠮷野"]),
        ("靖", []),
        ("\ufa19社", ["\ufa19社"]),
        ("神社", ["\ufa19社"]),
        ("神\ufa19", ["神\ufa19"]),
        ('"FOIP and its"', ["FOIP and its"]),
        ("「反撃能力」", ["反撃能力"]),
        ("counter*", ["counter-\nstrike"]),
        ("polic*", ["Policy"]),
        ("strike", []),
        ("pol", []),
        ("foip nowhere", []),
        ("vision policy", ["Policy", "vision"]),
    ],
)
def test_words_are_found_where_they_stand(library, bring, query, expected):
    bring({"a.txt": TEXT})

    assert places(library, query) == expected


def test_the_characters_that_fold_to_one_another(library, bring):
    bring({"a.txt": "神社 靖国 \ufa19社\n"})

    assert places(library, "神社") == ["神社", "\ufa19社"]


@pytest.mark.parametrize("query", ["", " ", '""', "***", "!?", "「」", "-", "\u00ad"])
def test_a_query_of_nothing_is_refused(library, query):
    with pytest.raises(UnknownNameError):
        search(library, query)


@pytest.mark.parametrize(
    "query",
    [
        '"',
        "a AND",
        "NOT x",
        "NEAR(a b)",
        "a OR b",
        "col:a",
        "^a",
        "(",
        "a*b",
        "{x}",
        "';--",
        "-a",
        "\ud800",
        "a\0b",
        "a" * 5000,
        "日" * 500,
    ],
)
def test_nothing_typed_is_syntax(library, bring, query):
    bring({"a.txt": TEXT})
    try:
        search(library, query)
    except UnknownNameError as failure:
        assert failure.code == "empty-query"


def test_highlights_and_notes_are_found_with_their_place(library, bring, mark):
    (source,) = bring({"a.txt": TEXT})
    line = mark(source, "counterstrike capability", note="Wie ist das gemeint?  𠮷")

    (hit,) = search(library, "gemeint", scopes=("notes",)).hits
    assert (hit.where, (hit.start, hit.end), hit.locator) == ("notes", line.ranges[0], line.locator)
    (hit,) = search(library, "capability", scopes=("highlights",)).hits
    assert (hit.where, (hit.start, hit.end)) == ("highlights", line.ranges[0])
    assert {hit.where for hit in search(library, "capability").hits} == {"sources", "highlights"}
    assert search(library, "gemeint", scopes=("sources",)).hits == ()


def test_what_is_changed_deleted_and_taken_back_is_found_as_it_is(library, bring, mark):
    (source,) = bring({"a.txt": TEXT})
    line = mark(source, "capability", note="alpha")
    assert len(search(library, "alpha").hits) == 1
    write_note(library, line.id, "beta")
    assert (len(search(library, "alpha").hits), len(search(library, "beta").hits)) == (0, 1)
    undo(library)
    assert (len(search(library, "alpha").hits), len(search(library, "beta").hits)) == (1, 0)
    redo(library)
    delete(library, line.id)
    assert search(library, "beta").hits == ()
    undo(library)
    assert len(search(library, "beta").hits) == 1
    delete(library, source)
    assert search(library, "beta").hits == search(library, "capability").hits == ()
    undo(library)
    assert len(search(library, "capability").hits) == 2


def test_a_limit_says_whether_there_is_more(library, bring):
    bring({"a.txt": "word " * 30 + "\n"})

    assert (len(search(library, "word", limit=5).hits), search(library, "word", limit=5).more) == (5, True)
    assert (len(search(library, "word", limit=30).hits), search(library, "word", limit=30).more) == (30, False)
    assert search(library, "word", limit=0).hits == ()


def test_an_index_that_is_lost_damaged_or_foreign_is_made_again(library, bring, home, mark):
    (source,) = bring({"a.txt": TEXT})
    mark(source, "capability", note="alpha")
    expected = search(library, "capability alpha", scopes=("notes",)), places(library, "foip"), search(library, "alpha")
    path = next((home / "cache").rglob("search.sqlite"))
    library.close()
    for data in (None, b"", b"not a database at all", path.read_bytes()[:5000]):
        path.unlink(missing_ok=True)
        if data is not None:
            path.write_bytes(data)
        with open_session(library.path, None, writing=False) as again:
            found = search(again, "capability alpha", scopes=("notes",)), places(again, "foip"), search(again, "alpha")
        assert found == expected


def test_a_copied_library_is_searched_by_an_index_that_catches_up(library, bring, tmp_path):
    bring({"a.txt": TEXT})
    assert len(places(library, "foip")) == 2
    (tmp_path / "copy.commonplace").write_bytes(library.path.read_bytes())
    bring({"b.txt": "More of FOIP here.\n"})
    assert len(places(library, "foip")) == 3

    with open_session(tmp_path / "copy.commonplace", None, writing=False) as copy:
        assert len(places(copy, "foip")) == 2


def test_a_word_across_a_long_text_is_found_once(library, bring):
    bring({"a.txt": ("filler words go on and on. " * 200 + "\n\n") * 3 + "needle here\n"})

    assert places(library, "needle") == ["needle"]
    assert len(places(library, '"go on and on"')) == 600


LETTERS = "aé\u0301ﬁ-\u00ad \n反撃⽇ﾊﾞ𠮷Ａ。ß'İ"


@pytest.fixture(scope="module")
def shared(tmp_path_factory, in_process):
    """A library on a computer of its own, for many small texts."""
    folder = tmp_path_factory.mktemp("shared")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("commonplace.library.importing.DocumentWorkers", in_process)
        with new_library(folder / "notes.commonplace", "Ann") as library:
            yield library, folder


@given(text=st.text(LETTERS, min_size=3, max_size=60), data=st.data())
def test_every_hit_folds_to_what_was_asked(shared, text, data):
    library, folder = shared
    (folder / "a.txt").write_text(text, "utf-8", newline="")
    (line,) = import_paths(library, [folder / "a.txt"])
    tokens = fold(text).split()
    if line.status == "failed" or not tokens:
        return
    first = data.draw(st.integers(0, len(tokens) - 1))
    asked = " ".join(tokens[first : first + 2])

    hits = [hit for hit in search(library, f'"{asked}"').hits if hit.source == line.source]

    assert hits
    stored = read_text(library, line.source).text
    assert {fold(stored[hit.start : hit.end]) for hit in hits} == {asked}
