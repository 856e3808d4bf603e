"""The exchange folder at work in the window: what others wrote is offered, one's own is sent."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QMainWindow
from shiboken6 import isValid

from commonplace.library.session import Library
from core.errors import UserError
from desktop.desk import Desk
from desktop.exchange.notice import Notice
from desktop.exchange.settings_box import ExchangeBox
from desktop.exchange.watch import Watch
from desktop.exchange.words import waiting
from desktop.preferences.dialog import PreferencesDialog

# The use cases are imported where they are first needed: the window does not wait for them.
if TYPE_CHECKING:
    from commonplace.library.exchange_folder import ExchangeState, Sent
    from commonplace.library.noticing import ExchangeLine

_QUIET_MS = 3000


class Exchange(QObject):
    """Connects the folder with the window.

    Signals:
        merge_requested: A file of the folder is to be looked at and merged; carries its ``Path``.
        told: Something is to be said in the status line.
    """

    merge_requested = Signal(object)
    told = Signal(str)

    def __init__(self, desk: Desk, window: QMainWindow) -> None:
        super().__init__(window)
        self._desk, self._window = desk, window
        self.state: ExchangeState | None = None
        self._said: set[tuple[str, str, str]] = set()
        self.notice = Notice(window)
        self.notice.merge_requested.connect(self.merge_requested)
        self.notice.aside_requested.connect(self._set_aside)
        window.statusBar().insertPermanentWidget(0, self.notice)
        self.notice.hide()
        self.watch = Watch(desk.jobs, self)
        self.watch.seen.connect(self._take_lines)
        self.watch.gone.connect(self._tell_gone)
        self.watch.back.connect(lambda: self.told.emit(self.tr("The exchange folder is there again.")))
        desk.jobs.changed.connect(self.watch.look_soon)
        # What the window shows first comes first.
        self._begin = QTimer(self, singleShot=True, interval=_QUIET_MS)
        self._begin.timeout.connect(self.begin)
        desk.sources_changed.connect(self._begin_once)
        window.installEventFilter(self)

    @property
    def handlers(self) -> Mapping[str, Callable[[], None]]:
        """What does the commands that belong here, by their names."""
        return {"send-changes": self.send}

    @Slot()
    def begin(self) -> None:
        """Learn what is set, and watch the folder where one is."""
        self._desk.jobs.ask(_state, self._take_state)

    @Slot()
    def send(self) -> None:
        """Write one's own package into the folder."""
        from commonplace.library.exchange_folder import send

        self._desk.jobs.ask_at_length(send, self._tell_sent)

    @Slot(object)
    def fill(self, dialog: PreferencesDialog) -> None:
        """Put the folder among the preferences."""
        from commonplace.library.exchange_folder import exchange_state, leave_folder, set_folder, set_options

        box = ExchangeBox(dialog)
        dialog.add_part(box)

        def change(work: Callable[[Library], ExchangeState]) -> None:
            self._desk.jobs.ask(work, taken, failed)

        def taken(state: ExchangeState) -> None:
            # The dialog may be closed and gone before the answer is there.
            if isValid(box):
                dialog.tell_wrong("")
                box.set_state(state)
            self._take_state(state)

        def failed(error: UserError) -> None:
            if isValid(dialog):
                dialog.tell_wrong(error.message)
            else:
                self._desk.failed.emit(error)

        box.folder_chosen.connect(lambda folder: change(partial(set_folder, folder=folder)))
        box.folder_left.connect(lambda: change(leave_folder))
        box.documents_changed.connect(lambda on: change(partial(set_options, documents=on)))
        box.closing_changed.connect(lambda on: change(partial(set_options, at_closing=on)))
        change(exchange_state)

    @Slot()
    def _begin_once(self) -> None:
        if self.state is None and not self._begin.isActive():
            self._begin.start()

    def _take_state(self, state: ExchangeState) -> None:
        before, self.state = self.state, state
        if not state.folder:
            self.watch.stop()
            self.notice.set_lines(())
        elif before is None or before.folder != state.folder or not self.watch.is_on:
            self.watch.start()

    @Slot(object)
    def _take_lines(self, lines: list[ExchangeLine]) -> None:
        offers = [line for line in lines if line.is_offered]
        self.notice.set_lines(offers)
        for line in lines:
            if line.state == "incomplete" and self._is_new(line):
                self.told.emit(waiting(line))
        # The newest first, which the notice names: one sentence for all.
        if [line for line in offers if self._is_new(line)]:
            self.told.emit(self.notice.accessibleName())

    def _is_new(self, line: ExchangeLine) -> bool:
        """Say whether nothing was said yet of a file as it is."""
        what = (line.file, line.state, line.digest)
        known = what in self._said
        self._said.add(what)
        return not known

    @Slot(object)
    def _tell_gone(self, error: UserError) -> None:
        self.notice.set_lines(())
        self.told.emit(error.message)

    @Slot(str)
    def _set_aside(self, file: str) -> None:
        from commonplace.library.noticing import set_aside

        def work(library: Library) -> None:
            set_aside(library, file)

        self._desk.jobs.ask_at_length(work, lambda _: self.watch.look_soon())

    def _tell_sent(self, sent: Sent) -> None:
        folder = Path(sent.path).parent.name
        said = (
            self.tr("My changes are in {folder}.") if sent.written else self.tr("{folder} has all my changes already.")
        )
        self.told.emit(said.format(folder=folder))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Close:
            self._begin.stop()
            self.watch.stop()
            if self.state is not None and self.state.folder and self.state.at_closing:
                from commonplace.library.exchange_folder import send

                # The window waits for its threads; nobody has to look at it meanwhile.
                self._window.hide()
                self._desk.jobs.ask_at_length(send, lambda _: None, lambda _: None)
        return super().eventFilter(watched, event)


def _state(library: Library) -> ExchangeState:
    # Loaded where nobody waits for it.
    from commonplace.library.exchange_folder import exchange_state

    return exchange_state(library)
