"""Raised figures and signs in a page's lines that may be the marks of notes, wherever these notes stand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from commonplace.documents.fixed.lines import TextLine

RAISED_DIGITS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
SIGNS = "*∗＊†‡§¶‖"
NAME = rf"[0-9０-９]{{1,3}}|[⁰¹²³⁴-⁹]{{1,3}}|[{SIGNS}]{{1,4}}"
OPENING, CLOSING = r"[(\[（〔［]?(?:注|註|※|[*∗＊](?=[0-9０-９]))?\s?", r"[)\]）〕］]?"
_PLAIN = str.maketrans(f"{RAISED_DIGITS}０１２３４５６７８９∗＊", "01234567890123456789**")
_MARK = re.compile(rf"\s*{OPENING}((?:{NAME})(?:\s?[,，、・–-]\s?(?:{NAME}))*){CLOSING}\s*")
_ONE = re.compile(NAME)
_UNIT = re.compile(r"(?<![^\W\d_])(?:[kcdmµμn]m|[mk]g|ft|yd|ha|Hz|[A-Za-zµμΑ-ω])\Z")
_FUNCTION = re.compile(r"(?<![^\W\d_])(?:arc)?(?:sin|cos|tan|cot|sec|csc|log|ln|exp|det|dim|max|min|grad|div)h?\Z")
_WORD = re.compile(r"[^\W\d_]{3}|\d{4}|[\u3041-\u9fff]")
_WORD_END = re.compile(
    r"""(?:[^\W\d_]{2}|[\u3041-\u9fff々]|(?<!\d)(?:1\d|20)\d\d|%)[.,;:!?'"’”»›」』。、…·]*\Z|[^\W_][.!?'"’”»›」』。、…]+\Z"""
)
_BRACKETS = {")": "(", "）": "（", "]": "[", "］": "［", "〕": "〔"}
# Behind these a raised number is part of a word or of a formula: of an isotope, a product, an ion.
_GOES_ON = re.compile(r"[^\W\u3041-\u9fff々]|[+−=×·/^\\]")
_RAISED_SIZE = 0.85
_LONGEST = 12
# How far above the line it belongs to, in sizes of its type, a mark's foot may stand.
_HIGHEST = 0.8


class Mark(NamedTuple):
    """What may be a note's mark: the number of its line, start and end in the line, and the note's name."""

    line: int
    start: int
    end: int
    name: str


def plain_name(name: str) -> str:
    """Return a note's name in plain figures and signs."""
    return name.translate(_PLAIN)


def is_attached(text: str, mark: Mark) -> bool:
    """Return whether a mark follows its word without a blank; numbers of verses and sentences stand before theirs."""
    return mark.start <= 0 or not text[mark.start - 1].isspace()


def marks_in(lines: Sequence[TextLine]) -> list[Mark]:
    """Return what stands in a page's lines as the marks of notes do, one entry for each name in it.

    A mark in a line's own type, as the asterisk of a name, is none where the page has the same one raised.
    """
    found: set[Mark] = set()
    level: set[Mark] = set()
    foot = 0.0
    for at, line in enumerate(lines):
        if not line.upright or not line.letters:
            continue
        if len(line.pieces) > 1:
            found.update(Mark(at, *mark) for mark in _raised_in(line))
        if not line.text.isascii() or "*" in line.text:
            level.update(Mark(at, *mark) for mark in (*_signs(line.text), *said_marks(line.text)))
        base = line.base
        if at and line.text[0] in _OPENERS and (heading := list(_raised_head(lines, at, foot))):
            found.update(Mark(at, *mark) for mark in heading)
            base = max(base, foot)
        foot = base
    raised = {mark.name for mark in found}
    return sorted(found.union(mark for mark in level if mark.name not in raised))


_OPENERS = frozenset(f"0123456789０１２３４５６７８９{RAISED_DIGITS}([（〔［注註※{SIGNS}")


def _raised_in(line: TextLine) -> Iterator[tuple[int, int, str]]:
    """Yield the names in what is raised within a line; pieces that follow each other are one."""
    place = 0
    start = -1
    for piece in line.pieces:
        if not line.text.startswith(piece.text, place):
            return
        if piece.raised and piece.size <= line.size * _RAISED_SIZE:
            start = place if start < 0 else start
        elif start >= 0:
            yield from _raised_at(line.text, start, place)
            start = -1
        place += len(piece.text)
    if start >= 0:
        yield from _raised_at(line.text, start, place)


