"""Passages as they are taken elsewhere by the clipboard: the quote as printed, and where it is from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from commonplace.citations import syntax
from commonplace.citations.locators import Locator
from commonplace.library.anchoring import PART_BREAK, AnchoredSources
from commonplace.library.highlights import Filter, Printer, find_highlights
from commonplace.library.locating import place_of, place_of_anchor
from commonplace.library.naming import highlight_named, source_named
from commonplace.library.passages import anchored, parts_of
from commonplace.library.session import Library
from core.records import Highlight, Range
from db.documents import read_layer
from db.references import citekeys
from db.sources import SourceFacts, sources


@dataclass(frozen=True, slots=True)
class Copied:
    """A passage to be put elsewhere; ``citation`` is as Pandoc reads it, empty where there is no key to cite."""

    quote: str
    citation: str


def copied_passage(library: Library, source: str, ranges: Sequence[Range]) -> Copied:
    """Return ranges of a source's text as they are printed, without the asides among them, and their citation.

    Raises:
        UnknownNameError: There is no such source.
    """
    facts = sources(library.engine, [source_named(library, source)])[0]
    layer = read_layer(library.engine, facts.layer)
    exact = PART_BREAK.join(parts_of(layer, ranges))
    passage = Highlight("", exact, "", anchored(facts, layer, ranges), library.person, "")
    return Copied(Printer(library).quote(passage), _citation(library, facts, place_of(facts, ranges)))


def copied_highlight(library: Library, name: str) -> Copied:
    """Return a highlight's quote, in its person's own wording where there is one, and its citation.

    Raises:
        UnknownNameError: There is no such highlight.
    """
    (one,) = find_highlights(library, Filter(), [highlight_named(library, name)])
    facts = AnchoredSources(library, sources(library.shown, [one.anchor.source])).of(one)
    place = place_of_anchor(facts, one.anchor)
    return Copied(one.edited_quote or Printer(library).quote(one), _citation(library, facts, place))


def _citation(library: Library, facts: SourceFacts, place: Locator | None) -> str:
    key = citekeys(library.engine).get(facts.reference, "")
    return syntax.pandoc(key, place) if key else ""
