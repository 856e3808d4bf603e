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
from db.same import said_same, shown_as_one


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
    tree = grow(nodes, said_same(engine))
    engine.many(
        "update concept set canonical=? where id=? and canonical<>?",
        [(tree.canonical.get(n.id, n.id), n.id, tree.canonical.get(n.id, n.id)) for n in nodes],
    )
    engine.rows("delete from concept_parent")
    engine.many("insert into concept_parent values(?,?,?)", tree.edges)
    engine.rows("delete from conflict where kind='circle'")
    engine.many("insert into conflict values(?,'parents','circle')", [(id,) for id in sorted(tree.circles)])


def _classes(alive: Sequence[Node], said: Sequence[tuple[bytes, bytes, bool]]) -> dict[bytes, bytes]:
    by_name: dict[str, list[bytes]] = {}
    derived: list[tuple[bytes, bytes]] = []
    for node in sorted(alive, key=lambda node: node.id):
        named = by_name.setdefault(node.name_key, [])
        derived += [(other, node.id) for other in named]
        named.append(node.id)
    return shown_as_one([node.id for node in alive], said, derived)


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
