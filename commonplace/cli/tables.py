"""Plain tables for people: columns that line up with Japanese in them, and no control character of a stranger's."""

from __future__ import annotations

import re
import sys
import unicodedata
from collections.abc import Collection, Sequence

from commonplace.cli import output

_GAP = "  "
_LEAST = 8
_SPACE = re.compile(r"\s+")
# Controls would reach the terminal as commands; embedded directions would reorder the rest of the line.
_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff]")


def plain(text: str) -> str:
    """Return text on one line, without control characters."""
    return _CONTROLS.sub("", _SPACE.sub(" ", text)).strip()


def harmless(line: str) -> str:
    """Return a line with a sign in place of each control character: names of files and of strangers may hold some."""
    return _CONTROLS.sub("\ufffd", line)


def width(text: str) -> int:
    """Return how many columns a terminal needs: two for East Asian wide characters, none for combining marks."""
    if text.isascii():
        return len(text)
    return sum(_columns(character) for character in text)


def _columns(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def clip(text: str, room: int) -> str:
    """Return text that fits into so many columns, with ``…`` where it was cut."""
    if width(text) <= room:
        return text
    used, kept = 1, ""
    for character in text:
        used += _columns(character)
        if used > room:
            break
        kept += character
    return kept.rstrip() + "…"


def pad(text: str, room: int, *, right: bool = False) -> str:
    """Return text filled with spaces to so many columns, on its left where it stands right."""
    fill = " " * max(room - width(text), 0)
    return fill + text if right else text + fill


def table(
    headings: Sequence[str],
    rows: Sequence[Sequence[object]],
    *,
    numbers: Collection[int] = (),
    room: int | None = None,
) -> list[str]:
    """Return the lines of a table; the widest columns are cut where it would be wider than the terminal.

    Args:
        headings: Of the columns.
        rows: Their cells, as many as headings.
        numbers: The columns that stand right.
        room: The columns of the terminal; without, as many as stdout has, or no limit where it is no terminal.
    """
    cells = [[plain(str(cell)) for cell in row] for row in rows]
    widths = [max(map(width, column)) for column in zip(headings, *cells, strict=True)]
    _narrow(widths, terminal_width() if room is None else room)
    return [_line(row, widths, numbers) for row in [list(headings), *cells]]


def _narrow(widths: list[int], room: int | None) -> None:
    """Take from the widest columns what is over the room, as far as they stay readable."""
    while room is not None and sum(widths) + len(_GAP) * (len(widths) - 1) > room:
        widest = max(range(len(widths)), key=widths.__getitem__)
        if widths[widest] <= _LEAST:
            return
        widths[widest] -= 1


def _line(cells: Sequence[str], widths: Sequence[int], numbers: Collection[int]) -> str:
    placed = (
        pad(clip(cell, room), room, right=index in numbers)
        for index, (cell, room) in enumerate(zip(cells, widths, strict=True))
    )
    return _GAP.join(placed).rstrip()


def terminal_width() -> int | None:
    """Return the columns of the terminal on stdout, or None where it is none."""
    if not output.is_terminal(sys.stdout):
        return None
    from shutil import get_terminal_size

    return get_terminal_size().columns


def how_many(count: int, thing: str, things: str = "") -> str:
    """Return ``1 file``, ``2 files``, ``1,024 files``."""
    return f"{count:,} {thing if count == 1 else things or thing + 's'}"
