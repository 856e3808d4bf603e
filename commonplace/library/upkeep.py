"""Undo, history, checks and backups."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from commonplace.library.layering import follow_privately
from commonplace.library.session import Library, backup_folder, withdrawn_folder
from commonplace.library.under_way import is_under_way
from core.errors import NotDoneError, UnknownNameError
from core.records import Changes, Step
from db.backup import back_up as write_backup
from db.documents import extractors
from db.highlights import waiting_highlights
from db.history import history as read_history
from db.history import things_beginning
from db.private import Together
from db.step_labels import step_label
from db.undo import Step as Taken
from db.undo import UndoState
from db.undo import redo as take_forward
from db.undo import undo as take_back
from db.undo import undo_state as read_undo_state

_ID = re.compile(r"[0-9a-f]{6,32}\Z")


@dataclass(frozen=True, slots=True)
class UndoLine:
    """What was taken back or brought back; ``action`` is the id of the action that did it."""

    label: str
    action: str


@dataclass(frozen=True, slots=True)
class CheckReport:
    """What a check found: ``problems`` need a hand, ``remarks`` are worth knowing.

    Attributes:
        older: The ids of the sources whose text an older reader made.
        waiting: The ids of the highlights that stand in another text than their source shows.
    """

    problems: tuple[str, ...]
    remarks: tuple[str, ...]
    counts: dict[str, int]
    older: tuple[str, ...] = ()
    waiting: tuple[str, ...] = ()


def undo(library: Library) -> UndoLine:
    """Take back the newest thing this installation did.

    Raises:
        NotDoneError: There is nothing to undo, or it is still being done.
    """
    step = undo_state(library).undo
    if step is not None and is_under_way(step.action):
        raise NotDoneError(
            "This is still under way and cannot be undone yet.",
            hint="Wait for its end, or cancel it.",
            code="under-way",
        )
    named = _named(library, step)
    label, changes = take_back(library.shown, library.writer, withdrawn_folder(library.library_id))
    _come_along(library, changes)
    return UndoLine(named or label, changes.action)


def redo(library: Library) -> UndoLine:
    """Bring back what the last undo took away.

    Raises:
        NotDoneError: There is nothing to redo.
    """
    named = _named(library, undo_state(library).redo)
    label, changes = take_forward(library.shown, library.writer, withdrawn_folder(library.library_id))
    _come_along(library, changes)
    return UndoLine(named or label, changes.action)


def _come_along(library: Library, changes: Changes) -> None:
    """Tell of what a step changed, and let private highlights follow their sources into the text shown now."""
    follow_privately(library, changes.touched.get("source", ()))
    library.last_changes = lambda: changes


def undo_state(library: Library) -> UndoState:
    return read_undo_state(library.shown, library.writer.installation)


def undo_labels(library: Library) -> tuple[str, str]:
    """Return in words what undo would take back and what redo would do again; empty where there is nothing."""
    state = undo_state(library)
    return _named(library, state.undo), _named(library, state.redo)


def _named(library: Library, step: Taken | None) -> str:
    """Return what a step is called, with the names of what it was about; empty where there is none."""
    if step is None:
        return ""
    return step_label(library.shown, step.action, step.label)


def history(library: Library, thing: str | None = None) -> list[Step]:
    """Return what was done, newest first; of one thing, a deleted one too, where its id or the beginning is given.

    Raises:
        UnknownNameError: Nothing has this id.
    """
    if thing is None:
        return read_history(library.shown)
    beginning = thing.strip().lower()
    found = things_beginning(library.shown, beginning) if _ID.match(beginning) else []
    if len(found) != 1:
        raise UnknownNameError(
            f"{'Several things have' if found else 'Nothing has'} an id that begins with {thing}.",
            hint="Give the id of a highlight, a source, a concept or a note.",
        )
    return read_history(library.shown, found[0])


def check_library(library: Library, *, rebuild: bool = False) -> CheckReport:
    """Check the file, every record against its id, and the tables against the records; with ``rebuild`` remake them."""
    # Undo is wanted with every window, a check now and then.
    from commonplace.documents.extractors import is_older
    from db.check import check

    report = check(library.engine, remake=rebuild)
    remarks = []
    if report.unfinished:
        remarks.append(
            f"{report.unfinished} documents were not imported to the end; import them again, or run check --rebuild."
        )
    if report.counts["incomplete"]:
        remarks.append(f"{report.counts['incomplete']} records wait for others that have not come yet.")
    older = [id for id, name in extractors(library.engine).items() if is_older(name)]
    waiting = waiting_highlights(library.shown)
    if older:
        were = "1 source was" if len(older) == 1 else f"{len(older)} sources were"
        remarks.append(f"{were} read by an older reader; `reread --all` reads anew what is older.")
    if waiting:
        wait = "1 highlight waits" if len(waiting) == 1 else f"{len(waiting)} highlights wait"
        remarks.append(f"{wait} in another text than the source shows; see `highlights --waiting`.")
    problems = (*report.problems, *_private_problems(library, remarks, rebuild=rebuild))
    return CheckReport(problems, tuple(remarks), report.counts, tuple(older), tuple(waiting))


def _private_problems(library: Library, remarks: list[str], *, rebuild: bool) -> list[str]:
    """Check the private part, too; what is in it is counted in the remarks, and no colleague's library has it."""
    if library.private_remark:
        remarks.append(library.private_remark)
    shown = library.shown
    if not isinstance(shown, Together):
        return []
    from db.check import check

    report = check(shown.private, remake=rebuild)
    remarks.append(f"Private highlights: {report.counts['highlight']}; private notes: {report.counts['note']}.")
    return [f"In the private part: {problem}" for problem in report.problems]


def back_up(library: Library) -> Path:
    """Write a verified copy of the library into the backup folder and return its path.

    What is private goes into a file of its own beside it, of the same name.

    Raises:
        NotDoneError: Nobody has made a library yet.
    """
    if not library.path.exists():
        raise NotDoneError("There is no library yet, so there is nothing to back up.", hint="Make one with `new`.")
    private = library.part(private=True)
    return write_backup(library.engine, backup_folder(library.library_id), "by hand", private)
