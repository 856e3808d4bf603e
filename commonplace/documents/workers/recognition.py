"""Text recognition in the worker: one page of a document, as it was asked for."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from commonplace.documents.fixed.ocr import recognise
from commonplace.documents.fixed.opening import BROKEN, fixed_kind, open_document
from commonplace.documents.opened import contents
from commonplace.documents.reading import ReadRequest, UnreadableError


def recognised(request: ReadRequest, asked: Mapping[str, Any]) -> dict[str, Any]:
    """Return what a page reads, with its words as starts, ends and boxes.

    Raises:
        UnreadableError: The document cannot be opened, or the page not drawn.
    """
    index, languages = int(asked["page"]), [str(name) for name in asked["languages"]]
    data = contents(request)
    with open_document(data, fixed_kind(request.path, data), request.password) as document:
        try:
            page = document.load_page(index)
            found = recognise(page, Path(asked["trained"]), languages, downwards=bool(asked["downwards"]))
        except BROKEN as error:
            raise UnreadableError("damaged", f"Page {index + 1} of the file cannot be drawn.") from error
    return {
        "text": found.text,
        "words": [[word.start, word.end, *word.box] for word in found.words],
        "engine": found.engine,
        "languages": found.languages,
        "downwards": found.downwards,
    }
