"""The main window: what is shown where, and which announcement leads to what.  It decides nothing else."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, Qt, Slot
from PySide6.QtGui import QAction, QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QDockWidget, QMainWindow, QSplitter, QStackedWidget, QWidget

from commonplace.library.carried import carried_pictures
from commonplace.library.session import Library
from commonplace.library.viewing import OpenedSource, page_viewer
from core.errors import UserError
from desktop import commands
from desktop.chosen import Chosen
from desktop.desk import Desk
from desktop.errands import Errands
from desktop.frame import menus
from desktop.frame.frame import Frame
from desktop.frame.side import Side
from desktop.frame.status import StatusBar
from desktop.frame.toolbar import ToolBar
from desktop.importing.first_steps import FirstSteps
from desktop.importing.welcome import Welcome
from desktop.models.looks import slots_of
from desktop.panels.concepts_panel import ConceptsPanel
from desktop.panels.find_bar import FindBar, with_bar
from desktop.panels.highlight_menu import open_menu
from desktop.panels.highlights_panel import HighlightsPanel
from desktop.panels.note_panel import NotePanel
from desktop.panels.side_panels import SidePanels
from desktop.panels.sources_panel import SourcesPanel
from desktop.preferences.applying import reader_font
from desktop.preferences.settings import Settings
from desktop.privacy import Privacy
from desktop.reader.contents import Contents
from desktop.reader.drawn import Drawn
from desktop.reader.flow_pictures import FlowPictures
from desktop.reader.flow_view import FlowView
from desktop.reader.link_question import LinkQuestion
from desktop.reader.looks import Looks
from desktop.reader.page_server import PageServer
from desktop.reader.page_view import PageView
from desktop.reader.reading import Reading
from desktop.reader.spare_worker import SpareWorker
from desktop.tagging.marking import Marking
from desktop.tagging.selection_bar import SelectionBar
from desktop.tagging.tag_box import TagBox
from desktop.telling import said_of
from desktop.theme import shown_scheme
from desktop.toast import Toast

_SHOWN_MS = 4000


class MainWindow(QMainWindow):
    """Puts the parts together."""

    def __init__(self, desk: Desk, open_library: Callable[[], Library], title: str) -> None:
        super().__init__()
        self.desk = desk
        self._open_library = open_library
        self._server: PageServer | None = None
        self._pictures: FlowPictures | None = None
        self.spare_worker = SpareWorker(desk.jobs, self)
        self._title = title
        self.setWindowTitle(title)
        self.resize(1280, 800)
        self.setMinimumSize(960, 600)
        self.pages = PageView(self)
        self.flow = FlowView(self)
        self.reader: PageView | FlowView = self.pages
        self.empty = Welcome(self)
        self.centre = QStackedWidget(self)
        self.centre.addWidget(self.empty)
        self.centre.addWidget(self.pages)
        self.centre.addWidget(self.flow)
        self.find_bar = FindBar(self)
        strip = FirstSteps(self)
        self.setCentralWidget(with_bar(strip, self.centre, self.find_bar))
        self.sources = SourcesPanel(self)
        self.concepts = ConceptsPanel(self)
        self.highlights = HighlightsPanel(self)
        left = Side(self)
        left.addTab(self.sources, self.tr("Sources"))
        left.addTab(self.concepts, self.tr("Concepts"))
        self.contents = Contents(self)
        left.addTab(self.contents, self.tr("Contents"))
        self.left = self._dock(self.tr("Library"), left, Qt.DockWidgetArea.LeftDockWidgetArea)
        self.note = NotePanel(self)
        marked = QSplitter(Qt.Orientation.Vertical, self)
        marked.addWidget(self.highlights)
        marked.addWidget(self.note)
        marked.setStretchFactor(0, 3)
        marked.setStretchFactor(1, 1)
        self.right_tabs = Side(self)
        self.right_tabs.addTab(marked, self.tr("Highlights"))
        self.right = self._dock(self.tr("Highlights"), self.right_tabs, Qt.DockWidgetArea.RightDockWidgetArea)
        self.side = SidePanels(desk, lambda: self.reader, left, self.right_tabs, self.concepts, self.find_bar)
        self.resizeDocks([self.left, self.right], [310, 330], Qt.Orientation.Horizontal)
        self.bar = SelectionBar(self.centre)
        self.tag_box = TagBox(self.centre)
        self.toast = Toast(self)
        self.link_question = LinkQuestion(self.centre)
        self.marking = Marking(
            desk, lambda: self.reader, lambda: self.highlights.current, self.bar, self.tag_box, self.centre
        )
        name = title.removesuffix(" – Commonplace")
        self.status = StatusBar(name, self)
        self.setStatusBar(self.status)
        self.errands = Errands(desk, self, self.centre, lambda: self.reader, self.empty, strip, name)
        self.frame = Frame(desk, self, self.left, self.right)
        self.reading = Reading(desk, self.pages, self.flow, lambda: self.reader, lambda: self.highlights.current, self)
        # What is drawn is there before one of it is chosen.
        desk.marks_changed.connect(self.highlights.set_marks)
        Drawn(desk, lambda: self.reader, self)
        self.chosen = Chosen(desk, self.highlights, self.note, lambda: self.reader, self)
        self.privacy = Privacy(desk, self.highlights, self)
        self.looks = Looks(desk, self.pages, self.flow, lambda: self.reader, self)
        self.actions_by_name = self._make_actions()
        self.looks.take_actions(self.actions_by_name)
        self.privacy.take_actions(self.actions_by_name)
        self.errands.watch(self.actions_by_name)
        self.frame.take_actions(self.actions_by_name)
        self.frame.restore()
        self._connect()

    def _dock(self, title: str, widget: QWidget, area: Qt.DockWidgetArea) -> QDockWidget:
        dock = QDockWidget(title, self)
        dock.setObjectName("left" if area == Qt.DockWidgetArea.LeftDockWidgetArea else "right")
        dock.setWidget(widget)
        # The tabs inside say what it is; a title above them would say it twice.
        dock.setTitleBarWidget(QWidget(dock))
        self.addDockWidget(area, dock)
        return dock

    def _make_actions(self) -> dict[str, QAction]:
        desk, marking = self.desk, self.marking
        made = commands.made(
            {
                "quit": self._quit,
                "go-to-page": self._ask_for_page,
                "undo": desk.undo,
                "redo": desk.redo,
                "copy": marking.copy,
                "copy-cited": marking.copy_cited,
                "next-source": partial(self._neighbour, 1),
                "previous-source": partial(self._neighbour, -1),
                "highlight": marking.highlight,
                "highlight-privately": partial(marking.highlight, private=True),
                **{f"slot-{n}": partial(marking.use_slot, n - 1) for n in range(1, 8)},
                "tag": marking.open_tag_box,
                "repeat": marking.repeat,
                "in-vivo": marking.make_concept_of_words,
                "note": marking.write_note,
                "edit-highlight": partial(self.reading.open_link, marking.write_note),
                "delete-highlight": marking.delete,
                **self.chosen.handlers,
                **self.privacy.handlers,
                **self.reading.handlers,
                **self.looks.handlers,
                **self.errands.handlers,
                **self.side.handlers,
                **self.frame.handlers,
            },
            self,
            [self.pages, self.flow],
        )
        menus.fill(self.menuBar(), made)
        self.toolbar = ToolBar(made, self)
        self.addToolBar(self.toolbar)
        return made

    def _connect(self) -> None:
        desk = self.desk
        desk.sources_changed.connect(self.sources.set_sources)
        desk.standings_changed.connect(self.sources.set_standings)
        desk.concepts_changed.connect(self.sources.set_concepts)
        desk.concepts_changed.connect(self.concepts.set_concepts)
        desk.concepts_changed.connect(self.highlights.set_concepts)
        for bar in (self.bar, self.toolbar.slots):
            desk.slots_changed.connect(lambda slots, bar=bar: bar.set_slots(slots, slots_of(desk.concepts)))
        desk.source_opened.connect(self._show_source)
        desk.source_gone.connect(self._put_away)
        desk.sources_changed.connect(self.spare_worker.prepare_soon)
        desk.undo_changed.connect(self.frame.name_undo)
        desk.done.connect(lambda said: self.toast.say(said, self.tr("Undo")))
        desk.failed.connect(self._tell_failure)
        self.toast.acted.connect(desk.undo)
        desk.jobs.changed.connect(self.toast.withdraw)
        for reader in (self.pages, self.flow):
            reader.ranges_changed.connect(self.marking.offer_bar)
            reader.ranges_changed.connect(lambda: self.reader.ranges and self.errands.beginning.take_step("select"))
            reader.verticalScrollBar().valueChanged.connect(self.marking.offer_bar)
            reader.mark_activated.connect(lambda ids: self.chosen.choose(ids[0]))
        # What stands in the reader's place has nothing selected.
        self.centre.currentChanged.connect(self.marking.offer_bar)
        self.bar.wanted.connect(lambda name: self.actions_by_name[name].trigger())
        for teller in (self.marking, self.chosen, self.reading, self.privacy, self.errands):
            teller.told.connect(self._say)
        desk.stepped.connect(self._say)
        self.errands.told.connect(self.frame.announcer.say)
        self.errands.merging.badge(self.sources, self.concepts, self.highlights, self.side.source, self.status)
        self.errands.merging.highlight_wanted.connect(self.chosen.go_to)
        self.marking.note_wanted.connect(self.chosen.write_note)
        self.side.notes.highlight_chosen.connect(self.chosen.go_to)
        self.chosen.note_shown.connect(self._show_note_panel)
        self.chosen.place_wanted.connect(self.reading.go_to)
        self.sources.source_chosen.connect(desk.open_source)
        self.sources.collection_wanted.connect(desk.shelve)
        self.sources.deletion_wanted.connect(desk.delete_source)
        self.concepts.current_changed.connect(self._set_concept)
        self.note.left.connect(self.marking.read_on)
        self.note.private.toggled.connect(self.actions_by_name["private-note"].setChecked)
        self.highlights.menu_wanted.connect(partial(open_menu, self.actions_by_name, self))
        self.frame.settings_changed.connect(self._use_settings)
        self.frame.reading_wanted.connect(self._read)
        self.frame.preferences_opened.connect(self.errands.exchange.fill)
        self._use_settings(self.frame.settings)
        self.pages.trouble.connect(self._tell_failure)
        self.reading.unsafe_met.connect(self.sources.set_unsafe)
        self.reading.mark_wanted.connect(self.chosen.choose)
        self.pages.page_changed.connect(self.contents.set_page)
        self.contents.position_wanted.connect(self.reading.go_to)
        self.contents.page_wanted.connect(self._go_to_page)
        self.reading.address_met.connect(self.link_question.ask)
        desk.source_opened.connect(self.link_question.hide)
        self.link_question.refused.connect(self.toast.say)
        self.link_question.left.connect(self._read)
        self.flow.sight_changed.connect(lambda: self.contents.set_position(self.flow.position))
        self.reading.history_changed.connect(self.frame.enable_history)
        self.frame.enable_history(False, False)
        self.pages.page_changed.connect(self.toolbar.page_box.set_page)
        self.looks.zoom_changed.connect(self.toolbar.zoom_field.set_zoom)
        self.toolbar.page_box.page_wanted.connect(self._go_to_page)
        self.toolbar.page_box.missed.connect(self._say)
        self.toolbar.zoom_field.zoom_wanted.connect(self.looks.set_zoom)
        desk.marks_changed.connect(lambda marks: self.status.set_highlights(len(marks)))

    # Reading

    @Slot(object, int)
    def _show_source(self, source: OpenedSource, start: int) -> None:
        self.sources.set_current(source.id)
        if self.reading.shows(source):
            # Something else may stand in its place; and who opens it again goes on where it was left.
            self.centre.setCurrentWidget(self.reader)
            self.reader.setFocus()
            if start:
                self.reading.go_to(start)
            return
        self.setWindowTitle(f"{source.title or source.citekey} – {self._title}")
        self._end_server()
        self.toolbar.page_box.set_labels(source.labels if source.has_pages else ())
        if source.has_pages:
            self._server = PageServer(
                partial(page_viewer, self._open_library, source.id, worker=self.spare_worker.take)
            )
            self.spare_worker.prepare_soon()
            self.pages.show_source(source, self._server)
            self.contents.show_source(source, self._server)
            self.reader = self.pages
        else:
            self._pictures = FlowPictures(
                partial(carried_pictures, self._open_library, source.id), self.devicePixelRatioF()
            )
            self.flow.show_source(source, self._pictures, self.desk.shown_blocks)
            self.contents.show_source(source, None)
            self.reader = self.flow
        self.centre.setCurrentWidget(self.reader)
        self.reader.setFocus()
        self.looks.show_source(source)
        self.reading.show_source(source, start)
        self.marking.offer_bar()

    @Slot()
    def _put_away(self) -> None:
        """Show no source any more."""
        self._end_server()
        self.setWindowTitle(self._title)
        self.toolbar.page_box.set_labels(())
        self.link_question.hide()
        if self.centre.currentWidget() is self.reader:
            self.centre.setCurrentWidget(self.empty)

    def _end_server(self) -> None:
        self.reading.close_source()
        self.contents.clear_source()
        self.pages.clear_source()
        self.flow.clear_source()
        if self._server is not None:
            self._server.close()
            self._server = None
        if self._pictures is not None:
            self._pictures.close()
            self._pictures = None

    @Slot()
    def _read(self) -> None:
        """Give the focus to what is read; the page comes before the panels, and a selection before both."""
        if self.reader.hasFocus():
            self.reader.select(())
        self.tag_box.close_box()
        self.reader.setFocus()

    @Slot(object)
    def _use_settings(self, settings: Settings) -> None:
        self.flow.set_font(reader_font(settings), settings.line_width)
        self._use_scheme()

    def _use_scheme(self) -> None:
        scheme = shown_scheme(self.palette())
        self.flow.set_scheme(scheme)
        self.pages.set_veil(self.frame.settings.pages if scheme == "dark" else "printed")

    def _go_to_page(self, index: int) -> None:
        self.reading.go_to_page(index)
        self.pages.setFocus()

    def _ask_for_page(self) -> None:
        self.toolbar.page_box.open_box()

    def _neighbour(self, step: int) -> None:
        if id := self.sources.neighbour(step):
            self.desk.open_source(id)

    # Marking

    def _show_note_panel(self) -> None:
        self.right.show()
        self.right_tabs.setCurrentIndex(0)

    def _set_concept(self, id: str) -> None:
        self.desk.concept = id

    def _quit(self) -> None:
        self.close()

    # Telling

    @Slot(str)
    def _say(self, said: str) -> None:
        self.statusBar().showMessage(said, _SHOWN_MS)

    def _tell_failure(self, error: UserError) -> None:
        self.toast.say(said_of(error))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        # It may be told before everything is there.
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "frame"):
            self._use_scheme()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            if not self.side.escape():
                self.frame.escape()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.note.editor.report()
        self.side.report()
        self._end_server()
        self.frame.keep()
        self.desk.jobs.close()
        self.spare_worker.close()
        super().closeEvent(event)
