"""The concept tree: which concepts are one, and which edges stand.

Concepts of one folded name are the same unless somebody said that they are distinct; others are the same where
somebody said so.  Of the same ones the smallest id stands for all.  An edge to a deleted concept leads on to that
concept's own parents, so nothing falls out of the tree.  Edges are applied in the order of their clocks; one that
would close a circle is left out and shown as a conflict.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from core.errors import NotDoneError
from db.engine import Engine
from db.same import said_same, shown_as_one

DEEPEST = 100
"""What others sent may lie so many levels deep: the path of each concept is shown and sorted by."""

_MOST_LOOKS = 4_000_000


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


@dataclass(frozen=True, slots=True)
class Edge:
    """``child`` stands under ``parent``, both as they are shown, because it was said of the concepts ``of``."""

    child: bytes
    parent: bytes
    of: tuple[bytes, ...]


def grow(nodes: Iterable[Node], said: Iterable[tuple[bytes, bytes, bool]]) -> Tree:
    """Return the tree; ``said`` holds pairs of concepts, each said to be the same or distinct.

    Raises:
        NotDoneError: It is tangled as no tree is that people made, and would take hours to grow.
    """
    by_id = {node.id: node for node in nodes}
    canonical = _classes([node for node in by_id.values() if node.alive], list(said))
    parents_of: dict[bytes, set[bytes]] = {}
    children_of: dict[bytes, set[bytes]] = {}
    edges: list[tuple[bytes, bytes, int]] = []
    circles: set[bytes] = set()
    looks = 0
    for node in sorted(by_id.values(), key=lambda node: (node.at, node.version, node.id)):
        if not node.alive:
            continue
        child = canonical[node.id]
        standing = parents_of.setdefault(child, set())
        given = [parent for parent in (canonical[id] for id in _living(node, by_id)) if parent != child]
        # What stands below a concept stays the same whatever it is put under, so it is looked for only once.
        below = _reached(child, children_of) if given else set()
        looks += len(below)
        _refuse_tangled(looks)
        for parent in given:
            if parent in standing:
                continue
            if parent in below:
                circles.add(node.id)
                continue
            edges.append((child, parent, len(standing)))
            standing.add(parent)
            children_of.setdefault(parent, set()).add(child)
    return Tree(canonical, tuple(edges), frozenset(circles))


def _refuse_tangled(looks: int) -> None:
    if looks > _MOST_LOOKS:
        raise NotDoneError(
            "The concepts hang together in too many ways to be shown as a tree; nothing was changed.",
            hint="If they came with a file, ask whoever gave it to you about it.",
            code="tangled",
        )


def depth(engine: Engine) -> int:
    """Return how many levels the tree has, each concept under the first of its parents."""
    above: dict[bytes, bytes] = dict(engine.rows("select child, parent from concept_parent where position=0"))
    levels: dict[bytes, int] = {}
    for start in list(above):
        passed: dict[bytes, None] = {}
        concept = start
        while concept in above and concept not in levels and concept not in passed:
            passed[concept] = None
            concept = above[concept]
        level = levels.get(concept, 1)
        levels.update((one, level + number) for number, one in enumerate(reversed(passed), 1))
    return max(levels.values(), default=1)


def project_concepts(engine: Engine) -> None:
    """Bring sameness and the tree up to date, inside the caller's transaction."""
    nodes = _nodes(engine)
    tree = grow(nodes, said_same(engine))
    engine.many(
        "update concept set canonical=? where id=? and canonical<>?",
        [(tree.canonical.get(n.id, n.id), n.id, tree.canonical.get(n.id, n.id)) for n in nodes],
    )
    engine.rows("delete from concept_parent")
    engine.many("insert into concept_parent values(?,?,?)", tree.edges)
    engine.rows("delete from conflict where kind='circle'")
    engine.many("insert into conflict values(?,'parents','circle')", [(id,) for id in sorted(tree.circles)])


