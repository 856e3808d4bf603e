"""What somebody asks to be exported."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from commonplace.library.highlights import Filter


@dataclass(frozen=True, slots=True)
class ExportRequest:
    """What and where to.

    Attributes:
        concepts: By their ids, none for all, as with the sources.
        format: By its name.
        with_private: Whether what is private goes out as well.
    """

    concepts: tuple[str, ...]
    sources: tuple[str, ...]
    format: str
    out: Path
    with_private: bool = False

    @property
    def filter(self) -> Filter:
        return Filter(concepts=self.concepts, sources=self.sources, with_private=self.with_private)


def with_suffix_of(out: str, suffix: str, others: tuple[str, ...]) -> str:
    """Return a file's name with the ending of another format, where it had the ending of one."""
    for other in others:
        if out.endswith(other):
            return out.removesuffix(other) + suffix
    return out
