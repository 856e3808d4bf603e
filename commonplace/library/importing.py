"""Importing documents: read side by side in worker processes, stored one after the other, each whole or not at all."""

from __future__ import annotations

import os
import threading
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from pathlib import Path

from commonplace.citations.keys import TakenKeys
from commonplace.documents.kinds import HEAD, kind_of
from commonplace.documents.reading import Failure, Reading, ReadRequest, ReadResult
from commonplace.documents.workers.pool import DocumentWorkers
from commonplace.library.described import fields_of_file, new_key
from commonplace.library.discovering import Candidate, candidates, shown_name
from commonplace.library.matching import Clues, Matcher
from commonplace.library.session import Library
from commonplace.library.under_way import under_way
from core.errors import UserError
from db.documents import AT_ONCE, CHUNK, add_blob, add_layer
from db.kinds import FILE_NAME, REFERENCE, SOURCE
from db.ledger import Action
from db.references import citekey_of, reference_of, references, taken_keys
from db.search_index import IndexUnits
from db.sources import source_with_hash, sources
from db.step_labels import IMPORT

_INDEXED_TOGETHER = 16


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """How files are to be read.

    Attributes:
        encoding: Of texts and web pages; empty to find it out.
        whole_page: Of a saved web page, take all of it, not only its article.
    """

    password: str = ""
    encoding: str = ""
    whole_page: bool = False


@dataclass(frozen=True, slots=True)
class ImportProgress:
    """``done`` of ``total`` files are finished, ``name`` the last of them."""

    done: int
    total: int
    name: str


@dataclass(frozen=True, slots=True)
class ImportLine:
    """What became of one file: ``status`` is imported, duplicate, skipped or failed."""

    path: str
    status: str
    source: str = ""
    citekey: str = ""
    pages: int = 0
    characters: int = 0
    reason: str = ""

    @property
    def asks_for_password(self) -> bool:
        """Whether a password may open the file."""
        return "--password" in self.reason

    @property
    def is_scan(self) -> bool:
        """Whether the document came in without text that could be marked."""
        return self.reason.startswith("no text layer")