def circles_of(engine: Engine, concept: bytes) -> list[Edge]:
    """Return the edges of all circles that a concept would close: first those left out, then those that stand."""
    by_id = {node.id: node for node in _nodes(engine)}
    tree = grow(by_id.values(), said_same(engine))
    if concept not in tree.canonical:
        return []
    child, above = tree.canonical[concept], _neighbours((below, over) for below, over, _ in tree.edges)
    below = _neighbours((over, below) for below, over, _ in tree.edges)
    left_out: list[tuple[bytes, bytes]] = []
    standing: set[tuple[bytes, bytes]] = set()
    for parent in dict.fromkeys(tree.canonical[given] for given in _living(by_id[concept], by_id)):
        between = _reached(parent, above) & _reached(child, below)
        if child in between and parent != child and parent not in above.get(child, ()):
            left_out.append((child, parent))
            standing.update((one, other) for one, other, _ in tree.edges if {one, other} <= between)
    return [Edge(*edge, tuple(_who_say(*edge, tree.canonical, by_id))) for edge in (*left_out, *sorted(standing))]


def runs_in_a_circle(edges: Iterable[tuple[bytes, bytes]]) -> bool:
    above: dict[bytes, set[bytes]] = {}
    for child, parent in edges:
        if _reaches(parent, child, above):
            return True
        above.setdefault(child, set()).add(parent)
    return False


def parents_without(engine: Engine, gone: Collection[tuple[bytes, bytes]]) -> dict[bytes, list[bytes]]:
    """Return the parents of concepts when some edges, of child and parent as they are shown, do not stand any more.

    Only concepts of which somebody said such an edge are among them.
    """
    by_id = {node.id: node for node in _nodes(engine)}
    canonical = grow(by_id.values(), said_same(engine)).canonical
    found: dict[bytes, list[bytes]] = {}
    for id in sorted({id for edge in gone for id in _who_say(*edge, canonical, by_id)}):
        kept: dict[bytes, None] = {}
        for given in by_id[id].parents:
            lead = _living(replace(by_id[id], parents=(given,)), by_id)
            others = [one for one in lead if (canonical[id], canonical[one]) not in gone]
            kept.update(dict.fromkeys([given] if len(others) == len(lead) else others))
        found[id] = [*kept]
    return found


def _neighbours(edges: Iterable[tuple[bytes, bytes]]) -> dict[bytes, set[bytes]]:
    found: dict[bytes, set[bytes]] = {}
    for one, other in edges:
        found.setdefault(one, set()).add(other)
    return found


def _reached(start: bytes, next_to: Mapping[bytes, set[bytes]]) -> set[bytes]:
    passed, waiting = {start}, [start]
    while waiting:
        new = next_to.get(waiting.pop(), set()) - passed
        passed |= new
        waiting += new
    return passed


def _nodes(engine: Engine) -> list[Node]:
    return [
        Node(id, bool(alive), key, tuple(bytes.fromhex(parent) for parent in json.loads(parents)), at, version)
        for id, alive, key, parents, at, version in engine.rows(
            "select id, alive, name_key, parents, parents_at, parents_version from concept"
        )
    ]


def _who_say(
    child: bytes, parent: bytes, canonical: Mapping[bytes, bytes], by_id: Mapping[bytes, Node]
) -> Iterator[bytes]:
    """Yield the concepts, shown as the child, of which somebody said that they stand under the parent."""
    for id, shown in sorted(canonical.items()):
        if shown == child and any(canonical[given] == parent for given in _living(by_id[id], by_id)):
            yield id


def _classes(alive: Sequence[Node], said: Sequence[tuple[bytes, bytes, bool]]) -> dict[bytes, bytes]:
    # Of whom nothing was said joins the first of the name, whatever the others do; so not everybody is asked of all.
    named = {id for a, b, _ in said for id in (a, b)}
    by_name: dict[str, list[bytes]] = {}
    derived: list[tuple[bytes, bytes]] = []
    for node in sorted(alive, key=lambda node: node.id):
        earlier = by_name.setdefault(node.name_key, [])
        _refuse_tangled(len(derived))
        derived += [(other, node.id) for other in (earlier if node.id in named else earlier[:1])]
        if not earlier or node.id in named:
            earlier.append(node.id)
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
    return goal in _reached(start, parents_of)
