"""What kind a file is: its content first, then its name."""

from pathlib import PurePath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commonplace.documents.kinds import kind_of
from commonplace.documents.reading import Failure

HTML = b"<!DOCTYPE html>\n<html><head><title>A</title></head><body>b</body></html>"


@pytest.mark.parametrize(
    ("name", "head", "kind"),
    [
        ("a.pdf", b"%PDF-1.7\n", "pdf"),
        ("a.txt", b"%PDF-1.7\n", "pdf"),
        ("a.pdf", b"junk\x00\xff" * 20 + b"%PDF-1.4", "pdf"),
        ("a", b"\xef\xbb\xbf%PDF-1.4", "pdf"),
        ("a.pdf", bytes(range(256)) * 4, "pdf"),
        ("a.txt", b"Plain words.", "text"),
        ("a.TXT", "日本".encode("cp932"), "text"),
        ("a.txt", "日本".encode("utf-16"), "text"),
        ("a.txt", "Plain words, and no mark.".encode("utf-16-le"), "text"),
        ("a.txt", b"The mark of such a file is %PDF-1.7.", "text"),
        ("README", b"Plain words.", "text"),
        ("a.pdf", b"Plain words of an article. " * 40, "text"),
        ("a.html", HTML, "html"),
        ("a.pdf", HTML, "html"),
        ("a.txt", HTML, "html"),
        ("a.txt", b'<?xml version="1.0"?>\n<!-- c -->\n<html>', "html"),
        ("a.xhtml", HTML, "html"),
        ("a.htm", "<html>日本".encode("utf-16"), "html"),
    ],
)
def test_what_is_read(name, head, kind):
    assert kind_of(PurePath(name), head) == kind


@pytest.mark.parametrize(
    ("name", "head", "reason"),
    [
        ("a.docx", b"PK\x03\x04....[Content_Types].xml word/document.xml", "Word documents are not read yet."),
        ("a.txt", b"PK\x03\x04...word/document.xml", "Word documents are not read yet."),
        ("a.epub", b"PK\x03\x04" + bytes(26) + b"mimetypeapplication/epub+zip", "EPUB books are not read yet."),
        ("a.odt", b"PK\x03\x04" + bytes(26), "OpenDocument texts are not read yet."),
        ("a.rtf", b"{\\rtf1", "Rich Text files are not read yet."),
        ("a.md", b"# Words", "Markdown files are not read yet."),
        ("a.mhtml", b"MIME-Version: 1.0\nContent-Type: multipart/related;", "Web archives are not read yet."),
        ("a.png", b"\x89PNG\r\n\x1a\n", "Images are not read yet."),
        ("photo", b"\xff\xd8\xff\xe0", "Images are not read yet."),
        ("a.bib", b"@book{a}", "Bibliographies are not read yet."),
        ("a.commonplace", b"SQLite format 3\x00", "Libraries and databases are not read yet."),
    ],
)
def test_what_is_not_read_yet_is_passed_over_with_a_reason(name, head, reason):
    assert kind_of(PurePath(name), head) == Failure("unread-kind", reason)
    assert Failure("unread-kind", reason).skipped


def test_an_empty_file():
    assert kind_of(PurePath("a.txt"), b"") == Failure("empty", "The file is empty.")


@pytest.mark.parametrize(("name", "head"), [("a.pdf", b"what is left"), ("a.txt", bytes(range(256)))])
def test_a_file_that_is_not_what_its_name_says_is_damaged(name, head):
    failure = kind_of(PurePath(name), head)
    assert isinstance(failure, Failure)
    assert failure.code == "damaged"


@given(st.text(), st.binary(max_size=400))
def test_every_file_has_a_kind_or_a_reason(name, head):
    kind = kind_of(PurePath(name.replace("\x00", "") or "a"), head)
    assert kind in ("pdf", "text", "html") or kind.reason.endswith(".")
