"""Pages looked at again, in the worker: where their characters stand."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from itertools import chain
from typing import Any

import pymupdf

from commonplace.documents.fixed.boxes import page_boxes
from commonplace.documents.fixed.opening import fixed_kind, open_document
from commonplace.documents.opened import contents
from commonplace.documents.reading import ReadRequest, UnreadableError


def boxes_of(request: ReadRequest, pages: Sequence[tuple[int, str]]) -> list[array[int]]:
    """Return for each page, given as index and text, its characters' boxes, four numbers each, flat.

    Raises:
        UnreadableError: The document cannot be opened, or has no such page.
    """
    data = contents(request)
    with open_document(data, fixed_kind(request.path, data), request.password) as document:
        return [_boxes(document, index, text) for index, text in pages]


def _boxes(document: Any, index: int, text: str) -> array[int]:
    try:
        found = page_boxes(document.load_page(index), text)
    except (RuntimeError, ValueError, pymupdf.mupdf.FzErrorBase) as error:
        raise UnreadableError("damaged", f"Page {index + 1} of the file cannot be drawn.") from error
    return array("i", chain.from_iterable(found))
