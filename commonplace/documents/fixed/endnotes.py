"""The raised marks of notes that stand at the end of a chapter or a document, or in another file.

No page tells that its raised figures are marks; the document does: they count on from one to the next.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from commonplace.documents.fixed.marks import RAISED_DIGITS
from core.records import Span

_FEWEST = 3
# So many numbers may be wanting between two marks: in a caption, on a page that cannot be read.
_STEP = 3
# Up to here a figure may begin a row of its own.
_FIRST = 2

# A figure behind a word or what ends a sentence, and not before what goes on with it: it may be raised.
_CLOSES = r""";:!?)\]”’»"'。、，．」』）…%—"""
_ATTACHED = re.compile(
    rf"""[0-9](?<![\s\d].) (?:
      (?<=[^\W\d_][^\W\d_].) | (?<=[^\s\d][.,{_CLOSES}].) | (?<=[12]\d\d\d[.,{_CLOSES}].)
    | (?<=[^\s\d][\[(（〔［].) | (?<=[注註※*∗＊\u3041-\u9fff々].)
    )[0-9]{{0,2}}(?=[\s,，、;:.!?)\]”’»"'。」』）］〕–—-]|[\u3041-\u9fff]|\Z)(?![.,:]\d)""",
    re.VERBOSE,
)
_WIDE = re.compile("[０-９]")
_NARROWED = str.maketrans("０１２３４５６７８９", "0123456789")
# One at the head of a line, behind a word or its punctuation, with more text after it.
_HEADING = re.compile(
    r"""\n(?:(?<=[^\W\d_]{2}\n)|(?<=[^\s\d][.,;:!?)\]”’»"'。、」]\n))([0-9]{1,3})(?:[,–-][0-9]{1,3})*"""
    r"""(?=[,;:]?[ \n][^\W\d_“‘"'(]|[。、])"""
)
_SELF_RAISED = re.compile(rf"[{RAISED_DIGITS}](?<=[^\s\d].)")


class Rows(NamedTuple):
    """How far marks have counted through the pages: the highest so far, and where the row begun last has come to."""

    highest: int = 0
    latest: int = 0

    def follows(self, value: int) -> bool:
        """Return whether a number goes on with a row, or begins one."""
        return (
            0 < value <= _FIRST
            or 0 <= value - self.latest <= _STEP * (self.latest > 0)
            or 0 <= value - self.highest <= _STEP * (self.highest > 0)
        )

    def after(self, values: Iterable[int]) -> Rows:
        """Return how far they have come after more marks."""
        highest, latest = self
        for value in values:
            if Rows(highest, latest).follows(value):
                latest = value if value <= _FIRST or 0 <= value - latest <= _STEP else latest
                highest = max(highest, value)
        return Rows(highest, latest)


def may_have_raised(text: str, rows: Rows) -> bool:
    """Return whether a page's text has, within a line, what may be the next mark or the first of a row."""
    if not text.isascii() and _WIDE.search(text):
        text = text.translate(_NARROWED)
    return any(rows.follows(int(found[0])) for found in _ATTACHED.finditer(text))


def may_have_others(text: str, rows: Rows) -> bool:
    """Return whether it has, at the head of a line, the mark that comes next, or one of the signs that are figures."""
    coming = {"1", *(str(row + step) for row in rows for step in (1, 2))}
    if any(f"\n{name}" in text for name in coming) and any(found[1] in coming for found in _HEADING.finditer(text)):
        return True
    return not text.isascii() and _SELF_RAISED.search(text) is not None


def endnote_marks(raised: Sequence[Sequence[Span]], texts: Sequence[str]) -> list[list[Span]]:
    """Return for each page what of its raised figures belongs to rows that count on through the document.

    Args:
        raised: The raised figures of each page, in the order they are read.
        texts: The pages' texts.
    """
    placed = [(page, span) for page, spans in enumerate(raised) for span in spans]
    found: list[list[Span]] = [[] for _ in raised]
    reach = _reach([int(span.target) for _, span in placed])
    enough = _FEWEST - 1 if max(reach, default=0) == _FEWEST - 1 and _has_notes("".join(texts)) else _FEWEST
    so_far = 0
    for (page, span), length in zip(placed, reach, strict=True):
        value = int(span.target)
        joined = found[page] and found[page][-1].end == span.start
        strong = value > so_far or joined or _STRONG.search(texts[page], max(0, span.start - 8), span.start)
        if length >= enough and strong:
            found[page].append(span)
            so_far = max(so_far, value)
    return found


_TITLE = r"(?:End)?notes?|Notes and references|References|Anmerkungen|Endnoten|Notas|注|註|注釈|脚注"
_LISTED = re.compile(
    rf"^(?:{_TITLE})\s*\n(?:.*\n){{0,3}}?\W{{0,3}}1\b.+\n(?:.*\n){{0,60}}?\W{{0,3}}2\b", re.IGNORECASE | re.MULTILINE
)


def _has_notes(text: str) -> bool:
    """Return whether a document has a list of notes, with the first and the second one."""
    return _LISTED.search(text) is not None


# What goes before a mark that is called once more, or in a row of its own: a word, or the end of a sentence.
_STRONG = re.compile(rf"(?:[^\W\d_]{{4}}|[^\W_][.,{_CLOSES}]{{1,3}}|[\u3041-\u9fff々])\Z")


def _reach(values: Sequence[int]) -> list[int]:
    """Return for each of the values how many different ones a row through it holds that begins with one, two or three.

    From one to the next a row goes on by no more than a step.
    """
    before = _ends(values, 1)
    after = _ends(values[::-1], -1)[::-1]
    return [one and one + other - 1 for one, other in zip(before, after, strict=True)]


def _ends(values: Sequence[int], way: int) -> list[int]:
    longest: dict[int, int] = {}
    found = []
    for value in values:
        last = max(longest.get(value - way * step, 0) for step in range(1, _STEP + 1))
        begins = way < 0 or value <= _FEWEST
        length = max(longest.get(value, 0), last + 1 if last or begins else 0)
        longest[value] = length
        found.append(length)
    return found
