"""Which reference a document belongs to: by the files an entry names, its DOI, or its title together with the year."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import Generic, TypeVar

from commonplace.citations.dates import year_of
from commonplace.citations.linking import doi_of, file_name, file_paths, folded_title
from commonplace.library.described import found_value
from core.folding import fold_name
from core.records import Found

T = TypeVar("T")


class Clues:
    """What tells of a work which it is; each is worked out when it is first asked for."""

    def __init__(self, fields: Mapping[str, str], files: Iterable[str] | None = None) -> None:
        self._fields = fields
        self._files = files

    @classmethod
    def of_fields(cls, fields: Mapping[str, str]) -> Clues:
        return cls(fields)

    @classmethod
    def of_file(cls, found: Sequence[Found], names: Iterable[str]) -> Clues:
        return cls({field: found_value(found, field) for field in ("doi", "title", "date")}, names)

    @cached_property
    def names(self) -> tuple[str, ...]:
        named = map(file_name, file_paths(self._fields)) if self._files is None else self._files
        return tuple(map(fold_name, named))

    @cached_property
    def doi(self) -> str:
        return doi_of(self._fields)

    @cached_property
    def title(self) -> str:
        return folded_title(self._fields.get("title", ""))

    @cached_property
    def year(self) -> str:
        return year_of(self._fields)

    def same_work(self, other: Clues) -> bool:
        """Whether two are one work by DOI, or without two DOIs by title and year."""
        if self.doi and other.doi:
            return self.doi == other.doi
        return bool(self.title) and self.title == other.title and self.year == other.year


class Matcher(Generic[T]):
    """Finds among many the ones that share a clue; the weaker clue counts only where a stronger leads nowhere."""

    def __init__(self) -> None:
        self._by_name: dict[str, list[tuple[Clues, T]]] = {}
        self._by_doi: dict[str, list[tuple[Clues, T]]] = {}
        self._by_title: dict[str, list[tuple[Clues, T]]] = {}

    def add(self, clues: Clues, one: T) -> None:
        for name in clues.names:
            self._by_name.setdefault(name, []).append((clues, one))
        if clues.doi:
            self._by_doi.setdefault(clues.doi, []).append((clues, one))
        if clues.title:
            self._by_title.setdefault(clues.title, []).append((clues, one))

    def find(self, clues: Clues) -> list[T]:
        """Return the matches; a title or file name that several have, or a title of another year or DOI, is no clue."""
        return self.named(clues) or self.with_doi(clues) or self._titled(clues)

    def named(self, clues: Clues) -> list[T]:
        """Return what has one of the file names."""
        names = clues.names if self._by_name else ()
        # By what they are, as not all that is matched can be hashed.
        return list({id(one): one for name in names for one in self._named(name, clues)}.values())

    def with_doi(self, clues: Clues) -> list[T]:
        return [one for _, one in self._by_doi.get(clues.doi, ())] if self._by_doi else []

    def _titled(self, clues: Clues) -> list[T]:
        titled = self._by_title.get(clues.title, []) if self._by_title else []
        return [one for own, one in titled if len(titled) == 1 and not _contradict(own, clues)]

    def _named(self, name: str, clues: Clues) -> list[T]:
        """Return what has a file name; of several (every site has its ``download.pdf``) those that are the work."""
        found = self._by_name.get(name, [])
        return [one for own, one in found if len(found) == 1 or own.same_work(clues)]


def _contradict(one: Clues, other: Clues) -> bool:
    years_differ = bool(one.year and other.year) and one.year != other.year
    return years_differ or (bool(one.doi and other.doi) and one.doi != other.doi)
