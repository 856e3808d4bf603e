"""Search over sources, highlights and notes, each hit placed in the text as it stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from commonplace.citations.locators import locator
from commonplace.library.anchoring import AnchoredSources
from commonplace.library.locating import is_claimed, page_label, place_of, place_of_anchor, place_text
from commonplace.library.session import Library
from core.errors import UnknownNameError
from core.page_labels import label_of
from core.queries import fts_match, parse_query
from core.records import Highlight, Range
from core.surroundings import context
from core.token_places import TokenPlaces
from db.citing import CitedSource, cited_sources
from db.highlights import highlights, targets
from db.search_index import Unit
from db.sources import SourceFacts, sources

SCOPES = ("sources", "highlights", "notes")
_AROUND = 60


@dataclass(frozen=True, slots=True)
class Hit:
    """One occurrence; ``start`` and ``end`` are on the source's axis, for a note those of the highlight it is on.

    Attributes:
        where: sources, highlights or notes.
    """

    source: str
    citekey: str
    page: str
    locator: str
    start: int
    end: int
    snippet: str
    where: str


@dataclass(frozen=True, slots=True)
class SearchResult:
    """The hits, best page first and in reading order on each; ``more`` where the limit cut them off."""

    hits: tuple[Hit, ...]
    more: bool


def search(library: Library, query: str, *, scopes: Sequence[str] = SCOPES, limit: int | None = None) -> SearchResult:
    """Find what a person typed: words that must all stand on one page (or in one note), "phrases", beginnings*.

    Raises:
        UnknownNameError: The query holds nothing that could be found.
    """
    phrases = parse_query(query)
    if not phrases:
        raise UnknownNameError(
            "There is nothing to search for in this query.", hint="Type a word or two.", code="empty-query"
        )
    finder = _Finder(library)
    hits: list[Hit] = []
    for units in _found(library, fts_match(phrases), scopes):
        for hit in finder.hits(units):
            if limit is not None and len(hits) == limit:
                return SearchResult(tuple(hits), more=True)
            hits.append(hit)
    return SearchResult(tuple(hits), more=False)


def _found(library: Library, match: str, scopes: Sequence[str]) -> Iterator[list[Unit]]:
    """Yield what is private first: of two indexes the ranks cannot be compared, and there is less of it."""
    for index in (library.private_index, library.index):
        if index is not None:
            index.catch_up()
            yield from index.find(match, scopes)


class _Finder:
    """Places hits; what it needs to know of sources is read once, for all units that come together."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._cited: dict[str, CitedSource] = {}
        self._sources: dict[str, SourceFacts] = {}

    def hits(self, units: Sequence[Unit]) -> Iterator[Hit]:
        marked = self._marked([unit for unit in units if unit.what != "sources"])
        named = {unit.thing for unit in units if unit.what == "sources"}
        marked_in = {highlight.anchor.source for highlight in marked.values()}
        self._cited.update(cited_sources(self._library.shown, (named | marked_in) - self._cited.keys()))
        if marked:
            facts = sources(self._library.shown, marked_in - self._sources.keys())
            self._sources.update({one.id: one for one in facts})
        anchored = AnchoredSources(self._library, self._sources.values())
        for unit in units:
            if unit.what == "sources":
                yield from self._in_source(unit)
            elif unit.thing in marked:
                yield from self._in_saying(unit, marked[unit.thing], anchored)

    def _marked(self, sayings: Sequence[Unit]) -> dict[str, Highlight]:
        """Return the highlights that units are, or are notes on, by the ids of the units' things."""
        if not sayings:
            return {}
        own = {unit.thing: unit.thing for unit in sayings if unit.what == "highlights"}
        own |= targets(self._library.shown, [unit.thing for unit in sayings if unit.what == "notes"])
        found = {one.id: one for one in highlights(self._library.shown, ids=set(own.values()))}
        return {thing: found[highlight] for thing, highlight in own.items() if highlight in found}

    def _in_source(self, unit: Unit) -> Iterator[Hit]:
        source = self._cited.get(unit.thing)
        if source is None or source.layer != unit.layer:
            return
        cited = None
        if unit.page is not None:
            label = label_of(*unit.page, source.said_labels)
            cited = label, _cited_page(label)
        for start, end in _places(unit):
            place = unit.start + start, unit.start + end
            label, locator = cited or _cited(source, place)
            yield Hit(source.id, source.citekey, label, locator, *place, _snippet(unit.text, start, end), unit.what)

    def _in_saying(self, unit: Unit, highlight: Highlight, anchored: AnchoredSources) -> Iterator[Hit]:
        """Yield the hits in a highlight or a note; several words found at one place of one text are one hit."""
        if highlight.anchor.source not in self._sources:
            return
        snippets = dict.fromkeys(_snippet(unit.text, start, end) for start, end in _places(unit))
        source = anchored.of(highlight)
        yield from (self._of_highlight(source, highlight, snippet, unit.what) for snippet in snippets)

    def _of_highlight(self, source: SourceFacts, highlight: Highlight, snippet: str, where: str) -> Hit:
        ranges = highlight.anchor.ranges
        start, end = (ranges[0][0], ranges[-1][1]) if ranges else (0, 0)
        if ranges and not is_claimed(source, highlight.anchor):
            label, place = page_label(source, start), place_of(source, [(start, end)])
        else:
            place = place_of_anchor(source, highlight.anchor)
            label = place.first if place and place.kind == "page" else ""
        key = self._cited[source.id].citekey
        return Hit(source.id, key, label, place_text(place), start, end, snippet, where)


def _places(unit: Unit) -> Iterator[Range]:
    """Yield where what was asked for stands in a unit's text."""
    tokens = TokenPlaces(unit.text, unit.marks)
    for first, end in unit.found:
        place = tokens.place(first, end)
        if place is not None:
            yield place


@lru_cache
def _cited_page(label: str) -> str:
    return place_text(locator("page", label))


def _cited(source: CitedSource, place: Range) -> tuple[str, str]:
    """Return the label of the page, where there is one, and the locator of a place in a flowing document."""
    cited = place_of(source, [place])
    label = page_label(source, place[0]) if cited is None or cited.kind == "page" else ""
    return label, place_text(cited)


def _snippet(text: str, start: int, end: int) -> str:
    before, after = context(text, start, end, _AROUND)
    shown = " ".join(f"{before}{text[start:end]}{after}".split())
    return f"{'…' if len(before) < start else ''}{shown}{'…' if end + len(after) < len(text) else ''}"
