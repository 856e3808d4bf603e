"""The captions of figures and tables that tear a sentence of the text apart.

Most captions stand between paragraphs, where a passage over them may well mean them.  One in the middle of a sentence
stands there because a page or a column ended.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from commonplace.documents.fixed.lines import TextLine, body_size
from commonplace.documents.fixed.notes import is_running_text

_BEGINNINGS = ("\nFig", "\nTab", "\nChart", "\nMap", "\nAbb", "\n図", "\n表", "\n写真", "\n資料")
_CAPTION = re.compile(
    r"""(?:Fig(?:ur[ea]|\.)?|FIG(?:URE|\.)?|Tab(?:le(?:au)?|elle|la|\.)?|TABLE|Chart|Map|Abb(?:ildung|\.)?|図表?|表|写真|資料)
    \s?(?:[A-Z]?[0-9０-９]{1,3}|[IVX]{1,5}|[一二三四五六七八九十]{1,3})(?:[.–－-][0-9０-９]{1,3})*
    (?:[.:：)|—–]|\s+(?![a-z])|$)""",
    re.VERBOSE,
)
_BEGINS = re.compile(rf"\n{_CAPTION.pattern}", re.VERBOSE | re.MULTILINE)
_SMALLER = 0.96
_CLOSE = 0.8
_WIDE_LINE = 12
_GOES_ON = re.compile(r"[a-zß-öø-ÿ]")
_GOES_ON_WIDE = re.compile("[\u3041-\u30ff\u3400-\u9fff]")
_OPEN = re.compile(r"(?:[\w,;–—-]|[\u3041-\u30ff\u3400-\u9fff、])\s*\Z")


def may_have_captions(text: str) -> bool:
    """Return whether a line of a page's text begins as captions do; of most pages a few words tell that none does."""
    said = f"\n{text}"
    return any(one in said for one in _BEGINNINGS) and _BEGINS.search(said) is not None


def find_captions(lines: Sequence[TextLine], known: Collection[int]) -> list[int]:
    """Return the numbers of the lines of captions in smaller type that stand within a sentence.

    Args:
        lines: The page's lines as they are read.
        known: The numbers of the lines that are notes.
    """
    body = body_size(lines)
    found: list[int] = []
    for at, line in enumerate(lines):
        if at not in known and at not in found and _is_small(line, body) and _CAPTION.match(line.text):
            run = _run(lines, at, known)
            if _tears(lines, run, body):
                found += run
    return found


def _is_small(line: TextLine, body: float) -> bool:
    return line.upright and line.letters > 0 and line.size <= body * _SMALLER


def _run(lines: Sequence[TextLine], start: int, known: Collection[int]) -> list[int]:
    """Return a caption's first line and those of its type that follow it closely in its column."""
    run = [start]
    for at in range(start + 1, len(lines)):
        line, last = lines[at], lines[run[-1]]
        gap = line.box[1] - last.box[3]
        beside = line.box[0] < last.box[2] and last.box[0] < line.box[2]
        near = -0.5 * line.size < gap < _CLOSE * line.size and beside
        if at in known or not near or not line.upright or abs(line.size - last.size) > 0.4:
            break
        run.append(at)
    return run


def _tears(lines: Sequence[TextLine], run: Sequence[int], body: float) -> bool:
    """Return whether the text goes on behind a caption in the middle of a sentence, which no text before it ends."""
    before = next((line for line in reversed(lines[: run[0]]) if line.letters and line.size > body * _SMALLER), None)
    after = lines[run[-1] + 1] if run[-1] + 1 < len(lines) else None
    if after is None or (before is not None and not _OPEN.search(before.text)):
        return False
    if _GOES_ON.match(after.text):
        return is_running_text(after, body)
    wide = _GOES_ON_WIDE.match(after.text) is not None and after.letters >= _WIDE_LINE
    return wide and before is not None and after.upright and after.size > body * _SMALLER
