"""Keeps ``None``, ``True`` and ``False`` alive under Python 3.11, where PySide6 6.12 gives them away.

What PySide's methods return of them has no reference of its own, as is right from Python 3.12 on, where they cannot
die.  Under 3.11 their counts sink with every call, and after some hundred repaints the interpreter ends the program
("deallocating None").
"""

from __future__ import annotations

import ctypes
import sys

_IMMORTAL_SINCE = (3, 12)
_MANY = 1 << 40
_KEPT: tuple[object, ...] = (None, True, False, NotImplemented)


def keep_singletons() -> None:
    """Give each so many references that no session uses them up; do nothing where they cannot die."""
    # An interpreter that traces references has its counts elsewhere.
    if sys.version_info >= _IMMORTAL_SINCE or hasattr(sys, "getobjects"):
        return
    for one in _KEPT:
        if sys.getrefcount(one) < _MANY:
            ctypes.c_ssize_t.from_address(id(one)).value += _MANY
