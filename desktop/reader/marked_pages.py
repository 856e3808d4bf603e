"""Pages drawn with their marks, at the price of pages without any.

The marks of a page are drawn into its picture once.  Where they stand is found a few milliseconds at a time, on the
pages near by before they come into sight.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtGui import QImage, QPainter

from core.records import Page
from desktop.reader import page_painter
from desktop.reader.geometry import PlacedPage
from desktop.reader.marks import Mark
from desktop.reader.page_area import PageArea
from desktop.reader.page_marks import MarkOnPage, PageMarks
from desktop.reader.page_painter import DrawnMark
from desktop.reader.page_supply import PageSupply, Shown
from desktop.reader.pictures import PictureCache

_LIMIT = 40 << 20
_SLICE = 0.004


class MarkedPages(QObject):
    """Draws the pages of an area with pictures from a supply and marks of its own."""

    def __init__(self, area: PageArea, supply: PageSupply) -> None:
        super().__init__(area)
        self._area, self._supply = area, supply
        self._pages: Sequence[Page] = ()
        self._marks = PageMarks((), ())
        self._marked = PictureCache(_LIMIT)
        self._going_on = QTimer(self, singleShot=True, interval=0)
        self._going_on.timeout.connect(self._find)
        supply.measured.connect(self._going_on.start)

    def set_marks(self, marks: Sequence[Mark], pages: Sequence[Page]) -> None:
        """Draw these marks on a document's pages from now on."""
        self._marks = PageMarks(marks, pages, self._marks if pages is self._pages else None)
        self._pages = pages
        self._marked.clear()
        self._find()
        self._area.viewport().update()

    def get(self, id: str) -> Mark | None:
        return self._marks.get(id)

    def at(self, page: int, x: float, y: float) -> list[str]:
        """Return the ids of the marks at a point of a page (in points), the shortest first."""
        return self._marks.at(page, x, y, self._supply.places)

    def paint(self, painter: QPainter, page: PlacedPage, chosen: str) -> None:
        """Draw a page, its marks, and a frame around the one that is chosen."""
        paper, shown = self._area.paper(page), self._supply.pictures_of(page)
        marks = self._marks.on_page(page.index)
        if marks and self._marks.is_found(page.index) and all(one.key is not None for one in shown):
            page_painter.paint_paper(painter, paper, [(one.place, self._with_marks(one, page, marks)) for one in shown])
        else:
            page_painter.paint_paper(painter, paper, [(one.place, one.image) for one in shown])
            page_painter.paint_marks(painter, paper, self._drawn(page, marks))
        page_painter.paint_chosen(painter, paper, self._drawn(page, [one for one in marks if one.mark.id == chosen]))

    def _with_marks(self, shown: Shown, page: PlacedPage, marks: Sequence[MarkOnPage]) -> QImage:
        """Return a picture of a page with the marks in it; it is made when it is first drawn."""
        assert shown.key is not None
        kept = self._marked.get(shown.key)
        if kept is None:
            kept = shown.image.copy()
            painter = QPainter(kept)
            painter.setRenderHints(QPainter.RenderHint.Antialiasing)
            painter.setFont(self._area.font())
            ratio = self._area.devicePixelRatioF()
            painter.scale(ratio, ratio)
            painter.translate(-shown.place.topLeft())
            page_painter.paint_marks(painter, self._area.paper(page), self._drawn(page, marks))
            painter.end()
            self._marked.add(shown.key, kept)
        return kept

    def _drawn(self, page: PlacedPage, marks: Sequence[MarkOnPage]) -> list[DrawnMark]:
        return [DrawnMark(one.mark, self._area.rectangles(page, one.boxes)) for one in marks]

    @Slot()
    def _find(self) -> None:
        """Find the places of marks for a while, what is in sight first; the rest when events were looked at."""
        for page in (*self._area.seen(), *self._area.around()):
            if not self._marks.is_found(page.index):
                self._area.viewport().update()
                if not self._marks.find(page.index, self._supply.places, _SLICE):
                    self._going_on.start()
                    return
