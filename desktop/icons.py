"""Icons: drawings of one line, in the colour of the text they stand beside."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from PySide6.QtCore import QByteArray, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer

_INK = b"currentColor"


def icon(name: str, palette: QPalette, size: int) -> QIcon:
    """Return an icon, sharp on every screen there is; what is disabled is drawn as faint as its text.

    Args:
        name: The stem of a file in ``resources/icons``.
        palette: Whose text gives the colours; ask anew when it changes.
        size: Logical pixels.
    """
    made = QIcon()
    for mode, group in (
        (QIcon.Mode.Normal, QPalette.ColorGroup.Active),
        (QIcon.Mode.Disabled, QPalette.ColorGroup.Disabled),
    ):
        colour = palette.color(group, QPalette.ColorRole.ButtonText)
        for ratio in {screen.devicePixelRatio() for screen in QGuiApplication.screens()}:
            made.addPixmap(_drawn(name, colour, size, ratio), mode)
    return made


def has_icon(name: str) -> bool:
    return name in _names()


def _drawn(name: str, colour: QColor, size: int, ratio: float) -> QPixmap:
    picture = QPixmap(QSize(size, size) * ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    QSvgRenderer(QByteArray(_svg(name).replace(_INK, colour.name().encode()))).render(painter)
    painter.end()
    picture.setDevicePixelRatio(ratio)
    return picture


@cache
def _svg(name: str) -> bytes:
    return files("resources").joinpath(f"icons/{name}.svg").read_bytes()


@cache
def _names() -> frozenset[str]:
    return frozenset(path.name.removesuffix(".svg") for path in files("resources").joinpath("icons").iterdir())
