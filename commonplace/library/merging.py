"""Merging: a colleague's package or library becomes a part of this one, as one step of undo.

What would come of it is told by making the very union and taking it back (``dry_run``).  Nothing is overwritten, so
nothing is lost; what was said apart stands as a conflict until somebody settles it.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from commonplace.library.discovering import shown_name
from commonplace.library.exchange_settings import brought_nothing
from commonplace.library.likeness import Duplicate, duplicates
from commonplace.library.receiving import Received, received
from commonplace.library.session import Library, backup_folder
from core.clock import iso
from core.errors import NotDoneError, StorageError
from core.records import Changes
from db.backup import back_up_records
from db.concept_tree import DEEPEST, depth
from db.conflicts import count_conflicts
from db.deliveries import Merge, changes, record_overlap
from db.ledger import time_of_next
from db.references import citekeys
from db.sources import sources
from db.survey import Survey, Surveyed, Work
from db.union import attached, brings_anything, take

__all__ = ["Deliverer", "Duplicate", "MergeReport", "MissingDocument", "Work", "merge"]

_ALWAYS_FINE = 10
_PART_THAT_IS_FINE = 100
_LATEST = (1 << 47) - 1
_PERSON = re.compile(r"[0-9a-f]{32}")


@dataclass(frozen=True, slots=True)
class Deliverer:
    """Who made the file, as it says itself: a claim.

    Attributes:
        id: The person's id; empty where the file does not say one.
        made: When, ISO 8601 in UTC.
        program: What wrote it.
        documents: Whether the documents came along.
    """

    id: str
    name: str
    made: str
    program: str
    documents: bool


@dataclass(frozen=True, slots=True)
class MissingDocument:
    """A source that came without its bytes, and of which there is no copy here."""

    source: str
    citekey: str
    name: str


@dataclass(frozen=True, slots=True)
class MergeReport:
    """What a merge did; with ``dry_run`` what it would do.

    Attributes:
        path: The file.
        unchanged: It brought nothing that was not here, and nothing was written.
        dry_run: Nothing was written, whatever the rest says.
        added: Of each kind how many things are shown that were not.
        changed: How many things are shown otherwise; ``changed_kinds`` has them by kind.
        conflicts: How many conflicts are new; ``conflict_ids`` names them, ``conflicts_left`` counts all there are.
        deletions: How many things vanish because somebody deleted them; ``deleted`` has them by kind.
        asks: So many things would vanish that this has to be said with the merge.
        duplicates: Things that may be the same as others here; nobody has said so yet.
        missing_documents: Sources without a copy here.
        waiting: How many highlights wait for their place, as they stand in another text than their source shows.
        persons: Whose work comes in, the most first; names are claims.
        deliverer: Who made the package; None of a library.
        backup: Where the records lie as they were before; empty where nothing was written.
    """

    path: str
    unchanged: bool
    dry_run: bool
    added: Mapping[str, int] = field(default_factory=dict)
    changed: int = 0
    changed_kinds: Mapping[str, int] = field(default_factory=dict)
    conflicts: int = 0
    conflict_ids: tuple[str, ...] = ()
    conflicts_left: int = 0
    deletions: int = 0
    deleted: Mapping[str, int] = field(default_factory=dict)
    asks: bool = False
    duplicates: tuple[Duplicate, ...] = ()
    missing_documents: tuple[MissingDocument, ...] = ()
    waiting: int = 0
    persons: tuple[Work, ...] = ()
    deliverer: Deliverer | None = None
    backup: str = ""


class _CalledOffError(Exception):
    """Takes a union back that was made to see what would come of it."""


def _going_on() -> bool:
    return True


def merge(
    library: Library,
    path: Path,
    *,
    dry_run: bool = False,
    with_deletions: bool = False,
    alive: Callable[[], bool] = _going_on,
) -> MergeReport:
    """Merge a package or a library into this one: all of it or nothing.

    Args:
        library: Where it goes.
        path: The file, which is not changed and may be open elsewhere.
        dry_run: Only tell what would come of it.
        with_deletions: Take it also where very many things vanish by it.
        alive: Called now and then until everything is kept; False takes back what was done, which ends with
            ``KeyboardInterrupt``.

    Raises:
        NotDoneError: It is this library itself; or many things would vanish, and nothing was changed.
        PlaceError: The file is not there or must not be believed, or the disk refused; nothing was changed.
    """
    if library.path == Path(":memory:") and not dry_run:
        raise NotDoneError("There is no library yet; nothing was changed.", hint="Make one with `new`.")
    library.engine.refuse_read_only()
    backup = _Backup(library)
    with (
        backup,
        library.engine.as_long_as(alive) as no_way_back,
        received(library, path, alive, _nothing if dry_run else backup.make) as file,
        attached(library.engine, file.path),
    ):
        if not brings_anything(library.engine):
            brought_nothing(library, file.digest)
            return MergeReport(
                str(path), unchanged=True, dry_run=dry_run,
                conflicts_left=count_conflicts(library.engine), deliverer=_deliverer(file),
            )  # fmt: skip
        _refuse_no_room(library, file)
        union = _Union(library, path, file, no_way_back, dry_run=dry_run, with_deletions=with_deletions)
        if not dry_run:
            backup.make()
        report = union.made()
        return report if dry_run else replace(report, backup=backup.kept())


def _nothing() -> None:
    pass


class _Backup:
    """The records as they are before the merge; thrown away with the block where nothing came of it."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._made: Path | None = None

    def make(self) -> None:
        if self._made is None:
            folder = backup_folder(self._library.library_id)
            self._made = back_up_records(self._library.engine, folder, "before merge")

    def kept(self) -> str:
        made, self._made = self._made, None
        return str(made)

    def __enter__(self) -> None:
        pass

    def __exit__(self, *_: object) -> None:
        if self._made is not None:
            self._made.unlink(missing_ok=True)


