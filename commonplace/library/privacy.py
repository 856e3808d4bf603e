"""What is for oneself alone: switching highlights and notes between the library and its private part."""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from dataclasses import dataclass, field

from commonplace.library.highlights import Filter, HighlightLine, highlight_lines
from commonplace.library.naming import highlight_named
from commonplace.library.session import Library
from core.errors import NotDoneError, UnknownNameError
from core.records import Highlight, Note
from db.highlights import anchor_value, highlights, others_spoke_of, targets
from db.kinds import HIGHLIGHT, NOTE, TAGGING
from db.ledger import Action
from db.same import one_person
from db.things import Thing, load

EARLIER = (
    "Earlier wordings stay in the library file and in what was shared of it: what was recorded there cannot be unsaid."
)


@dataclass(frozen=True, slots=True)
class Switched:
    """What became of a highlight or a note: it is another record now, in the other file.

    Attributes:
        kind: highlight or note.
        former: The id it had.
        highlight: Where it is seen now: the highlight itself, or the one that the note is on.
    """

    kind: str
    former: str
    id: str
    highlight: str
    private: bool


@dataclass(slots=True)
class _Chosen:
    """What is to be switched: highlights, and notes each with its highlight."""

    highlights: list[Highlight] = field(default_factory=list)
    notes: list[tuple[Highlight, Note]] = field(default_factory=list)

    @property
    def words(self) -> str:
        counts = (("highlight", len(self.highlights)), ("note", len(self.notes)))
        return " and ".join(f"a {what}" if count == 1 else f"{count} {what}s" for what, count in counts if count)


def make_private(library: Library, ids: Iterable[str]) -> list[Switched]:
    """Move one's own highlights, with all that one said of them, or notes from the library to its private part.

    A private copy is made, then what the library shows is deleted; ``EARLIER`` is what its person should know.
    What is private already stays as it is.

    Raises:
        UnknownNameError: One of the ids leads to nothing.
        NotDoneError: It is somebody else's, or somebody else said something of it; nothing was changed.
    """
    chosen = _chosen(library, ids, private=False)
    _refuse_others(library, chosen)
    if not chosen.words:
        return []
    with library.action(f"Make {chosen.words} private", private=True) as action:
        done = _copied(library, action, chosen, private=True)
        for one in chosen.highlights:
            _delete_notes(action, [note for note in one.notes if note.private])
    told = action.changes
    with library.action(f"Take {chosen.words} out of the library", after=action) as taking:
        _delete(taking, chosen)
    changes = taking.changes.after(told)
    library.last_changes = lambda: changes
    return done


def make_shared(library: Library, ids: Iterable[str], *, with_notes: bool = False) -> list[Switched]:
    """Record private highlights with their tags, or notes, anew in the library: for all to see, and for good.

    Notes on a private highlight stay private, beside the shared highlight, unless they are to go along.
    What is shared already stays as it is.

    Raises:
        UnknownNameError: One of the ids leads to nothing.
        NotDoneError: It is a note on a private highlight; nothing was changed.
    """
    chosen = _chosen(library, ids, private=True)
    if any(one.private for one, _ in chosen.notes):
        raise NotDoneError(
            "The note stands on a private highlight; nothing was changed.", hint="Share the highlight with its notes."
        )
    if not chosen.words:
        return []
    with library.action(f"Add {chosen.words}") as action:
        done = _copied(library, action, chosen, private=False, with_notes=with_notes)
    things, now = _things(library, chosen), {one.former: one.id for one in done}
    with library.action(f"Share {chosen.words}", private=True, after=action) as sharing:
        _delete(sharing, chosen)
        for one in chosen.highlights if not with_notes else ():
            for note in one.notes:
                _make_note(sharing, now[one.id], note.text, int(things[note.id].core["created"]))
    return done


