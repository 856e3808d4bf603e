"""What a work is called: the reference's fields where somebody gave them, else what its file says of itself."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePath

from commonplace.citations.keys import TakenKeys, make_key
from commonplace.citations.latex import plain, to_bibtex
from commonplace.citations.linking import normal_doi
from commonplace.citations.names import Name, from_found, parse_names
from commonplace.citations.names import to_bibtex as names_to_bibtex
from core.records import Found, Reference
from db.sources import SourceFacts

_TYPES = {"html": "online", "mhtml": "online", "epub": "book"}

SURE_ENOUGH = 50
"""Below this many percent, what a file says is shown as a guess and never cited."""


@dataclass(frozen=True, slots=True)
class Described:
    """A work in plain text; ``authors`` read ``Family, Given``."""

    title: str
    authors: tuple[str, ...]
    date: str


def found_value(found: Sequence[Found], field: str) -> str:
    """Return the surest thing a file says of one field, or nothing where it is a guess."""
    sure = [one for one in found if one.field == field and one.sure >= SURE_ENOUGH]
    return max(sure, key=lambda one: one.sure).value if sure else ""


def found_authors(found: Sequence[Found]) -> list[Name]:
    return [from_found(one.value) for one in found if one.field == "author" and one.sure >= SURE_ENOUGH]


def new_key(found: Sequence[Found], file_name: str, taken: TakenKeys) -> str:
    """Return a citation key that nothing has yet, from what a file says of itself; without a title from its name."""
    authors = found_authors(found)
    title = found_value(found, "title") or _title_of_name(file_name, authors)
    key = make_key(authors, found_value(found, "date"), title, taken, site=found_value(found, "site"))
    taken.add(key)
    return key


def _title_of_name(file_name: str, authors: Sequence[Name]) -> str:
    """Return what a file's name says beside its authors: people name files ``ezaki-intelligence-reform``."""
    families = {author.family.casefold() for author in authors}
    words = re.split(r"[\s_-]+", PurePath(file_name).stem)
    return " ".join(word for word in words if word.casefold() not in families)


def entry_type(reference: Reference, source: SourceFacts | None) -> str:
    """Return a reference's entry type; one made for a source is what such files mostly are."""
    return reference.type or (_TYPES.get(source.kind, "misc") if source is not None else "misc")


def entry_fields(reference: Reference, source: SourceFacts | None) -> dict[str, str]:
    """Return the raw BibTeX fields of a reference: of one that stands in no .bib, over what its file says of itself.

    Where the file's text is not here, that is what whoever had it says that it says.
    """
    fields = {} if reference.bibfile else dict(reference.claimed)
    if not reference.bibfile and source is not None and source.layer:
        fields = fields_of_file(source.found)
    fields.update(reference.fields)
    return {name: value for name, value in fields.items() if name not in reference.removed}


def fields_of_file(found: Sequence[Found]) -> dict[str, str]:
    """Return what a file says of itself as raw BibTeX fields."""
    fields: dict[str, str] = {}
    authors = found_authors(found)
    if authors:
        fields["author"] = names_to_bibtex(authors)
    for field in ("title", "date", "publisher", "doi", "isbn", "url"):
        value = found_value(found, field)
        if field == "doi":
            value = normal_doi(value)
        if value:
            fields[field] = to_bibtex(value, field)
    site = found_value(found, "site")
    if site:
        fields["organization"] = to_bibtex(site)
    return fields


def described(fields: Mapping[str, str], file_names: Sequence[str] = ()) -> Described:
    """Return how lists show a work; without a title by its file's name."""
    title = plain(fields.get("title", "")) or (file_names[0] if file_names else "")
    authors = tuple(_shown(name) for name in parse_names(fields.get("author", ""), yomi=fields.get("yomi", "")))
    return Described(title, authors, plain(fields.get("date") or fields.get("year", "")))


def _shown(name: Name) -> str:
    if name.literal:
        return name.literal
    family = f"{name.prefix} {name.family}".strip()
    return ", ".join(part for part in (family, name.suffix, name.given) if part)
