"""Checking a library: its pages, its records against their ids, and its tables against its records."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import apsw

from core.errors import LibraryDamagedError
from db.engine import Engine
from db.projection import rebuild
from db.schema import REPLICATED
from db.tables import LOCAL, PROJECTED
from db.verifying import altered_records

_SHOWN = ("source", "reference", "concept", "highlight", "note")
_COUNTED = (*_SHOWN, "conflicts", "incomplete")


@dataclass(frozen=True, slots=True)
class Report:
    """What a check found; ``problems`` are sentences, ``unfinished`` documents whose import was cut off."""

    problems: tuple[str, ...]
    counts: dict[str, int]
    unfinished: int


def check(engine: Engine, *, remake: bool) -> Report:
    """Check everything; with ``remake`` the tables are kept as the ledger says, else they are only compared.

    The tables are left alone where the file or the records are damaged: nothing could be made from those.
    """
    problems: list[str] = []
    for look in (_file_problems, _record_problems, _made_again if remake else _table_problems):
        if not problems:
            problems = _found(look, engine)
    try:
        return Report(tuple(problems), _counts(engine), _unfinished(engine))
    except (LibraryDamagedError, apsw.SQLError):  # a damaged schema may lack what is counted
        return Report(tuple(problems), dict.fromkeys(_COUNTED, 0), 0)


def _found(look: Callable[[Engine], list[str]], engine: Engine) -> list[str]:
    try:
        return look(engine)
    except LibraryDamagedError as error:
        return [f"The file is damaged: {error}"]


def _file_problems(engine: Engine) -> list[str]:
    found = [f"The file is damaged: {line}" for (line,) in engine.rows("pragma integrity_check") if line != "ok"]
    for table in (*REPLICATED, *PROJECTED, *LOCAL):
        name = table._meta.table_name
        columns = {column for _, column, *_ in engine.rows(f'pragma table_info("{name}")')}
        found += [f"The file is damaged: {name} lacks {lost}" for lost in sorted({*table._meta.columns} - columns)]
    return found


def _record_problems(engine: Engine) -> list[str]:
    return [f"A record of {table} does not match its id: {id.hex()}" for table, id in altered_records(engine)]


def _table_problems(engine: Engine) -> list[str]:
    before, after = dump(engine), _dump_rebuilt(engine)
    return [
        f"The table {table} does not show what the ledger says; run check --rebuild."
        for table in before
        if before[table] != after[table]
    ]


def _made_again(engine: Engine) -> list[str]:
    with engine.writing():
        rebuild(engine)
        engine.rows("delete from blob_chunk where sha256 not in (select sha256 from blob)")
    return []


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
    counts = {name: int(engine.value(f"select count(*) from {name} where alive")) for name in _SHOWN}
    waiting = "select count(distinct entity) from revision where entity not in (select id from entity)"
    conflicts = int(engine.value("select count(*) from conflict where kind<>'joined'"))
    return {**counts, "conflicts": conflicts, "incomplete": int(engine.value(waiting))}


def _unfinished(engine: Engine) -> int:
    sql = "select count(distinct sha256) from blob_chunk where sha256 not in (select sha256 from blob)"
    return int(engine.value(sql))
