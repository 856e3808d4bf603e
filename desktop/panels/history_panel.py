"""What was done in the library: who, when, what."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QLineEdit, QTreeView, QVBoxLayout, QWidget

from core.records import Step
from desktop.columns import Columns
from desktop.dates import shown_date
from desktop.models.rows import Column, RowsModel
from desktop.models.word_filter import WordFilter


class HistoryPanel(QWidget):
    """Lists the steps, the newest first; what was taken back is said to be so."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.filter = QLineEdit(self)
        self.filter.setPlaceholderText(self.tr("Filter the history"))
        self.filter.setAccessibleName(self.tr("Filter the history"))
        self.filter.setClearButtonEnabled(True)
        locale = QLocale()
        self.model: RowsModel[Step] = RowsModel(
            (
                Column(self.tr("What"), self._what, self._what),
                Column(self.tr("When"), lambda step: shown_date(step.at, locale)),
                Column(self.tr("Who"), lambda step: step.person),
            ),
            lambda step: step.id,
            self,
        )
        self._shown = WordFilter(_said, self)
        self._shown.setSourceModel(self.model)
        self.list = QTreeView(self)
        self.list.setModel(self._shown)
        self.list.setAccessibleName(self.tr("History"))
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        self.list.setAlternatingRowColors(True)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.list.addAction(Columns(self.list, "history", (0, 7, 4)).menu.menuAction())
        self.filter.textChanged.connect(self._shown.filter_by)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.filter)
        column.addWidget(self.list)

    def set_steps(self, steps: Sequence[Step]) -> None:
        """Show these steps."""
        self.model.set_rows(steps)

    def _what(self, step: Step) -> str:
        return self.tr("%s (taken back)") % step.label if step.undone else step.label


def _said(step: Step) -> str:
    return f"{step.label} {step.person} {step.at}"
