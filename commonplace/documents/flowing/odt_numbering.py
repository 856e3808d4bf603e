"""The numbers that an OpenDocument text's program prints before headings and list items."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from lxml import etree

from commonplace.documents.flowing.numbering import LONGEST, Counters, Level
from commonplace.documents.flowing.odt_styles import STYLE, TEXT, OdtStyle
from commonplace.documents.found.values import tidy

OUTLINE = "Outline"
_ID = "{http://www.w3.org/XML/1998/namespace}id"
_DEEPEST = 10
_LEVELS = frozenset(f"{TEXT}{name}" for name in ("list-level-style-number", "outline-level-style"))
_PLACES = re.compile("%([1-9]|10)%")
# The format is given as a number in it: the first, or the first few.
_FORMS = {
    "1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman",
    "一": "japaneseCounting", "甲": "ideographTraditional", "子": "ideographZodiac",
    "ア": "aiueoFullWidth", "ｱ": "aiueo", "イ": "irohaFullWidth", "ｲ": "iroha", "①": "decimalEnclosedCircle",
    "１": "decimalFullWidth", "일": "koreanDigital", "가": "ganada", "ㄱ": "chosung", "А": "russianUpper",
    "а": "russianLower", "๑": "thaiNumbers", "1st": "ordinal", "01": "decimalZero",
}  # fmt: skip
_COUNTED = {"a": "lowerLetterCounted", "A": "upperLetterCounted"}

Lists = Mapping[str, Mapping[int, Level]]
"""The levels of list styles, counted from 0, by the styles' names; those of headings under ``Outline``."""


def read_lists(roots: Iterable[etree._Element]) -> Lists:
    """Return the list styles of the parts; those of later parts count."""
    lists: dict[str, dict[int, Level]] = {}
    for root in roots:
        for style in root.iter(f"{TEXT}list-style", f"{TEXT}outline-style"):
            name = OUTLINE if style.tag == f"{TEXT}outline-style" else style.get(f"{STYLE}name")
            if name:
                lists[name] = _levels(style)
    return lists


def _levels(style: etree._Element) -> dict[int, Level]:
    elements = {
        level - 1: element
        for element in style
        if element.tag in _LEVELS and 1 <= (level := _number(element.get(f"{TEXT}level"), 0)) <= _DEEPEST
    }
    forms = {level: _form(element) for level, element in elements.items()}
    return {
        level: Level(forms[level], _pieces(element, level, forms), _number(element.get(f"{TEXT}start-value"), 1))
        for level, element in elements.items()
    }


def _form(element: etree._Element) -> str:
    said = (element.get(f"{STYLE}num-format") or "").partition(",")[0].strip()
    if said in _COUNTED and element.get(f"{STYLE}num-letter-sync") != "true":
        return _COUNTED[said]
    return _FORMS.get(said, "decimal") if said else "none"


def _pieces(element: etree._Element, level: int, forms: Mapping[int, str]) -> tuple[str | int, ...]:
    # Newer programs write one pattern instead, under a name of their own until the standard has it.
    pattern = next((value for name, value in element.items() if str(name).endswith("}num-list-format")), None)
    if pattern is not None:
        parted = enumerate(_PLACES.split(str(pattern)[:LONGEST]))
        return tuple(int(piece) - 1 if at % 2 else piece for at, piece in parted)
    shown = max(_number(element.get(f"{TEXT}display-levels"), 1), 1)
    first = level + 1 if forms[level] == "none" else max(level + 1 - shown, 0)
    numbered = [one for one in range(first, level + 1) if forms.get(one, "none") != "none"]
    points = [piece for one in numbered for piece in (".", one)][1:]
    prefix, suffix = (element.get(f"{STYLE}num-{side}") or "" for side in ("prefix", "suffix"))
    return prefix[:LONGEST], *points, suffix[:LONGEST]


def _number(said: str | None, default: int) -> int:
    return int(said) if said and re.fullmatch(r"\d{1,9}", said, re.A) else default


