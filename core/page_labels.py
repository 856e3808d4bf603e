"""Printed page labels: counting on from one, as people say "this page is 62, and count on"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

Origin: TypeAlias = Literal["file", "printed", "person", "position"]


@dataclass(frozen=True, slots=True)
class PageLabel:
    """What a page is cited by; ``origin`` is who says so, "position" where nobody does and pages are counted."""

    text: str
    origin: Origin


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


def effective(pages: Sequence[tuple[str, str]], said: Iterable[tuple[int, str]]) -> tuple[PageLabel, ...]:
    """Return the labels of all pages.

    What is printed on a page counts more than what the file names it, and a person's word, which holds from its
    page on, more than both.

    Args:
        pages: For each page what the file names it and what is printed on it; empty where there is none.
        said: Page indexes and what a person said of them.
    """
    shown = [_label(own, printed, index) for index, (own, printed) in enumerate(pages)]
    for index, label in sorted(said):
        shown[index:] = [PageLabel(count_on(label, step), "person") for step in range(len(pages) - index)]
    return tuple(shown)


def _label(own: str, printed: str, index: int) -> PageLabel:
    if printed and printed != own:
        return PageLabel(printed, "printed")
    return PageLabel(own, "file") if own else PageLabel(str(index + 1), "position")
