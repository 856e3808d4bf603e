"""An open library, with who works in it and the index beside it."""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import time
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from commonplace.library.discovering import library_files, number
from commonplace.library.newcomers import refuse_hostile, remember
from commonplace.library.profile import cache_folder, data_folder, default_library, kept, writer_named
from core.errors import NotDoneError, PlaceError, StorageError
from db.backup import back_up
from db.engine import Engine
from db.opening import create, library_id, migrate, open_library
from db.private import PrivatePart, Together, is_private
from db.search_index import SearchIndex
from db.writers import Writer

if TYPE_CHECKING:
    from core.records import Changes
    from db.ledger import Action

_IN_MEMORY = Path(":memory:")
_CHECKED_FOR_DAYS = 7


class Library:
    """An open library; use it with ``with``.  The use cases take it as their first argument.

    Attributes:
        path: The file, or ``:memory:`` for the empty one that stands for a library nobody has made yet.
        last_changes: Tells what the newest action touched so far; None before there is one.
    """

    def __init__(self, engine: Engine, writer: Writer, checked: int = 0, made: str = "") -> None:
        """Have it open; ``made`` is the id of one that was made just now."""
        self.engine = engine
        self.writer = writer
        self.path = engine.path
        self.last_changes: Callable[[], Changes] | None = None
        self._index: SearchIndex | None = None
        self._checked = checked or int(time.time())
        self._made = made
        self._private: PrivatePart | None = None
        self._private_index: SearchIndex | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def person(self) -> str:
        """The id of who works here."""
        return self.writer.person.hex()

    @property
    def person_name(self) -> str:
        return self.writer.name

    @property
    def library_id(self) -> str:
        return library_id(self.engine)

    @property
    def private(self) -> PrivatePart | None:
        """The private part of this library on this computer; None where nobody has made the library yet."""
        if self._private is None and self.path != _IN_MEMORY:
            path = private_file(self.library_id)
            self._private = PrivatePart(
                self.engine,
                path,
                sealed=lambda: _checked_at(path) > 0,
                before_migration=lambda private: _back_up_before_migration(self.engine, private),
            )
        return self._private

    @property
    def shown(self) -> Engine:
        """What its person may see: the library, together with their private part where there is one.

        For questions whose answers stay on this computer, with this person.  What leaves it is asked of ``engine``.
        Of a private part that cannot be opened, which the remark tells, nothing is shown.
        """
        try:
            return (self.private and self.private.together(self.writer)) or self.engine
        except PlaceError:
            return self.engine

    @property
    def private_remark(self) -> str:
        """What a person who opens the library should know of their private part of it; empty as a rule."""
        try:
            if self.private is None or not self.private.is_elsewhere(self.writer):
                return ""
        except PlaceError as error:
            return f"Your private notes on this library cannot be shown: {error.message}"
        return (
            f"Private notes of {self.person_name} on this library are not on this computer. "
            f"To see them here, bring their file from the other one, or from a backup, as {self.private.path}."
        )

    def part(self, *, private: bool) -> Engine | None:
        """Return the library's own file, or that of its private part; None where that is not there."""
        if not private:
            return self.engine
        return self.private.engine if self.private else None

    def holds_privately(self, id: str) -> bool:
        """Say whether a highlight or a note is in the private part."""
        return is_private(self.shown, id)

    @property
    def index(self) -> SearchIndex:
        """The full-text index; opened when it is first needed."""
        if self._index is None:
            path = _IN_MEMORY if self.path == _IN_MEMORY else cache_folder() / self.library_id / "search.sqlite"
            self._index = self._opened_index(self.engine, path)
        return self._index

    @property
    def private_index(self) -> SearchIndex | None:
        """The index of what is private, which lies beside it and never in the cache; None where nothing is."""
        shown = self.shown
        if self._private_index is None and isinstance(shown, Together):
            path = shown.private.path.with_suffix(".search")
            self._private_index = self._opened_index(shown.private, path)
            with contextlib.suppress(OSError):
                path.chmod(0o600)
        return self._private_index

    def _opened_index(self, part: Engine, path: Path) -> SearchIndex:
        from commonplace.documents.units import stretches  # what does not search starts faster without

        try:
            return SearchIndex(part, path, self.library_id, stretches)
        except (OSError, StorageError):
            # A cache that cannot be written to costs time, not the search.
            return SearchIndex(part, _IN_MEMORY, self.library_id, stretches)

    def action(self, label: str, *, private: bool = False, after: Action | None = None) -> Action:
        """Begin one thing the user does, in the library or in its private part.

        ``label`` is what undo and history call it; without one it is no step of theirs.  With ``after`` it is one
        step of undo with an action that went before, in the other file.
        """
        if self.path == _IN_MEMORY:
            raise NotDoneError("There is no library yet; nothing was changed.", hint="Make one with `new`.")
        from db.ledger import Action  # reading does without the ledger, and starts faster for it

        self.writer = kept(self.writer)
        part = self.private.made(self.writer) if private and self.private else self.engine
        action = Action(part, self.writer, label, beside=self.shown, origin=after.origin if after else b"")
        if private and self.last_changes is not None:
            # What it needed in the library, such as a new concept, was done just before.
            earlier = self.last_changes()
            self.last_changes = lambda: action.changes.after(earlier)
        elif label:
            self.last_changes = lambda: action.changes
        return action

    @property
    def own_files(self) -> set[tuple[int, int]]:
        """The device and inode of the library, its private part, and the files beside them."""
        parts = [self.path, *([self.private.path] if self.private else [])]
        return {found for part in parts for found in library_files(part)}

    def refuse_own_file(self, path: Path) -> None:
        """Keep the library's own files from being read or written as anything else, by whatever name.

        Opening and closing one of them in this process would drop the library's locks.

        Raises:
            NotDoneError: The path leads to one of them.
        """
        if self.path != _IN_MEMORY and number(path) in self.own_files:
            raise NotDoneError(
                f"{path} is the open library itself; nothing was changed.", hint="Choose another file.", code="own-file"
            )

    def close(self) -> None:
        for index in (self._index, self._private_index):
            if index is not None:
                index.close()
        if self._private is not None:
            self._private.close()
        self.engine.close()
        if self.path != _IN_MEMORY:
            _seal(self.path, self._checked)
            if self._made:
                remember(self.path, self._made)


