"""Files with fixed pages, opened by MuPDF: one way in for every kind of them."""

from __future__ import annotations

from pathlib import PurePath
from typing import Any, Literal, TypeAlias

import pymupdf

from commonplace.documents.fixed.pictures import book_of_pictures, refuse_too_large
from commonplace.documents.kinds import HEAD, kind_of
from commonplace.documents.opened import Contents
from commonplace.documents.reading import UnreadableError
from commonplace.documents.zipped import Archive

FixedKind: TypeAlias = Literal["pdf", "xps", "cbz", "image"]

BROKEN = (RuntimeError, ValueError, pymupdf.mupdf.FzErrorBase)
"""What MuPDF raises over a file that is not as it should be."""

_NAMED: dict[FixedKind, str] = {"pdf": "PDF", "xps": "XPS document", "cbz": "comic book", "image": "picture"}


def open_document(data: Contents, kind: FixedKind, password: str = "") -> Any:
    """Return an open document, to be used with ``with``.

    What would unpack to more than can be held is refused before anything of it is unpacked.

    Args:
        data: The file's bytes, held, or mapped where they are too many.
        kind: What ``kind_of`` says it is.
        password: What opens it, or empty.

    Raises:
        UnreadableError: It is damaged beyond repair, too large, or encrypted and this is not its password.
    """
    document = _opened(_checked(data, kind), kind)
    try:
        if kind == "xps" and document.metadata["format"] != "XPS":
            # What it finds in a zip MuPDF believes more than what it is told.
            raise damaged(kind)
        _unlock(document, kind, password)
    except UnreadableError:
        document.close()
        raise
    return document


def fixed_kind(name: PurePath, data: Contents) -> FixedKind:
    """Return which kind with fixed pages a file of that name is.

    Raises:
        UnreadableError: It is none.
    """
    kind = kind_of(name, data[:HEAD])
    for fixed in _NAMED:
        if kind == fixed:
            return fixed
    raise UnreadableError("unread-kind", "The file has no pages.")


def damaged(kind: FixedKind) -> UnreadableError:
    """Return what is said of a file that MuPDF cannot open."""
    return UnreadableError("damaged", f"The {_NAMED[kind]} is damaged and cannot be opened.")


def _checked(data: Contents, kind: FixedKind) -> Contents:
    """Return what MuPDF may open: the file, or of a book of pictures its pictures alone."""
    if kind == "image":
        data = data[:]
        refuse_too_large(data)
    elif kind in ("xps", "cbz"):
        archive = Archive(data)
        try:
            archive.refuse_bombs()
            return book_of_pictures(archive) if kind == "cbz" else data
        finally:
            archive.close()
    return data


def _opened(data: Contents, kind: FixedKind) -> Any:
    # Of pictures MuPDF knows the form by their first bytes, whichever is named.
    form = "png" if kind == "image" else kind
    try:
        return pymupdf.open(stream=data if isinstance(data, bytes) else memoryview(data), filetype=form)
    except BROKEN as error:
        raise damaged(kind) from error


def _unlock(document: Any, kind: FixedKind, password: str) -> None:
    if not document.needs_pass:
        return
    if not password:
        raise UnreadableError("encrypted", f"The {_NAMED[kind]} is encrypted: give its password with --password.")
    if not document.authenticate(password):
        raise UnreadableError(
            "encrypted", f"The {_NAMED[kind]} is encrypted, and this is not its password (--password)."
        )
