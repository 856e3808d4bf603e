"""Vertical writing put in reading order: columns from right to left, in tiers from top to bottom, ruby apart.

MuPDF gives each glyph of vertical writing as a line of its own.  The glyphs are gathered into columns by where they
stand; small ones beside a column are readings (ruby), which would tear a quote apart, so they follow at the page's
end.  Short horizontal pieces inside a column (two figures side by side) are read where they stand.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from statistics import median

from commonplace.documents.fixed.glyphs import Glyph, Line

_RUBY = 0.7
_TIER_GAP = 1.8
_LONGEST_INSET = 4
_CLOSEST, _WIDEST = 0.6, 1.6
_SINGLE = re.compile("\n[\u3001-\U0010ffff]\n")


def looks_vertical(text: str) -> bool:
    """Return whether a page's text, as MuPDF gives it, may be vertical: many of its lines are one character long."""
    if text.isascii() or not _SINGLE.search(f"\n{text}\n"):
        return False
    lines = [line for line in text.split("\n") if line.strip()]
    return sum(len(line) == 1 and line > "\u3000" for line in lines) >= max(2, len(lines) // 4)


def is_vertical(lines: Sequence[Line]) -> bool:
    """Return whether a page holds vertical writing."""
    return any(line.vertical for line in lines)


def stood_up(lines: Sequence[Line]) -> list[Line]:
    """Return a page's lines with its single glyphs as vertical writing, where most of its writing is stacked of them.

    Browsers and office programs write vertical text so: with fonts for horizontal writing, glyph below glyph.
    """
    written = [glyph for line in lines for glyph in line.glyphs if glyph.char > "\u3000"]
    singles = [line.glyphs[0] for line in lines if _is_single(line)]
    if 2 * len(singles) <= len(written) or 2 * _stacked(singles) <= len(written):
        return list(lines)
    return [Line(line.glyphs, vertical=True) if _is_single(line) else line for line in lines]


def in_reading_order(lines: Sequence[Line]) -> list[Line]:
    """Return the lines of a page with vertical writing as a person reads them, readings (ruby) last."""
    columns, readings = columns_and_readings(lines)
    return [*columns, *readings]


def columns_and_readings(lines: Sequence[Line]) -> tuple[list[Line], list[Line]]:
    """Return the lines of a page with vertical writing as a person reads them, and its readings.

    Horizontal lines above the columns come first, others after them, in their own order.
    """
    standing = [glyph for line in lines if line.vertical for glyph in line.glyphs if not glyph.char.isspace()]
    if not standing:
        return list(lines), []
    size = median(glyph.size for glyph in standing)
    ruby = _readings(standing, size)
    among = set(map(id, ruby))
    main = [glyph for glyph in standing if id(glyph) not in among]
    lying = [line for line in lines if not line.vertical and any(not g.char.isspace() for g in line.glyphs)]
    inset = _insets(lying, main, size)
    among = set(map(id, inset))
    beside = [line for line in lying if id(line) not in among]
    top = min(glyph.box[1] for glyph in main)
    columns = [
        *(line for line in beside if _bottom(line) <= top),
        *_columns(main, [line.glyphs for line in inset], size),
        *(line for line in beside if _bottom(line) > top),
    ]
    return columns, _columns(ruby, [], size * _RUBY)


def _readings(standing: Sequence[Glyph], size: float) -> list[Glyph]:
    """Return the small glyphs close on the right of larger ones; others are text in smaller type."""
    rows: defaultdict[int, list[Glyph]] = defaultdict(list)
    for glyph in standing:
        if glyph.size > _RUBY * size:
            rows[int(glyph.middle[1] // size)].append(glyph)
    return [glyph for glyph in standing if glyph.size <= _RUBY * size and _is_beside(glyph, rows, size)]


def _is_beside(glyph: Glyph, rows: Mapping[int, list[Glyph]], size: float) -> bool:
    x, y = glyph.middle
    row = int(y // size)
    near = (one for at in (row - 1, row, row + 1) for one in rows.get(at, ()))
    return any(0 < x - one.middle[0] < 1.2 * size and abs(y - one.middle[1]) < size for one in near)


def _is_single(line: Line) -> bool:
    return not line.vertical and len(line.glyphs) == 1 and line.glyphs[0].char > "\u3000"


def _stacked(glyphs: Sequence[Glyph]) -> int:
    """Return how many glyphs have another of their size right above or below them, as near as type is set."""
    size = median(glyph.size for glyph in glyphs)
    rows: defaultdict[int, list[Glyph]] = defaultdict(list)
    for glyph in glyphs:
        rows[int(glyph.middle[1] // size)].append(glyph)
    return sum(_is_stacked(glyph, rows, size) for glyph in glyphs)


def _is_stacked(glyph: Glyph, rows: Mapping[int, list[Glyph]], size: float) -> bool:
    x, y = glyph.middle
    row = int(y // size)
    near = (one for at in range(row - 2, row + 3) for one in rows.get(at, ()))
    return any(
        abs(x - one.middle[0]) < size / 3 and _CLOSEST < abs(y - one.middle[1]) / glyph.size < _WIDEST for one in near
    )


def _columns(glyphs: Sequence[Glyph], insets: Iterable[tuple[Glyph, ...]], size: float) -> list[Line]:
    """Return the columns of each tier as lines; a tier is what no white band across all columns parts."""
    pieces = [(glyph,) for glyph in glyphs] + list(insets)
    found: list[Line] = []
    for tier in _tiers(pieces, size):
        columns: list[list[tuple[Glyph, ...]]] = []
        for piece in sorted(tier, key=lambda piece: -_middle(piece)[0]):
            if columns and _middle(columns[-1][0])[0] - _middle(piece)[0] < size / 2:
                columns[-1].append(piece)
            else:
                columns.append([piece])
        for column in columns:
            column.sort(key=lambda piece: _middle(piece)[1])
            found.append(Line(tuple(glyph for piece in column for glyph in piece), vertical=True))
    return found


def _tiers(pieces: list[tuple[Glyph, ...]], size: float) -> list[list[tuple[Glyph, ...]]]:
    tiers: list[list[tuple[Glyph, ...]]] = []
    reached = float("-inf")
    for piece in sorted(pieces, key=lambda piece: piece[0].box[1]):
        if not tiers or piece[0].box[1] - reached > _TIER_GAP * size:
            tiers.append([])
        tiers[-1].append(piece)
        reached = max(reached, *(glyph.box[3] for glyph in piece))
    return tiers


def _insets(lying: Sequence[Line], main: Sequence[Glyph], size: float) -> list[Line]:
    """Return the horizontal pieces that stand in columns; of figures one below another each holds the next."""
    found = [line for line in lying if _is_inset(line, main, size)]
    waiting = [line for line in lying if line not in found and len(line.glyphs) == 1]
    reached = found
    while reached and waiting:
        holding = [glyph for line in reached for glyph in line.glyphs]
        reached = [line for line in waiting if _is_inset(line, holding, size)]
        found = [*found, *reached]
        waiting = [line for line in waiting if line not in reached]
    return found


def _is_inset(line: Line, main: Sequence[Glyph], size: float) -> bool:
    """Return whether a horizontal piece stands in a column: as narrow as it, with column glyphs above or below.

    It may be long where it is turned on its side, as western words are.
    """
    glyphs = tuple(glyph for glyph in line.glyphs if not glyph.char.isspace())
    left, right = min(glyph.box[0] for glyph in glyphs), max(glyph.box[2] for glyph in glyphs)
    top, bottom = min(glyph.box[1] for glyph in glyphs), max(glyph.box[3] for glyph in glyphs)
    if right - left > 1.5 * size or (len(glyphs) > _LONGEST_INSET and bottom - top < right - left):
        return False
    x = _middle(glyphs)[0]
    return any(
        abs(one.middle[0] - x) < size / 2 and top - 1.5 * size < one.middle[1] < bottom + 1.5 * size for one in main
    )


def _middle(piece: Sequence[Glyph]) -> tuple[float, float]:
    return (piece[0].box[0] + piece[-1].box[2]) / 2, (piece[0].box[1] + piece[-1].box[3]) / 2


def _bottom(line: Line) -> float:
    return max(glyph.box[3] for glyph in line.glyphs)
