"""Linux's Landlock: from here on this thread, and all it starts, reads only below the folders it names.

Numbers and layouts are those of ``linux/landlock.h``; each version of the kernel's interface knows more rights.
"""

from __future__ import annotations

import ctypes
import os
import struct
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

_CREATE_RULESET, _ADD_RULE, _RESTRICT_SELF = 444, 445, 446
_ASK_VERSION = 1
_BELOW_A_PATH = 1
_READ_FILE, _READ_FOLDER = 1 << 2, 1 << 3

# All rights over files of version 1; 2 brought moving between folders, 3 truncating, 5 orders to devices.
_RIGHTS = {1: (1 << 13) - 1, 2: 1 << 13, 3: 1 << 14, 5: 1 << 15}
_NETWORK_SINCE, _BIND_AND_CONNECT = 4, 0b11
_SCOPES_SINCE, _SIGNALS_AND_SOCKETS = 6, 0b11


def restrict(system: ctypes.CDLL, readable: Iterable[Path]) -> bool:
    """Forbid this thread every file that does not lie below ``readable``, and all writing; return whether it holds.

    A path that is not there is passed over. Needs the promise to gain no new rights to have been given.
    """
    version = system.syscall(_CREATE_RULESET, None, ctypes.c_size_t(0), ctypes.c_uint32(_ASK_VERSION))
    if version < 1:
        return False
    attributes = _attributes(version)
    rules = system.syscall(
        _CREATE_RULESET, ctypes.c_char_p(attributes), ctypes.c_size_t(len(attributes)), ctypes.c_uint32(0)
    )
    if rules < 0:
        return False
    try:
        for path in readable:
            with suppress(OSError):
                _allow_reading(system, rules, path)
        return bool(system.syscall(_RESTRICT_SELF, ctypes.c_int(rules), ctypes.c_uint32(0)) == 0)
    finally:
        os.close(rules)


def _attributes(version: int) -> bytes:
    files = sum(rights for since, rights in _RIGHTS.items() if since <= version)
    if version < _NETWORK_SINCE:
        return struct.pack("=Q", files)
    if version < _SCOPES_SINCE:
        return struct.pack("=QQ", files, _BIND_AND_CONNECT)
    return struct.pack("=QQQ", files, _BIND_AND_CONNECT, _SIGNALS_AND_SOCKETS)


def _allow_reading(system: ctypes.CDLL, rules: int, path: Path) -> None:
    opened = os.open(path, getattr(os, "O_PATH", os.O_RDONLY) | os.O_CLOEXEC)
    try:
        rights = _READ_FILE | _READ_FOLDER if path.is_dir() else _READ_FILE
        rule = struct.pack("=Qi", rights, opened)
        system.syscall(
            _ADD_RULE, ctypes.c_int(rules), ctypes.c_int(_BELOW_A_PATH), ctypes.c_char_p(rule), ctypes.c_uint32(0)
        )
    finally:
        os.close(opened)
