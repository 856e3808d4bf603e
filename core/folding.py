"""Text folded for search: the tokens of a text, separated by single blanks.

Folding is NFKC, case folding, letters of the Latin script without their diacritics, hyphenated line ends joined,
and every CJK character a token of its own.  What is neither letter nor digit becomes a blank, so that the tokens
of ``unicode61`` (SQLite's, whose tables are those of Unicode 6.1) are the words of ``folded.split()``.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache

from core.accents import combined
from core.records import Range

_CJK = (
    "⺀-⿟々-〇〡-〩〸-〻ぁ-ゖゝ-ゟァ-ヺー-ヿㄅ-ㄯㆠ-ㆿㇰ-ㇿ㐀-䶿一-鿿"
    "\uf900-\ufaff\U0001aff0-\U0001b16f\U00020000-\U0003ffff"
)
_is_cjk = re.compile(f"[{_CJK}]").match

# Radicals that fonts draw as the character and NFKC leaves alone; PDF text is full of them.
_RADICALS = dict(zip("⺠⻁⻄⻆⻑⻘⻝⻣⻤⻨⻩⻫⻭⻯⻲", "民虎西角長青食骨鬼麦黄斉歯竜亀", strict=True))

# Old-style figures and small capitals, where Adobe's list of glyph names has them: U+F700 and the plain character.
EXPERT = {chr(0xF700 + ord(char)): char for char in "!$&?0123456789abcdefghijklmnopqrstuvwxyz¡¢¿"}
EXPERT |= {chr(0xF700 + code): chr(code) for code in range(0xE0, 0x100) if code != 0xF7}

DRAWN = _RADICALS | EXPERT

# Letters by their category that people type as apostrophes or leave out: Hawaiʻi, ʿAbd.
_APOSTROPHES = "ʹʺʻʼʽʾʿˈˮ"

# Letters today, signs in Unicode 6.1: unicode61 takes them for separators.
_NO_TOKENS = {*map(ord, _APOSTROPHES), *range(0x19B0, 0x19C1), 0x19C8, 0x19C9, 0x1CF2, 0x1CF3}

# A hyphen at a line's end between two letters; U+00AD is always drawn there.
_LINE_END = re.compile(
    "[-\u2010\u00ad](?<=(?:[^\\W\\d_]|[\u0300-\u036f])[-\u2010\u00ad])[^\\S\\n]*\\n[^\\S\\n]*(?=([^\\W\\d_]))"
)
_ASCII_LINE_END = re.compile(r"-(?<=[A-Za-z]-)[^\S\n]*\n[^\S\n]*(?=[a-z])")

# Half-width kana and Hangul: the only compatibility characters that compose with the next one.
_HALF_WIDTH = re.compile("[\uff66-\uffdc]+")

# Where a text may be cut without changing what its parts fold to: never after a hyphen, never before a mark.
_CUT = "(?<=[^\\s\u00ad\u2010-])\\s|[ぁ-ゖァ-ヺ一-鿿]"

_PIECE = 512
_SMALL_PIECE = 32
_FEW = 200

_RUN = re.compile("[\x00-\x7f]+|[^\x00-\x7f]+")
_ASCII_WORD = re.compile("[0-9A-Za-z]+")
_ASCII = "".join(chr(code).lower() if chr(code).isalnum() else " " for code in range(128))


class _Folds(dict[int, str]):
    """What each character folds to, worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        char = unicodedata.normalize("NFKC", DRAWN.get(char, char)).casefold()
        folded = "".join(_fold_letter(part) for part in unicodedata.normalize("NFKC", char))
        self[code] = folded
        return folded


_FOLDS = _Folds()


def is_cjk(char: str) -> bool:
    """Say whether a character is of a script written without blanks that search takes character by character."""
    return char >= "⺀" and _is_cjk(char) is not None


def is_mark(char: str) -> bool:
    """Say whether a character is drawn on the one before: accents, vowel signs, variation selectors."""
    return char > "\u02ff" and unicodedata.category(char)[0] == "M"


def fold(text: str) -> str:
    """Return the text's tokens for search, separated by single blanks."""
    return " ".join(tokens(combined(text)))


def tokens(text: str) -> list[str]:
    """Return the tokens of a text whose accents stand after their letters."""
    return _spread(text).split()


def token_places(text: str) -> list[Range]:
    """Return where the tokens of such a text stand in it, each with the marks on its letters."""
    places: list[Range] = []
    inside = False
    joined = _joined(text)
    for start, end in clusters(text):
        if start in joined:
            continue
        for char in _fold_cluster(text[start:end]):
            if char == " ":
                inside = False
            elif inside:
                places[-1] = places[-1][0], end
            else:
                places.append((start, end))
                inside = True
    return places


def fold_name(text: str) -> str:
    """Return a name of a concept or a person as names are compared: NFKC, case and white space made one.

    Signs and diacritics stay, so ``A2/AD`` is not ``A2 AD`` and ``Rene`` is not ``René``.
    """
    folded = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())
    return " ".join(folded.split())


def join_line_ends(text: str) -> str:
    """Return the text with words joined that a hyphen at a line's end divides before a lower-case letter."""
    if "\n" not in text:
        return text
    if text.isascii():
        return _ASCII_LINE_END.sub("", text)
    return _LINE_END.sub(lambda found: "" if found[1].islower() else found[0], text)


def ends_a_word(text: str) -> bool:
    """Say whether a token that is no CJK character ends where the text ends."""
    return not _spread(text[-16:]).endswith(" ")


def clusters(text: str) -> Iterator[Range]:
    """Yield the stretches of text that normalisation takes together: a character with its marks."""
    start = 0
    for index in range(1, len(text)):
        if text[index] <= "\u02ff" or not _composes(text[index]):
            yield start, index
            start = index
    if text:
        yield start, len(text)


