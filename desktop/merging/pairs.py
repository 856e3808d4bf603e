"""Two things that may be one: references, concepts, persons, and copies of one work, in one list."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from commonplace.library.copies import CopyLine
from commonplace.library.duplicates import Proposal


@dataclass(frozen=True, slots=True)
class Pair:
    """A proposal, of which nobody has said anything.

    Attributes:
        kind: reference, concept, person, or source for two copies of one work.
        why: As the proposal says; of copies record, text or quotes.
        sure: From 0 to 100.
        keys: Of two copies their citation keys, by which they can be told from each other.
    """

    kind: str
    a: str
    b: str
    names: tuple[str, str]
    why: str
    sure: int
    keys: tuple[str, str] = ("", "")

    @property
    def id(self) -> str:
        return f"{self.a} {self.b}"

    @property
    def can_be_parted(self) -> bool:
        """Whether it can be said that they are two; of copies that is said of their references."""
        return self.kind != "source" or (all(self.keys) and self.keys[0] != self.keys[1])


def pairs_of(proposals: Iterable[Proposal], copies: Iterable[CopyLine]) -> list[Pair]:
    """Return all proposals, copies first; what is proposed of the references of two copies is said with these."""
    found = [_of_copies(line) for line in copies]
    with_copies = {frozenset(pair.keys) for pair in found}
    for one in proposals:
        if one.kind != "reference" or frozenset(one.names) not in with_copies:
            found.append(Pair(one.kind, one.a, one.b, one.names, one.why, one.score))
    return found


def _of_copies(line: CopyLine) -> Pair:
    evidence = line.evidence
    why = evidence.record or ("text" if evidence.text else "quotes")
    names = (_called(line.citekeys[0], line.names[0]), _called(line.citekeys[1], line.names[1]))
    return Pair("source", line.a, line.b, names, why, evidence.weight, line.citekeys)


def _called(key: str, name: str) -> str:
    return f"{key} ({name})" if key else name
