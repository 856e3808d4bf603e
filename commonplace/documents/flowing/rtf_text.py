"""The characters of Rich Text: bytes in the code page of their font, and Unicode with stand-ins for older readers."""

from __future__ import annotations

from commonplace.documents.flowing.rtf_state import Font, Group
from commonplace.documents.flowing.rtf_tokens import SYMBOL_CHARSET, encoding_of_charset, encoding_of_page
from commonplace.documents.flowing.symbols import unicode_symbol


class RtfText:
    """Makes text of bytes and code units.

    Attributes:
        default_font: The number of the font where none is named.
        skip: How many characters still to pass over: they stand in for one given in Unicode.
    """

    def __init__(self) -> None:
        self.default_font = 0
        self.skip = 0
        self._encoding = "cp1252"
        self._fonts: dict[int, Font] = {}
        self._waiting: list[bytes] = []
        self._high = ""

    def code_page(self, number: int) -> None:
        """Take the code page of text in fonts that name none."""
        self._encoding = encoding_of_page(number)

    def add_font(self, group: Group, name: str) -> None:
        """Keep a font as its entry in the font table described it."""
        encoding = encoding_of_page(group.page) if group.page else encoding_of_charset(group.charset, self._encoding)
        self._fonts[group.font] = Font(encoding, name, symbols=group.charset == SYMBOL_CHARSET)

    def take(self, value: bytes) -> None:
        """Take bytes, which wait: of two that make one character either may be written as it is."""
        skipped = min(self.skip, len(value))
        self.skip -= skipped
        self._waiting.append(value[skipped:])

    def waiting(self, group: Group) -> str:
        """Return the text of the bytes that wait, in the font of their group."""
        data = b"".join(self._waiting)
        self._waiting.clear()
        if not data:
            return ""
        self._high = ""
        font = self._font(group)
        if font.symbols:
            return "".join(unicode_symbol(font.name, byte) if byte > 0x20 else chr(byte) for byte in data)
        return data.decode(font.encoding, "replace")

    def unit(self, number: int, group: Group) -> str:
        """Return the character of a UTF-16 unit, which may be negative; nothing for the first half of a pair."""
        self.skip = max(group.fallback, 0)
        high, self._high = self._high, ""
        code = number + 0x10000 if number < 0 else number
        if 0xD800 <= code < 0xDC00:
            self._high = chr(code)
            return ""
        if 0xDC00 <= code < 0xE000:
            return (high + chr(code)).encode("utf-16", "surrogatepass").decode("utf-16") if high else ""
        if not 0 < code <= 0x10FFFF:
            return ""
        font = self._font(group)
        return unicode_symbol(font.name, code) if font.symbols and 0xF000 <= code <= 0xF0FF else chr(code)

    def _font(self, group: Group) -> Font:
        number = group.far_font if group.far and group.far_font >= 0 else group.font
        return self._fonts.get(number if number >= 0 else self.default_font) or Font(self._encoding)
