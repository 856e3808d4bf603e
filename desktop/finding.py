"""Finding in the open document: what is typed, where it stands, and which place is shown."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from commonplace.library.finding import places_in
from core.records import Layer, Range
from desktop.desk import Desk
from desktop.panels.find_bar import FindBar


class Finding(QObject):
    """Looks for what the bar says, off the interface thread.

    Signals:
        hits_changed: Carries the ranges of all places, and the number of the one that is shown, or -1.
        left_at: Finding has ended at a place; carries its range.
    """

    hits_changed = Signal(object, int)
    left_at = Signal(object)

    def __init__(self, desk: Desk, bar: FindBar, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._bar = desk, bar
        self._hits: Sequence[Range] = ()
        self._at = -1
        self._from = 0
        self._wanted = ""
        bar.wanted_changed.connect(self.find)
        bar.step_wanted.connect(self.step)
        bar.closed.connect(self._end)
        desk.source_opened.connect(self._find_again)

    def start_from(self, position: int) -> None:
        """Show the first place from a position of the axis on."""
        self._from = position

    @Slot(str)
    def find(self, wanted: str) -> None:
        """Find words in the open document; none clears what was found."""
        self._wanted = wanted
        if not wanted or self._desk.source is None:
            self._take(wanted, ())
            return
        layer: Layer = self._desk.source.layer
        self._desk.jobs.ask_at_length(lambda _: places_in(layer, wanted), partial(self._take, wanted))

    @Slot(int)
    def step(self, step: int) -> None:
        """Show the next place or the one before, from the other end after the last."""
        if self._hits:
            self._at = (self._at + step) % len(self._hits)
            self._tell()

    @Slot()
    def _end(self) -> None:
        shown = self._hits[self._at] if self._hits else None
        self._take("", ())
        if shown is not None:
            self.left_at.emit(shown)

    def _find_again(self) -> None:
        self._from = 0
        if self._bar.isVisible():
            self.find(self._wanted)

    def _take(self, wanted: str, hits: Sequence[Range]) -> None:
        if wanted != self._wanted and wanted:
            return
        self._hits = hits
        self._at = bisect_left(hits, (self._from, 0)) % len(hits) if hits else -1
        self._tell()

    def _tell(self) -> None:
        self._bar.show_count(self._at, len(self._hits))
        self.hits_changed.emit(self._hits, self._at)
