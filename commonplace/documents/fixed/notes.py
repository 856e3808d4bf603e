"""Footnotes at a page's bottom and their raised marks in its text.

A mark is believed only where the page has a note by that name, and a note only where the text has its mark: numbers
raised for other reasons (m², formulas) and lists in small type are left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from commonplace.documents.fixed.lines import TextLine, body_size
from commonplace.documents.fixed.marks import CLOSING, NAME, OPENING, SIGNS, Mark, plain_name

NOTE_START = re.compile(rf"\s*{OPENING}({NAME}){CLOSING}(?![0-9]|[.,][0-9])")
_SAID_START = re.compile(r"\s*[（(〔［\[]?(?:注|註|※)\s?([0-9０-９]{1,3})(?![0-9０-９])")
_CAPTION = re.compile(r"\s*(?:Fig|Tab|Source|Abb|Quelle|図|表|出典|写真)", re.IGNORECASE)
_ENDED = re.compile(r"[.!?。」』”)）]\s*\Z")

# Notes are set smaller than the text; by how much at least.
_SMALLER = 0.96
_SUBSTANCE = 25
_NUMBER = 0.85
# More notes than a page has room for.
_MOST = 100
_FULL = 0.85
# Between two lines of a note, in sizes of its type: Japanese ones are set wide.
_LEADING, _LIFT = 1.1, 0.4
STARTERS = "0123456789０１２３４５６７８９⁰¹²³⁴⁵⁶⁷⁸⁹([（〔［注註※" + SIGNS


@dataclass(frozen=True, slots=True)
class Notes:
    """What of a page's lines belongs to notes.

    Attributes:
        lines: Numbers of the lines that footnotes are made of, in order.
        starts: Of these, the ones that begin a note.
        marks: The raised marks of these notes in the text.
    """

    lines: tuple[int, ...] = ()
    starts: tuple[int, ...] = ()
    marks: tuple[Mark, ...] = ()


class OpenNote(NamedTuple):
    """The last note of a page where it may go on on the next: the size of its type, and whether its sentence ended."""

    size: float
    ended: bool


def find_notes(lines: Sequence[TextLine], raised: Sequence[Mark]) -> Notes:
    """Return the footnotes of a page that it also has the marks of, and those of what may be marks that are theirs."""
    if not raised or not any(line.text and line.text[0] in STARTERS for line in lines):
        return Notes()
    body = body_size(lines)
    starts = dict(_starts(lines, body))
    notes = {at: _extent(lines, at, body, starts) for at in starts}
    starts = {at: name for at, name in starts.items() if not name.isdecimal() or _says_more(lines, notes[at])}
    if not starts:
        return _in_type_of_text(lines, raised, body)
    inside = {one for at in starts for one in notes[at]}
    names = set(starts.values())
    marks = [mark for mark in raised if mark.name in names and mark.line not in inside]
    called = {mark.name for mark in marks}
    kept = [at for at in starts if starts[at] in called or _continues(starts[at], called)] if called else []
    members = sorted({one for at in kept for one in notes[at]})
    return Notes(tuple(members), tuple(sorted(kept)), tuple(marks))


def _says_more(lines: Sequence[TextLine], extent: Sequence[int]) -> bool:
    """Return whether a note is more than its number, as the number of a page is not."""
    return len(extent) > 1 or NOTE_START.sub("", lines[extent[0]].text, count=1).strip() != ""


def _in_type_of_text(lines: Sequence[TextLine], raised: Sequence[Mark], body: float) -> Notes:
    """Return the footnotes in the type of the text: their numbers are small, or say that they are a note's.

    They count on, and are called above them.

    Below the first of them stands nothing else in its column but the foot of the page.
    """
    marked = {mark.line for mark in raised if mark.start <= 0}
    starts = {at: name for at, line in enumerate(lines) if (name := _own_number(line))}
    if not 0 < len(starts) <= _MOST:
        return Notes()
    starts = {at: name for at, name in starts.items() if at not in marked and not _follows_in_row(lines, at)}
    names = [int(name) for name in starts.values()]
    if not starts or any(other != one + 1 for one, other in pairwise(names)):
        return Notes()
    first = min(starts)
    marks = [mark for mark in raised if mark.line < first and mark.name in starts.values()]
    members = _rest_of_column(lines, first)
    called = {mark.name for mark in marks} == set(starts.values())
    if not called or not starts.keys() <= set(members):
        return Notes()
    above = any(is_running_text(line, body) for line in lines[:first])
    return Notes(tuple(members), tuple(sorted(starts)), tuple(marks)) if above else Notes()


def _own_number(line: TextLine) -> str:
    """Return the number that a line begins with where only notes have such; empty where it has none."""
    said = _SAID_START.match(line.text)
    if said and line.upright:
        return plain_name(said[1])
    if len(line.pieces) < 2 or not line.upright:
        return ""
    first = line.pieces[0]
    name = plain_name(first.text.strip())
    return name if first.size <= line.size * _NUMBER and name.isdecimal() else ""


def _rest_of_column(lines: Sequence[TextLine], first: int) -> list[int]:
    """Return a line and all below it in its column, without the foot of the page; none where more stands there."""
    left, top, right, _ = lines[first].box
    below = [
        at
        for at, line in enumerate(lines)
        if line.letters and line.box[1] >= top - 1 and line.box[0] < right and left < line.box[2]
    ]
    column = set(below)
    run = [first]
    for at in range(first + 1, len(lines)):
        line, last = lines[at], lines[run[-1]]
        if at in column and -1.5 * line.size < line.box[1] - last.box[3] < line.size:
            run.append(at)
    foot = column.difference(run)
    lowest = max(lines[at].box[3] for at in run)
    return run if all(lines[at].box[1] >= lowest - 1 and lines[at].letters < 2 * _SUBSTANCE for at in foot) else []


def continued(lines: Sequence[TextLine], found: Notes, note: OpenNote) -> tuple[int, ...]:
    """Return the lines that go on with a note of the page before, in its type: between the text and the notes.

    Anything else that may stand there, as a caption or a list in small type, makes it none.  A sentence that is open
    need not be followed by notes.
    """
    size = note.size
    body = body_size(lines)
    able = [
        at
        for at, line in enumerate(lines)
        if _is_small(line, body)
        and abs(line.size - size) < 0.4
        and at not in found.lines
        and not has_text_below(lines, at, body)
    ]
    run: list[int] = []
    for at in sorted(able, key=lambda at: lines[at].box[1]):
        if run and lines[at].box[1] - lines[run[-1]].box[3] > lines[at].size:
            break
        run.append(at)
    if not run or _CAPTION.match(lines[run[0]].text):
        return ()
    top = lines[run[0]].box[1]
    if not any(line.box[1] < top and is_running_text(line, body) for line in lines):
        return ()
    next_note = lines[found.starts[0]] if found.starts else None
    joined = -size < next_note.box[1] - lines[run[-1]].box[3] < size if next_note else True
    if note.ended and not (next_note and _is_nearer(lines, run, next_note)):
        return ()
    prose = all(lines[at].letters >= _SUBSTANCE for at in run[:-1]) and lines[run[0]].letters >= _SUBSTANCE
    return tuple(sorted(run)) if joined and prose else ()


def _is_nearer(lines: Sequence[TextLine], run: Sequence[int], note: TextLine) -> bool:
    """Return whether lines stand as close to the note below them as its own lines do, and less so to what is above."""
    left, top, right, _ = lines[run[0]].box
    column = (line.box for line in lines if line.letters and line.box[0] < right and left < line.box[2])
    above = [box[3] for box in column if box[1] < top - 1]
    below = note.box[1] - lines[run[-1]].box[3]
    return below < note.size / 2 and below < top - max(above, default=0.0) - note.size / 4


def open_note(lines: Sequence[TextLine], members: Sequence[int]) -> OpenNote | None:
    """Return the last of a page's notes where it may go on: its line is full."""
    if not members:
        return None
    last = lines[members[-1]]
    widest = max(line.letters * line.size for line in lines)
    if last.letters * last.size <= _FULL * widest:
        return None
    return OpenNote(last.size, _ENDED.search(last.text) is not None)


