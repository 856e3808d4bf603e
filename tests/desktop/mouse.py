"""What a hand does with the mouse, sent to the viewport of a reader."""


def clicks(view, point, count, held=None):
    """Click so many times at a point of the viewport, as fast as for a double or triple click."""
    for number in range(count):
        _send(view, "MouseButtonDblClick" if number == 1 else "MouseButtonPress", point, held)
        _send(view, "MouseButtonRelease", point, held)


def drag(view, first, last, held=None):
    """Press the button at a point, move to another, and let it go there."""
    _send(view, "MouseButtonPress", first, held)
    _send(view, "MouseMove", last, held)
    _send(view, "MouseButtonRelease", last, held)


def _send(view, kind, point, held):
    # Tests are collected where there is no Qt, too.
    from PySide6.QtCore import QEvent, QPointF, Qt
    from PySide6.QtGui import QMouseEvent
    from PySide6.QtWidgets import QApplication

    left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
    at, keys = QPointF(point), held or Qt.KeyboardModifier.NoModifier
    button, buttons = none if kind == "MouseMove" else left, none if kind == "MouseButtonRelease" else left
    event = QMouseEvent(QEvent.Type[kind], at, view.viewport().mapToGlobal(at), button, buttons, keys)
    QApplication.sendEvent(view.viewport(), event)