class _Union:
    """One merge of a checked file, in the transaction that ``take`` makes of it."""

    def __init__(
        self,
        library: Library,
        path: Path,
        file: Received,
        no_way_back: Callable[[], None],
        *,
        dry_run: bool,
        with_deletions: bool,
    ) -> None:
        self._library = library
        self._no_way_back = no_way_back
        self._path = path
        self._file = file
        self._dry_run = dry_run
        self._with_deletions = with_deletions
        manifest = file.manifest
        by = manifest.by.id if manifest and _PERSON.fullmatch(manifest.by.id) else ""
        writer = library.writer.installation
        self._merge = Merge(
            label=f"Merge {shown_name(path)}",
            installation=writer,
            at=time_of_next(library.shown, writer),
            person=bytes.fromhex(by),
            digest=file.digest,
        )
        self._survey = Survey(library.engine)
        self._report = MergeReport(str(path), unchanged=True, dry_run=dry_run)
        self._changes = Changes()
        self._levels = 0

    def made(self) -> MergeReport:
        """Make the union, or see what would come of it."""
        engine = self._library.engine
        try:
            take(engine, self._merge, self, documents=not self._dry_run)
        except _CalledOffError:
            return self._report
        finally:
            self._survey.forget()
        self._library.last_changes = lambda: self._changes
        return self._report

    def before(self) -> None:
        self._levels = depth(self._library.engine)
        record_overlap(self._library.engine, self._merge.id)
        self._survey.before()

    def after(self) -> None:
        """See what came of it; call it off where it is a rehearsal, or where too much would vanish."""
        self._refuse_too_deep()
        self._survey.after()
        self._report = self._told(self._survey.told)
        if self._dry_run:
            raise _CalledOffError
        if self._report.asks and not self._with_deletions:
            raise NotDoneError(
                f"{self._path} would delete {self._report.deletions:,} things that are here; nothing was changed.",
                hint="See what goes with --dry-run; if that is meant, merge it with --with-deletions.",
                code="many-deletions",
            )
        self._changes = changes(self._library.engine, self._merge.label)
        self._no_way_back()

    def _refuse_too_deep(self) -> None:
        levels = depth(self._library.engine)
        if levels > max(DEEPEST, self._levels):
            raise NotDoneError(
                f"{self._path} would put concepts {levels:,} levels deep, one under the other; nothing was changed.",
                hint="Ask whoever gave it to you about it.",
                code="too-deep",
            )

    def _told(self, told: Surveyed) -> MergeReport:
        deletions = sum(told.deleted.values())
        return MergeReport(
            path=str(self._path),
            unchanged=False,
            dry_run=self._dry_run,
            added=told.added,
            changed=sum(told.changed.values()),
            changed_kinds=told.changed,
            conflicts=len(told.conflicts),
            conflict_ids=tuple(sorted(told.conflicts)),
            conflicts_left=told.conflicts_left,
            deletions=deletions,
            deleted=told.deleted,
            asks=deletions > max(_ALWAYS_FINE, told.here // _PART_THAT_IS_FINE),
            duplicates=duplicates(self._library, told),
            missing_documents=_missing(self._library, told.without_document),
            waiting=told.waiting,
            persons=told.work,
            deliverer=_deliverer(self._file),
        )


def _missing(library: Library, ids: tuple[str, ...]) -> tuple[MissingDocument, ...]:
    if not ids:
        return ()
    keys = citekeys(library.engine)
    return tuple(
        MissingDocument(facts.id, keys.get(facts.reference, ""), facts.names[0] if facts.names else "")
        for facts in sources(library.engine, ids)
    )


def _deliverer(file: Received) -> Deliverer | None:
    manifest = file.manifest
    if manifest is None:
        return None
    made = iso(min(manifest.made, _LATEST) << 16)
    return Deliverer(manifest.by.id, manifest.by.name, made, manifest.program, manifest.documents)


def _refuse_no_room(library: Library, file: Received) -> None:
    needed = 2 * file.path.stat().st_size
    if shutil.disk_usage(library.path.parent).free < needed:
        raise StorageError(
            f"There is not enough room to merge: {needed >> 20:,} MB are needed beside the library. "
            "Nothing was changed.",
            hint="Make room on the disk, then try again.",
            code="disk-full",
        )
