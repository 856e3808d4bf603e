"""The works of a library: each reference with the source that speaks for it, read at once and not row by row."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from commonplace.library.described import Described, described, entry_fields, entry_type
from commonplace.library.session import Library
from core.records import Reference
from db.references import references
from db.sources import SourceFacts, sources


@dataclass(frozen=True, slots=True)
class Work:
    """A reference, with its first source where it has one, and its raw fields as they are exported."""

    reference: Reference
    source: SourceFacts | None
    type: str
    fields: dict[str, str]

    @property
    def described(self) -> Described:
        return described(self.fields, self.source.names if self.source else ())


def works(library: Library, ids: Collection[str] | None = None) -> dict[str, Work]:
    """Return works by the id of their reference; with ``ids`` only those."""
    by_source = {facts.id: facts for facts in sources(library.engine)}
    found: dict[str, Work] = {}
    for reference in references(library.engine, ids):
        source = next((by_source[id] for id in reference.sources if id in by_source), None)
        fields = entry_fields(reference, source)
        found[reference.id] = Work(reference, source, entry_type(reference, source), fields)
    return found
