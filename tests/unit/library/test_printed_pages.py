"""An e-book that tells where the pages of its printed edition begin, from the file to the citation."""

import zipfile

import pytest

from commonplace.library.importing import import_paths
from commonplace.library.sources import list_sources, read_text, set_page_label
from core.errors import NotDoneError, UnknownNameError

CONTAINER = """<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>
<rootfile full-path="book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>"""
PACKAGE = """<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id"><metadata
xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:identifier id="id">x</dc:identifier><dc:title>Seas</dc:title></metadata>
<manifest><item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
<item id="text" href="text.xhtml" media-type="application/xhtml+xml"/></manifest>
<spine><itemref idref="text"/></spine></package>"""
NAV = """<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><body>
<nav epub:type="page-list"><ol><li><a href="text.xhtml#a">xii</a></li><li><a href="text.xhtml#b">1</a></li></ol></nav>
</body></html>"""
TEXT = """<html xmlns="http://www.w3.org/1999/xhtml"><body><p>Before all pages.</p>
<p id="a">A preface ends <span id="b"/>and the book begins.</p></body></html>"""


@pytest.fixture
def book(library, tmp_path, quick):
    members = {"META-INF/container.xml": CONTAINER, "book.opf": PACKAGE, "nav.xhtml": NAV, "text.xhtml": TEXT}
    with zipfile.ZipFile(tmp_path / "seas.epub", "w") as archive:
        archive.writestr("mimetype", "application/epub+zip")
        for name, content in members.items():
            archive.writestr(name, content)
    (line,) = import_paths(library, [tmp_path / "seas.epub"])
    return line.source


def test_a_passage_is_cited_by_the_printed_page(library, book, mark):
    assert list_sources(library)[0].cited_by == "page"
    assert mark(book, "book begins").locator == "p. 1"
    assert mark(book, "preface ends and the book").locator == "pp. xii–1"
    assert mark(book, "Before all").locator == "para. 1"


def test_the_text_of_a_printed_page(library, book):
    (page,) = read_text(library, book, "xii").stretches

    assert read_text(library, book, "xii").text == "A preface ends "
    assert read_text(library, book, "#2").text == "and the book begins."
    assert (page.label, page.origin, page.file) == ("xii", "file", "xii")
    with pytest.raises(UnknownNameError):
        read_text(library, book, "3")


def test_a_person_cannot_name_pages_that_have_no_place_of_their_own(library, book):
    with pytest.raises(NotDoneError):
        set_page_label(library, book, "1", "2")
