"""Finding a highlight's place in the text: the reader opens there, and what is selected becomes the place."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from commonplace.library.reviewing import Review
from commonplace.library.settling import settle_at
from commonplace.library.viewing import OpenedSource
from desktop.desk import Desk
from desktop.merging.place_bar import PlaceBar
from desktop.reader.flow_view import FlowView
from desktop.reader.page_view import PageView

Reader: TypeAlias = PageView | FlowView


class Placing(QObject):
    """Looks for the place of one highlight at a time.

    Signals:
        ended: It has its place, or nobody looks for it any more.
    """

    ended = Signal()

    def __init__(self, desk: Desk, reader: Callable[[], Reader], room: QWidget) -> None:
        super().__init__(room)
        self._desk, self._reader = desk, reader
        self._review: Review | None = None
        self.bar = PlaceBar(room)
        self.bar.taken.connect(self._take)
        self.bar.left.connect(self._end)
        # The reader shows it first.
        desk.source_opened.connect(self._select, Qt.ConnectionType.QueuedConnection)

    def find(self, review: Review) -> None:
        """Open the text in which a highlight should stand, where it may stand; ask for the place."""
        self._review = review
        start = review.new.ranges[0][0] if review.new is not None and review.new.ranges else 0
        self._desk.open_source(review.due, start)

    @Slot(object)
    def _select(self, source: OpenedSource) -> None:
        review = self._review
        if review is None:
            return
        if source.id != review.due:
            # Somebody went to read something else.
            self._review = None
            self.bar.hide()
            return
        self.bar.ask(review.old.text)
        if review.new is not None and review.new.ranges:
            self._reader().select(review.new.ranges)

    @Slot()
    def _take(self) -> None:
        review, ranges = self._review, tuple(self._reader().ranges)
        if review is None or not ranges:
            self.bar.label.setText(self.tr("Nothing is selected: select the words that the highlight stands for."))
            return
        said = self.tr("Gave a highlight its place")
        self._desk.jobs.change(
            lambda library: settle_at(library, review.highlight, ranges), lambda _: self._desk.done.emit(said)
        )
        self._reader().select(())
        self._end()

    @Slot()
    def _end(self) -> None:
        self._review = None
        self.bar.hide()
        self.ended.emit()
