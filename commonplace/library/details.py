"""A source with its reference, as it is shown to be corrected."""

from __future__ import annotations

from dataclasses import dataclass

from commonplace.citations.latex import plain, to_bibtex
from commonplace.library.naming import source_named
from commonplace.library.session import Library
from commonplace.library.works import works
from core.records import Found
from db.sources import sources

_USUAL = ("author", "title", "date", "journaltitle", "publisher", "doi", "url")


@dataclass(frozen=True, slots=True)
class SourceDetails:
    """What is known of a source.

    Attributes:
        reference: The id of its reference; empty where it has none.
        fields: By name, the usual ones first and there even where they are empty, but not the one named ``type``,
            which would be taken for the entry's type.  A value is shown as plain text where that says all of it,
            else as BibTeX writes it; written back as it is, it changes nothing.
        in_bib: Whether the reference stands in a .bib, whose fields are the ground of these.
        found: What the file says of itself, with where and how sure.
    """

    source: str
    names: tuple[str, ...]
    kind: str
    pages: int
    characters: int
    reference: str
    citekey: str
    aliases: tuple[str, ...]
    type: str
    fields: dict[str, str]
    in_bib: bool
    found: tuple[Found, ...]


def source_details(library: Library, name: str) -> SourceDetails:
    """Return what is known of a source.

    Raises:
        UnknownNameError: There is no such source.
    """
    facts = sources(library.engine, [source_named(library, name)])[0]
    work = works(library, [facts.reference]).get(facts.reference) if facts.reference else None
    fields = work.fields if work else {}
    return SourceDetails(
        source=facts.id,
        names=facts.names,
        kind=facts.kind,
        pages=facts.pages,
        characters=facts.characters,
        reference=facts.reference if work else "",
        citekey=work.reference.citekey if work else "",
        aliases=work.reference.aliases if work else (),
        type=work.type if work else "",
        fields={
            field: _shown(field, fields.get(field, ""))
            for field in dict.fromkeys((*_USUAL, *fields))
            if field != "type"
        },
        in_bib=bool(work and work.reference.bibfile),
        found=facts.found,
    )


def _shown(field: str, raw: str) -> str:
    text = plain(raw, field)
    return text if to_bibtex(text, field) == raw else raw
