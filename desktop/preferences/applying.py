"""Settings at work: the scheme, the size of the interface, the reader's type."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QFont, QGuiApplication
from PySide6.QtWidgets import QApplication

from desktop import theme
from desktop.preferences.settings import Settings
from desktop.theme import Scheme


class Appearance(QObject):
    """Gives the whole program its looks, and follows the system's scheme where that is wanted.

    Signals:
        scheme_changed: Carries the ``Scheme`` that is shown now.
    """

    scheme_changed = Signal(str)

    def __init__(self, application: QApplication, settings: Settings) -> None:
        super().__init__(application)
        self._application = application
        self._points = application.font().pointSizeF()
        self._settings = settings
        self._shown: tuple[Scheme, int] | None = None
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._follow)
        self.apply(settings)

    @property
    def scheme(self) -> Scheme:
        return theme.wanted_scheme(self._settings.theme)

    def apply(self, settings: Settings) -> None:
        """Show the program so from now on."""
        self._settings = settings
        wanted = self.scheme, settings.scale
        if wanted == self._shown:
            return
        self._shown = wanted
        font = QFont(self._application.font())
        font.setPointSizeF(self._points * settings.scale / 100)
        self._application.setFont(font)
        theme.apply(self.scheme, self._application)
        self.scheme_changed.emit(self.scheme)

    @Slot()
    def _follow(self) -> None:
        self.apply(self._settings)


def reader_font(settings: Settings) -> QFont:
    """Return the type in which flowing documents are set."""
    font = QFont(settings.reader_font) if settings.reader_font else QFont(QApplication.font())
    font.setPointSize(settings.reader_size)
    return font
