"""What else to look for where nothing was found; no Qt here."""

from __future__ import annotations

import re

from core.folding import is_cjk

_MARKS = re.compile('["“”„＂「」『』]')


def widened(query: str) -> str:
    """Return a query that finds more: loose words for a phrase, then their beginnings, then without the shortest.

    Empty where there is nothing wider that is still what was meant.
    """
    loose = " ".join(_MARKS.sub(" ", query).split())
    if loose != " ".join(query.split()):
        return loose
    words = query.split()
    begun = [word if word.endswith("*") or any(map(is_cjk, word)) else f"{word}*" for word in words]
    if begun != words:
        return " ".join(begun)
    if len(words) < 2:
        return ""
    words.remove(min(words, key=len))
    return " ".join(words)
