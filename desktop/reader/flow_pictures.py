"""The pictures of one open flowing document, fetched on a thread of their own, those in sight first."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QImage

from commonplace.library.carried import CarriedPictures
from core.errors import UserError
from desktop.reader.geometry import PIXELS_PER_POINT


class FlowPictures(QObject):
    """Draws what is wanted; nothing is started before that.

    A picture that cannot be drawn is not asked for again, and its words are shown in its place.

    Signals:
        drawn: A picture is there; carries its name and a ``QImage``.
    """

    drawn = Signal(str, QImage)

    def __init__(
        self,
        open_pictures: Callable[[], AbstractContextManager[CarriedPictures]],
        ratio: float,
        parent: QObject | None = None,
    ) -> None:
        """Work on one document; ``ratio`` is device pixels for a logical pixel."""
        super().__init__(parent)
        self._open, self._ratio = open_pictures, ratio
        self._changed = threading.Condition()
        self._wanted: list[str] = []
        self._asked: set[str] = set()
        self._ended = False
        self._pictures: CarriedPictures | None = None
        self._thread: threading.Thread | None = None

    @Slot(object)
    def want(self, names: Sequence[str]) -> None:
        """Ask for pictures, before those that were asked for earlier; none is drawn twice."""
        with self._changed:
            new = [name for name in dict.fromkeys(names) if name not in self._asked]
            if not new:
                return
            self._asked.update(new)
            self._wanted = new + self._wanted
            self._changed.notify()
        if self._thread is None:
            self._thread = threading.Thread(target=self._run, name="carried pictures", daemon=True)
            self._thread.start()

    def close(self) -> None:
        """End the thread and its workers."""
        with self._changed:
            self._ended = True
            self._changed.notify()
            if self._pictures is not None:
                self._pictures.cancel()
        if self._thread is not None:
            self._thread.join()

    def _run(self) -> None:
        try:
            with self._open() as pictures:
                self._pictures = pictures
                while (name := self._next()) is not None:
                    self._draw(pictures, name)
        except UserError:
            # Its words stand where a picture would: the text is read without them.
            return

    def _next(self) -> str | None:
        with self._changed:
            while not (self._wanted or self._ended):
                self._changed.wait()
            return None if self._ended else self._wanted.pop(0)

    def _draw(self, pictures: CarriedPictures, name: str) -> None:
        try:
            found = pictures.picture(name, PIXELS_PER_POINT * self._ratio)
        except UserError:
            return
        image = QImage(found.pixels, found.width, found.height, found.width * 3, QImage.Format.Format_RGB888)
        # A copy of its own, in the format that is painted fastest.
        image = image.convertToFormat(QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(self._ratio)
        if not self._ended:
            self.drawn.emit(name, image)
