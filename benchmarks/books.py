"""Reading a whole book and a long Word document, beside lxml parsing the same parts and nothing more."""

from __future__ import annotations

import random
import zipfile
from collections.abc import Iterator
from pathlib import Path

from lxml import etree

from benchmarks.inputs import JAPANESE, WORDS
from benchmarks.table import Line, in_pairs, timed

BOOK_BYTES = 10_000_000
PAGES = 300
_CONTAINER = (
    '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
    '<rootfile full-path="book.opf"/></rootfiles></container>'
)
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def book_lines(scratch: Path, runs: int) -> Iterator[Line]:
    """Yield the line of an EPUB with ten megabytes of English and Japanese."""
    path = scratch / "book.epub"
    _make_book(path)
    yield in_pairs(lambda: _ours(path), lambda: _bare(path), runs).at_most("read an EPUB of 10 MB", 20, 2.0)


def word_lines(scratch: Path, runs: int) -> Iterator[Line]:
    """Yield the line of a Word document of 300 pages, in runs of a few words each as Word leaves them."""
    path = scratch / "long.docx"
    _make_document(path)
    yield in_pairs(lambda: _ours(path), lambda: _bare(path), runs).at_most(f"read a DOCX of {PAGES} pages", 20, 3.0)


def _ours(path: Path) -> float:
    from commonplace.documents.reader import read_file
    from commonplace.documents.reading import ReadRequest

    return timed(lambda: read_file(ReadRequest(path), lambda done, total: None))


def _bare(path: Path) -> float:
    def parse() -> None:
        with zipfile.ZipFile(path) as archive:
            for name in archive.namelist():
                if name.endswith(("html", "xml")):
                    etree.fromstring(archive.read(name))

    return timed(parse)


def _make_book(path: Path) -> None:
    said = random.Random(1)
    chapters: list[bytes] = []
    while sum(map(len, chapters)) < BOOK_BYTES:
        paragraphs = "".join(
            f"<p>{_english(said) if said.random() < 0.5 else _japanese(said)}</p>\n" for _ in range(80)
        )
        chapters.append(
            '<html xmlns="http://www.w3.org/1999/xhtml"><head><title>A chapter</title></head><body>'
            f"<h1>Chapter {len(chapters) + 1}</h1>\n{paragraphs}</body></html>".encode()
        )
    numbers = range(len(chapters))
    items = "".join(f'<item id="i{n}" href="{n}.xhtml" media-type="application/xhtml+xml"/>' for n in numbers)
    spine = "".join(f'<itemref idref="i{n}"/>' for n in numbers)
    package = (
        f'<package xmlns="http://www.idpf.org/2007/opf"><metadata/><manifest>{items}</manifest>'
        f"<spine>{spine}</spine></package>"
    )
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/epub+zip", zipfile.ZIP_STORED)
        archive.writestr("META-INF/container.xml", _CONTAINER)
        archive.writestr("book.opf", package)
        for number, chapter in enumerate(chapters):
            archive.writestr(f"{number}.xhtml", chapter)


def _english(said: random.Random) -> str:
    words = said.choices(WORDS, k=80)
    words[40] = f"<i>{words[40]}</i>"
    return " ".join(words)


def _japanese(said: random.Random) -> str:
    return "".join(said.choices(JAPANESE, k=10)) + "<ruby>抑止<rt>よくし</rt></ruby>"


def _make_document(path: Path) -> None:
    said = random.Random(2)
    paragraphs = "".join(f"<w:p><w:pPr><w:jc/></w:pPr>{_runs(said)}</w:p>" for _ in range(5 * PAGES))
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(
            "word/document.xml", f'<w:document xmlns:w="{_WORD}"><w:body>{paragraphs}</w:body></w:document>'
        )


def _runs(said: random.Random) -> str:
    return "".join(
        f'<w:r><w:rPr><w:sz w:val="24"/><w:lang w:val="en-GB"/></w:rPr><w:t xml:space="preserve">'
        f"{' '.join(said.choices(WORDS, k=6))} </w:t></w:r>"
        for _ in range(17)
    )
