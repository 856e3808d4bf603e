"""What things of any kind are called, deleted ones too: what conflicts and histories need to name them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from db.engine import Engine

_AMONG = "in (select unhex(value) from json_each(?1))"
_FILE_NAME = "coalesce((select name from file_name where target={}.id order by at, name limit 1), '')"
_SHOWN_WITH = "(select canonical from reference r where r.id=source.reference)"
_SQL = " union all ".join(
    f"select {columns} from {table} where {table}.id {_AMONG}"
    for table, columns in (
        ("highlight", "id, 'highlight', coalesce(nullif(edited_quote, ''), exact), source, null"),
        ("note", "id, 'note', text, target, person"),
        ("tagging", "id, 'tagging', '', highlight, concept"),
        ("concept", "id, 'concept', name, null, null"),
        ("label", "id, 'label', text, concept, null"),
        ("reference", "id, 'reference', citekey, null, null"),
        ("alias", "id, 'alias', citekey, reference, null"),
        ("source", f"id, 'source', {_FILE_NAME.format('source')}, {_SHOWN_WITH}, null"),
        ("shelf", "id, 'shelf', name, source, null"),
        ("same", "id, 'same', '', a, b"),
        ("person", "id, 'person', name, null, null"),
        ("bibfile", f"id, 'bibfile', {_FILE_NAME.format('bibfile')}, null, null"),
        ("file_name", "id, 'file-name', name, target, null"),
    )
)


@dataclass(frozen=True, slots=True)
class Called:
    """A thing's own words, which may be empty, and the ids of what it is about, in the order of its core."""

    kind: str
    text: str
    about: tuple[str, ...]


def called(engine: Engine, ids: Iterable[str]) -> Mapping[str, Called]:
    """Return what things are called, and what these are about, and so on."""
    found: dict[str, Called] = {}
    waiting = set(ids)
    asked: set[str] = set()
    while waiting:
        asked |= waiting
        for id, kind, text, *about in engine.rows(_SQL, (json.dumps(sorted(waiting)),)):
            found[id.hex()] = Called(kind, text, tuple(one.hex() for one in about if one))
        waiting = {id for one in found.values() for id in one.about} - asked
    return found
