"""What takes long on a thread of its own and can be called off: a merge, a package, a new version."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from commonplace.library.merging import MergeReport, merge
from commonplace.library.session import Library
from commonplace.library.sharing import ShareReport, ShareRequest, share
from core.errors import NotDoneError

if TYPE_CHECKING:
    from commonplace.library.importing import ImportStop
    from commonplace.library.replacing import Replaced

CANCELLED = "cancelled"


class _Run(QObject):
    """One piece of work that somebody may call off."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._cancelled = False

    def cancel(self) -> None:
        """End it as soon as it looks up; nothing is kept of it."""
        self._cancelled = True

    def _is_wanted(self) -> bool:
        return not self._cancelled

    def _stop_unless_wanted(self) -> None:
        if self._cancelled:
            raise _stopped()


class MergeRun(_Run):
    """Looks at a file, or merges it."""

    def __init__(self, path: Path, *, dry: bool, with_deletions: bool = False, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.path, self.dry = path, dry
        self._with_deletions = with_deletions

    def work(self, library: Library) -> MergeReport:
        """Do it; to be run on the thread of long changes."""
        self._stop_unless_wanted()
        try:
            return merge(
                library,
                self.path,
                dry_run=self.dry,
                with_deletions=self._with_deletions,
                alive=self._is_wanted,
            )
        except KeyboardInterrupt as error:
            # So the merge ends that nobody wants any more; on this thread nobody presses keys.
            raise _stopped() from error


class ReplaceRun(_Run):
    """Looks what would become of a source's highlights with a new version, or stores that."""

    def __init__(self, source: str, path: Path, *, dry: bool, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._source, self._path, self._dry = source, path, dry
        self._stop: ImportStop | None = None

    def cancel(self) -> None:
        """End it at once, and the process that reads the document."""
        super().cancel()
        if self._stop is not None:
            self._stop.stop()

    def work(self, library: Library) -> Replaced:
        """Do it; to be run on the thread of long changes."""
        from commonplace.library.importing import ImportStop
        from commonplace.library.replacing import replace_source

        self._stop = ImportStop()
        self._stop_unless_wanted()
        try:
            return replace_source(library, self._source, self._path, dry_run=self._dry, stop=self._stop)
        except KeyboardInterrupt as error:
            raise _stopped() from error


class ShareRun(_Run):
    """Writes a package; its signal comes from the thread that does it.

    Signals:
        advanced: Carries how much of how much is written, in thousandths.
    """

    advanced = Signal(int)

    def __init__(self, out: Path, request: ShareRequest, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._out, self._request = out, request
        self._told = -1

    def work(self, library: Library) -> ShareReport:
        """Do it; to be run on the thread of long questions."""
        self._stop_unless_wanted()
        return share(library, self._out, self._request, self._tell)

    def _tell(self, done: int, total: int) -> None:
        self._stop_unless_wanted()
        part = 1000 * done // total if total else 0
        if part != self._told:
            self._told = part
            self.advanced.emit(part)


def _stopped() -> NotDoneError:
    return NotDoneError("Stopped; nothing was changed.", code=CANCELLED)
