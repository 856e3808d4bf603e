"""The bar that offers itself beside a selection: the seven slots, tag, note, copy.  It takes no focus."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QWidget

from core.records import Concept
from desktop.models.concept_tree import slot_icon
from desktop.theme import SLOTS, Slot

_AWAY = 8
_SMALLEST = QSize(24, 24)


class SelectionBar(QFrame):
    """Lies over the reader, above what is selected or below where there is no room, and never on it.

    Signals:
        slot_chosen: Carries the number of a slot, from 0.
        wanted: Another button was pressed; carries the name of its command.
    """

    slot_chosen = Signal(int)
    wanted = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAutoFillBackground(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._room = parent
        row = QHBoxLayout(self)
        row.setContentsMargins(4, 4, 4, 4)
        row.setSpacing(2)
        self._slots = [self._slot_button(number) for number in range(len(SLOTS))]
        for button in self._slots:
            button.hide()
            row.addWidget(button)
        for text, name, tip in (
            ("T", "tag", self.tr("Tag (T)")),
            ("N", "note", self.tr("Note (N)")),
            ("C", "copy-cited", self.tr("Copy with citation (C)")),
        ):
            row.addWidget(self._button(text, name, tip))
        self.hide()

    def set_slots(self, concepts: Sequence[Concept | None], looks: Mapping[str, Slot]) -> None:
        """Say which concepts the slots stand for, and how each looks; empty slots are not offered."""
        for number, button in enumerate(self._slots):
            concept = concepts[number] if number < len(concepts) else None
            button.setVisible(concept is not None)
            if concept is not None:
                button.setIcon(slot_icon(looks[concept.id]))
                button.setToolTip(f"{concept.name} ({number + 1})")
                button.setAccessibleName(self.tr("Highlight with %s") % concept.name)

    def offer(self, selection: QRect) -> None:
        """Show the bar beside a selection, given in the parent's coordinates; an empty one hides it."""
        if selection.isEmpty():
            self.hide()
            return
        self.adjustSize()
        self.move(self._place(selection))
        self.show()
        self.raise_()

    def _place(self, selection: QRect) -> QPoint:
        room = self._room.rect()
        x = min(max(selection.center().x() - self.width() // 2, 0), max(room.width() - self.width(), 0))
        above = selection.top() - _AWAY - self.height()
        below = selection.bottom() + _AWAY
        if above >= 0:
            return QPoint(x, above)
        if below + self.height() <= room.height():
            return QPoint(x, below)
        # The selection fills the view: beside it, or at the very edge.
        return QPoint(x, max(room.height() - self.height(), 0))

    def _slot_button(self, number: int) -> QToolButton:
        button = self._button("", f"slot-{number + 1}", "")
        button.setText(str(number + 1))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.clicked.disconnect()
        button.clicked.connect(lambda: self.slot_chosen.emit(number))
        return button

    def _button(self, text: str, name: str, tip: str) -> QToolButton:
        button = QToolButton(self)
        button.setText(text)
        button.setToolTip(tip)
        button.setAccessibleName(tip)
        button.setAutoRaise(True)
        button.setMinimumSize(_SMALLEST)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.clicked.connect(lambda: self.wanted.emit(name))
        return button
