"""reread, reanchor, and what waits: a reader of texts that changed meanwhile."""

from dataclasses import replace

import pytest

from commonplace.documents.flowing import text as reader
from commonplace.documents.reader import read_file
from commonplace.documents.reading import ReadResult
from core.records import Block


class Changed:
    """Stands for the worker processes: reads here and at once, as another release of the readers would."""

    edit = staticmethod(lambda text: text)

    def __init__(self, _workers: int) -> None:
        pass

    def __enter__(self):
        return self

    def __exit__(self, *_error) -> None:
        pass

    def read(self, requests):
        for request in requests:
            yield ReadResult(request, reading=read_file(request, lambda _done, _total: None))


@pytest.fixture
def another_reader(monkeypatch):
    """Have texts read otherwise from now on: each found text stands with what takes its place."""
    monkeypatch.setattr("commonplace.library.rereading.DocumentWorkers", Changed)
    plain = reader.read_text

    def install(*changes: tuple[str, str], name: str = "text/99") -> None:
        def read(data, encoding=""):
            extracted = plain(data, encoding)
            text = extracted.text
            for old, new in changes:
                assert old in text
                text = text.replace(old, new)
            return replace(extracted, extractor=name, text=text, blocks=(Block("paragraph", 0, len(text)),))

        monkeypatch.setattr(reader, "read_text", read)

    return install


@pytest.fixture
def marked(library, sea):
    """Three highlights: of the towns, of counterstrike, of the last resort."""
    quotes = ("The harbour towns spoke", "counterstrike as a means", "and as a last resort")
    return [library("highlight", sea, "--quote", quote, "--json").json["id"] for quote in quotes]


CHANGES = (
    ("A sea kept open\n\n", "A sea kept open "),
    ("counterstrike as a means", "counter-\nstrike as  a means"),
    ("as a last resort", "as a final resort"),
)


def test_what_moved_is_anchored_and_what_is_uncertain_waits(library, sea, marked, another_reader):
    another_reader(*CHANGES)
    answer = library("reread", sea, "--json")
    assert answer.status == 0
    found = answer.json
    assert [one["highlight"] for one in found["moved"]] == marked[:2]
    assert [(one["highlight"], one["after"]) for one in found["uncertain"]] == [(marked[2], "and as a final resort")]
    assert (found["exact"], found["lost"]) == ([], [])
    assert [(one["status"], one["extractor"]) for one in found["sources"]] == [("changed", "text/99")]

    (waiting,) = library("highlights", "--waiting", "--json").json
    assert (waiting["id"], waiting["placement"]) == (marked[2], "uncertain")
    assert waiting["exact"] == "and as a last resort"
    assert waiting["locator"] == "para. 2"
    assert waiting["proposal"] == "and as a final resort"
    assert [one["placement"] for one in library("highlights", "--json").json].count("placed") == 2
    assert "waits" in library("highlights").out.decode()


def test_everything_is_exported_whether_it_waits_or_not(library, sea, marked, another_reader, home):
    another_reader(*CHANGES)
    library("reread", sea)
    assert library("export", "--format", "md", "-o", home / "notes.md").status == 0
    notes = (home / "notes.md").read_text("utf-8")
    assert "and as a last resort" in notes
    assert "counterstrike as a means" in notes or "counterstrike as  a means" in notes


def test_a_dry_run_tells_the_same_and_changes_nothing(library, sea, marked, another_reader):
    another_reader(*CHANGES)
    before = library("text", sea, "--json").json, library("history", "--json").json
    dry = library("reread", sea, "--dry-run", "--json").json
    assert (library("text", sea, "--json").json, library("history", "--json").json) == before
    assert library("reread", sea, "--json").json == dry


def test_undo_brings_back_text_and_highlights(library, sea, marked, another_reader):
    another_reader(*CHANGES, name="text/0")
    before = library("text", sea, "--json").json, library("highlights", "--json").json
    library("reread", sea)
    assert library("undo").status == 0
    assert (library("text", sea, "--json").json, library("highlights", "--json").json) == before
    assert library("check").status == 0


