"""What is cited inside a source: printed page labels, paragraphs, sections."""

from __future__ import annotations

import re
from dataclasses import dataclass

_TERMS = {
    "page": ("p.", "pp."),
    "paragraph": ("para.", "paras."),
    "section": ("sec.", "secs."),
    "chapter": ("chap.", "chaps."),
    "line": ("l.", "ll."),
}
KINDS = tuple(_TERMS)

ROMAN = re.compile(r"(?i:(?=[ivxlcdm])m{0,4}(?:cm|cd|d?c{0,4})(?:xc|xl|l?x{0,4})(?:ix|iv|v?i{0,4}))")
_NUMBER = re.compile(r"[0-9]+")


@dataclass(frozen=True, slots=True)
class Locator:
    """A place or a stretch: ``kind`` is one of `KINDS`, labels are as printed; ``last`` is empty for a place."""

    kind: str
    first: str
    last: str = ""

    @property
    def is_range(self) -> bool:
        return bool(self.last) and self.last != self.first

    @property
    def term(self) -> str:
        one, many = _TERMS[self.kind]
        return many if self.is_range else one


def locator(kind: str, first: str, last: str = "") -> Locator | None:
    """A locator of printed labels, white space evened out; None where the source has no label to cite."""
    first, last = " ".join(first.split()), " ".join(last.split())
    first, last = first or last, last if first else ""
    return Locator(kind, first, "" if last == first else last) if first else None


def is_number(label: str) -> bool:
    """Whether a label is one that every style knows for a number: Arabic or Roman."""
    return bool(_NUMBER.fullmatch(label) or ROMAN.fullmatch(label))


def text(place: Locator | None) -> str:
    """``p. 62``, ``pp. 12–13``, ``para. 4``; empty for None."""
    if place is None:
        return ""
    labels = f"{place.first}–{place.last}" if place.is_range else place.first
    return f"{place.term} {labels}"
