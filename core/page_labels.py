"""Page labels: who says so, and counting on from one, as people say "this page is 62, and count on"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from core.kanji import CHARACTERS, digits, kanji, kanji_value

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
# What may stand around the number of a label that counts on: "p. 12", "(12)", "– 12 –", "12頁".
_AFTER = r"(?P<after>(?:頁|页|ページ|[^\w])*)\Z"
_NUMBER = re.compile(rf"(?P<number>\d+){_AFTER}")
_ROMAN_NUMBER = re.compile(rf"(?<![^\W_])(?P<number>[ivxlcdm]+|[IVXLCDM]+){_AFTER}")
_KANJI_NUMBER = re.compile(rf"(?P<number>[{CHARACTERS}]+){_AFTER}")
# Alone these are the letters of plates and parts rather than 50, 100, 500 and 1000.
_LETTERS = frozenset("lcdmLCDM")
_LONGEST = 200


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
    """Return the label some pages after this one, in its manner: 62 → 63, A-3 → A-4, xi → xii, 十二 → 十三.

    One that does not count (Cover, 12a) is repeated.
    """
    if len(label) > _LONGEST:
        return label
    for pattern, counted in ((_NUMBER, _decimal), (_ROMAN_NUMBER, _roman), (_KANJI_NUMBER, _chinese)):
        match = pattern.search(label)
        following = counted(match["number"], steps) if match else ""
        if match and following:
            return label[: match.start()] + following + match["after"]
    return label


def _decimal(number: str, steps: int) -> str:
    """Count on in the number's own digits and with its leading noughts; empty where they are of several kinds."""
    nought = ord(number[0]) - int(number[0])
    if any(ord(digit) - int(digit) != nought for digit in number):
        return ""
    return "".join(chr(nought + int(digit)) for digit in str(int(number) + steps).zfill(len(number)))


def _roman(number: str, steps: int) -> str:
    value = None if number in _LETTERS else roman_value(number)
    if value is None:
        return ""
    return roman(value + steps).upper() if number.isupper() else roman(value + steps)


def _chinese(number: str, steps: int) -> str:
    value = kanji_value(number)
    if value is None:
        return ""
    # 十 tells the manner of its own accord; 一二 and 一〇 are digit by digit, and so is what counts on from them.
    return digits(value + steps) if len(number) > 1 and digits(value) == number else kanji(value + steps)


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


def label_of(index: int, own: str, printed: str, said: Sequence[tuple[int, str]]) -> str:
    """Return what one page is cited by: the text that ``effective`` has for it."""
    before = max((one for one in said if one[0] <= index), default=None) if said else None
    return count_on(before[1], index - before[0]) if before else _label(own, printed, index).text


def _label(own: str, printed: str, index: int) -> PageLabel:
    if printed and printed != own:
        return PageLabel(printed, "printed")
    return PageLabel(own, "file") if own else PageLabel(str(index + 1), "position")


def runs(labels: Sequence[PageLabel]) -> list[tuple[PageLabel, PageLabel]]:
    """Return the first and last of the pages that count on from each other and have one origin, in order."""
    starts = [0] if labels else []
    for index, label in enumerate(labels[1:], 1):
        first = labels[starts[-1]]
        if first.origin != label.origin or count_on(first.text, index - starts[-1]) != label.text:
            starts.append(index)
    ends = [start - 1 for start in starts[1:]] + [len(labels) - 1]
    return [(labels[start], labels[end]) for start, end in zip(starts, ends, strict=False)]
