"""Two copies of one work, with other bytes: a scan and the publisher's version, a download and one of later.

They are proposed, with what speaks for it; a person accepts, and what was marked in the one is looked for in the other.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from itertools import combinations, islice

from commonplace.library.anchoring import Place, found_again
from commonplace.library.concepts import say_same
from commonplace.library.duplicates import duplicates
from commonplace.library.layering import AnchorLine, anchor_anew, anchor_lines, anchor_privately
from commonplace.library.naming import source_named
from commonplace.library.session import Library
from core.errors import NotDoneError, UserError
from core.folding import fold
from core.likeness import likeness
from core.squeezing import squeeze
from db.copies import heirs, samples
from db.documents import read_layer
from db.highlights import highlights
from db.kinds import SOURCE
from db.references import citekeys
from db.same import said_same
from db.sources import SourceFacts, sources
from db.step_labels import named

LIKE = 35
"""From how many percent of shared text on two sources are proposed; a poor scan has as much of its original."""

# What stands in so many texts is a formula of some kind, and tells nothing of two of them.
_COMMON = 30
_LEAST_QUOTED = 60
_QUOTE_TOKENS = 10
_QUOTES_ASKED = 12
_SHORTEST_QUOTE = 16


@dataclass(frozen=True, slots=True)
class Evidence:
    """What speaks for it that two sources are copies of one work.

    Attributes:
        record: doi, isbn or title (with year and author), where the references agree; "reference" where they are
            one already; else empty.
        text: About how many percent of the shorter text stand in the other; None where one has no text here.
        quotes: How many of the quotes marked in the one stand in the other's text, of how many that were looked for.
    """

    record: str = ""
    text: int | None = None
    quotes: tuple[int, int] = (0, 0)

    @property
    def weight(self) -> int:
        """How much speaks for it, from 0 to 100."""
        found, asked = self.quotes
        by_quotes = 100 * found // asked if asked else 0
        return max(
            {"doi": 100, "isbn": 95, "title": 90, "reference": 80, "": 0}[self.record], self.text or 0, by_quotes
        )


@dataclass(frozen=True, slots=True)
class CopyLine:
    """Two sources that may be copies of one work: ``a`` is the one whose text is here, else the one that came first."""

    a: str
    b: str
    citekeys: tuple[str, str]
    names: tuple[str, str]
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Accepted:
    """What became of the highlights of a copy in the other one.

    Attributes:
        source: The copy in which they were looked for.
        copy: The one they were marked in; there the ``uncertain`` and the ``lost`` stay.
        exact: Those that stand at the same places, ``moved`` elsewhere: they are shown in ``source`` from now on.
    """

    source: str
    copy: str
    citekey: str
    exact: tuple[AnchorLine, ...]
    moved: tuple[AnchorLine, ...]
    uncertain: tuple[AnchorLine, ...]
    lost: tuple[AnchorLine, ...]


def proposed_copies(library: Library, touching: Collection[str] | None = None) -> list[CopyLine]:
    """Return the pairs of sources that may be copies of one work, those first for which most speaks.

    Versions of one source, and works that somebody told from each other, are not among them.

    Args:
        library: The open library.
        touching: Only pairs with one of these sources in them: of sources that have just come.
    """
    facts = {one.id: one for one in sources(library.engine)}
    wanted = set(facts) if touching is None else set(touching) & set(facts)
    finder = _Finder(library, facts, wanted)
    found = {pair: Evidence(record=why) for pair, why in finder.by_record()}
    for pair, share in finder.by_text():
        if share >= LIKE or pair in found:
            found[pair] = Evidence(found[pair].record if pair in found else "", text=share)
    for pair, quotes in finder.by_quotes():
        before = found.get(pair, Evidence())
        if pair in found or 100 * quotes[0] >= _LEAST_QUOTED * quotes[1]:
            found[pair] = Evidence(before.record, before.text, quotes)
    keys = citekeys(library.engine)
    lines = [_line(facts, keys, pair, evidence) for pair, evidence in found.items() if not finder.is_settled(pair)]
    return sorted(lines, key=lambda line: (-line.evidence.weight, line.citekeys, line.a, line.b))


def accept_copies(library: Library, mine: str, theirs: str) -> Accepted:
    """Say that two sources are copies of one work, and find what was marked in the second one again in the first.

    Both belong to one reference from then on.  A highlight whose place is sure is shown in the first copy and keeps
    the place it has in its own; the others stay there.  One action.

    Raises:
        UnknownNameError: There is no such source.
        NotDoneError: Both are one, or the first one's text is not here; nothing was changed.
    """
    own, other = (sources(library.engine, [source_named(library, name)])[0] for name in (mine, theirs))
    if own.id == other.id:
        raise NotDoneError("Both are one source; nothing was changed.", hint="Name two.", code="same-source")
    if not own.layer:
        raise NotDoneError(
            "The text of the first copy is not in this library; nothing was changed.",
            hint="Import its document, or name the other copy first.",
            code="no-text",
        )
    found = found_again(
        library,
        highlights(library.shown, sources=[other.id]),
        Place.shown(own),
        read_layer(library.engine, own.layer),
    )
    with library.action(f"Take {named(own.id)} and {named(other.id)} for copies of one work") as action:
        if own.reference and other.reference and own.reference != other.reference:
            say_same(action, own.reference, other.reference, same=True)
        elif own.reference and not other.reference:
            action.set(SOURCE, other.id, "reference", own.reference)
        anchor_anew(library, action, [one for one in found if one.is_sure and not one.highlight.private])
    anchor_privately(library, found)
    lines = anchor_lines(found)
    return Accepted(
        source=own.id,
        copy=other.id,
        citekey=citekeys(library.engine).get(sources(library.engine, [own.id])[0].reference, ""),
        exact=lines["exact"],
        moved=lines["moved"],
        uncertain=lines["uncertain"],
        lost=lines["lost"],
    )


class _Finder:
    """Looks for pairs of copies in different ways; a pair is two ids of sources, the smaller first."""

    def __init__(self, library: Library, facts: Mapping[str, SourceFacts], wanted: Collection[str]) -> None:
        self._library = library
        self._facts = facts
        self._wanted = wanted
        self._heirs = heirs(library.engine)
        self._apart = {frozenset((a.hex(), b.hex())) for a, b, same in said_same(library.engine) if not same}

    def by_record(self) -> Iterator[tuple[tuple[str, str], str]]:
        """Yield pairs whose references agree, or are one while one of the two sources has no text here."""
        by_reference: dict[str, list[str]] = {}
        for one in self._facts.values():
            by_reference.setdefault(one.reference, []).append(one.id)
        for proposal in duplicates(self._library):
            if proposal.kind == "reference":
                pairs = ((a, b) for a in by_reference.get(proposal.a, ()) for b in by_reference.get(proposal.b, ()))
                yield from ((pair, proposal.why) for pair in self._told(pairs))
        for reference, ids in by_reference.items():
            if reference:
                yield from ((pair, "reference") for pair in self._told(combinations(ids, 2)) if self._lacks_text(pair))

    def by_text(self) -> Iterator[tuple[tuple[str, str], int]]:
        """Yield pairs that share text, with how much of it."""
        every = samples(self._library.engine)
        together: dict[int, list[str]] = {}
        for one in self._with_text():
            for number in every[one.id]:
                together.setdefault(number, []).append(one.id)
        met = {pair for ids in together.values() if len(ids) < _COMMON for pair in self._told(combinations(ids, 2))}
        yield from ((pair, likeness(*(every[id] for id in pair))) for pair in met)

    def by_quotes(self) -> Iterator[tuple[tuple[str, str], tuple[int, int]]]:
        """Yield pairs of a source without text here and one with the quotes of the first, with how many of them."""
        without = [id for id, one in self._facts.items() if not one.layer]
        marked = highlights(self._library.engine, sources=without) if without else []
        quotes: dict[str, list[str]] = {}
        for one in sorted(marked, key=lambda one: -len(one.exact)):
            if len(squeeze(one.exact)) >= _SHORTEST_QUOTE:
                quotes.setdefault(one.anchor.source, []).append(one.exact)
        for id, own in quotes.items():
            asked = own[:_QUOTES_ASKED]
            counts: dict[str, int] = {}
            for quote in asked:
                for other in self._holding(quote):
                    counts[other] = counts.get(other, 0) + 1
            for pair in self._told((id, other) for other in counts):
                yield pair, (counts[pair[0] if pair[1] == id else pair[1]], len(asked))

    def is_settled(self, pair: tuple[str, str]) -> bool:
        """Say whether a pair is one work already with nothing left to find, two versions, or told to be two works."""
        one, other = (self._facts[id] for id in pair)
        if any(frozenset((a, b)) in self._apart for a in (one.id, one.reference) for b in (other.id, other.reference)):
            return True
        if not one.reference or one.reference != other.reference:
            return False
        return not any(not copy.layer and copy.highlights for copy in (one, other))

    def _told(self, pairs: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
        for a, b in pairs:
            if a != b and (a in self._wanted or b in self._wanted):
                yield (a, b) if a < b else (b, a)

    def _with_text(self) -> list[SourceFacts]:
        return [one for one in self._facts.values() if one.layer and self._heirs.get(one.id) is None]

    def _lacks_text(self, pair: tuple[str, str]) -> bool:
        return any(not self._facts[id].layer for id in pair)

    def _holding(self, quote: str) -> set[str]:
        """Return the sources in whose text the beginning of a quote stands."""
        phrase = " ".join(islice(fold(quote).split(), _QUOTE_TOKENS))
        with suppress(UserError, OSError):
            self._library.index.catch_up()
            return {unit.thing for units in self._library.index.find(f'"{phrase}"', ["sources"]) for unit in units}
        return set()


def _line(
    facts: Mapping[str, SourceFacts], keys: Mapping[str, str], pair: tuple[str, str], evidence: Evidence
) -> CopyLine:
    order = {id: place for place, id in enumerate(facts)}
    a, b = sorted(pair, key=lambda id: (not facts[id].layer, order[id]))
    return CopyLine(
        a,
        b,
        (keys.get(facts[a].reference, ""), keys.get(facts[b].reference, "")),
        (_called(facts[a]), _called(facts[b])),
        evidence,
    )


def _called(facts: SourceFacts) -> str:
    return facts.names[0] if facts.names else facts.id[:12]
