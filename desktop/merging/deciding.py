"""What waits to be decided: conflicts are settled, pairs accepted or told apart, highlights given their places."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from commonplace.library.conflicts import ConflictLine, Settled, resolve
from commonplace.library.copies import CopyLine, accept_copies, proposed_copies
from commonplace.library.duplicates import Proposal, duplicates
from commonplace.library.reviewing import Review, reviews
from commonplace.library.sameness import same
from commonplace.library.settling import Settled as AllSettled
from commonplace.library.settling import settle, settle_all
from commonplace.library.sides import in_full
from desktop.desk import Desk
from desktop.merging.cases import case_of
from desktop.merging.pairs import Pair, pairs_of
from desktop.merging.review_page import SURE
from desktop.merging.sides import in_window_words
from desktop.merging.view import MergeView
from desktop.merging.words import what_of


class Deciding(QObject):
    """Fetches what the pages list and does what they ask.

    Signals:
        sure_counted: So many highlights that wait have a place that is sure.
    """

    sure_counted = Signal(int)

    def __init__(self, desk: Desk, view: MergeView) -> None:
        super().__init__(view)
        self._desk, self._view = desk, view
        self._me = ""
        self._conflicts = 0
        self._waiting = 0
        self._pairs: list[Pair] = []
        self._proposals: Sequence[Proposal] = ()
        self._copies: Sequence[CopyLine] = ()
        self._stale = {"same", "review"}
        view.conflicts.case_wanted.connect(self._lay_out)
        view.conflicts.heads.keep_requested.connect(self._settle)
        view.same.said.connect(self._say)
        view.review.accept_requested.connect(self._accept)
        view.review.find_again_requested.connect(self.find_again)
        view.report.find_again_requested.connect(self.find_again)
        view.currentChanged.connect(self.refresh)
        desk.jobs.changed.connect(self._grow_stale)
        desk.sources_changed.connect(view.review.set_sources)
        view.review.set_sources(desk.sources)

    def set_conflicts(self, lines: Sequence[ConflictLine], me: str) -> None:
        """Show these conflicts to somebody, by name."""
        self._me, self._conflicts = me, len(lines)
        self._view.conflicts.set_rows(lines)
        self._count()

    def set_waiting(self, count: int) -> None:
        """Say how many highlights wait."""
        self._waiting = count
        self._count()

    @Slot()
    def refresh(self) -> None:
        """Fetch what the page in sight shows, where it may have changed."""
        view = self._view
        if not view.isVisible():
            return
        if view.currentWidget() is view.same and "same" in self._stale:
            self._stale.discard("same")
            if not self._pairs:
                view.same.show_busy()
            self._desk.jobs.ask_at_length(duplicates, self._take_proposals)
            self._desk.jobs.ask_at_length(proposed_copies, self._take_copies)
        elif view.currentWidget() is view.review and "review" in self._stale:
            self._stale.discard("review")
            self._desk.jobs.ask_at_length(reviews, self._take_reviews)

    def count_sure(self) -> None:
        """Tell how many highlights wait whose place is sure."""
        self._desk.jobs.ask_at_length(reviews, self._take_reviews)

    @Slot()
    def find_again(self) -> None:
        """Give all highlights that wait and whose place is sure their places; one step."""

        def tell(done: AllSettled) -> None:
            self._desk.done.emit(self.tr("%n highlight(s) found again", "", len(done.exact) + len(done.moved)))
            self.count_sure()

        self._desk.jobs.change_at_length(settle_all, tell)

    def _grow_stale(self) -> None:
        self._stale = {"same", "review"}
        self.refresh()

    def _count(self) -> None:
        self._view.count_waiting(self._conflicts, len(self._pairs), self._waiting)

    # Conflicts

    @Slot(object)
    def _lay_out(self, line: ConflictLine) -> None:
        me = self._me
        self._desk.jobs.ask(
            lambda library: case_of(in_window_words(in_full(library, line)), me),
            partial(self._view.conflicts.show_case, line),
        )

    @Slot(str, object)
    def _settle(self, id: str, numbers: Sequence[int]) -> None:
        def tell(done: Settled) -> None:
            lines = self._view.conflicts.model.records()
            what = next((what_of(line) for line in lines if line.id == id), done.what)
            self._view.conflicts.set_rows([line for line in lines if line.id != id])
            self._desk.done.emit(self.tr("Settled: {what}; %n conflict(s) left", "", done.left).format(what=what))

        self._desk.jobs.change(lambda library: resolve(library, id, numbers), tell)

    # What may be one

    def _take_proposals(self, found: Sequence[Proposal]) -> None:
        self._proposals = found
        self._show_pairs()

    def _take_copies(self, found: Sequence[CopyLine]) -> None:
        self._copies = found
        self._show_pairs()

    def _show_pairs(self) -> None:
        self._pairs = pairs_of(self._proposals, self._copies)
        self._view.same.set_pairs(self._pairs)
        self._count()

    @Slot(object, bool)
    def _say(self, pair: Pair, alike: bool) -> None:
        def tell(_: object) -> None:
            self._desk.done.emit(self.tr("Said to be the same") if alike else self.tr("Told from each other"))

        jobs = self._desk.jobs
        if pair.kind == "source" and alike:
            jobs.change_at_length(lambda library: accept_copies(library, pair.a, pair.b), tell)
        elif pair.kind == "source":
            jobs.change(lambda library: same(library, *pair.keys, off=True, kind="reference"), tell)
        else:
            jobs.change(lambda library: same(library, pair.a, pair.b, off=not alike, kind=pair.kind), tell)

    # Highlights that wait

    def _take_reviews(self, found: Sequence[Review]) -> None:
        self._view.review.set_reviews(found)
        self.set_waiting(len(found))
        self.sure_counted.emit(sum(one.placement in SURE for one in found))

    @Slot(object)
    def _accept(self, review: Review) -> None:
        said = self.tr("Gave a highlight its place")
        self._desk.jobs.change(lambda library: settle(library, review.highlight), lambda _: self._desk.done.emit(said))