def open_session(path: Path | None, person: str | None, *, writing: bool) -> Library:
    """Open the library named, else $COMMONPLACE_LIBRARY, else the default one.

    The default one is made when something is first written to it; before that it reads as an empty one.

    Raises:
        LibraryMissingError: A library that was named is not there.
        PlaceError: It is foreign, newer, damaged, or cannot be reached.
    """
    named = path or _from_environment()
    if named is None and not default_library().exists():
        if writing:
            return _made(default_library(), writer_named(person, keep=True))
        engine = Engine(_IN_MEMORY, journal="memory")
        migrate(engine)
        return Library(engine, Writer("", person or "", bytes(8)))
    chosen = named or default_library()
    checked = _checked_at(chosen)
    if not checked:
        refuse_hostile(chosen)
    engine = open_library(chosen, before_migration=_back_up_before_migration, sealed=checked > 0)
    try:
        return Library(engine, writer_named(person, keep=writing), checked)
    except BaseException:
        engine.close()
        raise


def new_library(path: Path | None, person: str | None) -> Library:
    """Make an empty library.

    Raises:
        NotDoneError: Something is there already.
    """
    return _made(path or _from_environment() or default_library(), writer_named(person, keep=True))


def _made(path: Path, writer: Writer) -> Library:
    engine = create(path)
    return Library(engine, writer, made=library_id(engine))


def _from_environment() -> Path | None:
    named = os.environ.get("COMMONPLACE_LIBRARY")
    return Path(named) if named else None


def withdrawn_folder(library: str) -> Path:
    """Return where that lies which merges had brought and an undo took out again."""
    return data_folder() / "withdrawn" / library


def backup_folder(library: str) -> Path:
    return data_folder() / "backups" / library


def private_file(library: str) -> Path:
    return data_folder() / "private" / f"{library}.commonplace-private"


def _back_up_before_migration(engine: Engine, private: Engine | None = None) -> None:
    back_up(engine, backup_folder(library_id(engine)), "before migration", private)


def _seal_path(path: Path) -> Path:
    name = hashlib.sha256(os.fsencode(path.absolute())).hexdigest()[:32]
    return cache_folder() / "seals" / f"{name}.json"


def _state(path: Path) -> list[int]:
    found = path.stat()
    return [found.st_size, found.st_mtime_ns, found.st_ino]


def _seal(path: Path, checked: int) -> None:
    """Remember how we left a library, so that its pages need checking only when something else has touched it."""
    with contextlib.suppress(OSError):
        seal = _seal_path(path)
        seal.parent.mkdir(parents=True, exist_ok=True)
        seal.write_text(json.dumps([_state(path), checked]), "utf-8")


def _checked_at(path: Path) -> int:
    """Return when a library's pages were last checked; 0 where that is long ago or the file has changed since."""
    try:
        state, checked = json.loads(_seal_path(path).read_text("utf-8"))
        fresh = time.time() - checked < _CHECKED_FOR_DAYS * 86400
        return int(checked) if fresh and state == _state(path) else 0
    except (OSError, ValueError, TypeError):
        return 0
