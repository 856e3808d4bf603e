"""The command palette: everything the window can do, found by a few letters."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QFrame, QHeaderView, QLineEdit, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from core.choosing import choices
from desktop.frame.words import keys_of, plain, titled
from desktop.panels.hint import Hint

_ROWS = 12
_ACTION = int(Qt.ItemDataRole.UserRole)
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: _ROWS, Qt.Key.Key_PageUp: -_ROWS}


class CommandPalette(QFrame):
    """One line to type in, and the commands that answer, each with its menu and keys; ``Enter`` runs one.

    Signals:
        closed: It went away.
    """

    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("command-palette")
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAutoFillBackground(True)
        self._room = parent
        self._actions: list[QAction] = []
        self._items: list[QTreeWidgetItem] = []
        self.line = QLineEdit(self)
        self.line.setPlaceholderText(self.tr("What do you want to do?"))
        self.line.setAccessibleName(self.tr("Command"))
        self.line.installEventFilter(self)
        self.line.textChanged.connect(self._search)
        self.list = QTreeWidget(self)
        self.list.setAccessibleName(self.tr("Commands"))
        self.list.setColumnCount(2)
        self.list.setHeaderHidden(True)
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.header().setStretchLastSection(False)
        self.list.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.list.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.list.itemClicked.connect(self._run)
        Hint(self.list).say(self.tr("No command is called so."))
        column = QVBoxLayout(self)
        column.addWidget(self.line)
        column.addWidget(self.list)
        self.hide()

    def open_with(self, actions: Sequence[QAction]) -> None:
        """Open with these commands."""
        self._actions = [action for action in actions if plain(action.text())]
        self.line.clear()
        self._search("")
        self._place()
        self.show()
        self.raise_()
        self.line.setFocus()

    def close_box(self) -> None:
        """Go away."""
        if self.isVisible():
            self.hide()
            self.closed.emit()

    @property
    def titles(self) -> list[str]:
        """What is offered now."""
        return [item.text(0) for item in self._items]

    def _place(self) -> None:
        metrics = self.fontMetrics()
        width = min(metrics.averageCharWidth() * 80, self._room.width() - 2 * metrics.height())
        self.setFixedWidth(width)
        self.list.setFixedHeight(
            max(self.list.sizeHintForRow(0), metrics.height()) * _ROWS + 2 * self.list.frameWidth()
        )
        self.adjustSize()
        self.move((self._room.width() - width) // 2, 2 * metrics.height())

    @Slot(str)
    def _search(self, typed: str) -> None:
        self.list.clear()
        names = [(titled(action), plain(action.text())) for action in self._actions]
        self._items = [self._item(self._actions[choice.place]) for choice in choices(typed, names, limit=len(names))]
        self.list.addTopLevelItems(self._items)
        self._choose(0)

    def _item(self, action: QAction) -> QTreeWidgetItem:
        item = QTreeWidgetItem([titled(action), keys_of(action)])
        item.setData(0, _ACTION, action)
        item.setDisabled(not action.isEnabled())
        return item

    def _choose(self, row: int) -> None:
        if self._items:
            self.list.setCurrentItem(self._items[row])

    @Slot(QTreeWidgetItem)
    def _run(self, item: QTreeWidgetItem | None) -> None:
        if item is None or item.isDisabled():
            return
        action: QAction = item.data(0, _ACTION)
        # The window takes the focus back first: what runs may want to put it elsewhere.
        self.close_box()
        action.trigger()

    def _step(self, step: int) -> None:
        last = len(self._items) - 1
        row = self.list.currentIndex().row() + step
        if abs(step) == 1:
            row = 0 if row > last else last if row < 0 else row
        self._choose(max(0, min(row, last)))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._key(Qt.Key(event.key()))
        return super().eventFilter(watched, event)

    def _key(self, key: Qt.Key) -> bool:
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._run(self.list.currentItem())
        elif key == Qt.Key.Key_Escape:
            self.close_box()
        elif key in _STEPS:
            self._step(_STEPS[key])
        else:
            return False
        return True
