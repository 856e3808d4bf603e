"""The quotes of the whole library: a table with filters and groups."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from commonplace.library.overview import Quote
from commonplace.library.sources import SourceLine
from core.records import Concept
from desktop.columns import Columns, hold_choice
from desktop.models.chips import ChipDelegate, chips_of
from desktop.models.rows import RECORD
from desktop.panels.hint import Hint
from desktop.quotes.arranging import Names
from desktop.quotes.filter_bar import FilterBar
from desktop.quotes.model import COLUMNS, QuotesModel

_WIDTHS = {"quote": 0, "concepts": 8, "page": 4, "key": 9, "source": 8, "author": 4, "date": 6}
_LEAST = 15


class QuotesView(QWidget):
    """Shows all highlights.

    Signals:
        quote_chosen: One is to be read in its source; carries the ``Quote``.
        copy_requested: These are to be copied with their citations; carries their ids.
        export_requested: Carries the ids of concepts and of sources, none for all.
    """

    quote_chosen = Signal(object)
    copy_requested = Signal(object)
    export_requested = Signal(object, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = QuotesModel(self)
        self._chosen: set[str] = set()
        self.filters = FilterBar(self)
        self.grouping = QComboBox(self)
        self.grouping.setAccessibleName(self.tr("Group by"))
        for title, grouping in (
            (self.tr("No groups"), ""),
            (self.tr("By concept"), "concept"),
            (self.tr("By source"), "source"),
        ):
            self.grouping.addItem(title, grouping)
        self.export = QPushButton(self.tr("E&xport these…"), self)
        self.count = QLabel(self)
        self.empty = QLabel(self.tr("No highlights yet. Open a source, select text and press H."), self)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setWordWrap(True)
        self.table = self._table()
        self.columns = Columns(self.table, "quotes", [_WIDTHS[name] for name in COLUMNS], least=_LEAST)
        self.pages = QStackedWidget(self)
        self.pages.addWidget(self.empty)
        self.pages.addWidget(self.table)
        self.copy = QAction(self.tr("Copy with citation"), self)
        self.copy.setShortcuts([QKeySequence(QKeySequence.StandardKey.Copy), QKeySequence("C")])
        self.copy.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.table.addAction(self.copy)
        self.table.addAction(self.columns.menu.menuAction())
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.setFocusProxy(self.table)
        foot = QHBoxLayout()
        foot.addWidget(self.count, 1)
        foot.addWidget(self.grouping)
        foot.addWidget(self.export)
        column = QVBoxLayout(self)
        column.addWidget(self.filters)
        column.addWidget(self.pages, 1)
        column.addLayout(foot)
        self.hint = Hint(self.table)
        self.hint.say(self.tr("No quote is left by these filters."), self.tr("Take all filters off"))
        self.hint.acted.connect(self.filters.clear)
        self._connect()

    def set_quotes(self, quotes: Sequence[Quote]) -> None:
        """Show these quotes, given in reading order."""
        self.filters.set_persons({quote.author for quote in quotes if quote.author})
        self.model.set_rows(quotes)
        self.pages.setCurrentWidget(self.table if quotes else self.empty)

    def set_library(self, concepts: Sequence[Concept], lines: Sequence[SourceLine]) -> None:
        """Name concepts and sources as the library does."""
        self.model.set_names(
            Names(
                {concept.id: concept.name for concept in concepts},
                {line.id: line.title or line.citekey for line in lines},
                {line.id: line.citekey for line in lines},
            ),
            chips_of(concepts),
        )
        self.filters.set_concepts(concepts)
        self.filters.set_sources({line.id: line.title or line.citekey for line in lines if line.highlights})

    @property
    def chosen(self) -> list[Quote]:
        """The quotes of the rows that are selected, each once."""
        rows = sorted(index.row() for index in self.table.selectionModel().selectedRows())
        found = [self.model.index(row, 0).data(RECORD) for row in rows]
        return list({quote.id: quote for quote in found if quote is not None}.values())

    def _table(self) -> QTableView:
        table = QTableView(self)
        table.setModel(self.model)
        table.setAccessibleName(self.tr("Quotes"))
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setAlternatingRowColors(True)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setTabKeyNavigation(False)
        table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        table.setItemDelegateForColumn(COLUMNS.index("concepts"), ChipDelegate(table))
        em = self.fontMetrics().height()
        rows = table.verticalHeader()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(int(em * 1.7))
        rows.hide()
        head = table.horizontalHeader()
        head.setSortIndicatorClearable(True)
        head.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        table.setSortingEnabled(True)
        return table

    def _connect(self) -> None:
        self.filters.wanted_changed.connect(self.model.want)
        self.grouping.currentIndexChanged.connect(lambda _: self.model.group(self.grouping.currentData()))
        hold_choice(self.grouping, "groups of quotes")
        self.model.modelAboutToBeReset.connect(self._remember_chosen)
        self.model.modelReset.connect(self._say_count)
        self.model.modelReset.connect(self._choose_again)
        self.table.activated.connect(self._choose)
        self.copy.triggered.connect(lambda: self.copy_requested.emit([quote.id for quote in self.chosen]))
        self.export.clicked.connect(self._export)

    @Slot()
    def _say_count(self) -> None:
        self.count.setText(self.tr("Quotes: {count}").format(count=f"{self.model.count:,}"))
        self.export.setEnabled(self.model.count > 0)
        self.table.clearSpans()
        for row in self.model.headings:
            self.table.setSpan(row, 0, 1, len(COLUMNS))

    @Slot(QModelIndex)
    def _choose(self, index: QModelIndex) -> None:
        quote = index.data(RECORD)
        if quote is not None:
            self.quote_chosen.emit(quote)

    @Slot()
    def _remember_chosen(self) -> None:
        self._chosen = {quote.id for quote in self.chosen}

    @Slot()
    def _choose_again(self) -> None:
        """Select what was selected, whatever keys are held meanwhile."""
        if not self._chosen:
            return
        selection = QItemSelection()
        for row in range(self.model.rowCount()):
            index = self.model.index(row, 0)
            quote = index.data(RECORD)
            if quote is not None and quote.id in self._chosen:
                selection.select(index, index)
        flag = QItemSelectionModel.SelectionFlag
        self.table.selectionModel().select(selection, flag.ClearAndSelect | flag.Rows)
        if selection.indexes():
            self.table.selectionModel().setCurrentIndex(selection.indexes()[0], flag.NoUpdate)

    @Slot()
    def _export(self) -> None:
        """Ask for what is selected: the concepts and sources of these quotes; without, for what is filtered."""
        wanted = self.filters.wanted
        chosen = self.chosen if len(self.chosen) > 1 else []
        concepts = {id for quote in chosen for id in quote.concepts} or set(wanted.concepts)
        sources = {quote.source for quote in chosen} or set(wanted.sources)
        self.export_requested.emit(sorted(concepts), sorted(sources))
