"""The notes of the open source as they are listed: those on the source, then those on its highlights; no Qt here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from commonplace.library.details import SourceDetails
from commonplace.library.viewing import Marked
from core.records import Note

_ON_SOURCES = ("annotation", "annote")
"""The fields of a reference that are what its readers say of it, in BibLaTeX and in BibTeX."""


@dataclass(frozen=True, slots=True)
class NoteRow:
    """A note.

    Attributes:
        highlight: The id of what it is on; of a note on the source empty, and ``reference`` and ``field`` say where
            it is kept.
        quote: What the highlight quotes; empty for an area and for the source.
        own: Whether it is one's own to change.
    """

    id: str
    text: str
    own: bool
    author: str = ""
    created: str = ""
    private: bool = False
    highlight: str = ""
    quote: str = ""
    locator: str = ""
    reference: str = ""
    field: str = ""


def notes_on_source(details: SourceDetails) -> list[NoteRow]:
    """Return what is noted on a source itself, in its reference."""
    said = [(field, details.fields.get(field, "")) for field in _ON_SOURCES]
    kept = details.reference
    return [NoteRow(f"{kept}:{field}", text, own=True, reference=kept, field=field) for field, text in said if text]


def notes_on_marks(marks: Sequence[Marked], person: str) -> list[NoteRow]:
    """Return what is noted on highlights, in their order; of one highlight the oldest note first."""
    rows: list[NoteRow] = []
    for mark in marks:
        if mark.highlight.notes:
            changeable = _changeable(mark.highlight.notes, person)
            both = sorted(zip(mark.highlight.notes, mark.line.notes, strict=True), key=lambda pair: pair[0].created)
            rows += [
                NoteRow(
                    note.id,
                    note.text,
                    own=note.id in changeable,
                    author=line.author,
                    created=note.created,
                    private=note.private or mark.highlight.private,
                    highlight=mark.highlight.id,
                    quote=mark.line.quote,
                    locator=mark.line.locator,
                )
                for note, line in both
            ]
    return rows


def _changeable(notes: Sequence[Note], person: str) -> set[str]:
    """Return the ids of the notes that writing changes: of a person's the newest of each kind, private and not."""
    newest = {note.private: note.id for note in sorted(notes, key=lambda one: one.created) if note.person == person}
    return set(newest.values())
