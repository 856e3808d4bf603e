"""Checking a library: its pages, its records against their ids, and its tables against its records."""

from __future__ import annotations

from dataclasses import dataclass

from db.engine import Engine
from db.projection import rebuild
from db.tables import PROJECTED
from db.union import altered_records


@dataclass(frozen=True, slots=True)
class Report:
    """What a check found; ``problems`` are sentences, ``unfinished`` documents whose import was cut off."""

    problems: tuple[str, ...]
    counts: dict[str, int]
    unfinished: int


def check(engine: Engine, *, remake: bool) -> Report:
    """Check everything; with ``remake`` the tables are kept as the ledger says, else they are only compared."""
    problems = [f"The file is damaged: {line}" for (line,) in engine.rows("pragma integrity_check") if line != "ok"]
    problems += [f"A record of {table} does not match its id: {id.hex()}" for table, id in altered_records(engine)]
    before = dump(engine)
    if remake:
        with engine.writing():
            rebuild(engine)
            engine.rows("delete from blob_chunk where sha256 not in (select sha256 from blob)")
    else:
        after = _dump_rebuilt(engine)
        problems += [
            f"The table {table} does not show what the ledger says; run check --rebuild."
            for table in before
            if before[table] != after[table]
        ]
    return Report(tuple(problems), _counts(engine), _unfinished(engine))


def dump(engine: Engine) -> dict[str, list[tuple[object, ...]]]:
    """Return all projected tables, each as its sorted rows."""
    found = {}
    for table in PROJECTED:
        name = table._meta.table_name
        found[name] = sorted(engine.rows(f'select * from "{name}"'), key=repr)
    return found


class _Compared(Exception):  # noqa: N818
    """Ends the transaction in which the tables were rebuilt only to be compared."""


def _dump_rebuilt(engine: Engine) -> dict[str, list[tuple[object, ...]]]:
    after: dict[str, list[tuple[object, ...]]] = {}
    if engine.read_only:
        return dump(engine)
    try:
        with engine.writing():
            rebuild(engine)
            after = dump(engine)
            raise _Compared
    except _Compared:
        return after


def _counts(engine: Engine) -> dict[str, int]:
    shown = ("source", "reference", "concept", "highlight", "note")
    counts = {name: int(engine.value(f"select count(*) from {name} where alive")) for name in shown}
    waiting = "select count(distinct entity) from revision where entity not in (select id from entity)"
    conflicts = int(engine.value("select count(*) from conflict"))
    return {**counts, "conflicts": conflicts, "waiting": int(engine.value(waiting))}


def _unfinished(engine: Engine) -> int:
    sql = "select count(distinct sha256) from blob_chunk where sha256 not in (select sha256 from blob)"
    return int(engine.value(sql))
