"""The numbers that Word prints before paragraphs: lists by their definitions, and where each has got to."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from lxml import etree

from commonplace.documents.flowing.docx_styles import OFF, Numbered, StyleOf, W, number, value
from commonplace.documents.flowing.numbering import LONGEST, Counters, Level

_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_DEEPEST = 8
_PLACES = re.compile("%([1-9])")


@dataclass(frozen=True, slots=True)
class _Abstract:
    """A kind of list.

    Attributes:
        levels: How its levels are numbered.
        linked: The levels that styles stand for, by the styles' ids.
        like: The list style whose levels it has instead of its own, or empty.
    """

    levels: Mapping[int, Level] = field(default_factory=dict)
    linked: Mapping[str, int] = field(default_factory=dict)
    like: str = ""


@dataclass(frozen=True, slots=True)
class _List:
    """A list; those of one kind count on from each other, but where one says that it begins anew.

    Attributes:
        kind: The id of its kind.
        levels: How its levels are numbered.
        linked: The levels that styles stand for.
        anew: The levels that begin anew where it is first used.
    """

    kind: str
    levels: Mapping[int, Level]
    linked: Mapping[str, int]
    anew: tuple[int, ...] = ()


Lists = Mapping[str, _List]
"""The lists of a document by the ids that paragraphs name."""


def read_lists(root: etree._Element | None, styles: Mapping[str, StyleOf]) -> Lists:
    """Return the lists that a numbering part defines; none where the document has no such part."""
    if root is None:
        return {}
    kinds = {kind.get(f"{W}abstractNumId") or "": kind for kind in root.iterfind(f"{W}abstractNum")}
    named = {name: kind for kind, element in kinds.items() if (name := value(element, "styleLink"))}
    said = {num.get(f"{W}numId") or "": num for num in root.iterfind(f"{W}num")}
    abstracts = {kind: _abstract(element) for kind, element in kinds.items()}
    found = {}
    for name, num in said.items():
        kind = value(num, "abstractNumId") or ""
        like = abstracts[kind].like if kind in abstracts else ""
        if like:
            styled = said.get(styles[like].numbered.num) if like in styles else None
            kind = named.get(like) or value(styled, "abstractNumId") or ""
        if kind in abstracts:
            found[name] = _list(num, kind, abstracts[kind])
    return found


def _abstract(element: etree._Element) -> _Abstract:
    elements = list(_by_level(element, "lvl"))
    return _Abstract(
        levels={level: _level(one, level) for level, one in elements},
        linked={style: level for level, one in elements if (style := value(one, "pStyle"))},
        like=value(element, "numStyleLink") or "",
    )


def _list(num: etree._Element, kind: str, abstract: _Abstract) -> _List:
    overrides = list(_by_level(num, "lvlOverride"))
    if not overrides:
        return _List(kind, abstract.levels, abstract.linked)
    levels = dict(abstract.levels)
    anew = []
    for level, override in overrides:
        own = override.find(f"{W}lvl")
        if own is not None:
            levels[level] = _level(own, level)
        start = value(override, "startOverride")
        if start is not None:
            anew.append(level)
            if level in levels:
                levels[level] = replace(levels[level], start=number(start))
    return _List(kind, levels, abstract.linked, tuple(anew))


def _by_level(parent: etree._Element, name: str) -> Iterator[tuple[int, etree._Element]]:
    for element in parent.iterfind(f"{W}{name}"):
        level = number(element.get(f"{W}ilvl"), -1)
        if 0 <= level <= _DEEPEST:
            yield level, element


def _level(element: etree._Element, level: int) -> Level:
    form = value(element, "numFmt")
    if form is None:
        # A form of the writer's own comes with one of the usual forms to show instead.
        form = next((value(other, "numFmt") for other in element.iter(_FALLBACK)), None) or "decimal"
    text = (value(element, "lvlText") or "")[:LONGEST]
    pieces = [int(piece) - 1 if at % 2 else piece for at, piece in enumerate(_PLACES.split(text))]
    restart = value(element, "lvlRestart")
    legal = value(element, "isLgl")
    return Level(
        form=form,
        pieces=() if form == "bullet" else tuple(pieces),
        start=number(value(element, "start"), 1),
        restarts_below=level if restart is None else number(restart, level),
        legal=legal is not None and legal.lower() not in OFF,
    )


def level_of(numbered: Numbered, lists: Lists) -> int | None:
    """Return the level that a paragraph has in its list, counted from 0; None where it is in no list."""
    if numbered.num in ("", "0"):
        return None
    listed = lists.get(numbered.num)
    if listed and numbered.style in listed.linked:
        return listed.linked[numbered.style]
    return min(max(numbered.level or 0, 0), _DEEPEST)


class Numbers:
    """Counts the paragraphs of one story (the text, the notes, text boxes), which are to be told in order."""

    def __init__(self, lists: Lists) -> None:
        self._lists = lists
        self._counters: dict[str, Counters] = {}
        self._used: set[str] = set()

    def count(self, name: str, level: int) -> str:
        """Return what is printed before the next paragraph of a list; empty for a bullet and in an unknown list."""
        listed = self._lists.get(name)
        if listed is None:
            return ""
        counters = self._counters.setdefault(listed.kind, Counters())
        if name not in self._used:
            self._used.add(name)
            for one in listed.anew:
                counters.restart(one)
        return counters.count(level, listed.levels)
