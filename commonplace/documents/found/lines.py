"""A text as lines, and where its running prose begins and ends."""

from __future__ import annotations

import re
from dataclasses import dataclass

_SENTENCE_END = re.compile(r"(?:[.!?…]|[。！？])[\"'”’」』）)\]*]*$")
_SENTENCE_INSIDE = re.compile(r"[a-z\d)”’\"][.!?][\"'”’)]* [A-Z“\"‘(]|。.")
_WIDE = re.compile("[\u3041-\u30ff\u3400-\u9fff]")

HEAD = 15
"""How many lines from the top or the foot may speak of the text and not belong to it."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank.

    Attributes:
        gap_before: A blank line, or the text's beginning, stands above it.
        gap_after: A blank line, or the text's end, stands below it.
    """

    text: str
    gap_before: bool
    gap_after: bool


def lines_of(text: str) -> list[Line]:
    """Return the lines that hold something, without white space and Markdown's marks around them."""
    rows = [row.strip() for row in text.split("\n")]
    return [
        Line(
            _unmarked(row),
            number == 0 or not rows[number - 1],
            number + 1 == len(rows) or not rows[number + 1],
        )
        for number, row in enumerate(rows)
        if row.strip("#*_-=~ ")
    ]


def _unmarked(row: str) -> str:
    row = row.lstrip("#").strip() if row.startswith("#") else row
    for mark in ("**", "__", "*", "_"):
        if row.startswith(mark) and row.endswith(mark) and len(row) > 2 * len(mark):
            row = row[len(mark) : -len(mark)].strip()
    return row


def is_prose(line: str) -> bool:
    """True for a line of running text: one or more sentences, not a title and not a label."""
    wide = len(_WIDE.findall(line)) * 2 > len(line)
    ended = _SENTENCE_END.search(line) is not None
    if _SENTENCE_INSIDE.search(line):
        return len(line) >= (20 if wide else 60)
    if wide:
        return (ended and line.rstrip("」』）)”").endswith("。") and len(line) >= 15) or len(line) > 100
    return (ended and line.rstrip("\"'”’)").endswith(".") and len(line.split()) >= 7) or len(line) > 220


def prose_start(lines: list[Line]) -> int:
    """Return the number of the first line of running text; the number of lines where there is none."""
    return next((number for number, line in enumerate(lines) if is_prose(line.text)), len(lines))
