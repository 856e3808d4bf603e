"""What a cell holds, from the records alone: pure functions that decide values, conflicts and deletions.

A cell is one register of one entity.  Its versions are the revisions written to it, and each *making* of the
entity where the register has a first value: the making's id is the action that made it.  A version that no
other version names in ``prev`` is a head.

A version that undo or redo wrote says nothing new: it gives back an older one, and stands where that one stood.
So what is shown, which edge closes a circle and what a deleter had seen are after an undo as they were before.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from functools import reduce
from graphlib import TopologicalSorter
from operator import or_
from typing import Any, NamedTuple, TypeAlias

from core.ids import canonical


class Version(NamedTuple):
    """One version of a cell; ``value`` is canonical JSON, ``at`` its action's clock, ``undoes`` what that undid."""

    id: bytes
    prev: tuple[bytes, ...]
    at: int
    value: str
    action: bytes
    undoes: bytes | None = None


GivenBack: TypeAlias = Mapping[bytes, Sequence[Version]]


def heads(versions: Sequence[Version]) -> list[Version]:
    """Return the versions that none replaces, newest first; the clock orders what is shown and no more."""
    if len(versions) < 2:
        return [*versions]
    replaced = {id for version in versions for id in version.prev}
    left = [version for version in versions if version.id not in replaced]
    if len(left) < 2:
        return left
    given = given_back(versions)
    return sorted(left, key=lambda version: (standing(version, given), version.at, version.id), reverse=True)


def given_back(versions: Sequence[Version]) -> GivenBack:
    """Return, by the id of each version that an undo wrote, those it gives back: replaced by what was undone."""
    given: dict[bytes, Sequence[Version]] = {}
    if not any(version.undoes for version in versions):
        return given
    by_id = {version.id: version for version in versions}
    by_action: dict[bytes, list[Version]] = {}
    for one in versions:
        by_action.setdefault(one.action, []).append(one)
    bit = {id: 1 << place for place, id in enumerate(by_id)}
    # The lineage of each version as a set of bits: where undo went to and fro for long, lists of them fill the memory.
    lineages = dict(bit)
    for id in TopologicalSorter({version.id: version.prev for version in versions}).static_order():
        version = by_id.get(id)
        if version is None or version.undoes is None:
            continue
        before = reduce(or_, (lineages[prev] for prev in version.prev if prev in by_id), 0)
        undone = [one for one in by_action.get(version.undoes, ()) if before & bit[one.id]]
        replaced = {prev: by_id[prev] for one in undone for prev in one.prev if prev in by_id}
        given[id] = [one for one in replaced.values() if one.value == version.value]
        lineages[id] = reduce(or_, (lineages[one.id] for one in given[id]), bit[id])
    return given


def lineage(version: Version, given: GivenBack) -> list[Version]:
    """Return a version, then those it gives back, those that these give back, and so on."""
    found = {version.id: version}
    waiting = [version]
    for one in waiting:
        new = {older.id: older for older in given.get(one.id, ()) if older.id not in found}
        found.update(new)
        waiting += new.values()
    return waiting


def originals(version: Version, given: GivenBack) -> list[Version]:
    """Return the versions a person meant: the version itself, or what it gives back; none where nothing was said."""
    return [one for one in lineage(version, given) if one.undoes is None]


def standing(version: Version, given: GivenBack) -> tuple[int, bytes]:
    """Return the clock and the id that order a version among others."""
    return max(((one.at, one.id) for one in originals(version, given)), default=(0, b""))


def disagree(found: Iterable[Version]) -> bool:
    """Return whether heads hold different values; what an anchor was cited by is no place and makes no difference."""
    values = {version.value for version in found}
    return len(values) > 1 and len({_without_locator(value) for value in values}) > 1


def _without_locator(value: str) -> str:
    said = json.loads(value) if '"locator":' in value else None
    if not isinstance(said, dict):
        return value
    return canonical({name: one for name, one in said.items() if name != "locator"})


def by_layer(found: Iterable[Version]) -> list[list[Version]]:
    """Return heads of an anchor by the layer that each stands in, in their order.

    One that stands nowhere, because an undo took it back, is left out.
    """
    layers: dict[tuple[str, str], list[Version]] = {}
    for version in found:
        anchor = json.loads(version.value)
        if anchor is not None:
            layers.setdefault(layer_of(anchor), []).append(version)
    return list(layers.values())


def layer_of(anchor: Mapping[str, Any]) -> tuple[str, str]:
    """Return the source and the layer that an anchor's positions count in."""
    return anchor["source"], anchor["layer"]


class Deletion(NamedTuple):
    """What the heads of a ``deleted`` cell say."""

    asked: bool
    contested: bool
    seen: frozenset[str]


def deletion(found: Sequence[Version]) -> Deletion:
    """Read the heads of a ``deleted`` cell.

    ``asked``: all of them delete.  ``contested``: some do and some do not, so the thing stays, in conflict.
    ``seen``: what the deleters knew of, as hexadecimal ids; anything else keeps the thing.
    """
    values: list[Any] = [json.loads(version.value) for version in found]
    deleting = [value for value in values if isinstance(value, dict) and value.get("deleted")]
    seen = frozenset(id for value in deleting for id in value.get("seen", ()))
    return Deletion(
        asked=bool(deleting) and len(deleting) == len(values),
        contested=bool(deleting) and len(deleting) < len(values),
        seen=seen,
    )
