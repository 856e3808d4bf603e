"""The marks of the open source on the page, which are drawn before the disk has them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeAlias

from PySide6.QtCore import QObject, Slot

from core.records import Range
from desktop.desk import Desk
from desktop.models.drawn_marks import drawn_marks, new_mark
from desktop.reader.flow_view import FlowView
from desktop.reader.page_view import PageView

Reader: TypeAlias = PageView | FlowView


class Drawn(QObject):
    """Gives the reader that is shown its marks whenever they are others."""

    def __init__(self, desk: Desk, reader: Callable[[], Reader], parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._reader = desk, reader
        for told in (desk.marks_changed, desk.concepts_changed, desk.failed):
            told.connect(self._draw)
        desk.highlighting.connect(self._draw_new)

    @Slot()
    def _draw(self) -> None:
        self._reader().set_marks(drawn_marks(self._desk.marks, self._desk.concepts))

    @Slot(object, object)
    def _draw_new(self, ranges: Sequence[Range], tags: Sequence[str]) -> None:
        """Draw what is marked at once; where that fails, the marks are drawn without."""
        desk = self._desk
        marks = drawn_marks(desk.marks, desk.concepts)
        self._reader().set_marks([*marks, new_mark(ranges, tags, desk.concepts)])
