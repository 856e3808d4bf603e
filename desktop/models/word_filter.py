"""A filter by typed words, the same for every list and tree."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, QSortFilterProxyModel, Slot

from core.folding import fold
from desktop.models.rows import RECORD

_folded = lru_cache(maxsize=20_000)(fold)


class WordFilter(QSortFilterProxyModel):
    """Lets through the rows of whose records every typed word is said."""

    def __init__(self, said: Callable[[Any], str], parent: QObject) -> None:
        """Filter nothing yet; ``said`` gives what a row's record says."""
        super().__init__(parent)
        self._said = said
        self._words: list[str] = []

    @Slot(str)
    def filter_by(self, text: str) -> None:
        self.beginFilterChange()
        self._words = fold(text).split()
        self.endFilterChange(QSortFilterProxyModel.Direction.Rows)

    def filterAcceptsRow(self, row: int, parent: QModelIndex) -> bool:  # type: ignore[override]
        if not self._words:
            return True
        said = _folded(self._said(self.sourceModel().index(row, 0, parent).data(RECORD)))
        return all(word in said for word in self._words)
