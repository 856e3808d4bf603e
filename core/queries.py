"""What people type into a search box: words that must all be there, and "phrases" whose words follow each other.

Nothing that is typed is syntax to SQLite: a query leaves here as quoted tokens only.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from core.folding import ends_a_word, fold, join_line_ends

_QUOTED = '["“”„＂]([^"“”„＂]*)["“”„＂]|「([^「」]*)」|『([^『』]*)』'
_PART = re.compile(f'{_QUOTED}|([^\\s"“”„＂「」『』]+)')


@dataclass(frozen=True, slots=True)
class Phrase:
    """Folded tokens that follow each other; with ``prefix`` the last one may be the beginning of a word."""

    tokens: tuple[str, ...]
    prefix: bool = False


def parse_query(text: str) -> tuple[Phrase, ...]:
    """Return the phrases of a query; all of them must stand in a text.  None when nothing was asked.

    A word that search divides, as ``A2/AD``, ``Japan's`` or 反撃能力, is a phrase.  A star at a word's end asks
    for its beginning; after a CJK character, which is a token of its own, it has no meaning.
    """
    return tuple(phrase for phrase in _phrases(text) if phrase.tokens)


def _phrases(text: str) -> Iterator[Phrase]:
    for part in _PART.finditer(join_line_ends(text)):
        word = part[4]
        if word is None:
            quoted = part[1] or part[2] or part[3] or ""
            yield Phrase(tuple(fold(quoted).split()))
        else:
            plain = word.rstrip("*＊")
            yield Phrase(tuple(fold(plain).split()), prefix=plain != word and ends_a_word(plain))


def fts_match(phrases: Iterable[Phrase]) -> str:
    """Return the FTS5 expression that asks for all phrases; for none one that is right and matches no row."""
    return " AND ".join(f'"{" ".join(phrase.tokens)}"{"*" if phrase.prefix else ""}' for phrase in phrases) or '""'
