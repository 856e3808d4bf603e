"""The list of keys, made from the commands themselves."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Slot
from PySide6.QtGui import QAction, QIcon
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLineEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from core.folding import fold
from desktop.frame.words import category, keys_of, plain


class KeyList(QDialog):
    """Shows the keys of all commands by menu, with a filter."""

    def __init__(self, actions: Iterable[QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keys"))
        self.filter = QLineEdit(self)
        self.filter.setPlaceholderText(self.tr("Filter keys"))
        self.filter.setAccessibleName(self.tr("Filter keys"))
        self.filter.setClearButtonEnabled(True)
        self.filter.textChanged.connect(self._filter)
        self.list = QTreeWidget(self)
        self.list.setAccessibleName(self.tr("Keys"))
        self._menus: list[tuple[QTreeWidgetItem, list[QTreeWidgetItem]]] = []
        self.list.setHeaderLabels([self.tr("Command"), self.tr("Keys")])
        self.list.header().setStretchLastSection(False)
        self.list.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.list.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self._fill(actions)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        # The style's own picture is black, whatever the scheme.
        buttons.button(QDialogButtonBox.StandardButton.Close).setIcon(QIcon())
        buttons.rejected.connect(self.close)
        column = QVBoxLayout(self)
        for widget in (self.filter, self.list, buttons):
            column.addWidget(widget)
        self.resize(self.fontMetrics().averageCharWidth() * 80, self.fontMetrics().height() * 32)

    def _fill(self, actions: Iterable[QAction]) -> None:
        menus: dict[str, list[QTreeWidgetItem]] = {}
        for action in actions:
            if keys := keys_of(action):
                row = QTreeWidgetItem([plain(action.text()), keys])
                menus.setdefault(category(action.objectName()), []).append(row)
        for title, rows in menus.items():
            menu = QTreeWidgetItem(self.list, [title])
            menu.addChildren(rows)
            self._menus.append((menu, rows))
        self.list.expandAll()

    @Slot(str)
    def _filter(self, typed: str) -> None:
        words = fold(typed).split()
        for menu, rows in self._menus:
            for row in rows:
                said = fold(f"{menu.text(0)} {row.text(0)} {row.text(1)}")
                row.setHidden(not all(word in said for word in words))
            menu.setHidden(all(row.isHidden() for row in rows))
