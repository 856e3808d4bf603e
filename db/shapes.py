"""What a record may hold: of each kind the shape of its core and of the values of its registers.

Our own records have these shapes.  A stranger's are looked at before they come in, so that whatever makes the tables
from them can rely on it.  Kinds and registers that this version does not know are let through: they are kept and
passed on, and nothing reads them.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from typing import Any

from core.ids import canonical
from db.kinds import KINDS

NAME = 500
NOTE = 1 << 20
PARENTS = 1_000
_TEXT = 1 << 20
_GREATEST = (1 << 63) - 1
_DEEPEST_PART = 1 << 40

Shape = Callable[[Any], bool]

_THING = re.compile(r"[0-9a-f]{32}")
_HASH = re.compile(r"[0-9a-f]{64}")
# Most things are such; nothing needs to be read to see that nothing is wrong with one.
_PLAIN_TAGGING = re.compile(r'\{"concept":"[0-9a-f]{32}","highlight":"[0-9a-f]{32}","person":"[0-9a-f]{32}"\}')
_PREV = re.compile(r"(?:(?:[0-9a-f]{32}){1,2}(?:,(?:[0-9a-f]{32}){1,2})*)?")


def _text(longest: int) -> Shape:
    return lambda value: type(value) is str and len(value) <= longest


def _hex(form: re.Pattern[str]) -> Shape:
    return lambda value: type(value) is str and form.fullmatch(value) is not None


def _or_nothing(shape: Shape) -> Shape:
    return lambda value: value is None or value == "" or shape(value)


def _each(shape: Shape) -> Shape:
    return lambda value: type(value) is list and all(map(shape, value))


def _time(value: Any) -> bool:
    return type(value) is int and 0 <= value <= _GREATEST


def _place(value: Any) -> bool:
    return type(value) is int and 0 <= value <= _DEEPEST_PART


def _flag(value: Any) -> bool:
    return value is None or type(value) is bool


def _label(value: Any) -> bool:
    return type(value) is list and len(value) == 2 and _place(value[0]) and _name(value[1])


def _range(value: Any) -> bool:
    return type(value) is list and len(value) == 2 and _place(value[0]) and _place(value[1]) and value[0] <= value[1]


def _area(value: Any) -> bool:
    return not value or (type(value) is list and len(value) == 5 and all(type(part) is int for part in value))


def _anchor(value: Any) -> bool:
    if type(value) is not dict:
        return False
    said = value.get
    layer = said("layer")
    return (
        _thing(said("source"))
        and (layer == "" or _layer(layer))
        and _ranges(said("ranges"))
        and _words(said("prefix", ""))
        and _words(said("suffix", ""))
        and _words(said("exact", ""))
        and _area(said("area"))
        and _name(said("locator", ""))
    )


def _slice(value: Any) -> bool:
    if type(value) is not dict:
        return False
    return (
        _or_nothing(_thing)(value.get("bibfile"))
        and all(_words(value.get(name, "")) for name in ("key", "type"))
        and all(_place(value.get(name, 0)) for name in ("start", "end"))
        and _each(_pair)(value.get("fields", []))
    )


def _pair(value: Any) -> bool:
    return type(value) is list and len(value) == 2 and _words(value[0]) and (value[1] is None or _words(value[1]))


def _deleted(value: Any) -> bool:
    if type(value) is not dict:
        return _flag(value)
    return _flag(value.get("deleted")) and _each(_words)(value.get("seen", []))


_thing, _layer = _hex(_THING), _hex(_HASH)
_name, _words, _note = _text(NAME), _text(_TEXT), _text(NOTE)
_said = _or_nothing(_words)
_ranges = _each(_range)

CORES: Mapping[str, Mapping[str, Shape]] = {
    "person": {"nonce": _name},
    "source": {"sha256": _layer},
    "file-name": {"target": _thing, "name": _name},
    "shelf": {"source": _thing, "name": _name},
    "reference": {},
    "alias": {"reference": _thing, "citekey": _words},
    "bibfile": {"sha256": _layer},
    "concept": {"nonce": _name, "name": _name},
    "label": {"concept": _thing, "name_key": _words},
    "highlight": {"nonce": _words, "person": _thing, "created": _time, "exact": _words},
    "tagging": {"highlight": _thing, "concept": _thing, "person": _thing},
    "note": {"nonce": _words, "target": _thing, "person": _thing, "created": _time},
    "same": {"a": _thing, "b": _thing},
}
"""What a core must hold; the core of a reference may hold any of what stands in ``_REFERENCE``."""

_REFERENCE: Mapping[str, Shape] = {
    "source": _or_nothing(_thing),
    "origin": _or_nothing(_words),
    "nonce": _or_nothing(_words),
}

REGISTERS: Mapping[str, Mapping[str, Shape]] = {
    "person": {"name": _or_nothing(_name)},
    "source": {
        "reference": _or_nothing(_thing),
        "labels": _or_nothing(_each(_label)),
        "replaces": _or_nothing(_thing),
        "layer": _or_nothing(_layer),
    },
    "reference": {
        "citekey": _said,
        "type": _said,
        "slice": lambda value: value is None or _slice(value),
        "found": _or_nothing(_each(_pair)),
    },
    "shelf": {"present": _flag},
    "alias": {"present": _flag},
    "bibfile": {"replaces": _or_nothing(_thing)},
    "concept": {
        "name": _or_nothing(_name),
        "definition": _said,
        "colour": _or_nothing(_name),
        "parents": _or_nothing(lambda value: _each(_thing)(value) and len(value) <= PARENTS),
    },
    "label": {"present": _flag, "text": _or_nothing(_name), "language": _or_nothing(_name)},
    "highlight": {
        "anchor": lambda value: value is None or _anchor(value),
        "colour": _or_nothing(_name),
        "edited_quote": _said,
    },
    "tagging": {"present": _flag},
    "note": {"text": _or_nothing(_note)},
    "same": {"present": _flag},
}


def core_fault(kind: str, core: str) -> str:
    """Return in words what is wrong with the core of a thing; empty where it can be shown."""
    if kind not in KINDS or (kind == "tagging" and _PLAIN_TAGGING.fullmatch(core)):
        return ""
    value = _parsed(core)
    if type(value) is not dict:
        return f"a {kind} is none"
    shapes = CORES[kind]
    for name, shape in shapes.items():
        if not shape(value.get(name)):
            return _fault(kind, name, value.get(name))
    if kind == "reference" and not all(shape(value.get(name)) for name, shape in _REFERENCE.items()):
        return "a reference is none"
    first = value.get("first", {})
    if type(first) is not dict:
        return f"a {kind} is none"
    return next((fault for name in first if (fault := _register_fault(kind, name, first[name]))), "")


def value_fault(kind: str, register: str, value: str) -> str:
    """Return in words what is wrong with a register's value; empty where it can be shown."""
    if kind not in KINDS or (register != "deleted" and _shape(kind, register) is None):
        return ""
    parsed = _parsed(value)
    return f"a {register} is none" if parsed is _NONSENSE else _register_fault(kind, register, parsed)


