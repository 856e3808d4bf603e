"""Rich Text as tokens, and the encodings its bytes are in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

_TOKEN = re.compile(
    rb"\\(?P<word>[a-zA-Z]{1,40})(?P<number>-?\d{1,10})? ?"
    rb"|\\'(?P<hex>[0-9a-fA-F]{2})"
    rb"|\\(?P<sign>[^a-zA-Z'])"
    rb"|(?P<brace>[{}])"
    rb"|[\r\n]+"
    rb"|(?P<text>[^\\{}\r\n]+)",
    re.S,
)

Sort = Literal["word", "bytes", "binary", "sign", "open", "close"]


@dataclass(frozen=True, slots=True)
class Token:
    """A control word (with its number), bytes of text, binary data, a sign, or a group's beginning or end."""

    sort: Sort
    value: bytes = b""
    number: int | None = None


_OPEN, _CLOSE = Token("open"), Token("close")


def tokens(data: bytes) -> Iterator[Token]:
    """Yield the tokens of Rich Text; what makes no token is passed over."""
    at = 0
    while at < len(data):
        match = _TOKEN.match(data, at)
        if match is None:
            at += 1
            continue
        at = match.end()
        sort = match.lastgroup
        if sort == "text":
            yield Token("bytes", match["text"])
        elif sort == "brace":
            yield _OPEN if match["brace"] == b"{" else _CLOSE
        elif sort == "hex":
            yield Token("bytes", bytes.fromhex(match["hex"].decode("ascii")))
        elif sort == "sign":
            yield Token("sign", match["sign"])
        elif match["word"]:
            number = int(match["number"]) if match["number"] else None
            if match["word"] == b"bin":
                length = max(number or 0, 0)
                yield Token("binary", data[at : at + length])
                at += length
            else:
                yield Token("word", match["word"], number)


_CHARSETS = {
    77: "mac_roman", 78: "shift_jis", 128: "cp932", 129: "cp949", 130: "johab", 134: "gb18030", 136: "big5",
    161: "cp1253", 162: "cp1254", 163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251",
    222: "cp874", 238: "cp1250", 254: "cp437", 255: "cp437",
}  # fmt: skip
_PAGES = {932: "cp932", 936: "gb18030", 949: "cp949", 950: "big5", 1361: "johab", 10000: "mac_roman", 65001: "utf-8"}
_KNOWN_PAGES = frozenset((437, 850, 852, 855, *range(857, 867), 869, 874, *range(1250, 1259))) - {859}
_WIDE = frozenset(("cp932", "gb18030", "cp949", "big5", "johab"))
SYMBOL_CHARSET = 2


def encoding_of_page(page: int) -> str:
    """Return the encoding of a Windows code page; Western European for one that nobody knows."""
    return _PAGES.get(page) or (f"cp{page}" if page in _KNOWN_PAGES else "cp1252")


def encoding_of_charset(charset: int, default: str) -> str:
    """Return the encoding of a font's character set.

    Charset 0 is Western European by the book; writers of East Asian documents use it for the document's own.
    """
    if charset == 0:
        return default if default in _WIDE else "cp1252"
    return _CHARSETS.get(charset, default)
