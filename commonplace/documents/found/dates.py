"""Dates as documents write them, as ISO 8601 and only as exact as they are."""

from __future__ import annotations

import datetime
import re
import unicodedata
from dataclasses import dataclass

from commonplace.documents.found.words import leading_section

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
            "september sept sep", "october oct", "november nov", "december dec",
        ),
        1,
    )
    for name in names.split()
}  # fmt: skip
_ERAS = {"明治": 1867, "大正": 1911, "昭和": 1925, "平成": 1988, "令和": 2018}

_MONTH = r"(?P<month>[A-Za-z]{3,9})\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:1[6-9]|20)\d\d)"
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thur?s?|fri|sat(?:ur)?|sun)(?:day)?\.?,? )?"
_AFTER = (
    r"(?:T\d\d:\d\d(?::\d\d)?(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)?)?"
    r"(?:[,、]? ?(?:at )?\d{1,2}[:時]\d{2}(?:[:分]\d{2})?分? ?(?:[ap]\.?m\.?)? ?\(?(?:[A-Z]{2,4})?\)?)?"
    r"(?: ?\((?:[月火水木金土日](?:曜日?)?|[A-Za-z]{3,9}\.?)\))?(?:[,、]? \d{1,2}:\d{2})?"
)
_FORMS = tuple(
    re.compile(_WEEKDAY + form + _AFTER, re.I)
    for form in (
        rf"{_MONTH} {_DAY},? {_YEAR}",
        rf"{_DAY}(?: of)? {_MONTH},? {_YEAR}",
        rf"{_DAY}[-/]{_MONTH}[-/]{_YEAR}",
        rf"{_YEAR}[-/.](?P<month>\d{{1,2}})[-/.]{_DAY}",
        rf"{_YEAR} ?年 ?(?P<month>\d{{1,2}}) ?月 ?{_DAY} ?日",
        rf"(?P<era>明治|大正|昭和|平成|令和) ?(?P<nth>\d{{1,2}}|元) ?年 ?(?P<month>\d{{1,2}}) ?月 ?{_DAY} ?日",
        rf"(?P<day>(?:1[3-9]|2\d|3[01]))[/.](?P<month>\d{{1,2}})[/.]{_YEAR}",
        rf"(?P<month>\d{{1,2}})/(?P<day>(?:1[3-9]|2\d|3[01]))/{_YEAR}",
        rf"{_MONTH},? {_YEAR}",
        rf"{_YEAR} ?年 ?(?P<month>\d{{1,2}}) ?月(?:号)?",
        r"(?P<era>明治|大正|昭和|平成|令和) ?(?P<nth>\d{1,2}|元) ?年 ?(?P<month>\d{1,2}) ?月",
    )
)
_PUBLISHED = re.compile(
    r"(?:(?:(?:first |originally )?(?:published|posted|released|issued)|date(?: of publication)?|"
    r"publication date|dated|pub(?:lished)? ?date)(?: (?:on|at))?|"
    r"(?:公開|掲載|発表|発行|投稿|作成|配信)(?:日時?|年月日)?|日付)",
    re.I,
)
_UPDATED = re.compile(
    r"(?:(?:last )?(?:updated|modified|revised|reviewed)(?: (?:on|at))?|update|revision date|"
    r"(?:最終)?更新(?:日時?)?|改訂日?|改定日?)",
    re.I,
)
_LABELS = ((_PUBLISHED, 95), (_UPDATED, 50))
_PLACE = re.compile(r"(?:[A-Z][\w.’'-]+,? ?){1,3}[,—–-] ?|[\u3400-\u9fff]{2,4}[、,　 ]")

_NEWS = re.compile(
    r"[A-Z][A-Z .,/-]{2,40}[,(] ?(?P<date>[A-Z][A-Za-z]{2,8}\.? \d{1,2},? \d{4})\)? ?(?:\([A-Za-z ]+\) ?)?[—–-]"
)
_DIGIT = re.compile(r"\d")
_BETWEEN = re.compile(
    r"\s*[|•·｜\t　]\s*|(?<=日)\s+|\s+[–—/-]\s+|[,、]?\s+(?=(?:last |first )?(?:updated|published|modified)\b|"
    r"最終更新|更新|公開|掲載)",
    re.I,
)


