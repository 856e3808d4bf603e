"""Text squeezed for comparison: NFKC, without white space, hyphens and invisible characters."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from functools import lru_cache

from core.accents import combined
from core.folding import DRAWN, clusters, pieces
from core.records import Range

# For character classes; the plain hyphen is written first in them.
INVISIBLE = "\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff"
HYPHENS = "\u2010\u2011\ufe63\uff0d"
DASHES = "\u2012-\u2015\u2212\ufe31\ufe32\ufe58"

_SPELT_PLAIN = {
    **dict.fromkeys("‘’‚‛′‵‹›ʹʻʼʽʾʿˈ`´", "'"),
    # Two single marks are a double one in many old fonts.
    **dict.fromkeys('“”„‟″«»"', "''"),
    **dict.fromkeys("‒–—―−", ""),
    **dict.fromkeys("・‧⋅∙", "·"),
    **dict.fromkeys("〜∼", "~"),
    **dict.fromkeys("∕⁄", "/"),
    "∶": ":",
}

# Everything but characters that squeezing leaves alone or ``squeeze`` takes out itself.
_UNSAFE = re.compile(
    "[^\\n -~\u00c0-\u0131\u0134-\u013e\u0141-\u0148\u014a-\u017e\u0391-\u03a1\u03a3-\u03ce\u0400-\u0481\u048a-\u0527"
    "\u05d0-\u05ea\u0621-\u063a\u0641-\u064a\u2012-\u2016\u2018-\u2023\u3001-\u3029\u3030-\u3035"
    "\u3041-\u3096\u309d\u309e\u30a0-\u30fe\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\U0001f300-\U0001f5ff\U00020000-\U0002a6df]+"
)
_ASCII = {ord(char): None for char in map(chr, range(128)) if char.isspace() or char == "-"}
_ASCII_LOOSE = {**{code: code + 32 for code in range(65, 91)}, **_ASCII, ord("`"): "'", ord('"'): "''"}

_PIECE = 256


def squeeze(text: str, *, loose: bool = False) -> str:
    """Return a text as passages are compared; ``loose`` without case, dashes and the form of quotation marks."""
    return _squeeze(combined(text), loose)


def _squeeze(text: str, loose: bool) -> str:
    """Squeeze a text whose accents stand after their letters; an acute that is left stands for an apostrophe."""
    if text.isascii():
        return text.translate(_ASCII_LOOSE if loose else _ASCII)
    if loose:
        text = text.replace("´", "'")
    plain = _UNSAFE.sub(lambda run: _squeeze_run(run[0]), unicodedata.normalize("NFC", text))
    for gap in " \n-":
        plain = plain.replace(gap, "")
    return _loosened(plain) if loose else plain


class Squeezed:
    """A squeezed text that knows where its characters came from.

    Characters are mapped where they are asked for, and only the last stretch is remembered: a map of a whole
    book would take more memory than everything else.

    Attributes:
        source: The text it comes from, with accents after their letters.
    """

    __slots__ = ("_ends", "_loose", "_mapped", "_origins", "_pieces", "source", "text")

    def __init__(self, source: str, loose: bool) -> None:
        self.source = source = combined(source)
        self._loose = loose
        self._pieces = list(pieces(source, _PIECE))
        parts = [_squeeze(source[start:end], loose) for start, end in self._pieces]
        self.text = "".join(parts)
        self._ends: list[int] = []
        length = 0
        for part in parts:
            length += len(part)
            self._ends.append(length)
        self._mapped = -1
        self._origins: list[Range] = []

    def original(self, start: int, end: int) -> Range:
        """Return the smallest range of the source that squeezes to ``[start, end)``, which must not be empty."""
        return self._origin(start)[0], self._origin(end - 1)[1]

    def _origin(self, position: int) -> Range:
        index = bisect_right(self._ends, position)
        if index != self._mapped:
            low, high = self._pieces[index]
            piece = self.source[low:high]
            self._origins = [
                (low + start, low + end)
                for start, end in clusters(piece)
                for _ in _squeeze_cluster(piece[start:end], self._loose)
            ]
            self._mapped = index
        return self._origins[position - (self._ends[index - 1] if index else 0)]


@lru_cache(maxsize=4)
def squeezed(text: str, loose: bool) -> Squeezed:
    """Return the text squeezed, with its places; the last few texts are remembered."""
    return Squeezed(text, loose)


@lru_cache(maxsize=8192)
def _squeeze_cluster(cluster: str, loose: bool) -> str:
    return _squeeze(cluster, loose)


@lru_cache(maxsize=8192)
def _squeeze_run(run: str) -> str:
    plain = unicodedata.normalize("NFKC", "".join(DRAWN.get(char, char) for char in run))
    return "".join(char for char in plain if not _is_dropped(char))


def _is_dropped(char: str) -> bool:
    selector = "\ufe00" <= char <= "\ufe0f" or "\U000e0100" <= char <= "\U000e01ef" or "\u180b" <= char <= "\u180d"
    return char.isspace() or char in "-\u2010\u034f" or selector or unicodedata.category(char) == "Cf"


def _loosened(text: str) -> str:
    text = text.casefold()
    for char, plain in _SPELT_PLAIN.items():
        text = text.replace(char, plain)
    return text
