"""The tables of Word documents: their rows and cells as they are when every tracked change is accepted."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from commonplace.documents.flowing.docx_styles import OFF, W, number, value
from commonplace.documents.flowing.tables import Grid, Laid, joined
from core.cells import Cell

INSIDE = frozenset(f"{W}{name}" for name in ("ins", "moveTo", "customXml", "smartTag", "sdtContent"))
"""Elements that hold what stands in the text with what they say of it."""


def placed_cells(table: etree._Element, grid: Grid) -> Iterator[tuple[etree._Element, Cell]]:
    """Yield a table's cells in order with their places."""
    rows = [row for row in _within(table, "tr") if not _has(row, "trPr", "del")]
    return joined([(_laid(row), _has(row, "trPr", "tblHeader")) for row in rows], grid)


def _laid(row: etree._Element) -> list[Laid[etree._Element]]:
    column, found = max(number(value(row.find(f"{W}trPr"), "gridBefore")), 0), []
    for element in _within(row, "tc"):
        properties = element.find(f"{W}tcPr")
        columns = max(number(value(properties, "gridSpan"), 1), 1)
        merged = properties.find(f"{W}vMerge") if properties is not None else None
        goes_on = merged is not None and merged.get(f"{W}val", "continue") == "continue"
        found.append(Laid(element, column, columns, goes_on))
        column += columns
    return found


def _within(parent: etree._Element, name: str) -> list[etree._Element]:
    """Return a table's rows or a row's cells, also those in controls and in content that was inserted."""
    found = []
    for child in parent:
        if child.tag == f"{W}{name}":
            found.append(child)
        elif child.tag in INSIDE or child.tag == f"{W}sdt":
            found += _within(child, name)
    return found


def _has(row: etree._Element, part: str, name: str) -> bool:
    """Say whether a part of a row's properties is there and not switched off."""
    properties = row.find(f"{W}{part}")
    found = properties.find(f"{W}{name}") if properties is not None else None
    return found is not None and (found.get(f"{W}val") or "1").lower() not in OFF
