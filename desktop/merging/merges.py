"""Files of colleagues on their way in: looked at, told of, merged or left, one after the other."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from commonplace.library.merging import MergeReport
from core.errors import UserError
from desktop.desk import Desk
from desktop.merging.report_page import ReportPage
from desktop.merging.runs import CANCELLED, MergeRun
from desktop.merging.words import headline


class Merges(QObject):
    """Keeps the report's page at what is done.

    Signals:
        looked: There is something to be seen on the page.
        merged: A file was merged; carries the ``MergeReport``.
    """

    looked = Signal()
    merged = Signal(object)

    def __init__(self, desk: Desk, page: ReportPage, window: QWidget) -> None:
        super().__init__(page)
        self._desk, self._page, self._window = desk, page, window
        self._run: MergeRun | None = None
        self._waiting: list[Path] = []
        self._told: MergeReport | None = None
        page.file_wanted.connect(self.ask_for_file)
        page.merge_requested.connect(self.merge)
        page.dismissed.connect(self._dismiss)
        page.cancel_requested.connect(self.cancel)

    @Slot()
    def ask_for_file(self) -> None:
        """Let a package or a library be chosen, and look at it."""
        asking = QFileDialog(self._window, self.tr("Merge"))
        asking.setFileMode(QFileDialog.FileMode.ExistingFiles)
        packages = self.tr("Packages and libraries")
        asking.setNameFilters([f"{packages} (*.commonplace-share *.commonplace)", self.tr("All files (*)")])
        asking.filesSelected.connect(lambda names: self.look_at([Path(name) for name in names]))
        asking.finished.connect(asking.deleteLater)
        asking.open()

    def look_at(self, paths: Sequence[Path]) -> None:
        """Tell what each of these would bring, one after the other; nothing is changed by it."""
        self._waiting += paths
        if self._run is None:
            self._next()
        self.looked.emit()

    @Slot(bool)
    def merge(self, with_deletions: bool) -> None:
        """Merge the file that was told of."""
        if self._told is not None and self._run is None:
            self._begin(MergeRun(Path(self._told.path), dry=False, with_deletions=with_deletions, parent=self))

    @Slot()
    def cancel(self) -> None:
        """End what is under way; nothing is kept of it."""
        self._waiting.clear()
        if self._run is not None:
            self._run.cancel()

    def _next(self) -> None:
        self._told = None
        if self._waiting:
            self._begin(MergeRun(self._waiting.pop(0), dry=True, parent=self))
        else:
            self._page.show_nothing()

    @Slot()
    def _dismiss(self) -> None:
        if self._run is None:
            self._next()

    def _begin(self, run: MergeRun) -> None:
        self._run = run
        self._page.show_busy(run.path, merging=not run.dry)
        self._desk.jobs.change_at_length(run.work, self._take, self._fail)

    def _take(self, report: MergeReport) -> None:
        self._end()
        if report.dry_run:
            self._told = report
            self._page.show_report(report)
        else:
            self._page.show_done(report)
            self._desk.done.emit(self.tr("Merged: {what}").format(what=headline(report)))
            self.merged.emit(report)
            self._go_on()
        self.looked.emit()

    def _fail(self, error: UserError) -> None:
        assert self._run is not None
        path = self._run.path
        self._end()
        if error.code == CANCELLED:
            self._next()
        else:
            self._page.show_problem(path, error)
            self._desk.failed.emit(error)
            self._go_on()
        self.looked.emit()

    def _go_on(self) -> None:
        """Look at the next file, where several came; what became of this one is told by the window, too."""
        self._told = None
        if self._waiting:
            self._next()

    def _end(self) -> None:
        if self._run is not None:
            self._run.deleteLater()
            self._run = None
