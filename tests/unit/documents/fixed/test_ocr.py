"""Which data a page is read with, and where its words are put."""

from pathlib import Path

import pymupdf
import pytest

from commonplace.documents.fixed import ocr
from commonplace.documents.fixed.ocr_words import Printed
from commonplace.documents.trained import trained_folder

ALL = ("eng", "jpn", "jpn_vert")
ENGLISH = "These words make sense"
JAPANESE = "これは意味のある文です"
NONSENSE = "OK SRI 7+ eA |W"


@pytest.fixture
def page():
    return pymupdf.open().new_page(width=200, height=100)


@pytest.fixture
def read(monkeypatch):
    """Stand for the engine: tell what it would read with each choice of languages, and note what it was asked."""
    asked = []

    def prepare(**answers):
        def engine(_drawn, _folder, languages):
            asked.append(tuple(languages))
            text = answers["downwards" if languages[0].endswith("_vert") else "level"]
            return [Printed(word, 10, 10, 40, 20) for word in text.split()]

        monkeypatch.setattr(ocr, "_read", engine)
        return asked

    return prepare


def recognised(page, languages=ALL, *, downwards=False):
    return ocr.recognise(page, Path("trained"), languages, downwards=downwards)


@pytest.mark.parametrize("text", [ENGLISH, JAPANESE])
def test_a_page_that_makes_sense_is_read_once(page, read, text):
    asked = read(level=text, downwards=NONSENSE)

    assert recognised(page).languages == ("eng", "jpn")
    assert asked == [("eng", "jpn")]


def test_a_page_without_sense_is_read_again_with_vertical_writing_first(page, read):
    asked = read(level=NONSENSE, downwards=JAPANESE)

    assert recognised(page).languages == ("jpn_vert", "jpn", "eng")
    assert asked == [("eng", "jpn"), ("jpn_vert", "jpn", "eng")]


def test_what_makes_no_sense_either_way_stays_as_it_was_read_first(page, read):
    read(level="1,204 67.8% 345", downwards="1,204 67.8% 345")

    assert recognised(page).languages == ("eng", "jpn")


def test_after_a_vertical_page_vertical_writing_comes_first(page, read):
    asked = read(level=NONSENSE, downwards=JAPANESE)

    recognised(page, downwards=True)

    assert asked == [("jpn_vert", "jpn", "eng")]


def test_without_data_for_vertical_writing_a_page_is_read_once(page, read):
    asked = read(level=NONSENSE)

    assert recognised(page, ("eng",)).languages == ("eng",)
    assert asked == [("eng",)]


def test_a_blank_page_has_no_text(page, read):
    read(level="", downwards="")

    assert (recognised(page).text, recognised(page).words) == ("", ())


def test_a_word_stands_where_the_page_lies_when_it_is_not_turned(page, read):
    read(level="word")
    page.set_rotation(90)

    words = recognised(page, ("eng",)).words

    # Shown at the top left of the turned page, so at the bottom left of the sheet, each letter above the one before.
    assert [(word.start, word.end) for word in words] == [(0, 1), (1, 2), (2, 3), (3, 4)]
    assert words[0].box == (10_000, 82_500, 20_000, 90_000)
    assert words[-1].box == (10_000, 60_000, 20_000, 67_500)


def test_large_pages_are_drawn_smaller():
    poster = pymupdf.open().new_page(width=4000, height=3000)

    assert max(ocr._drawn(poster).picture.width, ocr._drawn(poster).picture.height) <= 5000


def test_languages_whose_sense_is_not_known_are_read_once_with_all_data(page, read):
    asked = read(level=NONSENSE, downwards=NONSENSE)

    recognised(page, ("chi_sim", "chi_sim_vert"))

    assert asked == [("chi_sim", "chi_sim_vert")]


@pytest.mark.ocr
@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_page_scanned_lying_on_its_side_is_read(turn):
    sheet = pymupdf.open().new_page(width=440, height=120)
    for number in range(3):
        sheet.insert_text((20, 30 + 30 * number), "The government adopted these documents and explained", fontsize=16)
    picture = sheet.get_pixmap(dpi=200, alpha=False)
    sideways = turn != 180
    page = pymupdf.open().new_page(width=120 if sideways else 440, height=440 if sideways else 120)
    page.insert_image(page.rect, pixmap=picture, rotate=turn)

    found = ocr.recognise(page, trained_folder(), ("eng",), downwards=False)

    assert found.text == "The government adopted these documents and explained\n" * 3
    left, top, right, bottom = found.words[0].box
    assert 0 <= left < right <= page.rect.width * 1000
    assert 0 <= top < bottom <= page.rect.height * 1000
    whole = pymupdf.Rect(found.words[0].box) | pymupdf.Rect(found.words[2].box)
    assert (whole.height > whole.width) == sideways
