"""Numbers in Chinese characters: 十二 and 百三, or digit by digit 一二 and 一〇三."""

from __future__ import annotations

import re

_DIGITS = "〇一二三四五六七八九"
_TENS = ((1000, "千"), (100, "百"), (10, "十"))
_WRITTEN = re.compile(
    "(?:([二三四五六七八九]?)(千))?(?:([二三四五六七八九]?)(百))?(?:([二三四五六七八九]?)(十))?([一二三四五六七八九]?)"
)
CHARACTERS = _DIGITS + "十百千"


def kanji(number: int) -> str:
    """Return a number from 1 to 9999 as it is written: 十二, 百三; greater ones digit by digit."""
    if number > 9999:
        return digits(number)
    written = ""
    for value, sign in _TENS:
        count, number = divmod(number, value)
        written += (_DIGITS[count] if count > 1 else "") + (sign if count else "")
    return written + (_DIGITS[number] if number else "")


def digits(number: int) -> str:
    """Return a number digit by digit: 一二 for twelve."""
    return "".join(_DIGITS[int(digit)] for digit in str(number))


def kanji_value(text: str) -> int | None:
    """Return the number from 1 on that a text is, written in either manner, or None where it is none."""
    if not text or set(text) - set(CHARACTERS):
        return None
    if not set(text) & set("十百千"):
        return int("".join(str(_DIGITS.index(char)) for char in text)) or None
    match = _WRITTEN.fullmatch(text)
    return _written_value(match) if match else None


def _written_value(match: re.Match[str]) -> int:
    thousands, thousand, hundreds, hundred, tens, ten, ones = match.groups()
    counted = ((thousands, thousand, 1000), (hundreds, hundred, 100), (tens, ten, 10))
    value = sum((_DIGITS.index(count) if count else 1) * unit for count, sign, unit in counted if sign)
    return value + (_DIGITS.index(ones) if ones else 0)
