"""The seven concepts that are at hand: a button each in the toolbar, or one with a menu where there is no room."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QSize, Qt, Slot
from PySide6.QtGui import QAction, QGuiApplication, QIcon, QKeySequence, QPainter, QPalette, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QToolButton, QWidget

from core.records import Concept
from desktop.reader.marks import paint_pattern
from desktop.theme import Slot as Looks
from desktop.theme import shown_scheme


class SlotBar(QWidget):
    """Shows what the keys 1 to 7 stand for; a click does what the key does."""

    def __init__(self, commands: Sequence[QAction], parent: QWidget) -> None:
        """Do these commands, the first of them for the first slot."""
        super().__init__(parent)
        self._commands = commands
        self._concepts: Sequence[Concept | None] = ()
        self._looks: Mapping[str, Looks] = {}
        self.buttons: list[QToolButton] = []
        self.folded = QToolButton(self)
        self.folded.setText(f"1–{len(commands)}")
        self.folded.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.folded.setToolTip(self.tr("Concepts on the keys 1 to 7"))
        self.folded.setAccessibleName(self.folded.toolTip())
        menu = QMenu(self.folded)
        self.folded.setMenu(menu)
        self._row = QWidget(self)
        inner = QHBoxLayout(self._row)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(0)
        for number, command in enumerate(commands):
            choice = QAction(self)
            choice.triggered.connect(command.trigger)
            # Its key can be switched off.
            command.changed.connect(self._dress)
            menu.addAction(choice)
            button = QToolButton(self._row)
            button.setDefaultAction(choice)
            button.setObjectName(f"slot-button-{number + 1}")
            inner.addWidget(button)
            self.buttons.append(button)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._row)
        row.addWidget(self.folded)
        self.folded.hide()
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self._dress()

    def set_slots(self, concepts: Sequence[Concept | None], looks: Mapping[str, Looks]) -> None:
        """Say which concepts the slots stand for, and how each looks; an empty slot cannot be pressed."""
        self._concepts, self._looks = concepts, looks
        self._dress()

    def set_icon_size(self, size: QSize) -> None:
        for button in self.buttons:
            button.setIconSize(size)
        self._dress()

    @property
    def widest(self) -> int:
        """The width of all buttons side by side, whether they are shown so or not."""
        return self._row.sizeHint().width()

    def fold(self, folded: bool) -> None:
        """Show one button with a menu, or all of them."""
        self._row.setVisible(not folded)
        self.folded.setVisible(folded)

    @Slot()
    def _dress(self) -> None:
        for number, button in enumerate(self.buttons):
            concept = self._concepts[number] if number < len(self._concepts) else None
            choice = button.defaultAction()
            key = self._commands[number].shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            choice.setEnabled(concept is not None)
            choice.setIcon(_picture(number + 1, self._look_of(concept), self.palette(), button.iconSize().width()))
            if concept is None:
                said = tip = self.tr("No concept is on key %s yet") % (number + 1)
                choice.setText(str(number + 1))
            else:
                choice.setText(f"&{number + 1}  {concept.name.replace('&', '&&')}")
                tip = f"{concept.name} ({key})" if key else concept.name
                said = self.tr("Highlight with %s") % concept.name
            choice.setToolTip(tip)
            button.setAccessibleName(said)

    def _look_of(self, concept: Concept | None) -> Looks | None:
        return self._looks.get(concept.id) if concept is not None else None

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        # It may be told before everything is there.
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_row"):
            self._dress()


def _picture(number: int, look: Looks | None, palette: QPalette, size: int) -> QIcon:
    """Return a slot: its number on the colour of its marks, with its line below; without looks an empty frame."""
    made = QIcon()
    for ratio in {screen.devicePixelRatio() for screen in QGuiApplication.screens()}:
        picture = QPixmap(QSize(size, size) * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _draw(painter, number, look, palette, size)
        painter.end()
        # What cannot be pressed has no colour that could be washed out.
        for mode in (QIcon.Mode.Normal, QIcon.Mode.Disabled):
            made.addPixmap(picture, mode)
    return made


def _draw(painter: QPainter, number: int, look: Looks | None, palette: QPalette, size: int) -> None:
    group = QPalette.ColorGroup.Active if look is not None else QPalette.ColorGroup.Disabled
    ink = palette.color(group, QPalette.ColorRole.Text)
    height = size - 6
    painter.setPen(Qt.PenStyle.NoPen if look is not None else palette.color(QPalette.ColorRole.Mid))
    painter.setBrush(look.mark(shown_scheme(palette)) if look is not None else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(1, 0 if look is not None else 1, size - 2, height, 3, 3)
    font = painter.font()
    font.setPixelSize(round(height * 0.8))
    painter.setFont(font)
    painter.setPen(ink)
    painter.drawText(1, 0, size - 2, height, Qt.AlignmentFlag.AlignCenter, str(number))
    if look is not None:
        paint_pattern(painter, look.pattern, ink, 1, size - 1, size - 2.5)