class ImportStop:
    """Stops an import from another thread: the workers end at once, and what was finished stays."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._asked = False
        self._cancel: Callable[[], None] | None = None

    @property
    def asked(self) -> bool:
        return self._asked

    def stop(self) -> None:
        with self._lock:
            self._asked = True
            cancel = self._cancel
        if cancel is not None:
            cancel()

    def watch(self, cancel: Callable[[], None]) -> None:
        """Say what ends the work; at once where that was asked for already."""
        with self._lock:
            self._cancel = cancel
            asked = self._asked
        if asked:
            cancel()


def files_meant(library: Library, paths: Sequence[Path]) -> list[str]:
    """Return the files that an import of these paths would look at, in the order of the paths."""
    return [os.fspath(one.path) for one in candidates(paths, library.own_files)]


def import_paths(
    library: Library,
    paths: Sequence[Path],
    *,
    options: ReadOptions | None = None,
    workers: int | None = None,
    progress: Callable[[ImportProgress], None] | None = None,
    pages: Callable[[str, int, int], None] | None = None,
    stop: ImportStop | None = None,
) -> Generator[ImportLine, None, None]:
    """Import files and folders as one action; yield what became of each file, in the order they are done.

    A line is yielded when its file is stored for good.  Closing the generator cancels: the workers end, what was
    finished stays.  ``pages`` is told now and then of a file, by its path, how many pages of how many are read;
    ``stop`` cancels from another thread.
    """
    found = candidates(paths, library.own_files)
    label = IMPORT if len(found) == 1 else f"Import {len(found)} files"
    importer = _Importer(library, options or ReadOptions(), library.action(label), pages, stop or ImportStop())
    with under_way(importer.action), closing(importer.run(found, workers or os.cpu_count() or 1)) as lines:
        for done, line in enumerate(lines, 1):
            if progress is not None:
                progress(ImportProgress(done, len(found), Path(line.path).name))
            yield line


class _Importer:
    """One import: looks at files, hands them to the workers, stores what comes back."""

    def __init__(
        self,
        library: Library,
        options: ReadOptions,
        action: Action,
        pages: Callable[[str, int, int], None] | None,
        stop: ImportStop,
    ) -> None:
        self._library = library
        self._engine = library.engine
        self._options = options
        self._action = action
        self._pages = pages
        self._stop = stop
        self._keys = TakenKeys(taken_keys(library.engine))
        self._lines: deque[ImportLine] = deque()
        self._reading: dict[str, Path] = {}
        self._named: set[Path] = set()
        self._to_index: list[IndexUnits] = []

    @property
    def action(self) -> bytes:
        return self._action.id

    def run(self, found: Sequence[Candidate], workers: int) -> Generator[ImportLine, None, None]:
        # The largest first: the last file to be finished is then a short one.
        ordered = sorted(found, key=lambda candidate: candidate.size, reverse=True)
        self._named = {candidate.path for candidate in found if candidate.named}
        try:
            with (
                DocumentWorkers(min(workers, max(len(found), 1))) as pool,
                closing(pool.read(self._wanted(ordered), self._tell_pages)) as results,
            ):
                self._stop.watch(pool.cancel)
                for result in results:
                    yield from self._waiting()
                    yield self._settle(result)
            yield from self._waiting()
        finally:
            self._index()

    def _tell_pages(self, request: ReadRequest, done: int, total: int) -> None:
        if self._pages is not None:
            self._pages(os.fspath(request.path), done, total)

    def _waiting(self) -> Iterator[ImportLine]:
        while self._lines:
            yield self._lines.popleft()

    def _wanted(self, found: Iterable[Candidate]) -> Iterator[ReadRequest]:
        """Yield what the workers have to read; what needs no reading is settled at once."""
        for candidate in found:
            if self._stop.asked:
                return
            if candidate.problem or candidate.skipped:
                status = "failed" if candidate.problem or candidate.named else "skipped"
                self._lines.append(_line(candidate.path, status, reason=candidate.problem or candidate.skipped))
                continue
            try:
                digest = self._looked_at(candidate.path)
            except OSError as error:
                reason = f"It cannot be read: {(error.strerror or str(error)).lower()}."
                self._lines.append(_line(candidate.path, "failed", reason=reason))
                continue
            if digest:
                self._reading[digest] = candidate.path
                options = self._options
                yield ReadRequest(candidate.path, digest, options.password, options.whole_page, options.encoding)

    def _looked_at(self, path: Path) -> str:
        """Return a file's hash, or nothing where it need not be read."""
        digest = sha256()
        with path.open("rb") as file:
            head = file.read(HEAD)
            kind = kind_of(path, head)
            if isinstance(kind, Failure):
                self._lines.append(self._failed(path, kind))
                return ""
            digest.update(head)
            while chunk := file.read(CHUNK):
                digest.update(chunk)
        known = source_with_hash(self._engine, digest.digest())
        if known:
            self._lines.append(self._duplicate(path, known))
            return ""
        if digest.hexdigest() in self._reading:
            twin = self._reading[digest.hexdigest()].name
            self._lines.append(
                _line(path, "duplicate", reason=f"The same document as {twin}, which is being imported.")
            )
            return ""
        return digest.hexdigest()

    def _failed(self, path: Path, failure: Failure) -> ImportLine:
        # In a folder other files are to be expected; one that was named was meant.
        status = "skipped" if failure.skipped and path not in self._named else "failed"
        return _line(path, status, reason=failure.reason)

    def _duplicate(self, path: Path, id: str) -> ImportLine:
        facts = sources(self._engine, [id])[0]
        known = references(self._engine, [facts.reference]) if facts.reference else []
        citekey = known[0].citekey if known else ""
        reason = "This document is in the library already."
        return ImportLine(os.fspath(path), "duplicate", id, citekey, facts.pages, facts.characters, reason)

    def _settle(self, result: ReadResult) -> ImportLine:
        path = result.request.path
        if result.reading is None:
            failure = result.failure or Failure("crashed", "It could not be read.")
            self._reading.pop(result.request.sha256, None)
            return self._failed(path, failure)
        try:
            return self._store(path, result.reading)
        except OSError as error:
            return _line(
                path, "failed", reason=f"It cannot be read any more: {(error.strerror or str(error)).lower()}."
            )
        except ChangedError:
            return _line(path, "failed", reason="The file changed while it was being imported. Import it again.")

    def _store(self, path: Path, reading: Reading) -> ImportLine:
        digest = bytes.fromhex(reading.sha256)
        action = self._action
        if path.stat().st_size > AT_ONCE:
            add_blob(self._engine, digest, verified_chunks(path, digest))
        with self._engine.writing():
            add_blob(self._engine, digest, verified_chunks(path, digest))
            source = action.make(SOURCE, {"sha256": reading.sha256})
            action.make(FILE_NAME, {"target": source, "name": shown_name(path)})
            reference, citekey = self._reference(source, reading, path)
            action.set(SOURCE, source, "reference", reference)
            layer = add_layer(
                self._engine, source, reading.extractor, reading.content, reading.layer_digest, reading.layer
            )
            action.write_pending()
        self._to_index.append((source, layer, reading.layer, reading.folded))
        if len(self._to_index) >= _INDEXED_TOGETHER:
            self._index()
        remark = reading.remark
        return ImportLine(os.fspath(path), "imported", source, citekey, reading.pages, reading.characters, remark)

    def _reference(self, source: str, reading: Reading, path: Path) -> tuple[str, str]:
        """Return the reference of a document and its key: the one it had, an entry that waits for it, or a new one."""
        had = reference_of(self._engine, source)
        if had:
            return had, citekey_of(self._engine, had)
        waiting = self._waiting_entries.find(Clues.of_file(reading.found, [shown_name(path)]))
        if len(waiting) == 1:
            return waiting[0]
        reference = self._action.make(REFERENCE, {"source": source})
        citekey = self._citekey(reference, reading, path)
        self._action.set(REFERENCE, reference, "citekey", citekey)
        told = fields_of_file(reading.found)
        self._action.set(REFERENCE, reference, "found", [list(field) for field in told.items()] or None)
        return reference, citekey

    @cached_property
    def _waiting_entries(self) -> Matcher[tuple[str, str]]:
        found: Matcher[tuple[str, str]] = Matcher()
        for reference in references(self._engine):
            if reference.bibfile and not reference.sources:
                found.add(Clues.of_fields(reference.fields), (reference.id, reference.citekey))
        return found

    def _citekey(self, reference: str, reading: Reading, path: Path) -> str:
        """Return the key a reference has from an earlier time, or a new one."""
        return citekey_of(self._engine, reference) or new_key(reading.found, path.name, self._keys)

    def _index(self) -> None:
        waiting, self._to_index = self._to_index, []
        if waiting:
            # The documents are stored; a search indexes what is missing, and says why where it cannot.
            with suppress(UserError, OSError):
                self._library.index.add_layers(waiting)


class ChangedError(Exception):
    """A file no longer holds the bytes that were read."""


def verified_chunks(path: Path, digest: bytes) -> Iterator[bytes]:
    """Yield a file's bytes to be stored.

    Raises:
        ChangedError: They were not those of this SHA-256, which shows at the end.
    """
    seen = sha256()
    with path.open("rb") as file:
        while chunk := file.read(CHUNK):
            seen.update(chunk)
            yield chunk
    if seen.digest() != digest:
        raise ChangedError


def _line(path: Path, status: str, *, reason: str) -> ImportLine:
    return ImportLine(os.fspath(path), status, reason=reason)
