"""The numbers that browsers print before the items of ordered lists."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

from lxml import etree

from commonplace.documents.flowing.numbering import Ordered
from commonplace.documents.flowing.xhtml_kinds import local

_NUMBER = re.compile(r"\s*([+-]?\d{1,9})", re.A)
_SIMPLE = re.compile(r"(?:ol|li)|(?:ol|li)?\.[\w-]+")
_LARGEST_SHEET = 1 << 19
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


ListStyles = Mapping[str, str]
"""The forms of numbers that style sheets give lists and items, by simple selectors: ol, .plain, li.roman."""


def list_styles(sheets: Iterable[str]) -> ListStyles:
    """Return what style sheets say of numbers; of rules that depend on more than an element and its class nothing."""
    found: dict[str, str] = {}
    for sheet in sheets:
        found |= _styles_in(sheet)
    return found


@lru_cache(maxsize=16)
def _styles_in(sheet: str) -> ListStyles:
    """Return what one style sheet says; the chapters of a book share theirs."""
    first, *others = sheet[:_LARGEST_SHEET].split("/*")
    said = "".join([first, *(other.partition("*/")[2] for other in others)])
    found: dict[str, str] = {}
    for rule in said.split("}") if "list-style" in said else ():
        selectors, _, declared = rule.rpartition("{")
        if form := _named_in(declared):
            names = (one.strip() for one in selectors.rpartition("{")[2].split(","))
            found |= {name: form for name in names if _SIMPLE.fullmatch(name)}
    return found


def ordered_of(element: etree._Element, styles: ListStyles) -> Ordered:
    """Return how the items of an ``ol`` are numbered."""
    # Contents and menus that are made as lists show no numbers.
    in_menu = any(local(outer) == "nav" for outer in element.iterancestors())
    form = "none" if in_menu else form_of(element, "ol", styles) or "decimal"
    backwards = element.get("reversed") is not None
    first = sum(local(item) == "li" for item in element) if backwards else 1
    start = number_of(element, "start")
    return Ordered(form, first if start is None else start, -1 if backwards else 1, "、" if _WIDE.match(form) else ".")


def form_of(element: etree._Element, tag: str, styles: ListStyles) -> str:
    """Return the form of numbers that a list or an item asks for itself, or nothing."""
    own = _named_in(element.get("style") or "")
    if not own and styles:
        classes = (element.get("class") or "").split()
        names = (*(f"{tag}.{name}" for name in classes), *(f".{name}" for name in classes), tag)
        own = next((styles[name] for name in names if name in styles), "")
    return own or _TYPES.get((element.get("type") or "").strip(), "")


def _named_in(said: str) -> str:
    """Return the form that declarations of a style sheet name, or nothing."""
    style = _STYLE.search(said)
    return next((_NAMED[word] for word in style[1].lower().split() if word in _NAMED), "") if style else ""


def number_of(element: etree._Element, name: str) -> int | None:
    """Return the number in an attribute."""
    match = _NUMBER.match(element.get(name) or "")
    return int(match[1]) if match else None
