"""A new version of a source from the window: chosen, told of beforehand, stored beside the old one."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from commonplace.library.sources import SourceLine
from core.errors import UserError
from desktop.desk import Desk
from desktop.merging.runs import CANCELLED, ReplaceRun
from desktop.models.source_groups import called

if TYPE_CHECKING:
    from commonplace.library.replacing import Replaced
    from desktop.merging.replace_dialog import ReplaceDialog


class Replacing(QObject):
    """Works on the source that is chosen in the list, else on the one that is open.

    Signals:
        looked_over: Highlights wait that somebody has to look at.
        told: Something is to be said in the status line.
    """

    looked_over = Signal()
    told = Signal(str)

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(window)
        self._desk, self._window = desk, window
        self.chosen: Callable[[], str] = str
        self.dialog: ReplaceDialog | None = None

    @Slot()
    def ask_for_file(self) -> None:
        """Let the new version be chosen."""
        line = self._line()
        if line is None:
            self.told.emit(self.tr("Choose the source that has a new version"))
            return
        asking = QFileDialog(self._window, self.tr("New version of {name}").format(name=called(line)))
        asking.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        asking.setFileMode(QFileDialog.FileMode.ExistingFile)
        asking.fileSelected.connect(lambda name: self.look_at(line, Path(name)))
        asking.open()

    def look_at(self, line: SourceLine, path: Path) -> None:
        """Tell what would become of the highlights; nothing is changed by it."""
        from desktop.merging.replace_dialog import ReplaceDialog

        if self.dialog is not None:
            self.dialog.close()
            self.dialog.deleteLater()
        dialog = self.dialog = ReplaceDialog(called(line), path.name, self._window)
        dialog.replace_requested.connect(partial(self._replace, line, path))
        dialog.show()

        def told(found: Replaced) -> None:
            if self.dialog is dialog:
                dialog.show_outcome(found)

        self._begin(dialog, ReplaceRun(line.id, path, dry=True, parent=dialog), told)

    def _replace(self, line: SourceLine, path: Path) -> None:
        assert self.dialog is not None
        self.dialog.show_busy()
        self._begin(self.dialog, ReplaceRun(line.id, path, dry=False, parent=self.dialog), self._take)

    def _begin(self, dialog: ReplaceDialog, run: ReplaceRun, then: Callable[[Replaced], None]) -> None:
        """Have something done that ends when its dialog is closed before it is."""

        def failed(error: UserError) -> None:
            if self.dialog is dialog and error.code != CANCELLED:
                dialog.show_problem(error)

        dialog.finished.connect(run.cancel)
        self._desk.jobs.change_at_length(run.work, then, failed)

    def _take(self, done: Replaced) -> None:
        if self.dialog is not None:
            self.dialog.close()
        placed, waiting = len(done.exact) + len(done.moved), len(done.uncertain) + len(done.lost)
        said = self.tr("Replaced: %n highlight(s) found again", "", placed)
        rest = self.tr("%n to look at", "", waiting)
        self._desk.done.emit(f"{said}, {rest}" if waiting else said)
        if waiting:
            self.looked_over.emit()
        else:
            self._desk.open_source(done.source)

    def _line(self) -> SourceLine | None:
        source = self._desk.source
        id = self.chosen() or (source.id if source is not None else "")
        return next((line for line in self._desk.sources if line.id == id), None)
