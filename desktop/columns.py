"""What people make of the columns of a table and of the choices above it: kept from one start to the next."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any, TypeAlias

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtWidgets import QComboBox, QHeaderView, QMenu, QTableView, QTreeView, QWidget

from commonplace.library.preferences import read_preferences

Table: TypeAlias = QTableView | QTreeView

_COLUMNS, _CHOICES = "columns", "choices"
_KEPT_AS = "kept-as"
_LEAST = 5.0


class Columns(QObject):
    """The columns of one table: made wider and narrower, moved, hidden and shown again, by the menu of their heads.

    One column takes the room that the others leave.  Widths are counted in the height of a line, so that they grow
    with the interface.

    Attributes:
        menu: Ticks the columns that are shown; it opens over their heads, and may stand in other menus.
    """

    def __init__(
        self,
        table: Table,
        name: str,
        widths: Sequence[float],
        *,
        least: float = _LEAST,
        hidden: Sequence[int] = (),
    ) -> None:
        """Arrange the columns as they were last, else so.

        Args:
            table: With its model.
            name: Under which the arrangement is kept.
            widths: Of all columns; 0 for the one that takes what is left.
            least: What that one is never narrower than.
            hidden: The columns that are not shown at first.
        """
        super().__init__(table)
        self.name = name
        self._table, self._head = table, _head(table)
        self._at_first, self._hidden_at_first = list(widths), sorted(hidden)
        self._widths, self._least, self._filling = list(widths), least, list(widths).index(0)
        self._own = False
        self._head.setStretchLastSection(False)
        self._head.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self._head.setMinimumSectionSize(table.fontMetrics().averageCharWidth() * 2)
        self._head.setSectionsMovable(True)
        # What takes the room, and under what groups are opened, stays where lines begin.
        self._head.setFirstSectionMovable(self._filling != 0)
        self._head.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.menu = QMenu(self.tr("C&olumns"), table)
        self.menu.aboutToShow.connect(self._fill_menu)
        self._head.customContextMenuRequested.connect(lambda at: self.menu.popup(self._head.mapToGlobal(at)))
        self._head.sectionResized.connect(self._take_width)
        table.viewport().installEventFilter(self)
        self._arrange(_kept(_COLUMNS, name))

    @property
    def arrangement(self) -> dict[str, Any]:
        """How the columns stand, as it is kept; empty where that is as at first."""
        head, found = self._head, dict[str, Any]()
        places = range(head.count())
        widths = {str(place): round(self._widths[place], 3) for place in places if place != self._filling}
        if self._widths != self._at_first:
            found["widths"] = widths
        if (order := [head.logicalIndex(place) for place in places]) != list(places):
            found["order"] = order
        if (hidden := [place for place in places if head.isSectionHidden(place)]) != self._hidden_at_first:
            found["hidden"] = hidden
        if head.isSortIndicatorShown() and 0 <= head.sortIndicatorSection() < head.count():
            falling = head.sortIndicatorOrder() == Qt.SortOrder.DescendingOrder
            found["sorted"] = [head.sortIndicatorSection(), falling]
        return found

    @Slot()
    def _fill_menu(self) -> None:
        """Tick the columns which are shown."""
        self.menu.clear()
        for place in range(self._head.count()):
            title = self._table.model().headerData(place, Qt.Orientation.Horizontal)
            if title and place != self._filling:
                action = self.menu.addAction(str(title).replace("&", "&&"))
                action.setCheckable(True)
                action.setChecked(not self._head.isSectionHidden(place))
                action.toggled.connect(partial(self._show, place))
        self.menu.addSeparator()
        self.menu.addAction(self.tr("&As at first"), lambda: self._arrange({}))

    def _show(self, column: int, on: bool) -> None:
        self._head.setSectionHidden(column, not on)
        self._resize()

    def _arrange(self, kept: Mapping[str, Any]) -> None:
        head, places = self._head, range(self._head.count())
        widths, order, hidden = kept.get("widths"), kept.get("order"), kept.get("hidden")
        self._widths = list(self._at_first)
        for place, wide in widths.items() if isinstance(widths, dict) else ():
            if place in map(str, places) and isinstance(wide, int | float) and 0 < wide < 1000:
                self._widths[int(place)] = wide
        right = isinstance(order, list) and sorted(map(repr, order)) == sorted(map(repr, places))
        for place, column in enumerate(order if isinstance(order, list) and right else places):
            head.moveSection(head.visualIndex(column), place)
        gone = hidden if isinstance(hidden, list) else self._hidden_at_first
        for place in places:
            head.setSectionHidden(place, place in gone and place != self._filling)
        match kept.get("sorted"):
            case [int(place), bool(falling)] if place in places and head.isSortIndicatorShown():
                head.setSortIndicator(place, Qt.SortOrder.DescendingOrder if falling else Qt.SortOrder.AscendingOrder)
        self._resize()

    # Widths

    def propose(self, column: int, wide: int) -> None:
        """Make a column so many pixels wide, unless it was given a width by hand."""
        if self._widths[column] == self._at_first[column]:
            self._at_first[column] = self._widths[column] = wide / self._table.fontMetrics().height()
            self._resize()

    def _resize(self) -> None:
        """Give every column its width, and one of them what is left."""
        em, self._own = self._table.fontMetrics().height(), True
        for place, wide in enumerate(self._widths):
            if place != self._filling and not self._head.isSectionHidden(place):
                self._head.resizeSection(place, round(wide * em))
        others = self._head.length() - self._head.sectionSize(self._filling)
        left = self._table.viewport().width() - others
        self._head.resizeSection(self._filling, max(left, round(self._least * em)))
        self._own = False

    @Slot(int, int, int)
    def _take_width(self, column: int, old: int, new: int) -> None:
        """Take what a column grew from those behind it, so that its edge stays under the mouse."""
        # To hide one is to make it nothing; the heads count it as hidden only after this.
        if self._own or not new:
            return
        if old:
            self._own = True
            self._pass_on(column, old - new)
            em = self._table.fontMetrics().height()
            for place in range(self._head.count()):
                size = self._head.sectionSize(place)
                if not self._head.isSectionHidden(place) and size != round(self._widths[place] * em):
                    self._widths[place] = size / em if place != self._filling else 0
        self._resize()

    def _pass_on(self, column: int, spare: int) -> None:
        head = self._head
        for place in range(head.visualIndex(column) + 1, head.count()):
            other = head.logicalIndex(place)
            if spare and not head.isSectionHidden(other):
                before = head.sectionSize(other)
                head.resizeSection(other, max(before + spare, head.minimumSectionSize()))
                spare -= head.sectionSize(other) - before

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.FontChange):
            self._resize()
        return super().eventFilter(watched, event)


def hold_choice(box: QComboBox, name: str) -> None:
    """Choose what was chosen here last, and have it kept."""
    box.setProperty(_KEPT_AS, name)
    kept = _kept(_CHOICES).get(name)
    if isinstance(kept, str) and box.findData(kept) >= 0:
        box.setCurrentIndex(box.findData(kept))


def arrangements(window: QWidget) -> dict[str, Any]:
    """Return what is to be kept of the lists in a window, beside what is kept of others."""
    columns = {one.name: one.arrangement for one in window.findChildren(Columns)}
    boxes = {box.property(_KEPT_AS): box for box in window.findChildren(QComboBox)}
    choices = {name: box.currentData() for name, box in boxes.items() if name}
    return {_COLUMNS: _kept(_COLUMNS) | columns, _CHOICES: _kept(_CHOICES) | choices}


def _kept(*names: str) -> dict[str, Any]:
    found: Any = read_preferences()
    for name in names:
        found = found.get(name) if isinstance(found, dict) else None
    return found if isinstance(found, dict) else {}


def _head(table: Table) -> QHeaderView:
    return table.header() if isinstance(table, QTreeView) else table.horizontalHeader()
