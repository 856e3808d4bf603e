"""Page numbers as they are printed: 12, – 12 –, Page 12 of 40, 12/40, xii, A-12, 第12頁, 十二."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from core.kanji import CHARACTERS, kanji_value
from core.page_labels import roman_value

_DIGITS = "[0-9０-９]{1,4}"
_ROMAN = "[ivxlc]{1,8}|[IVXLC]{1,8}"
_CHAPTER = r"(?:[A-Z]{1,2}|[0-9]{1,2})[-–.‐]"
_LABEL = rf"(?P<label>(?:{_CHAPTER})?{_DIGITS}|{_ROMAN}|[{CHARACTERS}]{{1,5}})"
# Blanks are taken whole, or the gap in a head would be tried in all its parts.
_ORNAMENT = r"[\s\-–—‐−―－~〜～・•·.|*()（）\[\]〔〕【】〈〉《》<>‹›«»]*+"
_BEFORE = r"(?:(?:page|pages|pg\.?|pp?\.|seite|s\.|página|pág\.?|pagina|blz\.?|sida|side|strona|стр\.?|頁|第)\s*)?"
_PAGES = r"(?:pages?|頁|页|ページ|쪽)?"
_AFTER = rf"\s*+{_PAGES}(?:\s*+(?:of|/|von|de|sur|di|van|из|／)\s*+[0-9０-９]{{1,4}}|\s*+/\s*+[ivxlc]+)?\s*+{_PAGES}"
_WHOLE = re.compile(rf"{_ORNAMENT}{_BEFORE}{_LABEL}{_AFTER}{_ORNAMENT}", re.IGNORECASE)
_EXACT = re.compile(_LABEL)
_FIRST = re.compile(rf"\s*{_LABEL}(?=\s*[|•·–—]|\s)")
_LAST = re.compile(rf"(?<=[\s|•·–—]){_LABEL}\s*\Z")
_BESIDE = re.compile(r"(?:^|[\s|,])(?:page|seite|p\.|pg\.?)\s*\Z", re.IGNORECASE)
# Only a digit, or letters of a Roman numeral at either end, or Chinese ones make it worth while to look closer.
_MAY_HOLD = re.compile(rf"[0-9０-９{CHARACTERS}]|\A\W*[ivxlcIVXLC]+\b|\b[ivxlcIVXLC]+\W*\Z")
# No number is longer with all its ornaments; and none alone, with the blanks behind it.
_LONGEST = 80
_ENDING = 24
_SPLIT = re.compile(r"(?P<before>.*?)(?P<number>[0-9]+)\Z")


@dataclass(frozen=True, slots=True)
class Numeral:
    """A page number in a line.

    Attributes:
        start: Where in the line what is to be called the number begins, with its ornaments; ``end`` where that ends.
        label: What is cited: "12" of "Page 12 of 40".
        series: What numbers that count on from each other have in common: their manner, and what stands before them.
        value: What it counts.
        alone: Whether nothing else stands in the line.
    """

    start: int
    end: int
    label: str
    series: str
    value: int
    alone: bool


def numerals(line: str) -> list[Numeral]:
    """Return what may be a page number in a line of a page's edge: all of it, or else its first and its last word."""
    if not _MAY_HOLD.search(line):
        return []
    whole = _WHOLE.fullmatch(line) if len(line) <= _LONGEST else None
    if whole and (found := _numeral(whole["label"], 0, len(line), alone=True)):
        return [found]
    return list(_at_ends(line))


def _at_ends(line: str) -> Iterator[Numeral]:
    for pattern in (_FIRST, _LAST):
        match = pattern.search(line, max(0, len(line) - _ENDING)) if pattern is _LAST else pattern.match(line)
        if match:
            start = match.start("label")
            if beside := _BESIDE.search(line[:start]):
                start = beside.start()
            if found := _numeral(match["label"], start, match.end("label"), alone=False):
                yield found


def _numeral(label: str, start: int, end: int, *, alone: bool) -> Numeral | None:
    if not _EXACT.fullmatch(label):
        return None
    label = unicodedata.normalize("NFKC", label) if label[-1].isdecimal() else label
    if split := _SPLIT.fullmatch(label):
        number = split["number"]
        # Noughts before it make a date or a code of it, unless the numbers of a series all have them.
        return Numeral(start, end, label, f"{split['before']}1", int(number), alone)
    value = roman_value(label) if label.isascii() else kanji_value(label)
    if not value:
        return None
    series = "一" if not label.isascii() else "i" if label.islower() else "I"
    return Numeral(start, end, label, series, value, alone)
