"""How much of one text stands in another, from a small sample of each: two readings of one work are known so.

A sample is made of the characters that follow certain letters, so it does not matter where in the text they stand or
how lines and pages divide it; of these stretches those with the smallest hashes are kept, the same in every text.
"""

from __future__ import annotations

import re
import struct
from bisect import bisect_right
from collections.abc import Sequence
from zlib import crc32

from core.squeezing import squeeze

_KEPT = 256
_LEAST = 8
# Some frequent letters of each script; of scripts that take a character for a word fewer follow.
_STRETCHES = (
    re.compile(r"[bkpvбвкπβκشكכב](?=(.{16}))", re.DOTALL),
    re.compile(r"[のをは的是이의](?=(.{8}))", re.DOTALL),
)


def sample(text: str) -> tuple[int, ...]:
    """Return a text's sample, in order: a few hundred numbers at most, none of a text without letters."""
    words = squeeze(text, loose=True)
    found = {crc32(one.encode()) for stretch in _STRETCHES for one in stretch.findall(words)}
    return tuple(sorted(found)[:_KEPT])


def packed(own: Sequence[int]) -> bytes:
    """Return a sample as it is kept."""
    return struct.pack(f">{len(own)}I", *own)


def unpacked(kept: bytes) -> tuple[int, ...]:
    """Return a sample as it was packed."""
    return struct.unpack(f">{len(kept) // 4}I", kept)


def likeness(one: Sequence[int], other: Sequence[int]) -> int:
    """Return about how many percent of the text with fewer stretches stand in the other; 0 where too little tells."""
    if not (one and other):
        return 0
    # What lies above the largest number of a full sample was left out of it.
    limit = min(own[-1] if len(own) == _KEPT else 1 << 32 for own in (one, other))
    parts = [set(own[: bisect_right(own, limit)]) for own in (one, other)]
    fewest = min(map(len, parts))
    return 100 * len(parts[0] & parts[1]) // fewest if fewest >= _LEAST else 0
