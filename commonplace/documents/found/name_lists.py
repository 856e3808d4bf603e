"""Lists of authors as metadata fields hold them, in every manner of parting them."""

from __future__ import annotations

import re

from commonplace.documents.found.names import is_organisation, is_person, split_names
from commonplace.documents.found.values import useful_author

_PLACEHOLDER = re.compile(r"\[?(?:FAMILY|Given|first ?name|last ?name|your name)\b.*", re.I)


def people(value: str) -> list[str]:
    """Return the people and organisations of one metadata value, each as it is written there."""
    value = useful_author(re.sub(r"^\s*(?:by|written by|著者[:：])\s+", "", value, flags=re.I))
    if not value or _PLACEHOLDER.fullmatch(value):
        return []
    if ";" in value or "；" in value:
        return [name for part in re.split("[;；]", value) for name in people(part)]
    if re.fullmatch(r"[^,]+,\s*[^,]+", value) and not _two_people(value):
        return (
            [value]
            if not is_organisation(value) and len(value) < 80
            else [value.strip()]
            if is_organisation(value)
            else []
        )
    names = [name for name in split_names(value) if useful_author(name)]
    if names and all(is_person(name) or is_organisation(name) for name in names):
        return names
    return [value] if is_organisation(value) and len(value) < 100 else [name for name in names if is_person(name)]


def _two_people(value: str) -> bool:
    first, second = (part.strip() for part in value.split(",", 1))
    return (is_person(first) and (is_person(second) or is_organisation(second))) or is_organisation(first)
