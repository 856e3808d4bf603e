"""The list of sources, with a filter, an order, and what is wrong with them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHeaderView,
    QLineEdit,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from commonplace.library.sources import SourceLine
from core.folding import fold
from desktop.models.rows import RECORD, Column, RowsModel
from desktop.models.word_filter import WordFilter


class SourcesPanel(QWidget):
    """Lists the sources of the library.

    Signals:
        source_chosen: One is to be opened; carries its id.
    """

    source_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.filter = QLineEdit(self)
        self.filter.setPlaceholderText(self.tr("Filter sources"))
        self.filter.setAccessibleName(self.tr("Filter sources"))
        self.filter.setClearButtonEnabled(True)
        self.model: RowsModel[SourceLine] = RowsModel(
            (
                Column(self.tr("Source"), _title, _details),
                Column(self.tr("Missing"), self._missing),
                Column(self.tr("Highlights"), lambda line: str(line.highlights or ""), number=True),
            ),
            lambda line: line.id,
            self,
        )
        self._shown = _Ordered(self)
        self._shown.setSourceModel(self.model)
        self.list = QTreeView(self)
        self.list.setModel(self._shown)
        self.list.setAccessibleName(self.tr("Sources"))
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        self.list.setAlternatingRowColors(True)
        self.list.setHeaderHidden(True)
        self.list.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.list.header().setStretchLastSection(False)
        self.list.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for section in (1, 2):
            self.list.header().setSectionResizeMode(section, QHeaderView.ResizeMode.ResizeToContents)
        self.order = QComboBox(self)
        self.order.setAccessibleName(self.tr("Order of the sources"))
        for name, said in (
            ("added", self.tr("As they were added")),
            ("title", self.tr("By title")),
            ("author", self.tr("By author and year")),
            ("highlights", self.tr("Most highlights first")),
        ):
            self.order.addItem(said, name)
        self.order.currentIndexChanged.connect(lambda _: self._shown.order_by(self.order.currentData()))
        self.list.activated.connect(self._choose)
        self.list.clicked.connect(self._choose)
        self.filter.textChanged.connect(self._shown.filter_by)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.filter)
        column.addWidget(self.order)
        column.addWidget(self.list)

    def set_sources(self, lines: Sequence[SourceLine]) -> None:
        """Show these sources."""
        chosen = self.current
        self.model.set_rows(lines)
        self.set_current(chosen)

    @property
    def current(self) -> str:
        """The id of the source that is chosen, or empty."""
        line = self.list.currentIndex().data(RECORD)
        return line.id if line else ""

    def set_current(self, id: str) -> None:
        """Choose a source without opening it."""
        index = self._shown.mapFromSource(self.model.index_of(id))
        if index.isValid():
            self.list.setCurrentIndex(index)

    def neighbour(self, step: int) -> str:
        """Return the id of the source so many rows after the chosen one; empty beyond the ends."""
        index = self._shown.index(self.list.currentIndex().row() + step, 0)
        return index.data(RECORD).id if index.isValid() else ""

    def _missing(self, line: SourceLine) -> str:
        """Return in a word or two what keeps a source from being quoted and cited."""
        if not line.characters:
            return self.tr("no text")
        return "" if line.citekey else self.tr("no key")

    @Slot(QModelIndex)
    def _choose(self, index: QModelIndex) -> None:
        line = index.data(RECORD)
        if line is not None:
            self.source_chosen.emit(line.id)


_ORDERS: Mapping[str, Callable[[SourceLine], Any]] = {
    "title": lambda line: fold(_title(line)),
    # What has no author stands behind what has one.
    "author": lambda line: (not line.authors, [fold(name) for name in line.authors], line.date),
    "highlights": lambda line: (-line.highlights, fold(_title(line))),
}


class _Ordered(WordFilter):
    """Lets through the sources in which every word that was typed stands, in the order that was chosen."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(_said, parent)
        self._key: Callable[[SourceLine], Any] | None = None

    def order_by(self, name: str) -> None:
        """Order the sources by a name of ``_ORDERS``; by any other as they came."""
        self._key = _ORDERS.get(name)
        self.invalidate()
        self.sort(0 if self._key else -1, Qt.SortOrder.AscendingOrder)

    def lessThan(self, left: QModelIndex, right: QModelIndex) -> bool:  # type: ignore[override]
        if self._key is None:
            return left.row() < right.row()
        return bool(self._key(left.data(RECORD)) < self._key(right.data(RECORD)))


def _said(line: SourceLine) -> str:
    return " ".join((line.citekey, line.title, line.date, *line.authors, *line.file_names))


def _title(line: SourceLine) -> str:
    return line.title or line.citekey or (line.file_names[0] if line.file_names else line.id[:12])


def _details(line: SourceLine) -> str:
    authors = "; ".join(line.authors)
    return "\n".join(filter(None, (_title(line), authors, line.date, line.citekey, line.kind)))
