"""The pictures that a flowing document carries, found again by what its ``image`` marks name.

A target names a zip's member, or in files that are one text the place of the picture among its like: ``data:3``,
``part:7``, ``pict:2``.  Pictures that lie elsewhere, on the web or on a disk, have no target and are never asked for.
"""

from __future__ import annotations

import base64
import binascii
import re
from urllib.parse import unquote_to_bytes

from commonplace.documents.flowing.html import page_tree
from commonplace.documents.flowing.html_blocks import carried_images
from commonplace.documents.flowing.mhtml import part_of, saved_page
from commonplace.documents.flowing.rtf_pictures import rtf_picture
from commonplace.documents.opened import Contents
from commonplace.documents.reading import MEBIBYTE, UnreadableError
from commonplace.documents.zipped import Archive

LARGEST = 64 * MEBIBYTE
_PLACED = re.compile(r"(data|part|pict):(\d{1,6})", re.A)


def picture_bytes(data: Contents, kind: str, target: str) -> bytes:
    """Return the bytes of a picture in a stored file.

    Args:
        data: The file.
        kind: Its kind: epub, docx, odt, html, mhtml or rtf.
        target: What the mark names.

    Raises:
        UnreadableError: There is no such picture in it, or it is too large.
    """
    found = _member(data, target) if kind in ("epub", "docx", "odt") else _placed(bytes(data), kind, target)
    if not found:
        raise UnreadableError("missing", "The document holds no such picture.")
    if len(found) > LARGEST:
        raise UnreadableError("too-large", f"The picture is larger than {LARGEST // MEBIBYTE} MB.")
    return found


def _member(data: Contents, target: str) -> bytes:
    archive = Archive(data)
    try:
        return archive.read(target) if archive.find(target) else b""
    finally:
        archive.close()


def _placed(data: bytes, kind: str, target: str) -> bytes:
    match = _PLACED.fullmatch(target)
    if match is None:
        return b""
    sort, place = match[1], int(match[2])
    if kind == "rtf" and sort == "pict":
        return rtf_picture(data, place)
    if kind == "mhtml" and sort == "part":
        return part_of(data, place)
    if kind in ("html", "mhtml") and sort == "data":
        page = saved_page(data) if kind == "mhtml" else data
        images = carried_images(page_tree(page))
        return _of_address(images[place]) if place < len(images) else b""
    return b""


def _of_address(address: str) -> bytes:
    """Return what a ``data:`` address holds (RFC 2397)."""
    head, _, content = address.partition(",")
    plain = unquote_to_bytes(content)
    if not head.lower().endswith(";base64"):
        return plain
    try:
        return base64.b64decode(b"".join(plain.split()) + b"==")
    except binascii.Error:
        return b""
