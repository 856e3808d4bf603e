"""What the recognition engine wrote, read back: words with their places, gathered into lines of text.

The engine (Tesseract inside MuPDF) writes a page with invisible words over the picture, in reading order: for each the
size of its line, a stretch of its width in percent, a step to its lower left corner, and the word.  A glyph at full
stretch is half as wide as its size.  The letters of a word that runs downwards are written one by one, the last above
the first.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

_WRITTEN = re.compile(
    rb"/F0 (?P<size>\S+) Tf|(?P<stretch>\S+) Tz|(?P<x>\S+) (?P<y>\S+) Td"
    rb"|<(?P<word>[0-9a-f]*)>Tj|\[(?P<parts>[^\]]*)\]TJ"
)
_PIECES = re.compile(rb"<([0-9a-f]*)>")
_UNFIT = re.compile("[\x00-\x1f\x7f\ud800-\udfff]")
# Scripts without blanks, with their signs and their wide forms.
_WIDE = re.compile("[\u2e80-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\U00020000-\U0003ffff]")
_RIGHT_TO_LEFT = frozenset({"R", "AL"})
_SAME = 0.05
# Figures and letters that lie in a column.
_LONGEST_INSET = 4
_BESIDE = 0.3


@dataclass(frozen=True, slots=True)
class Printed:
    """A word and its place in points from the top left of the picture; ``down`` where it runs downwards."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    down: bool = False

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def height(self) -> float:
        return self.bottom - self.top

    @property
    def runs_left(self) -> bool:
        return any(unicodedata.bidirectional(char) in _RIGHT_TO_LEFT for char in self.text)


def printed_words(content: bytes, height: float) -> list[Printed]:
    """Return the words of a page that the engine wrote, in its order.

    Args:
        content: The page's content.
        height: Of the picture, in points.
    """
    words: list[Printed] = []
    for word in _shown(content, height):
        if words and (whole := _one_word_downwards(words[-1], word)):
            words[-1] = whole
        elif word.text.strip():
            words.append(word)
    return words


def lines_of(words: Sequence[Printed]) -> list[list[Printed]]:
    """Return the words parted into lines, or columns where they run downwards; all of a column are made as wide."""
    lines: list[list[Printed]] = []
    for word in words:
        if lines and _goes_on(lines[-1], word):
            lines[-1].append(word)
        else:
            lines.append([word])
    return [_made_as_wide(line) if any(word.down for word in line) else line for line in lines]


def run_downwards(lines: Sequence[Sequence[Printed]]) -> bool:
    """Say whether most of what stands in lines runs downwards."""
    counts = [sum(len(word.text) for word in line) for line in lines]
    downwards = [count for count, line in zip(counts, lines, strict=True) if _is_column(line)]
    return 2 * sum(downwards) > sum(counts)


def blank_between(one: str, other: str) -> str:
    """Return what stands between two words of a line: nothing beside a script that is written without blanks."""
    return "" if _WIDE.match(one[-1]) or _WIDE.match(other[0]) else " "


def _shown(content: bytes, height: float) -> Iterator[Printed]:
    size = stretch = x = y = 0.0
    for found in _WRITTEN.finditer(content):
        if found["size"]:
            size = float(found["size"])
        elif found["stretch"]:
            stretch = float(found["stretch"])
        elif found["x"]:
            x, y = x + float(found["x"]), y + float(found["y"])
        else:
            digits = found["word"] if found["word"] is not None else b"".join(_PIECES.findall(found["parts"]))
            count = max(1, len(digits) // 4)
            yield Printed(_text(digits), x, height - y - size, x + stretch * size * count / 200, height - y)


def _text(digits: bytes) -> str:
    # A character beyond the first plane is written with five digits; the engine's alphabets have next to none.
    if len(digits) == 5:
        return chr(int(digits, 16))
    text = "".join(chr(int(digits[at : at + 4], 16)) for at in range(0, len(digits) - 3, 4))
    return _UNFIT.sub("\ufffd", text)


def _one_word_downwards(one: Printed, letter: Printed) -> Printed | None:
    """Return a word with its next letter, which stands right above or below what is there, in the same column."""
    touching = abs(one.top - letter.bottom) < _SAME or abs(one.bottom - letter.top) < _SAME
    if len(letter.text) > 1 or not (one.down or len(one.text) == 1) or not touching:
        return None
    if abs(one.left - letter.left) > _SAME or abs(one.height / len(one.text) - letter.height) > _SAME:
        return None
    top, bottom = min(one.top, letter.top), max(one.bottom, letter.bottom)
    return replace(one, text=one.text + letter.text, top=top, bottom=bottom, down=True)


def _goes_on(line: Sequence[Printed], word: Printed) -> bool:
    """Say whether a word belongs to a line or a column, as its next one."""
    last = line[-1]
    if not _is_column([*line, word]):
        across = min(last.bottom, word.bottom) - max(last.top, word.top)
        forwards = word.left >= last.left or last.runs_left or word.runs_left
        return forwards and across * 2 >= min(last.height, word.height)
    left, right = min(word.left for word in line), max(word.right for word in line)
    # A stop or a comma stands at the right of its square, beside letters that do not fill theirs.
    beside = _BESIDE * (right - left)
    fits = left - beside <= (word.left + word.right) / 2 <= right + beside
    return fits and word.top >= last.top and (_may_run_down(word) or len(word.text) <= _LONGEST_INSET)


def _is_column(line: Sequence[Printed]) -> bool:
    """Say whether words go on downwards; in the engine's eyes those of a column may overlap."""
    down, across = line[-1].top - line[0].top, abs(line[-1].left - line[0].left)
    return down > across and any(map(_may_run_down, line[:-1]))


def _may_run_down(word: Printed) -> bool:
    wide = _WIDE.match(word.text) is not None
    return word.down or (wide and (len(word.text) == 1 or word.height > word.width))


def _made_as_wide(column: Sequence[Printed]) -> list[Printed]:
    # The engine gives each letter its own left edge and the width of the whole column.
    left, width = min(word.left for word in column), max(word.width for word in column)
    return [replace(word, left=left, right=left + width) for word in column]
