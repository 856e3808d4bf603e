"""What leads through a document with fixed pages: its outline, and the links on its pages."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, TypeAlias

import pymupdf

from core.links import safe_link
from core.records import Box

OutlineEntry: TypeAlias = tuple[int, str, int]
"""Depth from 1, title, and the page's index; -1 where it leads to no page."""

Link: TypeAlias = tuple[Box, int | str]
"""Where it is, in thousandths of a point of the unrotated page, and the page's index or the address it leads to."""

_MOST_ENTRIES = 20_000
_MOST_LINKS = 5_000
_LONGEST_TITLE = 500


def outline_of(document: Any) -> list[OutlineEntry]:
    """Return the outline in its order; titles are one line each."""
    pages = document.page_count
    found: list[OutlineEntry] = []
    for level, title, page, *_ in document.get_toc(simple=True)[:_MOST_ENTRIES]:
        words = " ".join(_seen(str(title)).split())[:_LONGEST_TITLE]
        found.append((max(int(level), 1), words, page - 1 if 0 < page <= pages else -1))
    return found


def links_of(page: Any) -> list[Link]:
    """Return the links of a page that lead to a page of it or to a safe address; none leads to another file."""
    return list(_links(page))[:_MOST_LINKS]


def _links(page: Any) -> Iterator[Link]:
    turned = page.derotation_matrix
    for link in page.get_links():
        target = _target(link, page.parent.page_count)
        if target is not None:
            x0, y0, x1, y1 = (round(edge * 1000) for edge in (link["from"] * turned).normalize())
            yield (x0, y0, x1, y1), target


def _target(link: dict[str, Any], pages: int) -> int | str | None:
    if link["kind"] in (pymupdf.LINK_GOTO, pymupdf.LINK_NAMED):
        page = link.get("page", -1)
        return page if isinstance(page, int) and 0 <= page < pages else None
    return safe_link(str(link.get("uri", ""))) if link["kind"] == pymupdf.LINK_URI else None


def _seen(title: str) -> str:
    return "".join(char if char.isprintable() else " " for char in title)
