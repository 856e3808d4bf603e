"""The box in which concepts are found by a few letters, or made."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from html import escape

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QPainter, QTextDocument
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from core.choosing import Choice, choices
from core.folding import fold_name
from core.records import Concept

_WIDTH = 52
"""In average characters."""
_ROWS = 9
_CONCEPT = int(Qt.ItemDataRole.UserRole)
_RICH = _CONCEPT + 1


class TagBox(QFrame):
    """One line to type in, and the concepts that answer.

    ``Enter`` takes one and closes; ``Ctrl+Enter`` ticks it and waits for another, so that several are taken at once.
    ``Esc`` closes; what was ticked is taken all the same.

    Signals:
        taken: Carries the ids of concepts, and the names of those to be made.
        closed: The box went away.
    """

    taken = Signal(object, object)
    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAutoFillBackground(True)
        self._room = parent
        self._concepts: list[Concept] = []
        self._recent: list[str] = []
        self._had: frozenset[str] = frozenset()
        self._ticked: list[str] = []
        self._new: list[str] = []
        self._composing = False
        self.line = QLineEdit(self)
        self.line.setPlaceholderText(self.tr("Concept"))
        self.line.setAccessibleName(self.tr("Concept to tag with"))
        self.line.installEventFilter(self)
        self.line.textChanged.connect(self._search)
        self.list = QListWidget(self)
        self.list.setAccessibleName(self.tr("Matching concepts"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setItemDelegate(_Rich(self.list))
        self.list.itemClicked.connect(lambda item: self._take(item, stay=False))
        self._hint = QLabel(self)
        self._hint.setWordWrap(True)
        self._hint.setTextFormat(Qt.TextFormat.PlainText)
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 6, 6, 6)
        column.addWidget(self.line)
        column.addWidget(self.list)
        column.addWidget(self._hint)
        self.hide()

    def open_at(
        self, place: QRect, concepts: Sequence[Concept], recent: Sequence[str], had: Collection[str] = ()
    ) -> None:
        """Open beside a place of the parent.

        Args:
            place: What is to be tagged, in the parent's coordinates.
            concepts: All there are.
            recent: Ids of those used last, the newest first; they are offered before anything is typed.
            had: Ids of those that are tagged with already; taking one of them takes it off.
        """
        self._concepts, self._recent, self._had = list(concepts), list(recent), frozenset(had)
        self._ticked, self._new, self._composing = [], [], False
        self.line.clear()
        self._search("")
        self._tell_ticked()
        self.setFixedWidth(self.fontMetrics().averageCharWidth() * _WIDTH)
        row = max(self.list.sizeHintForRow(0), self.fontMetrics().lineSpacing() + 8)
        self.list.setFixedHeight(row * _ROWS)
        self.adjustSize()
        room = self._room.rect()
        x = min(max(place.left(), 0), max(room.width() - self.width(), 0))
        y = place.bottom() + 8
        if y + self.height() > room.height():
            y = max(0, place.top() - 8 - self.height())
        self.move(QPoint(x, min(y, max(0, room.height() - self.height()))))
        self.show()
        self.raise_()
        self.line.setFocus()

    def close_box(self) -> None:
        """Go away; what was ticked is taken."""
        if not self.isVisible():
            return
        self.hide()
        if self._ticked or self._new:
            self.taken.emit(tuple(self._ticked), tuple(self._new))
            self._ticked, self._new = [], []
        self.closed.emit()

    @property
    def offered(self) -> list[str]:
        """What the rows say."""
        return [self.list.item(row).text() for row in range(self.list.count())]

    @Slot(str)
    def _search(self, typed: str) -> None:
        self.list.clear()
        wanted = typed.strip()
        for choice in self._answers(wanted):
            self._add(self._concepts[choice.place], choice)
        if wanted and not any(fold_name(wanted) == fold_name(one.name) for one in self._concepts):
            item = QListWidgetItem(self.tr("Create ‘%s’") % wanted, self.list)
            item.setData(_RICH, escape(item.text()))
        self.list.setCurrentRow(0)

    def _answers(self, wanted: str) -> list[Choice]:
        if wanted:
            return choices(wanted, [(one.name, *one.aliases) for one in self._concepts], limit=30)
        places = {one.id: place for place, one in enumerate(self._concepts)}
        first = [places[id] for id in self._recent if id in places]
        rest = [place for place in range(len(self._concepts)) if place not in first]
        return [Choice(place, self._concepts[place].name) for place in (*first, *rest)[:30]]

    def _add(self, concept: Concept, choice: Choice) -> None:
        tick = "✓ " if (concept.id in self._had) != (concept.id in self._ticked) else ""
        shown = concept.name if choice.name == concept.name else f"{concept.name} = {choice.name}"
        item = QListWidgetItem(tick + shown, self.list)
        item.setData(_CONCEPT, concept.id)
        above = " › ".join(concept.path[:-1])
        bold = _bold(choice.name, choice.matched)
        name = bold if choice.name == concept.name else f"{escape(concept.name)} = {bold}"
        item.setData(_RICH, f"{tick}{name} <small>{escape(above)}</small>" if above else tick + name)

    def _take(self, item: QListWidgetItem | None, *, stay: bool) -> None:
        """Tick what a row stands for; ``Enter`` in an empty line after something was ticked ticks no more."""
        done = bool(self._ticked or self._new) and not self.line.text().strip()
        if item is not None and (stay or not done):
            concept, typed = item.data(_CONCEPT), self.line.text().strip()
            chosen = self._ticked if concept else self._new
            _toggle(chosen, concept or typed)
        if not stay:
            self.close_box()
            return
        self.line.clear()
        self._search("")
        self._tell_ticked()

    def _tell_ticked(self) -> None:
        names = {one.id: one.name for one in self._concepts}
        put = [names[id] for id in self._ticked if id not in self._had] + self._new
        off = [names[id] for id in self._ticked if id in self._had]
        said = [self.tr("Tag with %s") % ", ".join(put)] if put else []
        said += [self.tr("Take off %s") % ", ".join(off)] if off else []
        self._hint.setText("\n".join(said) or self.tr("Ctrl+Enter takes one and waits for another"))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QInputMethodEvent):
            self._composing = bool(event.preeditString())
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._key(event)
        return super().eventFilter(watched, event)

    def _key(self, event: QKeyEvent) -> bool:
        key = event.key()
        if self._composing:
            # The keys belong to the input method until it has handed over its word.
            return False
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take(self.list.currentItem(), stay=bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier))
        elif key == Qt.Key.Key_Escape:
            self.close_box()
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            step = 1 if key == Qt.Key.Key_Down else -1
            self.list.setCurrentRow((self.list.currentRow() + step) % max(self.list.count(), 1))
        else:
            return False
        return True


def _toggle(chosen: list[str], one: str) -> None:
    if one in chosen:
        chosen.remove(one)
    else:
        chosen.append(one)


class _Rich(QStyledItemDelegate):
    """Draws a row whose typed letters are bold."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:  # type: ignore[override]
        style = option.widget.style()
        style.drawPrimitive(QStyle.PrimitiveElement.PE_PanelItemViewItem, option, painter, option.widget)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        palette = option.palette
        colour = (palette.highlightedText() if chosen else palette.text()).color().name()
        document = QTextDocument()
        document.setDocumentMargin(2)
        document.setDefaultFont(option.font)
        document.setHtml(f'<span style="color:{colour}">{index.data(_RICH)}</span>')
        painter.save()
        painter.translate(option.rect.topLeft())
        painter.setClipRect(0, 0, option.rect.width(), option.rect.height())
        document.drawContents(painter)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex) -> QSize:  # type: ignore[override]
        return QSize(100, option.fontMetrics.lineSpacing() + 8)


def _bold(name: str, matched: Sequence[int]) -> str:
    if len(fold_name(name)) != len(name):
        return escape(name)
    return "".join(f"<b>{escape(char)}</b>" if at in matched else escape(char) for at, char in enumerate(name))