def cut(text: str, size: int) -> list[str]:
    """Cut a text into stretches of at least ``size`` characters that fold and normalise apart as they do together."""
    return _stretches(size).findall(text)


def pieces(text: str, size: int) -> Iterator[Range]:
    """Yield where each stretch stands that ``cut`` returns."""
    start = 0
    for piece in cut(text, size):
        end = start + len(piece)
        yield start, end
        start = end


@lru_cache
def _stretches(size: int) -> re.Pattern[str]:
    return re.compile(f"(?s).{{{size}}}.*?(?={_CUT})|.+")


class Folded:
    """A folded text that knows where its characters came from; places are worked out where they are asked for."""

    __slots__ = ("_ends", "_pieces", "_source", "text")

    def __init__(self, source: str) -> None:
        self._source = source = combined(source)
        self._pieces: list[Range] = []
        self._ends: list[int] = []
        folds = []
        length = 0
        for start, end in pieces(source, _PIECE):
            folded = " ".join(tokens(source[start:end]))
            if folded:
                length += len(folded) + 1
                folds.append(folded)
                self._pieces.append((start, end))
                self._ends.append(length)
        self.text = " ".join(folds)

    def original(self, start: int, end: int) -> Range:
        """Return the smallest range of the source that holds what the folded ``[start, end)`` came from.

        Blanks at either end are left out; the marks of the last character belong to it.

        Raises:
            ValueError: There is nothing but blanks.
        """
        hit = self.text[start:end]
        if not hit.strip():
            raise ValueError("nothing stands there")
        first = start + len(hit) - len(hit.lstrip())
        last = start + len(hit.rstrip()) - 1
        return self._origin(first)[0], self._origin(last)[1]

    def _origin(self, position: int) -> Range:
        index = bisect_right(self._ends, position)
        start, end = self._pieces[index]
        position -= self._ends[index - 1] if index else 0
        for low, part, length in _small_pieces(self._source[start:end]):
            if position < length:
                first, last = _origins(part)[position]
                return start + low + first, start + low + last
            position -= length + 1 if length else 0
        raise IndexError("beyond the text")


def folded(text: str) -> Folded:
    """Fold a text so that hits can be placed in it; ``folded(text).text == fold(text)``."""
    return Folded(text)


def _spread(text: str) -> str:
    """Fold without collapsing the blanks; no other white space is left."""
    if "-" in text or not text.isascii():
        text = join_line_ends(text)
    if text.isascii():
        return text.translate(_ASCII)
    text = unicodedata.normalize("NFC", text)
    if _HALF_WIDTH.search(text):
        text = _HALF_WIDTH.sub(lambda found: unicodedata.normalize("NFKC", found[0]), text)
    if len(text) < _FEW:
        return text.translate(_FOLDS)
    # Only what is not ASCII goes through the long table, which costs a look-up a character.
    return "".join([run.translate(_ASCII if run.isascii() else _FOLDS) for run in _RUN.findall(text)])


def _fold_letter(char: str) -> str:
    """Fold one character that is case folded and composed already."""
    if is_cjk(char) and char.isalnum():
        return f" {char} "
    category = unicodedata.category(char)
    if category[0] == "M" or category == "Cf":
        return ""
    if ord(char) in _NO_TOKENS or not (category[0] in "LN" or category == "Co"):
        return " "
    return _without_diacritics(char)


def _without_diacritics(char: str) -> str:
    """Return the letter that Unicode names before its ``WITH``: é, ø and ł are e, o and l."""
    if char == "ı":
        return "i"
    base, _, added = unicodedata.name(char, "").partition(" WITH ")
    if not added or not base.startswith("LATIN "):
        return char
    try:
        return unicodedata.lookup(base)
    except KeyError:
        return char


@lru_cache(maxsize=8192)
def _composes(char: str) -> bool:
    """Say whether a character may join the one before it."""
    return is_mark(char) or "\u1160" <= char <= "\u11ff" or "\uff9e" <= char <= "\uffdc"


@lru_cache(maxsize=8192)
def _fold_cluster(cluster: str) -> str:
    return _spread(cluster)


# Hits lie close together, and each asks for two places.
@lru_cache(maxsize=256)
def _small_pieces(piece: str) -> tuple[tuple[int, str, int], ...]:
    """Cut a piece smaller still; return where each part begins, the part, and how long it is when folded."""
    cuts = pieces(piece, _SMALL_PIECE)
    return tuple((start, piece[start:end], len(" ".join(tokens(piece[start:end])))) for start, end in cuts)


@lru_cache(maxsize=1024)
def _origins(piece: str) -> list[Range]:
    """Return where each character of the folded piece stands in it."""
    if piece.isascii() and "-" not in piece:
        return _ascii_origins(piece)
    origins: list[Range] = []
    gap = False
    joined = _joined(piece)
    for start, end in clusters(piece):
        if start in joined:
            continue
        for char in _fold_cluster(piece[start:end]):
            if char == " ":
                gap = True
                continue
            if gap and origins:
                origins.append((start, start))
            gap = False
            origins.append((start, end))
    return origins


def _ascii_origins(piece: str) -> list[Range]:
    origins: list[Range] = []
    for word in _ASCII_WORD.finditer(piece):
        if origins:
            origins.append((word.start(), word.start()))
        origins += [(place, place + 1) for place in range(*word.span())]
    return origins


def _joined(piece: str) -> set[int]:
    """Return the places of hyphens and line ends that ``join_line_ends`` takes out."""
    found = (m for m in _LINE_END.finditer(piece) if m[1].islower())
    return {place for match in found for place in range(*match.span())}
