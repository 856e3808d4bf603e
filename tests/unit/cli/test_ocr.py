"""``ocr`` from the terminal: what it needs, what it says, its statuses."""

import pymupdf
import pytest

from commonplace.documents import trained


@pytest.fixture
def scan(library, home):
    """Return the key of a document of one picture."""
    document = pymupdf.open()
    document.new_page(width=100, height=60)
    document.save(home / "scan.pdf")
    (line,) = library("import", "scan.pdf", "--json").json
    return line["citekey"]


@pytest.fixture
def _nothing_installed(monkeypatch):
    monkeypatch.delenv("TESSDATA_PREFIX", raising=False)
    monkeypatch.setattr(trained, "places", lambda: iter(()))


def test_the_line_of_a_scan_says_how_it_is_read(library, home):
    document = pymupdf.open()
    document.new_page()
    document.save(home / "scan.pdf")

    assert "no text layer; recognise it with: ocr Scan" in library("import", "scan.pdf").out.decode()


@pytest.mark.usefixtures("_nothing_installed")
def test_without_trained_data_it_ends_with_3_and_the_way_out(library, scan):
    answer = library("ocr", scan, "--json")

    assert (answer.status, answer.error["code"]) == (3, "ocr-missing")
    assert "not installed" in answer.error["message"]
    assert "apt install tesseract-ocr" in answer.error["hint"]


@pytest.mark.usefixtures("_nothing_installed")
def test_doctor_says_that_nothing_is_installed(library):
    (finding,) = [one for one in library("doctor", "--json").json if one["what"] == "text recognition"]

    assert finding["state"] == "missing"
    assert "apt install" in finding["detail"]


@pytest.mark.ocr
def test_doctor_names_the_languages_that_are_there(library):
    (finding,) = [one for one in library("doctor", "--json").json if one["what"] == "text recognition"]

    assert finding["state"] == "ok"
    assert "jpn_vert" in finding["detail"]


@pytest.mark.ocr
def test_a_language_that_is_not_installed_ends_with_3_and_names_those_that_are(library, scan):
    answer = library("ocr", scan, "--language", "eng+tlh", "--json")

    assert (answer.status, answer.error["code"]) == (3, "ocr-language-missing")
    assert "tlh" in answer.error["message"]
    assert "eng" in answer.error["message"]


@pytest.mark.parametrize("word", ["", "+", "../eng", "eng+", "eng,jpn", "日本語"])
def test_words_that_name_no_language_are_refused(library, scan, word):
    assert library("ocr", scan, "--language", word).status == 2


def test_an_unknown_source_ends_with_2(library):
    assert library("ocr", "Nobody2000Nothing").status == 2


@pytest.mark.ocr
def test_a_blank_page_is_read_once(library, scan):
    first = library("ocr", scan, "--json").json

    assert (first["pages"], first["characters"], first["failed"]) == (1, 0, [])
    assert library("ocr", scan, "--json").json["pages"] == 0
