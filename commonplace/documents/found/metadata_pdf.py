"""What a PDF says of itself: its information dictionary, its XMP packet, and its first pages."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from commonplace.documents.found.bylines import labelled_names, plain_byline
from commonplace.documents.found.dates import date_line, iso
from commonplace.documents.found.name_lists import people
from commonplace.documents.found.names import is_likely_person, reference_name, split_names
from commonplace.documents.found.title_by_size import TypeLine, title_by_size
from commonplace.documents.found.values import doi_in, tidy, useful_title
from commonplace.documents.found.xmp import xmp_values
from core.records import Found

_MARKS = re.compile(r"[\s*∗†‡§¶#+$\d,]+$")
_NEAR_TITLE = 12
_NO_LETTERS = re.compile(r"[\W_]+")
_DOI_MARK = re.compile(r"(?:doi:?\s*|doi\.org/)(?=10\.)", re.I)


def found_in_pdf(
    info: Mapping[str, Any], xmp: str, lines: Sequence[TypeLine], texts: Sequence[str]
) -> tuple[Found, ...]:
    """Return what a PDF says of its title, authors, dates and DOI, the surest of each field first.

    Args:
        info: MuPDF's metadata.
        xmp: The XMP packet, or empty.
        lines: The lines of the first page, with their sizes.
        texts: The text of the first pages.
    """
    said = xmp_values(xmp)
    printed, after = title_by_size(lines)
    below = lines[after : after + _NEAR_TITLE] if printed else lines[:_NEAR_TITLE]
    context = "\n".join(texts)
    found = [
        *_titles(info, said, printed, context),
        *_authors(info, said, below, context),
        *_dates(info, said, lines, below),
        *_dois(info, said, texts),
    ]
    return tuple(sorted(_once(found), key=lambda entry: (_ORDER.index(entry.field), -entry.sure)))


_ORDER = ("title", "author", "date", "doi")


def _once(found: Sequence[Found]) -> list[Found]:
    """Keep each value once, and of the authors only the surest list, so that nobody is counted twice."""
    authors = [entry for entry in found if entry.field == "author"]
    best = max((entry.sure for entry in authors), default=0)
    where = next((entry.where for entry in authors if entry.sure == best), "")
    kept: dict[tuple[str, str], Found] = {}
    for entry in found:
        if entry.field == "author" and entry.where != where:
            continue
        key = (entry.field, entry.value)
        if key not in kept or kept[key].sure < entry.sure:
            kept[key] = entry
    return list(kept.values())


def _titles(info: Mapping[str, Any], said: Mapping[str, list[str]], printed: str, context: str) -> list[Found]:
    found = []
    flat = _flat(context)
    for value, where in ((info.get("title"), "PDF metadata"), (next(iter(said.get("title", [])), ""), "XMP metadata")):
        if title := useful_title(value):
            # A template's title is on no page; the true one usually is.
            found.append(Found("title", title, where, 90 if _flat(title) in flat else 60))
    if printed:
        found.append(Found("title", printed, "largest type on the first page", 70))
    return found


def _flat(text: str) -> str:
    return _NO_LETTERS.sub("", text).casefold()


def _authors(
    info: Mapping[str, Any], said: Mapping[str, list[str]], below: Sequence[TypeLine], context: str
) -> list[Found]:
    flat = _flat(context)
    found = []
    for names, where in (
        (people(tidy(info.get("author"))), "PDF metadata"),
        ([name for value in said.get("creator", []) for name in people(value)], "XMP metadata"),
    ):
        # Half of them will do: an accent may be set as a sign of its own.
        printed = 0 < len(names) <= 2 * sum(_flat(name.split()[-1]) in flat for name in names)
        found += [Found("author", reference_name(name, context), where, 85 if printed else 50) for name in names]
    found += [Found("author", reference_name(name, context), "first page", 70) for name in _printed_names(below)]
    return found


def _printed_names(below: Sequence[TypeLine]) -> list[str]:
    for line in below:
        if names := labelled_names(line.text) or plain_byline(line.text):
            return names
    names = []
    for line in below[:6]:
        on_line = [_MARKS.sub("", name) for name in split_names(line.text)]
        on_line = [name for name in on_line if name]
        if on_line and all(is_likely_person(name) for name in on_line):
            names += on_line
        elif names:
            break
    return names


def _dates(
    info: Mapping[str, Any], said: Mapping[str, list[str]], lines: Sequence[TypeLine], below: Sequence[TypeLine]
) -> list[Found]:
    found = [
        Found("date", value, "XMP metadata", 75)
        for name in ("publicationdate", "coverdate", "coverdisplaydate")
        for value in map(iso, said.get(name, [])[:1])
        if value
    ]
    near = [dated for line in below if (dated := date_line(line.text))]
    far = [dated for line in lines if (dated := date_line(line.text)) and dated.labelled]
    if near or far:
        best = max([*near, *far], key=lambda dated: dated.sure)
        found.append(Found("date", best.value, "first page", min(best.sure, 80)))
    if value := iso(tidy(info.get("creationDate"))):
        found.append(Found("date", value, "day the PDF was made", 20))
    return found


def _dois(info: Mapping[str, Any], said: Mapping[str, list[str]], texts: Sequence[str]) -> list[Found]:
    for name in ("doi", "identifier", "url"):
        for value in said.get(name, []):
            if doi := doi_in(value):
                return [Found("doi", doi, "XMP metadata", 95)]
    for name in ("subject", "title", "keywords"):
        if doi := doi_in(info.get(name)):
            return [Found("doi", doi, "PDF metadata", 85)]
    for number, text in enumerate(texts, 1):
        if found := _printed_doi(text):
            return [Found("doi", found, f"page {number}", 75 if number == 1 else 50)]
    return []


def _printed_doi(text: str) -> str:
    """Return the one DOI a page names; of several, none: they are those of the works it cites."""
    marked = dict.fromkeys(doi_in(text[match.end() :]) for match in _DOI_MARK.finditer(text))
    return next(iter(marked)) if len(marked) == 1 else ""
