"""The text of the files that an export would write."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePath

from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QStackedLayout, QTabWidget, QWidget

from commonplace.library.previewing import PreviewFile


class PreviewPane(QWidget):
    """Shows each file under its name, or in their place what keeps them from being written."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.files: tuple[PreviewFile, ...] = ()
        self.tabs = QTabWidget(self)
        self.tabs.setAccessibleName(self.tr("Preview"))
        self.message = QLabel(self)
        self.message.setWordWrap(True)
        self.message.setMargin(self.fontMetrics().height())
        self._layers = QStackedLayout(self)
        self._layers.addWidget(self.message)
        self._layers.addWidget(self.tabs)

    def show_files(self, files: Sequence[PreviewFile]) -> None:
        """Show these; a text that is the same stays where it was scrolled to."""
        names = [PurePath(file.path).name for file in files]
        if len(files) != self.tabs.count():
            self.tabs.clear()
            for name in names:
                self.tabs.addTab(self._page(), name)
        for number, file in enumerate(files):
            page = self.page(number)
            self.tabs.setTabText(number, names[number])
            page.setAccessibleName(self.tr("Text of {name}").format(name=names[number]))
            if number >= len(self.files) or self.files[number].text != file.text:
                page.setPlainText(file.text)
        self.files = tuple(files)
        self._layers.setCurrentWidget(self.tabs)

    def say(self, text: str) -> None:
        """Say something in place of the files."""
        self.files = ()
        self.tabs.clear()
        self.message.setText(text)
        self._layers.setCurrentWidget(self.message)

    def page(self, number: int) -> QPlainTextEdit:
        page = self.tabs.widget(number)
        assert isinstance(page, QPlainTextEdit)
        return page

    def _page(self) -> QPlainTextEdit:
        page = QPlainTextEdit(self)
        page.setReadOnly(True)
        page.setTabChangesFocus(True)
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        font.setPointSizeF(self.font().pointSizeF())
        page.setFont(font)
        return page
