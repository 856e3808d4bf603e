"""A text beside another, with the words marked in which the two differ."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, TypeAlias

from PySide6.QtCore import QEvent
from PySide6.QtGui import QPalette, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit, QWidget

from core.differences import Piece
from desktop.theme import AFTER, BEFORE, shown_scheme

Side: TypeAlias = Literal["before", "after", "both"]


class Passage(QTextEdit):
    """Shows one side of two texts, or both in one: what goes is struck out, what comes is underlined."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pieces: tuple[Piece, ...] = ()
        self._side: Side = "before"
        self._around = ("", "")
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setAccessibleName(name)

    def show_text(self, text: str) -> None:
        """Show a text with nothing marked in it."""
        self.show_pieces([Piece("same", text)] if text else [], "before")

    def show_pieces(self, pieces: Sequence[Piece], side: Side, around: tuple[str, str] = ("", "")) -> None:
        """Show what one of two texts has, or both; ``around`` is what stands before and after, drawn fainter."""
        self._pieces, self._side, self._around = tuple(pieces), side, around
        self._draw()

    def marked(self) -> tuple[str, ...]:
        """Return the words that are marked."""
        return tuple(piece.text for piece in self._shown() if piece.which != "same")

    def _shown(self) -> list[Piece]:
        return [piece for piece in self._pieces if self._side == "both" or piece.which in ("same", self._side)]

    def _draw(self) -> None:
        self.clear()
        cursor = QTextCursor(self.document())
        faint = QTextCharFormat()
        faint.setForeground(self.palette().color(QPalette.ColorRole.PlaceholderText))
        before, after = self._around
        cursor.insertText(before, faint)
        for piece in self._shown():
            cursor.insertText(piece.text, self._format(piece))
        cursor.insertText(after, faint)
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def _format(self, piece: Piece) -> QTextCharFormat:
        found = QTextCharFormat()
        found.setForeground(self.palette().color(QPalette.ColorRole.Text))
        if piece.which == "same":
            return found
        slot = BEFORE if piece.which == "before" else AFTER
        found.setBackground(slot.mark(shown_scheme(self.palette())))
        struck = self._side == "both" and piece.which == "before"
        found.setFontStrikeOut(struck)
        if not struck:
            style = QTextCharFormat.UnderlineStyle
            found.setUnderlineStyle(style.DashUnderline if piece.which == "before" else style.SingleUnderline)
        return found

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        # It is told before everything is there, too.
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_pieces"):
            self._draw()
