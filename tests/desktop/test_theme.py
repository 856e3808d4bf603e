"""The palettes and the concepts' colours: readable, and told apart without colour."""

import pytest

pytestmark = pytest.mark.gui

PAIRS = (
    ("WindowText", "Window"),
    ("WindowText", "Midlight"),
    ("Text", "Base"),
    ("Text", "AlternateBase"),
    ("ButtonText", "Button"),
    ("ToolTipText", "ToolTipBase"),
    ("HighlightedText", "Highlight"),
    ("PlaceholderText", "Base"),
    ("Link", "Base"),
    ("LinkVisited", "Base"),
)


def contrast(one, other):
    """Return the contrast of two colours as WCAG 2.2 defines it, from 1 to 21."""
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def luminance(colour):
    parts = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in colour.getRgbF()[:3]]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_text_of_the_palette_can_be_read_on_its_ground(scheme):
    from PySide6.QtGui import QPalette

    from desktop.theme import palette

    made = palette(scheme)
    role = QPalette.ColorRole
    found = {pair: contrast(made.color(role[pair[0]]), made.color(role[pair[1]])) for pair in PAIRS}

    assert {pair: round(value, 1) for pair, value in found.items() if value < 4.5} == {}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_focus_and_the_edges_of_fields_stand_out_from_what_is_beside_them(scheme):
    from PySide6.QtGui import QPalette

    from desktop.theme import palette

    made = palette(scheme)
    role = QPalette.ColorRole

    for edge in (role.Accent, role.Dark):
        for ground in (role.Base, role.Window):
            assert contrast(made.color(edge), made.color(ground)) >= 3


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_can_be_read_on_every_mark(scheme):
    from PySide6.QtGui import QPalette

    from desktop.theme import SLOTS, UNTAGGED, palette

    ink = palette(scheme).color(QPalette.ColorRole.Text)

    assert all(contrast(ink, slot.mark(scheme)) >= 4.5 for slot in (*SLOTS, UNTAGGED))


def test_slots_are_told_apart_in_grey_by_their_lines(qapp):
    from PySide6.QtGui import QColor, QImage, QPainter

    from desktop.reader.marks import paint_pattern
    from desktop.theme import SLOTS

    drawn = set()
    for slot in SLOTS:
        image = QImage(120, 12, QImage.Format.Format_Grayscale8)
        image.fill(255)
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_pattern(painter, slot.pattern, QColor("black"), 0, 120, 6)
        painter.end()
        drawn.add(bytes(image.constBits()))

    assert len(drawn) == len(SLOTS)


def test_the_setting_comes_before_the_system():
    from desktop.theme import wanted_scheme

    assert (wanted_scheme("light"), wanted_scheme("dark")) == ("light", "dark")
