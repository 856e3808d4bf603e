"""Which way up a page is read: as it is turned, unless nearly all of its text then lies on its side or on its head."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import islice
from typing import Any

import pymupdf

from commonplace.documents.fixed.lines import Sheet

_mupdf = pymupdf.mupdf

_LINES = 100
_NEARLY_ALL = 0.8
# The turn of a page that has lines running this way upright.
_TURNS = {(1, 0): 0, (0, -1): 90, (-1, 0): 180, (0, 1): 270}


def as_read(sheet: Sheet, content: Any) -> Sheet:
    """Return a page as its text is read, for which a turned page is looked at; ``content`` is MuPDF's text page.

    Who turns the pages of a file, or scans a sheet the wrong way round, turns their text with them.
    """
    if not sheet.rotation:
        return sheet
    found = Counter(islice(_turns(content), _LINES))
    turn, count = max(found.items(), key=lambda one: one[1], default=(sheet.rotation, 0))
    return sheet._replace(rotation=turn) if count >= _NEARLY_ALL * found.total() and turn >= 0 else sheet


def _turns(content: Any) -> Iterator[int]:
    """Yield for each line the turn that sets it upright; -1 where none does, as with vertical writing."""
    for block in content.this:
        if block.m_internal.type == _mupdf.FZ_STEXT_BLOCK_TEXT:
            for line in block:
                way = line.m_internal.dir
                lying = line.m_internal.wmode == 0
                yield _TURNS.get((round(way.x), round(way.y)), -1) if lying else -1
