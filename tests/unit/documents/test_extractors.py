"""The names of the readers, and which of them are older than the present ones."""

import subprocess
import sys

import pytest

from commonplace.documents.extractors import extractor, is_older, of_whole_page


def test_the_present_ones_are_not_older():
    for reader in ("pdf", "text", "html-article", "html-page"):
        assert not is_older(extractor(reader))
    assert not is_older(f"{extractor('mhtml')} {extractor('html-article')}")


@pytest.mark.parametrize(
    ("name", "older"),
    [
        ("pdf/0 pymupdf 99.0.0", True),
        ("pdf/999", False),
        ("text/0", True),
        ("html-article/1 trafilatura 1.9.12", True),
        ("html-article/99 trafilatura 99.0", False),
        (f"{extractor('mhtml')} html-article/1 trafilatura 1.9.12", True),
        ("ocr/0 pymupdf 1.0.0 tessdata eng on pdf/0 pymupdf 1.0.0", False),
        ("dream/1", False),
        ("", False),
    ],
)
def test_numbers_are_compared_as_numbers(name, older):
    assert is_older(name) is older


def test_pages_of_the_web_that_were_taken_whole():
    assert of_whole_page("html-page/1")
    assert of_whole_page("mhtml/1 html-page/1")
    assert not of_whole_page("html-article/1 trafilatura 2.3.1")


def test_asking_loads_no_parser():
    said = "import sys, commonplace.documents.extractors; print({'pymupdf', 'lxml', 'trafilatura'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", said], capture_output=True, text=True, check=True)
    assert done.stdout == "set()\n"
