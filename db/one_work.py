"""References that are of one work by what they are, without anybody having said so.

Who imports a document and then its .bib has one reference, that of the document; who does it the other way round has
that of the entry.  When the two meet, the document has two references, or the entry is there twice.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from itertools import pairwise

from db.engine import Engine
from db.things import load

_DISAGREED_OF = (
    "select c.entity from conflict c join source s on s.id=c.entity where c.field='reference' and c.kind='values'"
)
# The very same piece of the very same file.
_ENTRIES_TWICE = (
    "select json_group_array(lower(hex(id))) from reference where alive and bibfile is not null"
    " group by bibfile, slice_start, slice_end having count(*)>1"
)


def of_one_work(engine: Engine) -> list[tuple[bytes, bytes]]:
    """Return the pairs of references that are of one work, in an order that is everybody's.

    Of several that a source was given apart the one that was made for it says nothing against a single other one;
    two others are two works, until somebody settles that.
    """
    found: set[tuple[bytes, bytes]] = set()
    made_for = dict(engine.rows(f"select id, source from reference where source in ({_DISAGREED_OF})"))
    for source, given in _given(engine).items():
        own = {id for id in given if made_for.get(id) == source}
        if len(given) == 2 and len(own) == 1:
            found.add(_pair(given))
    for (ids,) in engine.rows(_ENTRIES_TWICE):
        found.update(pairwise(sorted(map(bytes.fromhex, json.loads(ids)))))
    return sorted(found)


def mark_joined(engine: Engine) -> None:
    """Keep of which sources the references disagree in name only: they are shown as one, and nobody has to choose."""
    given = _given(engine)
    ids = json.dumps(sorted({id.hex() for some in given.values() for id in some}))
    shown = dict(
        engine.rows(
            "select id, canonical from reference where alive and id in (select unhex(value) from json_each(?))", (ids,)
        )
    )
    together = {source: {shown.get(id) for id in some} for source, some in given.items()}
    joined = [source for source, some in together.items() if len(some) == 1 and None not in some]
    engine.rows("delete from conflict where kind='joined'")
    engine.many("insert into conflict values(?,'reference','joined')", [(source,) for source in sorted(joined)])


def _given(engine: Engine) -> Mapping[bytes, Collection[bytes]]:
    """Return the references of each source that was given several apart."""
    sources = load(engine, [id for (id,) in engine.rows(_DISAGREED_OF)])
    found: dict[bytes, Collection[bytes]] = {}
    for id, source in sources.items():
        values = {json.loads(head.value) for head in source.heads("reference")}
        if all(values):
            found[id] = {bytes.fromhex(value) for value in values}
    return found


def _pair(ids: Collection[bytes]) -> tuple[bytes, bytes]:
    one, other = sorted(ids)
    return one, other
