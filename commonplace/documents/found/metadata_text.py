"""What a plain-text article says of itself, in the lines above and below it."""

from __future__ import annotations

import re

from commonplace.documents.found.bylines import authors_of
from commonplace.documents.found.dates import DateLine, date_line, news_dateline
from commonplace.documents.found.lines import HEAD, Line, lines_of, prose_start
from commonplace.documents.found.titles import title_of
from commonplace.documents.found.values import doi_in
from core.records import Found

# What speaks of a text stands at its ends; a long one is not searched.
_END = 20_000
_DOI = re.compile(r"(?:doi:?\s*|https?://(?:dx\.)?doi\.org/)(10\.\d{4,9}/[^\s\"<>]+)", re.I)
_URL = re.compile(r"(?:(?:url|link|source|permalink|出典|引用元)\s*[:：]\s*)?(https?://[^\s<>\"]+)", re.I)


def found_in_text(text: str) -> tuple[Found, ...]:
    """Return what a plain text says of its title, authors, date, DOI, site and address."""
    lines = lines_of(text if len(text) <= 2 * _END else f"{text[:_END]}\n\n{text[-_END:]}")
    if not lines:
        return ()
    return (*title_of(lines), *authors_of(lines, text[: 10 * _END]), *_date(lines), *_addresses(lines))


def _date(lines: list[Line]) -> list[Found]:
    """Return the date of publication: what says so first, else a dateline, else the day of an update."""
    start = prose_start(lines)
    head = [dated for line in lines[: min(start, HEAD)] if (dated := date_line(line.text))]
    near = [dated for line in lines[start : start + 4] if (dated := date_line(line.text))]
    foot = [dated for line in lines[-HEAD:] if (dated := date_line(line.text)) and dated.labelled]
    alone = near if not head and len(_all_dated(lines)) == 1 else [dated for dated in near if dated.labelled]
    found = [*head, *alone, *foot]
    if not found:
        opening = news_dateline(lines[start].text) if start < len(lines) else ""
        return [Found("date", opening, "dateline", 75)] if opening else []
    best = max(found, key=lambda dated: dated.sure)
    rivals = {dated.value for dated in found if not dated.labelled} if not best.labelled else set()
    where = "line that names the date" if best.labelled else "dateline"
    return [Found("date", best.value, where, best.sure - (20 if len(rivals) > 1 else 0))]


def _all_dated(lines: list[Line]) -> list[DateLine]:
    return [dated for line in lines if (dated := date_line(line.text))]


def _addresses(lines: list[Line]) -> list[Found]:
    found = []
    ends = [line.text for line in [*lines[:HEAD], *lines[-5:]]]
    dois = dict.fromkeys(doi_in(match[1]) for line in ends if len(line) < 200 and (match := _DOI.search(line)))
    if len(dois) == 1:
        found.append(Found("doi", next(iter(dois)), "line with the DOI", 80))
    urls = [match[1] for line in ends if (match := _URL.fullmatch(line)) and "doi.org/" not in line]
    if urls:
        found.append(Found("url", urls[0], "line with the address", 60))
    return found
