"""A page's lines in reading order, with footnotes after the text: the one way that text and boxes are put in order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from commonplace.documents.fixed.lines import TextLine, body_size
from commonplace.documents.fixed.notes import Notes, find_notes, is_running_text
from commonplace.documents.fixed.order import Order, reading_order


@dataclass(frozen=True, slots=True)
class Arranged:
    """A page's lines as they are read: ``order`` holds their numbers as they are drawn, or None where that is the same.

    ``notes`` counts the lines as they are read.
    """

    lines: tuple[TextLine, ...]
    order: Order | None
    notes: Notes


def arranged(lines: Sequence[TextLine], *, ask_order: bool = True) -> Arranged:
    """Return the lines of a page as a person reads them; without ``ask_order`` as they are drawn, but for its notes."""
    drawn = list(range(len(lines)))
    order = (reading_order(lines) if ask_order else None) or drawn
    placed = [lines[at] for at in order]
    notes = find_notes(placed)
    if moved := _notes_last(placed, notes):
        order = [order[at] for at in moved]
        placed = [lines[at] for at in order]
        notes = find_notes(placed)
    return Arranged(tuple(placed), order if order != drawn else None, notes)


def _notes_last(lines: Sequence[TextLine], notes: Notes) -> Order | None:
    """Return the order in which the notes follow the running text; None where they do."""
    body = body_size(lines)
    text = [at for at, line in enumerate(lines) if is_running_text(line, body)]
    if not notes.lines or not text or text[-1] < notes.lines[0]:
        return None
    members = set(notes.lines)
    before = [at for at in range(text[-1] + 1) if at not in members]
    after = [at for at in range(text[-1] + 1, len(lines)) if at not in members]
    return [*before, *notes.lines, *after]
