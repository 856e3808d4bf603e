"""The numbers that browsers print before the items of ordered lists."""

from __future__ import annotations

import re

from lxml import etree

from commonplace.documents.flowing.numbering import Ordered
from commonplace.documents.flowing.xhtml_kinds import local

_NUMBER = re.compile(r"\s*([+-]?\d{1,9})", re.A)
_STYLE = re.compile(r"list-style(?:-type)?\s*:\s*([^;]*)", re.I)
_TYPES = {
    "1": "decimal", "a": "lowerLetterCounted", "A": "upperLetterCounted", "i": "lowerRoman", "I": "upperRoman",
}  # fmt: skip
_NAMED = {
    "none": "none", "disc": "none", "circle": "none", "square": "none", "decimal": "decimal",
    "decimal-leading-zero": "decimalZero", "lower-alpha": "lowerLetterCounted", "lower-latin": "lowerLetterCounted",
    "upper-alpha": "upperLetterCounted", "upper-latin": "upperLetterCounted", "lower-roman": "lowerRoman",
    "upper-roman": "upperRoman", "katakana": "aiueoFullWidth", "katakana-iroha": "irohaFullWidth",
    "cjk-decimal": "japaneseDigitalTenThousand", "cjk-ideographic": "japaneseCounting",
    "japanese-informal": "japaneseCounting", "japanese-formal": "japaneseLegal",
    "cjk-heavenly-stem": "ideographTraditional", "cjk-earthly-branch": "ideographZodiac", "thai": "thaiNumbers",
}  # fmt: skip
_WIDE = re.compile(r"(?:aiueo|iroha|japanese|ideograph)")


def ordered_of(element: etree._Element) -> Ordered:
    """Return how the items of an ``ol`` are numbered."""
    # Contents and menus that are made as lists show no numbers.
    form = "none" if any(local(outer) == "nav" for outer in element.iterancestors()) else form_of(element) or "decimal"
    backwards = element.get("reversed") is not None
    first = sum(local(item) == "li" for item in element) if backwards else 1
    start = number_of(element, "start")
    return Ordered(form, first if start is None else start, -1 if backwards else 1, "、" if _WIDE.match(form) else ".")


def form_of(element: etree._Element) -> str:
    """Return the form of numbers that a list or an item asks for itself, or nothing."""
    said = _STYLE.search(element.get("style") or "")
    named = next((_NAMED[word] for word in said[1].lower().split() if word in _NAMED), "") if said else ""
    return named or _TYPES.get((element.get("type") or "").strip(), "")


def number_of(element: etree._Element, name: str) -> int | None:
    """Return the number in an attribute."""
    match = _NUMBER.match(element.get(name) or "")
    return int(match[1]) if match else None
