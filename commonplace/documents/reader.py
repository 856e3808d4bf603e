"""One file to a reading, in this process: which reader takes it, and the layer made ready to be stored."""

from __future__ import annotations

from collections.abc import Callable
from hashlib import sha256

from commonplace.documents.extracted import Extracted
from commonplace.documents.flowing.notes import note_asides
from commonplace.documents.kinds import HEAD, Kind, kind_of
from commonplace.documents.opened import Contents, contents
from commonplace.documents.reading import MEBIBYTE, Failure, Reading, ReadRequest, UnreadableError
from commonplace.documents.ready import made_ready
from core.records import Layer

Progress = Callable[[int, int], None]

_TEXT_LIMIT = 64 * MEBIBYTE
_PIECE = MEBIBYTE


def read_file(request: ReadRequest, progress: Progress) -> Reading:
    """Return the reading of a file.

    Args:
        request: The file, and how it is to be read.
        progress: Told how many pages of how many are done; (0, 0) where there is only a sign of life to give.

    Raises:
        UnreadableError: It cannot be read, or its bytes are not those that were asked for.
    """
    data = contents(request)
    found_hash = _hash_of(data, progress)
    if request.sha256 and request.sha256 != found_hash:
        raise UnreadableError("changed", "The file was changed while it was being read; nothing of it was kept.")
    kind = kind_of(request.path, data[:HEAD])
    if isinstance(kind, Failure):
        raise UnreadableError(kind.code, kind.reason)
    extracted = _extracted(kind, data, request, progress)
    return made_ready(_layer(extracted), found_hash, extracted.remark, progress)


def _hash_of(data: Contents, progress: Progress) -> str:
    if isinstance(data, bytes):
        return sha256(data).hexdigest()
    hashed = sha256()
    for at in range(0, len(data), _PIECE):
        hashed.update(data[at : at + _PIECE])
        progress(0, 0)
    return hashed.hexdigest()


def _extracted(kind: Kind, data: Contents, request: ReadRequest, progress: Progress) -> Extracted:
    # Each reader is imported when a file first needs it: a text needs no PDF engine.
    if kind in ("pdf", "xps", "cbz", "image"):
        from commonplace.documents.fixed.pdf import read_fixed

        return read_fixed(data, kind, request.password, progress)
    if kind == "epub":
        from commonplace.documents.flowing.epub import read_epub

        return read_epub(data, progress)
    if kind == "docx":
        from commonplace.documents.flowing.docx import read_docx

        return read_docx(data)
    if kind == "odt":
        from commonplace.documents.flowing.odt import read_odt

        return read_odt(data)
    if not isinstance(data, bytes) or len(data) > _TEXT_LIMIT:
        raise UnreadableError("too-large", f"The file is too large: texts are read up to {_TEXT_LIMIT // MEBIBYTE} MB.")
    if kind == "html":
        from commonplace.documents.flowing.html import read_html

        return read_html(data, request.encoding, whole_page=request.whole_page)
    if kind == "mhtml":
        from commonplace.documents.flowing.mhtml import read_mhtml

        return read_mhtml(data, request.encoding, whole_page=request.whole_page)
    if kind == "markdown":
        from commonplace.documents.flowing.markdown import read_markdown

        return read_markdown(data, request.encoding)
    if kind == "rtf":
        from commonplace.documents.flowing.rtf import read_rtf

        return read_rtf(data)
    from commonplace.documents.flowing.text import read_text

    return read_text(data, request.encoding)


def _layer(extracted: Extracted) -> Layer:
    return Layer(
        kind=extracted.kind,
        extractor=extracted.extractor,
        text=extracted.text,
        pages=extracted.pages,
        blocks=extracted.blocks,
        found=extracted.found,
        asides=extracted.asides or tuple(note_asides(extracted.text, extracted.blocks)),
    )
