"""The next link of a document with pages, sought page by page while its worker tells what links they have."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal, Slot

from core.records import Range
from desktop.reader.link_keys import next_link, parts_from
from desktop.reader.page_server import Boxes, Links, Need
from desktop.reader.page_supply import PageSupply

_TOGETHER = 40


class LinkSearch(QObject):
    """Looks for one link at a time.

    Signals:
        found: Carries the ``Link``, or None where no page has one on its words.
    """

    found = Signal(object)

    def __init__(self, supply: PageSupply) -> None:
        super().__init__(supply)
        self._supply = supply
        self._pages: list[int] = []
        self._beyond: Range | None = None
        self._step = 1
        for told in (supply.measured, supply.linked, supply.lost):
            told.connect(self._go_on)

    def begin(self, page: int, pages: int, beyond: Range | None, step: int) -> None:
        """Look from a page on, behind a place on it where one is given, and with -1 back, through all pages."""
        self._pages = list(parts_from(page, pages, step)) if pages else []
        self._beyond, self._step = beyond, step
        self._go_on()

    def end(self) -> None:
        """Look no further."""
        self._pages = []

    @Slot()
    def _go_on(self) -> None:
        while self._pages:
            page, later = self._pages[0], self._pages[1:]
            if self._missing(page):
                self._supply.seek([need for one in self._pages[:_TOGETHER] for need in self._missing(one)])
                return
            link = next_link(self._supply.links_on(page), self._beyond, self._step)
            self._pages, self._beyond = later, None
            if link is not None or not later:
                self._pages = []
                self._supply.seek(())
                self.found.emit(link)

    def _missing(self, page: int) -> Sequence[Need]:
        """Return what is to be asked for before the links on a page's words are known."""
        supply = self._supply
        if page in supply.broken:
            return ()
        if page not in supply.links:
            return (Links(page),)
        measured = not supply.links[page] or supply.places.knows(page)
        return () if measured else (Boxes(page, supply.places.text(page)),)
