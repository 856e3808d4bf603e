"""What is missing or doubtful in references; it is said, and nothing is kept from being used."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from commonplace.citations.dates import is_date, year_of
from commonplace.citations.linking import doi_of, folded_title
from commonplace.citations.records import KnownEntry, Problem
from commonplace.citations.subset import parents

_YEAR = "date|year"
_REQUIRED = {
    "article": ("author", "title", "journaltitle|journal", _YEAR),
    "book": ("author|editor", "title", _YEAR),
    "mvbook": ("author", "title", _YEAR),
    "booklet": ("author|editor", "title"),
    "inbook": ("author|editor", "title", "booktitle|chapter|pages", _YEAR),
    "bookinbook": ("author", "title", "booktitle", _YEAR),
    "suppbook": ("author", "title", "booktitle", _YEAR),
    "incollection": ("author", "title", "booktitle", _YEAR),
    "collection": ("editor", "title", _YEAR),
    "mvcollection": ("editor", "title", _YEAR),
    "inproceedings": ("author", "title", "booktitle", _YEAR),
    "proceedings": ("title", _YEAR),
    "reference": ("editor", "title", _YEAR),
    "inreference": ("author", "title", "booktitle", _YEAR),
    "manual": ("title",),
    "dataset": ("author|editor", "title", _YEAR),
    "software": ("author|editor", "title", _YEAR),
    "online": ("author|editor|organization", "title", _YEAR, "url|doi|eprint|howpublished"),
    "patent": ("author", "title", "number", _YEAR),
    "periodical": ("editor", "title", _YEAR),
    "thesis": ("author", "title", "institution|school", _YEAR),
    "report": ("author|editor|institution", "title", "institution|publisher", _YEAR),
    "unpublished": ("author", "title"),
}
_ALIASES = {
    "conference": "inproceedings",
    "www": "online",
    "electronic": "online",
    "phdthesis": "thesis",
    "mastersthesis": "thesis",
    "techreport": "report",
}
_DATES = ("date", "urldate", "origdate", "eventdate")
# Fields a parent gives under another name.
_INHERITED = {"booktitle": "title", "journaltitle": "title", "journal": "title"}


def check(entries: Sequence[KnownEntry]) -> list[Problem]:
    """Everything worth saying about these references, in their order: each with its key, a kind and a sentence."""
    known = {entry.key: entry for entry in entries} | {entry.key.lower(): entry for entry in entries}
    problems: list[Problem] = []
    for entry in entries:
        problems += _dates(entry)
        problems += _parents(entry, known)
        problems += _missing(entry, known)
    return [*problems, *_twins(entries)]


def _problem(entry: KnownEntry, kind: str, raw: str, said: str) -> Problem:
    return Problem(entry.line, entry.key, kind, raw, said)


def _missing(entry: KnownEntry, known: Mapping[str, KnownEntry]) -> Iterator[Problem]:
    needed = _REQUIRED.get(_ALIASES.get(entry.type, entry.type), ())
    has = {name for name, value in entry.fields.items() if value.strip()}
    above = _inherited(entry, known, set())
    for alternatives in needed:
        names = alternatives.split("|")
        if not has.intersection(names) and not above.intersection([*names, *(_INHERITED.get(n, n) for n in names)]):
            said = f"An entry of type {entry.type} should have {' or '.join(names)}."
            yield _problem(entry, "missing-field", alternatives, said)


def _inherited(entry: KnownEntry, known: Mapping[str, KnownEntry], seen: set[str]) -> set[str]:
    """The fields that the entries above this one have."""
    above: set[str] = set()
    for name in ("crossref", "xdata"):
        for key in entry.fields.get(name, "").split(","):
            parent = _find(known, key.strip())
            if parent and parent.key not in seen:
                seen.add(parent.key)
                above |= set(parent.fields) | _inherited(parent, known, seen)
    return above


def _find(known: Mapping[str, KnownEntry], key: str) -> KnownEntry | None:
    return known.get(key) or known.get(key.lower())


def _dates(entry: KnownEntry) -> Iterator[Problem]:
    for name in _DATES:
        value = entry.fields.get(name, "").strip()
        if value and "{" not in value and "\\" not in value and not is_date(value):
            said = f"“{value}” in {name} is not a date that biblatex reads; write 2001, 2001-03 or 2001-03-05."
            yield _problem(entry, "invalid-date", f"{name} = {value}", said)
    month = entry.fields.get("month", "").strip()
    if month.isdecimal() and not 1 <= int(month) <= 12:
        yield _problem(entry, "invalid-date", f"month = {month}", f"There is no month {month}.")
    if entry.fields.get("date") and entry.fields.get("year"):
        said = "It has both date and year; biblatex heeds date only."
        yield _problem(entry, "date-and-year", f"year = {entry.fields['year']}", said)


def _parents(entry: KnownEntry, known: Mapping[str, KnownEntry]) -> Iterator[Problem]:
    for key in parents(entry.fields):
        if not any(_find(known, part) for part in (key, key.rsplit("-", 2)[0], key.rsplit("-", 1)[0])):
            yield _problem(entry, "missing-parent", key, f"It draws on “{key}”, which is not there.")


def _twins(entries: Iterable[KnownEntry]) -> Iterator[Problem]:
    by_doi: dict[str, list[KnownEntry]] = defaultdict(list)
    by_title: dict[tuple[str, str], list[KnownEntry]] = defaultdict(list)
    for entry in entries:
        if doi := doi_of(entry.fields):
            by_doi[doi].append(entry)
        if len(title := folded_title(entry.fields.get("title", ""))) > 5:
            by_title[title, year_of(entry.fields)].append(entry)
    for doi, twins in by_doi.items():
        for twin in twins[1:]:
            yield _problem(twin, "duplicate-doi", doi, f"It has the DOI of “{twins[0].key}”.")
    for twins in by_title.values():
        for twin in twins[1:]:
            said = f"It has the title and year of “{twins[0].key}”."
            yield _problem(twin, "duplicate-title", twin.fields["title"][:200], said)
