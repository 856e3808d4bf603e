"""The words of an action as they are read out and searched: without access keys and dots."""

from __future__ import annotations

import re

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QKeySequence

from desktop.commands import COMMANDS, MENUS

_ACCESS_KEY = re.compile(r"\s*\(&.\)|&(.)")


def plain(text: str) -> str:
    """Return a menu text without its access key, which Japanese puts behind it in brackets."""
    return _ACCESS_KEY.sub(r"\1", text).rstrip("…").strip()


def category(name: str) -> str:
    """Return the menu of a command as it is shown; empty where it is none of the table's."""
    menu = next((command.menu for command in COMMANDS if command.name == name), "")
    return plain(QCoreApplication.translate("Commands", MENUS[menu])) if menu else ""


def titled(action: QAction) -> str:
    """Return ``Menu: Command``."""
    return ": ".join(filter(None, (category(action.objectName()), plain(action.text()))))


def keys_of(action: QAction) -> str:
    """Return an action's keys as they stand on this computer's keyboard."""
    native = QKeySequence.SequenceFormat.NativeText
    return "   ".join(key.toString(native) for key in action.shortcuts())
