"""The quotes as a table model: lean rows, with details for those that have been seen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QFont

from commonplace.library.overview import Quote, QuoteDetails
from core.clock import iso
from desktop.models.chips import CHIPS, Chip
from desktop.models.rows import RECORD
from desktop.quotes.arranging import Entry, Grouping, Names, Sorting, Wanted, grouped, sorted_by, wanted_of

Index = QModelIndex | QPersistentModelIndex

COLUMNS: tuple[Sorting, ...] = ("quote", "concepts", "page", "key", "source", "author", "date")
_EVERYTHING = Wanted({})


class QuotesModel(QAbstractTableModel):
    """Quotes, filtered, sorted and grouped.

    Attributes:
        count: How many quotes are shown, each counted once.

    Signals:
        details_wanted: Rows are seen whose details are not there; carries the ids of their highlights.
    """

    details_wanted = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._quotes: list[Quote] = []
        self._entries: list[Entry] = []
        self.count = 0
        self._names = Names({}, {}, {})
        self._chips: Mapping[str, Chip] = {}
        self._wanted = _EVERYTHING
        self._sorting: Sorting = ""
        self._falling = False
        self._grouping: Grouping = ""
        self._details: dict[str, QuoteDetails] = {}
        self._missing: set[str] = set()
        self._asked: set[str] = set()
        self._ask = QTimer(self, singleShot=True, interval=0)
        self._ask.timeout.connect(self._ask_for_details)

    def set_rows(self, quotes: Sequence[Quote]) -> None:
        """Show these quotes, given in reading order."""
        self._quotes = list(quotes)
        self._details.clear()
        self._asked.clear()
        self._arrange()

    def set_names(self, names: Names, chips: Mapping[str, Chip]) -> None:
        """Name concepts, sources and keys so, and show concepts as these chips, by their ids."""
        self._names, self._chips = names, chips
        self._arrange()

    def want(self, wanted: Wanted) -> None:
        """Show only these."""
        self._wanted = wanted
        self._arrange()

    def group(self, grouping: Grouping) -> None:
        self._grouping = grouping
        self._arrange()

    def set_details(self, details: Mapping[str, QuoteDetails]) -> None:
        """Show these rows as they are printed."""
        self._details.update(details)
        if self._entries:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._entries) - 1, len(COLUMNS) - 1))

    @property
    def shown(self) -> list[Quote]:
        """The quotes that are shown, each once."""
        return list({one.id: one for one in self._entries if not isinstance(one, str)}.values())

    @property
    def headings(self) -> list[int]:
        """The rows that are headings."""
        return [row for row, entry in enumerate(self._entries) if isinstance(entry, str)] if self._grouping else []

    def _arrange(self) -> None:
        self.beginResetModel()
        found = sorted_by(wanted_of(self._quotes, self._wanted), self._sorting, self._names, falling=self._falling)
        self.count = len(found)
        self._entries = grouped(found, self._grouping, self._names, self.tr("Untagged"))
        self.endResetModel()

    def _text(self, quote: Quote, column: Sorting) -> str:
        details = self._details.get(quote.id)
        if details is None and column in ("quote", "page") and quote.id not in self._asked:
            self._missing.add(quote.id)
            self._ask.start()
        if column == "quote":
            return details.quote if details else quote.text
        if column == "page":
            return details.locator if details else ""
        if column == "concepts":
            return ", ".join(self._names.concepts.get(id, "") for id in quote.concepts)
        if column in ("source", "key"):
            return (self._names.sources if column == "source" else self._names.keys).get(quote.source, "")
        return quote.author if column == "author" else iso(quote.created)[:10]

    @Slot()
    def _ask_for_details(self) -> None:
        missing, self._missing = self._missing, set()
        self._asked |= missing
        self.details_wanted.emit(missing)

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._entries)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        entry, column = self._entries[index.row()], COLUMNS[index.column()]
        texts = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
        if isinstance(entry, str):
            if role == Qt.ItemDataRole.FontRole:
                bold = QFont()
                bold.setBold(True)
                return bold
            return entry if role in texts and column == "quote" else None
        if role == RECORD:
            return entry
        if role == CHIPS:
            return [self._chips[id] for id in entry.concepts if id in self._chips]
        if role in texts or (role == Qt.ItemDataRole.ToolTipRole and column in ("quote", "source", "concepts")):
            return self._text(entry, column)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        titles = {
            "quote": self.tr("Quote"),
            "concepts": self.tr("Concepts"),
            "source": self.tr("Source"),
            "page": self.tr("Place"),
            "key": self.tr("Key"),
            "author": self.tr("By"),
            "date": self.tr("Date"),
        }
        return titles[COLUMNS[section]]

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self._sorting = COLUMNS[column] if column >= 0 else ""
        self._falling = order == Qt.SortOrder.DescendingOrder
        self._arrange()

    def flags(self, index: Index) -> Qt.ItemFlag:
        if index.isValid() and isinstance(self._entries[index.row()], str):
            return Qt.ItemFlag.ItemIsEnabled
        return super().flags(index)
