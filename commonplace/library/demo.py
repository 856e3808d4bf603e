"""The sample library: six short texts, their references, concepts and highlights, and the notes exported from them."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any

from commonplace.library.bibliography import import_bib
from commonplace.library.concepts import add_alias, make_concept
from commonplace.library.exporting import export_notes
from commonplace.library.highlighting import Mark, highlight_all, marked
from commonplace.library.highlights import Filter
from commonplace.library.importing import import_paths
from commonplace.library.session import Library, new_library, open_session
from core.errors import NotDoneError
from db.concepts import concepts
from db.kinds import CONCEPT
from db.sources import sources

_LIBRARY = "sample.commonplace"


@dataclass(frozen=True, slots=True)
class DemoReport:
    """Where the sample lies; ``notes`` is the text of the exported notes."""

    folder: Path
    library: Path
    files: tuple[str, ...]
    notes: str


def make_demo(into: Path, person: str | None = None) -> DemoReport:
    """Make the sample library in a folder and export its notes; one that is there is used as it is.

    Raises:
        NotDoneError: A file of somebody else's is in the way, or stands where the folder would.
    """
    if into.exists() and not into.is_dir():
        raise NotDoneError(f"{into} is no folder; nothing was made.", hint="Name another with --into.")
    path = into / _LIBRARY
    library = open_session(path, person, writing=True) if path.exists() else _made(path, person)
    with library:
        reports = [
            export_notes(library, Filter(), format=format, out=into / f"notes{suffix}")
            for format, suffix in (("md", ".md"), ("latex", ".tex"))
        ]
    written = dict.fromkeys(file for report in reports for file in report.files)
    return DemoReport(into, path, tuple(written), (into / "notes.md").read_text("utf-8"))


def fill_with_sample(library: Library) -> None:
    """Import the sample texts into a library, with their references, concepts and highlights."""
    with as_file(files("resources").joinpath("sample")) as folder:
        sample: dict[str, Any] = json.loads((folder / "sample.json").read_text("utf-8"))
        named = sorted({folder / one["source"] for one in sample["highlights"]})
        failed = [line for line in import_paths(library, named) if line.status == "failed"]
        if failed:
            raise NotDoneError(f"The sample text {Path(failed[0].path).name} could not be read: {failed[0].reason}")
        import_bib(library, folder / "references.bib")
    _add_concepts(library, sample["concepts"])
    _add_highlights(library, sample["highlights"])


def _made(path: Path, person: str | None) -> Library:
    aside = path.with_name(f".{path.name}.new")
    aside.unlink(missing_ok=True)
    with new_library(aside, person) as library:
        fill_with_sample(library)
    aside.rename(path)
    return open_session(path, person, writing=True)


def _add_concepts(library: Library, every: Sequence[Mapping[str, Any]]) -> None:
    ids: dict[str, str] = {}
    with library.action("Add the sample's concepts") as action:
        for one in every:
            ids[one["name"]] = id = make_concept(library, action, one["name"], ids.get(one["parent"] or "", ""))
            action.set(CONCEPT, id, "definition", one["definition"])
            action.set(CONCEPT, id, "colour", one["colour"])
            for alias in one["aliases"]:
                add_alias(action, id, alias["text"], alias["language"])


def _add_highlights(library: Library, every: Sequence[Mapping[str, Any]]) -> None:
    by_name = {name: facts for facts in sources(library.engine) for name in facts.names}
    ids = {concept.name: concept.id for concept in concepts(library.engine)}
    marks: list[Mark] = []
    for one in every:
        tagged = tuple(ids[name] for name in one["concepts"])
        marks.append(marked(library, by_name[one["source"]], one["quotes"], tagged, one.get("note", "")))
    highlight_all(library, marks, "Highlight the sample's passages")
