"""What the parts of the program hand to each other.

Positions are Unicode code points on a layer's one axis of text, ranges are half open.  Ids are lower-case
hexadecimal text (32 digits for things, 64 for layers).  Lengths on a page are thousandths of a point.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TypeAlias

Range: TypeAlias = tuple[int, int]

Box: TypeAlias = tuple[int, int, int, int]
"""Left, top, right and bottom in thousandths of a point, from the top left of the unrotated page."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page of a fixed document.

    Attributes:
        label: What the file names it; empty where it names no page.
        start: Where its stretch of the axis begins; ``end`` is where that ends.
        width: Its size before ``rotation``, as its ``height``.
        printed: What is printed on it as its number, or must be by the numbers around it; empty where none is seen.
    """

    label: str
    start: int
    end: int
    width: int = 0
    height: int = 0
    rotation: int = 0
    printed: str = ""


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch inside a block: ``style`` is bold, italic, code, link, note, …; ``target`` a link's address."""

    start: int
    end: int
    style: str
    target: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """A block of a flowing document: heading, paragraph, list-item, quote, cell or code.

    ``level`` is the depth of a heading or list item, 0 where that means nothing.
    """

    kind: str
    start: int
    end: int
    level: int = 0
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Word:
    """Where a stretch of the axis is drawn, for layers whose places the file itself does not tell (a scan's)."""

    start: int
    end: int
    box: Box


@dataclass(frozen=True, slots=True)
class Found:
    """One thing a file says of itself.

    Attributes:
        field: title, author (one record each, in order), date, doi, isbn, site, language, publisher, url, or direction
            (rtl, of a book whose pages run from right to left).
        value: Authors read ``Family, Given``, organisations ``{Name}``; dates ISO 8601, as far as they are known.
        where: Where it stood, in words: "PDF metadata", "dateline", "note on the author".
        sure: How sure, in percent.
    """

    field: str
    value: str
    where: str
    sure: int


@dataclass(frozen=True, slots=True)
class Layer:
    """A source's canonical text as one extractor read it, with pages or blocks and what the file says of itself.

    Attributes:
        asides: What is not running text, in order and without overlaps; the style is running-head, page-number,
            footnote, note-mark (the target is the note's number), caption (one that tears a sentence apart) or
            ruby.  Of flowing documents the notes, and their marks where they have a text.
        words: The places of its text, in order, where they were made with it; else they are derived from the file.
    """

    kind: str
    extractor: str
    text: str
    pages: tuple[Page, ...] = ()
    blocks: tuple[Block, ...] = ()
    found: tuple[Found, ...] = ()
    asides: tuple[Span, ...] = ()
    words: tuple[Word, ...] = ()


@dataclass(frozen=True, slots=True)
class Reference:
    """A bibliographic entry.

    Attributes:
        citekey: The key that is shown; ``aliases`` are others that lead to it: keys it had, and those of references
            that are shown as this one.
        type: The entry type, lower case.
        fields: Raw BibTeX values by lower-case name, in order; ``author`` is one of them.
        sources: Ids of the sources that belong to it.
        bibfile: The id of the .bib it stands in, or empty; ``edited`` where persons said anything over it.
        removed: Fields that a person took out, whatever the .bib or the file says.
        claimed: Raw values that the file of its source was said to hold, for where its text is not here.
        members: Where several references are shown as this one, the ids of all, its own first.
    """

    id: str
    citekey: str
    aliases: tuple[str, ...]
    type: str
    fields: Mapping[str, str]
    sources: tuple[str, ...]
    bibfile: str = ""
    edited: bool = False
    removed: frozenset[str] = frozenset()
    members: tuple[str, ...] = ()
    claimed: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Note:
    id: str
    text: str
    person: str
    created: str
    private: bool = False


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where a passage lies: positions count in ``layer`` and no other.

    Attributes:
        area: Page index and a rectangle on it, for a highlight of a figure; then there are no ranges.
        exact: The text at the ranges, where it is not the one that was marked: the passage was found again in
            another layer.
        locator: As it was cited where the anchor was made: what its maker claims, for those who have no layer.
    """

    source: str
    layer: str
    ranges: tuple[Range, ...]
    prefix: str = ""
    suffix: str = ""
    area: tuple[int, int, int, int, int] | None = None
    exact: str = ""
    locator: str = ""


@dataclass(frozen=True, slots=True)
class Highlight:
    """A marked passage with what people said of it; ``concepts`` holds concept ids.

    ``exact`` is the text at its ranges, which stand in the layer that its anchor names.
    """

    id: str
    exact: str
    edited_quote: str
    anchor: Anchor
    person: str
    created: str
    concepts: tuple[str, ...] = ()
    notes: tuple[Note, ...] = ()
    private: bool = False


@dataclass(frozen=True, slots=True)
class Concept:
    """A node of the tag tree; ``path`` its names from the top, itself last; ``highlights`` counts its subtree."""

    id: str
    name: str
    path: tuple[str, ...]
    parent: str
    aliases: tuple[str, ...]
    definition: str
    colour: str
    highlights: int


@dataclass(frozen=True, slots=True)
class Step:
    """One line of history.

    Attributes:
        person: Who did it; of a merge who made what came, which is that file's claim.
        undoes: The action it took back, or empty.
        person_id: The person's own id.
        brought: Of a merge that stands how many things of each kind it brought.
    """

    id: str
    label: str
    person: str
    at: str
    undone: bool
    undoes: str = ""
    person_id: str = ""
    brought: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Changes:
    """What an action touched, by kind, so that views know what to show anew."""

    action: str = ""
    label: str = ""
    touched: Mapping[str, frozenset[str]] = field(default_factory=dict)

    def after(self, earlier: Changes) -> Changes:
        """Return these changes with what was touched before them."""
        kinds = {*self.touched, *earlier.touched}
        nothing: frozenset[str] = frozenset()
        touched = {kind: self.touched.get(kind, nothing) | earlier.touched.get(kind, nothing) for kind in kinds}
        return replace(self, touched=touched)
