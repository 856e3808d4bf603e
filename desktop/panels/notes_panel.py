"""All notes of the open source, one below the other: found, gone to, and changed where they stand."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QLocale,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLineEdit,
    QListView,
    QPushButton,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from desktop import icons
from desktop.dates import shown_date
from desktop.models.note_rows import NoteRow
from desktop.models.rows import RECORD, Column, RowsModel
from desktop.models.word_filter import WordFilter
from desktop.panels.edit_key import EditKey
from desktop.panels.hint import Hint
from desktop.panels.note_panel import NoteEditor

Index = QModelIndex | QPersistentModelIndex

_MOST_LINES = 8
_LINES_OF_EDITOR = 5
_WRAPPED = int(Qt.TextFlag.TextWordWrap)


class NotesPanel(QWidget):
    """Lists the notes.

    Signals:
        highlight_chosen: The highlight of a note is to be shown; carries its id.
        source_chosen: What is noted on the source is to be shown where it is kept.
        note_changed: Carries a highlight's id, the text of one's own note on it, and whether that one is private.
        field_changed: Carries the id of a reference, the name of a field, and its value.
    """

    highlight_chosen = Signal(str)
    source_chosen = Signal()
    note_changed = Signal(str, str, bool)
    field_changed = Signal(str, str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._open = False
        self._of_source: Sequence[NoteRow] = ()
        self._of_marks: Sequence[NoteRow] = ()
        self.model = _Notes((Column(self.tr("Note"), self._spoken),), lambda row: row.id, self)
        self._shown = WordFilter(_said, self)
        self._shown.setSourceModel(self.model)
        self.filter = QLineEdit(self)
        self.filter.setPlaceholderText(self.tr("Filter notes"))
        self.filter.setAccessibleName(self.tr("Filter notes"))
        self.filter.setClearButtonEnabled(True)
        self.filter.textChanged.connect(self._filter)
        self.list = QListView(self)
        self.list.setModel(self._shown)
        self.list.setAccessibleName(self.tr("Notes of this source"))
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        # How high a note is depends on its words: thousands are measured bit by bit.
        self.list.setLayoutMode(QListView.LayoutMode.Batched)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        EditKey(self.list)
        lines = _Lines(self.list)
        lines.written.connect(self._tell)
        self.list.setItemDelegate(lines)
        self.list.activated.connect(self._choose)
        self.hint = Hint(self.list)
        self.hint.acted.connect(self.filter.clear)
        self.edit = QPushButton(self.tr("&Edit note"), self)
        self.edit.setToolTip(self.tr("Edit the note in the list (F2)"))
        self.edit.clicked.connect(lambda: self.list.edit(self.list.currentIndex()))
        self.go = QPushButton(self.tr("&Show passage"), self)
        self.go.setToolTip(self.tr("Show what the note is on (Enter)"))
        self.go.clicked.connect(lambda: self._choose(self.list.currentIndex()))
        self.list.selectionModel().currentChanged.connect(lambda *_: self._enable())
        for changed in (self._shown.modelReset, self._shown.rowsRemoved, self._shown.dataChanged):
            changed.connect(self._enable)
        below = QHBoxLayout()
        below.addWidget(self.edit)
        below.addWidget(self.go)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.filter)
        column.addWidget(self.list)
        column.addLayout(below)
        self.show_nothing()

    def show_nothing(self) -> None:
        """Say what would stand here."""
        self._open, self._of_source, self._of_marks = False, (), ()
        self._arrange()

    def set_notes_on_source(self, rows: Sequence[NoteRow]) -> None:
        """Show what is noted on the open source itself."""
        self._of_source = rows
        self._arrange()

    def set_notes_on_marks(self, rows: Sequence[NoteRow]) -> None:
        """Show what is noted on the highlights of the open source."""
        self._open, self._of_marks = True, rows
        self._arrange()

    def _arrange(self) -> None:
        record = self.list.currentIndex().data(RECORD)
        self.model.set_rows([*self._of_source, *self._of_marks])
        index = self._shown.mapFromSource(self.model.index_of(record.id)) if record else QModelIndex()
        if index.isValid() and index != self.list.currentIndex():
            self.list.setCurrentIndex(index)
        self._say_hint()
        self._enable()

    @Slot(str)
    def _filter(self, text: str) -> None:
        self._shown.filter_by(text)
        self._say_hint()
        self._enable()

    def _say_hint(self) -> None:
        if self.model.records() and self.filter.text().strip():
            self.hint.say(self.tr("No note here answers to these words."), self.tr("Show all"))
        elif self._open:
            self.hint.say(
                self.tr(
                    "Nothing is noted here yet. Select text or choose a highlight, and press N. "
                    "What you note on the source itself is the field “annotation” of its reference."
                )
            )
        else:
            self.hint.say(self.tr("Open a source to see what is noted on it."))

    @Slot()
    def _enable(self) -> None:
        record = self.list.currentIndex().data(RECORD)
        self.edit.setEnabled(bool(record and record.own))
        self.go.setEnabled(record is not None)

    @Slot(QModelIndex)
    def _choose(self, index: QModelIndex) -> None:
        record = index.data(RECORD)
        if record is not None and record.highlight:
            self.highlight_chosen.emit(record.highlight)
        elif record is not None:
            self.source_chosen.emit()

    @Slot(object, str)
    def _tell(self, row: NoteRow, text: str) -> None:
        if row.highlight:
            self.note_changed.emit(row.highlight, text, row.private)
        else:
            self.field_changed.emit(row.reference, row.field, text)

    def _spoken(self, row: NoteRow) -> str:
        on = f"“{row.quote}”" if row.quote else self.tr("marked area") if row.highlight else self.tr("on the source")
        private = self.tr("private") if row.private else ""
        return ", ".join(filter(None, (row.text, on, row.locator, "" if row.own else row.author, private)))


class _Notes(RowsModel[NoteRow]):
    """Notes, of which one's own can be changed."""

    def flags(self, index: Index) -> Qt.ItemFlag:
        record = self.record(index)
        usual = super().flags(index)
        return usual | Qt.ItemFlag.ItemIsEditable if record is not None and record.own else usual


