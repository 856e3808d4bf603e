"""Merging in the window: the view among the pages of its centre, and the commands that lead to it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QEvent, QObject, Signal, Slot
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QWidget

from commonplace.library.standings import Standing
from desktop.desk import Desk
from desktop.frame.status import StatusBar
from desktop.merging.badges import Badges
from desktop.merging.replacing import Replacing
from desktop.merging.shares import Shares
from desktop.panels.concepts_panel import ConceptsPanel
from desktop.panels.highlights_panel import HighlightsPanel
from desktop.panels.source_panel import SourcePanel
from desktop.panels.sources_panel import SourcesPanel
from desktop.reader.flow_view import FlowView
from desktop.reader.page_view import PageView

# The view and what it needs are made when somebody wants to see it: the window is there sooner without.
if TYPE_CHECKING:
    from commonplace.library.conflicts import ConflictLine
    from commonplace.library.reviewing import Review
    from desktop.merging.deciding import Deciding
    from desktop.merging.merges import Merges
    from desktop.merging.placing import Placing
    from desktop.merging.view import MergeView

Reader: TypeAlias = PageView | FlowView


class Merging(QObject):
    """Keeps the merge view and what works on it.

    Signals:
        shown: The view is about to take the centre.
        highlight_wanted: One is to be shown in the reader, whose source is open; carries its id.
    """

    shown = Signal()
    highlight_wanted = Signal(str)

    def __init__(
        self, desk: Desk, window: QMainWindow, centre: QStackedWidget, reader: Callable[[], Reader], name: str
    ) -> None:
        """Work on the reader that is shown, which a function tells, in the library of a name."""
        super().__init__(window)
        self._desk, self._window, self._centre, self._reader = desk, window, centre, reader
        self._before: QWidget | None = None
        self._goal = ("", "")
        self._conflicts: tuple[Sequence[ConflictLine], str] = ((), "")
        self._waiting = 0
        self.view: MergeView | None = None
        self.merges: Merges
        self.deciding: Deciding
        self.placing: Placing
        self.badges = Badges(desk, self)
        self.badges.conflicts_changed.connect(self._take_conflicts)
        self.shares = Shares(desk, window, name)
        self.replacing = Replacing(desk, window)
        self.replacing.looked_over.connect(self.show_review)
        desk.standings_changed.connect(self._take_standings)
        desk.marks_changed.connect(self._reach_goal)
        window.installEventFilter(self)

    @property
    def handlers(self) -> Mapping[str, Callable[[], None]]:
        """What does the commands that belong here, by their names."""
        return {
            "merge": self.ask_for_file,
            "merge-view": self.show,
            "conflicts": self.show_conflicts,
            "same": self.show_same,
            "review": self.show_review,
            "share": self.shares.open,
            "replace": self.replacing.ask_for_file,
        }

    def badge(
        self,
        sources: SourcesPanel,
        concepts: ConceptsPanel,
        highlights: HighlightsPanel,
        source: SourcePanel,
        status: StatusBar,
    ) -> None:
        """Let these say where people contradict each other, and lead to it."""
        for panel in (sources, concepts, highlights, source):
            self.badges.counts_changed.connect(panel.set_conflicts)
            panel.conflict_wanted.connect(self.show_conflicts)
        self.badges.conflicts_changed.connect(lambda lines, _me: status.set_conflicts(len(lines)))
        status.conflicts_wanted.connect(self.show_conflicts)
        self.replacing.chosen = lambda: sources.current

    @Slot(object)
    def look_at(self, path: Path | Sequence[Path]) -> None:
        """Show what a file, or several, would bring."""
        self._made()
        self.merges.look_at([path] if isinstance(path, Path) else path)

    @Slot()
    def ask_for_file(self) -> None:
        """Let a file be chosen, and show what it would bring."""
        self._made()
        self.merges.ask_for_file()

    @Slot()
    def show(self) -> None:
        """Show the view in place of the reader."""
        view = self._made()
        self._show(view.currentWidget() or view.report)

    @Slot(str)
    def show_conflicts(self, id: str = "") -> None:
        """Show the conflicts; with an id, one of the thing that has it."""
        view = self._made()
        self._show(view.conflicts)
        if id:
            view.conflicts.choose_of(id)

    @Slot()
    def show_same(self) -> None:
        """Show what may be one."""
        self._show(self._made().same)

    @Slot()
    def show_review(self) -> None:
        """Show the highlights that wait."""
        self._show(self._made().review)

    def leave(self) -> None:
        """Show again what stood here before."""
        if self._before is not None and self._centre.currentWidget() is self.view:
            self._centre.setCurrentWidget(self._before)
            self._before.setFocus()

    def _made(self) -> MergeView:
        if self.view is not None:
            return self.view
        from desktop.merging.deciding import Deciding
        from desktop.merging.merges import Merges
        from desktop.merging.placing import Placing
        from desktop.merging.view import MergeView

        view = self.view = MergeView(self._centre)
        self._centre.addWidget(view)
        self.merges = Merges(self._desk, view.report, self._window)
        self.deciding = Deciding(self._desk, view)
        self.placing = Placing(self._desk, self._reader, self._centre)
        self.deciding.set_conflicts(*self._conflicts)
        self.deciding.set_waiting(self._waiting)
        self.merges.looked.connect(partial(self._show, view.report))
        self.merges.merged.connect(lambda _: self.deciding.count_sure())
        self.deciding.sure_counted.connect(view.report.offer_to_find)
        view.conflicts.heads.place_wanted.connect(self._go_to)
        view.review.find_requested.connect(self._find)
        self.placing.ended.connect(self.show_review)
        return view

    def _show(self, page: QWidget) -> None:
        view = self._made()
        self.shown.emit()
        if self._centre.currentWidget() is not view:
            self._before = self._centre.currentWidget()
        self._centre.setCurrentWidget(view)
        # What lies over the reader does not lie over this.
        view.raise_()
        view.show_page(page)
        self.deciding.refresh()

    @Slot(object)
    def _find(self, review: Review) -> None:
        self.leave()
        self.placing.find(review)

    @Slot(object)
    def _go_to(self, line: ConflictLine) -> None:
        """Open the source that a conflict stands in, at its highlight."""
        self.leave()
        self._goal = (line.source, line.highlight)
        already = self._desk.source is not None and self._desk.source.id == line.source
        self._desk.open_source(line.source)
        if already:
            self._reach_goal()

    @Slot()
    def _reach_goal(self) -> None:
        source, highlight = self._goal
        if highlight and self._desk.source is not None and self._desk.source.id == source:
            self._goal = ("", "")
            self.highlight_wanted.emit(highlight)

    @Slot(object, str)
    def _take_conflicts(self, lines: Sequence[ConflictLine], me: str) -> None:
        self._conflicts = (lines, me)
        if self.view is not None:
            self.deciding.set_conflicts(lines, me)

    @Slot(object)
    def _take_standings(self, standings: Mapping[str, Standing]) -> None:
        self._waiting = sum(one.waiting for one in standings.values())
        if self.view is not None:
            self.deciding.set_waiting(self._waiting)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Close:
            # The window waits for its threads, and nobody for a long merge.
            if self.view is not None:
                self.merges.cancel()
            self.shares.cancel()
        return super().eventFilter(watched, event)
