"""What can be merged, told at the foot of the window: a button there that waits and takes no focus."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from desktop.exchange.words import named, offered

if TYPE_CHECKING:
    from commonplace.library.noticing import ExchangeLine


class Notice(QToolButton):
    """Is there while something can be merged; its menu has all of it.

    Signals:
        merge_requested: Carries the path of a file.
        aside_requested: A file is not to be offered again; carries its name.
    """

    merge_requested = Signal(object)
    aside_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: Sequence[ExchangeLine] = ()
        self.setObjectName("exchange-notice")
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.MenuButtonPopup)
        self.setAutoRaise(True)
        self.setMenu(QMenu(self))
        self.clicked.connect(self._merge_newest)
        self.hide()

    def set_lines(self, lines: Sequence[ExchangeLine]) -> None:
        """Offer these files, the newest first; nothing is said of none."""
        self._lines = lines
        if lines:
            self._say(lines)
        self.setVisible(bool(lines))

    def _say(self, lines: Sequence[ExchangeLine]) -> None:
        text = offered(lines[0], self.locale())
        if len(lines) > 1:
            text = self.tr("{first}, and %n more", "", len(lines) - 1).format(first=text)
        # Of a person's name no letter is an access key.
        self.setText(text.replace("&", "&&"))
        self.setAccessibleName(text)
        self.setToolTip(self.tr("Show what would come of merging it"))
        menu = self.menu()
        menu.clear()
        for line in lines:
            said = named(line, self.locale()).replace("&", "&&")
            merge = menu.addAction(self.tr("Merge {what}…").format(what=said))
            merge.triggered.connect(partial(self._merge, line))
        menu.addSeparator()
        for line in lines:
            said = named(line, self.locale()).replace("&", "&&")
            aside = menu.addAction(self.tr("Set {what} aside").format(what=said))
            aside.triggered.connect(partial(self._set_aside, line))

    @Slot()
    def _merge_newest(self) -> None:
        if self._lines:
            self._merge(self._lines[0])

    def _merge(self, line: ExchangeLine, _checked: bool = False) -> None:
        self.merge_requested.emit(Path(line.path))

    def _set_aside(self, line: ExchangeLine, _checked: bool = False) -> None:
        self.aside_requested.emit(line.file)
