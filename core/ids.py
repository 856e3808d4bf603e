"""Canonical JSON, and ids that are hashes of it.

The same value always gives the same bytes, so two people who record the same thing apart give it the same
id.  Text is never normalised on the way: NFC would change quotes and kanji (U+FA19 becomes U+795E).
"""

from __future__ import annotations

import json
import re
from hashlib import sha256
from typing import TypeAlias

Json: TypeAlias = "bool | int | str | list[Json] | dict[str, Json] | None"

# A number with a fraction or an exponent, or text that looks like one: only then is the value itself looked through.
_MAYBE_FLOAT = re.compile(r"[:,\[]-?[0-9]+[.e]")
_BEGINS_AS_FLOAT = re.compile(r"-?[0-9]+[.e]")
# U+0000 as JSON escapes it, not a backslash that somebody wrote before the letters u0000.
_NUL = re.compile(r"(?<!\\)(?:\\\\)*\\u0000")
_VERSION_8 = 0x80008000000000000000
_HASHED = (1 << 128) - 1 ^ 0xF000C000000000000000
_CONSTANTS = {None: "null", True: "true", False: "false"}
_encode = json.JSONEncoder(
    ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False, check_circular=False
).encode


def canonical(value: Json) -> str:
    """Return the one JSON text of a value: sorted keys, no white space, nothing normalised.

    Raises:
        ValueError: The value holds a float, U+0000 or a lone surrogate, which no record may.
    """
    if value is None or isinstance(value, bool):
        return _CONSTANTS[value]
    text = _encode(value)
    if (_MAYBE_FLOAT.search(text) or _BEGINS_AS_FLOAT.match(text)) and _holds_float(value):
        raise ValueError("a record holds integers only")
    if "\\u0000" in text and _NUL.search(text):
        raise ValueError("a record cannot hold the character U+0000")
    if not text.isascii():
        try:
            text.encode()
        except UnicodeEncodeError as error:
            raise ValueError("a record cannot hold a lone surrogate") from error
    return text


def _holds_float(value: object) -> bool:
    waiting = [value]
    for part in waiting:
        # Nearly all parts are texts and integers, and every record goes through here.
        if type(part) is str or type(part) is int:
            continue
        if isinstance(part, dict):
            waiting.extend(part.values())
        elif isinstance(part, list | tuple):
            waiting.extend(part)
        elif isinstance(part, float):
            return True
    return False


def digest(text: str) -> bytes:
    """Return the SHA-256 of a text's UTF-8 bytes (32 bytes)."""
    return sha256(text.encode()).digest()


def short_digest(text: str) -> bytes:
    """Return 16 bytes of a text's SHA-256, marked as a UUID of version 8."""
    value = int.from_bytes(sha256(text.encode()).digest()[:16])
    return (value & _HASHED | _VERSION_8).to_bytes(16)
