"""Scrolling by itself while something is dragged beyond the edge of a view; the farther out, the faster."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPointF, QTimer, Signal, Slot
from PySide6.QtWidgets import QAbstractScrollArea

_EVERY = 30
_SHARE = 0.35
_FASTEST = 90


class AutoScroll(QObject):
    """Scrolls an area as long as the mouse is held outside of it.

    Signals:
        scrolled: It went a step; carries where in the viewport the mouse is.
    """

    scrolled = Signal(QPointF)

    def __init__(self, area: QAbstractScrollArea) -> None:
        super().__init__(area)
        self._area = area
        self._point = QPointF()
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY)
        self._timer.timeout.connect(self._step)

    def follow(self, point: QPointF) -> None:
        """Take where the mouse is held."""
        self._point = point
        if not any(self._pace()):
            self._timer.stop()
        elif not self._timer.isActive():
            self._timer.start()

    def stop(self) -> None:
        self._timer.stop()

    def _pace(self) -> tuple[int, int]:
        size = self._area.viewport().size()
        return _beyond(self._point.x(), size.width()), _beyond(self._point.y(), size.height())

    @Slot()
    def _step(self) -> None:
        across, down = self._pace()
        bars = self._area.horizontalScrollBar(), self._area.verticalScrollBar()
        for bar, pace in zip(bars, (across, down), strict=True):
            bar.setValue(bar.value() + pace)
        self.scrolled.emit(self._point)


def _beyond(at: float, size: int) -> int:
    far = min(at, 0.0) + max(at - size + 1, 0.0)
    pace = max(-_FASTEST, min(_FASTEST, far * _SHARE))
    return (1 if pace > 0 else -1) * max(round(abs(pace)), 4) if pace else 0