def _raised_at(text: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    if start and not _GOES_ON.match(text, end) and _may_follow(text[:start]):
        yield from _names(text[start:end], start)


def _names(text: str, start: int) -> Iterator[tuple[int, int, str]]:
    """Yield the marks of a raised piece: the first with what opens it, each later one with the comma before it."""
    match = _MARK.fullmatch(text)
    if not match:
        return
    names = list(_ONE.finditer(text, match.start(1), match.end(1)))
    edges = [0, *(name.end() for name in names[:-1]), len(text.rstrip())]
    for name, (begin, end) in zip(names, pairwise(edges), strict=True):
        yield start + begin, start + end, plain_name(name[0])


_SELF_RAISED = rf"[⁰¹²³⁴-⁹]{{1,3}}|[{SIGNS}]{{1,4}}"
_SIGN = re.compile(
    rf"(?<=[^\W\d_])[.,;:]?({_SELF_RAISED})(?=[\s,.;:)”\"]|\Z)|(?<=[.,;:!?)\]”’。、」])({_SELF_RAISED})(?=\s|\Z)"
)


def _signs(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield signs, and digits that are raised by nature, that close a word."""
    for match in _SIGN.finditer(text):
        group = 1 if match[1] else 2
        if _may_follow(text[: match.start(group)]):
            yield match.start(group), match.end(group), plain_name(match[group])


_NUMBERS = r"[0-9０-９]{1,3}(?:[,，、・][0-9０-９]{1,3})*"
_SAID = re.compile(
    rf"""(?<=\S)[(（〔［\[](?:注|註|※)\s?{_NUMBERS}[)）〕］\]]|(?<=[\w」』）。、])※{_NUMBERS}(?![0-9０-９]|[.．:：])"""
)


def said_marks(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield the marks that say what they are, in whatever type: （注1） and ※1 behind a word; start, end and name."""
    if "注" in text or "註" in text or "※" in text:
        for match in _SAID.finditer(text):
            yield from _names(match[0], match.start())


def _raised_head(lines: Sequence[TextLine], at: int, foot: float) -> Iterator[tuple[int, int, str]]:
    """Yield the mark at the head of what is drawn as a line of its own, but goes on with the one before it.

    The engine begins a line where type is raised by nearly its own height; the newline before goes with the mark.
    ``foot`` is the baseline of the line before, which itself may begin with a mark.
    """
    line, last = lines[at], lines[at - 1]
    alone = line.letters <= _LONGEST and _MARK.fullmatch(line.text)
    first = line.pieces[0] if line.pieces and not alone else None
    text, size = (first.text, first.size) if first else (line.text, line.size)
    above = foot - line.base + line.rise
    beside = last.box[0] < line.box[0] < last.box[2] + last.size / 2
    raised = size <= last.size * _RAISED_SIZE and 0.1 * size < above < _HIGHEST * last.size
    if not (raised and beside) or _GOES_ON.match(line.text, len(text)) or not _may_follow(last.text):
        return
    if not (alone and at + 1 < len(lines) and _is_over(line, lines[at + 1])):
        for begin, end, name in _names(text, 0):
            yield begin or -1, end, name


def _is_over(line: TextLine, other: TextLine) -> bool:
    """Return whether the second of two lines stands right below the first, as what a number is divided by."""
    below = 0.3 * line.size < other.base - line.base < 2.5 * line.size
    return below and abs(other.box[0] - line.box[0]) < 2 * line.size


def _may_follow(context: str) -> bool:
    """Return whether a note's mark may stand after this: a word or its punctuation, no unit, variable or formula."""
    context = context.rstrip()
    closed = context.rstrip(".,;:!?。、")
    if closed[-1:] in _BRACKETS:
        opened = closed.rfind(_BRACKETS[closed[-1]])
        return _WORD.search(closed[opened + 1 :]) is not None
    wordlike = _WORD_END.search(context) is not None
    return wordlike and not _UNIT.search(context) and not _FUNCTION.search(context)
