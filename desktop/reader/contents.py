"""What stands beside a document to find one's way in it: its outline and its pages in small."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QSize, Signal, Slot
from PySide6.QtWidgets import QListView, QTabWidget, QTreeView, QVBoxLayout, QWidget

from commonplace.library.viewing import OpenedSource
from core.records import Layer
from desktop.panels.hint import Hint
from desktop.reader.outline_model import Heading, OutlineModel
from desktop.reader.page_server import PageServer, Picture
from desktop.reader.thumbnail_model import ThumbnailModel

_ACROSS = 16


class Contents(QWidget):
    """The outline of what is shown, and its pages.

    Signals:
        position_wanted: A heading was chosen; carries its position of the axis.
        page_wanted: A page was chosen; carries its index.
    """

    position_wanted = Signal(int)
    page_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._layer: Layer | None = None
        self._server: PageServer | None = None
        self.outline = OutlineModel(self)
        self.outline_view = QTreeView(self)
        self.outline_view.setModel(self.outline)
        self.outline_view.setHeaderHidden(True)
        self.outline_view.setAccessibleName(self.tr("Outline"))
        self.outline_view.activated.connect(self._choose_heading)
        self.outline_view.clicked.connect(self._choose_heading)
        self.hint = Hint(self.outline_view)
        self._say_hint()
        across = self.fontMetrics().averageCharWidth() * _ACROSS
        self.thumbnails = ThumbnailModel(across, self)
        self.thumbnails.wanted.connect(self._ask)
        self.pages_view = QListView(self)
        self.pages_view.setModel(self.thumbnails)
        self.pages_view.setAccessibleName(self.tr("Pages in small"))
        self.pages_view.setViewMode(QListView.ViewMode.IconMode)
        self.pages_view.setMovement(QListView.Movement.Static)
        self.pages_view.setResizeMode(QListView.ResizeMode.Adjust)
        self.pages_view.setLayoutMode(QListView.LayoutMode.Batched)
        self.pages_view.setIconSize(QSize(across, across * 3))
        self.pages_view.setSpacing(self.fontMetrics().height() // 2)
        self.pages_view.activated.connect(self._choose_page)
        self.pages_view.clicked.connect(self._choose_page)
        self.tabs = QTabWidget(self)
        self.tabs.setDocumentMode(True)
        self.tabs.addTab(self.outline_view, self.tr("Outline"))
        self.tabs.addTab(self.pages_view, self.tr("Pages"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.tabs)

    def show_source(self, source: OpenedSource, server: PageServer | None) -> None:
        """Show the way through a document; its server, where it has pages, stays its owner's."""
        self.clear_source()
        self._layer, self._server = source.layer, server
        self._say_hint()
        self.thumbnails.set_rows(source.layer.pages, source.labels)
        self.tabs.setTabVisible(1, source.has_pages)
        if server is None:
            self.outline.set_rows(headings_of(source.layer))
            self.outline_view.expandToDepth(1)
        else:
            server.outlined.connect(self._take_outline)
            server.drawn.connect(self.thumbnails.take_picture)
            server.want_outline()

    def clear_source(self) -> None:
        """Show nothing."""
        if self._server is not None:
            self._server.outlined.disconnect(self._take_outline)
            self._server.drawn.disconnect(self.thumbnails.take_picture)
        self._layer, self._server = None, None
        self._say_hint()
        self.outline.set_rows(())
        self.thumbnails.set_rows((), ())

    def _say_hint(self) -> None:
        plain = self.tr("Open a source to see what is in it.")
        self.hint.say(self.tr("This document has no outline.") if self._layer else plain)

    @Slot(int)
    def set_page(self, index: int) -> None:
        """Show which page is read, and in which part it lies."""
        if self._layer is None or not 0 <= index < len(self._layer.pages):
            return
        self.pages_view.setCurrentIndex(self.thumbnails.index(index))
        self.set_position(max(self._layer.pages[index].end - 1, self._layer.pages[index].start))

    @Slot(int)
    def set_position(self, position: int) -> None:
        """Show in which part a position of the axis lies."""
        found = self.outline.set_position(position)
        if found.isValid():
            self.outline_view.scrollTo(found)

    @Slot(object)
    def _take_outline(self, entries: Sequence[tuple[int, str, int]]) -> None:
        # An answer may still be on its way when its document is gone.
        starts = [page.start for page in self._layer.pages] if self._layer else []
        self.outline.set_rows(
            [Heading(level, title, starts[page] if 0 <= page < len(starts) else -1) for level, title, page in entries]
        )
        self.outline_view.expandToDepth(0)

    @Slot(object)
    def _ask(self, pictures: Sequence[Picture]) -> None:
        if self._server is not None:
            self._server.want_later(pictures)

    @Slot(QModelIndex)
    def _choose_heading(self, index: QModelIndex) -> None:
        start = index.data(OutlineModel.START)
        if start >= 0:
            self.position_wanted.emit(start)

    @Slot(QModelIndex)
    def _choose_page(self, index: QModelIndex) -> None:
        self.page_wanted.emit(index.row())


def headings_of(layer: Layer) -> list[Heading]:
    """Return the headings of a flowing document."""
    return [
        Heading(max(block.level, 1), " ".join(layer.text[block.start : block.end].split()), block.start)
        for block in layer.blocks
        if block.kind == "heading" and layer.text[block.start : block.end].strip()
    ]
