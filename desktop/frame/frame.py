"""What frames the reader, put together: panels, regions, palette, preferences, and what is kept of the window."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QByteArray, QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDialog, QDockWidget, QMainWindow, QMessageBox, QWidget

from commonplace.library.preferences import read_preferences, work_as, write_preferences
from commonplace.library.profile import current_person
from commonplace.library.session import Library
from core.errors import StorageError, UserError
from desktop import commands
from desktop.columns import arrangements
from desktop.desk import Desk
from desktop.frame import regions
from desktop.frame.announcer import Announcer
from desktop.frame.command_palette import CommandPalette
from desktop.frame.help_window import HelpWindow
from desktop.frame.key_list import KeyList
from desktop.preferences.dialog import PreferencesDialog
from desktop.preferences.settings import Settings, keep_settings, read_settings

_WINDOW = "window"


class Frame(QObject):
    """Owns what stands around the reader and connects it to the window.

    Signals:
        settings_changed: Carries the ``Settings`` that hold from now on.
        reading_wanted: The focus is to go back to the reader.
        preferences_opened: Carries their dialog, to which others may add parts.
    """

    settings_changed = Signal(object)
    reading_wanted = Signal()
    preferences_opened = Signal(object)

    def __init__(self, desk: Desk, window: QMainWindow, left: QDockWidget, right: QDockWidget) -> None:
        super().__init__(window)
        self._desk, self._window, self._left, self._right = desk, window, left, right
        self.settings = read_settings()
        self.palette = CommandPalette(window)
        self.palette.closed.connect(self.reading_wanted)
        self.announcer = Announcer(desk, window)
        self.dialog: QDialog | None = None
        self.help: HelpWindow | None = None
        self._actions: Mapping[str, QAction] = {}
        window.installEventFilter(self)

    @property
    def handlers(self) -> Mapping[str, Callable[[], None]]:
        """What does the commands that belong here, by their names."""
        return {
            "left-panel": partial(_toggle, self._left),
            "right-panel": partial(_toggle, self._right),
            "full-screen": self._toggle_full_screen,
            "next-region": partial(self._go, 1),
            "previous-region": partial(self._go, -1),
            "preferences": self.open_preferences,
            "palette": lambda: self.palette.open_with(list(self._actions.values())),
            "help": self._open_help,
            "keys": self._open_keys,
            "about": self._tell_about,
        }

    def take_actions(self, actions: Mapping[str, QAction]) -> None:
        """Know the commands: for the palette, for the list of keys, and to show which of them are on."""
        self._actions = actions
        for dock, name in ((self._left, "left-panel"), (self._right, "right-panel")):
            dock.visibilityChanged.connect(lambda _, dock=dock, name=name: actions[name].setChecked(dock.isVisible()))
        commands.use_letters(actions, on=self.settings.letters)

    @Slot(str, str)
    def name_undo(self, undo: str, redo: str) -> None:
        """Say in the menu what would be taken back, and what done again."""
        for name, label, plain in (("undo", undo, self.tr("&Undo")), ("redo", redo, self.tr("&Redo"))):
            action = self._actions[name]
            action.setEnabled(bool(label))
            action.setText(f"{plain}: {label}" if label else plain)

    @Slot(bool, bool)
    def enable_history(self, back: bool, forward: bool) -> None:
        """Say whether one can go back and forward."""
        self._actions["back"].setEnabled(back)
        self._actions["forward"].setEnabled(forward)

    # Regions

    def _go(self, step: int) -> None:
        there = (self._left.widget(), self._window.centralWidget(), self._right.widget())
        regions.go([region for region in there if region is not None], step)

    def escape(self) -> None:
        """Leave the innermost thing that nobody inside has left already; in the end the focus is in the reader."""
        self.palette.close_box()
        self.reading_wanted.emit()

    def _toggle_full_screen(self) -> None:
        self._window.setWindowState(self._window.windowState() ^ Qt.WindowState.WindowFullScreen)
        self._actions["full-screen"].setChecked(self._window.isFullScreen())

    # Preferences

    def open_preferences(self) -> None:
        try:
            person, wrong = current_person(), ""
        except StorageError as error:
            person, wrong = "", error.message
        dialog = PreferencesDialog(self.settings, person, self._window)
        dialog.tell_wrong(wrong)
        dialog.settings_changed.connect(self._take_settings)
        dialog.person_changed.connect(partial(self._take_person, dialog))
        self.preferences_opened.emit(dialog)
        self._open(dialog)

    @Slot(object)
    def _take_settings(self, settings: Settings) -> None:
        self.settings = settings
        commands.use_letters(self._actions, on=settings.letters)
        self.settings_changed.emit(settings)
        try:
            keep_settings(settings)
        except StorageError as error:
            self._desk.failed.emit(error)

    def _take_person(self, dialog: PreferencesDialog, name: str) -> None:
        def told(error: UserError) -> None:
            if self.dialog is dialog:
                dialog.tell_wrong(error.message)
            else:
                # It may be closed by then, as by Enter in the field.
                self._desk.failed.emit(error)

        jobs = self._desk.jobs

        def renamed(follow: Callable[[Library], None]) -> None:
            if self.dialog is dialog:
                dialog.tell_wrong("")
            # Each lane has the library open for itself; who is new is made by one of them only.
            jobs.change_at_length(follow)
            jobs.ask(follow, lambda _: None)
            jobs.ask_at_length(follow, lambda _: None)

        jobs.change(lambda library: work_as(library, name), renamed, told)

    def _open_help(self) -> None:
        """Show the guide; it stays beside what it tells of, and dialogs that come and go leave it there."""
        if self.help is None:
            self.help = HelpWindow(self._window)
            self.help.keys_wanted.connect(self._open_keys)
        self.help.show()
        self.help.raise_()
        self.help.activateWindow()

    def _open_keys(self) -> None:
        self._open(KeyList(self._actions.values(), self._window))

    def _open(self, dialog: QDialog) -> None:
        """Show a dialog that nobody has to answer; the one before it goes."""
        if self.dialog is not None:
            self.dialog.close()
        self.dialog = dialog
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.destroyed.connect(partial(self._forget, dialog))
        dialog.show()

    def _forget(self, dialog: QDialog) -> None:
        if self.dialog is dialog:
            self.dialog = None

    def _tell_about(self) -> None:
        box = QMessageBox(self._window)
        box.setWindowTitle(self.tr("About Commonplace"))
        from importlib.metadata import version  # slow to import, and wanted here alone

        box.setText(f"<b>Commonplace</b> {version('commonplace')}")
        said = self.tr("Marks passages, tags them with concepts, and exports the quotes with their citations; offline.")
        box.setInformativeText(f"{said}\n\nAGPL-3.0-or-later")
        self._open(box)

    # What is kept of the window

    def restore(self) -> None:
        """Put window and panels where they were last."""
        kept = read_preferences().get(_WINDOW)
        if isinstance(kept, dict):
            self._window.restoreGeometry(_bytes(kept.get("geometry")))
            self._window.restoreState(_bytes(kept.get("state")))
        for dock in self._window.findChildren(QDockWidget):
            if dock not in (self._left, self._right):
                # It belongs to a task, and that is over.
                dock.hide()
        self._side()

    def _side(self) -> None:
        """Put the panels where reading begins and where it ends; Qt mirrors what is in a window, but not its docks."""
        sides = [Qt.DockWidgetArea.LeftDockWidgetArea, Qt.DockWidgetArea.RightDockWidgetArea]
        if self._window.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            sides.reverse()
        for dock, side in zip((self._left, self._right), sides, strict=True):
            if self._window.dockWidgetArea(dock) != side:
                shown = not dock.isHidden()
                self._window.addDockWidget(side, dock)
                dock.setVisible(shown)

    def keep(self) -> None:
        """Keep where window and panels are; where that cannot be written, nothing else is lost."""
        window = self._window
        places = {"geometry": _text(window.saveGeometry()), "state": _text(window.saveState())}
        try:
            write_preferences({_WINDOW: places, **arrangements(window)})
        except StorageError as error:
            self._desk.failed.emit(error)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._side()
        return super().eventFilter(watched, event)


def _toggle(dock: QWidget) -> None:
    dock.setVisible(not dock.isVisible())


def _text(places: QByteArray) -> str:
    return places.toBase64().toStdString()


def _bytes(kept: object) -> QByteArray:
    return QByteArray.fromBase64(QByteArray(kept.encode())) if isinstance(kept, str) else QByteArray()
