"""What the window does with the library as a whole: bringing documents in, listing its quotes, exporting them."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMainWindow, QStackedWidget

from desktop.desk import Desk
from desktop.exchange.exchange import Exchange
from desktop.exporting.exports import Exports
from desktop.importing.beginning import Beginning
from desktop.importing.first_steps import FirstSteps
from desktop.importing.imports import Imports
from desktop.importing.welcome import Welcome
from desktop.quotes.quotes import Quotes


class Errands(QObject):
    """Owns the parts that do it and connects them to the window.

    Signals:
        told: Something came to its end; carries it in words.
    """

    told = Signal(str)

    def __init__(
        self, desk: Desk, window: QMainWindow, centre: QStackedWidget, empty: Welcome, strip: FirstSteps, name: str
    ) -> None:
        super().__init__(window)
        self._window = window
        self.exports = Exports(desk, window, name)
        self.imports = Imports(desk, window)
        self.beginning = Beginning(desk, empty, self.imports, strip)
        self.quotes = Quotes(desk, centre)
        self.exchange = Exchange(desk, window)
        self.exchange.told.connect(self.told)
        self.quotes.view.export_requested.connect(self.exports.open)
        self.quotes.copied.connect(self._tell_copies)
        self.imports.finished.connect(lambda _: self.told.emit(self.imports.panel.summary.text()))
        self.exports.exported.connect(self._tell_export)
        self.exports.exported.connect(lambda _: self.beginning.take_step("export"))

    @property
    def handlers(self) -> Mapping[str, Callable[[], None]]:
        """What does the commands that belong here, by their names."""
        return {
            "import": self.imports.ask_for_files,
            "export": self.exports.open,
            "quotes": self.quotes.show,
            "reader": self.quotes.leave,
            **self.exchange.handlers,
        }

    def watch(self, actions: Mapping[str, QAction]) -> None:
        """Keep commands disabled until there is something they can work on."""
        self.beginning.watch(actions)

    def _tell_export(self, report: object) -> None:
        self.told.emit(self.exports.toast.text)

    def _tell_copies(self, count: int) -> None:
        self.told.emit(self.tr("Quotes copied: {count}").format(count=count))
