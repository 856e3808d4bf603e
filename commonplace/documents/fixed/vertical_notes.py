"""Notes of vertical pages: columns in smaller type behind the text, called by what stands in it or beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from statistics import median

from commonplace.documents.fixed.glyphs import Line, text_of
from core.kanji import CHARACTERS
from core.records import Span

_SMALLER = 0.9
# A page number or a head may be drawn behind them.
_SHORT = 12
_NUMBER = rf"[0-9０-９]{{1,3}}|[{CHARACTERS}]{{1,4}}|[*＊†‡]{{1,3}}"
_SAYS = "(?:注|註|※|＊|[*])"
_START = re.compile(rf"[\s\u3000]*[（(〔［\[︵]?{_SAYS}?[\s\u3000]?({_NUMBER})[)）〕］\]︶]?(?=[\s\u3000]|\w|「|『)")
_BESIDE = re.compile(rf"[（(〔［\[︵]?{_SAYS}?({_NUMBER})[)）〕］\]︶]?")
_SAID = re.compile(rf"(?<=\S)[（(〔［\[︵]{_SAYS}({_NUMBER})[)）〕］\]︶]")


def vertical_notes(columns: Sequence[Line], readings: Sequence[Line]) -> list[Span]:
    """Return the notes of a page with vertical writing, and their marks within its columns, by places in their text.

    Args:
        columns: The page's lines as they are read, without its readings.
        readings: What stands in small type beside them: readings, and marks of notes.
    """
    texts = [text_of([line]) for line in columns]
    first = _first_small(columns)
    called = set(_names(_SAID.finditer("".join(texts[:first]))))
    called.update(_names(found for line in readings if (found := _BESIDE.fullmatch(text_of([line]).strip()))))
    begins = [at for at in range(first, len(columns)) if (found := _START.match(texts[at])) and found[1] in called]
    if not begins:
        return []
    starts = [0]
    for text in texts:
        starts.append(starts[-1] + len(text))
    names = {found[1] for at in begins if (found := _START.match(texts[at]))}
    marks = [
        Span(found.start(), found.end(), "note-mark", found[1])
        for found in _SAID.finditer("".join(texts[:first]))
        if found[1] in names
    ]
    last = max(at for at in range(first, len(columns)) if columns[at].vertical)
    ends = [*begins[1:], last + 1]
    return [*marks, *(Span(starts[at], starts[end], "footnote") for at, end in zip(begins, ends, strict=True))]


def _names(found: Iterator[re.Match[str]]) -> Iterator[str]:
    return (one[1] for one in found)


def _first_small(columns: Sequence[Line]) -> int:
    """Return the first of the columns in smaller type that follow all of the text."""
    standing = [glyph.size for line in columns if line.vertical for glyph in line.glyphs]
    body = median(standing) if standing else 0.0
    first = len(columns)
    for at in range(len(columns) - 1, -1, -1):
        line = columns[at]
        is_small = line.vertical and all(glyph.size <= _SMALLER * body for glyph in line.glyphs)
        if not is_small and (line.vertical or len(line.glyphs) > _SHORT):
            break
        first = at if is_small else first
    return first
