"""The first steps: the page of an empty library, the sample, and what cannot work before there is something."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QAction

from commonplace.library.demo import make_demo
from commonplace.library.profile import data_folder
from commonplace.library.session import Library
from commonplace.library.sources import SourceLine
from desktop.desk import Desk
from desktop.importing.imports import Imports
from desktop.importing.welcome import Welcome


class Beginning(QObject):
    """Keeps the page that stands where no source is open.

    Signals:
        sample_made: The sample library is there to be opened; carries its path and who works here.
    """

    sample_made = Signal(object, str)

    def __init__(self, desk: Desk, page: Welcome, imports: Imports) -> None:
        super().__init__(page)
        self._desk = desk
        self._needing: dict[QAction, Callable[[SourceLine], object]] = {}
        self.page = page
        self.page.import_requested.connect(imports.ask_for_files)
        self.page.folder_requested.connect(imports.ask_for_folder)
        self.page.sample_requested.connect(self.make_sample)
        desk.sources_changed.connect(self._look)

    def watch(self, actions: Mapping[str, QAction]) -> None:
        """Keep commands disabled until there is something they can work on."""
        needs: dict[str, Callable[[SourceLine], object]] = {
            "export": lambda line: line.highlights,
            "quotes": lambda line: line.highlights,
            "search": lambda line: line.characters,
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

    @Slot(object)
    def _look(self, lines: Sequence[SourceLine]) -> None:
        self.page.set_empty(empty=not lines)
        for action, need in self._needing.items():
            action.setEnabled(any(need(line) for line in lines))


def _sample(library: Library) -> tuple[Path, str]:
    folder = data_folder() / "sample"
    folder.mkdir(parents=True, exist_ok=True)
    return make_demo(folder, library.person_name).library, library.person_name
