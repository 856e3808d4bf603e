"""What the window does with the library as a whole: bringing documents in, listing its quotes, exporting them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeAlias

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
from desktop.merging.merging import Merging
from desktop.quotes.quotes import Quotes
from desktop.reader.flow_view import FlowView
from desktop.reader.page_view import PageView

Reader: TypeAlias = PageView | FlowView


class Errands(QObject):
    """Owns the parts that do it and connects them to the window.

    Signals:
        told: Something came to its end; carries it in words.
    """

    told = Signal(str)

    def __init__(
        self,
        desk: Desk,
        window: QMainWindow,
        centre: QStackedWidget,
        reader: Callable[[], Reader],
        empty: Welcome,
        strip: FirstSteps,
        name: str,
    ) -> None:
        super().__init__(window)
        self._window = window
        self.exports = Exports(desk, window, name)
        self.imports = Imports(desk, window)
        self.beginning = Beginning(desk, empty, self.imports, strip)
        self.quotes = Quotes(desk, centre)
        self.merging = Merging(desk, window, centre, reader, name)
        # Of the views that take the reader's place, one has what stood there before.
        self.merging.shown.connect(self.quotes.leave)
        self.imports.merge_requested.connect(self.merging.look_at)
        self.merging.replacing.told.connect(self.told)
        self.exchange = Exchange(desk, window)
        self.exchange.merge_requested.connect(self.merging.look_at)
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
            "quotes": self._show_quotes,
            "reader": self._leave,
            **self.merging.handlers,
            **self.exchange.handlers,
        }

    def watch(self, actions: Mapping[str, QAction]) -> None:
        """Keep commands disabled until there is something they can work on."""
        self.beginning.watch(actions)

    def _show_quotes(self) -> None:
        self.merging.leave()
        self.quotes.show()

    def _leave(self) -> None:
        self.merging.leave()
        self.quotes.leave()

    def _tell_export(self, report: object) -> None:
        self.told.emit(self.exports.toast.text)

    def _tell_copies(self, count: int) -> None:
        self.told.emit(self.tr("Quotes copied: {count}").format(count=count))
