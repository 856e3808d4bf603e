"""Pictures of pages that are kept: the newest up to so many bytes, and for each page the best stand-in."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterator

from PySide6.QtGui import QImage

from core.records import Box
from desktop.reader.geometry import PlacedPage
from desktop.reader.page_server import Picture

LIMIT = 128 << 20
_LARGEST = 6_000_000
_TILE = 1536


class PictureCache:
    """Keeps pictures up to a number of bytes; what was not looked at for longest goes first."""

    def __init__(self, limit: int = LIMIT) -> None:
        self._limit = limit
        self._held: OrderedDict[Picture, QImage] = OrderedDict()
        self._bytes = 0

    def add(self, key: Picture, image: QImage) -> None:
        self.drop(key)
        self._held[key] = image
        self._bytes += image.sizeInBytes()
        while self._bytes > self._limit and len(self._held) > 1:
            self.drop(next(iter(self._held)))

    def drop(self, key: Picture) -> None:
        if (image := self._held.pop(key, None)) is not None:
            self._bytes -= image.sizeInBytes()

    def get(self, key: Picture) -> QImage | None:
        image = self._held.get(key)
        if image is not None:
            self._held.move_to_end(key)
        return image

    def stand_in(self, page: int, turned: int) -> QImage | None:
        """Return the largest picture of the whole page, drawn at whatever scale."""
        whole = [key for key in self._held if key.page == page and key.turned == turned and key.clip is None]
        return self._held[max(whole, key=lambda key: key.scale)] if whole else None

    def clear(self) -> None:
        self._held.clear()
        self._bytes = 0


def parts(page: PlacedPage, ratio: float, top: float, bottom: float, left: float, right: float) -> Iterator[Picture]:
    """Yield the pictures that show what of a page lies in a stretch of the view.

    A page of a moderate size is one picture; a large one is cut into tiles, of which only those in sight are needed.

    Args:
        page: The page as it lies in the view.
        ratio: Device pixels for a logical pixel.
        top: The stretch's upper edge in the view.
        bottom: Its lower edge.
        left: Its left edge.
        right: Its right edge.
    """
    scale = page.scale * ratio
    width, height = round(page.width * ratio), round(page.height * ratio)
    if width * height <= _LARGEST:
        yield Picture(page.index, scale, page.turned)
        return
    first_row, last_row = _span(top - page.top, bottom - page.top, ratio, height)
    first_column, last_column = _span(left - page.left, right - page.left, ratio, width)
    for row in range(first_row, last_row):
        for column in range(first_column, last_column):
            x, y = column * _TILE, row * _TILE
            right, bottom = min(x + _TILE, width), min(y + _TILE, height)
            yield Picture(page.index, scale, page.turned, _on_page(page, ratio, (x, y, right, bottom)))


def _on_page(page: PlacedPage, ratio: float, tile: tuple[int, int, int, int]) -> Box:
    """Return a tile, in pixels of the page's picture, as a box on the page."""
    corners = [
        page.to_page(page.left + x / ratio, page.top + y / ratio) for x, y in ((tile[0], tile[1]), (tile[2], tile[3]))
    ]
    xs, ys = sorted(x for x, _ in corners), sorted(y for _, y in corners)
    return round(xs[0] * 1000), round(ys[0] * 1000), round(xs[1] * 1000), round(ys[1] * 1000)


def _span(low: float, high: float, ratio: float, size: int) -> tuple[int, int]:
    last = -(-size // _TILE)
    return max(int(low * ratio) // _TILE, 0), min(int(high * ratio) // _TILE + 1, last)
