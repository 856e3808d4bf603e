"""The quotes view at work: loaded when it is shown, and again when the library has changed."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QStackedWidget, QWidget

from commonplace.library.overview import Quote, QuoteDetails, quote_details, quotes
from commonplace.library.session import Library
from core.records import Changes
from desktop.clipboard import put_quotes
from desktop.desk import Desk
from desktop.quotes.view import QuotesView

_KINDS = frozenset({"source", "reference", "highlight", "tagging", "concept", "same", "person"})


class Quotes(QObject):
    """Keeps the view among the pages of the window's centre.

    Signals:
        copied: So many quotes were copied.
    """

    copied = Signal(int)
    _first = Signal(int, object)

    def __init__(self, desk: Desk, centre: QStackedWidget) -> None:
        super().__init__(centre)
        self._desk = desk
        self._centre = centre
        self._before: QWidget | None = None
        self._asked = 0
        self._stale = True
        self.view = QuotesView(centre)
        centre.addWidget(self.view)
        self._first.connect(self._take)
        self.view.model.details_wanted.connect(self._fetch_details)
        self.view.quote_chosen.connect(lambda quote: desk.open_source(quote.source, quote.start))
        self.view.copy_requested.connect(self._copy)
        desk.jobs.changed.connect(self._note_change)
        desk.concepts_changed.connect(self._name)
        desk.sources_changed.connect(self._name)

    def show(self) -> None:
        """Show the quotes in place of the reader."""
        if self._centre.currentWidget() is not self.view:
            self._before = self._centre.currentWidget()
        self._centre.setCurrentWidget(self.view)
        self.view.table.setFocus()
        if self._stale:
            self._load()

    def leave(self) -> None:
        """Show again what stood here before the quotes."""
        if self._before is not None and self._centre.currentWidget() is self.view:
            self._centre.setCurrentWidget(self._before)
            self._before.setFocus()

    def _load(self) -> None:
        """Fetch all quotes; the first ones are shown at once where none are shown yet."""
        self._stale = False
        self._asked += 1
        number, begins_empty = self._asked, not self.view.model.rowCount()
        self._name()
        self._desk.jobs.ask_at_length(
            lambda library: _all(library, lambda first: self._first.emit(number, first) if begins_empty else None),
            lambda found: self._take(number, found),
        )

    @Slot(int, object)
    def _take(self, number: int, found: list[Quote]) -> None:
        if number == self._asked:
            self.view.set_quotes(found)

    @Slot(object)
    def _note_change(self, changes: Changes) -> None:
        if _KINDS & set(changes.touched):
            self._stale = True
            if self.view.isVisible():
                self._load()

    @Slot()
    def _name(self, _records: object = None) -> None:
        if self.view.isVisible() or self._centre.currentWidget() is self.view:
            self.view.set_library(self._desk.concepts, self._desk.sources)

    @Slot(object)
    def _fetch_details(self, ids: Collection[str]) -> None:
        self._desk.jobs.ask(lambda library: quote_details(library, ids), self.view.model.set_details)

    @Slot(object)
    def _copy(self, ids: Collection[str]) -> None:
        chosen = {quote.id: quote for quote in self.view.chosen if quote.id in ids}
        keys = {line.id: line.citekey for line in self._desk.sources}

        def put(details: Mapping[str, QuoteDetails]) -> None:
            cited = [_cited(details[id], keys.get(quote.source, "")) for id, quote in chosen.items() if id in details]
            put_quotes(cited)
            self.copied.emit(len(cited))

        if chosen:
            self._desk.jobs.ask(lambda library: quote_details(library, list(chosen)), put)


def _all(library: Library, tell_first: Callable[[list[Quote]], None]) -> list[Quote]:
    found: list[Quote] = []
    for slice in quotes(library):
        if not found:
            tell_first(slice)
        found += slice
    return found


def _cited(details: QuoteDetails, key: str) -> tuple[str, str]:
    """Return a quote and its citation."""
    place = ", ".join(filter(None, (f"@{key}" if key else "", details.locator)))
    return f"“{details.quote}”", f"[{place}]" if place else ""
