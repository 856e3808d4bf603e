"""Where characters stand on pages and what they look like, asked of a worker."""

import threading
import time
from pathlib import Path

import pymupdf
import pytest

from commonplace.documents.fixed.pdf import read_pdf
from commonplace.documents.workers import viewer as viewer_module
from commonplace.documents.workers.frames import FrameError
from commonplace.documents.workers.viewer import DocumentViewer
from core.errors import NotDoneError

CORPUS = Path(__file__).resolve().parents[4].parent / "shared" / "corpus" / "pdf"


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


def test_a_page_is_drawn_sharp_at_any_size_wholly_or_in_part(letter):
    with DocumentViewer(letter) as viewer:
        whole = viewer.picture(0, 2.0)
        part = viewer.picture(0, 10.0, clip=(20_000, 25_000, 120_000, 45_000))
        turned = viewer.picture(0, 1.0, rotation=90)

    assert (whole.width, whole.height, len(whole.pixels)) == (600, 400, 720_000)
    assert (part.width, part.height) == (1000, 200)
    assert (turned.width, turned.height) == (200, 300)
    assert {min(part.pixels), max(part.pixels)} == {0, 255}


def test_a_picture_too_large_to_hold_is_said(letter):
    with DocumentViewer(letter) as viewer:
        with pytest.raises(NotDoneError, match="too much memory"):
            viewer.picture(0, 500.0)
        assert viewer.picture(0, 1.0).width == 300


def test_a_file_written_anew_is_drawn_as_it_is_now(letter):
    with DocumentViewer(letter) as viewer:
        assert viewer.picture(0, 1.0).width == 300
        with pymupdf.open() as other:
            other.new_page(width=100, height=100)
            other.save(letter)
        assert viewer.picture(0, 1.0).width == 100


def test_an_answer_that_makes_no_sense_loses_the_worker(letter, monkeypatch):
    monkeypatch.setattr(viewer_module, "_picture", lambda _frame: _raise(FrameError("not understood")))
    with DocumentViewer(letter) as viewer:
        for _ in range(2):
            with pytest.raises(NotDoneError, match="crashed or hung"):
                viewer.picture(0, 1.0)
        with pytest.raises(NotDoneError, match="not safe"):
            viewer.picture(0, 1.0)


def _raise(error):
    raise error


@pytest.mark.corpus
def test_a_vertical_page_is_read_in_columns():
    layer = text_of(CORPUS / "japanese-vertical.pdf")

    assert layer.text.startswith("あいうえお\n日本語\n")


def test_a_viewer_is_cancelled_by_another_thread_while_it_draws(tmp_path):
    path = tmp_path / "slow.pdf"
    with pymupdf.open() as document:
        page = document.new_page()
        page.insert_text((20, 20), "slow")
        strokes = "".join(f"{n % 595} 0 m {n * 7 % 595} 842 l S\n" for n in range(400_000))
        document.update_stream(page.get_contents()[0], strokes.encode())
        document.save(path, deflate=True)

    with DocumentViewer(path) as viewer:
        threading.Timer(0.3, viewer.cancel).start()
        began = time.monotonic()
        with pytest.raises(NotDoneError):
            viewer.picture(0, 4.0)
        assert time.monotonic() - began < 3
        with pytest.raises(NotDoneError, match="closed"):
            viewer.picture(0, 1.0)


@pytest.fixture
def guide(tmp_path):
    """Three pages with an outline, and links to a page, to the web and to a file."""
    path = tmp_path / "guide.pdf"
    with pymupdf.open() as document:
        for number in range(3):
            document.new_page(width=300, height=200).insert_text((20, 40), f"Page {number + 1}")
        document.set_toc([[1, "First  part", 1], [2, "A section", 2], [1, "Last part", 3]])
        page = document[0]
        page.insert_link({"kind": pymupdf.LINK_GOTO, "from": pymupdf.Rect(20, 30, 60, 45), "page": 2})
        page.insert_link({"kind": pymupdf.LINK_URI, "from": pymupdf.Rect(20, 60, 60, 75), "uri": "https://e.org/"})
        page.insert_link({"kind": pymupdf.LINK_LAUNCH, "from": pymupdf.Rect(20, 90, 60, 99), "file": "/bin/sh"})
        page.insert_link({"kind": pymupdf.LINK_URI, "from": pymupdf.Rect(0, 0, 9, 9), "uri": "file:///etc/passwd"})
        document.save(path)
    return path


def test_the_outline_names_parts_and_their_pages(guide):
    with DocumentViewer(guide) as viewer:
        assert viewer.outline() == [(1, "First part", 0), (2, "A section", 1), (1, "Last part", 2)]


def test_links_lead_to_pages_and_safe_addresses_only(guide):
    with DocumentViewer(guide) as viewer:
        assert sorted(viewer.links(0)) == [
            ((20_000, 30_000, 60_000, 45_000), 2),
            ((20_000, 60_000, 60_000, 75_000), "https://e.org/"),
        ]
        assert viewer.links(1) == []


def test_a_picture_that_a_text_carries_is_fetched_by_its_name(tmp_path):
    path = tmp_path / "page.html"
    path.write_text('<p>One</p><img src="data:image/png;base64,iVBORw0KGgo=">', "utf-8")

    with DocumentViewer(path) as viewer:
        assert viewer.carried("data:0") == b"\x89PNG\r\n\x1a\n"
        with pytest.raises(NotDoneError):
            viewer.carried("data:7")