def _is_small(line: TextLine, body: float) -> bool:
    return line.upright and line.letters > 0 and line.size <= body * _SMALLER


def _starts(lines: Sequence[TextLine], body: float) -> Iterator[tuple[int, str]]:
    """Yield the small lines below the text that begin with a name as notes have, and the name."""
    for at, line in enumerate(lines):
        if not line.text or line.text[0] not in STARTERS or not _is_small(line, body):
            continue
        match = NOTE_START.match(line.text)
        if match and not _follows_in_row(lines, at) and not has_text_below(lines, at, body):
            yield at, plain_name(match[1])


def _follows_in_row(lines: Sequence[TextLine], at: int) -> bool:
    """Return whether a line goes on with another on its left, as parts of a formula do; a note begins its column."""
    left, top, _, bottom = lines[at].box
    middle = (top + bottom) / 2
    return any(
        other.box[0] < left - 1 and other.box[1] < middle < other.box[3] and other.box[2] > left - other.size
        for other in lines
        if other.letters
    )


def is_running_text(line: TextLine, body: float) -> bool:
    """Return whether a line is one of the text: in its type, and of some length."""
    return line.upright and line.size > body * _SMALLER and line.letters >= _SUBSTANCE


def has_text_below(lines: Sequence[TextLine], at: int, body: float) -> bool:
    """Return whether running text stands below a line in its own column."""
    left, top, right, _ = lines[at].box
    below = [
        line
        for line in lines
        if line.box[1] > top and line.box[0] < right and left < line.box[2] and is_running_text(line, body)
    ]
    if not below:
        return False
    # The last row of a page may be its foot, in the type of the text.
    lowest = max(line.box[3] for line in lines if line.upright and line.letters)
    return any(line.box[3] < lowest - 1 for line in below)


def _extent(lines: Sequence[TextLine], start: int, body: float, starts: dict[int, str]) -> list[int]:
    """Return a note's lines: those drawn after its first one, close below each other."""
    extent = [start]
    for at in range(start + 1, len(lines)):
        line, last = lines[at], lines[extent[-1]]
        if at in starts:
            break
        if not line.letters:
            continue
        gap = line.box[1] - last.box[3]
        # All that is known of where a line stands may be where its raised number does.
        lifted = bool(last.pieces) and last.pieces[0].raised
        widest = (_LEADING + _LIFT * lifted) * line.size
        near = -1.5 * max(line.size, last.size) < gap < widest and line.box[3] > last.box[1]
        if not (_is_small(line, body) and near and not has_text_below(lines, at, body)):
            break
        extent.append(at)
    return extent


def _continues(name: str, called: set[str]) -> bool:
    """Return whether a note without a mark follows or precedes one that has its mark."""
    return name.isdecimal() and (str(int(name) - 1) in called or str(int(name) + 1) in called)
