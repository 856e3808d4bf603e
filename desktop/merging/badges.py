"""Where people contradict each other: counted in the background, told to what shows it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from commonplace.library.session import Library
from desktop.desk import Desk

if TYPE_CHECKING:
    from commonplace.library.conflicts import ConflictLine

_REST_MS = 500


class Badges(QObject):
    """Looks at the conflicts when something has changed, once after several changes.

    Signals:
        counts_changed: Carries how many conflicts matter to each source, highlight, concept and reference, by its id.
        conflicts_changed: Carries the ``ConflictLine`` records, and the name of the person of this computer.
    """

    counts_changed = Signal(object)
    conflicts_changed = Signal(object, str)

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._due = QTimer(self, singleShot=True, interval=_REST_MS)
        self._due.timeout.connect(self._look)
        # The first time once the lists are there.
        desk.standings_changed.connect(lambda _: self._due.start())
        desk.jobs.changed.connect(lambda _: self._due.start())

    def _look(self) -> None:
        self._desk.jobs.ask_at_length(_conflicts, self._take)

    def _take(self, found: tuple[Mapping[str, int], Sequence[ConflictLine], str]) -> None:
        counts, lines, me = found
        self.counts_changed.emit(counts)
        self.conflicts_changed.emit(lines, me)


def _conflicts(library: Library) -> tuple[Mapping[str, int], Sequence[ConflictLine], str]:
    from commonplace.library.conflicts import conflicts_of, list_conflicts  # the window is there sooner without

    return conflicts_of(library), list_conflicts(library), library.person_name
