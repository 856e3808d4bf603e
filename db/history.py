"""The history: what was done, by whom and when, for the library or for one thing."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator
from dataclasses import replace

from core.clock import iso
from core.ids import short_digest
from core.records import Step
from db.engine import Engine
from db.rows import undone_actions
from db.step_labels import step_labels

_MERGED = (
    "select m.id, m.at, m.label, m.person, m.undone, coalesce(one.name, '') from merged m"
    " left join person p on p.id=m.person left join person one on one.id=p.canonical"
)
_BROUGHT = (
    "select d.merge, e.kind, count(*) from delivered d join merged m on m.id=d.merge"
    " cross join entity e on e.id=substr(d.key, 1, 16) and e.action=substr(d.key, 17)"
    " where d.tbl='entity' and m.undone=0 group by d.merge, e.kind"
)


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
    """Return the actions, newest first; of one thing those that made or changed it, or said something of it.

    Of the library the merges are among them, and that they were taken back.
    """
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
    steps = [
        (at, id, Step(id.hex(), label, name or "", iso(at), id in undone, undoes.hex() if undoes else "", person.hex()))
        for id, label, at, undoes, name, person in engine.rows(
            f"{about}select a.id, a.label, a.at, a.undoes, one.name, a.person from action a"
            " left join person p on p.id=a.person left join person one on one.id=p.canonical"
            f" where a.label<>''{where} order by a.at desc, a.id desc",
            values,
        )
    ]
    steps = _named(engine, steps)
    if not thing:
        steps = sorted([*steps, *_merges(engine)], key=lambda step: step[:2], reverse=True)
    return [step for _, _, step in steps]


def _named(engine: Engine, steps: list[tuple[int, bytes, Step]]) -> list[tuple[int, bytes, Step]]:
    """Say what the steps were about, or what that was about which they take back."""
    labels = step_labels(engine, ((id, step.label) for _, id, step in steps))
    return [(at, id, replace(step, label=labels.get(id, step.label))) for at, id, step in steps]


def _merges(engine: Engine) -> Iterator[tuple[int, bytes, Step]]:
    """Yield the merges into this file, and each time one was taken back or done again, each with clock and id."""
    brought: dict[bytes, dict[str, int]] = {}
    for merge, kind, count in engine.rows(_BROUGHT):
        brought.setdefault(merge, {})[kind] = count
    for id, at, label, person, undone, name in engine.rows(_MERGED):
        own = id.hex()
        yield at, id, Step(own, label, name, iso(at), undone > 0, "", person.hex(), brought.get(id, {}))
        last, steps = own, _steps_of_merge(engine, id)
        for number, (done, _) in enumerate(steps, 1):
            step = short_digest(f"{own}\n{done}")
            again = number < len(steps)
            yield done, step, Step(step.hex(), label, "", iso(done), again, last)
            last = step.hex()


def _steps_of_merge(engine: Engine, merge: bytes) -> list[tuple[int, bool]]:
    """Return when a merge was taken back and done again, in turn."""
    return engine.rows("select at, back from merge_step where merge=? order by at", (merge,))
