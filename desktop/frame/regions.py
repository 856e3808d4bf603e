"""The regions of the window, and going between them by key."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QTabWidget, QWidget


def go(regions: Sequence[QWidget], step: int) -> None:
    """Put the focus into the next region that is in sight, or the one before, round and round."""
    shown = [region for region in regions if region.isVisible()]
    if not shown:
        return
    focus = QApplication.focusWidget()
    at = next((place for place, region in enumerate(shown) if holds(region, focus)), -1 if step > 0 else 0)
    enter(shown[(at + step) % len(shown)])


def holds(region: QWidget, focus: QWidget | None) -> bool:
    return focus is not None and (focus is region or region.isAncestorOf(focus))


def enter(region: QWidget) -> None:
    """Put the focus where it was last in a region, else on what it is for: its list rather than its filter."""
    page = region.currentWidget() if isinstance(region, QTabWidget) else region
    last = region.focusWidget()
    target = last if last is not None and last.isVisible() else _first(page or region)
    target.setFocus(Qt.FocusReason.ShortcutFocusReason)


def _first(region: QWidget) -> QWidget:
    takes_keys = Qt.FocusPolicy.StrongFocus
    inside = [
        child
        for child in (region, *region.findChildren(QWidget))
        if child.focusPolicy() & takes_keys == takes_keys and child.isVisibleTo(region) and child.isEnabled()
    ]
    views = [child for child in inside if child.inherits("QAbstractItemView")]
    return next(iter((*views, *inside)), region)
