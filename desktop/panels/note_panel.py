"""The notes on the chosen highlight: one's own to be written, others' to be read."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QEvent, QLocale, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QFocusEvent, QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QCheckBox, QLabel, QPlainTextEdit, QScrollArea, QVBoxLayout, QWidget

from commonplace.library.highlights import NoteLine
from commonplace.library.viewing import Marked
from desktop.dates import shown_date

_IDLE_MS = 10_000
_LINES = 4


class NoteEditor(QPlainTextEdit):
    """Shows one note and reports what the user has written.

    Signals:
        note_changed: The text is to be kept; carries it.  Sent when the editor loses focus and after ten idle
            seconds, so that one sitting is one step of undo.
        left: ``Esc`` was pressed.
    """

    note_changed = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Your note"))
        self.setTabChangesFocus(True)
        self._composing = False
        self._idle = QTimer(self, singleShot=True, interval=_IDLE_MS)
        self._idle.timeout.connect(self.report)
        self.textChanged.connect(self._idle.start)

    def show_note(self, text: str) -> None:
        """Replace what is shown, as a kept text."""
        if text != self.toPlainText():
            self.setPlainText(text)
        self._idle.stop()
        self.document().setModified(False)

    @Slot()
    def report(self) -> None:
        """Tell what was written since it was told last, if anything was."""
        self._idle.stop()
        if self.document().isModified():
            self.document().setModified(False)
            self.note_changed.emit(self.toPlainText())

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self._composing = bool(event.preeditString())
        super().inputMethodEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not self._composing:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Keep what was written before the focus goes."""
        self.report()
        super().focusOutEvent(event)


class NotePanel(QWidget):
    """The note of one highlight, and what others said of it.

    Signals:
        note_changed: Carries the highlight's id, the text of one's own note, and whether it is private.
        left: The user is done with it.
    """

    note_changed = Signal(str, str, bool)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._highlight = ""
        self.editor = NoteEditor(self)
        self.editor.note_changed.connect(self._report)
        self.editor.left.connect(self.left)
        self.private = QCheckBox(self.tr("Private"), self)
        self.private.setToolTip(self.tr("A private note is kept beside the library and never shared with it."))
        self.private.clicked.connect(lambda: self._report(self.editor.toPlainText()))
        self.others = QLabel(self)
        self.others.setTextFormat(Qt.TextFormat.RichText)
        self.others.setWordWrap(True)
        self.others.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.others.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.others.setAccessibleName(self.tr("Notes of others"))
        self.others.setMargin(4)
        self._scroll = QScrollArea(self)
        self._scroll.setWidgetResizable(True)
        self._scroll.setWidget(self.others)
        self._scroll.setAccessibleName(self.tr("Notes of others"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.editor, 1)
        column.addWidget(self.private)
        column.addWidget(self._scroll, 1)
        self.show_mark(None)

    @property
    def highlight(self) -> str:
        """The id of the highlight whose note is shown; empty where there is none."""
        return self._highlight

    def show_mark(self, mark: Marked | None, person: str = "") -> None:
        """Show the notes on a highlight; what was written on the one before is told first.

        A note that is being written stays, whatever the library has.

        Args:
            mark: The highlight, or None.
            person: The id of who works here.
        """
        id = mark.highlight.id if mark else ""
        if id == self._highlight and self.editor.document().isModified():
            return
        self.editor.report()
        self._highlight = id
        notes = list(zip(mark.highlight.notes, mark.line.notes, strict=True)) if mark else []
        own = [note for note, _ in notes if note.person == person]
        newest = max(own, key=lambda note: note.created, default=None)
        self.editor.show_note(newest.text if newest else "")
        self._show_privacy(mark, private=bool(newest and newest.private), both=len(own) > 1)
        self.editor.setEnabled(mark is not None)
        self.editor.setPlaceholderText(
            self.tr("Your note (N)") if mark else self.tr("Choose a highlight to note on it")
        )
        self._show_others([line for note, line in notes if note.person != person])

    def _show_privacy(self, mark: Marked | None, *, private: bool, both: bool) -> None:
        all_of_it = bool(mark and mark.highlight.private)
        self.private.setChecked(all_of_it or private)
        # Of two notes each stays what it is; the list of notes shows both.
        self.private.setEnabled(mark is not None and not all_of_it and not both)

    def write(self) -> None:
        """Go to the note, behind its last word."""
        self.editor.setFocus()
        cursor = self.editor.textCursor()
        cursor.movePosition(cursor.MoveOperation.End)
        self.editor.setTextCursor(cursor)

    def _show_others(self, notes: list[NoteLine]) -> None:
        locale = QLocale()
        self.others.setText(
            "".join(
                f"<p><b>{escape(note.author)}</b> {escape(shown_date(note.created, locale))}<br>"
                f"{escape(note.text).replace(chr(10), '<br>')}</p>"
                for note in notes
            )
        )
        self._scroll.setVisible(bool(notes))

    @Slot(str)
    def _report(self, text: str) -> None:
        if self._highlight:
            self.note_changed.emit(self._highlight, text, self.private.isChecked())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.setMinimumHeight(self.fontMetrics().lineSpacing() * _LINES)
