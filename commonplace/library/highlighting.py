"""Highlights: making them, tagging them, writing notes on them, deleting."""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from commonplace.library.anchoring import PART_BREAK
from commonplace.library.concepts import checked_name, make_concept
from commonplace.library.highlights import Filter, HighlightLine, highlight_lines
from commonplace.library.locating import with_place
from commonplace.library.naming import (
    concept_named,
    find_concepts,
    highlight_named,
    page_named,
    source_named,
    source_or_highlight_named,
)
from commonplace.library.passages import anchored, area_of, parts_of, ranges_of
from commonplace.library.retagging import concepts_apart
from commonplace.library.session import Library
from commonplace.library.wording import written
from core.errors import NotDoneError, UnknownNameError
from core.folding import fold_name
from core.records import Anchor, Changes, Layer
from db.concepts import members
from db.documents import read_layer
from db.highlights import anchor_value, highlights, own_note, taggings
from db.kinds import HIGHLIGHT, NOTE, SOURCE, TAGGING
from db.ledger import Action
from db.sources import SourceFacts, ids_beginning, sources
from db.step_labels import TAG, UNTAG, named

_LONGEST_NOTE = 1 << 20


@dataclass(frozen=True, slots=True)
class HighlightRequest:
    """What is to be highlighted, and said of it.

    Attributes:
        quotes: The passage; several make one highlight of several ranges.
        occurrence: Which of several places of the first quote is meant, from 1.
        area: Instead of quotes, a page and two corners on it in points from its top left.
        create: Add concepts that are not there yet.
    """

    quotes: tuple[str, ...] = ()
    occurrence: int | None = None
    area: tuple[str, Decimal, Decimal, Decimal, Decimal] | None = None
    concepts: tuple[str, ...] = ()
    create: bool = False
    note: str = ""
    private: bool = False


@dataclass(frozen=True, slots=True)
class Mark:
    """A passage that was found, ready to be recorded, with the ids of its concepts."""

    exact: str
    anchor: Anchor
    concepts: tuple[str, ...] = ()
    note: str = ""


def highlight(library: Library, source: str, request: HighlightRequest) -> HighlightLine:
    """Highlight a passage of a source.

    Raises:
        UnknownNameError: There is no such source, page or concept.
        NotDoneError: The quote is not there, or several times; then nothing was recorded.
    """
    if bool(request.quotes) == bool(request.area):
        raise UnknownNameError("Say what to highlight: either --quote or --area.", code="usage")
    facts = sources(library.engine, [source_named(library, source)])[0]
    known, new = _concepts(library, request.concepts, create=request.create)
    if not facts.layer:
        raise NotDoneError("This source has no text or pages in this library.", hint="Import its document again.")
    exact, anchor = _place(facts, read_layer(library.engine, facts.layer), request)
    if request.private:
        known, new = [*known, *concepts_apart(library, new)], []
    with library.action(f"Highlight in {named(facts.id)}", private=request.private) as action:
        made = [make_concept(library, action, name) for name in new]
        (id,) = record(action, [Mark(exact, anchor, (*known, *made), request.note)])
    return _line(library, id)


def marked(library: Library, source: SourceFacts, quotes: Sequence[str], concepts: tuple[str, ...], note: str) -> Mark:
    """Find a passage, ready to be recorded.

    Raises:
        NotDoneError: It is not there, or several times.
    """
    layer = read_layer(library.engine, source.layer)
    ranges = ranges_of(layer, quotes, None)
    return Mark(PART_BREAK.join(parts_of(layer, ranges)), anchored(source, layer, ranges), concepts, note)


def highlight_all(library: Library, marks: Iterable[Mark], label: str = "") -> Changes:
    """Record many highlights as one action."""
    every = list(marks)
    with library.action(label or f"Highlight {len(every)} passages") as action:
        record(action, every)
    return action.changes


def record(action: Action, marks: Iterable[Mark]) -> list[str]:
    """Record highlights with their taggings and notes inside an action; return their ids."""
    ids = []
    for mark in marks:
        core = {"nonce": secrets.token_hex(8), "person": action.person, "created": action.at, "exact": mark.exact}
        id = action.make(HIGHLIGHT, core, {"anchor": anchor_value(mark.anchor)})
        for concept in mark.concepts:
            action.make(TAGGING, {"highlight": id, "concept": concept, "person": action.person})
        if mark.note:
            _add_note(action, id, _checked_note(mark.note))
        ids.append(id)
    return ids


def tag(library: Library, name: str, concepts: Sequence[str], *, create: bool = False) -> HighlightLine:
    """Tag a highlight with concepts; one it has already stays as it is."""
    id = highlight_named(library, name)
    known, new = _concepts(library, concepts, create=create)
    private = library.holds_privately(id)
    if private:
        known, new = [*known, *concepts_apart(library, new)], []
    with library.action(TAG, private=private) as action:
        for concept in (*known, *(make_concept(library, action, one) for one in new)):
            action.make(TAGGING, {"highlight": id, "concept": concept, "person": action.person})
    return _line(library, id)


