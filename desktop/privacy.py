"""The chosen highlight between the library and what is for oneself alone, and what is missing of the latter."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMainWindow, QToolButton

from commonplace.library.privacy import Switched, make_private, make_shared
from commonplace.library.session import Library
from core.records import Changes
from desktop.desk import Desk
from desktop.panels.highlights_panel import HighlightsPanel
from desktop.toast import Toast


class Privacy(QObject):
    """Makes the chosen highlight private, or shared, and tells what that means.

    Signals:
        told: Something is to be said in the status line.
    """

    told = Signal(str)

    def __init__(self, desk: Desk, highlights: HighlightsPanel, window: QMainWindow) -> None:
        super().__init__(window)
        self._desk, self._highlights = desk, highlights
        self._actions: Mapping[str, QAction] = {}
        self.notice = Toast(window)
        self.notice.acted.connect(self._desk.undo)
        desk.jobs.changed.connect(self._withdraw)
        self.missing = _made_button(window)
        self.missing.setText(self.tr("Private notes missing"))
        self.missing.clicked.connect(lambda: self.notice.say(self.missing.toolTip()))
        # What the window shows first comes first.
        desk.sources_changed.connect(self._ask_for_remark, Qt.ConnectionType.SingleShotConnection)
        for told in (desk.marks_changed, highlights.current_changed):
            told.connect(self._enable)

    @property
    def handlers(self) -> Mapping[str, Callable[[], None]]:
        """What does the commands that belong here, by their names."""
        return {
            "make-private": partial(self._switch, private=True),
            "make-shared": partial(self._switch, private=False),
        }

    def take_actions(self, actions: Mapping[str, QAction]) -> None:
        """Offer of the two commands the one that would change something."""
        self._actions = actions
        self._enable()

    def _switch(self, *, private: bool) -> None:
        id = self._highlights.current

        def work(library: Library) -> list[Switched]:
            return make_private(library, [id]) if private else make_shared(library, [id])

        if id:
            self._desk.jobs.change(work, partial(self._tell, private))

    def _tell(self, private: bool, done: list[Switched]) -> None:
        if not done:
            return
        # It is another record now, and stays the chosen one.
        self._desk.highlighted.emit(done[0].id)
        earlier = self.tr(
            "Earlier wordings stay in the library file and in what was shared of it: "
            "what was recorded there cannot be unsaid."
        )
        shared = self.tr("The highlight is in the library now, for all who get it. Private notes on it stay private.")
        self.notice.say(earlier if private else shared, self.tr("Undo"))
        self.told.emit(self.tr("The highlight is private now.") if private else self.tr("The highlight is shared now."))

    @Slot()
    def _ask_for_remark(self) -> None:
        self._desk.jobs.ask(lambda library: library.private_remark, self._take_remark)

    def _take_remark(self, remark: str) -> None:
        """Say it once, and again whenever it is asked for at the window's foot."""
        if remark:
            self.missing.setToolTip(remark)
            self.missing.setAccessibleDescription(remark)
            self.missing.show()
            self.notice.say(remark)

    @Slot(object)
    def _withdraw(self, changes: Changes) -> None:
        # What was done elsewhere is not what would be taken back.
        if changes.action:
            self.notice.withdraw()

    @Slot()
    def _enable(self) -> None:
        id = self._highlights.current
        private = next((mark.highlight.private for mark in self._desk.marks if mark.highlight.id == id), None)
        for name, wanted in (("make-private", False), ("make-shared", True)):
            if name in self._actions:
                self._actions[name].setEnabled(private is wanted)


def _made_button(window: QMainWindow) -> QToolButton:
    button = QToolButton(window)
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
    button.setAutoRaise(True)
    window.statusBar().insertPermanentWidget(0, button)
    button.hide()
    return button
