"""The conflicts that wait: a list, and the one in hand with all its sides."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QWidget

from commonplace.library.conflicts import ConflictLine
from desktop.columns import Columns
from desktop.merging.cases import Case, concerns
from desktop.merging.heads_pane import HeadsPane
from desktop.merging.list_page import ListPage
from desktop.merging.words import what_of
from desktop.models.rows import Column


class ConflictsPage(ListPage[ConflictLine]):
    """Shows what people said apart; it can wait as long as it likes.

    Keys: N and P go through the list, 1 to 9 choose, Enter keeps.

    Signals:
        case_wanted: A conflict is to be laid out; carries its ``ConflictLine``.
    """

    case_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        columns: tuple[Column[ConflictLine], ...] = (
            Column(self.tr("What"), what_of),
            Column(self.tr("Of"), lambda line: line.subject, lambda line: line.subject),
            Column(self.tr("Where"), lambda line: line.citekey),
        )
        super().__init__(columns, lambda line: line.id, "", parent)
        self._shown: ConflictLine | None = None
        self.list.setAccessibleName(self.tr("Conflicts"))
        self.hint.say(self.tr("Nobody contradicts anybody: there are no conflicts."))
        Columns(self.list, "conflicts", (14, 0, 12))
        self.heads = HeadsPane(self)
        self.split.addWidget(self.heads)
        self.split.setStretchFactor(0, 1)
        self.split.setStretchFactor(1, 3)
        self.keys = QLabel(self.tr("N, P: next, previous · 1–9: choose · Enter: keep"), self)
        self.keys.setForegroundRole(self.palette().ColorRole.PlaceholderText)
        self.column.addWidget(self.keys)
        self.current_changed.connect(self._show)
        for number in range(1, 10):
            self.on_key(str(number), partial(self.heads.toggle, number))
        for key in ("Return", "Enter"):
            self.on_key(key, self.heads.keep_chosen)

    def show_case(self, line: ConflictLine, case: Case) -> None:
        """Show a conflict that was laid out, where it is the one in hand still."""
        if line == self.current:
            self._shown = line
            self.heads.show_case(case)

    def choose_of(self, id: str) -> None:
        """Take the first conflict in hand that is one of a source, highlight, concept or reference."""
        found = next((line for line in self.model.records() if concerns(line, id)), None)
        if found is not None:
            self.choose(found.id)

    def _show(self) -> None:
        line = self.current
        if line is None:
            self._shown = None
            self.heads.show_case(None)
        elif self._shown != line:
            self.case_wanted.emit(line)
