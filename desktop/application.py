"""Starting the window: the application object, its looks, the library, and the main window."""

from __future__ import annotations

import gc
import logging
from functools import partial
from pathlib import Path

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from commonplace.library.session import Library, open_session
from desktop import fonts, languages
from desktop.desk import Desk
from desktop.jobs import Jobs
from desktop.preferences.applying import Appearance
from desktop.preferences.settings import read_settings
from desktop.window import MainWindow

_log = logging.getLogger("qt")
_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


def run(library: Path | None, person: str | None, source: str = "", page: str = "") -> int:
    """Show the window until it is closed; return the exit status.

    Raises:
        PlaceError: The library cannot be opened.
    """
    with open_session(library, person, writing=True) as opened:
        title = f"{opened.path.stem} – Commonplace"
    application = QApplication.instance() or QApplication(["commonplace"])
    assert isinstance(application, QApplication)
    application.setApplicationName("Commonplace")
    qInstallMessageHandler(_log_message)
    settings = read_settings()
    languages.install(application, settings.language)
    appearance = Appearance(application, settings)
    window = made_window(partial(open_session, library, person, writing=True), title)
    window.frame.settings_changed.connect(appearance.apply)
    beside: list[MainWindow] = []
    window.errands.beginning.sample_made.connect(partial(_open_beside, beside))
    window.show()
    window.desk.load()
    fonts.complete(window.desk.jobs)
    if source and page:
        window.desk.open_page(source, page)
    elif source:
        window.desk.open_source(source)
    # What is there by now stays: looking through all of it again and again would hold the window up.
    gc.freeze()
    gc.enable()
    return application.exec()


def made_window(open_library: partial[Library], title: str) -> MainWindow:
    return MainWindow(Desk(Jobs(open_library)), open_library, title)


def _open_beside(windows: list[MainWindow], library: Path, person: str) -> None:
    """Show another library in a window of its own; the list keeps it alive."""
    window = made_window(partial(open_session, library, person, writing=True), f"{library.stem} – Commonplace")
    windows.append(window)
    window.show()
    window.desk.load()


def _log_message(kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
    _log.log(_LEVELS.get(kind, logging.WARNING), message)