@dataclass(frozen=True, slots=True)
class DateLine:
    """A date that is a line's whole matter; ``labelled`` where the line says what date it is."""

    value: str
    sure: int
    labelled: bool


def whole_date(text: str) -> str:
    """Return the date that a text is, from beginning to end, or nothing."""
    plain = unicodedata.normalize("NFKC", text).strip(" \t.,;。、")
    # Brackets are taken off in pairs, for a day of the week may stand in them at the end.
    if plain.startswith(("(", "[", "【")) and plain.endswith((")", "]", "】")):
        plain = plain[1:-1].strip()
    for form in _FORMS:
        match = form.fullmatch(plain)
        if match and (value := _iso(match.groupdict())):
            return value
    return ""


def date_line(line: str) -> DateLine | None:
    """Return the date of a line that holds nothing else of weight: a label, a place, a reading time may stand by."""
    if len(line) > 160 or _DIGIT.search(line) is None:
        return None
    pieces = [piece for piece in _BETWEEN.split(line.strip()) if piece]
    found = [dated for piece in pieces if (dated := _piece(piece))]
    return max(found, key=lambda dated: dated.sure) if found and len(pieces) <= 5 else None


def _piece(piece: str) -> DateLine | None:
    plain = unicodedata.normalize("NFKC", piece).strip()
    plain = plain[1:-1].strip() if plain[:1] in "([【" and plain[-1:] in ")]】" else plain
    for label, sure in _LABELS:
        match = label.match(plain)
        if match and (value := whole_date(plain[match.end() :].lstrip(" :：-/"))):
            return DateLine(value, sure, labelled=True)
    if value := whole_date(plain):
        return DateLine(value, 85 if len(value) == 10 else 65, labelled=False)
    section = leading_section(plain)
    if section and (value := whole_date(plain[len(section) :])):
        return DateLine(value, 80, labelled=False)
    place = _PLACE.match(plain)
    if place and (value := whole_date(plain[place.end() :])):
        return DateLine(value, 75, labelled=False)
    return None


def news_dateline(prose: str) -> str:
    """Return the date of a news agency's opening, ``TOKYO, Dec. 16, 2022 —``, or nothing."""
    match = _NEWS.match(unicodedata.normalize("NFKC", prose[:80]))
    return whole_date(match["date"]) if match else ""


def iso(text: str) -> str:
    """Return the date of a metadata value (ISO 8601, PDF, or as people write it), or nothing."""
    plain = unicodedata.normalize("NFKC", text).strip().removeprefix("D:")
    match = re.match(r"(\d{4})(?:[-/:.](\d{1,2})(?:[-/:.](\d{1,2}))?)?(?=$|[T\s])", plain) or re.match(
        r"(\d{4})(\d\d)?(\d\d)?(?=$|\d{6}|\d{4}$|T|Z)", plain
    )
    if match is None:
        return whole_date(plain)
    year, month, day = match.groups()
    return _iso({"year": year, "month": month, "day": day})


def _iso(parts: dict[str, str | None]) -> str:
    year = _year(parts)
    month, day = _month(parts.get("month")), int(parts.get("day") or 0)
    if not 1400 <= year <= 2200 or month is None:
        return ""
    try:
        datetime.date(year, month or 1, day or 1)
    except ValueError:
        return ""
    return f"{year:04d}" + (f"-{month:02d}" if month else "") + (f"-{day:02d}" if day else "")


def _year(parts: dict[str, str | None]) -> int:
    if era := parts.get("era"):
        nth = parts["nth"] or ""
        return _ERAS[era] + (1 if nth == "元" else int(nth))
    return int(parts.get("year") or 0)


def _month(text: str | None) -> int | None:
    if not text:
        return 0
    return int(text) if text.isdigit() else _MONTHS.get(text.lower())
