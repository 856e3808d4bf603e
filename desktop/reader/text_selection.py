"""What is selected on an axis of text, by characters, words or paragraphs, in several ranges.  Knows no widget."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

from core.folding import is_cjk, is_mark
from core.records import Range

Grain: TypeAlias = Literal["character", "word", "paragraph"]

_WORD = re.compile(r"[\w'’\u00ad\u2010\u2011-]+")
_JOINS_WORDS = "'’\u00ad\u2010\u2011-"


def paragraph_at(text: str, position: int) -> Range:
    """Return the lines around a position up to the next blank line or the end of the text."""
    start = text.rfind("\n\n", 0, position)
    end = text.find("\n\n", position)
    return (0 if start < 0 else start + 2), (len(text) if end < 0 else end)


@dataclass(frozen=True, slots=True)
class TextSelection:
    """A selection being made.

    Attributes:
        text: The axis it lies on.
        anchor: The range where it began, one grain large.
        focus: The range where it ends now.
        grain: What it grows by.
        kept: Further ranges that stand already.
        paragraph: Finds the paragraph at a place of the text.
    """

    text: str
    anchor: Range | None = None
    focus: Range | None = None
    grain: Grain = "character"
    kept: tuple[Range, ...] = ()
    paragraph: Callable[[str, int], Range] = paragraph_at

    def begun(self, position: int, grain: Grain = "character", *, further: bool = False) -> TextSelection:
        """Return a selection that begins at a position; ``further`` keeps the ranges that are there."""
        place = self._unit(position, grain)
        return replace(self, anchor=place, focus=place, grain=grain, kept=self.ranges if further else ())

    def extended(self, position: int) -> TextSelection:
        """Return the selection drawn out to a position."""
        if self.anchor is None:
            return self.begun(position)
        return replace(self, focus=self._unit(position, self.grain))

    def drawn(self, place: Range, *, backwards: bool) -> TextSelection:
        """Return the selection with exactly this place, its moving end in front where it was drawn backwards."""
        ends = (place[0], place[0]), (place[1], place[1])
        return replace(self, anchor=ends[backwards], focus=ends[not backwards])

    def moved(self, step: Callable[[str, int], int]) -> TextSelection:
        """Return the selection with its moving end where a step leads from there."""
        return self if self.focus is None else self.moved_to(step(self.text, self.end))

    def moved_to(self, position: int) -> TextSelection:
        """Return the selection with its moving end at a position, whatever it was made by."""
        return replace(self, grain="character").extended(position)

    @property
    def end(self) -> int:
        """Where the moving end is."""
        assert self.anchor is not None
        assert self.focus is not None
        return self.focus[1] if self.focus[1] >= self.anchor[1] else self.focus[0]

    @property
    def ranges(self) -> tuple[Range, ...]:
        """What is selected, in reading order; ranges that touch are one."""
        current: tuple[Range, ...] = ()
        if self.anchor is not None and self.focus is not None:
            current = ((min(self.anchor[0], self.focus[0]), max(self.anchor[1], self.focus[1])),)
        return united((*self.kept, *(one for one in current if one[0] < one[1])))

    def _unit(self, position: int, grain: Grain) -> Range:
        """Return the character's edge, word or paragraph at a position."""
        position = max(0, min(position, len(self.text)))
        if grain == "word":
            return word_at(self.text, position)
        return self.paragraph(self.text, position) if grain == "paragraph" else (position, position)

    def selected_text(self) -> str:
        return "\n".join(self.text[start:end] for start, end in self.ranges)


def united(ranges: tuple[Range, ...]) -> tuple[Range, ...]:
    """Return ranges in order, those that overlap or touch as one."""
    found: list[Range] = []
    for start, end in sorted(ranges):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return tuple(found)


def word_at(text: str, position: int) -> Range:
    """Return the word that a position lies in or at the end of; in scripts without blanks a run of one kind of sign."""
    if position >= len(text) or (not _is_word(text[position]) and position and _is_word(text[position - 1])):
        position -= 1
    if position < 0 or not _is_word(text[position]):
        return max(position, 0), min(max(position, 0) + 1, len(text))
    kind = _kind(text[position])
    start = end = position
    while start > 0 and _is_word(text[start - 1]) and _kind(text[start - 1]) in (kind, ""):
        start -= 1
    while end < len(text) and _is_word(text[end]) and _kind(text[end]) in (kind, ""):
        end += 1
    while start < position and text[start] in _JOINS_WORDS:
        start += 1
    while end > position + 1 and text[end - 1] in _JOINS_WORDS:
        end -= 1
    return start, end


def next_character(text: str, position: int) -> int:
    position = min(position + 1, len(text))
    while position < len(text) and is_mark(text[position]):
        position += 1
    return position


def previous_character(text: str, position: int) -> int:
    position = max(position - 1, 0)
    while position > 0 and is_mark(text[position]):
        position -= 1
    return position


def next_word(text: str, position: int) -> int:
    found = _WORD.search(text, position)
    return len(text) if found is None else max(word_at(text, max(found.start(), position))[1], position + 1)


def word_begin(text: str, position: int) -> int:
    """Return where the first word from a position on begins; the end of the text where there is none."""
    while position < len(text) and not _is_word(text[position]):
        position += 1
    return position


def previous_word(text: str, position: int) -> int:
    before = position
    while before > 0 and not _is_word(text[before - 1]):
        before -= 1
    return min(word_at(text, before - 1)[0], position - 1) if before else 0


def _is_word(char: str) -> bool:
    return char.isalnum() or is_mark(char) or char in _JOINS_WORDS or char == "_"


def _kind(char: str) -> str:
    """Return the script a character's words are made of; empty where it goes with any."""
    if is_mark(char) or char in _JOINS_WORDS:
        return ""
    if not is_cjk(char):
        return "spaced"
    if "\u3041" <= char <= "\u309f":
        return "hiragana"
    return "katakana" if "\u30a0" <= char <= "\u30ff" else "ideographs"
