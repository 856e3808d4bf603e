"""Quotes for the clipboard: as plain text, and formatted for those who take that."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication


def put_quotes(quotes: Sequence[tuple[str, str]]) -> None:
    """Put quotes, each with its citation, on the clipboard; without a citation the quote stands alone."""
    data = QMimeData()
    data.setText("\n\n".join(f"{quote} {citation}".rstrip() for quote, citation in quotes))
    data.setHtml("".join(_formatted(quote, citation) for quote, citation in quotes))
    QGuiApplication.clipboard().setMimeData(data)


def _formatted(quote: str, citation: str) -> str:
    paragraphs = "</p><p>".join(escape(part).replace("\n", "<br>") for part in quote.split("\n\n"))
    return f"<blockquote><p>{paragraphs}</p></blockquote>" + (f"<p>{escape(citation)}</p>" if citation else "")
