"""Concepts as chips: the name on the colour of its marks, with its line under it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeAlias

from PySide6.QtCore import QModelIndex, QRect, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from core.records import Concept
from desktop.models.looks import slots_of
from desktop.models.rows import RECORD
from desktop.reader.marks import paint_line
from desktop.theme import Slot, shown_scheme

Chip: TypeAlias = tuple[str, Slot]

CHIPS = RECORD + 1
"""The role under which a cell's chips are had."""

_LONGEST = 14
"""In heights of a line; what is longer is cut."""


def chips_of(concepts: Sequence[Concept]) -> Mapping[str, Chip]:
    """Return each concept's name and looks by its id."""
    slots = slots_of(concepts)
    return {concept.id: (concept.name, slots[concept.id]) for concept in concepts}


def paint_chips(
    painter: QPainter, room: QRect, chips: Sequence[Chip], palette: QPalette, metrics: QFontMetrics
) -> None:
    """Draw chips side by side in a line of text, as many as there is room for; the last may be cut."""
    scheme = shown_scheme(palette)
    gap = max(2, metrics.height() // 4)
    left = room.left()
    for name, slot in chips:
        # A pixel more than the letters need: they are set in fractions of one.
        width = min(metrics.horizontalAdvance(name) + 2, metrics.height() * _LONGEST, room.right() - left - 2 * gap)
        if width < metrics.averageCharWidth() * 2:
            return
        chip = QRect(left, room.top(), width + 2 * gap, metrics.height())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(slot.mark(scheme))
        painter.drawRoundedRect(chip, gap, gap)
        painter.setPen(palette.color(QPalette.ColorRole.Text))
        shown = metrics.elidedText(name, Qt.TextElideMode.ElideRight, width)
        painter.drawText(chip.left() + gap, chip.top() + metrics.ascent(), shown)
        paint_line(painter, QRectF(chip).adjusted(gap, 0, -gap, -0.5), slot, 0)
        left = chip.right() + gap


class ChipDelegate(QStyledItemDelegate):
    """Draws a cell's chips."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:  # type: ignore[override]
        option.widget.style().drawPrimitive(
            QStyle.PrimitiveElement.PE_PanelItemViewItem, option, painter, option.widget
        )
        metrics = QFontMetrics(option.font)
        top = option.rect.top() + (option.rect.height() - metrics.height()) // 2
        room = QRect(option.rect.left() + 4, top, option.rect.width() - 8, metrics.height())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(option.font)
        painter.setClipRect(option.rect)
        paint_chips(painter, room, index.data(CHIPS) or (), option.palette, metrics)
        painter.restore()
