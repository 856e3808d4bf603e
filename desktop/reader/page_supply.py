"""What a view of pages has of one document, and asks for: pictures, the places of characters, and what failed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, QRectF, QSizeF, Signal, Slot
from PySide6.QtGui import QImage

from core.errors import UserError
from core.records import Box, Layer
from desktop.reader.geometry import PlacedPage
from desktop.reader.link_keys import Link
from desktop.reader.page_area import PageArea
from desktop.reader.page_places import PagePlaces
from desktop.reader.page_server import Boxes, Links, Need, PageServer, Picture
from desktop.reader.pictures import PictureCache, parts

_EMPTY = Layer("", "", "")


@dataclass(frozen=True, slots=True)
class Shown:
    """A picture, and where it goes in the viewport; no key where it is a coarser stand-in."""

    key: Picture | None
    place: QRectF
    image: QImage


class PageSupply(QObject):
    """Asks a document's server for what an area of pages has in sight, and keeps what came.

    Signals:
        measured: A page's characters have places now; carries its index.
        linked: The links of a page are there; carries its index.
        lost: A page cannot be drawn or measured; carries its index.
        trouble: The document cannot be shown, or not a page that is in sight; carries the ``UserError``.
    """

    measured = Signal(int)
    linked = Signal(int)
    lost = Signal(int)
    trouble = Signal(object)

    def __init__(self, area: PageArea) -> None:
        super().__init__(area)
        self._area = area
        self._server: PageServer | None = None
        self._pictures = PictureCache()
        self.places = PagePlaces(_EMPTY)
        self.links: dict[int, list[tuple[Box, int | str]]] = {}
        self.broken: dict[int, str] = {}
        self._untold: dict[int, UserError] = {}
        self._sought: Sequence[Need] = ()
        area.sight_changed.connect(self.ask)

    def begin(self, layer: Layer, server: PageServer) -> None:
        """Serve a document; the server stays its owner's."""
        self.end()
        self.places, self._server = PagePlaces(layer), server
        server.drawn.connect(self._take_picture)
        server.measured.connect(self._take_boxes)
        server.linked.connect(self._take_links)
        server.failed.connect(self._take_failure)

    def end(self) -> None:
        """Forget the document."""
        if self._server is not None:
            self._server.drawn.disconnect(self._take_picture)
            self._server.measured.disconnect(self._take_boxes)
            self._server.linked.disconnect(self._take_links)
            self._server.failed.disconnect(self._take_failure)
        self._server, self.places = None, PagePlaces(_EMPTY)
        self._pictures.clear()
        self.links.clear()
        self.broken.clear()
        self._untold.clear()
        self._sought = ()

    def seek(self, needs: Sequence[Need]) -> None:
        """Ask for something else besides, as soon as what is in sight is there."""
        self._sought = needs
        self.ask()

    @Slot()
    def ask(self) -> None:
        """Ask for what is in sight, then for what is sought, then for what lies near."""
        if self._server is not None:
            seen, near = self._area.seen(), self._area.around()
            self._tell(seen)
            links = [Links(page.index) for page in seen if page.index not in self.links]
            self._server.want([*self.needs(seen), *links, *self._sought, *self.needs(near)])

    def needs(self, pages: Iterable[PlacedPage]) -> list[Need]:
        """Return what is not there yet: every picture before any places."""
        wanted = [page for page in pages if page.index not in self.broken]
        pictures: list[Need] = [key for page in wanted for key in self._parts(page) if self._pictures.get(key) is None]
        return pictures + [
            Boxes(page.index, self.places.text(page.index)) for page in wanted if not self.places.knows(page.index)
        ]

    def is_sharp(self, pages: Iterable[PlacedPage]) -> bool:
        """Return whether every picture of these pages is there as it is wanted."""
        return all(self._pictures.get(key) is not None for page in pages for key in self._parts(page))

    def pictures_of(self, page: PlacedPage) -> list[Shown]:
        """Return what is there of a page, a coarser stand-in first where it must."""
        keys, paper, ratio = self._parts(page), self._area.paper(page), self._area.devicePixelRatioF()
        there = [(key, image) for key in keys if (image := self._pictures.get(key)) is not None]
        stand_in = None if len(there) == len(keys) else self._pictures.stand_in(page.index, page.turned)
        drawn = [Shown(None, paper, stand_in)] if stand_in is not None else []
        for key, image in there:
            place = paper if key.clip is None else self._area.rectangles(page, [key.clip])[0]
            drawn.append(Shown(key, QRectF(place.topLeft(), QSizeF(image.size()) / ratio), image))
        return drawn

    def _parts(self, page: PlacedPage) -> list[Picture]:
        area = self._area
        left, top = area.horizontalScrollBar().value(), area.verticalScrollBar().value()
        right, bottom = left + area.viewport().width(), top + area.viewport().height()
        return list(parts(page, area.devicePixelRatioF(), top, bottom, left, right))

    @Slot(object, QImage)
    def _take_picture(self, key: Picture, image: QImage) -> None:
        self._pictures.add(key, image)
        self._area.viewport().update()

    @Slot(int, object)
    def _take_boxes(self, page: int, boxes: list[Box]) -> None:
        self.places.add(page, boxes)
        self.measured.emit(page)
        self._area.viewport().update()

    @Slot(int, object)
    def _take_links(self, page: int, links: list[tuple[Box, int | str]]) -> None:
        self.links[page] = links
        self.linked.emit(page)

    def link_at(self, page: int, x: float, y: float) -> int | str | None:
        """Return where a link at a point of a page (in points) leads: to a page's index or an address."""
        x, y = x * 1000, y * 1000
        for (left, top, right, bottom), target in self.links.get(page, ()):
            if left <= x <= right and top <= y <= bottom:
                return target
        return None

    def links_on(self, page: int) -> list[Link]:
        """Return the links of a page that stand on its text, as far as they are there."""
        found = [(self.places.within(page, box), target) for box, target in self.links.get(page, ())]
        return [(place, target) for place, target in found if place is not None]

    @Slot(object, object)
    def _take_failure(self, need: Need | None, error: UserError) -> None:
        if need is None:
            self.trouble.emit(error)
        else:
            self.broken[need.page] = error.message
            self._untold[need.page] = error
            self._tell(self._area.seen())
            self.lost.emit(need.page)
        self._area.viewport().update()

    def _tell(self, seen: Iterable[PlacedPage]) -> None:
        """Tell what failed of these pages; what was drawn ahead and failed is told when it is come to."""
        for page in seen:
            if (error := self._untold.pop(page.index, None)) is not None:
                self.trouble.emit(error)
