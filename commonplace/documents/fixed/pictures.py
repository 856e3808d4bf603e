"""Pictures that are pages: how large they would unpack, and books of them (.cbz) in reading order."""

from __future__ import annotations

import io
import re
import struct
import zipfile
from collections.abc import Iterator
from typing import Any

import pymupdf

from commonplace.documents.reading import MEBIBYTE, UnreadableError
from commonplace.documents.zipped import Archive

MOST_PIXELS = 200_000_000
"""The most pixels of one picture: an A0 sheet scanned at 300 dpi has 140 million."""

_LARGEST_BOOK = 768 * MEBIBYTE
_MOST_TIFF_PAGES = 10_000
_PICTURE = re.compile(r"(?:[^/]*/)*(?!\.)[^/]+\.(?:png|jpe?g|jpe|jfif|gif|tiff?|bmp|jp2|jpx|j2k)", re.I)
_DIGITS = re.compile(r"(\d+)")


def refuse_too_large(data: bytes) -> None:
    """Refuse a picture that would unpack to more pixels than can be shown; only its header is read.

    Raises:
        UnreadableError: It is too large, or no picture at all.
    """
    for width, height in _sizes(data):
        if width * height > MOST_PIXELS:
            raise UnreadableError(
                "too-large",
                f"The picture is {width:,} × {height:,} pixels; up to {MOST_PIXELS // 1_000_000} million are read.",
            )


def _sizes(data: bytes) -> Iterator[tuple[int, int]]:
    """Yield width and height in pixels of each picture in a file."""
    if data[:4] in (b"II*\x00", b"MM\x00*"):
        yield from _tiff_sizes(data)
    elif data.startswith(b"\x89PNG"):
        yield struct.unpack(">II", data[16:24].ljust(8, b"\x00"))
    mupdf = pymupdf.mupdf
    try:
        image: Any = mupdf.fz_new_image_from_buffer(mupdf.fz_new_buffer_from_copied_data(data))
    except (RuntimeError, ValueError, pymupdf.mupdf.FzErrorBase) as error:
        raise UnreadableError("damaged", "The picture is damaged and cannot be opened.") from error
    yield image.w(), image.h()


def _tiff_sizes(data: bytes) -> Iterator[tuple[int, int]]:
    """Yield the sizes that a TIFF's directories name (TIFF 6.0, section 2); MuPDF would unpack each to tell its own."""
    order = "<" if data.startswith(b"II") else ">"
    seen: set[int] = set()
    try:
        (at,) = struct.unpack_from(f"{order}I", data, 4)
        while at and at not in seen and len(seen) < _MOST_TIFF_PAGES:
            seen.add(at)
            (count,) = struct.unpack_from(f"{order}H", data, at)
            said = {}
            for entry in range(at + 2, at + 2 + 12 * count, 12):
                tag, form = struct.unpack_from(f"{order}HH", data, entry)
                if tag in (256, 257):
                    (said[tag],) = struct.unpack_from(f"{order}{'H' if form == 3 else 'I'}", data, entry + 8)
            yield said.get(256, 0), said.get(257, 0)
            (at,) = struct.unpack_from(f"{order}I", data, at + 2 + 12 * count)
    except struct.error:
        return


def book_of_pictures(archive: Archive) -> bytes:
    """Return a zip with a comic book's pictures alone, one a page, in the order a person counts their names.

    Folders, notes, thumbnails and what systems leave behind are no pages.

    Raises:
        UnreadableError: It holds no pictures, or one that is too large.
    """
    names = sorted((name for name in archive.names() if _is_page(name)), key=_as_counted)
    if not names:
        raise UnreadableError("no-text", "The comic book holds no pictures that can be read.")
    book = io.BytesIO()
    with zipfile.ZipFile(book, "w", zipfile.ZIP_STORED) as pages:
        for number, name in enumerate(names):
            picture = archive.read(name)
            _refuse_in_book(picture)
            if book.tell() + len(picture) > _LARGEST_BOOK:
                raise UnreadableError("too-large", f"The comic book unpacks to over {_LARGEST_BOOK // MEBIBYTE} MB.")
            # MuPDF takes a member for a page by its ending only.
            pages.writestr(f"{number:06}.png", picture)
    return book.getvalue()


def _refuse_in_book(picture: bytes) -> None:
    try:
        refuse_too_large(picture)
    except UnreadableError as error:
        # One page that is damaged is told of as such; the others are read.
        if error.failure.code != "damaged":
            raise


def _is_page(name: str) -> bool:
    return _PICTURE.fullmatch(name) is not None and not name.startswith("__MACOSX/")


def _as_counted(name: str) -> list[tuple[int, str]]:
    """Return a key by which p2 comes before p10, in whatever letter case."""
    parts = _DIGITS.split(name.casefold())
    return [(int(part), "") if part.isdecimal() else (0, part) for part in parts] + [(0, name)]
