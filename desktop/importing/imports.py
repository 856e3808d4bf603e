"""Importing from the window: files that are chosen or dropped, the panel, and what is under way."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QDockWidget, QFileDialog, QMainWindow

from commonplace.library.importing import ImportLine
from core.errors import UserError
from desktop.desk import Desk
from desktop.importing.panel import ImportPanel
from desktop.importing.rows import FINISHED, FileRow, row_of
from desktop.importing.run import ImportRun, RecognitionRun

_SHOWN_EVERY_MS = 50
_MERGED = frozenset({".commonplace-share", ".commonplace"})


class Imports(QObject):
    """Keeps the rows of the panel and the runs behind them.

    Signals:
        finished: Nothing is under way any more; carries how many files came in since the panel was opened.
        merge_requested: Packages or libraries were chosen or dropped; carries their paths.
    """

    finished = Signal(int)
    merge_requested = Signal(object)

    def __init__(self, desk: Desk, window: QMainWindow) -> None:
        super().__init__(window)
        self._desk = desk
        self._window = window
        self._runs: list[ImportRun | RecognitionRun] = []
        self._rows: dict[str, FileRow] = {}
        self._passwords: dict[str, str] = {}
        self.panel = ImportPanel(window)
        self.dock = QDockWidget(self.tr("Import"), window)
        self.dock.setObjectName("import")
        self.dock.setWidget(self.panel)
        window.addDockWidget(Qt.DockWidgetArea.BottomDockWidgetArea, self.dock)
        self.dock.hide()
        # Pages are told faster than anybody reads, and every row is looked at to show one.
        self._due = QTimer(self, singleShot=True, interval=_SHOWN_EVERY_MS)
        self._due.timeout.connect(self._show)
        self.panel.cancel_requested.connect(self.cancel)
        self.panel.retry_requested.connect(self._retry)
        self.panel.recognition_requested.connect(self._recognise)
        self.panel.source_chosen.connect(desk.open_source)
        self.panel.closed.connect(self._close)
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    @property
    def is_busy(self) -> bool:
        return bool(self._runs)

    def ask_for_files(self) -> None:
        """Let files be chosen, and import them."""
        self._ask(QFileDialog.FileMode.ExistingFiles)

    def ask_for_folder(self) -> None:
        """Let a folder be chosen, and import what is in it."""
        self._ask(QFileDialog.FileMode.Directory)

    def take(self, paths: Sequence[Path], password: str = "") -> None:
        """Import files and folders, after what is under way; what is to be merged is told instead."""
        if packages := [path for path in paths if path.suffix.lower() in _MERGED]:
            self.merge_requested.emit(packages)
        paths = [path for path in paths if path not in packages]
        if not paths:
            return
        run = ImportRun(paths, password, self)
        run.found.connect(self._queue)
        run.paged.connect(self._show_page)
        run.settled.connect(self._settle)
        for path in paths:
            self._passwords[str(path)] = password
        self._begin(run)
        self._desk.jobs.change_at_length(run.work, lambda _: self._end(run), lambda error: self._end(run, error))

    @Slot()
    def cancel(self) -> None:
        """End what is under way; what was finished stays."""
        for run in self._runs:
            run.cancel()

    def _ask(self, mode: QFileDialog.FileMode) -> None:
        asking = QFileDialog(self._window, self.tr("Import"))
        asking.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        asking.setFileMode(mode)
        asking.filesSelected.connect(lambda names: self.take([Path(name) for name in names]))
        asking.open()

    def _begin(self, run: ImportRun | RecognitionRun) -> None:
        self._runs.append(run)
        self.dock.show()

    def _end(self, run: ImportRun | RecognitionRun, error: UserError | None = None) -> None:
        self._runs.remove(run)
        run.deleteLater()
        if not self._runs:
            for row in self._rows.values():
                if row.state not in FINISHED:
                    reason = error.message if error is not None else ""
                    self._rows[row.path] = replace(
                        row, state="failed" if error else "cancelled", need="retry", reason=reason
                    )
            self._show()
            self.finished.emit(sum(row.state == "imported" for row in self._rows.values()))
        if error is not None:
            # What came in before it failed is in the library.
            self._desk.load()
            self._desk.failed.emit(error)

    @Slot(object)
    def _queue(self, paths: Sequence[str]) -> None:
        self._rows |= {path: FileRow(path) for path in paths}
        self._show()

    @Slot(str, int, int)
    def _show_page(self, path: str, page: int, of: int) -> None:
        row = self._rows.get(path)
        if row is not None:
            state = row.state if row.state == "recognising" else "reading"
            self._rows[path] = replace(row, state=state, page=page, of=of)
            self._show_soon()

    @Slot(object)
    def _settle(self, line: ImportLine) -> None:
        self._rows[line.path] = row_of(line)
        self._show_soon()

    def _show_soon(self) -> None:
        if not self._due.isActive():
            self._due.start()

    @Slot()
    def _show(self) -> None:
        self._due.stop()
        self.panel.set_rows(self._rows.values())

    @Slot(str, str)
    def _retry(self, path: str, password: str) -> None:
        self.take([Path(path)], password)

    @Slot(object)
    def _recognise(self, row: FileRow) -> None:
        run = RecognitionRun(row.path, row.source, self._passwords.get(row.path, ""), self)
        run.paged.connect(self._show_page)
        self._rows[row.path] = replace(row, state="recognising", need="", reason="")
        self._show()
        self._begin(run)

        def tell(error: UserError) -> None:
            said = "" if error.code == "cancelled" else error.message
            self._rows[row.path] = replace(row, reason=said or row.reason)
            self._end(run)

        def settle(_done: object) -> None:
            self._rows[row.path] = replace(row, need="", reason="")
            self._end(run)

        self._desk.jobs.change_at_length(run.work, settle, tell)

    @Slot()
    def _close(self) -> None:
        """Put the panel away; what is done is forgotten, what is under way goes on."""
        self._rows = {path: row for path, row in self._rows.items() if row.state not in FINISHED}
        self._show()
        self.dock.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Close:
            # The window waits for its threads, and nobody for a long import.
            self.cancel()
        if isinstance(event, QDragEnterEvent) and _files(event):
            event.acceptProposedAction()
            return True
        if isinstance(event, QDropEvent) and event.type() == QEvent.Type.Drop and (paths := _files(event)):
            event.acceptProposedAction()
            self.take(paths)
            return True
        return super().eventFilter(watched, event)


def _files(event: QDropEvent) -> list[Path]:
    return [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
