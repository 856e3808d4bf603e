"""A titled list of things to tick, with how many are."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QListView, QVBoxLayout, QWidget

from desktop.models.choices import Choices


class ChoiceList(QWidget):
    """Shows the choices under their title; none ticked means what the hint says."""

    def __init__(self, title: str, choices: Choices, none: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choices, self._none = choices, none
        self.view = QListView(self)
        self.view.setModel(choices)
        self.view.setUniformItemSizes(True)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setAccessibleName(title.replace("&", ""))
        label = QLabel(title, self)
        label.setBuddy(self.view)
        self.hint = QLabel(self)
        self.hint.setForegroundRole(self.palette().ColorRole.PlaceholderText)
        head = QHBoxLayout()
        head.addWidget(label)
        head.addStretch(1)
        head.addWidget(self.hint)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(head)
        column.addWidget(self.view)
        for changed in (choices.ticked_changed, choices.dataChanged, choices.modelReset):
            changed.connect(self._say)
        self._say()

    @Slot()
    def _say(self) -> None:
        count = len(self._choices.ticked)
        self.hint.setText(self.tr("{count} chosen").format(count=count) if count else self._none)
