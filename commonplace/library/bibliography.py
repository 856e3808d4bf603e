"""Reading .bib files in: each is kept as it was, its entries become references, linked to the sources they cite."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from stat import S_ISREG

from commonplace.citations.bibfile import read_bib
from commonplace.citations.decoding import decode
from commonplace.citations.records import BibEntry, BibFile, Problem
from commonplace.citations.subset import spelled_out
from commonplace.library.discovering import shown_name
from commonplace.library.matching import Clues, Matcher
from commonplace.library.referencing import give_way
from commonplace.library.session import Library
from commonplace.library.works import Work, works
from core.errors import NotDoneError
from core.garbage import uncollected
from core.ids import Json
from db.documents import CHUNK, add_blob, blob_bytes
from db.kinds import BIBFILE, FILE_NAME, REFERENCE, SOURCE
from db.ledger import Action
from db.references import BibFileFacts, Slice, bibfiles, references, shown_references, slices
from db.sources import SourceFacts, sources
from db.step_labels import IMPORT

_LARGEST = 256 << 20
_RAW_SHOWN = 300


@dataclass(frozen=True, slots=True)
class BibProblem:
    """Something in a .bib that is not in order: its line from 1, and what was done about it."""

    line: int
    key: str
    kind: str
    raw: str
    done: str


@dataclass(frozen=True, slots=True)
class BibReport:
    """What a .bib brought: how many entries it has, how many were new or changed, and links made to sources."""

    entries: int
    added: int
    updated: int
    linked: int
    problems: tuple[BibProblem, ...]


def import_bib(library: Library, path: Path) -> BibReport:
    """Read a .bib; a later state of one that is here updates its references instead of doubling them.

    Raises:
        NotDoneError: The file cannot be read.
    """
    library.refuse_own_file(path)
    data = _bytes(path)
    name = shown_name(path)
    # Of hundreds of thousands of records all are needed to the end.
    with uncollected():
        file = read_bib(data)
        with library.action(IMPORT) as action:
            reader = _Reader(library, action, file, name, data)
            reader.run()
    listed = sorted((*file.problems, *reader.problems), key=lambda problem: problem.line)
    problems = tuple(bib_problem(problem) for problem in listed)
    return BibReport(len(file.entries), reader.added, reader.updated, reader.linked, problems)


def bib_problem(problem: Problem) -> BibProblem:
    return BibProblem(problem.line, problem.key, problem.kind, problem.raw[:_RAW_SHOWN], problem.done)


def _bytes(path: Path) -> bytes:
    try:
        found = path.stat()
        # A pipe would be waited for, and a device never ends.
        if not S_ISREG(found.st_mode):
            raise NotDoneError(f"{path} is no ordinary file; nothing was imported.", code="not-a-file")
        if found.st_size > _LARGEST:
            raise NotDoneError(f"{path} is larger than 256 MB; nothing was imported.", code="too-large")
        return path.read_bytes()
    except OSError as error:
        raise NotDoneError(
            f"{path} cannot be read: {(error.strerror or str(error)).lower()}. Nothing was imported.", code="unreadable"
        ) from error


class _Reader:
    """One .bib on its way in: finds for each entry the reference that is it, or makes one, then links sources."""

    def __init__(self, library: Library, action: Action, file: BibFile, name: str, data: bytes) -> None:
        self.added = self.updated = self.linked = 0
        self.problems: list[Problem] = []
        self._engine = library.engine
        self._action = action
        self._file = file
        self._macros = file.macro_values()
        self._name = name
        self._data = data
        self._works = works(library)
        self._shown_as = shown_references(library.engine)
        self._by_key: dict[str, Work] = {}
        for work in self._works.values():
            for key in (*work.reference.aliases, work.reference.citekey):
                self._by_key[key] = work
        self._sources: Matcher[SourceFacts] = Matcher()
        for source in sources(library.engine):
            self._sources.add(Clues.of_file(source.found, source.names), source)
        self._earlier = _EarlierState(library, file, name, data)
        self._taken: set[str] = set()
        self._linked: set[str] = set()
        self._claims: dict[str, str] = {}

    def run(self) -> None:
        digest = sha256(self._data).digest()
        add_blob(self._engine, digest, (self._data[at : at + CHUNK] for at in range(0, len(self._data), CHUNK)))
        bibfile = self._action.make(BIBFILE, {"sha256": digest.hex()})
        self._action.make(FILE_NAME, {"target": bibfile, "name": self._name})
        if self._earlier.id and self._earlier.id != bibfile:
            self._action.set(BIBFILE, bibfile, "replaces", self._earlier.id)
            for state in bibfiles(self._engine):
                if state.replaces == bibfile:  # an old state has come again: nothing takes its place any more
                    self._action.set(BIBFILE, state.id, "replaces", None)
        entries = [(entry, Clues.of_fields(entry.fields)) for entry in self._file.entries]
        # An entry that names a file goes before one that has the DOI only, and that before one of the same title.
        for find in (self._sources.named, self._sources.with_doi):
            for entry, clues in entries:
                for source in find(clues):
                    self._claims.setdefault(source.id, entry.key)
        for entry, clues in entries:
            self._take(entry, clues, bibfile)

    def _take(self, entry: BibEntry, clues: Clues, bibfile: str) -> None:
        found = [source for source in self._sources.find(clues) if self._is_free(source, entry)]
        known = self._earlier.reference(entry, clues)
        reference = known or self._of_source(found) or self._same_elsewhere(entry, clues)
        if not reference:
            reference = self._action.make(REFERENCE, {"origin": bibfile, "nonce": entry.key})
        self._taken.update((reference, self._shown_as.get(reference, reference)))
        before = self._works.get(self._shown_as.get(reference, reference))
        gives_key = before is not None and self._gives_key(entry, before, known)
        for one in (reference, *self._earlier.twins_of(reference)):
            self._action.set(REFERENCE, one, "slice", _piece(entry, bibfile, self._macros))
            if gives_key:
                self._action.set(REFERENCE, one, "citekey", entry.key)
        if known:
            self.updated += not self._earlier.is_unchanged(entry)
        elif before is not None and before.reference.bibfile:
            self.updated += 1
        else:
            self.added += 1
        for source in found:
            self._link(source, reference)

    def _gives_key(self, entry: BibEntry, before: Work, known: str) -> bool:
        """A key changes where an entry was renamed in its file, or takes the place of what stood in for a source."""
        if known:
            return not self._earlier.has(entry.key)
        return not before.reference.bibfile

    def _is_free(self, source: SourceFacts, entry: BibEntry) -> bool:
        """A source that belongs to an entry already, or was taken or claimed by one of this file, stays with it."""
        if source.id in self._linked or self._claims.get(source.id, entry.key) != entry.key:
            return False
        work = self._works.get(source.reference)
        return work is None or (not work.reference.bibfile and work.reference.id not in self._taken)

    def _of_source(self, found: list[SourceFacts]) -> str:
        """Return the reference that was made for a source of this entry: the entry takes its place."""
        return next((source.reference for source in found if source.reference in self._works), "")

    def _same_elsewhere(self, entry: BibEntry, clues: Clues) -> str:
        """Return the reference of this key that came another way, if it is the same work; list it if it is not."""
        work = self._by_key.get(entry.key)
        if work is None or work.reference.id in self._taken:
            return ""
        if clues.same_work(Clues.of_fields(work.fields)):
            return work.reference.id
        done = f"kept; the key leads to another reference, too: “{work.described.title}”; rename one of the two"
        self.problems.append(Problem(entry.line, entry.key, "key-taken", self._file.slice(entry), done))
        return ""

    def _link(self, source: SourceFacts, reference: str) -> None:
        self.linked += 1
        self._linked.add(source.id)
        if source.reference == self._shown_as.get(reference, reference):
            return
        former = self._works.get(source.reference)
        self._action.set(SOURCE, source.id, "reference", reference)
        if former is not None and len(former.reference.sources) <= 1:
            give_way(self._action, former.reference, reference)


class _EarlierState:
    """The state of a .bib that is here already, if any: the same bytes, or the last of its name that shares a key."""

    def __init__(self, library: Library, file: BibFile, name: str, data: bytes) -> None:
        self._file = file
        self._pieces: dict[str, Slice] = {}
        self._twins: dict[str, list[str]] = {}
        self._gone: Matcher[Slice] = Matcher()
        self._text = ""
        facts = self._find(library, name, sha256(data).hexdigest())
        self.id = facts.id if facts else ""
        if facts is None:
            return
        self._text = decode(blob_bytes(library.engine, bytes.fromhex(facts.sha256))).text
        still_there = {entry.key for entry in file.entries}
        by_id = {id: one for one in references(library.engine) for id in (one.members or (one.id,))}
        at: dict[int, list[str]] = {}
        for piece in slices(library.engine, facts.id):
            self._twins[piece.reference] = at.setdefault(piece.start, [])
            self._twins[piece.reference].append(piece.reference)
            if piece.key in self._pieces and self._pieces[piece.key].start == piece.start:
                continue  # the very entry, which a colleague read as well
            self._pieces[piece.key] = piece
            if piece.key not in still_there:
                self._gone.add(Clues.of_fields(by_id[piece.reference].fields), piece)

    def reference(self, entry: BibEntry, clues: Clues) -> str:
        """Return the reference an entry had, under the same key, or as the same work under one that is gone."""
        if entry.key in self._pieces:
            return self._pieces[entry.key].reference
        renamed = self._gone.find(clues)
        return renamed[0].reference if len(renamed) == 1 else ""

    def twins_of(self, reference: str) -> list[str]:
        """Return the other references that are of the very same entry."""
        return [one for one in self._twins.get(reference, ()) if one != reference]

    def is_unchanged(self, entry: BibEntry) -> bool:
        piece = self._pieces.get(entry.key)
        return piece is not None and self._text[piece.start : piece.end] == self._file.slice(entry)

    def has(self, key: str) -> bool:
        """Whether an entry stood under this key; where it is shown under another, a person gave it that."""
        return key in self._pieces

    def _find(self, library: Library, name: str, digest: str) -> BibFileFacts | None:
        here = [one for one in bibfiles(library.engine) if one.current]
        for one in here:
            if one.sha256 == digest:
                return one
        keys = {entry.key for entry in self._file.entries}
        for one in reversed([one for one in here if name in one.names]):
            if keys & {piece.key for piece in slices(library.engine, one.id)}:
                return one
        return None


def _piece(entry: BibEntry, bibfile: str, macros: Mapping[str, str]) -> dict[str, Json]:
    """Return what is kept of an entry; its fields can be read where the file itself did not come along."""
    fields = spelled_out(entry.fields, entry.enclosings, macros)
    return {
        "bibfile": bibfile,
        "key": entry.key,
        "type": entry.type,
        "start": entry.start,
        "end": entry.end,
        "fields": [[name, value] for name, value in fields.items()],
    }
