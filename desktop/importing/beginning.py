"""The first steps: the page of an empty library, the sample, and what cannot work before there is something."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QAction

from commonplace.library.preferences import read_preferences, write_preferences
from commonplace.library.profile import data_folder
from commonplace.library.session import Library
from commonplace.library.sources import SourceLine
from core.errors import StorageError
from core.records import Concept
from desktop.desk import Desk
from desktop.importing.first_steps import STEPS, FirstSteps
from desktop.importing.imports import Imports
from desktop.importing.welcome import Welcome

_KEPT_AS = "first-steps"


class Beginning(QObject):
    """Keeps the page that stands where no source is open, and the strip of the first steps.

    Signals:
        sample_made: The sample library is there to be opened; carries its path and who works here.
    """

    sample_made = Signal(object, str)

    def __init__(self, desk: Desk, page: Welcome, imports: Imports, strip: FirstSteps) -> None:
        super().__init__(page)
        self._desk = desk
        self.strip = strip
        kept = read_preferences().get(_KEPT_AS)
        self._done = {step for step in kept if step in STEPS} if isinstance(kept, list) else set[str]()
        strip.show_done(self._done)
        strip.setVisible(not self._done.issuperset(STEPS))
        strip.dismissed.connect(self._dismiss)
        self._needing: dict[QAction, Callable[[SourceLine], object]] = {}
        self.page = page
        self.page.import_requested.connect(imports.ask_for_files)
        self.page.folder_requested.connect(imports.ask_for_folder)
        self.page.sample_requested.connect(self.make_sample)
        desk.sources_changed.connect(self._look)
        desk.concepts_changed.connect(self._look_at_tags)

    def watch(self, actions: Mapping[str, QAction]) -> None:
        """Keep commands disabled until there is something they can work on."""
        needs: dict[str, Callable[[SourceLine], object]] = {
            "export": lambda line: line.highlights,
            "quotes": lambda line: line.highlights,
            "search": lambda line: line.characters,
            "share": lambda line: line,
            "replace": lambda line: line,
        }
        self._needing = {actions[name]: need for name, need in needs.items() if name in actions}

    @Slot()
    def make_sample(self) -> None:
        """Make the sample library beside the user's own, or take the one that is there."""
        self.page.sample.setEnabled(False)

        def tell(made: tuple[Path, str]) -> None:
            self.page.sample.setEnabled(True)
            self.sample_made.emit(*made)

        self._desk.jobs.ask_at_length(_sample, tell)

    @Slot(str)
    def take_step(self, step: str) -> None:
        """Tick one of the first steps."""
        if step not in self._done:
            self._done.add(step)
            self.strip.show_done(self._done)
            self._keep()

    def _dismiss(self) -> None:
        self._done.update(STEPS)
        self.strip.hide()
        self._keep()

    def _keep(self) -> None:
        try:
            write_preferences({_KEPT_AS: sorted(self._done)})
        except StorageError as error:
            self._desk.failed.emit(error)

    @Slot(object)
    def _look_at_tags(self, concepts: Sequence[Concept]) -> None:
        if any(concept.highlights for concept in concepts):
            self.take_step("tag")

    @Slot(object)
    def _look(self, lines: Sequence[SourceLine]) -> None:
        self.page.set_empty(empty=not lines)
        if lines:
            self.take_step("import")
        if any(line.highlights for line in lines):
            self.take_step("select")
        for action, need in self._needing.items():
            action.setEnabled(any(need(line) for line in lines))


def _sample(library: Library) -> tuple[Path, str]:
    from commonplace.library.demo import make_demo  # once in the life of a library

    folder = data_folder() / "sample"
    folder.mkdir(parents=True, exist_ok=True)
    return make_demo(folder, library.person_name).library, library.person_name
