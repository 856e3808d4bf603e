"""A highlight's text as it is printed: lines joined and hyphenation undone, every other character as it stands."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from functools import cache
from itertools import pairwise

from core.folding import fold_name, is_cjk, is_mark
from core.passages import agree

GAP = " […] "

_BREAK = re.compile(r"[^\S\n]*\n\s*")
_HYPHENS = "-\u2010"
_WORD = re.compile("(?:[^\\W_]|[\u0300-\u036f\u00ad])+(?:[-\u2010](?:[^\\W_]|[\u0300-\u036f\u00ad])+)*")
_LAST_HALF = re.compile("((?:[^\\W_]|[\u0300-\u036f\u00ad])+)[-\u2010]\\Z")
_FIRST_HALF = re.compile("(?:[^\\W_]|[\u0300-\u036f\u00ad])+")
_CJK_SIGNS = re.compile("[\u3000-\u303f\uff01-\uff60\uff66-\uff9d]")

# After these a hyphen at a line's end is that of "short- and long-term".
_SUSPENDING = frozenset({"and", "or", "und", "oder"})

_LONGEST_WORD = 80


def as_printed(exact_parts: Sequence[str], words: Callable[[str], bool] | None = None) -> str:
    """Return a highlight's quote; its parts are joined by ``[…]``.

    A line break becomes a blank, or nothing between CJK characters; a blank line stays as one.  A hyphen at a
    line's end goes where ``words``, which knows the words of the document, has the joined word and not the
    hyphenated one, or, where it has neither, between two halves in Latin letters; else it stays, without a blank.
    """
    return GAP.join(_join_lines(part.strip(), words) for part in exact_parts)


def same_words(exact_parts: Sequence[str], quote: str) -> bool:
    """Say whether a quote as printed still says what the parts of its layer say."""
    return agree(GAP.join(exact_parts), quote)


def vocabulary(text: str) -> Callable[[str], bool]:
    """Return a test whether a word, or two joined by a hyphen, stands in a text, whatever its case.

    The words are gathered when the first one is asked for.
    """

    @cache
    def known() -> frozenset[str]:
        return frozenset(map(_plain, _words(text)))

    return lambda word: _plain(word) in known()


def _words(text: str) -> set[str]:
    """Return the words of a text and, of hyphenated ones, each word and each two neighbours."""
    found = set(_WORD.findall(text))
    for word in tuple(found):
        halves = re.split(f"[{_HYPHENS}]", word)
        if len(halves) > 1:
            found.update(halves)
            found.update(map("-".join, pairwise(halves)))
    return found


def _plain(word: str) -> str:
    return fold_name(word.replace("\u00ad", "").replace("\u2010", "-"))


def _join_lines(text: str, words: Callable[[str], bool] | None) -> str:
    done = 0
    pieces: list[str] = []
    for found in _BREAK.finditer(text):
        start, end = found.span()
        piece, joint = text[done:start], "\n\n"
        if found[0].count("\n") == 1:
            hyphens, joint = _joint(text[max(0, start - _LONGEST_WORD) : start], text[end : end + _LONGEST_WORD], words)
            piece = piece[: len(piece) - hyphens]
        pieces += (piece, joint)
        done = end
    return "".join(pieces) + text[done:]


def _joint(before: str, after: str, words: Callable[[str], bool] | None) -> tuple[int, str]:
    """Return how many hyphens go from the end of a line, and what stands for the line break."""
    if before.endswith("\u00ad") or (_is_cjk_end(before) and _is_cjk_text(after[0])):
        return 0, ""
    left, right = _LAST_HALF.search(before), _FIRST_HALF.match(after)
    if left is None or right is None:
        return 0, " "
    if right[0] in _SUSPENDING and not (words and words(left[1] + right[0])):
        return 0, " "
    divided = after[0].islower() and (left[1][-1].isalpha() or is_mark(left[1][-1]))
    return (1 if divided and _is_one_word(left[1], right[0], words) else 0), ""


def _is_one_word(left: str, right: str, words: Callable[[str], bool] | None) -> bool:
    if words is not None:
        if words(f"{left}-{right}"):
            return False
        if words(left + right):
            return True
    return _is_latin(left) and _is_latin(right)


def _is_latin(half: str) -> bool:
    return all(is_mark(char) or char == "\u00ad" or "LATIN" in unicodedata.name(char, "") for char in half)


def _is_cjk_end(text: str) -> bool:
    last = next((char for char in reversed(text) if not is_mark(char)), "")
    return bool(last) and _is_cjk_text(last)


def _is_cjk_text(char: str) -> bool:
    """Say whether a character belongs to a script without blanks, or to its punctuation."""
    return is_cjk(char) or _CJK_SIGNS.match(char) is not None
