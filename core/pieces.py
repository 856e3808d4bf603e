"""A passage that stands in another text in pieces: something came between its lines, or its blocks changed places.

All texts here are squeezed; places where the passage may be cut are counted on the squeezed passage.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import islice, pairwise

from core.folding import is_cjk
from core.standing import Wanted, between, every, is_telling, stands_twice

_PROBE = 12
_MOST_PLACES = 200
_MOST_PIECES = 8
_MOST_BETWEEN = 600


@dataclass(frozen=True, slots=True)
class Piece:
    """``[start, end)`` of the passage, which stands in the text from ``at`` on."""

    start: int
    end: int
    at: int


def pieces(text: str, wanted: Wanted, breaks: Mapping[int, bool]) -> list[Piece] | None:
    """Return a passage's pieces in their order, or None where it does not stand in the text whole.

    Each stands there once only, by itself or with what stood beside the passage.

    Args:
        text: What is looked through.
        wanted: The passage.
        breaks: Where white space stood in it; true for line breaks.
    """
    inside = between(text, wanted, len(wanted.words) + _MOST_BETWEEN)
    if inside is not None:
        low, high = inside
        found = _cut_apart(text[low:high], wanted.words, _runs_between(text[low:high], wanted.words), breaks)
        if found and all(one.at < other.at for one, other in pairwise(found)):
            return [Piece(piece.start, piece.end, piece.at + low) for piece in found]
    found = _cut_apart(text, wanted.words, _longest_runs(text, wanted.words), breaks)
    return found if found and all(_is_the_one(text, wanted, piece) for piece in found) else None


def _cut_apart(text: str, words: str, runs: list[Piece], breaks: Mapping[int, bool]) -> list[Piece] | None:
    """Return runs that may overlap as pieces that do not; None where they cannot be parted, or are not several."""
    if len(runs) < 2:
        return None
    cut = runs[:1]
    for piece in runs[1:]:
        last = cut[-1]
        at = _cut(text, words, last, piece, breaks)
        if at is None:
            return None
        cut[-1] = Piece(last.start, at, last.at)
        cut.append(Piece(at, piece.end, piece.at - (piece.start - at)))
    return cut


def _runs_between(text: str, words: str) -> list[Piece]:
    """Return the runs of a passage that begins and ends with a text, in which more stands than the passage."""
    first, last = _shared(words, 0, text, 0), _shared(words[::-1], 0, text[::-1], 0)
    if not (first and last):
        return []
    ends = Piece(0, first, 0), Piece(len(words) - last, len(words), len(text) - last)
    if first + last >= len(words):
        return [*ends]
    middle = _longest_runs(text[first : len(text) - last], words[first : len(words) - last])
    inner = [Piece(piece.start + first, piece.end + first, piece.at + first) for piece in middle]
    return [ends[0], *inner, ends[1]] if inner else []


def _longest_runs(text: str, words: str) -> list[Piece]:
    """Return the longest stretches of the passage that stand together, from its beginning on; none where one is not."""
    found: list[Piece] = []
    done = 0
    while done < len(words):
        start = max(min(done, len(words) - _PROBE), found[-1].start + 1 if found else 0)
        probe = words[start : start + _PROBE]
        runs = [(_shared(words, start, text, at), at) for at in islice(every(text, probe), _MOST_PLACES)]
        length = max((length for length, _ in runs), default=0)
        if start + length <= done or len(found) == _MOST_PIECES:
            return []
        longest = [at for own, at in runs if own == length]
        # Where a run stands several times, it is told apart in the end, with what stands beside it.
        after = [at for at in longest if found and at >= found[-1].at]
        found.append(Piece(start, start + length, (after or longest)[0]))
        done = start + length
    return found


def _shared(words: str, start: int, text: str, at: int) -> int:
    """Return how many characters from two places on are the same."""
    low, high = 0, min(len(words) - start, len(text) - at)
    while low < high:
        middle = (low + high + 1) // 2
        if words[start : start + middle] == text[at : at + middle]:
            low = middle
        else:
            high = middle - 1
    return low


def _cut(text: str, words: str, last: Piece, piece: Piece, breaks: Mapping[int, bool]) -> int | None:
    """Return where one piece ends and the next begins: as far as both reach, at a line break, else between words."""
    earliest = piece.start
    while earliest > last.start + 1 and text[piece.at - (piece.start - earliest) - 1] == words[earliest - 1]:
        earliest -= 1
    reach = range(min(last.end, piece.end - 1), earliest - 1, -1)
    for wanted in (True, False):
        found = next((at for at in reach if breaks.get(at) is wanted), None)
        if found is not None:
            return found
    at = last.end
    return at if len(reach) == 1 and (is_cjk(words[at - 1]) or is_cjk(words[at])) else None


def _is_the_one(text: str, wanted: Wanted, piece: Piece) -> bool:
    """Say whether a piece can stand nowhere else, by itself or with what stood beside the passage."""
    words = wanted.words[piece.start : piece.end]
    if is_telling(words) and not stands_twice(text, words):
        return True
    before = wanted.close_before if piece.start == 0 else ""
    after = wanted.close_after if piece.end == len(wanted.words) else ""
    beside = before + words + after
    return (
        bool(before or after)
        and not stands_twice(text, beside)
        and text.startswith(beside, piece.at - len(before))
        and is_telling(beside)
    )
