"""What may be one: pairs of references, concepts, persons and copies, to be accepted, told apart, or left."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from desktop.columns import Columns
from desktop.merging.list_page import ListPage
from desktop.merging.pairs import Pair
from desktop.merging.words import kind_name, why
from desktop.models.rows import Column


class SamePage(ListPage[Pair]):
    """Lists the pairs.  Keys: N and P go through the list, S says the same, D different, L leaves it for later.

    Signals:
        said: Carries the ``Pair``, and whether both are the same.
    """

    said = Signal(object, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        columns: tuple[Column[Pair], ...] = (
            Column(self.tr("Kind"), lambda pair: kind_name(pair.kind)),
            Column(self.tr("This"), lambda pair: pair.names[0], lambda pair: pair.names[0]),
            Column(self.tr("And this"), lambda pair: pair.names[1], lambda pair: pair.names[1]),
            Column(self.tr("Why"), lambda pair: f"{why(pair.why)}, {pair.sure} %", number=True),
        )
        super().__init__(columns, lambda pair: pair.id, "", parent)
        self.list.setAccessibleName(self.tr("Things that may be the same"))
        self._later: set[str] = set()
        self._pairs: Sequence[Pair] = ()
        Columns(self.list, "pairs", (10, 0, 20, 14))
        self.same = QPushButton(self.tr("The &same (S)"), self)
        self.different = QPushButton(self.tr("&Different (D)"), self)
        self.later = QPushButton(self.tr("&Later (L)"), self)
        row = QHBoxLayout()
        for button, key, act in (
            (self.same, "S", lambda: self._say(same=True)),
            (self.different, "D", lambda: self._say(same=False)),
            (self.later, "L", self._leave),
        ):
            button.clicked.connect(lambda _=False, act=act: act())
            self.on_key(key, button.click)
            row.addWidget(button)
        row.addStretch(1)
        # Above the list, where no message of the window's foot lies over them.
        self.column.insertLayout(0, row)
        self.current_changed.connect(self._enable)
        self.show_busy()

    def show_busy(self) -> None:
        """Say that it is being looked for."""
        self.hint.say(self.tr("Looking for things that may be the same …"))
        self._enable()

    def set_pairs(self, pairs: Sequence[Pair]) -> None:
        """Show these, without those that were left for later."""
        self._pairs = pairs
        self.hint.say(self.tr("Nothing here looks as if it were there twice."))
        self.set_rows([pair for pair in pairs if pair.id not in self._later])

    def _say(self, *, same: bool) -> None:
        if (pair := self.current) is not None:
            self.said.emit(pair, same)

    def _leave(self) -> None:
        """Put a pair off until the window is opened anew."""
        if (pair := self.current) is not None:
            self._later.add(pair.id)
            self.set_pairs(self._pairs)

    def _enable(self) -> None:
        pair = self.current
        for button in (self.same, self.later):
            button.setEnabled(pair is not None)
        self.different.setEnabled(pair is not None and pair.can_be_parted)
