"""Readings in small kana above the words of horizontal Japanese lines."""

from __future__ import annotations

import re
from collections.abc import Sequence

from commonplace.documents.fixed.lines import TextLine, body_size

_KANA = re.compile(r"[\s\u3000]*[\u3041-\u309f\u30a1-\u30ff][\u3041-\u309f\u30a1-\u30ff\s\u3000]*")
_KANJI = re.compile("[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff々]")
_SMALL = 0.7


def find_readings(lines: Sequence[TextLine]) -> list[int]:
    """Return the numbers of the lines that are readings: small kana close above words in Chinese characters."""
    body = body_size(lines)
    small = [at for at, line in enumerate(lines) if line.size <= body * _SMALL and _KANA.fullmatch(line.text)]
    words = [line for line in lines if line.upright and _KANJI.search(line.text)] if small else []
    return [at for at in small if any(_reads(lines[at], word) for word in words)]


def _reads(reading: TextLine, word: TextLine) -> bool:
    left, _, right, bottom = reading.box
    shared = min(right, word.box[2]) - max(left, word.box[0])
    close = abs(bottom - word.box[1]) < word.size / 2
    return reading.size <= word.size * _SMALL and close and shared > 0.6 * (right - left)
