"""The history: what was done, by whom and when, for the library or for one thing."""

from __future__ import annotations

import json
from collections.abc import Collection

from core.clock import iso
from core.records import Step
from db.engine import Engine
from db.rows import undone_actions


def things_beginning(engine: Engine, beginning: str) -> list[str]:
    """Return the ids of things that ever were and begin with some hexadecimal digits."""
    sql = "select distinct lower(hex(id)) from entity where lower(hex(id)) like ? limit 20"
    return [id for (id,) in engine.rows(sql, (beginning + "%",))]


def authors_of(engine: Engine, actions: Collection[bytes]) -> dict[bytes, tuple[str, str]]:
    """Return who did each of some actions, by name, and when; both empty of one that has not come yet."""
    rows = engine.rows(
        "select a.id, coalesce(one.name, ''), a.at from action a left join person p on p.id=a.person"
        " left join person one on one.id=p.canonical where a.id in (select unhex(value) from json_each(?))",
        (json.dumps([id.hex() for id in actions]),),
    )
    return dict.fromkeys(actions, ("", "")) | {id: (name, iso(at)) for id, name, at in rows}


def history(engine: Engine, thing: str = "") -> list[Step]:
    """Return the actions, newest first; of one thing those that made or changed it, or said something of it."""
    where, values = "", []
    if thing:
        where = (
            " and a.id in (select action from revision where entity in (select id from about)"
            " union select action from entity where id in (select id from about))"
        )
        values = [bytes.fromhex(thing)] * 5
    about = (
        "with about(id) as (select ? union select id from tagging where highlight=?"
        " union select id from note where target=? union select id from label where concept=?"
        " union select id from shelf where source=?) "
        if thing
        else ""
    )
    undone = undone_actions(engine)
    return [
        Step(id.hex(), label, name or "", iso(at), id in undone, undoes.hex() if undoes else "", person.hex())
        for id, label, at, undoes, name, person in engine.rows(
            f"{about}select a.id, a.label, a.at, a.undoes, one.name, a.person from action a"
            " left join person p on p.id=a.person left join person one on one.id=p.canonical"
            f" where a.label<>''{where} order by a.at desc, a.id desc",
            values,
        )
    ]
