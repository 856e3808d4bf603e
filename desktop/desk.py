"""What the window works on: the library's lists, the open source, its marks, and what is done to them.

Widgets announce what the user wants; the window connects that to this.  Nothing here waits: questions and changes
go to ``Jobs``, and what came of them is announced.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from commonplace.library import concept_details, concepts, copying, highlighting, referencing, shelving, slots, upkeep
from commonplace.library.retagging import retag, tags_of
from commonplace.library.session import Library
from commonplace.library.sources import SourceLine, list_sources
from commonplace.library.standings import standings
from commonplace.library.viewing import Marked, OpenedSource, highlight_ranges, marks_of, open_source, start_of_page
from core.errors import UnknownNameError, UserError
from core.records import Changes, Concept, Range
from desktop.elsewhere import Elsewhere
from desktop.jobs import Jobs
from desktop.models.looks import free_colours
from desktop.models.slots import filled_slots
from desktop.reader.flow_blocks import shown_blocks
from desktop.reader.flow_tables import Shown

T = TypeVar("T")

_OF_LISTS = frozenset({"source", "reference", "file-name", "alias", "bibfile", "highlight", "shelf"})
_OF_CONCEPTS = frozenset({"concept", "label", "same", "tagging", "highlight"})
_REMEMBERED = 10
_REST_MS = 700
_OF_MARKS = frozenset({"highlight", "tagging", "note", "concept", "source", "reference"})


class Desk(QObject):
    """The window's state and its ways into the library.

    Signals:
        sources_changed: Carries the ``SourceLine`` records.
        standings_changed: Carries how the sources stand, a ``Standing`` each by their ids.
        concepts_changed: Carries the ``Concept`` records.
        source_opened: Carries the ``OpenedSource``, and where to begin on its axis.
        source_gone: The open source is no longer in the library.
        marks_changed: Carries the ``Marked`` records of the open source.
        undo_changed: Carries what undo and redo would take back or do again; empty where there is nothing.
        done: Something was done that can be undone; carries it in words.
        stepped: A step was taken back or done again; carries it in words.
        highlighting: A passage of the open source is about to be kept as a highlight; carries its ranges and the ids
            of its concepts.
        highlighted: Carries the id of a new highlight.
        slots_changed: Carries what the keys 1 to 7 stand for: a ``Concept`` each, or None.
        failed: Carries the ``UserError``.
    """

    sources_changed = Signal(object)
    standings_changed = Signal(object)
    concepts_changed = Signal(object)
    source_opened = Signal(object, int)
    source_gone = Signal()
    marks_changed = Signal(object)
    undo_changed = Signal(str, str)
    done = Signal(str)
    stepped = Signal(str)
    highlighting = Signal(object, object)
    highlighted = Signal(str)
    slots_changed = Signal(object)
    failed = Signal(object)

    def __init__(self, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.jobs = jobs
        self.source: OpenedSource | None = None
        self.shown_blocks: Sequence[Shown] = ()
        self.sources: list[SourceLine] = []
        self.concepts: list[Concept] = []
        self.marks: list[Marked] = []
        self.concept = ""
        self.recent: list[str] = []
        self.last: tuple[str, ...] = ()
        self.person = ""
        self.slots: list[Concept | None] = []
        self._chosen_slots: Mapping[int, str] = {}
        # All highlights are gone through for them: once after several changes is enough.
        self._standings_due = QTimer(self, singleShot=True, interval=_REST_MS)
        self._standings_due.timeout.connect(self._fetch_standings)
        self._elsewhere = Elsewhere(jobs, self)
        jobs.changed.connect(self._refresh)
        jobs.failed.connect(self.failed)

    def load(self) -> None:
        """Fetch what the window shows first."""
        # What somebody writes from here on is noticed.
        self._elsewhere.begin()
        self._fetch_sources()
        self._fetch_concepts()
        self._fetch_standings()
        self._fetch_undo()
        self.jobs.ask(slots.chosen_slots, self._take_slots)
        self.jobs.ask(lambda library: library.person, self._take_person)

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

    def ask_of_source(self, question: Callable[[Library, str], T], then: Callable[[T], None]) -> None:
        """Answer a question about the open source; of one that is gone by then nobody needs to know."""
        if self.source is not None:
            source = self.source.id
            self.jobs.ask(lambda library: question(library, source), then, self._miss)

    def _miss(self, error: UserError) -> None:
        # That the source is gone is seen by the list of all.
        if not isinstance(error, UnknownNameError):
            self.failed.emit(error)

    def _take_source(self, start: int, found: tuple[OpenedSource, Sequence[Shown], list[Marked]]) -> None:
        self.source, self.shown_blocks, self.marks = found
        self.source_opened.emit(self.source, start)
        self.marks_changed.emit(self.marks)

    # Marking

    def highlight(
        self,
        ranges: Sequence[Range],
        concepts: Sequence[str] | None = None,
        new: Sequence[str] = (),
        parent: str = "",
        *,
        private: bool = False,
    ) -> None:
        """Highlight ranges of the open source, with the current concept where none are given; one step.

        Args:
            ranges: On the source's axis.
            concepts: By their ids.
            new: By their names, and made where there are none.
            parent: The id of the concept that those that are made come under.
            private: Whether it is kept beside the library, where it is never shared.
        """
        if self.source is None or not ranges:
            return
        tags = tuple(concepts) if concepts is not None else tuple(filter(None, [self.concept]))
        source = self.source.id
        colours = free_colours(self.concepts, len(new))

        def work(library: Library) -> tuple[str, tuple[str, ...]]:
            id = highlight_ranges(
                library, source, ranges, tags, new=new, parent=parent, colours=colours, private=private
            ).id
            return id, tags_of(library, id)

        self.highlighting.emit(ranges, tags)
        self.jobs.change(work, self._take_highlighted)

    def retag(self, highlight: str, chosen: Sequence[str], new: Sequence[str] = (), parent: str = "") -> None:
        """Tag a highlight with concepts by id, or take off those it has, and tag it with new ones; one step."""
        has = next((mark.highlight.concepts for mark in self.marks if mark.highlight.id == highlight), ())
        add, remove = [one for one in chosen if one not in has], [one for one in chosen if one in has]
        colours = free_colours(self.concepts, len(new))
        self.jobs.change(
            lambda library: retag(library, highlight, add=add, remove=remove, new=new, parent=parent, colours=colours),
            self._use,
        )

    def tag_as_last(self, highlight: str) -> None:
        """Tag a highlight with what was tagged with last."""
        tags = self.last
        self._do(lambda library: retag(library, highlight, add=tags))

    def _take_highlighted(self, made: tuple[str, tuple[str, ...]]) -> None:
        self._use(made[1])
        self.highlighted.emit(made[0])

    def write_note(self, highlight: str, text: str, private: bool = False) -> None:
        """Write one's own note, for all who get the library or for oneself; where it was the other, it goes over."""
        self._do(lambda library: highlighting.put_note(library, highlight, text, private=private))

    def delete(self, highlight: str) -> None:
        self._do(lambda library: highlighting.delete(library, highlight), self.tr("Deleted 1 highlight"))

    # Taking elsewhere

    def copy_passage(self, ranges: Sequence[Range], then: Callable[[copying.Copied], None]) -> None:
        """Give a passage of the open source as it is printed, with its citation."""
        if self.source is not None and ranges:
            source = self.source.id
            self.jobs.ask(lambda library: copying.copied_passage(library, source, ranges), then)

    def copy_highlight(self, highlight: str, then: Callable[[copying.Copied], None]) -> None:
        """Give a highlight's quote with its citation."""
        self.jobs.ask(lambda library: copying.copied_highlight(library, highlight), then)

    # Concepts, by their ids

    def add_concept(self, name: str, parent: str = "") -> None:
        (colour,) = free_colours(self.concepts, 1)
        self._do(lambda library: concepts.add_concept(library, name, parent=parent or None, colour=colour))

    def rename_concept(self, concept: str, name: str) -> None:
        self._do(lambda library: concepts.rename_concept(library, concept, name))

    def move_concepts(self, moved: Sequence[str], parent: str) -> None:
        """Put concepts under another, or with an empty id at the top."""
        for one in moved:
            self._do(partial(concepts.move_concept, name=one, parent=parent or None))

    def merge_concepts(self, gone: str, kept: str) -> None:
        said = self.tr("Merged two concepts")
        self._do(lambda library: concepts.merge_concepts(library, gone, kept), said)

    def delete_concept(self, concept: str) -> None:
        self._do(lambda library: concepts.delete_concept(library, concept), self.tr("Deleted 1 concept"))

    def define_concept(self, concept: str, definition: str) -> None:
        self._do(lambda library: concept_details.define_concept(library, concept, definition))

    def colour_concept(self, concept: str, colour: str) -> None:
        self._do(lambda library: concept_details.colour_concept(library, concept, colour))

    def name_concept_also(self, concept: str, names: Sequence[str]) -> None:
        """Call a concept these names beside its own, and no others."""
        self._do(lambda library: concept_details.set_other_names(library, concept, names))

    def put_into_slot(self, number: int, concept: str) -> None:
        """Put a concept on one of the keys 1 to 7, counted from 0; an empty id frees the key."""
        self.jobs.ask(lambda library: slots.choose_slot(library, number, concept), self._take_slots)

    def _take_slots(self, chosen: Mapping[int, str]) -> None:
        self._chosen_slots = chosen
        self._tell_slots()

    def _tell_slots(self) -> None:
        # A key keeps its concept while the window is open, however the numbers of highlights change.
        kept = {number: concept.id for number, concept in enumerate(self.slots) if concept is not None}
        self.slots = filled_slots(self.concepts, kept, self._chosen_slots)
        self.slots_changed.emit(self.slots)

    def shelve(self, source: str, name: str, on: bool) -> None:
        """Put a source, by its id, into a collection, or take it out."""
        self._do(lambda library: shelving.shelve(library, [source], name, off=not on))

    def delete_source(self, source: str) -> None:
        self._do(lambda library: highlighting.delete(library, source), self.tr("Deleted 1 source"))

    # References, by their ids

    def set_field(self, reference: str, name: str, value: str) -> None:
        """Correct a field of a reference, or its ``type``; an empty value takes it out."""
        self._do(lambda library: referencing.set_fields(library, reference, {name: value}))

    def rename_key(self, reference: str, key: str) -> None:
        self._do(lambda library: referencing.rename_key(library, reference, key))

    # Undo

    def undo(self) -> None:
        said = self.tr("Undone: %s")
        self.jobs.change(upkeep.undo, lambda step: self.stepped.emit(said % step.label))

    def redo(self) -> None:
        said = self.tr("Redone: %s")
        self.jobs.change(upkeep.redo, lambda step: self.stepped.emit(said % step.label))

    def _use(self, tags: tuple[str, ...]) -> None:
        """Remember what was tagged with last, the newest first; what was only marked leaves that as it is."""
        self.last = tags or self.last
        self.recent = [*tags, *(one for one in self.recent if one not in tags)][:_REMEMBERED]

    def _do(self, change: Callable[[Library], object], said: str = "") -> None:
        self.jobs.change(change, lambda _: self.done.emit(said) if said else None)

    # What changed

    @Slot(object)
    def _refresh(self, changes: Changes) -> None:
        kinds = set(changes.touched)
        # First: who sees that a step was taken may want to take it back at once.
        self._fetch_undo()
        if kinds & (_OF_LISTS | _OF_CONCEPTS):
            self._standings_due.start()
        # Concepts give marks their looks, and marks are what is looked at.
        if kinds & _OF_CONCEPTS:
            self._fetch_concepts()
        if kinds & _OF_MARKS:
            self.ask_of_source(marks_of, self._take_marks)
        if kinds & _OF_LISTS:
            self._fetch_sources()

    def _fetch_sources(self) -> None:
        self.jobs.ask(list_sources, self._take_sources)

    def _fetch_standings(self) -> None:
        self.jobs.ask_at_length(standings, self.standings_changed.emit)

    def _fetch_concepts(self) -> None:
        self.jobs.ask(concepts.concept_records, self._take_concepts)

    def _fetch_undo(self) -> None:
        self.jobs.ask(upkeep.undo_labels, lambda labels: self.undo_changed.emit(*labels))

    def _take_sources(self, lines: list[SourceLine]) -> None:
        self.sources = lines
        self.sources_changed.emit(lines)
        if self.source is not None and self.source.id not in {line.id for line in lines}:
            self.source = None
            self._take_marks([])
            self.source_gone.emit()

    def _take_concepts(self, found: list[Concept]) -> None:
        self.concepts = found
        self.concepts_changed.emit(found)
        self._tell_slots()

    def _take_person(self, person: str) -> None:
        self.person = person

    def _take_marks(self, marks: list[Marked]) -> None:
        self.marks = marks
        self.marks_changed.emit(marks)


def _opened(library: Library, name: str) -> tuple[OpenedSource, Sequence[Shown], list[Marked]]:
    source = open_source(library, name)
    return source, shown_blocks(source.layer), marks_of(library, name)
