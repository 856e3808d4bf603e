"""What the window works on: the library's lists, the open source, its marks, and what is done to them.

Widgets announce what the user wants; the window connects that to this.  Nothing here waits: questions and changes
go to ``Jobs``, and what came of them is announced.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from commonplace.library import highlighting, upkeep
from commonplace.library.concepts import add_concept, concept_records
from commonplace.library.session import Library
from commonplace.library.sources import SourceLine, list_sources
from commonplace.library.viewing import Marked, OpenedSource, highlight_ranges, marks_of, open_source, start_of_page
from core.records import Changes, Concept, Range
from desktop.jobs import Jobs

_OF_LISTS = frozenset({"source", "reference", "file-name", "alias", "bibfile", "highlight"})
_OF_CONCEPTS = frozenset({"concept", "label", "same", "tagging", "highlight"})
_REMEMBERED = 10
_OF_MARKS = frozenset({"highlight", "tagging", "note", "concept", "source", "reference"})


class Desk(QObject):
    """The window's state and its ways into the library.

    Signals:
        sources_changed: Carries the ``SourceLine`` records.
        concepts_changed: Carries the ``Concept`` records.
        source_opened: Carries the ``OpenedSource``, and where to begin on its axis.
        marks_changed: Carries the ``Marked`` records of the open source.
        undo_changed: Carries what undo and redo would take back or do again; empty where there is nothing.
        done: Something was done that can be undone; carries it in words.
        highlighted: Carries the id of a new highlight.
        failed: Carries the ``UserError``.
    """

    sources_changed = Signal(object)
    concepts_changed = Signal(object)
    source_opened = Signal(object, int)
    marks_changed = Signal(object)
    undo_changed = Signal(str, str)
    done = Signal(str)
    highlighted = Signal(str)
    failed = Signal(object)

    def __init__(self, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.jobs = jobs
        self.source: OpenedSource | None = None
        self.sources: list[SourceLine] = []
        self.concepts: list[Concept] = []
        self.marks: list[Marked] = []
        self.concept = ""
        self.recent: list[str] = []
        jobs.changed.connect(self._refresh)
        jobs.failed.connect(self.failed)

    def load(self) -> None:
        """Fetch what the window shows first."""
        self._fetch_sources()
        self._fetch_concepts()
        self._fetch_undo()

    # Reading

    def open_page(self, name: str, page: str) -> None:
        """Open a source by key or id, at a page named by its label or #N."""
        self.jobs.ask(lambda library: start_of_page(library, name, page), partial(self.open_source, name))

    def open_source(self, name: str, start: int = 0) -> None:
        """Open a source by key or id, at a position of its text."""
        if self.source is not None and self.source.id == name:
            self.source_opened.emit(self.source, start)
            return
        self.jobs.ask(lambda library: _opened(library, name), partial(self._take_source, start))

    def _take_source(self, start: int, found: tuple[OpenedSource, list[Marked]]) -> None:
        self.source, self.marks = found
        self.source_opened.emit(self.source, start)
        self.marks_changed.emit(self.marks)

    # Marking

    def highlight(self, ranges: Sequence[Range], concepts: Sequence[str] | None = None) -> None:
        """Highlight ranges of the open source, with the current concept where none are given."""
        if self.source is None or not ranges:
            return
        tags = tuple(concepts) if concepts is not None else tuple(filter(None, [self.concept]))
        self._use(*tags)
        source = self.source.id
        self.jobs.change(
            lambda library: highlight_ranges(library, source, ranges, tags), lambda line: self.highlighted.emit(line.id)
        )

    def highlight_with_new(self, ranges: Sequence[Range], name: str) -> None:
        """Highlight ranges of the open source and tag them with a concept that is made for it; one step."""
        if self.source is None or not ranges:
            return
        source = self.source.id
        self.jobs.change(
            lambda library: highlight_ranges(library, source, ranges, (), new=name),
            lambda line: self.highlighted.emit(line.id),
        )

    def tag(self, highlight: str, concept: str) -> None:
        """Tag a highlight with a concept by id, or take it off where it has it."""
        self._use(concept)
        has = any(concept in mark.highlight.concepts for mark in self.marks if mark.highlight.id == highlight)
        work = highlighting.untag if has else highlighting.tag
        self._do(lambda library: work(library, highlight, [concept]))

    def tag_new(self, highlight: str, name: str) -> None:
        """Make a concept and tag a highlight with it."""
        self._do(lambda library: highlighting.tag(library, highlight, [name], create=True))

    def write_note(self, highlight: str, text: str) -> None:
        self._do(lambda library: highlighting.write_note(library, highlight, text))

    def delete(self, highlight: str) -> None:
        self._do(lambda library: highlighting.delete(library, highlight), self.tr("Deleted 1 highlight"))

    def add_concept(self, name: str, parent: str = "") -> None:
        self._do(lambda library: add_concept(library, name, parent=parent or None))

    # Undo

    def undo(self) -> None:
        self.jobs.change(upkeep.undo)

    def redo(self) -> None:
        self.jobs.change(upkeep.redo)

    def _use(self, *concepts: str) -> None:
        """Remember what was tagged with last, the newest first."""
        self.recent = [*concepts, *(one for one in self.recent if one not in concepts)][:_REMEMBERED]

    def _do(self, change: Callable[[Library], object], said: str = "") -> None:
        self.jobs.change(change, lambda _: self.done.emit(said) if said else None)

    # What changed

    @Slot(object)
    def _refresh(self, changes: Changes) -> None:
        kinds = set(changes.touched)
        if kinds & _OF_LISTS:
            self._fetch_sources()
        if kinds & _OF_CONCEPTS:
            self._fetch_concepts()
        if kinds & _OF_MARKS and self.source is not None:
            source = self.source.id
            self.jobs.ask(lambda library: marks_of(library, source), self._take_marks)
        self._fetch_undo()

    def _fetch_sources(self) -> None:
        self.jobs.ask(list_sources, self._take_sources)

    def _fetch_concepts(self) -> None:
        self.jobs.ask(concept_records, self._take_concepts)

    def _fetch_undo(self) -> None:
        self.jobs.ask(upkeep.undo_labels, lambda labels: self.undo_changed.emit(*labels))

    def _take_sources(self, lines: list[SourceLine]) -> None:
        self.sources = lines
        self.sources_changed.emit(lines)

    def _take_concepts(self, concepts: list[Concept]) -> None:
        self.concepts = concepts
        self.concepts_changed.emit(concepts)

    def _take_marks(self, marks: list[Marked]) -> None:
        self.marks = marks
        self.marks_changed.emit(marks)


def _opened(library: Library, name: str) -> tuple[OpenedSource, list[Marked]]:
    return open_source(library, name), marks_of(library, name)
