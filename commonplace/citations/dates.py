"""The dates of references: years to sort and cite by, and what biblatex takes for a date."""

from __future__ import annotations

import calendar
import re
import unicodedata
from collections.abc import Mapping

_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")
_ERAS = {"明治": 1867, "大正": 1911, "昭和": 1925, "平成": 1988, "令和": 2018}
_ERA_YEAR = re.compile(rf"({'|'.join(_ERAS)})\s*(\d{{1,2}}|元)\s*年?")

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_SPELLED = (
    "january february march april may june july august september october november december",
    "januar februar märz april mai juni juli august september oktober november dezember",
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "jan feb mar apr may jun jul aug sep oct nov dec",
)
_MONTH_NAMES = {name: macro for line in _SPELLED for name, macro in zip(line.split(), MONTHS, strict=True)}
_MONTH_NAMES["sept"] = "sep"

# ISO 8601-2, level 1, as the biblatex manual lists it.
_POINT = re.compile(
    r"(?P<year>-?\d{4}|\d{3}X|\d{2}XX|Y-?\d{5,})"
    r"(?:-(?P<month>0[1-9]|1[0-2]|2[1-4]|XX)(?:-(?P<day>0[1-9]|[12]\d|3[01]|XX))?)?"
    r"(?P<time>T(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d)?(?:Z|[+-]\d\d(?::?\d\d)?)?)?(?:[?~%]|\?~)?"
)


def year_in(text: str) -> str:
    """The first year that stands in a text, four digits, Japanese eras converted; empty if there is none."""
    text = unicodedata.normalize("NFKC", text)
    era = _ERA_YEAR.search(text)
    plain = _YEAR.search(text)
    if era and not (plain and plain.start() < era.start()):
        return str(_ERAS[era[1]] + (1 if era[2] == "元" else int(era[2])))
    return plain[0] if plain else ""


def year_of(fields: Mapping[str, str]) -> str:
    """The year a reference is cited by: of ``date``, else ``year``, else what the other dates tell."""
    years = (year_in(fields.get(name, "")) for name in ("date", "year", "eventdate", "origdate"))
    return next(filter(None, years), "")


def month_macro(text: str) -> str:
    """The macro for a month that is written out or abbreviated, ``jan`` to ``dec``; empty if it is none."""
    word = unicodedata.normalize("NFKC", text).strip().rstrip(".月").lower()
    if word.isdecimal() and len(word) <= 2 and 1 <= int(word) <= 12:
        return MONTHS[int(word) - 1]
    return _MONTH_NAMES.get(word, "")


def is_date(text: str) -> bool:
    """Whether biblatex would read the text as a date: a point, a range, an open range, with its doubts."""
    points = text.split("/")
    if len(points) > 2 or not any(points):
        return False
    open_ends = {"", ".."} if len(points) == 2 else set()
    known = [point for point in points if point not in open_ends]
    return bool(known) and all(_is_point(point) for point in known)


def _is_point(text: str) -> bool:
    found = _POINT.fullmatch(text)
    if not found:
        return False
    year, month, day = found["year"], found["month"], found["day"]
    if found["time"] and (not day or day == "XX"):
        return False
    if not day or day == "XX":
        return True
    if month == "XX" or int(month) > 12:
        return False
    # Years before 1 follow the same calendar backwards; the leap rule depends on the year modulo 400 only.
    leap = int(year) % 400 + 2000 if year.lstrip("-").isdecimal() else 2000
    return int(day) <= calendar.monthrange(leap, int(month))[1]
