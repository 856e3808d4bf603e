"""What leaves a library as notes: quotes with their citations and notes, in the outline of the concept tree.

Renderers are functions of these records alone, and the records hold no time and no place of this machine: the same
library gives the same bytes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from commonplace.citations.locators import Locator
from core.records import Concept

_ID = re.compile(r"[0-9a-f]+")


@dataclass(frozen=True, slots=True)
class NoteItem:
    """A note on a quote, in its writer's Markdown; ``person`` is empty where the writer goes without saying."""

    text: str
    person: str = ""


@dataclass(frozen=True, slots=True)
class QuoteItem:
    """A quote as it is printed, with what is cited for it.

    Attributes:
        highlight: The highlight's id, which stays in the output so that a later export finds the quote again.
        quote: The text; each newline begins a paragraph.  Empty for a highlight of a figure.
        locator: The place in the source; None where the source has none.
        concepts: Names of the concepts it is tagged with.
        area: Words for the marked part of a page, shown where there is no text.
    """

    highlight: str
    quote: str
    citekey: str
    locator: Locator | None
    notes: tuple[NoteItem, ...] = ()
    source_title: str = ""
    concepts: tuple[str, ...] = ()
    area: str = ""

    def __post_init__(self) -> None:
        # It is written into comments, which nothing else may end.
        if not _ID.fullmatch(self.highlight):
            raise ValueError(f"no id: {self.highlight!r}")


@dataclass(frozen=True, slots=True)
class Section:
    """A concept as a heading; ``level`` counts from 1 and has no lower end, renderers clamp it."""

    heading: str
    level: int
    definition: str = ""
    quotes: tuple[QuoteItem, ...] = ()


@dataclass(frozen=True, slots=True)
class NotesBundle:
    """The notes as a whole; ``bib_name`` is the file name of the bibliography written beside them."""

    title: str
    sections: tuple[Section, ...]
    bib_name: str

    def citekeys(self) -> frozenset[str]:
        """Return the keys that the quotes cite."""
        return frozenset(item.citekey for section in self.sections for item in section.quotes)


def outline(
    concepts: Sequence[Concept],
    quotes: Sequence[QuoteItem],
    tagged: Mapping[str, Sequence[str]],
    *,
    untagged: str = "Untagged",
) -> tuple[Section, ...]:
    """Return the quotes under their concepts, parents before children, siblings in the order given.

    ``tagged`` holds concept ids by highlight id; ``untagged`` is the heading of the quotes without.  A quote with two
    concepts stands under both.  A concept without a quote in its subtree is left out; one whose parent is not among
    ``concepts`` stands at the top.  Quotes with none of these concepts come last.
    """
    by_concept: dict[str, list[QuoteItem]] = {concept.id: [] for concept in concepts}
    rest: list[QuoteItem] = []
    for quote in quotes:
        concepts_of_it = dict.fromkeys(tagged.get(quote.highlight, ()))
        known = [by_concept[concept] for concept in concepts_of_it if concept in by_concept]
        for place in known or [rest]:
            place.append(quote)
    sections = _sections(concepts, by_concept)
    if rest:
        sections.append(Section(untagged, 1, quotes=tuple(rest)))
    return tuple(sections)


def _sections(concepts: Sequence[Concept], quotes: Mapping[str, list[QuoteItem]]) -> list[Section]:
    sections: list[Section] = []
    levels: list[int] = []
    for concept, level in _walk(concepts):
        sections.append(Section(concept.name, level, concept.definition, tuple(quotes[concept.id])))
        levels.append(level)
    kept: list[Section] = []
    needed = 0  # the level that a section must be above to be a parent of one that is kept
    for section in reversed(sections):
        if section.quotes or section.level < needed:
            kept.append(section)
            needed = section.level
    return kept[::-1]


def _walk(concepts: Sequence[Concept]) -> Iterator[tuple[Concept, int]]:
    """Yield each concept once with its level; a circle of parents, which a merge can leave, is cut where it is met."""
    ids = {concept.id for concept in concepts}
    children: dict[str, list[Concept]] = {}
    for concept in concepts:
        children.setdefault(concept.parent if concept.parent in ids else "", []).append(concept)
    seen: set[str] = set()
    for root in [*children.get("", []), *concepts]:
        stack = [(root, 1)]
        while stack:
            concept, level = stack.pop()
            if concept.id not in seen:
                seen.add(concept.id)
                yield concept, level
                stack += [(child, level + 1) for child in reversed(children.get(concept.id, []))]
