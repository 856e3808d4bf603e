"""Questions about concepts: the tree as it is shown, names and where they lead."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from core.folding import fold_name
from core.records import Concept
from db.engine import Engine


def concepts(engine: Engine) -> list[Concept]:
    """Return the concepts that are shown, each before its children, siblings by name."""
    names: dict[bytes, str] = dict(engine.rows("select id, name from concept where alive and id=canonical"))
    rows = engine.rows("select id, definition, colour from concept where alive and id=canonical")
    details = {id: (definition, colour) for id, definition, colour in rows}
    parents = _parents(engine)
    aliases = _aliases(engine, names)
    marked = _marked(engine, parents)
    children: dict[bytes, list[bytes]] = {}
    for below, given in parents.items():
        for above_it in given:
            children.setdefault(above_it, []).append(below)
    found: list[Concept] = []
    roots = [id for id in names if not parents.get(id)]
    waiting: list[tuple[bytes, tuple[str, ...]]] = [(id, ()) for id in _by_name(roots, names, reverse=True)]
    passed: set[bytes] = set()
    while waiting:
        id, above = waiting.pop()
        if id in passed:
            continue
        passed.add(id)
        path = (*above, names[id])
        parent = parents[id][0].hex() if parents.get(id) else ""
        count = len(marked.get(id, ()))
        found.append(Concept(id.hex(), names[id], path, parent, aliases.get(id, ()), *details[id], count))
        own = [child for child in children.get(id, ()) if parents[child][0] == id]
        waiting += [(child, path) for child in _by_name(own, names, reverse=True)]
    return found


def names_of_concepts(engine: Engine) -> dict[str, tuple[str, ...]]:
    """Return what each concept that is shown is called: its name, then its aliases."""
    names: dict[bytes, str] = dict(engine.rows("select id, name from concept where alive and id=canonical order by id"))
    aliases = _aliases(engine, names)
    return {id.hex(): (name, *aliases.get(id, ())) for id, name in names.items()}


def subtree(engine: Engine, ids: Iterable[str]) -> set[str]:
    """Return concepts with all that hang below them."""
    children: dict[bytes, list[bytes]] = {}
    for child, parent in engine.rows("select child, parent from concept_parent"):
        children.setdefault(parent, []).append(child)
    return {below.hex() for id in ids for below in _reached(bytes.fromhex(id), children)}


def shown_as(engine: Engine, id: str) -> str:
    """Return the concept under which one is shown."""
    canonical = engine.value("select canonical from concept where id=?", (bytes.fromhex(id),))
    return canonical.hex() if canonical else id


def members(engine: Engine, ids: Collection[str]) -> set[str]:
    """Return all concepts that are shown as one with these."""
    rows = engine.rows("select id, canonical from concept where alive")
    return {id.hex() for id, canonical in rows if canonical.hex() in ids}


def concepts_named(engine: Engine, name: str) -> list[str]:
    """Return the shown concepts with a name, compared folded; where there is none, those with such an alias."""
    key = fold_name(name)
    rows = engine.rows("select distinct canonical from concept where alive and name_key=?", (key,))
    if not rows:
        rows = engine.rows(
            "select distinct c.canonical from label l join concept c on c.id=l.concept"
            " where l.alive and c.alive and l.name_key=?",
            (key,),
        )
    return sorted(id.hex() for (id,) in rows)


def labels(engine: Engine, concepts: Collection[str], keys: Collection[str]) -> list[str]:
    """Return the ids of the labels by which some concepts are called as some folded names."""
    rows = engine.rows("select id, concept, name_key from label where alive")
    return [id.hex() for id, concept, key in rows if concept.hex() in concepts and key in keys]


def names_beneath(engine: Engine, concept: str, keys: Collection[str]) -> list[str]:
    """Return those that are shown as a concept and have one of some folded names of their own."""
    shown = bytes.fromhex(concept)
    rows = engine.rows("select id, name_key from concept where alive and canonical=? and id<>canonical", (shown,))
    return [id.hex() for id, key in rows if key in keys]


def _by_name(ids: Iterable[bytes], names: Mapping[bytes, str], *, reverse: bool) -> list[bytes]:
    return sorted(ids, key=lambda id: (fold_name(names[id]), id), reverse=reverse)


def _reached(id: bytes, next_to: Mapping[bytes, list[bytes]]) -> set[bytes]:
    passed, waiting = {id}, [id]
    while waiting:
        new = set(next_to.get(waiting.pop(), ())) - passed
        passed |= new
        waiting += new
    return passed


def _parents(engine: Engine) -> dict[bytes, list[bytes]]:
    found: dict[bytes, list[bytes]] = {}
    for child, parent in engine.rows("select child, parent from concept_parent order by child, position"):
        found.setdefault(child, []).append(parent)
    return found


def _aliases(engine: Engine, names: Mapping[bytes, str]) -> dict[bytes, tuple[str, ...]]:
    """Return other names: labels, and the names of concepts that are shown as this one."""
    found: dict[bytes, dict[str, str]] = {}
    sql = (
        "select c.canonical, l.text from label l join concept c on c.id=l.concept where l.alive and c.alive"
        " union all select canonical, name from concept where alive and id<>canonical"
    )
    for id, text in engine.rows(sql):
        key = fold_name(text)
        if key != fold_name(names.get(id, "")):
            found.setdefault(id, {}).setdefault(key, text)
    return {id: tuple(texts[key] for key in sorted(texts)) for id, texts in found.items()}


def _marked(engine: Engine, parents: Mapping[bytes, list[bytes]]) -> dict[bytes, set[bytes]]:
    """Return the highlights of each concept and of all below it."""
    own: dict[bytes, set[bytes]] = {}
    sql = (
        "select c.canonical, t.highlight from tagging t join concept c on c.id=t.concept"
        " join highlight h on h.id=t.highlight join source s on s.id=h.source"
        " where t.alive and c.alive and h.alive and s.alive"
    )
    for concept, highlight in engine.rows(sql):
        own.setdefault(concept, set()).add(highlight)
    found: dict[bytes, set[bytes]] = {}
    for concept, highlights in own.items():
        for above in _reached(concept, parents):
            found.setdefault(above, set()).update(highlights)
    return found
