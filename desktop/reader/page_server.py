"""The pages of one open document: drawn and measured by its worker, fetched on a thread of their own.

What is wanted is said anew whenever it changes, the most urgent first; what nobody wants any more is never drawn.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from commonplace.library.viewing import PageViewer
from core.errors import UserError
from core.records import Box


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of a page, or of a part of it.

    Attributes:
        scale: Pixels of the screen for a point of the page.
        turned: Degrees clockwise, the page's own rotation included.
        clip: The part of the page, as boxes are given; None for all of it.
    """

    page: int
    scale: float
    turned: int
    clip: Box | None = None


@dataclass(frozen=True, slots=True)
class Boxes:
    """The boxes of a page's characters; ``text`` is its stretch of the axis."""

    page: int
    text: str


@dataclass(frozen=True, slots=True)
class Links:
    """The links of a page."""

    page: int


Need = Picture | Boxes | Links


class PageServer(QObject):
    """Answers what a page view needs.

    Signals:
        drawn: A picture is there; carries its ``Picture`` and a ``QImage``.
        measured: The boxes of a page are there; carries its index and a list of ``Box``.
        linked: The links of a page are there; carries its index and pairs of a ``Box`` and a page's index or address.
        outlined: The outline is there; carries depth, title and page index of each entry.
        failed: The document cannot be shown, or not this page; carries the need (or None) and the ``UserError``.
    """

    drawn = Signal(object, QImage)
    measured = Signal(int, object)
    linked = Signal(int, object)
    outlined = Signal(object)
    failed = Signal(object, object)

    def __init__(
        self, open_viewer: Callable[[], AbstractContextManager[PageViewer]], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._open = open_viewer
        self._changed = threading.Condition()
        self._wanted: list[Need] = []
        self._wanted_later: list[Need] = []
        self._doing: Need | Literal["outline"] | None = None
        self._outline_wanted = False
        self._ended = False
        self._viewer: PageViewer | None = None
        self._thread = threading.Thread(target=self._run, name="pages", daemon=True)
        self._thread.start()

    def want(self, needs: Sequence[Need]) -> None:
        """Say what is wanted now, the most urgent first, in place of everything wanted before."""
        with self._changed:
            self._wanted = [need for need in needs if need != self._doing]
            self._changed.notify()

    def want_later(self, needs: Sequence[Need]) -> None:
        """Say what is wanted as soon as nothing else is, in place of everything wanted so before."""
        with self._changed:
            self._wanted_later = [need for need in needs if need != self._doing]
            self._changed.notify()

    def want_outline(self) -> None:
        """Say that the outline is wanted, once the pages that are wanted now are there."""
        with self._changed:
            self._outline_wanted = True
            self._changed.notify()

    def is_idle(self) -> bool:
        """Return whether nothing is being done and nothing is wanted."""
        with self._changed:
            return self._doing is None and not (self._wanted or self._wanted_later or self._outline_wanted)

    def close(self) -> None:
        """End the thread and the worker; what is being drawn is not waited for longer than the worker needs to die."""
        with self._changed:
            self._ended = True
            self._changed.notify()
            if self._viewer is not None:
                self._viewer.cancel()
        self._thread.join()

    def _run(self) -> None:
        try:
            with self._open() as viewer:
                self._viewer = viewer
                while (need := self._next()) is not None:
                    self._answer(viewer, need)
        except UserError as error:
            self._tell_failure(None, error)

    def _next(self) -> Need | Literal["outline"] | None:
        with self._changed:
            self._doing = None
            while not (self._wanted or self._outline_wanted or self._wanted_later or self._ended):
                self._changed.wait()
            if self._ended:
                return None
            if self._outline_wanted and not self._wanted:
                self._outline_wanted = False
                self._doing = "outline"
            else:
                self._doing = (self._wanted or self._wanted_later).pop(0)
            return self._doing

    def _answer(self, viewer: PageViewer, need: Need | Literal["outline"]) -> None:
        try:
            if need == "outline":
                self._tell(self.outlined, viewer.outline())
            elif isinstance(need, Links):
                self._tell(self.linked, need.page, viewer.links(need.page))
            elif isinstance(need, Boxes):
                (found,) = viewer.boxes([(need.page, need.text)])
                self._tell(self.measured, need.page, found)
            else:
                self._tell(self.drawn, need, _image(viewer, need))
        except UserError as error:
            # A document is read without its outline, and a page without its links.
            if isinstance(need, Links):
                self._tell(self.linked, need.page, [])
            elif need != "outline":
                self._tell_failure(need, error)

    def _tell_failure(self, need: Need | None, error: UserError) -> None:
        self._tell(self.failed, need, error)

    def _tell(self, signal: object, *values: object) -> None:
        if not self._ended:
            signal.emit(*values)  # type: ignore[attr-defined]


def _image(viewer: PageViewer, need: Picture) -> QImage:
    drawn = viewer.picture(need.page, need.scale, need.turned, need.clip)
    image = QImage(drawn.pixels, drawn.width, drawn.height, drawn.width * 3, QImage.Format.Format_RGB888)
    # A copy of its own, in the format that is painted fastest.
    return image.convertToFormat(QImage.Format.Format_RGB32)
