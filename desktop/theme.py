"""How the window looks: light and dark palettes of its own, and the colours and line patterns of concepts.

Qt's own dark scheme does nothing on plain X11 and offscreen, so the palettes are ours on every platform.
The seven slots are those of Okabe and Ito, blended on the paper so that text stays readable on them; each has a line
pattern besides, for eyes and printers that do not tell the colours apart.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from typing import Literal, TypeAlias

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

Scheme: TypeAlias = Literal["light", "dark"]
Pattern: TypeAlias = Literal["solid", "double", "dashed", "dotted", "dash-dot", "wavy", "thick"]


@dataclass(frozen=True, slots=True)
class Slot:
    """A concept colour: its full shade, what lies under text on light and on dark paper, and its line."""

    name: str
    base: str
    light: str
    dark: str
    pattern: Pattern

    def mark(self, scheme: Scheme) -> QColor:
        return QColor(self.light if scheme == "light" else self.dark)


SLOTS = (
    Slot("orange", "#E69F00", "#F4D48C", "#644B14", "solid"),
    Slot("sky", "#56B4E9", "#B3DDF5", "#325265", "double"),
    Slot("green", "#009E73", "#8CD3C0", "#144B3C", "dashed"),
    Slot("yellow", "#F0E442", "#F8F3AA", "#68632B", "dotted"),
    Slot("blue", "#0072B2", "#8CC0DC", "#143B52", "dash-dot"),
    Slot("vermillion", "#D55E00", "#ECB78C", "#5E3414", "wavy"),
    Slot("purple", "#CC79A7", "#E8C3D7", "#5B3E4E", "thick"),
)
_NAMED = {name: slot for slot in SLOTS for name in (slot.name, slot.base.lower())}
UNTAGGED = Slot("grey", "#808080", "#D9D9D9", "#4A4A4A", "solid")
FOUND = Slot("found", "#C8641E", "#FFE27A", "#5A4A12", "solid")
"""What a search finds in the open document; its base frames the place that is shown."""
BEFORE, AFTER = SLOTS[5], SLOTS[1]
"""Words that only the one, or only the other, of two texts has; they are underlined or struck out besides."""

_Role = QPalette.ColorRole
_LIGHT: Mapping[QPalette.ColorRole, str] = {
    _Role.Window: "#F6F5F3",
    _Role.WindowText: "#1A1A1A",
    _Role.Base: "#FFFFFF",
    _Role.AlternateBase: "#F0EFEC",
    _Role.Text: "#1A1A1A",
    _Role.Button: "#ECEBE7",
    _Role.ButtonText: "#1A1A1A",
    _Role.BrightText: "#FFFFFF",
    _Role.ToolTipBase: "#FFFFFF",
    _Role.ToolTipText: "#1A1A1A",
    _Role.PlaceholderText: "#6B6B6B",
    _Role.Highlight: "#1D5E94",
    _Role.HighlightedText: "#FFFFFF",
    _Role.Link: "#0B5394",
    _Role.LinkVisited: "#5B3E8C",
    _Role.Light: "#FFFFFF",
    _Role.Midlight: "#E6E4DF",
    _Role.Mid: "#CFCDC7",
    _Role.Dark: "#85837D",
    _Role.Shadow: "#55534E",
    _Role.Accent: "#1D5E94",
}
_DARK: Mapping[QPalette.ColorRole, str] = {
    _Role.Window: "#242527",
    _Role.WindowText: "#ECECEC",
    _Role.Base: "#1B1C1E",
    _Role.AlternateBase: "#26272A",
    _Role.Text: "#ECECEC",
    _Role.Button: "#303235",
    _Role.ButtonText: "#ECECEC",
    _Role.BrightText: "#FFFFFF",
    _Role.ToolTipBase: "#303235",
    _Role.ToolTipText: "#ECECEC",
    _Role.PlaceholderText: "#9A9A9A",
    _Role.Highlight: "#2B74AD",
    _Role.HighlightedText: "#FFFFFF",
    _Role.Link: "#7DB8E8",
    _Role.LinkVisited: "#B9A0E0",
    _Role.Light: "#45474B",
    _Role.Midlight: "#38393D",
    _Role.Mid: "#45474B",
    _Role.Dark: "#7F8288",
    _Role.Shadow: "#000000",
    _Role.Accent: "#2F7CB8",
}
_FADED = (_Role.WindowText, _Role.Text, _Role.ButtonText)


def apply(scheme: Scheme, application: QApplication) -> None:
    """Give the whole program a scheme, at once."""
    application.setStyle("Fusion")
    application.setPalette(palette(scheme))
    application.setStyleSheet(_style())


def _style() -> str:
    resources = files("resources")
    shapes = resources.joinpath("themes/window.qss").read_text("utf-8")
    return shapes.replace("@icons", str(resources.joinpath("icons")).replace("\\", "/"))


def shown_scheme(shown: QPalette) -> Scheme:
    """Return the scheme of a palette that is in use."""
    return "dark" if shown.color(_Role.Base).lightness() < 128 else "light"


def palette(scheme: Scheme) -> QPalette:
    """Return the palette of a scheme; what is disabled is half as strong as what is not."""
    made = QPalette()
    for role, colour in (_LIGHT if scheme == "light" else _DARK).items():
        made.setColor(role, QColor(colour))
    for role in _FADED:
        made.setColor(QPalette.ColorGroup.Disabled, role, _between(made.color(role), made.color(_Role.Window)))
    return made


def wanted_scheme(setting: str) -> Scheme:
    """Return what ``system``, ``light`` or ``dark`` comes to on this computer."""
    if setting in ("light", "dark"):
        return "dark" if setting == "dark" else "light"
    return "dark" if QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark else "light"


def slot_named(colour: str) -> Slot | None:
    """Return the slot that a concept was given, by its name or its full shade; None where it is none of them."""
    return _NAMED.get(colour.lower())


def _between(one: QColor, other: QColor) -> QColor:
    return QColor(*((a + b) // 2 for a, b in zip(_rgb(one), _rgb(other), strict=True)))


def _rgb(colour: QColor) -> tuple[int, int, int]:
    return colour.red(), colour.green(), colour.blue()
