"""The user's guide in a window of its own: the very files of the guide, which come with the program."""

from __future__ import annotations

import re
from importlib.resources import files
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QModelIndex, Qt, QUrl, Signal, Slot
from PySide6.QtGui import QIcon, QImage, QTextBlock, QTextDocument
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QSplitter,
    QTextBrowser,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

PAGES = ("README.md", "colleagues.md")
_WIDEST = 72
"""Of a picture, in average characters."""
_PLACE = int(Qt.ItemDataRole.UserRole)
"""The role under which a chapter's file and anchor are had."""
_HEADING = re.compile(r"^#{1,2} (.+)$", re.MULTILINE)
_NOT_IN_A_SLUG = re.compile(r"[^\w\- ]")


def guide_folder() -> Path:
    """Return where the guide is: in a release beside the other resources, in a checkout where it is written."""
    resources = Path(str(files("resources")))
    shipped = resources / "docs" / "guide"
    return shipped if shipped.is_dir() else resources.parent / "docs" / "guide"


class HelpWindow(QDialog):
    """Shows the guide beside its chapters, which are named in the window's language.

    Signals:
        keys_wanted: The list of keys is to be shown.
    """

    keys_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Help"))
        self.chapters = QTreeWidget(self)
        self.chapters.setHeaderHidden(True)
        self.chapters.setAccessibleName(self.tr("Chapters"))
        self.chapters.setUniformRowHeights(True)
        self.page = _Page(self)
        self.page.setAccessibleName(self.tr("The guide"))
        self.page.anchorClicked.connect(self._follow)
        self.note = QLabel(self)
        self.note.setWordWrap(True)
        self.note.hide()
        # The rows are as high as the theme makes them, from the first on.
        self.chapters.ensurePolished()
        self._fill()
        self.chapters.currentItemChanged.connect(lambda item, _: self._show(*_place(item)))
        # The chapter that is chosen already is gone back to.
        self.chapters.clicked.connect(self._show_again)
        split = QSplitter(self)
        split.addWidget(self.chapters)
        split.addWidget(self.page)
        split.setStretchFactor(1, 1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        # The style's own picture is black, whatever the scheme.
        buttons.button(QDialogButtonBox.StandardButton.Close).setIcon(QIcon())
        self.keys = buttons.addButton(self.tr("&All keys"), QDialogButtonBox.ButtonRole.ActionRole)
        self.keys.setAutoDefault(False)
        self.keys.clicked.connect(self.keys_wanted)
        buttons.rejected.connect(self.close)
        column = QVBoxLayout(self)
        column.addWidget(split, 1)
        column.addWidget(self.note)
        column.addWidget(buttons)
        width, height = self.fontMetrics().averageCharWidth(), self.fontMetrics().height()
        self.resize(width * 134, height * 40)
        split.setSizes([width * 42, width * 92])
        self.chapters.setCurrentIndex(self.chapters.model().index(0, 0))

    def _fill(self) -> None:
        for name in PAGES:
            first, *others = headings(name)
            top = QTreeWidgetItem(self.chapters, [chapter_title(first)])
            items = [top, *(QTreeWidgetItem(top, [chapter_title(title)]) for title in others)]
            for item, title in zip(items, (first, *others), strict=True):
                item.setData(0, _PLACE, (name, slug(title)))
                item.setToolTip(0, item.text(0))
        self.chapters.expandAll()

    @Slot(QModelIndex)
    def _show_again(self, index: QModelIndex) -> None:
        self._show(*_place(self.chapters.itemFromIndex(index)))

    def _show(self, name: str, chapter: str) -> None:
        self.note.hide()
        self.page.go_to(QUrl.fromLocalFile(str(guide_folder() / name)), chapter)

    @Slot(QUrl)
    def _follow(self, link: QUrl) -> None:
        """Go where a link of the guide leads; what is no part of it is named only."""
        target = self.page.source().resolved(link)
        if target.isLocalFile() and Path(target.toLocalFile()).is_file():
            self.note.hide()
            self.page.go_to(QUrl.fromLocalFile(target.toLocalFile()), target.fragment())
        else:
            self.note.setText(self.tr("This is no part of the guide: %s") % link.toString())
            self.note.show()


class _Page(QTextBrowser):
    """Shows a file of the guide; its pictures are never wider than its words."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setOpenLinks(False)
        self.document().setDocumentMargin(self.fontMetrics().height())

    def go_to(self, file: QUrl, chapter: str) -> None:
        """Show a file at a chapter, or with none of that name at its beginning."""
        if self.source() != file:
            self.setSource(file, QTextDocument.ResourceType.MarkdownResource)
        block = next((one for one in _blocks(self.document()) if _is_head(one) and slug(one.text()) == chapter), None)
        if block is None or not block.previous().isValid():
            self.verticalScrollBar().setValue(0)
        else:
            self.verticalScrollBar().setValue(round(self.document().documentLayout().blockBoundingRect(block).top()))

    def loadResource(self, kind: int, name: QUrl | str) -> Any:
        target = self.source().resolved(QUrl(name))
        if kind == QTextDocument.ResourceType.ImageResource.value and target.isLocalFile():
            ratio = self.devicePixelRatioF()
            most = round(self.fontMetrics().averageCharWidth() * _WIDEST * ratio)
            picture = QImage(target.toLocalFile())
            if picture.width() > most:
                picture = picture.scaledToWidth(most, Qt.TransformationMode.SmoothTransformation)
            picture.setDevicePixelRatio(ratio)
            return picture
        return super().loadResource(kind, name)


def headings(name: str) -> list[str]:
    """Return the headings of a page of the guide: its title, then its chapters."""
    return _HEADING.findall((guide_folder() / name).read_text("utf-8"))


def slug(title: str) -> str:
    """Return the anchor by which a heading is linked to in Markdown."""
    return _NOT_IN_A_SLUG.sub("", title.lower()).replace(" ", "-")


def chapter_title(title: str) -> str:
    """Return a heading of the guide in the window's language."""
    translate = QCoreApplication.translate
    return {
        "The window, in ten minutes": translate("Guide", "The window, in ten minutes"),
        "Bring documents in": translate("Guide", "Bring documents in"),
        "Read": translate("Guide", "Read"),
        "Mark": translate("Guide", "Mark"),
        "Tag": translate("Guide", "Tag"),
        "Write notes": translate("Guide", "Write notes"),
        "Export": translate("Guide", "Export"),
        "Undo": translate("Guide", "Undo"),
        "Find your way among many": translate("Guide", "Find your way among many"),
        "Exchange with colleagues through a folder": translate("Guide", "Exchange with colleagues through a folder"),
        "Make it yours": translate("Guide", "Make it yours"),
        "Working with colleagues": translate("Guide", "Working with colleagues"),
        "Two people begin apart": translate("Guide", "Two people begin apart"),
        "A part, without the documents": translate("Guide", "A part, without the documents"),
        "All of it, from one to the other": translate("Guide", "All of it, from one to the other"),
        "When two say different things": translate("Guide", "When two say different things"),
    }.get(title, title)


def _place(item: QTreeWidgetItem) -> tuple[str, str]:
    name, chapter = item.data(0, _PLACE)
    return name, chapter


def _is_head(block: QTextBlock) -> bool:
    return block.blockFormat().headingLevel() > 0


def _blocks(document: QTextDocument) -> list[QTextBlock]:
    found, block = [], document.begin()
    while block.isValid():
        found.append(block)
        block = block.next()
    return found