def test_a_text_that_is_read_as_before_writes_nothing(library, sea, marked):
    before = library("history", "--json").json
    answer = library("reread", sea, "--json").json
    assert [one["status"] for one in answer["sources"]] == ["same"]
    assert library("history", "--json").json == before


def test_search_finds_the_new_text_only(library, sea, another_reader):
    assert library("search", "last", "--json").json
    another_reader(*CHANGES)
    library("reread", sea)
    assert library("search", "last", "--json").json == []
    assert library("search", "final", "--json").json
    library("undo")
    assert library("search", "final", "--json").json == []
    assert library("search", "last", "--json").json


def test_check_says_what_is_older_and_reread_all_reads_just_that(library, sea, marked, another_reader):
    another_reader(*CHANGES, name="text/0")
    library("reread", sea)
    answer = library("check", "--json")
    assert (answer.status, answer.json["older"], answer.json["waiting"]) == (0, [sea], [marked[2]])
    assert "1 source was read by an older reader; `reread --all`" in library("check").out.decode()

    another_reader(name="text/1")
    told = library("reread", "--all", "--json").json
    assert [one["source"] for one in told["sources"]] == [sea]
    assert library("check", "--json").json["older"] == []
    assert library("highlights", "--waiting", "--json").json == []


def test_nothing_is_older(library):
    answer = library("reread", "--all", "--json")
    assert (answer.status, answer.json["sources"]) == (0, [])


def test_a_person_takes_the_proposal(library, sea, marked, another_reader):
    another_reader(*CHANGES)
    library("reread", sea)
    settled = library("reanchor", marked[2][:10], "--accept", "--json").json
    assert (settled["placement"], settled["exact"]) == ("placed", "and as a final resort")
    assert library("highlights", "--waiting", "--json").json == []
    library("undo")
    assert len(library("highlights", "--waiting", "--json").json) == 1


def test_a_person_says_what_it_reads_now(library, sea, marked, another_reader):
    another_reader(*CHANGES)
    library("reread", sea)
    assert library("reanchor", marked[2], "--quote", "no such words").status == 1
    settled = library("reanchor", marked[2], "--quote", "a final resort", "--json").json
    assert (settled["placement"], settled["exact"]) == ("placed", "a final resort")


def test_what_does_not_wait_is_not_settled(library, marked):
    answer = library("reanchor", marked[0], "--accept", "--json")
    assert (answer.status, answer.error["code"]) == (1, "not-waiting")


@pytest.mark.parametrize("words", [["reread"], ["reread", "x", "--all"], ["reanchor", "abcdef"], ["reread", "nobody"]])
def test_wrong_words(library, words):
    assert library(*words).status == 2


def test_a_document_with_pages_is_read_by_a_worker(library, paper):
    library("highlight", paper, "--area", "1,10,10,90,90")
    answer = library("reread", paper, "--json")
    assert (answer.status, answer.json["sources"][0]["status"]) == (0, "same")


def test_boxes_of_a_passage_in_a_layer_that_is_named(library, paper):
    marked = library("highlight", paper, "--quote", "deterrence", "--json").json
    (place,) = marked["ranges"]
    shown = library("boxes", paper, *place, "--json").json
    assert shown == library("boxes", paper, *place, "--layer", marked["layer"], "--json").json
    assert library("boxes", paper, *place, "--layer", "0" * 64).status == 2
    assert library("boxes", paper, *place, "--layer", "old").status == 2


def test_a_passage_that_ends_before_it_begins_is_told_from_one_beyond_the_text(library, paper):
    backwards, beyond = library("boxes", paper, 5, 3), library("boxes", paper, 0, 99_999)
    assert (backwards.status, beyond.status) == (2, 2)
    assert b"ends after it begins" in backwards.err
    assert b"characters; there is no 0 to 99999" in beyond.err
