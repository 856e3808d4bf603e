"""The highlights that wait for a place: the passage as it was beside what is proposed for it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from commonplace.library.reviewing import Review
from commonplace.library.sources import SourceLine
from desktop.columns import Columns
from desktop.merging.list_page import ListPage
from desktop.merging.passage import Passage
from desktop.models.rows import Column
from desktop.models.source_groups import called

SURE = frozenset({"exact", "moved"})


class ReviewPage(ListPage[Review]):
    """Lists what waits.  Keys: N and P go through the list, A accepts, F finds it in the text, L leaves it.

    Signals:
        accept_requested: The proposal is right; carries the ``Review``.
        find_requested: Somebody will show where it stands; carries the ``Review``.
        find_again_requested: All whose place is sure are to be put there.
    """

    accept_requested = Signal(object)
    find_requested = Signal(object)
    find_again_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        columns: tuple[Column[Review], ...] = (
            Column(self.tr("Proposal"), self._found),
            Column(self.tr("Highlight"), lambda one: " ".join(one.old.text.split()), lambda one: one.old.text),
            Column(self.tr("In"), self._where),
        )
        super().__init__(columns, lambda one: one.highlight, "", parent)
        self.list.setAccessibleName(self.tr("Highlights that wait"))
        self._titles: Mapping[str, str] = {}
        Columns(self.list, "review", (10, 0, 14))
        self.hint.say(self.tr("Every highlight stands in the text that its source shows."))
        self.find_again = QPushButton(self)
        self.find_again.clicked.connect(self.find_again_requested)
        self.column.insertWidget(0, self.find_again)
        self.old, self.new = Passage(self.tr("As it was"), self), Passage(self.tr("As it may stand now"), self)
        self._places = QLabel(self), QLabel(self)
        self.split.addWidget(self._sides())
        self.split.setStretchFactor(1, 1)
        self.accept = QPushButton(self.tr("&Accept the proposal (A)"), self)
        self.seek = QPushButton(self.tr("&Find it in the text (F)"), self)
        self.leave = QPushButton(self.tr("&Leave it (L)"), self)
        # Above the list, where no message of the window's foot lies over them.
        row = QHBoxLayout()
        self.column.insertLayout(0, row)
        for button, key in ((self.accept, "A"), (self.seek, "F"), (self.leave, "L")):
            self.on_key(key, button.click)
            row.addWidget(button)
        row.addStretch(1)
        self.accept.clicked.connect(lambda: self._ask(self.accept_requested))
        self.seek.clicked.connect(lambda: self._ask(self.find_requested))
        self.leave.clicked.connect(lambda: self.step(1))
        self.current_changed.connect(self._show)
        self.set_reviews([])

    def set_sources(self, lines: Sequence[SourceLine]) -> None:
        """Say what the sources are called."""
        self._titles = {line.id: line.citekey or called(line) for line in lines}

    def set_reviews(self, reviews: Sequence[Review]) -> None:
        """Show these."""
        self.set_rows(reviews)
        sure = sum(one.placement in SURE for one in reviews)
        self.find_again.setText(self.tr("Put %n highlight(s) where the words stand now", "", sure))
        self.find_again.setVisible(bool(sure))

    def _sides(self) -> QWidget:
        room = QWidget(self)
        row = QHBoxLayout(room)
        row.setContentsMargins(0, 0, 0, 0)
        for place, passage in zip(self._places, (self.old, self.new), strict=True):
            column = QVBoxLayout()
            column.addWidget(place)
            column.addWidget(passage, 1)
            row.addLayout(column, 1)
        return room

    def _ask(self, told: SignalInstance) -> None:
        if self.current is not None:
            told.emit(self.current)

    def _show(self) -> None:
        one = self.current
        for button in (self.seek, self.leave):
            button.setEnabled(one is not None)
        self.accept.setEnabled(one is not None and one.new is not None)
        old, new = self._places
        if one is None:
            self.old.show_text("")
            self.new.show_text("")
        else:
            old.setText(self.tr("As it was, {place}").format(place=one.old.locator))
            self.old.show_pieces(one.words, "before", (one.old.before, one.old.after))
            if one.new is None:
                new.setText(self.tr("Not found in the new text"))
                self.new.show_text("")
            else:
                new.setText(self.tr("As it may stand now, {place}").format(place=one.new.locator))
                self.new.show_pieces(one.words, "after", (one.new.before, one.new.after))
        for label in self._places:
            label.setVisible(one is not None)

    def _found(self, one: Review) -> str:
        words = {
            "exact": self.tr("same place"),
            "moved": self.tr("moved"),
            "uncertain": self.tr("uncertain"),
            "lost": self.tr("lost"),
        }
        said = words.get(one.placement, one.placement)
        return f"{said}, {one.score} %" if one.placement == "uncertain" else said

    def _where(self, one: Review) -> str:
        return self._titles.get(one.due, "")