def untag(library: Library, name: str, concepts: Sequence[str]) -> HighlightLine:
    """Take concepts off a highlight, whoever put them there.

    Raises:
        NotDoneError: It does not have one of them; nothing was changed.
    """
    id = highlight_named(library, name)
    found: list[str] = []
    for concept in concepts:
        meant = members(library.engine, [concept_named(library, concept).id])
        of_it = taggings(library.shown, id, meant)
        if not of_it:
            raise NotDoneError(f"The highlight is not tagged with {concept}; nothing was changed.", code="not-tagged")
        found += of_it
    with library.action(UNTAG, private=library.holds_privately(id)) as action:
        for tagging in found:
            action.set(TAGGING, tagging, "present", False)
    return _line(library, id)


def write_note(library: Library, name: str, text: str, *, private: bool | None = None) -> HighlightLine:
    """Replace one's own note on a highlight; an empty text deletes it.  Others' notes stay.

    One may have a private note beside one for all, and each replaces its own kind.  Where ``private`` is None the
    newest of both is meant, and stays what it is.  A note on a private highlight is private.
    """
    id = highlight_named(library, name)
    said = _checked_note(text)
    private = library.holds_privately(id) or (_is_own_note_private(library, id) if private is None else private)
    part = library.part(private=private)
    note = own_note(part, id, library.person) if part is not None else None
    if note is None and not said:
        return _line(library, id)
    with library.action("Write a note", private=private) as action:
        if note is None and said:
            _add_note(action, id, said)
        elif note is not None and said:
            action.set(NOTE, note, "text", said)
        elif note is not None:
            action.delete(NOTE, note)
    return _line(library, id)


def put_note(library: Library, name: str, text: str, *, private: bool) -> HighlightLine:
    """Write one's own note on a highlight, private or for all; where it was only the other, it goes over."""
    id = highlight_named(library, name)
    parts = {kind: library.part(private=kind) for kind in (False, True)}
    had = {kind for kind, part in parts.items() if part is not None and own_note(part, id, library.person)}
    line = write_note(library, id, text, private=private)
    return write_note(library, id, "", private=not private) if had == {not private} else line


def _is_own_note_private(library: Library, highlight: str) -> bool:
    note = own_note(library.shown, highlight, library.person)
    return note is not None and library.holds_privately(note)


def delete(library: Library, name: str) -> str:
    """Delete a highlight or a source, by key or id; return in words what was deleted.

    Raises:
        UnknownNameError: It is neither, or the beginning of an id may be either.
    """
    kind, id = source_or_highlight_named(library, name)
    if kind == "highlight":
        _delete_highlight(library, id)
        return f"highlight {id[:12]}"
    facts = sources(library.engine, [id])[0]
    with library.action(f"Delete source {named(id)}") as action:
        action.delete(SOURCE, id)
    return f"source {_called(facts)}"


def _delete_highlight(library: Library, id: str) -> None:
    """Delete a highlight; of one that a colleague deleted, which only private notes keep in sight, these notes."""
    private = library.holds_privately(id)
    gone = not private and not ids_beginning(library.engine, "highlight", id)
    with library.action("Delete a highlight", private=private or gone) as action:
        if not gone:
            action.delete(HIGHLIGHT, id)
        for one in highlights(library.shown, ids=[id]) if gone else ():
            for note in one.notes:
                if note.private:
                    action.delete(NOTE, note.id)


def _place(facts: SourceFacts, layer: Layer, request: HighlightRequest) -> tuple[str, Anchor]:
    if request.area is None:
        ranges = ranges_of(layer, request.quotes, request.occurrence)
        return PART_BREAK.join(parts_of(layer, ranges)), anchored(facts, layer, ranges)
    page, *corners = request.area
    if not layer.pages:
        raise NotDoneError("This source has no pages to mark an area on; nothing was highlighted.", code="no-pages")
    area = area_of(layer, page_named(facts, page), (corners[0], corners[1], corners[2], corners[3]))
    return "", with_place(facts, Anchor(facts.id, facts.layer, (), area=area))


def _concepts(library: Library, names: Sequence[str], *, create: bool) -> tuple[list[str], list[str]]:
    """Return the ids of the concepts that are there, and the names of those to be made."""
    known: list[str] = []
    new: dict[str, str] = {}
    for name in names:
        if create and not find_concepts(library, name):
            new.setdefault(fold_name(name), checked_name(name))
        else:
            known.append(concept_named(library, name).id)
    return list(dict.fromkeys(known)), list(new.values())


def _add_note(action: Action, target: str, text: str) -> None:
    core = {"nonce": secrets.token_hex(8), "target": target, "person": action.person, "created": action.at}
    action.make(NOTE, core, {"text": text})


def _checked_note(text: str) -> str:
    said = written(text)
    if len(said.encode()) > _LONGEST_NOTE:
        raise NotDoneError("A note can be one mebibyte long at most; nothing was changed.", code="too-long")
    return said


def _line(library: Library, id: str) -> HighlightLine:
    return highlight_lines(library, Filter(), ids=[id])[0]


def _called(facts: SourceFacts) -> str:
    return facts.names[0] if facts.names else facts.id[:12]
