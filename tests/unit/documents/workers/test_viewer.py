"""Where characters stand on their pages, asked of a worker and checked on what is drawn."""

import re
from pathlib import Path

import pymupdf
import pytest

from commonplace.documents.fixed.boxes import page_boxes
from commonplace.documents.fixed.opening import open_document
from commonplace.documents.fixed.pdf import read_pdf
from commonplace.documents.workers.viewer import DocumentViewer
from core.errors import NotDoneError

CORPUS = Path(__file__).resolve().parents[4].parent / "shared" / "corpus" / "pdf"
PAGES_OF_EACH = 6
DPI = 96


@pytest.fixture
def letter(tmp_path):
    """A page with three lines, one of them far to the right."""
    document = pymupdf.open()
    page = document.new_page(width=300, height=200)
    page.insert_text((20, 40), "Counterstrike and")
    page.insert_text((20, 60), "deterrence")
    page.insert_text((200, 60), "aside")
    path = tmp_path / "letter.pdf"
    document.save(path)
    return path


def text_of(path, password=""):
    return read_pdf(path.read_bytes(), password, lambda _done, _total: None)


def test_every_character_has_a_box_on_its_line(letter):
    layer = text_of(letter)

    with DocumentViewer(letter) as viewer:
        (boxes,) = viewer.boxes([(0, layer.text)])

    assert len(boxes) == len(layer.text)
    first, second = layer.text.index("Counter"), layer.text.index("deterrence")
    assert boxes[first][0] == pytest.approx(20_000, abs=1500)
    assert boxes[first][1] < 40_000 < boxes[first][3]
    assert boxes[second][1] > boxes[first][1]


def test_characters_that_another_reading_added_take_their_neighbours_box(letter):
    layer = text_of(letter)
    other = layer.text.replace("Counterstrike and", "Counter-strike  and")

    with DocumentViewer(letter) as viewer:
        (boxes,) = viewer.boxes([(0, other)])

    hyphen = other.index("-")
    assert boxes[hyphen] == boxes[hyphen - 1]


def test_a_page_without_text_has_no_boxes(tmp_path):
    document = pymupdf.open()
    document.new_page()
    document.save(tmp_path / "empty.pdf")

    with DocumentViewer(tmp_path / "empty.pdf") as viewer:
        assert viewer.boxes([(0, "")]) == [[]]


def test_a_page_that_is_not_there_is_said_and_the_next_question_is_answered(letter):
    layer = text_of(letter)

    with DocumentViewer(letter) as viewer:
        with pytest.raises(NotDoneError, match="cannot be drawn"):
            viewer.boxes([(7, "x")])
        assert viewer.boxes([(0, layer.text)])[0]


def test_a_file_that_is_no_document_is_said(tmp_path):
    (tmp_path / "no.pdf").write_bytes(b"%PDF-1.4 but nothing of the kind")

    with DocumentViewer(tmp_path / "no.pdf") as viewer, pytest.raises(NotDoneError):
        viewer.boxes([(0, "x")])


@pytest.mark.corpus
@pytest.mark.parametrize("path", sorted(CORPUS.glob("*.pdf")), ids=lambda path: path.stem)
def test_ink_is_found_inside_the_boxes_of_every_word(path):
    layer = text_of(path, "openpassword")
    with open_document(path, "pdf", "openpassword") as document:
        for index, page in enumerate(layer.pages[:PAGES_OF_EACH]):
            text = layer.text[page.start : page.end]
            drawn = document.load_page(index)
            boxes = page_boxes(drawn, text)
            assert len(boxes) == (len(text) if text else 0)
            drawn.set_rotation(0)
            picture = drawn.get_pixmap(dpi=DPI, colorspace=pymupdf.csGRAY)
            words = list(re.finditer(r"\w{2,}", text))
            blank = [word[0] for word in words if not _has_ink(picture, boxes[word.start() : word.end()])]
            assert len(blank) * 50 <= len(words), blank


@pytest.mark.corpus
def test_a_vertical_page_is_read_in_columns():
    layer = text_of(CORPUS / "japanese-vertical.pdf")

    assert layer.text.startswith("あいうえお\n日本語\n")


def _has_ink(picture, boxes):
    """Return whether anything is drawn inside the boxes of a word: two shades of grey at least."""
    scale = DPI / 72 / 1000
    shades = set()
    for box in boxes:
        left, top, right, bottom = (int(edge * scale) for edge in box)
        for y in range(max(top, 0), min(bottom + 1, picture.height)):
            row = y * picture.stride
            shades.update(picture.samples_mv[row + max(left, 0) : row + min(right + 1, picture.width)])
    return len(shades) > 1
