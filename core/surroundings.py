"""The text around a passage, cut where no character is divided."""

from __future__ import annotations

from core.folding import is_mark

_FIRST_MARK = "\u0300"
_JOINER = "\u200d"
_LONGEST_CLUSTER = 64


def context(text: str, start: int, end: int, width: int = 32) -> tuple[str, str]:
    """Return the ``width`` characters before and after a passage; more rather than half a character."""
    before = _whole(text, max(start - width, 0), -1)
    after = _whole(text, min(end + width, len(text)), 1)
    return text[before:start], text[end:after]


def _whole(text: str, position: int, step: int) -> int:
    """Return the next position, in steps of 1 or -1, at which a cut divides nothing."""
    for _ in range(_LONGEST_CLUSTER):
        if not _divides(text, position):
            break
        position += step
    return position


def _divides(text: str, position: int) -> bool:
    """Say whether a cut at a position would divide what is drawn as one character."""
    if not 0 < position < len(text):
        return False
    before, after = text[position - 1], text[position]
    if before < _FIRST_MARK and after < _FIRST_MARK:
        return False
    if is_mark(after) or _JOINER in (before, after) or "\U0001f3fb" <= after <= "\U0001f3ff":
        return True
    if "\u1100" <= before <= "\u11ff" and "\u1160" <= after <= "\u11ff":
        return True
    return _is_flag(before) and _is_flag(after) and _flags_before(text, position) % 2 == 1


def _is_flag(char: str) -> bool:
    return "\U0001f1e6" <= char <= "\U0001f1ff"


def _flags_before(text: str, position: int) -> int:
    """Count the regional indicators that stand directly before a position: a flag is two of them."""
    start = max(0, position - _LONGEST_CLUSTER)
    run = text[start:position]
    count = 0
    while count < len(run) and _is_flag(run[-1 - count]):
        count += 1
    return count
