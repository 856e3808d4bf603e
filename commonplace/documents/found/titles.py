"""The title of a plain text: the first line that is one, and no site's name or section."""

from __future__ import annotations

import re
from collections import Counter

from commonplace.documents.found.bylines import labelled_names, plain_byline
from commonplace.documents.found.dates import date_line
from commonplace.documents.found.lines import HEAD, Line, is_prose, prose_start
from commonplace.documents.found.words import is_label, is_navigation, is_volume
from core.records import Found

_LONGEST = 200
_TITLED = re.compile(r"(?:title|題名|題|タイトル|表題|件名|標題)\s*[:：]\s*(?P<title>\S.*)", re.I)
_SUFFIX = re.compile(r"\s+[|｜]\s+|\s*[|｜]\s*(?=[\u3041-\u9fff])|\s+[–—-]\s+")
_UNFINISHED = re.compile(r"[,;:、，；：]$|[.。]$(?<!\bU\.S\.)(?<!\bJr\.)(?<!\.\.\.)")
_BULLET = re.compile(r"(?:[•・‣◦▪*]|\(?\d{1,3}[.)]\s|[-–—]\s)")
_WIDE = re.compile("[\u3041-\u30ff\u3400-\u9fff]")
_CREDIT = re.compile(r"(?:©|\(c\)|copyright|all rights|published by|source|出典|提供|\|)", re.I)


def title_of(lines: list[Line]) -> list[Found]:
    """Return the title, and the site where the title line names it; nothing where no line is surely a title."""
    for line in lines[:HEAD]:
        if titled := _TITLED.match(line.text):
            return [Found("title", titled["title"], "line that names the title", 95)]
    place = _place(lines)
    if place < 0:
        return []
    return _with_site(lines[place].text, _sure(lines, place))


def _place(lines: list[Line]) -> int:
    """Return the number of the line that is the title, or -1."""
    end = min(prose_start(lines), HEAD)
    able = [number for number in range(end) if _may_be_title(lines, number)]
    for number in able:
        if number + 1 in able and _is_kicker(lines, number):
            continue
        if _stands_as_title(lines, number):
            return number
        if lines[number].gap_before and not lines[number].gap_after and number + 1 not in able:
            break
    return -1


def _may_be_title(lines: list[Line], number: int) -> bool:
    text = lines[number].text
    if not 3 <= len(text) <= _LONGEST or is_prose(text) or _UNFINISHED.search(text) or _BULLET.match(text):
        return False
    if (
        is_navigation(text)
        or is_label(text)
        or is_volume(text)
        or date_line(text)
        or labelled_names(text)
        or plain_byline(text)
    ):
        return False
    return sum(char.isalpha() for char in text) >= 3 and not _repeated(lines, number)


def _repeated(lines: list[Line], number: int) -> bool:
    """True where the line names the site: it stands again below the text, or in its credits."""
    text = lines[number].text
    counts = Counter(line.text for line in lines[prose_start(lines) :])
    if counts[text] > 0:
        return True
    return len(text) < 60 and any(
        text in line.text and text != line.text and _CREDIT.search(line.text.replace(text, ""))
        for line in lines[-HEAD:]
    )


def _is_kicker(lines: list[Line], number: int) -> bool:
    """True where the first of two lines at the top is a series or a site above the title."""
    upper, lower = lines[number], lines[number + 1]
    if upper.text.endswith((":", "?", "？", "―")) or not (lower.gap_after or _is_signed(lines, number + 1)):
        return False
    if upper.gap_after and not _is_signed(lines, number + 1):
        return False
    if _WIDE.search(upper.text):
        return len(upper.text) <= 10 and len(lower.text) >= 1.4 * len(upper.text)
    return len(upper.text.split()) <= 3 and len(lower.text.split()) >= len(upper.text.split()) + (
        0 if upper.gap_after else 2
    )


def _is_signed(lines: list[Line], number: int) -> bool:
    """True where a date or an author's name stands right below."""
    below = lines[number + 1].text if number + 1 < len(lines) else ""
    return bool(below) and bool(date_line(below) or labelled_names(below) or plain_byline(below))


def _stands_as_title(lines: list[Line], number: int) -> bool:
    line = lines[number]
    if number + 1 >= len(lines):
        return False
    if _is_signed(lines, number):
        return True
    if _WIDE.search(line.text):
        return line.gap_after or len(line.text) >= 8
    # Two words above a text are a site's name as often as a title.
    words = len(line.text.split())
    return words >= 3 if line.gap_after or line.text.endswith("?") else words >= 4


def _sure(lines: list[Line], number: int) -> int:
    if _is_signed(lines, number):
        return 90
    return 85 if lines[number].gap_after else 65


def _with_site(text: str, sure: int) -> list[Found]:
    """Part ``Title | Site``; a dash parts too where what follows is plainly a site's name."""
    parts = _SUFFIX.split(text)
    if len(parts) > 1:
        site = parts[-1]
        title = text[: text.rindex(site)].rstrip(" |｜–—-")
        bar = text[len(title) : text.rindex(site)].strip() in ("|", "｜")
        if len(title) > len(site) / 2 and (bar or is_label(site)) and len(title) >= 3:
            return [Found("title", title, "first line", sure), Found("site", site, "first line", sure)]
    return [Found("title", text, "first line", sure)]
