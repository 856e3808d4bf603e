"""Search over sources, highlights and notes, each hit placed in the text as it stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from commonplace.library.anchoring import AnchoredSources
from commonplace.library.locating import is_claimed, page_label, place_of, place_of_anchor, place_text
from commonplace.library.session import Library
from core.errors import UnknownNameError
from core.folding import folded
from core.queries import Phrase, fts_match, occurrences, parse_query
from core.records import Highlight, Range
from core.surroundings import context
from db.highlights import highlights
from db.references import citekeys
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
    finder = _Finder(library, phrases)
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

    def __init__(self, library: Library, phrases: tuple[Phrase, ...]) -> None:
        self._library = library
        self._phrases = phrases
        self._sources: dict[str, SourceFacts | None] = {}
        self._keys: dict[str, str] | None = None

    def hits(self, units: Sequence[Unit]) -> Iterator[Hit]:
        marked = {unit: self._highlights(unit) for unit in units if unit.what != "sources"}
        named = {unit.thing for unit in units if unit.what == "sources"}
        named.update(highlight.anchor.source for found in marked.values() for highlight in found)
        self._get_ready(named - self._sources.keys())
        for unit in units:
            if unit in marked:
                yield from self._in_saying(unit, marked[unit])
            else:
                yield from self._in_source(unit)

    def _get_ready(self, ids: set[str]) -> None:
        if ids:
            self._sources.update(dict.fromkeys(ids))
            self._sources.update({facts.id: facts for facts in sources(self._library.shown, ids)})

    def _in_source(self, unit: Unit) -> Iterator[Hit]:
        source = self._sources[unit.thing]
        if source is None or source.layer != unit.layer:
            return
        for start, end in self._places(unit.text):
            yield self._hit(source, (unit.start + start, unit.start + end), _snippet(unit.text, start, end), unit.what)

    def _in_saying(self, unit: Unit, found: Sequence[Highlight]) -> Iterator[Hit]:
        """Yield the hits in a highlight or a note; several words found at one place of one text are one hit."""
        for highlight in found:
            source = self._sources[highlight.anchor.source]
            if source is None:
                continue
            hits = [
                self._of_highlight(source, highlight, _snippet(unit.text, start, end), unit.what)
                for start, end in self._places(unit.text)
            ]
            yield from dict.fromkeys(hits)

    def _highlights(self, unit: Unit) -> list[Highlight]:
        if unit.what == "highlights":
            return highlights(self._library.shown, ids=[unit.thing])
        return highlights(self._library.shown, noted=unit.thing)

    def _of_highlight(self, source: SourceFacts, highlight: Highlight, snippet: str, where: str) -> Hit:
        source = AnchoredSources(self._library, [source]).of(highlight)
        ranges = highlight.anchor.ranges
        if ranges and not is_claimed(source, highlight.anchor):
            return self._hit(source, (ranges[0][0], ranges[-1][1]), snippet, where)
        place = place_of_anchor(source, highlight.anchor)
        label = place.first if place and place.kind == "page" else ""
        start, end = (ranges[0][0], ranges[-1][1]) if ranges else (0, 0)
        return Hit(source.id, self._key(source), label, place_text(place), start, end, snippet, where)

    def _hit(self, source: SourceFacts, place: Range, snippet: str, where: str) -> Hit:
        label = page_label(source, place[0])
        return Hit(source.id, self._key(source), label, place_text(place_of(source, [place])), *place, snippet, where)

    def _places(self, text: str) -> Iterator[Range]:
        """Yield where the phrases stand in a text; of occurrences at one place only the longest."""
        own = folded(text)
        last_end = -1
        for start, end in sorted(occurrences(own.text, self._phrases), key=lambda place: (place[0], -place[1])):
            if end > last_end:
                yield own.original(start, end)
                last_end = end

    def _key(self, source: SourceFacts) -> str:
        if self._keys is None:
            self._keys = citekeys(self._library.engine)
        return self._keys.get(source.reference, "")


def _snippet(text: str, start: int, end: int) -> str:
    before, after = context(text, start, end, _AROUND)
    shown = " ".join(f"{before}{text[start:end]}{after}".split())
    return f"{'…' if len(before) < start else ''}{shown}{'…' if end + len(after) < len(text) else ''}"
