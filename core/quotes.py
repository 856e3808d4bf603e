"""A highlight's text as it is printed: lines joined, hyphenation undone, ligatures opened, the rest as it stands."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from functools import cache, cached_property
from itertools import pairwise

from core.accents import composed
from core.folding import EXPERT, fold_name, is_cjk, is_mark
from core.passages import agree, is_unspaced

GAP = " […] "

# Two or more letters drawn as one, and letters in the shape that their place in a word or a line gives them: signs for
# printing that nobody types.  Not the Arabic signs that are whole phrases, nor those that stand on a blank.
_DRAWN = re.compile("[\ufb00-\ufb06\ufb13-\ufb17\ufb20-\ufb28\ufb4f-\ufdef\ufe80-\ufefc]")

# Beside their like; alone such a code point may be another font's picture.
_EXPERT = "".join(EXPERT)
_EXPERT_RUN = re.compile(f"(?<=\\w)[{_EXPERT}]+|[{_EXPERT}]+(?=\\w)|[{_EXPERT}]{{2,}}")

_SOFT = "\u00ad"
_SOFT_END = re.compile("\u00ad[^\\S\\n]*\\n[^\\S\\n]*(?=\\S)")
_BREAK = re.compile(r"[^\S\n]*\n\s*")
_HYPHENS = "-\u2010"
_DASHED = frozenset(_HYPHENS)
_HALF = re.compile("(?:[^\\W_]|[\u0300-\u036f])+")
_CJK_SIGNS = re.compile("[\u3000-\u303f\uff01-\uff60\uff66-\uff9d]")
# A line may end beside them without a blank; set off by blanks they stand between words.
_CLOSE_BEFORE = "–—/"
_CLOSE_AFTER = re.compile(r"[–—]\w")
# No line begins so, but where the engine begins one within a printed line: at a number in Arabic or Hebrew, at a mark.
_NEVER_FIRST = re.compile(r"[,.)\]}،؛؟]+(?=\s|\Z)(?! \.)")
# Western signs in East Asian text, which stand on either side of a line's end.
_NEUTRAL = "“”‘’…‥·—"

_WIDE = "\u3041-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_MIXED = re.compile(f"[{_WIDE}][0-9A-Za-z]|[0-9A-Za-z][{_WIDE}]")
_MIXED_APART = re.compile(f"[{_WIDE}] [0-9A-Za-z]|[0-9A-Za-z] [{_WIDE}]")

_WORD = re.compile("[\\w\u0300-\u036f]+(?:-[\\w\u0300-\u036f]+)*")
_DIVIDED = re.compile("(?<=\\w)[-\u2010\u00ad][^\\S\\n]*\\n")

# After these a hyphen at a line's end is that of "short- and long-term".
_SUSPENDING = frozenset({"and", "or", "und", "oder"})

# Of one letter, in some language: before them nothing tells a high initial from a word.
_WORDS_OF_ONE = frozenset("AÀEÈÉIÍOÓUYWZАВИКОСУЯ")

_LONGEST_WORD = 80
# Shorter halves stand alone in every document: "be" and "comes", "do" and "main".
_LEAST_HALF = 3
# They begin words with a hyphen far more often than others, but for words with one of these endings.
_HEADS = frozenset({"half", "high", "long", "low", "self", "short", "well"})
_ENDING = re.compile(
    "age|born|com[ei]|cut|e[dnr]|est|evity|fall|hand|head|hood|ing|ish|itud|land|less|light|ly|ness|pence|same|sho[rt]"
    "|some|spring|temp|wa[vy]"
)
# Between hyphens they are words of their own, as in "state-of-the-art" and "up-to-date".
_LINKS = frozenset({"a", "an", "and", "as", "at", "by", "for", "in", "of", "on", "or", "the", "to", "up"})


class Vocabulary:
    """The words of a document, gathered when the first is asked for; not the halves of words that lines divide.

    Args:
        text: Gives the document's text, without asides.
    """

    def __init__(self, text: Callable[[], str]) -> None:
        self._text = text

    def knows(self, word: str) -> bool:
        """Say whether a word, or two joined by a hyphen, stands in the document, whatever its case."""
        return _plain(word) in self._folded

    def knows_apart(self, left: str, right: str) -> bool:
        """Say whether both halves are words of the document, so that a hyphen may stand between them.

        The second as it is written: in German, parts of words are written small and nouns are not.
        """
        if min(len(left), len(right)) < _LEAST_HALF or unicodedata.normalize("NFKC", right) not in self._written:
            return False
        return left.lower() in _HEADS or self.knows(left)

    @cached_property
    def _written(self) -> frozenset[str]:
        return frozenset(_words(self._text()))

    @cached_property
    def _folded(self) -> frozenset[str]:
        return frozenset(map(_plain, self._written))


def as_printed(running_parts: Iterable[str], words: Vocabulary | None = None) -> str:
    """Return a highlight's quote; its parts, which come without asides, are joined by ``[…]``.

    A line break becomes a blank, or nothing in scripts without blanks; a blank line stays as one.  A hyphen at a
    line's end goes where the document has the joined word and not the hyphenated one, or, where it has neither, between
    two halves in Latin letters that are no words of it themselves; else it stays, without a blank.  Soft hyphens go.
    An accent drawn by itself becomes its letter's, and a high initial the beginning of its word.
    """
    return GAP.join(_join_lines(composed(_opened(part)).strip(), words) for part in running_parts)


def same_words(running_parts: Sequence[str], quote: str) -> bool:
    """Say whether a quote as printed still says what the parts of its layer, without asides, say."""
    # A soft hyphen in a character keeps its marks from joining it; in the quote it is gone.
    return agree(GAP.join(running_parts).replace(_SOFT, ""), quote)


def _words(text: str) -> set[str]:
    """Return the words of a text and, of hyphenated ones, each word and each two neighbours."""
    lines = _DIVIDED.split(unicodedata.normalize("NFKC", composed(text)))
    found: set[str] = set()
    for index, piece in enumerate(lines):
        words = _WORD.findall(piece.replace(_SOFT, "").replace("\u2010", "-"))
        found.update(words[index > 0 : len(words) - (index < len(lines) - 1)])
    for word in tuple(found):
        if "-" in word:
            halves = word.split("-")
            found.update(halves)
            found.update(map("-".join, pairwise(halves)))
    return found


def _plain(word: str) -> str:
    return fold_name(word.replace(_SOFT, "").replace("\u2010", "-"))


def _opened(text: str) -> str:
    """Return a text with ligatures opened and without soft hyphens; a word that one divides is joined."""
    if text.isascii():
        return text
    if _SOFT in text:
        text = _SOFT_END.sub("", text).replace(_SOFT, "")
    text = _EXPERT_RUN.sub(lambda found: "".join(EXPERT[char] for char in found[0]), text)
    return _DRAWN.sub(lambda found: _letters(found[0]), text)


@cache
def _letters(drawn: str) -> str:
    codes = unicodedata.decomposition(drawn).split()[1:]
    return "".join(chr(int(code, 16)) for code in codes) if codes and "0020" not in codes else drawn


def _join_lines(text: str, words: Vocabulary | None) -> str:
    done = 0
    pieces: list[str] = []
    for found in _BREAK.finditer(text):
        start, end = found.span()
        piece, joint = text[done:start], "\n\n"
        if found[0].count("\n") == 1:
            before, after = text[max(0, start - _LONGEST_WORD) : start], text[end : end + _LONGEST_WORD]
            if not pieces and _is_initial(before, _half(after), words):
                joint = ""
            elif before[-1:] in _HYPHENS:
                hyphens, joint = _divided(before, after, words)
                piece = piece[: len(piece) - hyphens]
            else:
                joint = _between(before, after, text, blank=start < end and found[0][0] != "\n")
        pieces += (piece, joint)
        done = end
    return "".join(pieces) + text[done:]


def _is_initial(line: str, right: str, words: Vocabulary | None) -> bool:
    """Say whether a line is a letter several lines high that begins the word of the next one."""
    if len(line) != 1 or not line.isupper() or line in _WORDS_OF_ONE or not right:
        return False
    return right[0].islower() or (
        len(right) > 1 and right.isupper() and words is not None and words.knows(line + right)
    )


def _divided(before: str, after: str, words: Vocabulary | None) -> tuple[int, str]:
    """Return how many hyphens go from the end of a line, and what stands for the line break."""
    left, right = _half(before[-2::-1])[::-1], _half(after)
    if not left and right and before[-2:-1].strip():
        return 0, ""  # as in "U.S.-Japan"
    if not left or not right or (right in _SUSPENDING and not (words and words.knows(left + right))):
        return 0, " "
    linked = (right in _LINKS and after[len(right) :][:1] in _DASHED) or (
        left in _LINKS and before[-2 - len(left) : -1 - len(left)] in _DASHED
    )
    return (1 if not linked and _is_one_word(left, right, words) else 0), ""


def _half(text: str) -> str:
    """Return the letters, digits and marks that a text begins with."""
    found = _HALF.match(text)
    return found[0] if found else ""


def _is_one_word(left: str, right: str, words: Vocabulary | None) -> bool:
    if not (left[-1].isalpha() or is_mark(left[-1])):
        return False
    if words is not None:
        if words.knows(f"{left}-{right}"):
            return False
        if words.knows(left + right):
            return True
    if left.lower() in _HEADS and not _ENDING.match(right):
        return False
    # No rule of hyphenation leaves one letter at a line's end: that is "e-mail", or "T-shirt".
    if len(left) == 1 or not right[0].islower() or (words is not None and words.knows_apart(left, right)):
        return False
    return _is_latin(left) and _is_latin(right)


def _is_latin(half: str) -> bool:
    return all(is_mark(char) or "LATIN" in unicodedata.name(char, "") for char in half)


def _between(before: str, after: str, passage: str, *, blank: bool) -> str:
    """Return what stands for a line break: a blank, or nothing where the script has none.

    Args:
        before: The end of the line.
        after: The beginning of the next.
        passage: Tells whether letters and CJK characters are printed close to each other.
        blank: The line ends with one, which Thai has between clauses.
    """
    left, right = before[-1:], after[0]
    if (left in _CLOSE_BEFORE and before[-2:-1].strip()) or (left.isalnum() and _CLOSE_AFTER.match(after)):
        return ""
    if _NEVER_FIRST.match(after):
        return ""
    if left.isascii() and right.isascii():
        return " "
    one = next((char for char in reversed(before) if not (is_mark(char) or char in _NEUTRAL)), "")
    other = next((char for char in after if char not in _NEUTRAL), "")
    if one and other and _is_cjk_text(one) and _is_cjk_text(other):
        return ""
    if is_unspaced(one or " ") and is_unspaced(other or " "):
        return " " if blank else ""
    if (_is_wide_sign(left) and right.isascii()) or (_is_wide_sign(right) and left.isascii()):
        return ""
    mixed = _MIXED.fullmatch(left + right) is not None
    return "" if mixed and _MIXED.search(passage) and not _MIXED_APART.search(passage) else " "


def _is_cjk_text(char: str) -> bool:
    """Say whether a character belongs to a script without blanks, or to its punctuation."""
    return is_cjk(char) or _CJK_SIGNS.match(char) is not None


def _is_wide_sign(char: str) -> bool:
    return _CJK_SIGNS.match(char) is not None and unicodedata.category(char)[0] == "P"
