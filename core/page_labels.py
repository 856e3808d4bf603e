"""Printed page labels: counting on from one, as people say "this page is 62, and count on"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_NUMBER_AT_END = re.compile(r"[0-9]+\Z")


def roman(number: int) -> str:
    """Return a number from 1 on in lower-case Roman numerals."""
    letters = ""
    for value, sign in _ROMAN:
        count, number = divmod(number, value)
        letters += sign * count
    return letters


def roman_value(label: str) -> int | None:
    """Return what a label counts as a Roman numeral, or None where it is none."""
    text, value = label.lower(), 0
    if not text or set(text) - set("mdclxvi"):
        return None
    for number, sign in _ROMAN:
        while text.startswith(sign):
            value, text = value + number, text[len(sign) :]
    return value if not text and roman(value) == label.lower() else None


def count_on(label: str, steps: int) -> str:
    """Return the label some pages after this one: 62 → 63, A-3 → A-4, xi → xii; one that does not count is repeated."""
    number = _NUMBER_AT_END.search(label)
    if number:
        return f"{label[: number.start()]}{int(number.group()) + steps}"
    value = roman_value(label)
    if value is not None and (label.islower() or label.isupper()):
        counted = roman(value + steps)
        return counted.upper() if label.isupper() else counted
    return label


def effective(labels: Sequence[str], said: Iterable[tuple[int, str]]) -> tuple[str, ...]:
    """Return the labels of all pages: the file's own, and from each page a person spoke of on, that person's."""
    shown = list(labels)
    for index, label in sorted(said):
        shown[index:] = [count_on(label, step) for step in range(len(labels) - index)]
    return tuple(shown)
