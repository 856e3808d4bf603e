"""Temporary folders that no ended program leaves behind: the next one that needs such a folder throws them away."""

from __future__ import annotations

import os
import re
import shutil
import tempfile
from contextlib import suppress
from pathlib import Path
from types import TracebackType

try:
    import fcntl
except ImportError:  # Windows
    fcntl = None  # type: ignore[assignment]

_BEGIN, _END = "commonplace-", ".tmp"
_NAME = re.compile(re.escape(_BEGIN) + r"[a-z0-9_]{8}" + re.escape(_END))


class ScratchFolder:
    """A new, empty folder that only this user may look into; it goes with ``close``, or with the ``with`` block.

    Attributes:
        path: Where it is.
    """

    def __init__(self, within: Path | None = None) -> None:
        """Make one in a folder; without, in the system's own for such.

        Raises:
            OSError: It cannot be made.
        """
        base = within or Path(tempfile.gettempdir())
        _throw_away_left(base)
        while True:
            self.path = Path(tempfile.mkdtemp(_END, _BEGIN, base))
            # Between its making and its holding another thread or program may take it for one that was left.
            with suppress(BlockingIOError):
                self._held = _hold(self.path)
                if self.path.exists():
                    return
                if self._held is not None:
                    os.close(self._held)

    def close(self) -> None:
        """Throw it away with all in it."""
        shutil.rmtree(self.path, ignore_errors=True)
        held, self._held = self._held, None
        if held is not None:
            os.close(held)

    def __enter__(self) -> Path:
        return self.path

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def _throw_away_left(base: Path) -> None:
    """Throw away the folders of this user that nobody holds any more."""
    with suppress(OSError), os.scandir(base) as found:
        for entry in found:
            if _NAME.fullmatch(entry.name) and entry.is_dir(follow_symlinks=False):
                _throw_away_unheld(Path(entry.path))


def _throw_away_unheld(folder: Path) -> None:
    with suppress(OSError):
        if folder.stat().st_uid == os.getuid() and (held := _hold(folder)) is not None:
            shutil.rmtree(folder, ignore_errors=True)
            os.close(held)


def _hold(folder: Path) -> int | None:
    """Hold a folder until the descriptor is closed, by the end of the program too; None where that cannot be done.

    Windows does not know this; there nothing is thrown away but by who made it.

    Raises:
        BlockingIOError: Somebody else holds it.
    """
    if fcntl is None:
        return None
    held = None
    try:
        held = os.open(folder, os.O_RDONLY)
        fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        if held is not None:
            os.close(held)
        if isinstance(error, BlockingIOError):
            raise
        return None
    return held
