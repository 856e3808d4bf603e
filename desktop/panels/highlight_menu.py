"""What can be done with a highlight, offered where it was asked for."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

_NAMES = ("tag", "note", "private-note", "make-private", "make-shared", "copy-cited", "delete-highlight")


class HighlightMenu(QMenu):
    """Has the commands that work on the chosen highlight, and is gone when it is closed."""

    def __init__(self, actions: Mapping[str, QAction], parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.addActions([actions[name] for name in _NAMES])


def open_menu(actions: Mapping[str, QAction], parent: QWidget, place: QPoint) -> None:
    """Open it at a place of the screen."""
    HighlightMenu(actions, parent).popup(place)
