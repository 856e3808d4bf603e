"""The tables of web pages and of books' chapters: which cell of which grid a block stands in."""

from __future__ import annotations

from lxml import etree

from commonplace.documents.flowing.flow import Flow
from commonplace.documents.flowing.tables import Grid, span_of
from commonplace.documents.flowing.xhtml_kinds import local
from core.cells import Cell

TABLES = frozenset(("table", "tr", "td", "th"))
_CELLS = ("td", "th")
_FOR_LAYOUT = frozenset(("presentation", "none"))


class OpenTables:
    """Tells a flow the cell that is open, the innermost where tables stand inside each other."""

    def __init__(self, flow: Flow) -> None:
        self._flow = flow
        self._grids: list[Grid | None] = []
        self._outer: list[Cell | None] = []

    def enter(self, element: etree._Element, tag: str) -> None:
        """Begin a table, a row or a cell."""
        if tag == "table":
            only_laid_out = (element.get("role") or "").strip().lower() in _FOR_LAYOUT
            self._grids.append(None if only_laid_out else self._flow.table())
        elif tag in _CELLS:
            self._outer.append(self._flow.cell)
            self._flow.cell = self._cell(element, tag)
        elif tag == "tr" and self._grids and (grid := self._grids[-1]):
            grid.row()

    def leave(self, tag: str) -> None:
        if tag == "table":
            self._grids.pop()
        elif tag in _CELLS:
            self._flow.cell = self._outer.pop()

    def _cell(self, element: etree._Element, tag: str) -> Cell | None:
        grid = self._grids[-1] if self._grids else None
        if grid is None:
            return self._flow.cell
        row = element.getparent()
        part = row.getparent() if row is not None else None
        heads = tag == "th" or (part is not None and local(part) == "thead")
        return grid.cell(span_of(element.get("rowspan")), int(span_of(element.get("colspan"))), heads=heads)
