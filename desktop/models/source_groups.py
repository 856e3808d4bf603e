"""Sources under headings: their references, collections, the concepts they are marked with, or years; no Qt here."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from typing import Literal, TypeAlias

from commonplace.library.sources import SourceLine
from commonplace.library.standings import Standing
from core.folding import fold

folded = lru_cache(maxsize=20_000)(fold)
"""Folds the same titles and names again and again."""

Grouping: TypeAlias = Literal["", "reference", "collection", "concept", "year"]
Group: TypeAlias = tuple[str, list[SourceLine]]

_YEAR = 4
_PLAIN = Standing()


def grouped_sources(
    lines: Sequence[SourceLine],
    grouping: Grouping,
    standings: Mapping[str, Standing],
    concepts: Mapping[str, str],
    rest: str,
) -> list[Group]:
    """Return sources under headings, in the order of those; one in two collections stands under both.

    Args:
        lines: The sources.
        grouping: By what; without, there is one group.
        standings: Of the sources, by their ids.
        concepts: What concepts are called, by their ids.
        rest: The heading of those that belong under none, which stand last.
    """
    if not grouping:
        return [("", list(lines))]
    of: Mapping[str, Callable[[SourceLine], Sequence[str]]] = {
        "reference": lambda line: [_reference(line)] if standings.get(line.id, _PLAIN).reference else [],
        "collection": lambda line: line.collections,
        "concept": lambda line: [concepts[id] for id in standings.get(line.id, _PLAIN).concepts if id in concepts],
        "year": lambda line: [line.date[:_YEAR]] if line.date else [],
    }
    groups: dict[str, list[SourceLine]] = {}
    for line in lines:
        for title in of[grouping](line) or [""]:
            groups.setdefault(title, []).append(line)
    ordered = sorted(groups, key=lambda title: (not title, folded(title), title))
    if grouping == "year":
        # The newest are looked for most.
        ordered.sort(key=lambda title: title, reverse=True)
    return [(title or rest, groups[title]) for title in ordered]


def called(line: SourceLine) -> str:
    """Return what a source is called: its title, else its key, else its file."""
    return line.title or line.citekey or (line.file_names[0] if line.file_names else line.id[:12])


def found_by(line: SourceLine, words: Sequence[str]) -> bool:
    """Return whether a source says every one of some folded words."""
    said = folded(" ".join((line.citekey, line.title, line.date, *line.authors, *line.file_names)))
    return all(word in said for word in words)


def _reference(line: SourceLine) -> str:
    family = line.authors[0].partition(",")[0] if line.authors else ""
    who = " ".join(filter(None, (family, line.date[:_YEAR])))
    return ": ".join(filter(None, (who or line.citekey, line.title)))
