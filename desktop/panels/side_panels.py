"""The panels beside the reader, put together: which announcement of theirs leads to what."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TypeAlias

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QTabWidget, QWidget

from commonplace.library.details import SourceDetails, source_details
from commonplace.library.searching import Hit, search
from commonplace.library.upkeep import history
from core.errors import UserError
from desktop.desk import Desk
from desktop.finding import Finding
from desktop.models.note_rows import notes_on_marks, notes_on_source
from desktop.panels.concepts_panel import ConceptsPanel
from desktop.panels.find_bar import FindBar
from desktop.panels.history_panel import HistoryPanel
from desktop.panels.notes_panel import NotesPanel
from desktop.panels.search_panel import SearchPanel
from desktop.panels.source_panel import SourcePanel
from desktop.reader.flow_view import FlowView
from desktop.reader.page_view import PageView
from desktop.telling import said_of

Reader: TypeAlias = PageView | FlowView

_MOST_HITS = 300


class SidePanels(QObject):
    """Owns the panels for search, source, notes and history, and connects the concept tree and the find bar."""

    def __init__(
        self,
        desk: Desk,
        reader: Callable[[], Reader],
        left: QTabWidget,
        right: QTabWidget,
        concepts: ConceptsPanel,
        find_bar: FindBar,
    ) -> None:
        super().__init__(left)
        self._desk, self._reader, self._left, self._right = desk, reader, left, right
        self._hit: Hit | None = None
        self._shows_hit = False
        self.concepts, self.find_bar = concepts, find_bar
        self.search = SearchPanel(left)
        self.history = HistoryPanel(right)
        left.addTab(self.search, self.tr("Search"))
        self.source = SourcePanel(right)
        right.addTab(self.source, self.tr("Source"))
        self.notes = NotesPanel(right)
        right.addTab(self.notes, self.tr("Notes"))
        right.addTab(self.history, self.tr("History"))
        self.finding = Finding(desk, find_bar, self)
        self._connect_concepts()
        self._connect_search()
        self.source.field_changed.connect(desk.set_field)
        self.source.key_changed.connect(desk.rename_key)
        self.notes.note_changed.connect(desk.write_note)
        self.notes.field_changed.connect(desk.set_field)
        self.notes.source_chosen.connect(partial(self._open, right, self.source))
        desk.marks_changed.connect(self._show_notes)
        for told in (right.currentChanged, desk.jobs.changed, desk.source_opened, desk.source_gone):
            told.connect(self._refresh)

    @property
    def handlers(self) -> Mapping[str, Callable[[], None]]:
        """What does the commands that belong here, by their names."""
        return {
            "find": self._open_find_bar,
            "find-next": partial(self.finding.step, 1),
            "find-previous": partial(self.finding.step, -1),
            "search": self._open_search,
            "history": partial(self._open, self._right, self.history),
            "new-concept": self._add_concept,
            "rename-concept": self._rename_concept,
        }

    def escape(self) -> bool:
        """Leave the selection, else the find bar, else what a search marked; tell whether there was one to leave."""
        if self._reader().hasFocus() and self._reader().ranges:
            self._reader().select(())
            return True
        if self.find_bar.isVisible():
            self.find_bar.close_bar()
            return True
        if self._shows_hit and self._reader().hasFocus():
            self._shows_hit = False
            self._reader().set_hits((), -1)
            return True
        return False

    def report(self) -> None:
        """Tell what was written in a panel and not yet told."""
        self.concepts.definition.report()

    # Concepts

    def _connect_concepts(self) -> None:
        panel, desk = self.concepts, self._desk
        panel.move_requested.connect(desk.move_concepts)
        panel.merge_requested.connect(desk.merge_concepts)
        panel.rename_requested.connect(desk.rename_concept)
        panel.creation_requested.connect(desk.add_concept)
        panel.delete_requested.connect(desk.delete_concept)
        panel.slot_wanted.connect(desk.put_into_slot)
        panel.definition_changed.connect(desk.define_concept)
        panel.colour_chosen.connect(desk.colour_concept)
        panel.names_changed.connect(desk.name_concept_also)

    def _add_concept(self) -> None:
        self._open(self._left, self.concepts)
        self.concepts.add()

    def _rename_concept(self) -> None:
        self._open(self._left, self.concepts)
        self.concepts.rename_current()

    # Searching

    def _connect_search(self) -> None:
        self.search.search_requested.connect(self._search)
        self.search.hit_chosen.connect(self._open_hit)
        # Once the source is shown: that clears what was found in the one before.
        self._desk.source_opened.connect(self._show_hit, Qt.ConnectionType.QueuedConnection)
        self.search.left.connect(lambda: self._reader().setFocus())
        self.finding.hits_changed.connect(lambda hits, at: self._reader().set_hits(hits, at))
        # What was found is ready to be marked.
        self.finding.left_at.connect(lambda place: self._reader().select([place]))
        self.find_bar.closed.connect(lambda: self._reader().setFocus())

    def _open_find_bar(self) -> None:
        reader = self._reader()
        words = " ".join(reader.selected_text().split())
        self.finding.start_from(reader.ranges[0][0] if reader.ranges else reader.position)
        self.find_bar.open_bar(words)

    def _open_search(self) -> None:
        self._open(self._left, self.search)
        self.search.open_panel(" ".join(self._reader().selected_text().split()))

    @Slot(str)
    def _search(self, wanted: str) -> None:
        if not wanted:
            return
        titles = {line.id: line.title or line.citekey for line in self._desk.sources}

        def failed(error: UserError) -> None:
            self.search.show_failure(wanted, said_of(error))

        self._desk.jobs.ask_at_length(
            lambda library: search(library, wanted, limit=_MOST_HITS),
            lambda result: self.search.show_result(wanted, result, titles),
            failed,
        )

    @Slot(object)
    def _open_hit(self, hit: Hit) -> None:
        self._hit = hit
        self._desk.open_source(hit.source, hit.start)

    @Slot()
    def _show_hit(self) -> None:
        """Mark what the library was searched for in the source that was opened to see it."""
        hit, self._hit = self._hit, None
        if hit is not None and self._desk.source is not None and hit.source == self._desk.source.id:
            self._reader().set_hits([(hit.start, hit.end)], 0)
            self._shows_hit = True

    # What is fetched only while it is in sight

    @Slot()
    def _refresh(self) -> None:
        shown = self._right.currentWidget()
        if shown is self.history:
            self._desk.jobs.ask(history, self.history.set_steps)
        elif shown is self.source:
            self._desk.ask_of_source(source_details, self.source.show_details)
        elif shown is self.notes:
            self._desk.ask_of_source(source_details, self._show_notes_on_source)
            self._show_notes()
        if self._desk.source is None:
            self.source.show_nothing()
            self.notes.show_nothing()

    @Slot()
    def _show_notes(self) -> None:
        if self._desk.source is not None and self._right.currentWidget() is self.notes:
            self.notes.set_notes_on_marks(notes_on_marks(self._desk.marks, self._desk.person))

    def _show_notes_on_source(self, details: SourceDetails) -> None:
        if self._desk.source is not None and self._desk.source.id == details.source:
            self.notes.set_notes_on_source(notes_on_source(details))

    def _open(self, tabs: QTabWidget, panel: QWidget) -> None:
        dock = tabs.parentWidget()
        if dock is not None:
            dock.show()
        tabs.setCurrentWidget(panel)
