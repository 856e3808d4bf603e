"""Which reference a document belongs to: by the files an entry names, its DOI, or its title together with the year."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Generic, TypeVar

from commonplace.citations.dates import year_of
from commonplace.citations.linking import doi_of, file_name, file_paths, folded_title
from commonplace.library.described import found_value
from core.folding import fold_name
from core.records import Found

T = TypeVar("T")


class Clues:
    """What tells of a work which it is."""

    __slots__ = ("doi", "names", "title", "year")

    def __init__(self, names: Iterable[str], doi: str, title: str, year: str) -> None:
        self.names = tuple(fold_name(name) for name in names)
        self.doi = doi
        self.title = title
        self.year = year

    @classmethod
    def of_fields(cls, fields: Mapping[str, str]) -> Clues:
        names = [file_name(path) for path in file_paths(fields)]
        return cls(names, doi_of(fields), folded_title(fields.get("title", "")), year_of(fields))

    @classmethod
    def of_file(cls, found: Sequence[Found], names: Iterable[str]) -> Clues:
        doi = doi_of({"doi": found_value(found, "doi")})
        title = folded_title(found_value(found, "title"))
        return cls(names, doi, title, year_of({"date": found_value(found, "date")}))

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
        named = [one for name in clues.names for one in self._named(name, clues)]
        if named:
            return list(dict.fromkeys(named))
        if clues.doi in self._by_doi:
            return [one for _, one in self._by_doi[clues.doi]]
        titled = self._by_title.get(clues.title, [])
        if len(titled) != 1 or _contradict(titled[0][0], clues):
            return []
        return [titled[0][1]]

    def _named(self, name: str, clues: Clues) -> list[T]:
        """Return what has a file name; of several (every site has its ``download.pdf``) those that are the work."""
        found = self._by_name.get(name, [])
        return [one for own, one in found if len(found) == 1 or own.same_work(clues)]


def _contradict(one: Clues, other: Clues) -> bool:
    years_differ = bool(one.year and other.year) and one.year != other.year
    return years_differ or (bool(one.doi and other.doi) and one.doi != other.doi)
