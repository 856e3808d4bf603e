"""What kind a file is: its content first, then its name."""

from pathlib import PurePath
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commonplace.documents.kinds import Kind, kind_of
from commonplace.documents.reading import Failure

HTML = b"<!DOCTYPE html>\n<html><head><title>A</title></head><body>b</body></html>"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(100)


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
        ("a.docx", b"PK\x03\x04....[Content_Types].xml word/document.xml", "docx"),
        ("a.txt", b"PK\x03\x04...word/document.xml", "docx"),
        ("a.docm", b"PK\x03\x04" + bytes(26), "docx"),
        ("a.zip", b"PK\x03\x04" + bytes(26) + b"mimetypeapplication/epub+zip", "epub"),
        ("a.epub", b"PK\x03\x04" + bytes(26), "epub"),
        ("a.odt", b"PK\x03\x04" + bytes(26), "odt"),
        ("a", b"PK\x03\x04" + bytes(26) + b"mimetypeapplication/vnd.oasis.opendocument.text-template", "odt"),
        ("a.fodt", b"<?xml version='1.0'?><office:document>", "odt"),
        ("a.rtf", b"{\\rtf1", "rtf"),
        ("a.doc", b"{\\rtf1", "rtf"),
        ("a.rtf", b"Plain words.", "text"),
        ("a.md", b"# Words", "markdown"),
        ("a.MD", b"<html>", "markdown"),
        ("a.mhtml", b"MIME-Version: 1.0\nContent-Type: multipart/related;", "mhtml"),
        ("a.mht", b"From: <Saved by a browser>\nSubject: A page", "mhtml"),
        ("a.txt", b"From: x\nMIME-Version: 1.0\nContent-Type: multipart/related;", "mhtml"),
        ("a.htm", "<html>日本".encode("utf-16"), "html"),
        ("a.txt", "日本 and more".encode("utf-32"), "text"),
        ("a.txt", b"\x00\x00\xfe\xff" + "日本".encode("utf-32-be"), "text"),
        ("a.htm", "<html>日本".encode("utf-32-be"), "html"),
        ("a.xps", b"PK\x03\x04" + bytes(26), "xps"),
        ("a.oxps", b"PK\x03\x04" + bytes(26), "xps"),
        ("a", b"PK\x03\x04" + bytes(26) + b"FixedDocumentSequence.fdseq", "xps"),
        ("a.CBZ", b"PK\x03\x04" + bytes(26) + b"Vol 1/1.png", "cbz"),
        ("a.png", b"\x89PNG\r\n\x1a\n", "image"),
        ("photo", b"\xff\xd8\xff\xe0", "image"),
        ("a.gif", b"GIF89a", "image"),
        ("a.tif", b"II*\x00", "image"),
        ("a.tif", b"MM\x00*", "image"),
        ("a.jp2", b"\x00\x00\x00\x0cjP  \r\n\x87\n", "image"),
        ("a.bmp", b"BM\xff\xff\x00\x00\x00\x00\x00\x00\x36\x00\x00\x00\x28\x00\x00\x00", "image"),
        ("a.txt", b"BM is how some of these files begin.", "text"),
    ],
)
def test_what_is_read(name, head, kind):
    assert kind_of(PurePath(name), head) == kind


@pytest.mark.parametrize(
    ("name", "head", "reason"),
    [
        ("a.doc", OLE, "Office documents of the older formats are not read yet."),
        ("a.pptx", b"PK\x03\x04....[Content_Types].xml ppt/slides", "Presentations are not read yet."),
        ("a.zip", b"PK\x03\x04" + bytes(26), "Archives are not read yet."),
        ("a.zip", b"PK\x03\x04" + bytes(26) + b"Vol 1/1.png", "Archives are not read yet."),
        ("a.webp", b"RIFF....WEBP", "Images of this form are not read yet."),
        ("a.svg", b"<svg></svg>", "Images of this form are not read yet."),
        ("a.cbr", b"Rar!\x1a\x07", "Comic books that are no zip (.cbr, .cb7, .cbt) are not read yet."),
        ("a.bib", b"@book{a}", "A bibliography is brought in with: bib import FILE."),
        ("a.commonplace", b"SQLite format 3\x00", "Libraries and databases are not read yet."),
    ],
)
def test_what_is_not_read_yet_is_passed_over_with_a_reason(name, head, reason):
    assert kind_of(PurePath(name), head) == Failure("unread-kind", reason)
    assert Failure("unread-kind", reason).skipped


def test_an_empty_file():
    assert kind_of(PurePath("a.txt"), b"") == Failure("empty", "The file is empty.")


def test_a_document_that_is_protected():
    kind = kind_of(PurePath("a.docx"), OLE)
    assert isinstance(kind, Failure)
    assert kind.code == "encrypted"


@pytest.mark.parametrize(
    ("name", "head"),
    [
        ("a.pdf", b"what is left"),
        ("a.docx", b"what is left"),
        ("a.epub", bytes(range(256))),
        ("a.txt", bytes(range(256))),
        ("a.png", bytes(range(256))),
        ("a.jpg", b"what is left"),
        ("a.md", bytes(range(256))),
    ],
)
def test_a_file_that_is_not_what_its_name_says_is_damaged(name, head):
    failure = kind_of(PurePath(name), head)
    assert isinstance(failure, Failure)
    assert failure.code == "damaged"


@given(st.text(), st.binary(max_size=400))
def test_every_file_has_a_kind_or_a_reason(name, head):
    kind = kind_of(PurePath(name.replace("\x00", "") or "a"), head)
    assert kind in get_args(Kind) or kind.reason.endswith(".")
