"""Going about in what is read, and what the reader's own gestures mean: back and forward, areas, bounds, overlaps."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TypeAlias

from PySide6.QtCore import QObject, Signal, Slot

from commonplace.library.bounds import change_ranges, highlight_area
from commonplace.library.places import place_in, remember_place
from commonplace.library.viewing import UNSAFE, OpenedSource
from core.errors import UserError
from core.records import Box, Range
from desktop.desk import Desk
from desktop.reader.flow_view import FlowView
from desktop.reader.history import History, Place
from desktop.reader.link_keys import Link, chosen_link
from desktop.reader.overlaps import next_overlapping
from desktop.reader.page_view import PageView

Reader: TypeAlias = PageView | FlowView


class Reading(QObject):
    """Keeps where one was, in this session and after it, and brings the reader's gestures to the desk.

    Signals:
        history_changed: Carries whether one can go back, and whether forward.
        address_met: A link to the web or a mailbox was clicked; carries the address.
        unsafe_met: The document that is shown is not safe to draw; carries its source's id.
        told: Something is to be said in a few words; carries them.
        mark_wanted: Another of several overlapping marks is to be chosen; carries its id.
    """

    history_changed = Signal(bool, bool)
    told = Signal(str)
    mark_wanted = Signal(str)
    address_met = Signal(str)
    unsafe_met = Signal(str)

    def __init__(
        self,
        desk: Desk,
        pages: PageView,
        flow: FlowView,
        reader: Callable[[], Reader],
        current: Callable[[], str],
        parent: QObject,
    ) -> None:
        """Work on the reader that is shown and the highlight that is chosen, which two functions tell."""
        super().__init__(parent)
        self._desk, self._pages, self._flow, self._reader, self._current = desk, pages, flow, reader, current
        self._source = ""
        self._steps = False
        self._shows_cursor = False
        self._history = History()
        for view in (pages, flow):
            view.link_activated.connect(self._follow)
            view.link_sought.connect(self._choose_link)
            view.range_change_requested.connect(self._change_ranges)
        pages.area_selected.connect(self._highlight_area)
        pages.trouble.connect(self._take_trouble)

    @property
    def handlers(self) -> Mapping[str, Callable[[], None]]:
        """What does the commands that belong here, by their names."""
        return {
            "back": self.back,
            "forward": self.forward,
            "cycle": self.cycle,
            "next-link": lambda: self._reader().seek_link(1),
            "previous-link": lambda: self._reader().seek_link(-1),
            "area": self.draw_area,
            "text-cursor": self.toggle_cursor,
        }

    # Places

    def shows(self, source: OpenedSource) -> bool:
        """Return whether a source is the one that is shown already."""
        return source.id == self._source

    def leave(self) -> None:
        """Remember the place that is about to be jumped away from."""
        if here := self._here():
            self._history.leave(here)
            self._tell()

    def show_source(self, source: OpenedSource, start: int) -> None:
        """Go to a position of what was just opened; at its beginning, to where it was left off another time.

        Where something was shown before, one can go back there.
        """
        self._source = source.id
        self._reader().go_to(start)
        if not start:
            self._desk.jobs.ask(lambda _: place_in(source.id), partial(self._resume, source.id))

    def close_source(self) -> None:
        """Keep where reading is left off; the reader shows it still."""
        if here := self._here():
            # Going back and forward moves in the history and adds nothing to it.
            if not self._steps:
                self._history.leave(here)
                self._tell()
            self._desk.jobs.ask(lambda _: remember_place(here.source, here.position), lambda _: None)
        self._source, self._steps = "", False

    def back(self) -> None:
        if here := self._here():
            self._go(self._history.back(here))

    def forward(self) -> None:
        if here := self._here():
            self._go(self._history.forward(here))

    def go_to(self, position: int) -> None:
        """Jump to a position of what is shown."""
        self.leave()
        self._reader().go_to(position)

    def go_to_page(self, index: int) -> None:
        """Jump to a page."""
        self.leave()
        self._pages.go_to_page(index)

    def _here(self) -> Place | None:
        return Place(self._source, self._reader().position) if self._source else None

    def _go(self, place: Place | None) -> None:
        if place is not None and place.source == self._source:
            self._reader().go_to(place.position)
        elif place is not None:
            self._steps = True
            self._desk.open_source(place.source, place.position)
        self._tell()

    def _resume(self, source: str, position: int) -> None:
        if position and source == self._source:
            self._reader().go_to(position)

    def _tell(self) -> None:
        self.history_changed.emit(self._history.can_go_back, self._history.can_go_forward)

    @Slot(object)
    def _take_trouble(self, error: UserError) -> None:
        if error.code == UNSAFE and self._source:
            self.unsafe_met.emit(self._source)

    # Gestures

    @Slot(object)
    def _follow(self, target: int | str) -> None:
        """Follow a link inside the document; an address is told, and opened by whoever wants to."""
        if isinstance(target, str):
            self.address_met.emit(target)
        elif self._reader() is self._pages:
            self.go_to_page(target)
        else:
            self.go_to(target)

    @Slot(object)
    def _choose_link(self, link: Link | None) -> None:
        """Choose a link that was sought; it is brought into sight."""
        if link is None:
            self.told.emit(self.tr("This document has no links."))
        else:
            self._reader().select([link[0]])
            self._reader().go_to(link[0][0])

    def open_link(self, otherwise: Callable[[], None]) -> None:
        """Follow the link that was chosen with the keys; where none is, do something else."""
        reader = self._reader()
        link = chosen_link(reader.links_in_sight(), reader.ranges)
        if link is None:
            otherwise()
        else:
            reader.select(())
            self._follow(link[1])

    def draw_area(self) -> None:
        """Let the next drag on a page mark an area."""
        self._pages.set_area_mode(True)

    def toggle_cursor(self) -> None:
        """Show a text cursor in what is read, from which Shift and the arrows select, or no longer."""
        self._shows_cursor = not self._shows_cursor
        for view in (self._pages, self._flow):
            view.show_text_cursor(self._shows_cursor)
        self._reader().setFocus()

    def cycle(self) -> None:
        """Choose the next of the marks that lie over the chosen one."""
        passages = {mark.highlight.id: mark.highlight.anchor.ranges for mark in self._desk.marks}
        if current := self._current():
            self.mark_wanted.emit(next_overlapping(passages, current))

    @Slot(int, object)
    def _highlight_area(self, page: int, area: Box) -> None:
        concepts = tuple(filter(None, [self._desk.concept]))
        self._desk.jobs.change(
            partial(highlight_area, source=self._source, page=page, area=area, concepts=concepts),
            lambda line: self._desk.highlighted.emit(line.id),
        )

    @Slot(str, object)
    def _change_ranges(self, id: str, ranges: tuple[Range, ...]) -> None:
        self._desk.jobs.change(partial(change_ranges, highlight=id, ranges=ranges))
