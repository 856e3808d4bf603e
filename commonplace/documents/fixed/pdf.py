"""Files with fixed pages to layers, by MuPDF's fast text extraction, page by page."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import accumulate
from typing import Any

import pymupdf

from commonplace.documents.extracted import Extracted
from commonplace.documents.extractors import extractor
from commonplace.documents.fixed.asides import document_asides
from commonplace.documents.fixed.forms import as_outline, as_web
from commonplace.documents.fixed.labels import LabelRule, labels
from commonplace.documents.fixed.lines import Sheet, typed_runs
from commonplace.documents.fixed.looking import sheet_of
from commonplace.documents.fixed.opening import BROKEN, FixedKind, damaged, open_document
from commonplace.documents.fixed.pages import NOTHING_PENDING, PageText, Pending, read_page
from commonplace.documents.fixed.turning import as_read
from commonplace.documents.found.metadata_pdf import found_in_pdf
from commonplace.documents.found.title_by_size import TypeLine, type_line
from commonplace.documents.opened import Contents
from commonplace.documents.reading import UnreadableError
from core.records import Page

Progress = Callable[[int, int], None]

_UNFIT = re.compile("[\x00\ud800-\udfff]")
# A file that claims a million pages has none of them; real ones have a few bad ones at most.
_GIVE_UP_AFTER = 50
_WIDEST = 1_000_000


def read_pdf(data: Contents, password: str, progress: Progress) -> Extracted:
    """Return the text of a PDF with its pages, as ``read_fixed`` does."""
    return read_fixed(data, "pdf", password, progress)


def read_fixed(data: Contents, kind: FixedKind, password: str, progress: Progress) -> Extracted:
    """Return the text of a file with its pages; pictures have none.

    Each page's text ends with a newline, an empty page has none; the axis is the pages' texts in order.

    Args:
        data: The file's bytes, held, or mapped where they are too many.
        kind: What ``kind_of`` says it is.
        password: What opens it, or empty.
        progress: Told after each page how many of how many are done.

    Raises:
        UnreadableError: It is encrypted, damaged beyond repair, or has no pages.
    """
    with open_document(data, kind, password) as document:
        return _read(document, kind, progress)


def _read(document: Any, kind: FixedKind, progress: Progress) -> Extracted:
    count = _page_count(document, kind)
    names = labels(_label_rules(document), count)
    pages: list[PageText] = []
    sheets: list[Sheet] = []
    first: list[TypeLine] = []
    bad = row = 0
    for index in range(count):
        try:
            page, sheet, details = _page(document, index, pages[-1].pending if pages else NOTHING_PENDING)
            row = 0
        except BROKEN:
            page, sheet, details = (
                PageText("", pending=pages[-1].pending if pages else NOTHING_PENDING),
                Sheet(0, 0, 0),
                [],
            )
            bad, row = bad + 1, row + 1
            if row >= _GIVE_UP_AFTER:
                break
        first = details or first
        pages.append(page)
        sheets.append(sheet)
        progress(index + 1, count)
    if bad == len(pages) or (row >= _GIVE_UP_AFTER and not any(page.text for page in pages)):
        raise damaged(kind)
    texts = [page.text for page in pages]
    asides, printed = document_asides(pages)
    starts = list(accumulate(map(len, texts), initial=0))
    return Extracted(
        kind=kind,
        extractor=extractor(kind),
        text="".join(texts),
        pages=tuple(
            Page(name, start, start + len(text), round(width * 1000), round(height * 1000), rotation, number)
            for name, start, text, (width, height, rotation), number in zip(
                names, starts, texts, sheets, printed, strict=False
            )
        ),
        found=found_in_pdf(document.metadata or {}, _xmp(document), first, texts[:2]),
        remark=_remark(starts[-1], bad + count - len(pages), _lost(document, texts)),
        asides=asides,
    )


def _lost(document: Any, texts: Sequence[str]) -> int:
    """Return how many pages at the end of a file that had to be mended hold nothing: its end may be missing."""
    if not document.is_repaired:
        return 0
    return len(texts) - max((index + 1 for index, text in enumerate(texts) if text.strip()), default=len(texts))


def _remark(characters: int, bad: int, lost: int) -> str:
    remarks = []
    if not characters:
        remarks.append("no text layer")
    if bad:
        remarks.append(f"{bad} pages are damaged and could not be read")
    if lost:
        remarks.append(f"the file is damaged, perhaps half downloaded: its last {lost} pages are empty")
    return "; ".join(remarks)


def _page_count(document: Any, kind: FixedKind) -> int:
    try:
        count = int(document.page_count)
    except BROKEN as error:
        raise damaged(kind) from error
    if count < 1:
        raise UnreadableError("damaged", "The file has no pages; it may be damaged.")
    return count


def _page(document: Any, index: int, before: Pending) -> tuple[PageText, Sheet, list[TypeLine]]:
    """Return a page as it is read, its size, and of the first page its lines with their type sizes."""
    page = document.load_page(index)
    sheet = sheet_of(page)
    if not (0 < sheet.width < _WIDEST and 0 < sheet.height < _WIDEST):
        raise ValueError("a picture that cannot be opened has no size")
    content = page.get_textpage(flags=pymupdf.TEXTFLAGS_TEXT)
    upright = as_read(sheet, content)
    found = read_page(page, content, upright, before, first=index == 0)
    found = replace(found, text=fit_for_axis(found.text), height=upright.shown_height)
    return found, sheet, _type_lines(content, sheet) if index == 0 else []


def _type_lines(content: Any, sheet: Sheet) -> list[TypeLine]:
    return [type_line(runs, down / sheet.height) for runs, down in typed_runs(as_web(content), as_outline(content))]


def fit_for_axis(text: str) -> str:
    """Return a page's text with a newline at its end and without what the axis cannot hold, place by place."""
    if text and not text.endswith("\n"):
        text += "\n"
    if "\r" in text:
        text = text.replace("\r", "\n")
    if text.isascii() and "\x00" not in text:
        return text
    return _UNFIT.sub("\ufffd", text)


