"""An export before it is written: the very text of its files, and what deserves a look first."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from commonplace.exchange.formats import FORMATS
from commonplace.library.anchoring import AnchoredSources
from commonplace.library.exporting import prepare_export
from commonplace.library.highlights import Filter, find_highlights, locator_text
from commonplace.library.session import Library
from core.errors import NotDoneError
from core.records import Highlight
from db.references import references
from db.sources import SourceFacts, sources

_NAMED = 5


@dataclass(frozen=True, slots=True)
class PreviewFile:
    """A file that would be written: its path and all its bytes as text, the mark in its last line too."""

    path: str
    text: str


@dataclass(frozen=True, slots=True)
class ExportPreview:
    """What an export would write; ``warnings`` are sentences that name what they are about."""

    files: tuple[PreviewFile, ...]
    quotes: int
    warnings: tuple[str, ...]


def export_formats() -> dict[str, str]:
    """Return the formats that can be written, with what their files' names end in."""
    return {name: format.suffix for name, format in FORMATS.items()}


def preview_export(library: Library, chosen: Filter, *, format: str, out: Path) -> ExportPreview:
    """Return the files that `export_notes` would write for the same request, byte for byte.

    Raises:
        NotDoneError: Nothing can be exported; all sources without a citation key are named.
    """
    part = library.shown if chosen.with_private else library.engine
    shown = {facts.id: facts for facts in sources(part)}
    _refuse_without_key(library, find_highlights(library, chosen, part=part), shown)
    prepared = prepare_export(library, chosen, format=format, out=out)
    return ExportPreview(
        tuple(PreviewFile(str(output.path), output.data().decode()) for output in prepared.outputs),
        len(prepared.highlights),
        (*_without_place(library, prepared.highlights, shown), *prepared.warnings),
    )


def _refuse_without_key(library: Library, found: Iterable[Highlight], shown: dict[str, SourceFacts]) -> None:
    keyed = {reference.id for reference in references(library.engine) if reference.citekey}
    cited = dict.fromkeys(one.anchor.source for one in found)
    missing = [shown[id] for id in cited if shown[id].reference not in keyed]
    if missing:
        raise NotDoneError(
            f"Without a citation key: {_listed(map(_called, missing))}. Nothing can be cited from there.",
            hint="Link each with a reference, or leave it out.",
            code="no-reference",
        )


def _without_place(library: Library, found: Iterable[Highlight], shown: dict[str, SourceFacts]) -> list[str]:
    """Return what is to be said of quotes whose page is not known, or only guessed by counting the file's pages."""
    anchored = AnchoredSources(library, shown.values())
    keys = {reference.id: reference.citekey for reference in references(library.engine)}
    nowhere: dict[str, int] = {}
    counted: set[str] = set()
    for one in found:
        source = anchored.of(one)
        key = keys.get(source.reference, "") or _called(source)
        if not locator_text(source, one):
            nowhere[key] = nowhere.get(key, 0) + 1
        elif source.labels and all(label.origin == "position" for label in source.labels):
            counted.add(key)
    said = []
    if nowhere:
        quotes = "1 quote has" if sum(nowhere.values()) == 1 else f"{sum(nowhere.values())} quotes have"
        said.append(f"{quotes} no page or paragraph to cite: {_listed(nowhere)}.")
    if counted:
        said.append(f"No printed page numbers are known, the file's pages are counted: {_listed(sorted(counted))}.")
    return said


def _called(source: SourceFacts) -> str:
    return source.names[0] if source.names else source.id[:12]


def _listed(names: Iterable[str]) -> str:
    every = list(names)
    rest = len(every) - _NAMED
    return ", ".join(every[:_NAMED]) + (f" and {rest} more" if rest > 0 else "")
