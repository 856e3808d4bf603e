"""Printed page labels, as a PDF's own rules make them (ISO 32000-1, 12.4.2)."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from core.page_labels import roman

# A label is read by people; numbers beyond these are a damaged file's.
_LARGEST_ROMAN = 9999
_LONGEST_LETTERS = 20


@dataclass(frozen=True, slots=True)
class LabelRule:
    """From page index ``start`` on: the prefix, then a number in ``style`` (D, R, r, A, a or none) from ``first``."""

    start: int
    style: str = ""
    prefix: str = ""
    first: int = 1


def labels(rules: Iterable[LabelRule], pages: int) -> list[str]:
    """Return the label of each page; pages before the first rule have none."""
    ordered = sorted({rule.start: rule for rule in rules}.values(), key=lambda rule: rule.start)
    starts = [rule.start for rule in ordered]
    found = []
    for index in range(pages):
        place = bisect_right(starts, index) - 1
        found.append(_label(ordered[place], index) if place >= 0 else "")
    return found


def _label(rule: LabelRule, index: int) -> str:
    number = rule.first + index - rule.start
    return rule.prefix + _numeral(number, rule.style)


def _numeral(number: int, style: str) -> str:
    if style == "D":
        return str(number)
    if style in ("R", "r"):
        return _cased(_roman(number), style)
    if style in ("A", "a"):
        return _cased(_letters(number), style)
    return ""


def _cased(numeral: str, style: str) -> str:
    return numeral.upper() if style.isupper() else numeral


def _roman(number: int) -> str:
    if not 0 < number <= _LARGEST_ROMAN:
        return str(number)
    return roman(number)


def _letters(number: int) -> str:
    """Return a to z, then aa to zz: the same letter, once more for each round of the alphabet."""
    rounds, letter = divmod(number - 1, 26)
    if number < 1 or rounds >= _LONGEST_LETTERS:
        return str(number)
    return chr(ord("a") + letter) * (rounds + 1)
