"""Pictures that a flowing document carries, drawn where all strangers' files are read: in a worker.

The window decodes no picture of a document itself.  A picture's bytes are written to a file of their own, and that
file is looked at as a document of one page.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from commonplace.documents.reading import PagePicture
from commonplace.documents.workers.viewer import DocumentViewer
from commonplace.library.session import Library
from commonplace.library.viewing import page_viewer
from core.scratch import ScratchFolder

__all__ = ["CarriedPictures", "PagePicture", "carried_pictures"]


class CarriedPictures:
    """The pictures of one document."""

    def __init__(self, document: DocumentViewer, file: Path, viewer: DocumentViewer) -> None:
        """Take the document, a file to write to, and that file's viewer."""
        self._document, self._file, self._viewer = document, file, viewer

    def picture(self, name: str, scale: float) -> PagePicture:
        """Return a picture on white.

        Args:
            name: What its mark in the layer names.
            scale: Pixels of the screen for a point.

        Raises:
            NotDoneError: There is no such picture, or it cannot be drawn.
        """
        self._file.write_bytes(self._document.carried(name))
        return self._viewer.picture(0, scale)

    def cancel(self) -> None:
        """End what is being asked; any thread may call this."""
        self._document.cancel()
        self._viewer.cancel()


@contextmanager
def carried_pictures(open_library: Callable[[], Library], source: str) -> Iterator[CarriedPictures]:
    """Lend the pictures of a source's document."""
    with (
        ScratchFolder() as folder,
        page_viewer(open_library, source) as document,
        DocumentViewer(folder / "picture") as viewer,
    ):
        yield CarriedPictures(document, folder / "picture", viewer)
