"""How what is read is laid out: zoom, turning, and pages one below the other, two by two or one at a time."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TypeAlias

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QAction, QActionGroup

from commonplace.library.places import Look, look_of, remember_look
from commonplace.library.viewing import OpenedSource
from desktop.desk import Desk
from desktop.reader.flow_view import FlowView
from desktop.reader.geometry import Arrangement
from desktop.reader.page_view import PageView

Reader: TypeAlias = PageView | FlowView

ARRANGEMENTS: tuple[Arrangement, ...] = ("continuous", "single", "facing")
_OF_PAGES = ("fit-width", "fit-page", "turn-right", "turn-left", *ARRANGEMENTS)


class Looks(QObject):
    """Brings the commands on layout to the reader that is shown, and remembers how each source's pages lay.

    Signals:
        zoom_changed: Carries the zoom of the reader that is shown.
    """

    zoom_changed = Signal(float)

    def __init__(
        self, desk: Desk, pages: PageView, flow: FlowView, reader: Callable[[], Reader], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._desk, self._pages, self._reader = desk, pages, reader
        self._actions: Mapping[str, QAction] = {}
        self._source = ""
        pages.turned_changed.connect(self._remember)
        pages.zoom_changed.connect(self._tell_zoom)
        flow.zoom_changed.connect(self._tell_zoom)

    @property
    def handlers(self) -> Mapping[str, Callable[[], None]]:
        """What does the commands that belong here, by their names."""
        return {
            "zoom-in": lambda: self._reader().zoom_in(),
            "zoom-out": lambda: self._reader().zoom_out(),
            "zoom-reset": lambda: self._reader().set_zoom(1.0),
            "fit-width": partial(self._pages.set_fit, "width"),
            "fit-page": partial(self._pages.set_fit, "page"),
            "turn-right": partial(self._pages.turn, 90),
            "turn-left": partial(self._pages.turn, 270),
            **{name: partial(self._arrange, name) for name in ARRANGEMENTS},
        }

    def take_actions(self, actions: Mapping[str, QAction]) -> None:
        """Know the commands: one arrangement is on at a time, and flowing text has no pages to turn."""
        self._actions = actions
        group = QActionGroup(self)
        for name in ARRANGEMENTS:
            group.addAction(actions[name])
        self._show_arrangement()

    def show_source(self, source: OpenedSource) -> None:
        """Lay the pages of what was opened out as they lay last."""
        self._source = ""
        for name in _OF_PAGES:
            self._actions[name].setEnabled(source.has_pages)
        self._tell_zoom()
        if source.has_pages:
            self._desk.jobs.ask(lambda _: look_of(source.id), partial(self._take, source.id))

    @Slot(float)
    def set_zoom(self, zoom: float) -> None:
        """Zoom what is shown."""
        self._reader().set_zoom(zoom)

    @Slot()
    def _tell_zoom(self) -> None:
        self.zoom_changed.emit(self._reader().zoom)

    def _take(self, source: str, look: Look) -> None:
        if self._desk.source is None or self._desk.source.id != source:
            return
        arrangement = next(name for name in ARRANGEMENTS if name == look.arrangement)
        if arrangement != self._pages.arrangement:
            self._pages.set_arrangement(arrangement)
            self._show_arrangement()
        self._pages.turn(look.turned)
        self._source = source

    def _arrange(self, arrangement: Arrangement) -> None:
        self._pages.set_arrangement(arrangement)
        self._show_arrangement()
        self._remember()

    def _show_arrangement(self) -> None:
        self._actions[self._pages.arrangement].setChecked(True)

    @Slot()
    def _remember(self) -> None:
        if source := self._source:
            look = Look(self._pages.turned, self._pages.arrangement)
            self._desk.jobs.ask(lambda _: remember_look(source, look), lambda _: None)
