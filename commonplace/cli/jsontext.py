"""Results as JSON: records as objects by their fields; a list has one item a line, so that it can be read and cut."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import fields, is_dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any


def json_text(data: object) -> str:
    """Return data as JSON text that ends with a newline, in Unicode as it is.

    Lone surrogates of undecodable file names stay in it as such: written with ``backslashreplace`` they are JSON's
    own escapes.
    """
    if isinstance(data, list | tuple):
        items = ",\n".join(_compact(item) for item in data)
        return f"[\n{items}\n]\n" if items else "[]\n"
    return _compact(data) + "\n"


def _compact(data: object) -> str:
    return json.dumps(data, ensure_ascii=False, default=_plain)


def _plain(value: object) -> object:
    """Return what json does not know as what it knows."""
    if is_dataclass(value) and not isinstance(value, type):
        return {name: getattr(value, name) for name in _names(type(value))}
    if isinstance(value, Mapping):
        return dict(value)
    if isinstance(value, set | frozenset):
        return sorted(value)
    if isinstance(value, Decimal):
        return float(value)
    if isinstance(value, Path):
        return str(value)
    if isinstance(value, Iterable):
        return list(value)
    raise TypeError(f"no JSON for {type(value).__name__}")


@cache
def _names(kind: type[Any]) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))
