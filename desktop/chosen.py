"""The chosen highlight: one and the same in the list, on the page and at the note, and the way to the next."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TypeAlias

from PySide6.QtCore import QObject, Signal, Slot

from commonplace.library.viewing import Marked
from desktop.desk import Desk
from desktop.panels.highlights_panel import HighlightsPanel
from desktop.panels.note_panel import NotePanel
from desktop.reader.flow_view import FlowView
from desktop.reader.page_view import PageView

Reader: TypeAlias = PageView | FlowView


class Chosen(QObject):
    """Keeps list, page and note at the same highlight.

    Signals:
        place_wanted: The reader is to jump; carries a position of the axis.
        note_shown: The note is about to be written, and has to be in sight.
        told: Something is to be said in the status line.
    """

    place_wanted = Signal(int)
    note_shown = Signal()
    told = Signal(str)

    def __init__(
        self, desk: Desk, highlights: HighlightsPanel, note: NotePanel, reader: Callable[[], Reader], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._desk, self._highlights, self._note, self._reader = desk, highlights, note, reader
        self._newest = ""
        desk.highlighted.connect(self._await)
        for told in (desk.marks_changed, highlights.current_changed):
            told.connect(self._show_note)
        desk.marks_changed.connect(self._choose_newest)
        desk.marks_changed.connect(self._choose_framed)
        highlights.highlight_chosen.connect(self.go_to)
        note.note_changed.connect(desk.write_note)

    @property
    def handlers(self) -> Mapping[str, Callable[[], None]]:
        """What does the commands that belong here, by their names."""
        return {
            "next-highlight": partial(self._step, 1, of_concept=False),
            "previous-highlight": partial(self._step, -1, of_concept=False),
            "next-of-concept": partial(self._step, 1, of_concept=True),
            "previous-of-concept": partial(self._step, -1, of_concept=True),
            "private-note": self._note.private.click,
        }

    @property
    def id(self) -> str:
        """The id of the chosen highlight, or empty."""
        return self._highlights.current

    @Slot(str)
    def choose(self, id: str) -> None:
        """Choose a highlight without going there."""
        self._highlights.set_current(id)
        self._reader().choose_mark(id)

    @Slot(str)
    def go_to(self, id: str) -> None:
        """Choose a highlight and bring it to sight."""
        self.choose(id)
        mark = self._mark(id)
        if mark is not None and mark.highlight.anchor.ranges:
            self.place_wanted.emit(mark.highlight.anchor.ranges[0][0])

    @Slot(str)
    def write_note(self, id: str) -> None:
        """Go to the note of a highlight."""
        self.choose(id)
        self.note_shown.emit()
        self._note.write()

    def _step(self, step: int, *, of_concept: bool) -> None:
        ids = self._like_the_chosen() if of_concept else [mark.highlight.id for mark in self._desk.marks]
        if not ids:
            return
        place = ids.index(self.id) + step if self.id in ids else 0
        if not 0 <= place < len(ids):
            self.told.emit(self.tr("From the other end of the document"))
        self.go_to(ids[place % len(ids)])

    def _like_the_chosen(self) -> Sequence[str]:
        """Return the highlights that share a concept with the chosen one; all where none is chosen."""
        chosen = self._mark(self.id)
        wanted = set(chosen.highlight.concepts) if chosen else set()
        return [
            mark.highlight.id
            for mark in self._desk.marks
            if chosen is None or mark is chosen or wanted & set(mark.highlight.concepts)
        ]

    def _mark(self, id: str) -> Marked | None:
        return next((mark for mark in self._desk.marks if mark.highlight.id == id), None)

    @Slot(str)
    def _await(self, id: str) -> None:
        self._reader().select(())
        self._newest = id

    @Slot()
    def _choose_newest(self) -> None:
        if self._newest:
            self.choose(self._newest)
            self._newest = ""

    @Slot()
    def _choose_framed(self) -> None:
        """Choose again in the list what came back on the page with its frame."""
        framed = self._reader().chosen_mark
        if framed is not None and not self.id:
            self.choose(framed.id)

    @Slot()
    def _show_note(self) -> None:
        self._note.show_mark(self._mark(self.id), self._desk.person)
