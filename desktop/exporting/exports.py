"""Exporting from the window: keeps the dialog, asks the library, tells what was written."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from core.errors import UserError
from desktop.desk import Desk
from desktop.toast import Toast

# The writers of a dozen formats are imported when something is exported: the window is there sooner without.
if TYPE_CHECKING:
    from commonplace.library.exporting import ExportReport
    from commonplace.library.previewing import ExportPreview
    from desktop.exporting.dialog import ExportDialog
    from desktop.exporting.request import ExportRequest


class Exports(QObject):
    """One dialog, made when it is first wanted.

    Signals:
        exported: Files were written; carries the ``ExportReport``.
    """

    exported = Signal(object)

    def __init__(self, desk: Desk, window: QWidget, name: str) -> None:
        super().__init__(window)
        self._desk = desk
        self._window = window
        self._name = name
        self._asked = 0
        self._folder = Path()
        self.dialog: ExportDialog | None = None
        self.toast = Toast(window)
        self.toast.acted.connect(self._open_folder)

    def open(self, concepts: Collection[str] = (), sources: Collection[str] = ()) -> None:
        """Show the dialog with these concepts and sources ticked; none for all."""
        dialog = self.dialog = self.dialog or self._made()
        dialog.set_concepts(self._desk.concepts)
        dialog.set_sources(self._desk.sources)
        dialog.choose(concepts, sources)
        dialog.show()
        dialog.raise_()
        dialog.activateWindow()

    def _made(self) -> ExportDialog:
        from commonplace.library.previewing import export_formats
        from desktop.exporting.dialog import ExportDialog

        formats = export_formats()
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        folder = Path(documents) if documents and Path(documents).is_dir() else Path.home()
        dialog = ExportDialog(formats, folder / f"{self._name}{next(iter(formats.values()))}", self._window)
        dialog.preview_wanted.connect(self._preview)
        dialog.export_wanted.connect(self._export)
        self._desk.concepts_changed.connect(dialog.set_concepts)
        self._desk.sources_changed.connect(dialog.set_sources)
        self._desk.jobs.changed.connect(lambda _: dialog.renew() if dialog.isVisible() else None)
        return dialog

    def _preview(self, request: ExportRequest) -> None:
        """Ask for the text; an answer that another question has overtaken is left."""
        from commonplace.library.previewing import preview_export

        self._asked += 1
        number = self._asked

        def show(preview: ExportPreview) -> None:
            if self.dialog is not None and number == self._asked:
                self.dialog.show_preview(preview)

        def tell(error: UserError) -> None:
            if self.dialog is not None and number == self._asked:
                self.dialog.show_problem(error)

        self._desk.jobs.ask_at_length(
            lambda library: preview_export(library, request.filter, format=request.format, out=request.out), show, tell
        )

    def _export(self, request: ExportRequest, force: bool) -> None:
        from commonplace.library.exporting import export_notes

        assert self.dialog is not None
        self._desk.jobs.ask_at_length(
            lambda library: export_notes(library, request.filter, format=request.format, out=request.out, force=force),
            self._tell,
            self.dialog.show_failure,
        )

    def _tell(self, report: ExportReport) -> None:
        names = ", ".join(Path(file).name for file in report.files)
        self._folder = Path(report.files[0]).parent
        if self.dialog is not None:
            self.dialog.close()
            self.dialog.export.setEnabled(True)
        said = self.tr("Quotes written: {count}, to {names}")
        self.toast.say(said.format(count=f"{report.quotes:,}", names=names), self.tr("Open folder"))
        self.exported.emit(report)

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder)))
