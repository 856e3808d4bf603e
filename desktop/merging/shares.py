"""Sharing from the window: keeps the dialog, writes packages, tells what was written."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from core.errors import UserError
from desktop.desk import Desk
from desktop.toast import Toast

if TYPE_CHECKING:
    from commonplace.library.sharing import ShareReport, ShareRequest
    from desktop.merging.runs import ShareRun
    from desktop.merging.share_dialog import ShareDialog

_MEGABYTE = 1_000_000


class Shares(QObject):
    """One dialog, made when it is first wanted."""

    def __init__(self, desk: Desk, window: QWidget, name: str) -> None:
        super().__init__(window)
        self._desk, self._window, self._name = desk, window, name
        self._run: ShareRun | None = None
        self._folder = Path()
        self.dialog: ShareDialog | None = None
        self.toast = Toast(window)
        self.toast.acted.connect(self._open_folder)

    def open(self) -> None:
        """Show the dialog."""
        from commonplace.library.people import people

        dialog = self.dialog = self.dialog or self._made()
        dialog.set_concepts(self._desk.concepts)
        dialog.set_sources(self._desk.sources)
        self._desk.jobs.ask(people, dialog.set_persons)
        dialog.show()
        dialog.raise_()
        dialog.activateWindow()

    def cancel(self) -> None:
        """End what is being written; nothing is kept of it."""
        if self._run is not None:
            self._run.cancel()

    def _made(self) -> ShareDialog:
        from desktop.merging.share_dialog import SUFFIX, ShareDialog

        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        folder = Path(documents) if documents and Path(documents).is_dir() else Path.home()
        dialog = ShareDialog(folder / f"{self._name}{SUFFIX}", self._window)
        dialog.share_wanted.connect(self._share)
        dialog.cancel_requested.connect(self.cancel)
        return dialog

    def _share(self, out: Path, request: ShareRequest) -> None:
        from desktop.merging.runs import ShareRun

        assert self.dialog is not None
        run = self._run = ShareRun(out, request, self)
        run.advanced.connect(self.dialog.show_progress)
        self._desk.jobs.ask_at_length(run.work, self._tell, self._fail)

    def _tell(self, report: ShareReport) -> None:
        self._end()
        self._folder = Path(report.path).parent
        if self.dialog is not None:
            self.dialog.set_busy(busy=False)
            self.dialog.close()
        said = self.tr("Package written: {name}, {size} MB")
        size = f"{report.bytes / _MEGABYTE:,.1f}"
        self.toast.say(said.format(name=Path(report.path).name, size=size), self.tr("Open folder"))

    def _fail(self, error: UserError) -> None:
        self._end()
        if self.dialog is not None:
            self.dialog.show_failure(error)

    def _end(self) -> None:
        if self._run is not None:
            self._run.deleteLater()
            self._run = None

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder)))
