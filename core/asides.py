"""Running text without its asides: the heads, page numbers, notes and their marks, captions, readings that lie in it.

A passage over a page break is one range of the axis, and what stands between its lines there is no part of what it
says.  Here it is left out, for a quote (``without``) and for looking a quote up (``RunningText``).
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from core.records import Range, Span

# They belong to the word beside them; other asides stand on lines of their own.
_ATTACHED = frozenset({"note-mark", "ruby"})

_BLANKS = re.compile(r"\s*")
_BETWEEN_MARKS = re.compile(r"\s*[,;\u2013\u3001-]?\s*")
_CLOSING = re.compile(r"[.,;:!?)\]}’”»\u3001\u3002\uff01-\uff0f\uff1a-\uff1f]")


def left_out(passage: str, at: int, asides: Sequence[Span]) -> list[Span]:
    """Return the asides that a quote of a passage leaves out: those that lie wholly inside it.

    Those in which it begins or ends are meant, with more of their kind next to them: somebody quotes footnotes.
    A note's mark or a reading is left out at the edges, too, unless the passage is nothing else.

    Args:
        passage: The passage's text.
        at: Where it begins on the axis.
        asides: Those of the layer, in order; positions count on the axis.
    """
    end = at + len(passage)
    found = asides[bisect_right(asides, at, key=_end) : bisect_left(asides, end, key=_start)]
    if not found:
        return []
    begins, ends = end - len(passage.lstrip()), at + len(passage.rstrip())
    meant = {*_met(found, passage, at, begins), *_met_last(found, passage, at, ends)}
    out = [aside for aside in found if aside not in meant and at <= aside.start and aside.end <= end]
    return out if out and _says_more(passage, at, out) else []


def without(passage: str, at: int, asides: Sequence[Span]) -> str:
    """Return a passage's text as if the asides that its quote leaves out were not there; lines are not joined yet."""
    out = left_out(passage, at, asides)
    if not out:
        return passage
    return RunningText(passage, [Span(one.start - at, one.end - at, one.style) for one in out]).text


class RunningText:
    """A text without some stretches of it, which knows where its characters came from.

    Where lines of their own went, one line break is left, so that a word divided over a page break is divided at a
    line's end.
    """

    __slots__ = ("_begins", "_pieces", "text")

    def __init__(self, source: str, asides: Iterable[Span]) -> None:
        texts: list[str] = []
        self._pieces: list[Range] = []
        self._begins: list[int] = []
        length = done = 0
        for cut in [*_cuts(source, asides), _Cut(len(source), len(source), "")]:
            for piece, place in ((source[done : cut.start], (done, cut.start)), (cut.joint, (cut.start, cut.end))):
                if piece:
                    texts.append(piece)
                    self._pieces.append(place)
                    self._begins.append(length)
                    length += len(piece)
            done = cut.end
        self.text = "".join(texts)

    def original(self, start: int, end: int) -> Range:
        """Return the smallest range of the source that reads ``[start, end)``, which must not be empty."""
        return self._place(start)[0], self._place(end - 1)[1]

    def _place(self, position: int) -> Range:
        index = bisect_right(self._begins, position) - 1
        low, high = self._pieces[index]
        begins = self._begins[index]
        after = self._begins[index + 1] if index + 1 < len(self._begins) else len(self.text)
        if after - begins != high - low:
            return low, high
        return low + position - begins, low + position - begins + 1


@dataclass(frozen=True, slots=True)
class _Cut:
    """A stretch that goes, with the white space around it, and what stands for it."""

    start: int
    end: int
    joint: str


def _start(aside: Span) -> int:
    return aside.start


def _end(aside: Span) -> int:
    return aside.end


def _met(found: Sequence[Span], passage: str, at: int, begins: int) -> Iterator[Span]:
    """Yield the asides on lines of their own that a passage begins with."""
    first = ""
    for aside in found:
        if aside.start > begins:
            return
        if aside.style not in _ATTACHED:
            first = first or aside.style
            if aside.style != first:
                return
            yield aside
        begins = max(begins, _after_blanks(passage, aside.end - at) + at)


def _met_last(found: Sequence[Span], passage: str, at: int, ends: int) -> Iterator[Span]:
    """Yield the asides on lines of their own that a passage ends with."""
    last = ""
    for aside in reversed(found):
        if aside.end < ends:
            return
        if aside.style not in _ATTACHED:
            last = last or aside.style
            if aside.style != last:
                return
            yield aside
        ends = min(ends, _before_blanks(passage, aside.start - at) + at)


def _says_more(passage: str, at: int, out: Sequence[Span]) -> bool:
    """Say whether anything but white space is left of a passage without these asides."""
    done = 0
    for aside in out:
        if passage[done : aside.start - at].strip():
            return True
        done = aside.end - at
    return bool(passage[done:].strip())


def _cuts(source: str, asides: Iterable[Span]) -> Iterator[_Cut]:
    """Yield what goes, in order and apart: neighbours with only white space between them go together."""
    group: list[Span] = []
    for aside in asides:
        if group and not _is_next(source, group[-1], aside):
            yield _cut(source, group)
            group = []
        group.append(aside)
    if group:
        yield _cut(source, group)


def _is_next(source: str, one: Span, other: Span) -> bool:
    both_marks = one.style == other.style == "note-mark"
    between = (_BETWEEN_MARKS if both_marks else _BLANKS).fullmatch(source, one.end, other.start)
    return between is not None


def _cut(source: str, group: Sequence[Span]) -> _Cut:
    first, last = _after_blanks(source, group[0].start), _before_blanks(source, group[-1].end)
    start, end = _before_blanks(source, first), _after_blanks(source, last)
    if start == 0 or end == len(source):
        return _Cut(start, end, "")
    if all(aside.style in _ATTACHED for aside in group):
        return _Cut(start, end, _beside_a_word(source[start:first], source[last:end], source[end]))
    if "\n" in source[start:end]:
        return _Cut(start, end, "\n")
    return _Cut(start, end, " " if start < first or last < end else "")


def _beside_a_word(before: str, after: str, following: str) -> str:
    """Return the white space that would be there without a note's mark or a reading."""
    if "\n" in before and "\n" in after:
        return max(before, after, key=lambda gap: gap.count("\n"))
    if after:
        return before if "\n" in before else after
    return "" if _CLOSING.match(following) else before


def _before_blanks(text: str, position: int) -> int:
    while position > 0 and text[position - 1].isspace():
        position -= 1
    return position


def _after_blanks(text: str, position: int) -> int:
    found = _BLANKS.match(text, position)
    return found.end() if found else position
