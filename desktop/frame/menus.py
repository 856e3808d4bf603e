"""The menu bar, made from the table of commands."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenuBar

from desktop.commands import COMMANDS, MENUS


def fill(bar: QMenuBar, actions: Mapping[str, QAction]) -> None:
    """Put the actions into their menus, in the order of the table; a menu without any is left out."""
    for title, text in MENUS.items():
        own = [command for command in COMMANDS if command.menu == title and command.name in actions]
        if not own:
            continue
        menu = bar.addMenu(QCoreApplication.translate("Commands", text))
        menu.setObjectName(title)
        for command in own:
            if command.separated and not menu.isEmpty():
                menu.addSeparator()
            menu.addAction(actions[command.name])