def switch(library: Library, name: str, *, on: bool, note: bool = False) -> HighlightLine:
    """Make a highlight private, or record a private one in the library; or do so with one's own note on it.

    A note on a private highlight can go into the library only with its highlight.

    Raises:
        UnknownNameError: There is no such highlight.
        NotDoneError: It is so already, there is no such note, or it is not for this person to say.
    """
    id = highlight_named(library, name)
    private = library.holds_privately(id)
    chosen = [id]
    if note and not (private and not on):
        (one,) = highlights(library.shown, ids=[id])
        own = one_person(library.shown, library.person)
        chosen = [said.id for said in one.notes if said.person in own and said.private != on]
    elif private == on:
        chosen = []
    done = make_private(library, chosen) if on else make_shared(library, chosen, with_notes=note)
    if not done:
        said = "There is no note of yours to switch." if note else f"It is {'' if on else 'not '}private already."
        raise NotDoneError(f"{said} Nothing was changed.", code="nothing-to-switch")
    return highlight_lines(library, Filter(), ids=[done[0].highlight])[0]


def _chosen(library: Library, ids: Iterable[str], *, private: bool) -> _Chosen:
    """Return the things of these ids, but for those that are on the right side already."""
    chosen = _Chosen()
    for id in dict.fromkeys(ids):
        found = highlights(library.shown, ids=[id])
        noted = () if found else highlights(library.shown, ids=targets(library.shown, [id]).values())
        if not (found or noted):
            raise UnknownNameError(f"There is no highlight or note {id}.", hint="List them with `highlights`.")
        chosen.highlights += [one for one in found if one.private == private]
        chosen.notes += [(one, note) for one in noted for note in one.notes if (note.id, note.private) == (id, private)]
    return chosen


def _refuse_others(library: Library, chosen: _Chosen) -> None:
    own = one_person(library.shown, library.person)
    authors = [*(one.person for one in chosen.highlights), *(note.person for _, note in chosen.notes)]
    if not own.issuperset(authors):
        raise NotDoneError(
            "Only your own highlights and notes can be made private; nothing was changed.",
            hint="Write a private note on the highlight instead.",
            code="not-yours",
        )
    if others_spoke_of(library.engine, [one.id for one in chosen.highlights], own):
        raise NotDoneError(
            "Somebody else has tagged the highlight or written on it, which would go out of sight; nothing was "
            "changed.",
            hint="Make your own note on it private instead.",
            code="not-yours-alone",
        )


def _copied(
    library: Library, action: Action, chosen: _Chosen, *, private: bool, with_notes: bool = True
) -> list[Switched]:
    """Make everything anew as part of an action; what becomes private keeps its time."""
    things = _things(library, chosen)

    def time(id: str) -> int:
        return int(things[id].core["created"]) if private else action.at

    done: list[Switched] = []
    for one in chosen.highlights:
        id = _make_highlight(action, one, things[one.id], time(one.id))
        done.append(Switched("highlight", one.id, id, id, private))
        for note in one.notes if with_notes else ():
            _make_note(action, id, note.text, time(note.id))
    for one, note in chosen.notes:
        done.append(Switched("note", note.id, _make_note(action, one.id, note.text, time(note.id)), one.id, private))
    return done


def _things(library: Library, chosen: _Chosen) -> dict[str, Thing]:
    notes = [*(note for one in chosen.highlights for note in one.notes), *(note for _, note in chosen.notes)]
    ids = [*(one.id for one in chosen.highlights), *(note.id for note in notes)]
    return {id.hex(): thing for id, thing in load(library.shown, [bytes.fromhex(id) for id in ids]).items()}


def _make_highlight(action: Action, one: Highlight, thing: Thing, created: int) -> str:
    core = {"nonce": secrets.token_hex(8), "person": action.person, "created": created, "exact": thing.core["exact"]}
    id = action.make(HIGHLIGHT, core, {"anchor": anchor_value(one.anchor)})
    for register in ("colour", "edited_quote"):
        action.set(HIGHLIGHT, id, register, thing.value(register))
    for concept in one.concepts:
        action.make(TAGGING, {"highlight": id, "concept": concept, "person": action.person})
    return id


def _make_note(action: Action, target: str, text: str, created: int) -> str:
    core = {"nonce": secrets.token_hex(8), "target": target, "person": action.person, "created": created}
    return action.make(NOTE, core, {"text": text})


def _delete(action: Action, chosen: _Chosen) -> None:
    for one in chosen.highlights:
        action.delete(HIGHLIGHT, one.id)
    _delete_notes(action, [note for _, note in chosen.notes])


def _delete_notes(action: Action, notes: Iterable[Note]) -> None:
    for note in notes:
        action.delete(NOTE, note.id)
