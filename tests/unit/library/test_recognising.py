"""Recognised text as a layer beside the file: which pages, which languages, what stays."""

from hashlib import sha256

import pymupdf
import pytest

from commonplace.documents.recognised import RecognisedPage
from commonplace.library import recognising
from commonplace.library.highlighting import HighlightRequest, highlight
from commonplace.library.importing import import_paths
from commonplace.library.placing import boxes
from commonplace.library.recognising import recognise, with_recognised
from commonplace.library.sources import read_text
from commonplace.library.upkeep import redo, undo
from core.errors import NotDoneError, PlaceError
from core.records import Layer, Page, Span, Word
from db.documents import read_layer

OWN = "A page with text of its own\n"


class Engine:
    """Stands for the workers: reads the same on every page, and keeps what it was asked."""

    failing: frozenset[int] = frozenset()

    def __init__(self):
        self.asked = []

    def __call__(self, _path, _password, how, _workers):
        self.how = how
        return self

    def __enter__(self):
        return self

    def __exit__(self, *_error):
        pass

    def recognise(self, pages):
        self.asked.append((self.how.languages, list(pages)))
        for index in pages:
            yield index, self._page(index)

    def _page(self, index):
        if index in self.failing:
            return recognising.Failure("crashed", "Its reader crashed.")
        words = (Word(0, 4, (10_000, 10_000, 50_000, 20_000)), Word(5, 9, (60_000, 10_000, 90_000, 20_000)))
        return RecognisedPage("read page\n", words, "ocr/1 engine tessdata", self.how.languages[:1], False)


@pytest.fixture
def engine(monkeypatch, tmp_path):
    folder = tmp_path / "trained"
    folder.mkdir()
    for name in ("eng", "jpn", "jpn_vert", "deu"):
        (folder / f"{name}.traineddata").touch()
    monkeypatch.setenv("TESSDATA_PREFIX", str(folder))
    engine = Engine()
    monkeypatch.setattr(recognising, "PageRecognisers", engine)
    return engine


@pytest.fixture
def mixed(library, tmp_path):
    """Return the key of a document with a picture, a page with text, and another picture."""
    document = pymupdf.open()
    for text in ("", OWN, ""):
        document.new_page(width=200, height=100).insert_text((20, 40), text)
    path = tmp_path / "mixed.pdf"
    document.save(path)
    (line,) = import_paths(library, [path])
    return line.citekey


def test_pages_without_text_are_read_and_the_others_keep_theirs(library, mixed, engine):
    done = recognise(library, mixed)

    assert engine.asked == [(("eng", "jpn", "jpn_vert"), [0, 2])]
    assert (done.pages, done.characters, done.languages) == (2, 20, ("eng",))
    assert read_text(library, mixed).text == f"read page\n{OWN}read page\n"
    assert read_text(library, mixed, "#2").text == OWN


def test_the_layer_says_who_read_it_with_which_languages_and_what_lies_below(library, mixed, engine):
    below = read_text(library, mixed).extractor

    done = recognise(library, mixed, languages=["eng"])

    assert read_layer(library.engine, done.layer).extractor == f"ocr/1 engine tessdata eng on {below}"


def test_what_was_read_is_not_read_again_but_with_other_languages(library, mixed, engine):
    first = recognise(library, mixed)
    again = recognise(library, mixed)
    other = recognise(library, mixed, languages=["deu"])

    assert (again.pages, again.layer) == (0, first.layer)
    assert [pages for _, pages in engine.asked] == [[0, 2], [0, 2]]
    assert (other.pages, engine.asked[-1][0]) == (2, ("deu",))


def test_with_force_all_pages_are_read(library, mixed, engine):
    recognise(library, mixed, force=True)

    assert read_text(library, mixed).text == "read page\n" * 3


def test_undo_and_redo_change_the_layer_that_is_shown(library, mixed, engine):
    recognise(library, mixed)

    assert undo(library).label == "Recognise the text of mixed.pdf"
    assert read_text(library, mixed).text == OWN
    redo(library)
    assert read_text(library, mixed).text.startswith("read")


def test_highlights_on_pages_with_text_stay_where_they_are(library, mixed, engine):
    highlight(library, mixed, HighlightRequest(quotes=("text of its own",)))

    done = recognise(library, mixed)

    assert len(done.highlights.exact) + len(done.highlights.moved) == 1


def test_recognised_words_tell_their_places_and_other_pages_theirs(library, mixed, engine):
    recognise(library, mixed)

    (recognised,) = boxes(library, mixed, 5, 9)
    (own,) = boxes(library, mixed, 12, 16)

    assert (recognised.page, recognised.x0, recognised.y0, recognised.x1, recognised.y1) == (1, 60, 10, 90, 20)
    assert own.page == 2
    assert own.x0 > 20


def test_a_page_that_fails_stays_as_it_was(library, mixed, engine):
    engine.failing = frozenset({2})

    done = recognise(library, mixed)

    assert (done.pages, done.failed) == (1, (3,))
    assert read_text(library, mixed).text == f"read page\n{OWN}"


def test_where_every_page_fails_nothing_is_written(library, mixed, engine):
    engine.failing = frozenset({0, 2})

    with pytest.raises(NotDoneError, match="Its reader crashed"):
        recognise(library, mixed)
    assert read_text(library, mixed).text == OWN


def test_without_trained_data_it_says_how_to_get_them(library, mixed, engine, monkeypatch):
    monkeypatch.setattr(recognising, "trained_folder", lambda: None)

    with pytest.raises(PlaceError, match="not installed") as refused:
        recognise(library, mixed)
    assert "apt install tesseract-ocr" in refused.value.hint


def test_a_language_that_is_not_there_is_named_with_those_that_are(library, mixed, engine):
    with pytest.raises(PlaceError, match=r"for fra are not installed here; there are: deu, eng, jpn, jpn_vert\."):
        recognise(library, mixed, languages=["eng", "fra"])


def test_a_source_without_pages_has_no_pictures(library, tmp_path, engine):
    path = tmp_path / "note.txt"
    path.write_text("Only text.")
    (line,) = import_paths(library, [path])

    with pytest.raises(NotDoneError, match="no fixed pages"):
        recognise(library, line.citekey)


def test_a_layer_keeps_labels_and_asides_of_other_pages_in_their_new_places():
    layer = Layer(
        "pdf",
        "pdf/1",
        "own 1\n",
        pages=(Page("i", 0, 0, 9, 9), Page("ii", 0, 6, 9, 9, 90, "2")),
        asides=(Span(4, 5, "note-mark", "1"),),
    )
    page = RecognisedPage("read\n", (Word(0, 4, (1, 1, 2, 2)),), "ocr/1", ("eng",), downwards=False)

    made = with_recognised(layer, {0: page}, "ocr/1 eng on pdf/1")

    assert made.text == "read\nown 1\n"
    assert made.pages == (Page("i", 0, 5, 9, 9), Page("ii", 5, 11, 9, 9, 90, "2"))
    assert made.asides == (Span(9, 10, "note-mark", "1"),)
    assert made.words == page.words


def test_the_file_is_not_touched(library, mixed, engine, tmp_path):
    before = sha256((tmp_path / "mixed.pdf").read_bytes()).digest()

    recognise(library, mixed)

    assert sha256((tmp_path / "mixed.pdf").read_bytes()).digest() == before
