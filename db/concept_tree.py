"""The concept tree: which concepts are one, and which edges stand.

Concepts of one folded name are the same unless somebody said that they are distinct; others are the same where
somebody said so.  Of the same ones the smallest id stands for all.  An edge to a deleted concept leads on to that
concept's own parents, so nothing falls out of the tree.  Edges are applied in the order of their clocks; one that
would close a circle is left out and shown as a conflict.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from db.engine import Engine


@dataclass(frozen=True, slots=True)
class Node:
    """A concept as it was said to be, before sameness and circles; ``parents`` in the order they were given."""

    id: bytes
    alive: bool
    name_key: str
    parents: tuple[bytes, ...]
    at: int
    version: bytes


@dataclass(frozen=True, slots=True)
class Tree:
    """``canonical`` of each concept, the edges that stand as (child, parent, position), and who closed a circle."""

    canonical: Mapping[bytes, bytes]
    edges: tuple[tuple[bytes, bytes, int], ...]
    circles: frozenset[bytes]


def grow(nodes: Iterable[Node], said: Iterable[tuple[bytes, bytes, bool]]) -> Tree:
    """Return the tree; ``said`` holds pairs of concepts, each said to be the same or distinct."""
    by_id = {node.id: node for node in nodes}
    canonical = _classes([node for node in by_id.values() if node.alive], list(said))
    parents_of: dict[bytes, set[bytes]] = {}
    edges: list[tuple[bytes, bytes, int]] = []
    circles: set[bytes] = set()
    for node in sorted(by_id.values(), key=lambda node: (node.at, node.version, node.id)):
        if not node.alive:
            continue
        child = canonical[node.id]
        for given in _living(node, by_id):
            parent = canonical[given]
            standing = parents_of.setdefault(child, set())
            if parent == child or parent in standing:
                continue
            if _reaches(parent, child, parents_of):
                circles.add(node.id)
                continue
            edges.append((child, parent, len(standing)))
            standing.add(parent)
    return Tree(canonical, tuple(edges), frozenset(circles))


def project_concepts(engine: Engine) -> None:
    """Bring sameness and the tree up to date, inside the caller's transaction."""
    nodes = [
        Node(id, bool(alive), key, tuple(bytes.fromhex(parent) for parent in json.loads(parents)), at, version)
        for id, alive, key, parents, at, version in engine.rows(
            "select id, alive, name_key, parents, parents_at, parents_version from concept"
        )
    ]
    said = [(a, b, bool(same)) for a, b, same in engine.rows("select a, b, same from same where alive order by a, b")]
    tree = grow(nodes, said)
    engine.many(
        "update concept set canonical=? where id=? and canonical<>?",
        [(tree.canonical.get(n.id, n.id), n.id, tree.canonical.get(n.id, n.id)) for n in nodes],
    )
    engine.rows("delete from concept_parent")
    engine.many("insert into concept_parent values(?,?,?)", tree.edges)
    engine.rows("delete from conflict where kind='circle'")
    engine.many("insert into conflict values(?,'parents','circle')", [(id,) for id in sorted(tree.circles)])


def _classes(alive: Sequence[Node], said: Sequence[tuple[bytes, bytes, bool]]) -> dict[bytes, bytes]:
    members: dict[bytes, set[bytes]] = {node.id: {node.id} for node in alive}
    distinct = {frozenset((a, b)) for a, b, same in said if not same}

    def join(a: bytes, b: bytes) -> None:
        if a not in members or b not in members or members[a] is members[b]:
            return
        if any(frozenset((x, y)) in distinct for x in members[a] for y in members[b]):
            return
        both = members[a] | members[b]
        for id in both:
            members[id] = both

    for a, b, same in sorted(said):
        if same:
            join(a, b)
    by_name: dict[str, list[bytes]] = {}
    for node in sorted(alive, key=lambda node: node.id):
        for other in by_name.setdefault(node.name_key, []):
            join(other, node.id)
        by_name[node.name_key].append(node.id)
    return {id: min(together) for id, together in members.items()}


def _living(node: Node, by_id: Mapping[bytes, Node]) -> list[bytes]:
    """Return a concept's parents, and in place of each deleted one that one's own."""
    found: list[bytes] = []
    passed: set[bytes] = set()
    waiting = list(reversed(node.parents))
    while waiting:
        id = waiting.pop()
        parent = by_id.get(id)
        if parent is None or id in passed:
            continue
        passed.add(id)
        if parent.alive:
            found.append(id)
        else:
            waiting += reversed(parent.parents)
    return found


def _reaches(start: bytes, goal: bytes, parents_of: Mapping[bytes, set[bytes]]) -> bool:
    waiting, passed = [start], {start}
    while waiting:
        id = waiting.pop()
        if id == goal:
            return True
        new = parents_of.get(id, set()) - passed
        passed |= new
        waiting += new
    return False
