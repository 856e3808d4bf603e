"""What is cited inside a source: printed page labels, articles, sections, paragraphs."""

from __future__ import annotations

import re
from dataclasses import dataclass

_TERMS = {
    "page": ("p.", "pp."),
    "paragraph": ("para.", "paras."),
    "section": ("sec.", "secs."),
    "article": ("art.", "arts."),
    "chapter": ("chap.", "chaps."),
    "line": ("l.", "ll."),
}
KINDS = tuple(_TERMS)

ROMAN = re.compile(r"(?i:(?=[ivxlcdm])m{0,4}(?:cm|cd|d?c{0,4})(?:xc|xl|l?x{0,4})(?:ix|iv|v?i{0,4}))")
_NUMBER = re.compile(r"[0-9]+")
_KIND_OF = {term: kind for kind, terms in _TERMS.items() for term in terms}
_CITED = re.compile(rf"({'|'.join(map(re.escape, _KIND_OF))}) (.+?)(?:, ((?:paras?|ll?)\. .+))?")


@dataclass(frozen=True, slots=True)
class Locator:
    """A place or a stretch.

    Attributes:
        kind: One of `KINDS`.
        first: Its label as printed, as ``last`` is, which is empty for a place.
        inner: The place inside it, as a paragraph is inside a section.
    """

    kind: str
    first: str
    last: str = ""
    inner: Locator | None = None

    @property
    def is_range(self) -> bool:
        return bool(self.last) and self.last != self.first

    @property
    def term(self) -> str:
        one, many = _TERMS[self.kind]
        return many if self.is_range else one


def locator(kind: str, first: str, last: str = "", inner: Locator | None = None) -> Locator | None:
    """A locator of printed labels, white space evened out; None where the source has no label to cite."""
    first, last = " ".join(first.split()), " ".join(last.split())
    first, last = first or last, last if first else ""
    return Locator(kind, first, "" if last == first else last, inner) if first else None


def is_number(label: str) -> bool:
    """Whether a label is one that every style knows for a number: Arabic or Roman."""
    return bool(_NUMBER.fullmatch(label) or ROMAN.fullmatch(label))


def read(cited: str) -> Locator | None:
    """Return the locator that reads so; None for what no locator reads like."""
    found = _CITED.fullmatch(" ".join(cited.split()))
    if found is None:
        return None
    term, labels, inner = found.groups()
    kind = _KIND_OF[term]
    first, _, last = labels.partition("–") if term == _TERMS[kind][1] else (labels, "", "")
    return locator(kind, first, last, read(inner) if inner else None)


def text(place: Locator | None) -> str:
    """``p. 62``, ``pp. 12–13``, ``sec. 2.1, para. 3``; empty for None."""
    if place is None:
        return ""
    labels = f"{place.first}–{place.last}" if place.is_range else place.first
    outer = f"{place.term} {labels}"
    return f"{outer}, {text(place.inner)}" if place.inner else outer
