"""A font for Chinese, Japanese and Korean, for computers that have none: the one that comes with MuPDF."""

from __future__ import annotations

from pathlib import Path

from commonplace.documents.workers.viewer import DocumentViewer


def cjk_font() -> bytes:
    """Return the bytes of a font with kana, kanji and hangul; it takes as long as opening a document.

    Raises:
        NotDoneError: The process that reads it could not be asked.
    """
    # With every question a worker is handed a file; it looks at none for this one.
    with DocumentViewer(Path(__file__)) as viewer:
        return viewer.font()
