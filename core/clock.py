"""A hybrid logical clock: 48 bits of milliseconds since 1970 (UTC) over 16 bits that count within one.

Times only grow, whatever the computer's clock does, and fit a signed 64-bit integer until the year 6429.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

_COUNTER_BITS = 16
_LATEST = (1 << 63) - 1
_AHEAD_MS = 24 * 60 * 60 * 1000
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def next_time(last: int, now_ms: int) -> int:
    """Return a time greater than ``last``: now where that is later, else the next count.

    Raises:
        OverflowError: ``last`` is the greatest time there is.
    """
    time = max(last + 1, now_ms << _COUNTER_BITS)
    if time > _LATEST:
        raise OverflowError("the clock is at its end")
    return time


def receive(last: int, other: int, now_ms: int) -> int:
    """Return our last time after seeing somebody's: theirs where it is later, at most 24 hours ahead of now.

    Our own is never set back, so one that is further ahead already stays.
    """
    return max(last, min(other, (now_ms + _AHEAD_MS) << _COUNTER_BITS))


def iso(time: int) -> str:
    """Return a time as ISO 8601 in UTC with milliseconds: ``2024-05-01T09:30:00.000Z``.

    Times beyond the year 9999 do not exist on this clock's 63 bits.
    """
    moment = _EPOCH + timedelta(milliseconds=time >> _COUNTER_BITS)
    return moment.strftime("%Y-%m-%dT%H:%M:%S.") + f"{moment.microsecond // 1000:03d}Z"
