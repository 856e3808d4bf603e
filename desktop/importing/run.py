"""One import or text recognition on a thread of its own, told to the interface thread as it goes."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from commonplace.library.importing import ImportStop, ReadOptions, files_meant, import_paths
from commonplace.library.session import Library
from core.errors import NotDoneError

if TYPE_CHECKING:
    from commonplace.library.recognising import Recognised


class ImportRun(QObject):
    """Imports paths; its signals come from the thread that does it.

    Signals:
        found: Carries the files that will be looked at, as text.
        paged: Carries a file, and how many of its pages of how many are read.
        settled: A file is done; carries its ``ImportLine``.
    """

    found = Signal(object)
    paged = Signal(str, int, int)
    settled = Signal(object)

    def __init__(self, paths: Sequence[Path], password: str = "", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._paths = list(paths)
        self._password = password
        self._stop = ImportStop()

    def cancel(self) -> None:
        """End it now; what is stored stays."""
        self._stop.stop()

    def work(self, library: Library) -> None:
        """Do it; to be run on the thread of long changes."""
        self.found.emit(files_meant(library, self._paths))
        if self._stop.asked:
            return
        options = ReadOptions(password=self._password)
        lines = import_paths(library, self._paths, options=options, pages=self.paged.emit, stop=self._stop)
        with closing(lines):
            for line in lines:
                self.settled.emit(line)


class RecognitionRun(QObject):
    """Recognises the text of one source; its signal comes from the thread that does it.

    Signals:
        paged: Carries the file, and how many of its pages of how many are done.
    """

    paged = Signal(str, int, int)

    def __init__(self, path: str, source: str, password: str = "", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path = path
        self._source = source
        self._password = password
        self._cancelled = False

    def cancel(self) -> None:
        """End it with the page in hand; nothing is kept of it."""
        self._cancelled = True

    def work(self, library: Library) -> Recognised:
        """Do it; to be run on the thread of long changes."""
        from commonplace.library.recognising import recognise  # few ever need it

        return recognise(library, self._source, password=self._password, progress=self._tell)

    def _tell(self, done: int, total: int) -> None:
        if self._cancelled:
            raise NotDoneError("Stopped; the document is as it was.", code="cancelled")
        self.paged.emit(self._path, done, total)
