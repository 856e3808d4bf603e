"""The sources: filtered, ordered and grouped, with what they lack."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QSizePolicy,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from commonplace.library.sources import SourceLine
from commonplace.library.standings import Standing
from core.folding import fold
from core.records import Concept
from desktop.columns import Columns, hold_choice
from desktop.models.rows import RECORD
from desktop.models.source_groups import Group, called, folded, found_by, grouped_sources
from desktop.models.source_tree import AUTHOR, BADGES, COUNT, KIND, NO_BADGES, TITLE, Badges, SourceTree
from desktop.panels.collections_menu import CollectionsMenu, ask_for_collection
from desktop.panels.hint import Hint

_PLAIN = Standing()


class SourcesPanel(QWidget):
    """Lists the sources of the library.

    Signals:
        source_chosen: One is to be opened; carries its id.
        collection_wanted: A source is to be in a collection or not; carries its id, the name, and whether.
        deletion_wanted: A source is to be deleted; carries its id.
        conflict_wanted: What people said apart of one is to be shown; carries the id of the source or its reference.
    """

    source_chosen = Signal(str)
    collection_wanted = Signal(str, str, bool)
    deletion_wanted = Signal(str)
    conflict_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: Sequence[SourceLine] = ()
        self._standings: Mapping[str, Standing] = {}
        self._concepts: Mapping[str, str] = {}
        self._conflicts: Mapping[str, int] = {}
        self._unsafe: set[str] = set()
        self._badged: Collection[str] = ()
        self.filter = QLineEdit(self)
        self.filter.setPlaceholderText(self.tr("Filter sources"))
        self.filter.setAccessibleName(self.tr("Filter sources"))
        self.filter.setClearButtonEnabled(True)
        self._words: list[str] = []
        self._groups: Sequence[Group] = ()
        self.model = SourceTree(self)
        self._drawing = QTimer(self, singleShot=True, interval=0)
        self.list = self._made_list()
        self.columns = Columns(self.list, "sources", (0, 1, 3, 6, 3), hidden=(AUTHOR, KIND))
        self._drawing.timeout.connect(self._draw)
        self.hint = Hint(self.list)
        self.hint.acted.connect(self.filter.clear)
        self.order = self._choice(
            self.tr("Order of the sources"),
            ("added", self.tr("As they were added")),
            ("title", self.tr("By title")),
            ("author", self.tr("By author and year")),
            ("highlights", self.tr("Most highlights first")),
        )
        self.order.currentIndexChanged.connect(self._group)
        self.order.currentIndexChanged.connect(lambda _: self.list.scrollTo(self.list.currentIndex()))
        self.grouping = self._choice(
            self.tr("Groups of the sources"),
            ("", self.tr("No groups")),
            ("reference", self.tr("By reference")),
            ("collection", self.tr("By collection")),
            ("concept", self.tr("By concept")),
            ("year", self.tr("By year")),
        )
        self.grouping.currentIndexChanged.connect(self._group)
        # What was closed stays so while the same sources stand under the same headings.
        self.model.modelReset.connect(self._open_groups)
        self.filter.textChanged.connect(self._filter)
        hold_choice(self.order, "order of sources")
        hold_choice(self.grouping, "groups of sources")
        choices = QHBoxLayout()
        choices.addWidget(self.order)
        choices.addWidget(self.grouping)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.filter)
        column.addLayout(choices)
        column.addWidget(self.list)
        self._filter("")

    def set_sources(self, lines: Sequence[SourceLine]) -> None:
        """Show these sources."""
        self._lines = lines
        self._badge()

    def set_standings(self, standings: Mapping[str, Standing]) -> None:
        """Say how the sources stand, by their ids."""
        if standings != self._standings:
            self._standings = standings
            self._badge()

    def set_conflicts(self, counts: Mapping[str, int]) -> None:
        """Say how many conflicts there are of sources and references, by their ids."""
        if counts != self._conflicts:
            self._conflicts = counts
            self._badge()

    @Slot(str)
    def set_unsafe(self, id: str) -> None:
        """Say while the program runs that the pages of a source are not safe to draw."""
        if id not in self._unsafe:
            self._unsafe.add(id)
            self._badge()

    def set_concepts(self, concepts: Sequence[Concept]) -> None:
        """Name the concepts by which sources may be grouped."""
        self._concepts = {concept.id: " > ".join(concept.path) for concept in concepts}
        if self.grouping.currentData() == "concept":
            self._group()

    @property
    def current(self) -> str:
        """The id of the source that is chosen, or empty."""
        line = self.list.currentIndex().data(RECORD)
        return line.id if line else ""

    def set_current(self, id: str) -> None:
        """Choose a source without opening it."""
        index = self.model.index_of(id)
        if index.isValid() and id != self.current:
            self.list.setCurrentIndex(index)

    def neighbour(self, step: int) -> str:
        """Return the id of the next source of the list, or with -1 of the one before; empty beyond the ends."""
        index = self.list.currentIndex().siblingAtColumn(0)
        while True:
            index = self.list.indexBelow(index) if step > 0 else self.list.indexAbove(index)
            line = index.data(RECORD)
            if line is not None or not index.isValid():
                return line.id if line else ""

    def _made_list(self) -> QTreeView:
        view = QTreeView(self)
        view.setModel(self.model)
        view.setAccessibleName(self.tr("Sources"))
        view.setRootIsDecorated(False)
        view.setUniformRowHeights(True)
        view.setAlternatingRowColors(True)
        view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        view.header().setSectionsClickable(True)
        view.header().sectionClicked.connect(self._order_by_column)
        view.viewport().installEventFilter(self)
        view.activated.connect(self._choose)
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        view.customContextMenuRequested.connect(self._open_menu)
        view.clicked.connect(self._click)
        return view

    @Slot(QPoint)
    def _open_menu(self, place: QPoint) -> None:
        line = self.list.indexAt(place).data(RECORD)
        if line is not None:
            menu = CollectionsMenu(line, self._lines, self)
            menu.collection_wanted.connect(self.collection_wanted)
            menu.new_wanted.connect(self._ask_for_collection)
            menu.addAction(self.tr("&Delete this source"), partial(self.deletion_wanted.emit, line.id))
            menu.addMenu(self.columns.menu)
            menu.popup(self.list.viewport().mapToGlobal(place))

    @Slot(str)
    def _ask_for_collection(self, id: str) -> None:
        ask_for_collection(self, lambda name: self.collection_wanted.emit(id, name, True))

    def _choice(self, name: str, *choices: tuple[str, str]) -> QComboBox:
        box = QComboBox(self)
        box.setAccessibleName(name)
        box.setToolTip(name)
        # Two of them stand side by side in a narrow panel; what is cut is read in the list.
        box.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        for data, text in choices:
            box.addItem(text, data)
        return box

    def _badge(self) -> None:
        """Show the sources, as they stand now."""
        badges = {line.id: self._badges(line) for line in self._lines}
        self._group(badges=badges)
        self._fit_badges({one.short for one in badges.values()})

    @Slot()
    def _group(self, *_: object, badges: Mapping[str, Badges] | None = None) -> None:
        grouping, key = self.grouping.currentData(), _ORDERS.get(self.order.currentData())
        lines = sorted(self._lines, key=key) if key else self._lines
        rest = {
            "reference": self.tr("No reference"),
            "collection": self.tr("In no collection"),
            "concept": self.tr("Untagged"),
            "year": self.tr("No year"),
        }.get(grouping, "")
        groups = grouped_sources(lines, grouping, self._standings, self._concepts, rest)
        self._groups = [(f"{title} ({len(lines)})", lines) for title, lines in groups]
        self._show(badges)

    def _show(self, badges: Mapping[str, Badges] | None = None) -> None:
        """Show what the filter finds; a heading stays in sight with what stands under it."""
        chosen, headed = self.current, bool(self.grouping.currentData())
        place = self.list.verticalScrollBar().value()
        groups = self._groups
        if self._words:
            found = [(title, [line for line in lines if found_by(line, self._words)]) for title, lines in groups]
            groups = [group for group in found if group[1] or not headed]
        self.model.set_rows(groups, headed=headed, badges=badges)
        # What was chosen stays so where it stands; nothing is scrolled, which would lay all rows out at once.
        self.list.setAutoScroll(False)
        self.set_current(chosen)
        self.list.setAutoScroll(True)
        self.list.verticalScrollBar().setValue(place)

    @Slot(int)
    def _order_by_column(self, column: int) -> None:
        """Order by what a head that was clicked stands over; by the same again, as the sources came."""
        name = {TITLE: "title", COUNT: "highlights", AUTHOR: "author"}.get(column, "added")
        self.order.setCurrentIndex(self.order.findData("added" if name == self.order.currentData() else name))

    @Slot()
    def _open_groups(self) -> None:
        headed = bool(self.grouping.currentData())
        self.list.setRootIsDecorated(headed)
        # To lay thousands of rows out and to draw them are two turns of the event loop, with room for a key between.
        self.list.setUpdatesEnabled(False)
        self._drawing.start()
        # While they wait to be laid out it is only noted what is open.
        self.list.scheduleDelayedItemsLayout()
        for row in range(self.model.rowCount() if headed else 0):
            self.list.setExpanded(self.model.index(row, 0), True)

    @Slot()
    def _draw(self) -> None:
        for row in range(self.model.rowCount() if self.grouping.currentData() else 0):
            self.list.setFirstColumnSpanned(row, QModelIndex(), True)
        self.list.setUpdatesEnabled(True)

    @Slot(str)
    def _filter(self, text: str) -> None:
        self._words = fold(text).split()
        self._show()
        if text.strip() and self._lines:
            self.hint.say(self.tr("No source answers to these words."), self.tr("Show all"))
        else:
            self.hint.say(self.tr("No sources yet. Import documents, or drop them here."))

    def _badges(self, line: SourceLine) -> Badges:
        """Return what keeps a source from being read, quoted and cited, and what waits in it."""
        standing = self._standings.get(line.id, _PLAIN)
        found: list[tuple[str, str]] = []
        if not standing.stored:
            said = self.tr("Its document is not in this library: import it again to see its pages.")
            found.append((self.tr("no file"), said))
        if line.id in self._unsafe:
            said = self.tr("Its reader crashed or hung over its pages twice: they are not safe to draw.")
            found.append((self.tr("not safe"), said))
        if not line.characters:
            found.append((self.tr("no text"), self.tr("It has no text layer: marking words needs text recognition.")))
        if not line.citekey:
            found.append((self.tr("no key"), self.tr("It has no citation key: its quotes cannot be cited.")))
        if standing.waiting:
            said = self.tr("%n highlight(s) wait for a place in its new text.", "", standing.waiting)
            found.append((self.tr("%n waiting", "", standing.waiting), said))
        if apart := self._conflicts.get(line.id, 0) + self._conflicts.get(standing.reference, 0):
            said = self.tr("%n conflict(s): people said different things of it. Click to settle them.", "", apart)
            found.insert(0, (self.tr("%n conflict(s)", "", apart), said))
        if not found:
            return NO_BADGES
        return Badges(", ".join(short for short, _ in found), "\n".join(long for _, long in found))

    def _fit_badges(self, said: Collection[str]) -> None:
        """Give badges the room that they need, but never so much that no title could be read."""
        self._badged = said
        metrics = self.list.fontMetrics()
        # Asking the view itself would lay a thousand rows out.
        longest = max(map(metrics.horizontalAdvance, said), default=0)
        wanted = longest + 2 * metrics.averageCharWidth() if longest else 0
        self.columns.propose(BADGES, min(wanted, self.list.viewport().width() * 2 // 5))

    @Slot(QModelIndex)
    def _click(self, index: QModelIndex) -> None:
        """Open a source, or where its badge speaks of conflicts and was clicked, lead to them."""
        line = index.data(RECORD)
        if line is not None and index.column() == BADGES:
            reference = self._standings.get(line.id, _PLAIN).reference
            if apart := next((id for id in (line.id, reference) if self._conflicts.get(id)), ""):
                self.conflict_wanted.emit(apart)
                return
        self._choose(index)

    @Slot(QModelIndex)
    def _choose(self, index: QModelIndex) -> None:
        line = index.data(RECORD)
        if line is not None:
            self.source_chosen.emit(line.id)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # It may be told before everything is there.
        if event.type() == QEvent.Type.Resize and hasattr(self, "list"):
            self._fit_badges(self._badged)
        return super().eventFilter(watched, event)


_ORDERS: Mapping[str, Callable[[SourceLine], Any]] = {
    "title": lambda line: folded(called(line)),
    # What has no author stands behind what has one.
    "author": lambda line: (not line.authors, [folded(name) for name in line.authors], line.date),
    "highlights": lambda line: (-line.highlights, folded(called(line))),
}
