"""What the marking keys and buttons mean: on what is selected, else on the highlight that is chosen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeAlias

from PySide6.QtCore import QObject, QRect, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from commonplace.library.copying import Copied
from desktop.clipboard import put_quotes
from desktop.desk import Desk
from desktop.reader.flow_view import FlowView
from desktop.reader.page_view import PageView
from desktop.tagging.selection_bar import SelectionBar
from desktop.tagging.tag_box import TagBox

Reader: TypeAlias = PageView | FlowView

_LONGEST_NAME = 80


class Marking(QObject):
    """Highlights, tags and copies.

    Signals:
        told: Something is to be said in the status line.
        note_wanted: A note is to be written; carries the highlight's id.
    """

    told = Signal(str)
    note_wanted = Signal(str)

    def __init__(
        self,
        desk: Desk,
        reader: Callable[[], Reader],
        current: Callable[[], str],
        bar: SelectionBar,
        tag_box: TagBox,
        room: QWidget,
    ) -> None:
        """Work on the reader that is shown and the highlight that is chosen, which two functions tell.

        Bar and box lie over the room.
        """
        super().__init__(room)
        self._desk, self._reader, self._current = desk, reader, current
        self._bar, self._box, self._room = bar, tag_box, room
        self._notes_newest = False
        self._to_note_on = ""
        bar.slot_chosen.connect(self.use_slot)
        tag_box.taken.connect(self._take)
        tag_box.closed.connect(self.read_on)
        desk.highlighted.connect(self._remember_newest)
        # The panels take the new highlight first.
        desk.marks_changed.connect(self._write_on_newest, Qt.ConnectionType.QueuedConnection)

    def highlight(self, *, private: bool = False) -> None:
        """Highlight with the current concept; privately it is never shared."""
        if self._reader().ranges:
            self._desk.highlight(self._reader().ranges, private=private)
        else:
            self.told.emit(self.tr("Select text to highlight it"))

    @Slot(int)
    def use_slot(self, number: int) -> None:
        """Highlight with the concept on a key, or put it on the chosen highlight, or take it off."""
        slots = self._desk.slots
        concept = slots[number] if number < len(slots) else None
        if concept is None:
            self.told.emit(self.tr("No concept is on key %s yet") % (number + 1))
        elif self._reader().ranges:
            self._desk.highlight(self._reader().ranges, [concept.id])
        else:
            self._retag([concept.id])

    def repeat(self) -> None:
        """Highlight or tag with what was tagged with last."""
        if not self._desk.last:
            self.told.emit(self.tr("Nothing was tagged yet"))
        elif self._reader().ranges:
            self._desk.highlight(self._reader().ranges, self._desk.last)
        elif id := self._chosen():
            self._desk.tag_as_last(id)

    def make_concept_of_words(self) -> None:
        """Highlight with a concept named by the selected words, under the current one."""
        ranges = self._reader().ranges
        if not ranges:
            self.told.emit(self.tr("Select the words that are to name a concept"))
            return
        parent = self._desk.concept
        self._desk.copy_passage(ranges, lambda copied: self._highlight_in_vivo(ranges, copied.quote, parent))

    def _highlight_in_vivo(self, ranges: Sequence[tuple[int, int]], words: str, parent: str) -> None:
        name = " ".join(words.split())
        if len(name) > _LONGEST_NAME:
            self.told.emit(self.tr("These are too many words for the name of a concept"))
            return
        self._desk.highlight(ranges, (), [name], parent)

    def open_tag_box(self) -> None:
        """Open the box beside the selection, else beside the chosen highlight."""
        reader, desk = self._reader(), self._desk
        id = "" if reader.ranges else self._chosen()
        if not (reader.ranges or id):
            return
        had = next((mark.highlight.concepts for mark in desk.marks if mark.highlight.id == id), ())
        self._bar.hide()
        self._box.open_at(self._place(), desk.concepts, desk.recent, had)

    def offer_bar(self) -> None:
        """Show the bar beside what is selected, unless somebody tags already."""
        shown = self._reader().isVisible() and bool(self._reader().ranges) and not self._box.isVisible()
        self._bar.offer(self._place() if shown else QRect())

    def write_note(self) -> None:
        """Ask for a note on the chosen highlight, or on a new one of what is selected."""
        if self._reader().ranges:
            self._notes_newest = True
            self._desk.highlight(self._reader().ranges)
        elif id := self._chosen():
            self.note_wanted.emit(id)

    def delete(self) -> None:
        if id := self._chosen():
            self._desk.delete(id)

    def copy(self) -> None:
        """Copy the text as it is printed, without citation."""
        if self._reader().ranges:
            self._desk.copy_passage(self._reader().ranges, _put_quote)
        elif id := self._chosen():
            self._desk.copy_highlight(id, _put_quote)

    def copy_cited(self) -> None:
        """Copy the text as it is printed, with its citation, as plain text and formatted."""
        if self._reader().ranges:
            self._desk.copy_passage(self._reader().ranges, self._put_cited)
        elif id := self._chosen():
            self._desk.copy_highlight(id, self._put_cited)

    @Slot()
    def read_on(self) -> None:
        self._reader().setFocus()

    @Slot(object, object)
    def _take(self, concepts: Sequence[str], new: Sequence[str]) -> None:
        if self._reader().ranges:
            self._desk.highlight(self._reader().ranges, concepts, new, self._desk.concept)
        elif id := self._chosen():
            self._desk.retag(id, concepts, new, self._desk.concept)

    @Slot(str)
    def _remember_newest(self, id: str) -> None:
        if self._notes_newest:
            self._notes_newest, self._to_note_on = False, id

    @Slot()
    def _write_on_newest(self) -> None:
        id = self._to_note_on
        if any(mark.highlight.id == id for mark in self._desk.marks):
            self._to_note_on = ""
            self.note_wanted.emit(id)

    def _retag(self, concepts: Sequence[str]) -> None:
        if id := self._chosen():
            self._desk.retag(id, concepts)

    def _chosen(self) -> str:
        id = self._current()
        if not id:
            self.told.emit(self.tr("Select text, or choose a highlight"))
        return id

    def _place(self) -> QRect:
        """Return where the selection, else the chosen highlight, lies in the room of bar and box."""
        reader = self._reader()
        place = reader.selection_rectangle() if reader.ranges else reader.chosen_rectangle()
        if not place.isEmpty():
            place.moveTopLeft(reader.viewport().mapTo(self._room, place.topLeft()))
        return place

    def _put_cited(self, copied: Copied) -> None:
        put_quotes([(copied.quote, copied.citation)])
        self.told.emit(self.tr("Copied with citation") if copied.citation else self.tr("Copied; it has no key to cite"))


def _put_quote(copied: Copied) -> None:
    QGuiApplication.clipboard().setText(copied.quote)
