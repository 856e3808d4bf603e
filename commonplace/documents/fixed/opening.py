"""Files with fixed pages, opened by MuPDF: one way in for every kind of them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pymupdf

from commonplace.documents.kinds import Kind
from commonplace.documents.reading import UnreadableError

BROKEN = (RuntimeError, ValueError, pymupdf.mupdf.FzErrorBase)
"""What MuPDF raises over a file that is not as it should be."""

_NAMED: dict[Kind, str] = {"pdf": "PDF"}


def open_document(data: bytes | Path, kind: Kind, password: str = "") -> Any:
    """Return an open document, to be used with ``with``.

    Args:
        data: The file's bytes, or its path where they are too many to hold.
        kind: What ``kind_of`` says it is; one with fixed pages.
        password: What opens it, or empty.

    Raises:
        UnreadableError: It is damaged beyond repair, or encrypted and this is not its password.
    """
    document = _opened(data, kind)
    try:
        _unlock(document, kind, password)
    except UnreadableError:
        document.close()
        raise
    return document


def damaged(kind: Kind) -> UnreadableError:
    """Return what is said of a file that MuPDF cannot open."""
    return UnreadableError("damaged", f"The {_NAMED[kind]} is damaged and cannot be opened.")


def _opened(data: bytes | Path, kind: Kind) -> Any:
    try:
        if isinstance(data, Path):
            return pymupdf.open(data, filetype=kind)
        return pymupdf.open(stream=data, filetype=kind)
    except BROKEN as error:
        raise damaged(kind) from error


def _unlock(document: Any, kind: Kind, password: str) -> None:
    if not document.needs_pass:
        return
    if not password:
        raise UnreadableError("encrypted", f"The {_NAMED[kind]} is encrypted: give its password with --password.")
    if not document.authenticate(password):
        raise UnreadableError(
            "encrypted", f"The {_NAMED[kind]} is encrypted, and this is not its password (--password)."
        )
