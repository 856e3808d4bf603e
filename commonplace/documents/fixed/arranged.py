"""A page's lines in reading order, with footnotes after the text: the one way that text and boxes are put in order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from commonplace.documents.fixed.lines import TextLine, body_size
from commonplace.documents.fixed.marks import Mark, marks_in
from commonplace.documents.fixed.notes import Notes, find_notes, is_running_text
from commonplace.documents.fixed.order import Order, reading_order


@dataclass(frozen=True, slots=True)
class Arranged:
    """A page's lines as they are read: ``order`` holds their numbers as they are drawn, or None where that is the same.

    ``notes`` and ``marks``, what may be marks of notes that stand elsewhere, count the lines as they are read.
    """

    lines: tuple[TextLine, ...]
    order: Order | None
    notes: Notes
    marks: tuple[Mark, ...]

    @property
    def is_plain(self) -> bool:
        """Whether all of it is running text, as it is drawn."""
        return not (self.order or self.notes.lines or self.marks)


def arranged(lines: Sequence[TextLine], *, ask_order: bool = True) -> Arranged:
    """Return the lines of a page as a person reads them; without ``ask_order`` as they are drawn, but for its notes."""
    drawn = list(range(len(lines)))
    order = (reading_order(lines) if ask_order else None) or drawn
    placed = [lines[at] for at in order]
    marks = marks_in(placed)
    notes = find_notes(placed, marks)
    if moved := _notes_last(placed, notes):
        order = [order[at] for at in moved]
        placed = [lines[at] for at in order]
        marks = marks_in(placed)
        notes = find_notes(placed, marks)
    return Arranged(tuple(placed), order if order != drawn else None, notes, tuple(marks))


def _notes_last(lines: Sequence[TextLine], notes: Notes) -> Order | None:
    """Return the order in which the notes follow the running text; None where they do."""
    body = body_size(lines)
    text = [at for at, line in enumerate(lines) if is_running_text(line, body)]
    if not notes.lines or not text or text[-1] < notes.lines[0]:
        return None
    members = set(notes.lines)
    end = text[-1] + 1
    while end < len(lines) and end not in members and _goes_on(lines[end - 1], lines[end], body):
        end += 1
    before = [at for at in range(end) if at not in members]
    after = [at for at in range(end, len(lines)) if at not in members]
    return [*before, *notes.lines, *after]


def _goes_on(one: TextLine, other: TextLine, body: float) -> bool:
    """Return whether the text goes on in a short line: a paragraph's last, or words set wide apart in one line."""
    same = other.upright and abs(other.size - body) < 0.6
    return same and one.box[1] - 1 <= other.box[1] <= one.box[3] + one.size / 2
