"""The quotes of the whole library as a table shows them: all of them lean, and what a row shows when it is seen."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from commonplace.library.anchoring import AnchoredSources
from commonplace.library.highlights import Printer, locator_text
from commonplace.library.session import Library
from db.highlights import highlights, persons
from db.quote_rows import quote_rows
from db.sources import sources

_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Quote:
    """A highlight in the table of all.

    Attributes:
        text: Its wording in one line.
        folded: The same without the difference of capitals.
        created: On the library's clock.
        concepts: By their ids, in the order of their names.
        start: Where it begins in its source.
    """

    id: str
    source: str
    start: int
    author: str
    created: int
    text: str
    folded: str
    concepts: tuple[str, ...]
    private: bool = False


@dataclass(frozen=True, slots=True)
class QuoteDetails:
    """What a row shows when it is seen: the quote in one line as it is printed, and its place."""

    quote: str
    locator: str


def quotes(library: Library) -> Iterator[list[Quote]]:
    """Yield the highlights of the library in slices, source by source in reading order."""
    people = persons(library.shown)
    for rows in quote_rows(library.shown, _AT_ONCE):
        yield [
            Quote(
                row.id,
                row.source,
                row.start,
                people.get(row.person, ""),
                row.created,
                " ".join(row.text.split()),
                " ".join(row.text.casefold().split()),
                row.concepts,
                row.private,
            )
            for row in rows
        ]


def quote_details(library: Library, ids: Collection[str]) -> dict[str, QuoteDetails]:
    """Return what the rows of these highlights show."""
    found = highlights(library.shown, ids=ids)
    anchored = AnchoredSources(library, sources(library.shown, {one.anchor.source for one in found}))
    printer = Printer(library)
    return {
        one.id: QuoteDetails(
            " ".join((one.edited_quote or printer.quote(one)).split()), locator_text(anchored.of(one), one)
        )
        for one in found
    }
