"""What stands without a mark at the foot of a first page: the author's address, who may print it, when it came in."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from typing import Any

from commonplace.documents.fixed.lines import TextLine, body_size
from commonplace.documents.fixed.notes import has_text_below, is_running_text

# Clearly smaller than the text, and clearly below it.
_SMALLER = 0.93
_GAP = 0.8
_NEAR = 1.3
_ALIGNED = 4.0
_FOOT = 0.6
_MOST_LINES = 20
# Pages have a hundred lines; what has many more is drawn to keep a reader busy.
_MOST_ON_PAGE = 1000
_SAYS_SO = re.compile(
    r"""©|\(c\)\s|copyright|permission\sto|all\srights\sreserved|licen[cs]ed?\b|creative\scommons|e-?mail
    |correspond(?:ing\sauthor|ence)|\w@\w[\w.-]*\.\w|\bISSN\b|\bISBN\b|\bdoi\b|manuscript|received\b.*\d{4}
    |\bthe\sauthors?\b|professor|department\sof|university|institute|fellow\b|lecturer|address:|grant\b|supported\sby
    |views\sexpressed|reprint|著者|所属|連絡先|教授|大学|研究員|受付|受理|著作権|転載""",
    re.IGNORECASE | re.VERBOSE,
)
_OTHER = re.compile(r"\s*(?:Fig|Tab|Source|Abb|Quelle|Note:|図|表|出典|写真|\W*\d)", re.IGNORECASE)


def may_have_notice(blocks: Sequence[tuple[Any, ...]], height: float) -> bool:
    """Return whether a low block of a page, as MuPDF's are, says what notices say."""
    return any(block[1] > _FOOT * height and _SAYS_SO.search(block[4]) for block in blocks)


def find_notice(lines: Sequence[TextLine], known: Collection[int]) -> list[int]:
    """Return the numbers of the lines of a notice at the foot of a first page's columns.

    It is in smaller type, below the text of its column and apart from it, begins where the text's lines do, as no
    quotation does, and says what only notices say.

    Args:
        lines: The page's lines as they are read.
        known: The numbers of the lines that are known to be notes.
    """
    if len(lines) > _MOST_ON_PAGE:
        return []
    body = body_size(lines)
    bottom = max((line.box[3] for line in lines), default=0.0)
    for at, line in enumerate(lines):
        able = at not in known and _is_small(line, body) and line.box[1] > _FOOT * bottom
        if able and not _OTHER.match(line.text) and _is_apart(lines, at, body) and not has_text_below(lines, at, body):
            run = list(_run(lines, at, body, known))
            said = "\n".join(lines[one].text for one in run)
            if len(run) <= _MOST_LINES and len(said) >= 2 * len(run) * 10 and _SAYS_SO.search(said):
                return run
    return []


def _is_small(line: TextLine, body: float) -> bool:
    return line.upright and line.letters > 0 and line.size <= body * _SMALLER


def _is_apart(lines: Sequence[TextLine], at: int, body: float) -> bool:
    """Return whether a line stands by itself below running text that begins at its left."""
    left, top, right, _ = lines[at].box
    above = [
        line for line in lines if line.letters and line.box[1] < top and line.box[0] < right and left < line.box[2]
    ]
    if not above:
        return False
    last = max(above, key=lambda line: line.box[3])
    texts = [line for line in above if is_running_text(line, body)]
    begins = min((line.box[0] for line in texts), default=left + 2 * _ALIGNED)
    return last in texts and top - last.box[3] >= _GAP * body and -_ALIGNED < left - begins < _ALIGNED + 2 * body


def _run(lines: Sequence[TextLine], start: int, body: float, known: Collection[int]) -> Iterator[int]:
    """Yield a notice's first line and those that follow it closely in its column."""
    last = lines[start]
    yield start
    for at in range(start + 1, len(lines)):
        line = lines[at]
        if not line.letters:
            continue
        gap = line.box[1] - last.box[3]
        near = -1.5 * line.size < gap < _NEAR * line.size and line.box[0] < last.box[2] and last.box[0] < line.box[2]
        if at in known or not near or not _is_small(line, body):
            return
        last = line
        yield at