def prev_fault(prev: str) -> str:
    """Return what is wrong with the ids that a revision replaces, or nothing."""
    return "" if _PREV.fullmatch(prev) else "a revision replaces none"


def _register_fault(kind: str, register: str, value: Any) -> str:
    shape = _deleted if register == "deleted" else _shape(kind, register)
    return _fault(kind, register, value) if shape is not None and not shape(value) else ""


def _shape(kind: str, register: str) -> Shape | None:
    if kind == "reference" and register.startswith("field:"):
        return _said
    return REGISTERS.get(kind, {}).get(register)


def _fault(kind: str, name: str, value: Any) -> str:
    if type(value) is str and len(value) > NAME:
        return f"the {name} of a {kind} has {len(value):,} characters"
    return f"the {name} of a {kind} makes no sense"


_NONSENSE = object()


def _parsed(text: str) -> Any:
    """Return a value that was stored as JSON; where it is no record's JSON, something that fits nowhere."""
    try:
        value = _decode(text)
        # What U+0000 and a lone surrogate are written with.
        if "\\u" in text:
            canonical(value)
        return value
    except (ValueError, RecursionError):
        return _NONSENSE


def _refuse(number: str) -> Any:
    raise ValueError(f"{number} is in no record")


_decode = json.JSONDecoder(parse_float=_refuse, parse_constant=_refuse).decode
