"""The toolbar: the commands that are wanted most, the page and the zoom."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QSize, Qt, Signal, Slot
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QMenu, QSizePolicy, QToolBar, QToolButton, QWidget

from commonplace.library.slots import COUNT
from desktop import icons
from desktop.frame.slot_bar import SlotBar

_GROUPS = (("left-panel", "import"), ("back", "forward"), ("highlight", "tag", "note"), ("undo", "redo"))
_TO_FIND = ("find", "search")
_AT_THE_END = ("quotes", "export", "palette", "right-panel")
_PERCENTS = (50, 75, 100, 125, 150, 200, 300)


class PageBox(QWidget):
    """Shows the printed label of the page in sight, of how many, and takes another.

    Signals:
        page_wanted: Carries a page's index.
        missed: No page is called so, or there are no pages; carries what to say.
    """

    page_wanted = Signal(int)
    missed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._labels: tuple[str, ...] = ()
        self._page = -1
        self.line = QLineEdit(self)
        self.line.setAccessibleName(self.tr("Page"))
        self.line.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.line.returnPressed.connect(self._go)
        self.line.editingFinished.connect(self._show_page)
        self.count = QLabel(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.line)
        row.addWidget(self.count)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self.set_labels(())

    def set_labels(self, labels: Sequence[str]) -> None:
        """Say how the pages of the open document are printed; without any there are no pages to go to."""
        self._labels = tuple(labels)
        self.count.setText(f"/ {len(labels)}" if labels else "")
        widest = max((*labels, "0000"), key=len)[:12]
        self.line.setFixedWidth(self.fontMetrics().horizontalAdvance(widest) + 3 * self.fontMetrics().height() // 2)
        self.setEnabled(bool(labels))
        self.set_page(0 if labels else -1)

    @Slot(int)
    def set_page(self, index: int) -> None:
        """Show which page is in sight."""
        self._page = index
        self._show_page()

    def open_box(self) -> None:
        """Let a page be typed."""
        if self._labels:
            self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.line.selectAll()
        else:
            self.missed.emit(self.tr("There are no pages to go to here."))

    def _show_page(self) -> None:
        known = 0 <= self._page < len(self._labels)
        self.line.setText(self._labels[self._page] if known else "")
        tip = self.tr("Page %s of the file") % (self._page + 1) if known else ""
        self.line.setToolTip(tip)
        self.line.setAccessibleDescription(f"{tip} {self.count.text()}".strip())

    @Slot()
    def _go(self) -> None:
        index = page_named(self.line.text(), self._labels, self._page)
        if index is None:
            self.missed.emit(self.tr("No page is called ‘{page}’.").format(page=self.line.text().strip()))
            self.line.selectAll()
        else:
            self.page_wanted.emit(index)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and self._labels:
            self.set_labels(self._labels)


def page_named(typed: str, labels: Sequence[str], near: int) -> int | None:
    """Return the index of the page that somebody means: by its label, else ``#N`` or a number by its place.

    Of pages with the same label the next one after ``near`` is meant, so that typing it again goes on.
    """
    wanted = typed.strip().casefold()
    named = [index for index, label in enumerate(labels) if label.casefold() == wanted]
    if named:
        return next((index for index in named if index > near), named[0])
    digits = wanted.removeprefix("#")
    if digits.isdecimal() and 0 < int(digits) <= len(labels):
        return int(digits) - 1
    return None


class ZoomField(QToolButton):
    """Shows the zoom and offers others.

    Signals:
        zoom_wanted: Carries a zoom, 1.0 being the printed size.
    """

    zoom_wanted = Signal(float)

    def __init__(self, fits: Sequence[QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        menu = QMenu(self)
        menu.addActions(list(fits))
        menu.addSeparator()
        for percent in _PERCENTS:
            action = menu.addAction(f"{percent} %")
            action.triggered.connect(lambda _=False, zoom=percent / 100: self.zoom_wanted.emit(zoom))
        self.setMenu(menu)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setToolTip(self.tr("Zoom"))
        self.set_zoom(1.0)

    @Slot(float)
    def set_zoom(self, zoom: float) -> None:
        """Show a zoom."""
        self.setText(f"{round(zoom * 100)} %")
        self.setAccessibleName(f"{self.tr('Zoom')}: {self.text()}")
        self.setMinimumWidth(self.fontMetrics().horizontalAdvance("0000 %") + 2 * self.fontMetrics().height())


class ToolBar(QToolBar):
    """The main toolbar."""

    def __init__(self, actions: Mapping[str, QAction], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Toolbar"))
        self.setObjectName("toolbar")
        self.setAccessibleName(self.tr("Toolbar"))
        self.setMovable(False)
        self._actions = actions
        self.page_box = PageBox(self)
        self.zoom_field = ZoomField([actions[name] for name in ("fit-width", "fit-page") if name in actions], self)
        for number, group in enumerate(_GROUPS):
            self._add(group)
            if number == 1:
                self.addWidget(self.page_box)
                self._add(("zoom-out",), separated=False)
                self.addWidget(self.zoom_field)
                self._add(("zoom-in",))
        space = QWidget(self)
        space.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.addWidget(space)
        self._add(_TO_FIND)
        self.slots = SlotBar([actions[f"slot-{number}"] for number in range(1, COUNT + 1)], self)
        self.addWidget(self.slots)
        self.addSeparator()
        self._add(_AT_THE_END, separated=False)
        self._dress()

    def _add(self, names: Sequence[str], *, separated: bool = True) -> None:
        known = [self._actions[name] for name in names if name in self._actions]
        self.addActions(known)
        if known and separated:
            self.addSeparator()

    def _dress(self) -> None:
        """Draw the icons in the colours and the size of the text."""
        size = round(self.fontMetrics().height() * 1.25)
        self.setIconSize(QSize(size, size))
        self.slots.set_icon_size(self.iconSize())
        for name, action in self._actions.items():
            if icons.has_icon(name):
                action.setIcon(icons.icon(name, self.palette(), size))
                # In menus the words are enough; a column of pictures there is only unrest.
                action.setIconVisibleInMenu(False)

    def _fold(self) -> None:
        """Fold the slots where they would push something else out."""
        others = self.sizeHint().width() - self.slots.sizeHint().width()
        self.slots.fold(others + self.slots.widest > self.width())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        # What stands in it became wider or narrower.
        if event.type() == QEvent.Type.LayoutRequest:
            self._fold()
        return done

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self._dress()