class _Lines(QStyledItemDelegate):
    """Draws a note, and below it what it is on and who wrote it; its editor is that of all notes.

    Signals:
        written: A note was changed; carries its ``NoteRow`` and the text.
    """

    written = Signal(object, str)

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:  # type: ignore[override]
        row = index.data(RECORD)
        style = option.widget.style()
        style.drawPrimitive(QStyle.PrimitiveElement.PE_PanelItemViewItem, option, painter, option.widget)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        ink = option.palette.color(QPalette.ColorRole.HighlightedText if chosen else QPalette.ColorRole.Text)
        faint = ink if chosen else option.palette.color(QPalette.ColorRole.PlaceholderText)
        metrics = QFontMetrics(option.font)
        room = _room(option.rect)
        painter.save()
        painter.setFont(option.font)
        painter.setPen(ink)
        text = QRect(room.left(), room.top(), room.width(), room.height() - metrics.lineSpacing())
        painter.setClipRect(text)
        painter.drawText(text, _WRAPPED, row.text)
        painter.setClipping(False)
        foot = QRect(room.left(), text.bottom() + 1, room.width(), metrics.lineSpacing())
        if row.private:
            size = metrics.height()
            palette = QPalette(option.palette)
            palette.setColor(QPalette.ColorRole.ButtonText, ink)
            icons.icon("lock", palette, size).paint(painter, foot.right() - size, foot.top(), size, size)
            foot.setRight(foot.right() - size * 5 // 4)
        painter.setPen(faint)
        said = metrics.elidedText(self._on(row), Qt.TextElideMode.ElideRight, foot.width())
        painter.drawText(foot, Qt.AlignmentFlag.AlignVCenter, said)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex) -> QSize:  # type: ignore[override]
        metrics = QFontMetrics(option.font)
        width = _room(self._view.viewport().rect()).width()
        lines = metrics.boundingRect(0, 0, width, 1 << 20, _WRAPPED, index.data(RECORD).text).height()
        shown = min(lines, metrics.lineSpacing() * _MOST_LINES) + metrics.lineSpacing()
        return QSize(120, shown + 12)

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: Index) -> QWidget:
        row = index.data(RECORD)
        editor = NoteEditor(parent)
        editor.note_changed.connect(lambda text: self.written.emit(row, text))
        editor.left.connect(lambda: self._leave(editor))
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        # What is being written stays, whatever the library has.
        if isinstance(editor, NoteEditor) and not editor.document().isModified():
            editor.show_note(index.data(RECORD).text)
            editor.moveCursor(editor.textCursor().MoveOperation.End)

    def setModelData(self, editor: QWidget, _model: QAbstractItemModel, _index: Index) -> None:
        """Tell what was written; it is shown once the library has it."""
        if isinstance(editor, NoteEditor):
            editor.report()

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, _index: Index) -> None:
        least = editor.fontMetrics().lineSpacing() * _LINES_OF_EDITOR
        place = QRect(option.rect)
        place.setHeight(max(place.height(), least))
        place.moveBottom(min(place.bottom(), max(self._view.viewport().height() - 1, place.height() - 1)))
        editor.setGeometry(place)

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        # Enter begins a new line, and Esc keeps what was written, as everywhere in notes.
        if event.type() in (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride):
            return False
        return super().eventFilter(editor, event)

    def _leave(self, editor: NoteEditor) -> None:
        self.commitData.emit(editor)
        self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.NoHint)
        self._view.setFocus()

    def _on(self, row: NoteRow) -> str:
        quote = f"“{' '.join(row.quote.split())}”" if row.quote else "▭"
        on = quote if row.highlight else self.tr("On the source")
        who = "" if row.own else f"{row.author}, {shown_date(row.created, QLocale())}"
        return "  ".join(filter(None, (who, row.locator, on)))


def _room(rectangle: QRect) -> QRect:
    return rectangle.adjusted(8, 6, -8, -6)


def _said(row: NoteRow) -> str:
    return " ".join((row.text, row.quote, row.locator, row.author))
