"""The characters of the fonts Symbol and Wingdings, which have codes of their own, as Unicode."""

from __future__ import annotations

# Adobe's Symbol encoding; a blank stands where the font has nothing, or a piece of a larger sign.
_SYMBOL_LOW = " !∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼"
_SYMBOL_HIGH = "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪ 〉∫⌠⎮⌡⎞⎟⎠⎤⎥⎦⎫⎬⎭"
_WINGDINGS = {
    0x6C: "●", 0x6E: "■", 0x6F: "□", 0x71: "❑", 0x74: "⧫", 0x75: "◆", 0x76: "❖", 0x9F: "•", 0xA7: "▪", 0xA8: "◻",
    0xD8: "➢", 0xDF: "←", 0xE0: "→", 0xE1: "↑", 0xE2: "↓", 0xE8: "➔", 0xEF: "⇦", 0xF0: "⇨", 0xF3: "⬄", 0xFB: "✗",
    0xFC: "✓", 0xFD: "☒", 0xFE: "☑", 0x4A: "☺", 0x4C: "☹", 0x28: "☎", 0x2A: "✉",
}  # fmt: skip
_SYMBOL = {0x20 + place: char for place, char in enumerate(_SYMBOL_LOW)} | {
    0xA0 + place: char for place, char in enumerate(_SYMBOL_HIGH) if char != " "
}
_FONTS = {"symbol": _SYMBOL, "wingdings": _WINGDINGS}
_PRIVATE = 0xF000


def is_symbol_font(font: str) -> bool:
    return font.lower() in _FONTS


def unicode_symbol(font: str, code: int) -> str:
    """Return the character at a font's code; where the font is not known, the private character it stands for."""
    table = _FONTS.get(font.lower(), {})
    return table.get(code - _PRIVATE if _PRIVATE <= code <= _PRIVATE + 0xFF else code) or _as_is(code)


def _as_is(code: int) -> str:
    return chr(code) if 0x20 <= code < 0xD800 or 0xE000 <= code <= 0x10FFFF else "\ufffd"


def translated(text: str, font: str) -> str:
    """Return text set in one of these fonts, whose characters Word keeps in the private area."""
    return "".join(
        unicode_symbol(font, ord(char)) if _PRIVATE <= ord(char) <= _PRIVATE + 0xFF else char for char in text
    )