@dataclass(slots=True)
class _Open:
    """A list that is being read.

    Attributes:
        style: The name of its list style, or empty where its paragraphs' styles name that.
        level: Counted from 0.
        counters: What it has reached.
        waiting: Whether the paragraph comes next that bears the number of its item.
        printed: The item's number where the file tells it.
    """

    style: str
    level: int
    counters: Counters
    waiting: bool = False
    printed: str = ""


class OdtNumbers:
    """Counts the headings and list items of one story (the text, a note, a text box), which are to be told in order."""

    def __init__(self, lists: Lists) -> None:
        self._lists = lists
        self._outline = Counters()
        self._open: list[_Open] = []
        self._named: dict[str, Counters] = {}
        self._last: dict[str, Counters] = {}

    def open(self, element: etree._Element) -> int:
        """Begin a list, or a numbered paragraph, which is an item by itself; return its level, 1 for the outermost."""
        outer = self._open[-1] if self._open else None
        own = element.get(f"{TEXT}style-name") or ""
        style = own or (outer.style if outer else "")
        counters = outer.counters if outer and style == outer.style else self._counters(element, style)
        level = outer.level + 1 if outer else 0
        if element.tag == f"{TEXT}numbered-paragraph":
            level = min(max(_number(element.get(f"{TEXT}level"), 1), 1), _DEEPEST) - 1
        for name in (element.get(_ID), element.get(f"{TEXT}list-id")):
            if name:
                self._named[name] = counters
        self._last[style] = counters
        self._open.append(_Open(style, level, counters))
        if element.tag == f"{TEXT}numbered-paragraph":
            self.item(element)
        return level + 1

    def _counters(self, element: etree._Element, style: str) -> Counters:
        for name in (element.get(f"{TEXT}continue-list"), element.get(f"{TEXT}list-id")):
            if name in self._named:
                return self._named[name]
        continued = element.get(f"{TEXT}continue-numbering") == "true"
        if style == OUTLINE:
            return self._outline
        return self._last.get(style, Counters()) if continued else Counters()

    def close(self) -> None:
        self._open.pop()

    def item(self, element: etree._Element) -> None:
        """Begin an item of the list in hand; its first paragraph bears the number, if it has one."""
        if not self._open:
            return
        now = self._open[-1]
        now.waiting = element.tag != f"{TEXT}list-header"
        now.printed = _told(element)
        if start := element.get(f"{TEXT}start-value"):
            now.counters.restart(now.level, _number(start, 1))

    def count(self, paragraph: etree._Element, style: OdtStyle, level: int) -> str:
        """Return what is printed before the paragraph that comes next; empty for nothing or a bullet.

        Args:
            paragraph: The paragraph or heading.
            style: Its style.
            level: Its outline level.
        """
        if self._open:
            return self._count_item(paragraph, style)
        if paragraph.tag != f"{TEXT}h" or paragraph.get(f"{TEXT}is-list-header") == "true" or style.listed == "":
            return ""
        if paragraph.get(f"{TEXT}restart-numbering") == "true":
            self._outline.restart(level - 1, _number(paragraph.get(f"{TEXT}start-value"), 1))
        counted = self._outline.count(level - 1, self._lists.get(OUTLINE, {}))
        return _told(paragraph) or counted

    def _count_item(self, paragraph: etree._Element, style: OdtStyle) -> str:
        now = self._open[-1]
        if not now.waiting:
            return ""
        now.waiting = False
        levels = self._lists.get(now.style or style.listed or "", {})
        counted = now.counters.count(now.level, levels)
        return _told(paragraph) or now.printed or counted


def _told(element: etree._Element) -> str:
    """Return the number of a paragraph or an item where the file holds it as it was printed."""
    told = tidy(element.findtext(f"{TEXT}number"))[:LONGEST]
    return told if any(sign.isalnum() for sign in told) else ""
