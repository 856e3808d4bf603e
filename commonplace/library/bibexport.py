"""References going out as .bib: a file as it came with what was edited, all of them, or those that notes cite."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from pathlib import Path

from commonplace.citations.bibfile import read_bib
from commonplace.citations.checks import check
from commonplace.citations.records import BibFile, KnownEntry
from commonplace.citations.subset import PARENTS, Subset, known_entries, parents, spelled_out, subset
from commonplace.citations.writing import BibEdit, write_bib
from commonplace.exchange.writing import Output, write_outputs
from commonplace.library.bibliography import BibProblem, bib_problem
from commonplace.library.session import Library
from commonplace.library.works import Work, works
from core.errors import AmbiguousNameError, UnknownNameError
from db.documents import blob_bytes
from db.references import BibFileFacts, Slice, bibfiles, slices

_LEAST_OF_AN_ID = 6


def export_bib(library: Library, file: str | None = None) -> bytes:
    """Return all references as one .bib, or with ``file`` that .bib as it came, with what was edited here.

    Raises:
        UnknownNameError: No .bib of that name was imported, or several.
    """
    if file is None:
        every = known(library, works(library))
        return subset(every, [entry.key for entry in every]).text.encode()
    facts = _file_named(library, file)
    data = blob_bytes(library.engine, bytes.fromhex(facts.sha256))
    edits = {piece.key: edit for piece in slices(library.engine, facts.id) if (edit := _edit(piece)) is not None}
    return write_bib(read_bib(data), edits) if edits else data


def write_bib_file(library: Library, out: Path, file: str | None = None, *, force: bool = False) -> None:
    """Write what `export_bib` returns.

    Raises:
        NotDoneError: Something else is there already, and was not overwritten.
    """
    library.refuse_own_file(out)
    write_outputs([Output(out, export_bib(library, file))], force=force)


def check_bib(library: Library) -> list[BibProblem]:
    """Return what is not in order with the references: fields that are missing, dates, parents, doubles."""
    every = known(library, works(library))
    in_files = [problem for file in _read_files(library).values() for problem in file.problems]
    return [bib_problem(problem) for problem in (*in_files, *check(every))]


def cited_entries(library: Library, references: Mapping[str, Work], cited: Collection[str]) -> Subset:
    """Return the .bib that goes with notes: the cited keys with the parents and macros they need."""
    return subset(known(library, references), cited)


def known(library: Library, references: Mapping[str, Work]) -> list[KnownEntry]:
    """Return references as checks and exports see them: the text of untouched entries, the fields of all others."""
    files = {id: {entry.key: entry for entry in known_entries(file)} for id, file in _read_files(library).items()}
    pieces = {piece.reference: (id, piece) for id in files for piece in slices(library.engine, id)}
    found = []
    for work in references.values():
        reference = work.reference
        stand = (pieces[one] for one in reference.members or (reference.id,) if one in pieces)
        id, piece = next(stand, ("", None))
        entry = files[id].get(piece.key) if piece is not None else None
        if entry is None or piece is None:
            found.append(KnownEntry(key=reference.citekey, type=work.type, fields=work.fields))
        elif _edit(piece) is None and not reference.edited and reference.citekey == piece.key:
            found.append(entry)
        else:
            found.append(_edited(entry, work, piece))
    return _drawing_on_shown(found, references)


def _drawing_on_shown(found: list[KnownEntry], references: Mapping[str, Work]) -> list[KnownEntry]:
    """Have entries that draw on one of several references that are one draw on it under the key that is shown."""
    as_one = (work.reference for work in references.values() if work.reference.members)
    shown = {alias: reference.citekey for reference in as_one for alias in reference.aliases}
    for key in {entry.key for entry in found} if shown else ():
        shown.pop(key, None)
    return [_with_parents(entry, shown) if shown.keys() & parents(entry.fields) else entry for entry in found]


def _with_parents(entry: KnownEntry, shown: Mapping[str, str]) -> KnownEntry:
    fields = {
        name: ",".join(shown.get(key.strip(), key) for key in value.split(",")) if name in PARENTS else value
        for name, value in entry.fields.items()
    }
    return replace(entry, fields=fields, text="")


def _edited(entry: KnownEntry, work: Work, piece: Slice) -> KnownEntry:
    """Return an entry with what was said over it; a value that nobody touched stays as it was written."""
    spelled = spelled_out(entry.fields, entry.enclosings, entry.macros)
    # What was typed over a value is text, whatever the value was before.
    kept = {name for name in spelled if name not in piece.own and spelled[name] == work.fields.get(name)}
    fields = {name: entry.fields[name] if name in kept else value for name, value in work.fields.items()}
    enclosings = {name: how for name, how in entry.enclosings.items() if name in kept}
    key = work.reference.citekey
    return replace(entry, key=key, type=work.type, fields=fields, enclosings=enclosings, text="")


def _read_files(library: Library) -> dict[str, BibFile]:
    return {
        facts.id: read_bib(blob_bytes(library.engine, bytes.fromhex(facts.sha256)))
        for facts in bibfiles(library.engine)
        if facts.current
    }


def _edit(piece: Slice) -> BibEdit | None:
    """Return what persons said over an entry, or None where nobody touched it."""
    key = piece.citekey if piece.citekey != piece.key else ""
    type = piece.type if piece.type != piece.own_type else ""
    if not piece.own and not key and not type:
        return None
    return BibEdit(fields=piece.own, type=type, key=key)


def _file_named(library: Library, name: str) -> BibFileFacts:
    here = [facts for facts in bibfiles(library.engine) if facts.current]
    found = [facts for facts in here if name in facts.names]
    if not found and len(name) >= _LEAST_OF_AN_ID:
        found = [facts for facts in here if facts.id.startswith(name)]
    if not found:
        names = ", ".join(facts.names[0] for facts in here if facts.names)
        raise UnknownNameError(
            f"No .bib named {name} was imported.",
            hint=f"There are: {names}." if names else "Import one with `bib import`.",
        )
    if len(found) > 1:
        listed = ", ".join(f"{facts.id[:12]} ({len(slices(library.engine, facts.id))} entries)" for facts in found)
        raise AmbiguousNameError(f"Several .bib files are named {name}: {listed}.", hint="Give the id instead.")
    return found[0]
