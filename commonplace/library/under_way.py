"""Actions that this program has begun and not ended: an import is recorded file by file, and undone as one."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

_actions: set[bytes] = set()


@contextmanager
def under_way(action: bytes) -> Iterator[None]:
    """Say of an action that more of it is to come."""
    _actions.add(action)
    try:
        yield
    finally:
        _actions.discard(action)


def is_under_way(action: bytes) -> bool:
    return action in _actions