def _xmp(document: Any) -> str:
    try:
        return str(document.get_xml_metadata() or "") if document.is_pdf else ""
    except BROKEN:
        return ""


def _label_rules(document: Any) -> list[LabelRule]:
    """Return the file's page label rules, read from its number tree; none where that is damaged or it is no PDF."""
    if not document.is_pdf:
        return []
    mupdf = pymupdf.mupdf
    try:
        file = mupdf.pdf_document_from_fz_document(document.this)
        root = mupdf.pdf_dict_gets(mupdf.pdf_trailer(file), "Root")
        return list(_rules(mupdf, mupdf.pdf_dict_gets(root, "PageLabels"), depth=0))
    except BROKEN:
        return []


def _rules(mupdf: Any, node: Any, depth: int) -> Iterator[LabelRule]:
    # Number trees of real files are two or three levels deep; a cycle ends here.
    if depth > 8 or not mupdf.pdf_is_dict(node):
        return
    numbers = mupdf.pdf_dict_gets(node, "Nums")
    for place in range(0, mupdf.pdf_array_len(numbers) - 1, 2):
        rule = mupdf.pdf_array_get(numbers, place + 1)
        yield LabelRule(
            start=mupdf.pdf_to_int(mupdf.pdf_array_get(numbers, place)),
            style=mupdf.pdf_to_name(mupdf.pdf_dict_gets(rule, "S")),
            prefix=_one_line(mupdf.pdf_to_text_string(mupdf.pdf_dict_gets(rule, "P"))),
            first=max(mupdf.pdf_to_int(mupdf.pdf_dict_gets(rule, "St")), 1),
        )
    kids = mupdf.pdf_dict_gets(node, "Kids")
    for place in range(min(mupdf.pdf_array_len(kids), 10_000)):
        yield from _rules(mupdf, mupdf.pdf_array_get(kids, place), depth + 1)


def _one_line(prefix: str) -> str:
    return " ".join(_UNFIT.sub("\ufffd", prefix).split("\n"))
