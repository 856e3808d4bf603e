"""Tells a screen reader what was done, where the eye sees it happen."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

from commonplace.library.viewing import Marked
from core.errors import UserError
from desktop.desk import Desk
from desktop.telling import said_of


class Announcer(QObject):
    """Listens to the desk and has what came of it read out."""

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._newest = ""
        desk.highlighted.connect(self._await_mark)
        desk.marks_changed.connect(self._tell_mark)
        for told in (desk.done, desk.stepped):
            told.connect(self.say)
        desk.failed.connect(self._tell_failure)

    @Slot(str)
    def say(self, text: str) -> None:
        """Have a text read out."""
        if text:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._window, text))

    @Slot(str)
    def _await_mark(self, id: str) -> None:
        self._newest = id

    @Slot(object)
    def _tell_mark(self, marks: list[Marked]) -> None:
        made = next((mark for mark in marks if mark.highlight.id == self._newest), None)
        if made is not None:
            self._newest = ""
            said = self.tr("Highlighted"), ", ".join(made.line.concepts), made.line.locator
            self.say(", ".join(filter(None, said)))

    @Slot(object)
    def _tell_failure(self, error: UserError) -> None:
        self.say(said_of(error))
