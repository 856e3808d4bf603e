"""The pages of a document as small pictures, asked for when they come into sight."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QSize, Qt, Signal, Slot
from PySide6.QtGui import QImage

from core.records import Page
from desktop.reader.page_server import Picture

AnyIndex = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_Role = Qt.ItemDataRole
_MOST_KEPT = 300


class ThumbnailModel(QAbstractListModel):
    """A row for each page: its label under its picture.

    Signals:
        wanted: Pictures are asked for, those asked for last first; carries them.
    """

    wanted = Signal(object)

    def __init__(self, width: int, parent: QObject | None = None) -> None:
        """Make pictures of so many pixels across."""
        super().__init__(parent)
        self._width = width
        self._pages: Sequence[Page] = ()
        self._labels: Sequence[str] = ()
        self._images: dict[int, QImage] = {}
        self._asked: dict[int, Picture] = {}

    def set_rows(self, pages: Sequence[Page], labels: Sequence[str]) -> None:
        """Show these pages; a page without a label has its number."""
        self.beginResetModel()
        self._pages, self._labels = pages, labels
        self._images.clear()
        self._asked.clear()
        self.endResetModel()

    @Slot(object, QImage)
    def take_picture(self, key: Picture, image: QImage) -> None:
        """Take a picture that was drawn; one that was not asked for here is left alone."""
        if self._asked.get(key.page) != key:
            return
        del self._asked[key.page]
        while len(self._images) >= _MOST_KEPT:
            del self._images[next(iter(self._images))]
        self._images[key.page] = image
        index = self.index(key.page)
        self.dataChanged.emit(index, index, [_Role.DecorationRole])

    def size_of(self, page: int) -> QSize:
        """Return the size of a page's picture."""
        sheet = self._pages[page]
        width, height = sheet.width or 595_000, sheet.height or 842_000
        if sheet.rotation % 180:
            width, height = height, width
        return QSize(self._width, max(1, min(round(self._width * height / width), self._width * 3)))

    def _ask(self, page: int) -> None:
        sheet = self._pages[page]
        across = (sheet.height if sheet.rotation % 180 else sheet.width) or 595_000
        self._asked[page] = Picture(page, self._width * 1000 / across, sheet.rotation)
        self.wanted.emit(list(reversed(self._asked.values())))

    # Qt's own

    def rowCount(self, parent: AnyIndex = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._pages)

    def data(self, index: AnyIndex, role: int = _Role.DisplayRole) -> Any:
        if not index.isValid():
            return None
        page = index.row()
        if role in (_Role.DisplayRole, _Role.AccessibleTextRole):
            return self._labels[page] if page < len(self._labels) and self._labels[page] else str(page + 1)
        if role == _Role.DecorationRole:
            if page not in self._images and page not in self._asked:
                self._ask(page)
            return self._images.get(page) or _blank(self.size_of(page))
        return None


def _blank(size: QSize) -> QImage:
    image = QImage(size, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    return image
