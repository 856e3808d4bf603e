"""The forms that MuPDF itself gives a text page in: far quicker than asking it for each character."""

from __future__ import annotations

from typing import Any

import pymupdf

_mupdf = pymupdf.mupdf


def as_text(content: Any) -> str:
    """Return a text page's lines, a blank one after each block."""
    return _printed(content, _mupdf.fz_print_stext_page_as_text)


def as_web(content: Any) -> str:
    """Return a web page of it, with the place of each line and the type of each run."""
    return _printed(content, _mupdf.fz_print_stext_page_as_html, 0)


def as_plain_web(content: Any) -> str:
    """Return a web page of its paragraphs alone, made in a fifth of the time."""
    return _printed(content, _mupdf.fz_print_stext_page_as_xhtml, 0)


def as_outline(content: Any) -> str:
    """Return its blocks and lines as JSON: their boxes in tenths of a point, and of each line its first type."""
    return _printed(content, _mupdf.fz_print_stext_page_as_json, 10)


def _printed(content: Any, form: Any, *settings: int) -> str:
    buffer = _mupdf.fz_new_buffer(4096)
    output = _mupdf.FzOutput(buffer)
    form(output, content.this, *settings)
    output.fz_close_output()
    return str(_mupdf.fz_buffer_extract_copy(buffer), "utf-8", "replace")
